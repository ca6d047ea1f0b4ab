"""What a supervisor does with a membership: unlock, suspend, resume."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar

from db.commands.member_states import resume, suspend, unlock
from db.rules.control_copy import Field
from db.rules.member_words import MemberState, Procedure, SuspensionReason
from desktop import member_words
from desktop.screens.procedures.form import Checked, Done
from desktop.screens.procedures.member_form import MemberForm, entered
from desktop.widgets.combo import ComboField
from desktop.widgets.layouts import STRETCH, column

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.case import Case
    from desktop.desk import Desk
    from desktop.screens.procedures.form import Work


class StateAct(StrEnum):
    """What is done with the membership."""

    UNLOCK = "unlock"
    SUSPEND = "suspend"
    RESUME = "resume"


_STATES = {
    StateAct.UNLOCK: MemberState.ACTIVE,
    StateAct.SUSPEND: MemberState.SUSPENDED,
    StateAct.RESUME: MemberState.ACTIVE,
}


class MemberStateForm(MemberForm):
    """Offers what the membership allows where it stands."""

    procedure: ClassVar[Procedure] = Procedure.MEMBER_STATE
    states: ClassVar[tuple[MemberState, ...]] = (MemberState.ACTIVE, MemberState.SUSPENDED)

    def __init__(self, desk: Desk, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(desk, case, parent)
        self.what: ComboField[StateAct] = self.add("act", ComboField(self))
        self.reason: ComboField[SuspensionReason] = self.add("reason", ComboField(self))
        for field in (self.what, self.reason):
            field.setMaximumWidth(360)
        self.what.chosen.connect(self._show_reason)
        self.setLayout(column(self.what, self.reason, STRETCH, gap=6))
        self.retranslate()

    def retranslate(self) -> None:
        self.what.set_label(self.tr("What to do"))
        self._offer()
        self.reason.set_label(self.tr("Reason"))
        self.reason.set_choices(
            [(each, member_words.suspension_reason(each)) for each in SuspensionReason]
        )

    def title(self) -> str:
        return self.tr("Unlock, suspend, resume")

    def fill(self, facts: Any) -> None:
        super().fill(facts)
        self._offer()

    def restore(self, content: Mapping[str, str]) -> None:
        super().restore(content)
        self._show_reason()

    def first_focus(self) -> QWidget | None:
        return self.what.editor

    def summary(self) -> Sequence[Checked]:
        lines = [
            Checked(self.tr("Name"), self.member.name),
            Checked(self.tr("What to do"), self.what.words()),
        ]
        if self.what.value() is StateAct.SUSPEND:
            lines.append(Checked(self.tr("Reason"), self.reason.words()))
        return lines

    def act(self, key: str) -> Work:
        whole = {"version": self.member.version, **self.of_contact(key)}
        member_id = self.member.member_id
        match self.what.value():
            case StateAct.SUSPEND:
                return self.writing(suspend, member_id, reason=self.reason.value(), **whole)
            case StateAct.RESUME:
                return self.writing(resume, member_id, **whole)
        return self.writing(unlock, member_id, **whole)

    def done(self, outcome: Any) -> Done:
        act = self.what.value() or StateAct.UNLOCK
        told = {
            StateAct.UNLOCK: self.tr("The member can sign in again"),
            StateAct.SUSPEND: self.tr("The membership rests"),
            StateAct.RESUME: self.tr("The membership goes on"),
        }
        return Done(outcome.receipt, told[act], (), (entered(Field.STATE, _STATES[act]),))

    def _offer(self) -> None:
        words = {
            StateAct.UNLOCK: self.tr("End the lock after wrong passwords"),
            StateAct.SUSPEND: self.tr("Suspend"),
            StateAct.RESUME: self.tr("Resume"),
        }
        self.what.set_choices([(act, words[act]) for act in self._possible()])
        self._show_reason()

    def _possible(self) -> tuple[StateAct, ...]:
        if self._member is None:
            return ()
        if self._member.state is MemberState.SUSPENDED:
            return (StateAct.RESUME,)
        locked = self._member.locked_until
        unlocking = (StateAct.UNLOCK,) if locked is not None and locked > self.desk.now else ()
        return (*unlocking, StateAct.SUSPEND)

    def _show_reason(self) -> None:
        self.reason.setVisible(self.what.value() is StateAct.SUSPEND)
