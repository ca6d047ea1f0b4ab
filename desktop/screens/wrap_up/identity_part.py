"""The identity check inside the panel: folded to a chip, or open to be gone through."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from db.commands.call_back import number_to_call_back
from db.rules.contact_words import CheckResult
from db.rules.identity import what_to_ask
from desktop import errors, theme
from desktop.screens.wrap_up import identity_words
from desktop.screens.wrap_up.identity_acts import (
    Checked,
    Doing,
    Known,
    check,
    leave_in_writing,
    look_up,
    override,
)
from desktop.screens.wrap_up.identity_form import IdentityForm
from desktop.screens.wrap_up.known_lines import KnownLines
from desktop.screens.wrap_up.override import OverrideDialog
from desktop.screens.wrap_up.speakers import speakers_of
from desktop.widgets.buttons import Button
from desktop.widgets.chip import Chip
from desktop.widgets.focus_return import FocusReturn
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from db.commands.audit import Actor
    from db.queries.contacts import ContactFacts, Identity
    from db.queries.customers import CustomerHead
    from db.rules.contact_words import Channel
    from desktop.desk import Desk


class IdentityPart(Translated, QWidget):
    """Says whether the speaker is known and what they may be told; asks when F4 is pressed."""

    wanted = Signal(object)  # Doing
    contact_changed = Signal(object)  # ContactFacts, after a check
    left_to_supervisor = Signal(object)  # ContactFacts, with what was noted for them
    opened = Signal(bool)  # whether the check is being gone through

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._contact: ContactFacts | None = None
        self._head: CustomerHead | None = None
        self._channel: Channel | None = None
        self._known: Known | None = None
        self._focus = FocusReturn()
        self._dialog: OverrideDialog | None = None
        self.setObjectName("clear")
        self.title = Label("", "h3", self)
        self.chip = Chip(parent=self)
        self.known = KnownLines(self)
        self.start = Button("", parent=self)
        self.form = IdentityForm(self)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def identity(self) -> Identity | None:
        """How the speaker was known, or not, in this contact."""
        return self._contact.identity if self._contact else None

    def is_open(self) -> bool:
        """Whether the check is being gone through."""
        return not self.form.isHidden()

    def show_contact(self, contact: ContactFacts | None, head: CustomerHead | None) -> None:
        """Show how far a contact's check is; a check under way for another one is dropped."""
        other = self._contact is None or contact is None
        other = other or self._contact.contact_id != contact.contact_id  # type: ignore[union-attr]
        self._contact, self._head = contact, head
        self._channel = contact.channel if contact else None
        if other:
            self._known = None
            self.form.clear()
            self._close()
        self.retranslate()

    def look_up(self, contract_id: int | None) -> None:
        """Find out what there is to ask for at this contract."""
        if self._contact is None or self._head is None:
            return
        work = partial(
            look_up,
            contact_id=self._contact.contact_id,
            customer_id=self._head.customer_id,
            contract_id=contract_id,
            role=self._desk.staff.role,
            today=self._desk.today,
        )
        self._desk.tasks.read(self, work, self._take_known)

    def show_channel(self, channel: Channel) -> None:
        """Ask for what suits how the customer comes."""
        self._channel = channel
        self._ask()

    def begin(self) -> None:
        """Go through the check: who speaks, and what they show or say."""
        if self._contact is None:
            return
        if not self.is_open():
            self._focus.remember()
            self.form.clear()
        self.form.show()
        self._fold()
        self._ask()
        self.opened.emit(True)
        self.form.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def abandon(self) -> None:
        """Leave the check as it is; nothing is kept of it."""
        if self.is_open():
            self.form.clear()
            self._close()
            self._focus.give_back()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Identity"))
        self.start.set_text(self.tr("Check identity  F4"))
        words = identity_words.outcome(self.identity)
        self.chip.show_state(words.text, words.kind, words.icon)
        self.known.show_identity(self.identity)
        self.chip.setToolTip(self.known.in_full())
        self._offer_speakers()
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._fold()
        super().changeEvent(event)

    def _build(self) -> None:
        heading = row(self.title, STRETCH, self.chip)
        self.setLayout(column(heading, self.known, self.start, self.form, gap=5))
        self.form.hide()

    def _connect(self) -> None:
        self.start.clicked.connect(self.begin)
        self.form.speaker_changed.connect(self._ask_anew)
        self.form.check_wanted.connect(self._check)
        self.form.abandoned.connect(self.abandon)
        self.form.number_wanted.connect(self._show_number)
        self.form.override_wanted.connect(self._ask_supervisor)
        self.form.in_writing_wanted.connect(self._leave_to_supervisor)

    def _passed(self) -> bool:
        identity = self.identity
        return identity is not None and identity.result is CheckResult.PASSED

    def _fold(self) -> None:
        # in a low window the check is its chip
        low, idle = theme.of(self).compact, not self.is_open()
        self.known.fold()
        self.known.setVisible(self._passed() and idle and self.known.has_lines())
        self.start.setVisible(idle and not low and not self._passed())

    def _offer_speakers(self) -> None:
        if self._head is not None:
            parties = self._known.parties if self._known else ()
            self.form.offer_speakers(speakers_of(self._head, parties, self._desk.today))

    def _take_known(self, known: Known) -> None:
        self._known = known
        self._offer_speakers()
        if self.is_open():
            self._ask()

    def _ask_anew(self) -> None:
        self.form.show_problem("")
        self._ask()

    def _ask(self) -> None:
        if not self.is_open() or self._known is None or self._channel is None:
            return
        speaker, known = self.form.speaker_value(), self._known
        asking = what_to_ask(
            self._channel, speaker, on_file=known.on_file, protected=known.protected
        )
        self.form.ask(asking)

    def _check(self) -> None:
        if self._contact is None:
            return
        form = self.form
        form.set_busy(busy=True)
        work = partial(
            check,
            contact_id=self._contact.contact_id,
            speaker=form.speaker_value(),
            method=form.method(),
            given=form.given(),
            typed=form.typed(),
            **self._who(),
        )
        self.wanted.emit(Doing(work, self._take_result, self._fail))

    def _take_result(self, checked: Checked) -> None:
        self._contact = checked.contact
        self.form.set_busy(busy=False)
        if checked.identity.result is CheckResult.PASSED:
            self.form.clear()
            self._close()
            self._focus.give_back()
        else:
            self.form.show_problem(
                self.tr(
                    "This is not what is on file. Ask for something else, call back, "
                    "or let a supervisor decide."
                )
            )
        self.retranslate()
        self.contact_changed.emit(checked.contact)

    def _fail(self, error: Exception) -> None:
        self.form.set_busy(busy=False)
        self.form.show_problem(errors.sentence(error))

    def _show_number(self) -> None:
        if self._contact is not None:
            work = partial(number_to_call_back, contact_id=self._contact.contact_id, **self._who())
            self.wanted.emit(Doing(work, self.form.reveal_number, self._fail))

    def _leave_to_supervisor(self) -> None:
        if self._contact is not None:
            memo = self.tr("A third party asks about this customer: to be answered in writing.")
            work = partial(
                leave_in_writing, contact_id=self._contact.contact_id, memo=memo, **self._who()
            )
            self.wanted.emit(Doing(work, self._take_request, self._fail))

    def _take_request(self, contact: ContactFacts) -> None:
        self._contact = contact
        self.form.clear()
        self._close()
        self._focus.give_back()
        self.retranslate()
        self._desk.messages.note(self.tr("Left to a supervisor, as a follow-up for today"))
        self.left_to_supervisor.emit(contact)
        self.contact_changed.emit(contact)

    def _ask_supervisor(self) -> None:
        dialog = OverrideDialog(self._desk, self.form.speaker_value(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.approved.connect(self._override)
        self._dialog = dialog
        dialog.open()

    def _override(self, supervisor: Actor, reason: str) -> None:
        if self._contact is None:
            return
        work = partial(
            override,
            contact_id=self._contact.contact_id,
            speaker=self.form.speaker_value(),
            reason=reason,
            supervisor=supervisor,
            **self._who(),
        )
        self.wanted.emit(Doing(work, self._overridden, self._not_overridden))

    def _overridden(self, checked: Checked) -> None:
        if self._dialog is not None and isValid(self._dialog):
            self._dialog.accept()
        self._dialog = None
        self._take_result(checked)

    def _not_overridden(self, error: Exception) -> None:
        if self._dialog is not None and isValid(self._dialog):
            self._dialog.show_problem(errors.sentence(error))

    def _who(self) -> dict[str, Any]:
        return {"by": self._desk.actor, "now": self._desk.now}

    def _close(self) -> None:
        was_open = self.is_open()
        self.form.hide()
        self._fold()
        if was_open:
            self.opened.emit(False)
