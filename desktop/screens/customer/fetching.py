"""Asking for one customer at one location at a time; what belongs to different ones never mixes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from db.guard.open_customer import open_bills, open_customer
from db.queries.contracts import contract_details
from db.rules.words import OpeningReason

if TYPE_CHECKING:
    import datetime as dt

    from db.commands.audit import Actor
    from db.engine import Database
    from db.guard.open_customer import Opened
    from db.queries.billing import History
    from db.queries.contracts import ContractDetails
    from db.rules.contact_words import Channel
    from db.rules.words import Role
    from desktop.desk import Desk
    from desktop.tasks import Task

_YEARS = 2


@dataclass(frozen=True, slots=True)
class Place:
    """One contract's bills, people and meters."""

    history: History
    details: ContractDetails


@dataclass(frozen=True, slots=True)
class Asked:
    """Which customer is asked for, why, and in which contact; a new one begins without."""

    customer_id: int
    contract_id: int | None
    reason: OpeningReason
    channel: Channel
    contact_id: int | None = None


class Fetching(QObject):
    """Opens a customer on record, then fetches what is shown of one of their locations."""

    began = Signal(bool)  # whether it is the customer who is fetched, or only a location
    opened = Signal(object)  # Opened
    place_come = Signal(object)  # Place
    failed = Signal(object)  # Exception

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked: Asked | None = None
        self._task: Task[Any] | None = None
        self.contract_id: int | None = None
        self._years = _YEARS

    def open(self, asked: Asked) -> None:
        """Fetch a customer, at their first location unless another is named."""
        self._asked = asked
        self.contract_id = asked.contract_id
        self._years = _YEARS
        self._ask_customer()

    def again(self, contact_id: int | None) -> None:
        """Fetch everything anew, in the contact that has begun since."""
        if self._asked is None:
            return
        channel, customer_id = self._asked.channel, self._asked.customer_id
        reason = OpeningReason.REOPENED
        self._asked = Asked(customer_id, self.contract_id, reason, channel, contact_id)
        self._ask_customer()

    def place(self, contract_id: int, years: int = _YEARS) -> None:
        """Fetch another location, or more years of it."""
        self._drop()
        self.contract_id, self._years = contract_id, years
        self.began.emit(False)
        work = partial(_fetch_place, self._desk.database, contract_id, years=years, **self._who())
        self._task = self._desk.tasks.run(self, work, self.place_come.emit, self.failed.emit)

    def years(self, years: int) -> None:
        """Fetch more years of the location that is shown."""
        if self.contract_id is not None:
            self.place(self.contract_id, years)

    def forget(self) -> None:
        """Let nothing that is under way arrive any more."""
        self._drop()
        self._asked = self.contract_id = None

    def _ask_customer(self) -> None:
        asked = self._asked
        if asked is None:
            return
        self._drop()
        self.began.emit(True)
        work = partial(
            open_customer,
            self._desk.database,
            asked.customer_id,
            reason=asked.reason,
            channel=asked.channel,
            contact_id=asked.contact_id,
            contract_id=None if asked.contact_id else asked.contract_id,
            **self._who(),
        )
        self._task = self._desk.tasks.run(self, work, self._take_customer, self.failed.emit)

    def _take_customer(self, opened: Opened) -> None:
        ids = [choice.contract_id for choice in opened.head.contracts]
        if self.contract_id not in ids:
            self.contract_id = ids[0] if ids else None
        self.opened.emit(opened)
        if self.contract_id is not None:
            self.place(self.contract_id, self._years)

    def _who(self) -> dict[str, Any]:
        desk = self._desk
        return {"by": desk.actor, "role": desk.staff.role, "today": desk.today, "now": desk.now}

    def _drop(self) -> None:
        if self._task is not None:
            self._task.drop()
        self._task = None


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
        return Place(history, contract_details(session, contract_id, role=role, today=today))
