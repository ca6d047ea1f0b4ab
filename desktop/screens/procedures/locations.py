"""Locations of a membership: adding another by its number, giving one up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QTimer

from db.commands.member_contracts import LocationDone, add_location, remove_location
from db.errors import RuleBroken
from db.queries.member_contracts import Addable, addable
from db.rules.control_copy import Field, NextStep
from db.rules.member_words import Procedure
from desktop import format as written
from desktop.screens.procedures.form import Checked, Done
from desktop.screens.procedures.member_form import MemberForm, entered
from desktop.widgets.combo import ComboField
from desktop.widgets.fact_list import FactList
from desktop.widgets.field import TextField
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, column
from desktop.widgets.typed_text import DigitsEdit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.case import Case
    from desktop.desk import Desk
    from desktop.screens.procedures.form import Problem, Work
    from desktop.tasks import Task

_PORTAL_DIGITS = 16
_PAUSE_MS = 300


class AddLocationForm(MemberForm):
    """Finds the contract by its number and says why one may not be added."""

    procedure: ClassVar[Procedure] = Procedure.ADD_LOCATION

    def __init__(self, desk: Desk, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(desk, case, parent)
        self.number = self.add("number", TextField(DigitsEdit(most=_PORTAL_DIGITS), self))
        self.number.setMaximumWidth(640)
        self.found = FactList(self)
        self._found: Addable | None = None
        self._problem: Exception | None = None
        self._task: Task[Any] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look_up)
        self.number.edit.textChanged.connect(self._await_number)
        self.setLayout(column(self.number, self.found, STRETCH, gap=10))
        self.retranslate()

    def retranslate(self) -> None:
        self.number.set_label(
            self.tr("Number of the location"),
            self.tr("16 digits of the portal number, or the customer number"),
        )
        self._show_found()

    def title(self) -> str:
        return self.tr("Add a location")

    def problems(self) -> Mapping[str, Problem]:
        if not self.number.text():
            return {"number": self.tr("Type the number of the location to add")}
        if self._problem is not None:
            return {"number": self._problem}
        if self._found is None:
            if self._task is None:
                self._look_up()
            return {"number": self.tr("The number is being looked up; press F12 again")}
        return {}

    def summary(self) -> Sequence[Checked]:
        found = self._found
        return (
            Checked(self.tr("Name"), self.member.name),
            Checked(
                self.tr("Portal number"), written.in_fours(found.portal_number) if found else ""
            ),
            Checked(self.tr("Location"), found.address if found else ""),
        )

    def act(self, key: str) -> Work:
        number = self._found.portal_number if self._found else ""
        return self.writing(
            add_location, self.member.member_id, number=number, **self.of_contact(key)
        )

    def done(self, outcome: LocationDone) -> Done:
        address = self._found.address if self._found else ""
        return Done(
            outcome.receipt,
            self.tr("The location was added"),
            (NextStep.LOCATION_SHOWN, NextStep.MAIL_CONFIRMS),
            (entered(Field.LOCATION, address),),
        )

    def _await_number(self) -> None:
        self._found = self._problem = None
        if self._task is not None:
            self._task.drop()
        self._task = None
        self._show_found()
        if len(self.number.text()) == _PORTAL_DIGITS:
            self._pause.stop()
            self._look_up()
        elif self.number.text():
            self._pause.start()

    def _look_up(self) -> None:
        work = partial(
            addable,
            number=self.number.text(),
            member_id=self.member.member_id,
            today=self.desk.today,
        )
        self._task = self.desk.tasks.read(self, work, self._take_found, self._take_problem)

    def _take_found(self, found: Addable) -> None:
        self._found = found
        self._show_found()
        self.changed.emit()

    def _take_problem(self, error: Exception) -> None:
        self._task = None
        if isinstance(error, RuleBroken):
            self._problem = error
        else:
            self.desk.tasks.failed.emit(error)  # the next F12 looks it up again
        self.changed.emit()

    def _show_found(self) -> None:
        found = self._found
        if found is None:
            self.found.show_facts(())
            return
        self.found.show_facts(
            (
                (self.tr("Location"), found.address),
                (self.tr("Portal number"), written.in_fours(found.portal_number)),
                (self.tr("Customer number"), found.customer_number),
            )
        )


class RemoveLocationForm(MemberForm):
    """Chooses which of several locations the portal no longer shows."""

    procedure: ClassVar[Procedure] = Procedure.REMOVE_LOCATION

    def __init__(self, desk: Desk, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(desk, case, parent)
        self.place: ComboField[int] = self.add("place", ComboField(self))
        self.place.setMaximumWidth(560)
        self._hint = Label("", "sub", self)
        self.setLayout(column(self.place, self._hint, STRETCH, gap=6))
        self.retranslate()

    def retranslate(self) -> None:
        self.place.set_label(self.tr("Location"))
        self._hint.setText(
            self.tr("The contract itself goes on; only the portal stops showing it.")
        )

    def title(self) -> str:
        return self.tr("Remove a location")

    def load(self, database: Any) -> Any:
        member = super().load(database)
        if len(member.contracts) < 2:
            raise RuleBroken("location.last_one")
        return member

    def fill(self, facts: Any) -> None:
        super().fill(facts)
        held = self.member.contracts
        self.place.set_choices(
            [(c.contract_id, f"{c.address}  {written.in_fours(c.portal_number)}") for c in held]
        )
        self.place.choose(self.case.contract_id)

    def summary(self) -> Sequence[Checked]:
        return (
            Checked(self.tr("Name"), self.member.name),
            Checked(self.tr("Location"), self.place.words()),
        )

    def act(self, key: str) -> Work:
        return self.writing(
            remove_location, self.member.member_id, self.place.value(), **self.of_contact(key)
        )

    def done(self, outcome: LocationDone) -> Done:
        gone = (c.address for c in self.member.contracts if c.contract_id == outcome.contract_id)
        return Done(
            outcome.receipt,
            self.tr("The location was removed"),
            (NextStep.LOCATION_GONE, NextStep.MAIL_CONFIRMS),
            (entered(Field.LOCATION, next(gone, "")),),
        )
