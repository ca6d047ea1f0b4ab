"""Whether a customer is protected: for supervisors to begin, to review and to end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from db.commands.protections import end
from db.errors import RuleBroken
from db.rules.permissions import Action, may
from desktop import contact_words, errors
from desktop import format as written
from desktop.permission_words import who_can
from desktop.theme import Kind
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.fact_list import FactList
from desktop.widgets.field import TextField
from desktop.widgets.labels import Label, Paragraph
from desktop.widgets.layouts import STRETCH, column
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from db.queries.protections import ProtectionFacts
    from desktop.desk import Desk


class ProtectionCard(Translated, Card):
    """It never ends by itself: a supervisor reviews it, or ends it with a reason."""

    protect_wanted = Signal()
    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        body = column(gap=8, margins=(16, 14, 16, 14))
        super().__init__(body, parent)
        self._desk = desk
        self._holding: ProtectionFacts | None = None
        self._title = Label("", "h2", self)
        self.told = Paragraph("", "body", self)
        self.facts = FactList(self, name_width=96)
        self.begin = Button("", ButtonKind.PLAIN, "lock", self)
        self.reason = TextField(parent=self)
        self.end = Button("", ButtonKind.DANGER, parent=self)
        above = column(self._title, self.told, self.facts, self.begin, gap=8)
        for part in (above, column(STRETCH), column(self.reason, self.end, gap=8)):
            body.addLayout(part)
        body.setStretch(1, 1)
        self.begin.clicked.connect(self.protect_wanted)
        self.end.clicked.connect(self._end)
        self.retranslate()

    def show_protection(self, holding: ProtectionFacts | None) -> None:
        """Show the protection that holds, if there is one."""
        self._holding = holding
        self.reason.edit.clear()
        self.reason.show_error("")
        self.retranslate()

    def retranslate(self) -> None:
        allowed = may(self._desk.staff.role, Action.OPEN_PROTECTED)
        holding = self._holding
        self._title.setText(self.tr("Protection"))
        self.reason.set_label(self.tr("Reason for ending"))
        self.end.set_text(self.tr("End the protection"))
        self.begin.set_text(self.tr("Review…") if holding else self.tr("Protect this customer…"))
        for button in (self.begin, self.end):
            button.setEnabled(allowed)
            button.setToolTip("" if allowed else who_can(Action.OPEN_PROTECTED))
        for part in (self.facts, self.reason, self.end):
            part.setVisible(holding is not None)
        if holding is None:
            self.told.setText(self.tr("No protection is registered."))
            return
        due = self.tr("To be reviewed: it ends only when somebody ends it.")
        self.told.setText(due if holding.review_due else self.tr("The customer is protected."))
        self.facts.show_facts(
            (
                (self.tr("By"), contact_words.protection_source(holding.source)),
                (self.tr("From whom"), holding.counterparty or "–"),
                (self.tr("From"), written.short_date(holding.from_on)),
                (self.tr("Review by"), written.short_date(holding.to_on)),
                (self.tr("Note"), holding.note or "–"),
            )
        )

    def _end(self) -> None:
        holding, reason = self._holding, self.reason.text().strip()
        if holding is None:
            return
        if not reason:
            self.reason.show_error(self.tr("Type why the protection ends"))
            self.reason.edit.setFocus()
            return
        work = partial(
            end,
            protection_id=holding.protection_id,
            version=holding.version,
            reason=reason,
            by=self._desk.actor,
            now=self._desk.now,
        )
        self._desk.tasks.write(self, work, self._take_end, self._fail)

    def _take_end(self, _done: object) -> None:
        self._desk.messages.note(self.tr("The protection has ended"))
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, RuleBroken) and error.facts.get("field") == "protection.reason":
            self.reason.show_error(errors.sentence(error))
            self.reason.edit.setFocus()
            return
        self._desk.messages.tell(Kind.ERR, errors.sentence(error))
        self.changed.emit()
