"""Whether the record is as it was sealed, and the digits that prove it on the daily sheet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from db.errors import RuleBroken
from db.guard.audit_log import verify_audit
from db.rules.permissions import Action, may
from db.rules.sealing import Tampering, read_anchor
from desktop import errors
from desktop import format as written
from desktop.permission_words import who_can
from desktop.theme import Kind
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.field import TextField
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.skeleton import BusyLine
from desktop.widgets.translated import Translated
from desktop.widgets.typed_text import CodeEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from db.queries.audit import AuditState
    from db.queries.audit_log import AuditVerdict
    from db.rules.sealing import Finding
    from desktop.desk import Desk

_ANCHOR_WIDTH = 230


class Verification(Translated, Card):
    """The last seal's digits with a copy, and the check of all seals with its verdict in words."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        frame = column(gap=4, margins=(16, 8, 16, 8))
        super().__init__(frame, parent)
        self._desk = desk
        self._may = may(desk.staff.role, Action.VERIFY_AUDIT)
        self._state: AuditState | None = None
        self._verdict: AuditVerdict | None = None
        self._verified_at = ""
        self._compared = False
        self._error: Exception | None = None
        self._busy = False
        self._title = Label("", "h3", self)
        self.anchor = Label("", "figure", self, selectable=True)
        self.anchor.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.copy = Button("", ButtonKind.GHOST, "copy", self)
        self.sealed = Label("", "sub", self)
        self.printed = TextField(CodeEdit(), self)
        self.printed.setFixedWidth(_ANCHOR_WIDTH)
        self.verify = Button("", ButtonKind.PLAIN, "audit", self)
        self.line = BusyLine(self)
        self.verdict = Banner(Kind.OK, "", self)
        self.fault = Banner(Kind.ERR, "", self)
        self._lay_out(frame)
        self.copy.clicked.connect(self._copy)
        self.verify.clicked.connect(self.check)
        self.printed.edit.textEdited.connect(self._forget_error)
        self.retranslate()

    def show_state(self, state: AuditState) -> None:
        """Show how far the record is sealed."""
        self._state = state
        self._say_state()

    def check(self) -> None:
        """Compute every seal anew, and compare with the sheet's digits if some were typed."""
        if self._busy or not self._may:
            return
        self._error = None
        try:
            typed = self.printed.text().strip()
            anchor = read_anchor(typed) if typed else None
        except RuleBroken as error:
            self._error = error
            self._say_state()
            self.printed.edit.setFocus()
            return
        self._compared = anchor is not None
        self._set_busy(True)
        by, now = self._desk.actor, self._desk.now
        work = partial(verify_audit, self._desk.database, printed_anchor=anchor, by=by, now=now)
        self._desk.tasks.run(self, work, self._take_verdict, self._fail)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Seals"))
        self.copy.set_text(self.tr("Copy for the daily sheet"))
        self.printed.set_label(self.tr("Digits on the last sheet"))
        self.printed.edit.setPlaceholderText(self.tr("if at hand"))
        self.verify.setToolTip("" if self._may else who_can(Action.VERIFY_AUDIT))
        self._say_state()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.check()
        else:
            super().keyPressEvent(event)

    def _take_verdict(self, verdict: AuditVerdict) -> None:
        self._verdict = verdict
        self._verified_at = written.time_of_day(self._desk.now)
        self._set_busy(False)
        shown = self.verdict if verdict.sound else self.fault
        shown.announce()

    def _fail(self, error: Exception) -> None:
        self._set_busy(False)
        self._desk.messages.tell(Kind.ERR, errors.sentence(error))

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.line.set_busy(busy)
        self._say_state()

    def _forget_error(self) -> None:
        self._error = None
        self._say_state()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.anchor.text())
        self._desk.messages.note(self.tr("Copied the digits of the last seal"))

    def _say_state(self) -> None:
        state = self._state
        self.anchor.setText(state.anchor or "" if state else "")
        self.copy.setEnabled(bool(self.anchor.text()))
        self.sealed.setText(self._sealed_words())
        busy = self.tr("Verifying…")
        self.verify.set_text(busy if self._busy else self.tr("Verify the record"))
        self.verify.setEnabled(self._may and not self._busy)
        self.printed.setEnabled(self._may)
        self.printed.show_error(errors.sentence(self._error) if self._error else "")
        verdict = None if self._busy else self._verdict
        self.verdict.setVisible(verdict is not None and verdict.sound)
        self.fault.setVisible(verdict is not None and not verdict.sound)
        if verdict is not None:
            (self.verdict if verdict.sound else self.fault).label.setText(self._told(verdict))

    def _sealed_words(self) -> str:
        state = self._state
        if state is None:
            return ""
        if state.anchor is None:
            return self.tr("Nothing is sealed yet.")
        told = self.tr("%n event(s) sealed", "", state.sealed)
        rest = self.tr("%n not sealed yet", "", state.unsealed)
        return f"{told}  {rest}"

    def _told(self, verdict: AuditVerdict) -> str:
        if verdict.sound:
            told = self.tr("%n event(s) found as sealed.", "", verdict.sealed)
            rest = self.tr("Only the digits of a sheet would show an end that was cut off.")
            return f"{self._verified_at}  {told}" + ("" if self._compared else f" {rest}")
        begun = self.tr("The record was tampered with. Tell the administrator of the database:")
        return "\n".join((f"{self._verified_at}  {begun}", *map(self._finding, verdict.findings)))

    def _finding(self, finding: Finding) -> str:
        words = {
            Tampering.CHANGED: self.tr("events {first} to {last} were changed"),
            Tampering.REMOVED: self.tr("events were removed from {first} to {last}"),
            Tampering.INSERTED: self.tr("events were put in later from {first} to {last}"),
            Tampering.UNREADABLE: self.tr("events {first} to {last} cannot be read"),
            Tampering.SEAL_BROKEN: self.tr("seal {seal} does not follow the seal before it"),
            Tampering.ANCHOR_UNKNOWN: self.tr("no seal has the digits of the sheet"),
        }[finding.kind]
        return words.format(first=finding.after + 1, last=finding.up_to, seal=finding.seal_id)

    def _lay_out(self, frame: QVBoxLayout) -> None:
        seal = column(row(self._title, self.anchor, self.copy, gap=12), self.sealed, gap=2)
        whole = row(seal, STRETCH, self.printed, self.verify, gap=16)
        whole.setAlignment(self.verify, Qt.AlignmentFlag.AlignVCenter)
        frame.addLayout(whole)
        for part in (self.line, self.verdict, self.fault):
            frame.addWidget(part)
