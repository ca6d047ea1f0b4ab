"""A login ID, with whether it is still free, asked while it is typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal

from db.errors import RuleBroken
from db.queries.members import login_id_free
from db.rules import member_fields
from desktop.widgets.field import TextField
from desktop.widgets.translated import Translated
from desktop.widgets.typed_text import CodeEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

    from desktop.desk import Desk
    from desktop.tasks import Task

_PAUSE_MS = 400


class LoginIdField(Translated, TextField):
    """A login ID; ``asked`` tells that its being free is known, or has just become unknown."""

    asked = Signal()

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, except_member_id: int | None = None
    ) -> None:
        self._desk = desk
        self._except = except_member_id
        self._free: bool | None = None
        self._task: Task[Any] | None = None
        super().__init__(CodeEdit(), parent, lines=2)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.edit.textChanged.connect(self._wait)
        self.retranslate()

    def belongs_to(self, member_id: int) -> None:
        """The member whose own ID it may be."""
        self._except = member_id
        self.retranslate()

    def tidy(self) -> str:
        """The ID as it is stored, or as typed while it cannot be one."""
        try:
            return member_fields.login_id(self.text())
        except RuleBroken:
            return self.text()

    def problem(self) -> RuleBroken | None:
        """What is wrong with it, as far as is known yet."""
        try:
            member_fields.login_id(self.text())
        except RuleBroken as error:
            return error
        return RuleBroken("login_id.taken", field="login_id") if self._free is False else None

    def retranslate(self) -> None:
        hint = self.tr("6 to 20 letters and digits")
        if self._except is not None and not self.text():
            hint = self.tr("only when it changes")
        elif self._free is not None:
            hint = self.tr("free") if self._free else self.tr("taken by somebody else")
        self.set_label(self.tr("Login ID"), hint)

    def _wait(self) -> None:
        if self._task is not None:
            self._task.drop()
        self._free = None
        self.retranslate()
        self._pause.start()

    def _ask(self) -> None:
        plain = self.tidy()
        try:
            member_fields.login_id(plain)
        except RuleBroken:
            return
        work = partial(_is_free, plain, self._except)
        self._task = self._desk.tasks.read(self, work, self._take)

    def _take(self, free: bool) -> None:
        self._free = free
        self.retranslate()
        self.asked.emit()


def _is_free(login_id: str, except_member_id: int | None, session: Session) -> bool:
    return login_id_free(session, login_id, except_member_id=except_member_id)
