"""The procedure that is open: made for each opening, its draft outlives it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.rules.member_words import Procedure
from desktop.screens.procedures.change import ChangeForm
from desktop.screens.procedures.frame import ProcedureFrame, Step
from desktop.screens.procedures.hold import HoldForm
from desktop.screens.procedures.locations import AddLocationForm, RemoveLocationForm
from desktop.screens.procedures.member_state import MemberStateForm
from desktop.screens.procedures.password import PasswordForm
from desktop.screens.procedures.protect import ProtectForm
from desktop.screens.procedures.recover import RecoverForm
from desktop.screens.procedures.register import RegisterForm
from desktop.screens.procedures.withdraw import WithdrawForm

if TYPE_CHECKING:
    from desktop.case import Case
    from desktop.customer_asks import CustomerGave, Typing
    from desktop.desk import Desk
    from desktop.screens.customer_input import CustomerInput
    from desktop.screens.procedures.form import ProcedureForm

FORMS: Final[dict[Procedure, type[ProcedureForm]]] = {
    Procedure.REGISTER: RegisterForm,
    Procedure.CHANGE: ChangeForm,
    Procedure.RECOVER: RecoverForm,
    Procedure.PASSWORD: PasswordForm,
    Procedure.ADD_LOCATION: AddLocationForm,
    Procedure.REMOVE_LOCATION: RemoveLocationForm,
    Procedure.WITHDRAW: WithdrawForm,
    Procedure.MEMBER_STATE: MemberStateForm,
    Procedure.HOLD: HoldForm,
    Procedure.PROTECT: ProtectForm,
}
"""The form of each procedure that has one."""


class ProcedureHost(QObject):
    """Puts one procedure at a time into the room kept for it."""

    opened = Signal(object)  # Procedure
    closed = Signal(object)  # Procedure
    carried_out = Signal()
    identity_wanted = Signal()
    step_changed = Signal(object)  # Step, or None while nothing is open

    def __init__(self, desk: Desk, customer: CustomerInput, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._customer = customer
        self._frame: ProcedureFrame | None = None
        self._procedure: Procedure | None = None
        self.room = QStackedWidget()
        self.room.setObjectName("clear")
        self._nothing = QWidget(self.room)
        self.room.addWidget(self._nothing)
        self._customer.gave.connect(self._pass_on)
        self._customer.progressed.connect(self._pass_progress)

    @property
    def frame(self) -> ProcedureFrame | None:
        """The frame of the procedure that is open."""
        return self._frame

    @property
    def procedure(self) -> Procedure | None:
        """Which procedure is open."""
        return self._procedure

    def begin(self, procedure: Procedure, case: Case) -> None:
        """Open a procedure for the customer being served; one that is open already stays."""
        if self._procedure is procedure and self._frame is not None:
            self.take_focus()
            return
        self.close()
        self._procedure = procedure
        self._frame = frame = ProcedureFrame(self._desk, FORMS[procedure](self._desk, case))
        frame.closed.connect(self._end)
        frame.done.connect(self.carried_out)
        frame.identity_wanted.connect(self.identity_wanted)
        frame.customer_wanted.connect(self._customer.ask)
        frame.step_changed.connect(self._show_step)
        self.room.addWidget(frame)
        self.room.setCurrentWidget(frame)
        self.opened.emit(procedure)

    def take_case(self, case: Case | None) -> None:
        """The contact as it is now; without a customer nothing stays open."""
        if case is None:
            self.close()
        elif self._frame is not None:
            self._frame.set_case(case)

    def take_focus(self) -> None:
        """Let the keyboard work in the form."""
        if self._frame is not None:
            self._frame.take_focus()

    def close(self) -> None:
        """Close what is open without a word; its draft is kept."""
        frame, self._frame, self._procedure = self._frame, None, None
        self._customer.give_up()
        if frame is not None:
            self.room.removeWidget(frame)
            frame.deleteLater()
            self.step_changed.emit(None)

    def _end(self) -> None:
        procedure = self._procedure
        self.close()
        self.closed.emit(procedure)

    def _show_step(self, step: Step) -> None:
        self.step_changed.emit(step)

    def _pass_on(self, gave: CustomerGave) -> None:
        if self._frame is not None:
            self._frame.customer_gave(gave)

    def _pass_progress(self, typing: Typing) -> None:
        if self._frame is not None:
            self._frame.customer_is(typing)
