"""Holding a debt, or all of a customer's, back from batches and reissues (保留事由)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from db.commands.holds import LONGEST_REASON, set_hold
from db.queries.billing import BillRow, billing_history
from db.rules.contact_words import Disclosure, HoldKind
from db.rules.member_words import Procedure
from db.rules.words import Account
from desktop import contact_words, labels
from desktop import format as written
from desktop.day_field import DayField
from desktop.screens.procedures.days import span_problem
from desktop.screens.procedures.form import Checked, Done, ProcedureForm
from desktop.screens.procedures.free_text import text_problem
from desktop.widgets.combo import ComboField
from desktop.widgets.field import TextField
from desktop.widgets.layouts import STRETCH, column, row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from db.engine import Database
    from db.queries.billing import DebtLine
    from desktop.case import Case
    from desktop.desk import Desk
    from desktop.screens.procedures.form import Problem, Work

_WHOLE = 0


class HoldForm(ProcedureForm):
    """One form for dispute, instalments, a reported payment and returned mail."""

    procedure: ClassVar[Procedure] = Procedure.HOLD
    needs: ClassVar[Disclosure | None] = None

    def __init__(self, desk: Desk, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(desk, case, parent)
        self.kind: ComboField[HoldKind] = self.add("kind", ComboField(self))
        self.debt: ComboField[int] = self.add("debt", ComboField(self))
        self.from_on = self.add("from_on", DayField(desk, self))
        self.to_on = self.add("to_on", DayField(desk, self))
        self.reason = self.add("hold.reason", TextField(parent=self))
        self._bills: tuple[BillRow, ...] = ()
        for field in (self.kind, self.debt):
            field.setMaximumWidth(420)
        what = row(self.kind, self.debt, STRETCH, gap=16)
        days = row(self.from_on, self.to_on, STRETCH, gap=16)
        for at in range(2):
            what.setStretch(at, 1)
        self.setLayout(column(what, days, self.reason, STRETCH, gap=6))
        self.retranslate()

    def retranslate(self) -> None:
        self.kind.set_label(self.tr("Why"))
        self.kind.set_choices([(each, contact_words.hold_kind(each)) for each in HoldKind])
        self.debt.set_label(self.tr("What is held"))
        self.from_on.set_label(self.tr("From"))
        self.to_on.set_label(self.tr("Until"), self.tr("optional"))
        self.reason.set_label(self.tr("Reason"))
        self._offer_debts()

    def title(self) -> str:
        return self.tr("Set a hold")

    def load(self, database: Database) -> Any:
        if self.case.contract_id is None:
            return ()
        with database.reading() as session:
            history = billing_history(session, self.case.contract_id, today=self.desk.today)
        return tuple(bill for bill in history.rows if bill.unpaid_yen)

    def fill(self, facts: Any) -> None:
        self._bills = facts
        self._offer_debts()
        self.from_on.set_day(self.desk.today)

    def first_focus(self) -> QWidget | None:
        return self.kind.editor

    def problems(self) -> Mapping[str, Problem]:
        days = {"from_on": self.from_on, "to_on": self.to_on}
        found: dict[str, Problem] = {
            key: problem for key, field in days.items() if (problem := field.problem())
        }
        if not found and self.from_on.day() is None:
            found["from_on"] = self.tr("Type the first day of the hold")
        if not found:
            found |= span_problem(self.from_on, self.to_on, self.desk.today)
        if not self.reason.text().strip():
            found["hold.reason"] = self.tr("Type the reason, for whoever reads it later")
        return found | text_problem("hold.reason", self.reason.text(), most=LONGEST_REASON)

    def summary(self) -> Sequence[Checked]:
        return (
            Checked(self.tr("Why"), self.kind.words()),
            Checked(self.tr("What is held"), self.debt.words()),
            Checked(self.tr("From"), self.from_on.text()),
            Checked(self.tr("Until"), self.to_on.text() or self.tr("until it is ended")),
            Checked(self.tr("Reason"), self.reason.text().strip()),
        )

    def act(self, key: str) -> Work:
        return self.writing(
            set_hold,
            customer_id=self.case.head.customer_id,
            debt_id=self.debt.value() or None,
            kind=self.kind.value(),
            from_on=self.from_on.day(),
            to_on=self.to_on.day(),
            reason=self.reason.text().strip(),
            key=key,
        )

    def done(self, outcome: Any) -> Done:
        return Done(f"H-{outcome}", self.tr("The hold is set; batches and reissues obey it"))

    def _offer_debts(self) -> None:
        debts = [(debt.debt_id, self._words(bill, debt)) for bill, debt in self._debts()]
        self.debt.set_choices([(_WHOLE, self.tr("Everything this customer owes")), *debts])

    def _debts(self) -> list[tuple[BillRow, DebtLine]]:
        pairs = ((bill, debt) for bill in self._bills for debt in bill.debts)
        return [(bill, debt) for bill, debt in pairs if debt.yen > debt.paid_yen]

    def _words(self, bill: BillRow, debt: DebtLine) -> str:
        code = self.desk.language.code
        account = labels.account(Account(debt.account))
        month, amount = written.month(bill.month, code), written.yen(debt.yen, code)
        return f"{month}  {account}  {amount}"
