"""Withdrawal from the portal (退会): the reason, what happens next, and a tick on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from db.commands.member_withdrawal import Withdrawn, documents_owed, withdraw
from db.queries.member_settings import member_settings
from db.rules.control_copy import Field, NextStep
from db.rules.member_words import MemberState, Procedure, WithdrawalReason
from desktop import format as written
from desktop import member_words
from desktop.screens.procedures.form import Checked, Done
from desktop.screens.procedures.member_form import MemberForm, entered
from desktop.widgets.combo import ComboField
from desktop.widgets.fact_list import FactList
from desktop.widgets.labels import Label, Paragraph
from desktop.widgets.layouts import STRETCH, column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from db.engine import Database
    from desktop.case import Case
    from desktop.desk import Desk
    from desktop.screens.procedures.form import Work


class WithdrawForm(MemberForm):
    """Two steps on purpose: nothing is withdrawn before the consequences are explained."""

    procedure: ClassVar[Procedure] = Procedure.WITHDRAW
    states: ClassVar[tuple[MemberState, ...]] = (MemberState.ACTIVE, MemberState.SUSPENDED)

    def __init__(self, desk: Desk, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(desk, case, parent)
        self.reason: ComboField[WithdrawalReason] = self.add("reason", ComboField(self))
        self.reason.setMaximumWidth(360)
        self.places = FactList(self)
        self._owed, self._kept_days = 0, 0
        self._places_title = Label("", "h3", self)
        self._next_title = Label("", "h3", self)
        self._next = [Paragraph("", "body", self) for _ in range(5)]
        self.setLayout(
            column(
                self.reason,
                self._places_title,
                self.places,
                12,
                self._next_title,
                *self._next,
                STRETCH,
                gap=6,
            )
        )
        self.retranslate()

    def retranslate(self) -> None:
        self.reason.set_label(self.tr("Reason"))
        self.reason.set_choices(
            [(each, member_words.withdrawal_reason(each)) for each in WithdrawalReason]
        )
        self._places_title.setText(self.tr("Locations that leave the portal"))
        self._next_title.setText(self.tr("Explain to the customer"))
        told = (
            self.tr("• The login ID and the password no longer work, from this moment."),
            self.tr("• Reading notices and bills come by post, and unpaid bills stay owed."),
            self._owed_words(),
            self._kept_words(),
            self.tr("• The customer may register again at any time."),
        )
        for line, words in zip(self._next, told, strict=True):
            line.setText(words)

    def title(self) -> str:
        return self.tr("Withdrawal")

    def consent(self) -> str:
        return self.tr("Explained, and the customer agrees to withdraw")

    def load(self, database: Database) -> Any:
        member = super().load(database)
        with database.reading() as session:
            owed = documents_owed(session, member.customer_id, today=self.desk.today)
            return member, owed, member_settings(session).keep_withdrawn_days

    def fill(self, facts: Any) -> None:
        member, self._owed, self._kept_days = facts
        super().fill(member)
        self.retranslate()
        held = self.member.contracts
        self.places.show_facts((written.in_fours(c.portal_number), c.address) for c in held)

    def _owed_words(self) -> str:
        if not self._owed:
            return self.tr("• Nothing is unpaid: no document is owed any more.")
        return self.tr("• Unpaid bills: %n; their documents come by post.", "", self._owed)

    def _kept_words(self) -> str:
        if not self._kept_days:
            return self.tr("• The registered data is erased at once.")
        return self.tr("• Days the registered data is kept, then erased: %n.", "", self._kept_days)

    def summary(self) -> Sequence[Checked]:
        places = self.tr(", ", "between places").join(c.address for c in self.member.contracts)
        return (
            Checked(self.tr("Name"), self.member.name),
            Checked(self.tr("E-mail"), self.member.email_masked),
            Checked(self.tr("Locations"), places or "–"),
            Checked(self.tr("Reason"), self.reason.words()),
        )

    def act(self, key: str) -> Work:
        return self.writing(
            withdraw,
            self.member.member_id,
            version=self.member.version,
            reason=self.reason.value(),
            explained=True,
            **self.of_contact(key),
        )

    def done(self, outcome: Withdrawn) -> Done:
        kept = outcome.kept_until
        steps = [
            NextStep.PAPER_BY_POST,
            NextStep.DATA_ERASED if kept is None else NextStep.DATA_KEPT,
        ]
        lines = [
            entered(Field.REASON, self.reason.value()),
            entered(Field.DOCUMENTS_OWED, outcome.documents_owed),
            *(entered(Field.LOCATION, each.address) for each in self.member.contracts),
        ]
        if kept is not None:
            lines.append(entered(Field.KEPT_UNTIL, kept))
        return Done(
            outcome.receipt,
            self.tr("The membership has ended"),
            (*steps, NextStep.MAY_REGISTER_AGAIN),
            tuple(lines),
        )
