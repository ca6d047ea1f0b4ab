"""The page of one customer: opens them on record, keeps what is shown of one piece."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.errors import OutOfReach, RuleBroken
from db.guard.open_customer import open_bills, open_customer
from db.queries.alerts import customer_alerts
from db.queries.contracts import contract_details
from db.rules.alerts import AlertKind
from db.rules.words import OpeningReason
from desktop import errors
from desktop.screens.customer.sections import Section, Sections
from desktop.screens.customer.strip import CustomerStrip
from desktop.theme import Kind
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.layouts import column
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.skeleton import Skeleton
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QFocusEvent

    from db.commands.audit import Actor
    from db.engine import Database
    from db.queries.billing import History
    from db.queries.contracts import ContractDetails
    from db.queries.customers import ContractChoice, CustomerHead
    from db.rules.alerts import Alert
    from db.rules.words import Role
    from desktop.desk import Desk
    from desktop.tasks import Task

    Place = tuple[History, ContractDetails]

__all__ = ["CustomerPage", "Section"]

_YEARS = 2
_LEADS_TO = {
    AlertKind.OVERDUE: Section.HISTORY,
    AlertKind.DEBIT_FAILED: Section.HISTORY,
    AlertKind.OVERPAID: Section.HISTORY,
    AlertKind.LEAK: Section.CONTRACT,
    AlertKind.ESTIMATED: Section.CONTRACT,
    AlertKind.EXCHANGE_LATE: Section.CONTRACT,
    AlertKind.EXCHANGE_DUE: Section.CONTRACT,
}


class CustomerPage(Translated, QWidget):
    """One customer at one location at a time; what belongs to different ones never mixes."""

    opened = Signal(object)  # CustomerHead
    closed = Signal()
    section_changed = Signal(object)  # Section

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked: tuple[int, int | None, OpeningReason] | None = None
        self._head: CustomerHead | None = None
        self._wanted: int | None = None
        self._place: Place | None = None
        self._unpaid_only = False
        self._error: Exception | None = None
        self._task: Task[Any] | None = None
        self.strip = CustomerStrip(desk, self)
        self.sections = Sections(desk, self)
        self.problem = Placeholder("circle-x", self, colour="err")
        self.retry = Button("", ButtonKind.PRIMARY, "refresh", self)
        self._build()
        self._connect()
        self.retranslate()

    def open(self, customer_id: int, contract_id: int | None, how: str) -> None:
        """Open a customer, at their first location unless another is named."""
        if self._head is None or self._head.customer_id != customer_id:
            self._forget()
        self._asked = (customer_id, contract_id, OpeningReason(how))
        self._wanted = contract_id
        self._ask_customer()

    def is_open(self) -> bool:
        """Whether a customer is shown."""
        return self._head is not None

    def show_section(self, section: Section) -> None:
        """Show another part of the customer."""
        changed = section is not self.sections.section
        self.sections.show_section(section)
        if self.isVisible():
            self.sections.take_focus()
        if changed:
            self.section_changed.emit(section)

    def switch_location(self) -> None:
        """List the customer's locations to choose another."""
        self.strip.switcher.open_list()

    def reload(self) -> None:
        """Fetch everything anew; what is shown stays until then."""
        if self._asked is not None:
            customer_id, contract_id, _ = self._asked
            self._asked = (customer_id, self._wanted or contract_id, OpeningReason.REOPENED)
            self._ask_customer()

    def copy_number(self) -> None:
        """Put the portal number on the clipboard, without spaces."""
        contract = self.strip.contract
        if contract is not None:
            QGuiApplication.clipboard().setText(contract.portal_number)
            self._desk.messages.note(self.tr("Copied the portal number"))

    def keep_state(self) -> None:
        """Remember how tables are arranged."""
        self.sections.keep_state()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Customer"))
        self.retry.set_text(self.tr("Try again  F5"))
        if self._error is not None:
            self._say_problem(self._error)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.sections.take_focus()

    def _build(self) -> None:
        self._blank = QWidget(self)
        self._blank.setObjectName("clear")
        self._body = QStackedWidget(self)
        for part in (self._blank, self.sections, self.problem):
            self._body.addWidget(part)
        self.problem.add_button(self.retry)
        self.skeleton = Skeleton(self._body)
        self.strip.hide()
        whole = column(self.strip, self._body, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.strip.location_chosen.connect(self._switch_to)
        self.strip.alert_chosen.connect(self._follow)
        self.strip.copy_wanted.connect(self.copy_number)
        self.sections.section_wanted.connect(self.show_section)
        self.sections.history.years_wanted.connect(self._ask_years)
        self.retry.clicked.connect(self.reload)

    def _ask_customer(self) -> None:
        if self._asked is None:
            return
        customer_id, _, reason = self._asked
        work = partial(
            open_customer, self._desk.database, customer_id, reason=reason, **self._who()
        )
        self._drop()
        self.skeleton.start(self.tr("Fetching the customer…"))
        self._task = self._desk.tasks.run(self, work, self._show_head, self._fail)

    def _ask_place(self, contract_id: int, years: int) -> None:
        work = partial(_fetch_place, self._desk.database, contract_id, years=years, **self._who())
        self._drop()
        self._wanted = contract_id
        self.skeleton.start(self.tr("Fetching the bills…"))
        self._task = self._desk.tasks.run(self, work, self._show_place, self._fail)

    def _switch_to(self, contract_id: int) -> None:
        self._ask_place(contract_id, _YEARS)

    def _ask_years(self, years: int) -> None:
        if self._wanted is not None:
            self._ask_place(self._wanted, years)

    def _follow(self, alert: Alert) -> None:
        self.show_section(_LEADS_TO[alert.kind])
        if alert.kind is not AlertKind.OVERDUE or self._head is None:
            return
        late = [place.contract_id for place in self._head.contracts if place.overdue_yen]
        if not late or self._wanted in late:
            self.sections.show_unpaid()
        else:
            self._unpaid_only = True
            self._switch_to(late[0])

    def _show_head(self, head: CustomerHead) -> None:
        first_time, self._head = self._head is None, head
        ids = [choice.contract_id for choice in head.contracts]
        if self._wanted not in ids:
            self._wanted = ids[0] if ids else None
        if first_time:
            self.strip.show_head(head, self._wanted, ())
            self.strip.show()
        self.opened.emit(head)
        if self._wanted is None:
            self._show_no_location()
        else:
            self._ask_place(self._wanted, self._place[0].years if self._place else _YEARS)

    def _show_place(self, place: Place) -> None:
        history, details = place
        contract = _choice(self._head, history.contract_id)
        if self._head is None or contract is None:
            return
        self.skeleton.stop()
        self._place, self._error = place, None
        alerts = customer_alerts(self._head, history, details, today=self._desk.today)
        self.strip.show_head(self._head, history.contract_id, alerts)
        self.sections.show_history(history, contract)
        self.sections.show_details(details, contract)
        self._body.setCurrentWidget(self.sections)
        if self._unpaid_only:
            self._unpaid_only = False
            self.sections.show_unpaid()

    def _show_no_location(self) -> None:
        self.skeleton.stop()
        self.problem.show_icon("pin")
        self.problem.say(
            self.tr("This customer uses no location"),
            self.tr("There is no contract in their name, neither now nor earlier."),
        )
        self.retry.hide()
        self._body.setCurrentWidget(self.problem)

    def _fail(self, error: Exception) -> None:
        self.skeleton.stop()
        self._unpaid_only = False
        denied = isinstance(error, RuleBroken) and error.code == "permission.denied"
        if self._place is not None and not denied:
            again = self.tr("Refresh  F5")
            told = errors.sentence(error)
            self._desk.messages.tell(Kind.ERR, told, action_text=again, action=self.reload)
            return
        self._error = error if isinstance(error, (RuleBroken, OutOfReach)) else None
        self._say_problem(error)
        self.retry.setVisible(not denied)
        self._body.setCurrentWidget(self.problem)

    def _say_problem(self, error: Exception) -> None:
        if isinstance(error, RuleBroken) and error.code == "permission.denied":
            self.problem.show_icon("lock")
            self.problem.say(
                self.tr("Your role sees no customers"),
                self.tr("Staff at the counter, on the phone and supervisors open customers."),
            )
            return
        self.problem.show_icon("circle-x", "err")
        self.problem.say(self.tr("The customer could not be shown"), errors.sentence(error))

    def _who(self) -> dict[str, Any]:
        desk = self._desk
        return {"by": desk.actor, "role": desk.staff.role, "today": desk.today, "now": desk.now}

    def _drop(self) -> None:
        if self._task is not None:
            self._task.drop()
        self._task = None

    def _forget(self) -> None:
        self._drop()
        self._head = self._place = self._error = None
        self._unpaid_only = False
        self.strip.hide()
        self._body.setCurrentWidget(self._blank)


def _choice(head: CustomerHead | None, contract_id: int) -> ContractChoice | None:
    places = head.contracts if head else ()
    return next((place for place in places if place.contract_id == contract_id), None)


def _fetch_place(
    database: Database,
    contract_id: int,
    *,
    years: int,
    by: Actor,
    role: Role,
    today: dt.date,
    now: dt.datetime,
) -> Place:
    history = open_bills(database, contract_id, by=by, role=role, today=today, now=now, years=years)
    with database.reading() as session:
        return history, contract_details(session, contract_id, role=role, today=today)
