"""Lets the login-information letter out: straight to the printer, shown to nobody."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.rules.login_letter import LoginLetter
from db.rules.paper import PaperKind
from desktop.format import LanguageCode
from desktop.issuer import issuer
from desktop.notices.login_letter import login_letter
from desktop.printing import Paper, PaperOut

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from db.commands.member_recovery import LetterSecret
    from db.queries.members import MemberForm
    from db.rules.words import CustomerKind
    from desktop.desk import Desk

translate = QCoreApplication.translate


class LetterOut:
    """Makes the letter and forgets it; what did not get out is kept by the bar that says so."""

    def __init__(self, desk: Desk, form: QWidget) -> None:
        self._desk = desk
        self._form = form

    def let_out(self, secret: LetterSecret, member: MemberForm, kind: CustomerKind) -> None:
        """Print the letter in the member's own language."""
        facts = LoginLetter(
            receipt=secret.receipt,
            at=self._desk.now,
            expires_at=secret.expires_at,
            issuer=issuer(self._desk),
            name=member.name,
            kind=kind,
            postal_code=member.postal_code or "",
            address=member.address,
        )
        language = LanguageCode(member.language.value)
        work = partial(login_letter, facts, secret.password, language)
        # the form may be closed before the printer answers: the window outlives it
        out = PaperOut(self._desk, self._form.window())
        out.left.connect(out.deleteLater)
        paper = Paper(PaperKind.LOGIN_LETTER, secret.receipt, member.customer_id, "", b"")
        then = partial(_print, out, replace(paper, language=language))
        self._desk.tasks.run(out, work, then)


def _print(out: PaperOut, paper: Paper, data: bytes) -> None:
    out.print(replace(paper, title=translate("Letter", "Login information"), data=data))
