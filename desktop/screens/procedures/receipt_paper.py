"""The control copy of what was just done: printed or saved, made while nobody waits."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from db.rules.control_copy import Checked, ControlCopy, Field
from db.rules.paper import PaperKind
from desktop.issuer import issuer
from desktop.notices.control_copy import control_copy
from desktop.printing import Paper, PaperOut

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from desktop.desk import Desk
    from desktop.screens.procedures.form import Done, ProcedureForm
    from desktop.screens.procedures.last_pages import DonePage

_TWO = 2  # one for the customer, one for the bureau


class ReceiptPaper(QObject):
    """Knows what was done last; lets its paper out as often as it is asked to."""

    def __init__(self, desk: Desk, page: DonePage) -> None:
        super().__init__(page)
        self._desk = desk
        self._facts: ControlCopy | None = None
        self._customer_id: int | None = None
        self._title = ""
        self.out = PaperOut(desk, page)
        page.print_wanted.connect(self.print)
        page.save_wanted.connect(self.save)

    def of(self, form: ProcedureForm, done: Done) -> None:
        """The paper is about this act."""
        self._facts = _facts(self._desk, form, done)
        self._customer_id = form.case.head.customer_id
        self._title = form.title()

    def print(self) -> None:
        """Print both copies."""
        self._make(self.out.print)

    def save(self) -> None:
        """Ask where to save it as a PDF."""
        self._make(self.out.save)

    def _make(self, then: Callable[[Paper], None]) -> None:
        if self._facts is not None:
            work = partial(control_copy, self._facts, self._desk.language.code)
            self._desk.tasks.run(self, work, partial(self._let_out, then))

    def _let_out(self, then: Callable[[Paper], None], data: bytes) -> None:
        if self._facts is not None:
            receipt = self._facts.receipt
            kind, whose = PaperKind.CONTROL_COPY, self._customer_id
            # the login ID is for the customer alone: no staff screen shows it again
            kept = all(line.field is not Field.LOGIN_ID for line in self._facts.lines)
            language = self._desk.language.code
            paper = Paper(kind, receipt, whose, self._title, data, copies=_TWO)
            then(replace(paper, language=language, kept=kept))


def _facts(desk: Desk, form: ProcedureForm, done: Done) -> ControlCopy:
    case, known = form.case, form.case.identity
    at: dt.datetime = desk.now
    return ControlCopy(
        procedure=form.procedure,
        receipt=done.receipt,
        at=at,
        channel=case.contact.channel,
        issuer=issuer(desk),
        customer_name=case.head.name,
        customer_kind=case.head.kind,
        portal_number=case.contract.portal_number if case.contract else "",
        lines=done.lines,
        next_steps=done.next_steps,
        checked=Checked(known.speaker, known.method, known.items) if known else None,
        terms_version=done.terms_version,
        consented_at=at if done.terms_version else None,
    )
