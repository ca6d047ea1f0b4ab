"""What the preview shows: a document as it was issued, or what would be issued."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from db.errors import RuleBroken
from db.queries.documents import StoredPdf
from desktop import errors
from desktop.printing import FromFile, Paper
from desktop.screens.documents.fetching import may_see, opened
from desktop.screens.documents.leaving import HowToPrint, Leaving
from desktop.screens.documents.proposal import Asked, faults_of, proposing, warned_of
from desktop.screens.documents.words import (
    document_title,
    not_kept,
    printed_before,
    title_of,
)
from desktop.theme import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.commands.documents import Issued
    from db.queries.documents import DocumentFacts
    from db.rules.notice_facts import Wanted
    from desktop.case import Case
    from desktop.desk import Desk
    from desktop.screens.documents.options import PrintOptions
    from desktop.screens.documents.preview import PreviewCard
    from desktop.screens.documents.proposal import Proposal
    from desktop.tasks import Task

_STOPS = "slip."
_UNKNOWN = "identity."


class ShownPage(QObject):
    """One paper at a time; of the one before nothing stays."""

    refused = Signal(object)  # RuleBroken: there is no such paper
    kept = Signal(int)  # document id: what was proposed is issued

    def __init__(self, desk: Desk, preview: PreviewCard, options: PrintOptions) -> None:
        super().__init__(preview)
        self._desk = desk
        self._preview = preview
        self._options = options
        self._case: Case | None = None
        self._task: Task[Any] | None = None
        self._document: DocumentFacts | None = None
        self._stored: tuple[int, StoredPdf] | None = None
        self._asked: Asked | None = None
        self._proposal: Proposal | None = None
        self._in_spite_of: frozenset[str] = frozenset()
        self._others: Sequence[DocumentFacts] = ()
        self.leaving = Leaving(desk, preview)
        self._connect()

    def take_case(self, case: Case | None) -> None:
        """Whom the papers are about from now on."""
        self._case = case

    def take_documents(self, documents: Sequence[DocumentFacts]) -> None:
        """What was issued already: a second slip for the same may be a mistake."""
        self._others = documents
        if self._proposal is not None:
            self._say_proposal(self._proposal)

    def forget(self) -> None:
        """Show nothing, and keep no paper in memory."""
        if self._task is not None:
            self._task.drop()
        self._task = self._document = self._stored = self._asked = self._proposal = None
        self._in_spite_of = frozenset()
        self._preview.show_nothing(self.tr("No document is shown"), "")
        self._options.show_nothing()

    def show_document(self, document: DocumentFacts) -> None:
        """Show a document as it was issued; that it is looked at is recorded first."""
        if self._stored is not None and self._stored[0] == document.document_id:
            self._document = document
            self.retranslate()  # it stands there already, only its fate is new
            return
        self.forget()
        self._document = document
        case = self._case
        if case is None or not may_see(case):
            self._preview.show_unknown()
        elif not document.kept:
            self._preview.show_nothing(*not_kept(document), icon="doc")
            self._say_document(document)
        else:
            self._open(case, document)

    def propose(self, wanted: Wanted) -> None:
        """Show a paper as it would be issued; printed, it is."""
        self.forget()
        if self._case is None or not may_see(self._case):
            self._preview.show_unknown()
            return
        asked = Asked(wanted, self._options.chosen_language(), self._desk.new_key())
        self._draw(asked)

    def again(self) -> None:
        """Try once more to show it."""
        if self._asked is not None:
            self._draw(self._asked)
        elif self._document is not None:
            self.show_document(self._document)

    def print(self) -> None:
        """Print it; what is proposed is issued by that, unless something speaks against it."""
        case, proposal = self._case, self._proposal
        if case is None or not self._preview.shows_page():
            return
        if proposal is None:
            paper = self._paper()
            if paper is not None:
                self.leaving.print(paper, also_save=self._options.also_save.isChecked())
        elif proposal.stops - self._in_spite_of:
            self._preview.warning.action.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            how = HowToPrint(
                self._title(), self._options.chosen_copies(), self._options.also_save.isChecked()
            )
            self.leaving.issue(proposal, case, how, in_spite_of=self._in_spite_of)

    def retranslate(self) -> None:
        """Say anew what is shown."""
        if self._preview.is_unknown():
            return
        if self._proposal is not None:
            self._say_proposal(self._proposal)
        elif self._document is not None:
            if not self._document.kept:
                self._preview.show_nothing(*not_kept(self._document), icon="doc")
            self._say_document(self._document)
        elif self._asked is None:
            self.forget()

    def _connect(self) -> None:
        self._preview.retry_wanted.connect(self.again)
        self._preview.in_spite_wanted.connect(self._print_in_spite)
        self._options.print_wanted.connect(self.print)
        self._options.save_wanted.connect(self._save)
        self._options.mailed.connect(self._post)
        self._options.came_back.connect(self._take_back)
        self.leaving.issued.connect(self._take_issued)
        self.leaving.refused.connect(self._take_refusal)

    def _open(self, case: Case, document: DocumentFacts) -> None:
        self._preview.show_waiting(document_title(document, self._desk.language.code))
        at, contact_id = document.document_id, case.contact.contact_id
        work = partial(opened, document_id=at, contact_id=contact_id, desk=self._desk)
        then = partial(self._take_stored, document)
        self._task = self._desk.tasks.write(self, work, then, self._fail)

    def _take_stored(self, document: DocumentFacts, stored: StoredPdf) -> None:
        self._stored = document.document_id, stored
        first, pages = stored.first_page, stored.pages
        self._preview.show_pdf(stored.data, first_page=first, pages=pages)
        self._say_document(document)

    def _draw(self, asked: Asked) -> None:
        self._asked = asked
        self._preview.show_waiting(title_of(asked.wanted.kind, None, self._desk.language.code))
        work = proposing(self._desk, asked)
        self._task = self._desk.tasks.run(self, work, self._take_proposal, self._fail)

    def _take_proposal(self, proposal: Proposal) -> None:
        self._proposal = proposal
        self._preview.show_pdf(proposal.data, first_page=1, pages=None)
        self._say_proposal(proposal)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, RuleBroken) and error.code.startswith(_UNKNOWN):
            self._preview.show_unknown()
        elif isinstance(error, RuleBroken) and self._asked is not None:
            self._asked = None
            self._preview.show_nothing(errors.sentence(error), "")
            self.refused.emit(error)
        else:
            self._preview.show_problem(errors.sentence(error))

    def _title(self) -> str:
        code = self._desk.language.code
        if self._proposal is not None:
            return title_of(self._proposal.asked.wanted.kind, self._proposal.month, code)
        return document_title(self._document, code) if self._document else ""

    def _say_document(self, document: DocumentFacts) -> None:
        self._preview.title.setText(self._title())
        told = printed_before(document, self._desk.today)
        self._options.show_document(document, kept=document.kept, told=told)

    def _say_proposal(self, proposal: Proposal) -> None:
        self._preview.title.setText(self._title())
        self._preview.say_faults(faults_of(proposal))
        open_stops = proposal.stops - self._in_spite_of
        code = self._desk.language.code
        self._preview.say_warning(warned_of(proposal, code), decide=bool(open_stops))
        told = [self.tr("It gets its number when it is printed."), self._issued_before(proposal)]
        self._options.show_proposal("\n".join(line for line in told if line))

    def _issued_before(self, proposal: Proposal) -> str:
        kind, today = proposal.asked.wanted.kind, self._desk.today
        same = (
            each
            for each in self._others
            if (each.kind, each.month, each.yen) == (kind, proposal.month, proposal.yen)
            and each.issued_on == today
        )
        last = next(same, None)
        return printed_before(last, today) if last is not None else ""

    def _paper(self) -> Paper | None:
        document, case = self._document, self._case
        if document is None or case is None or self._stored is None:
            return None
        stored = self._stored[1]
        file = FromFile(
            document.document_id, case.contact.contact_id, stored.first_page, stored.pages
        )
        number, whose = document.number, case.head.customer_id
        copies = self._options.chosen_copies()
        return Paper(document.kind, number, whose, self._title(), stored.data, copies, file)

    def _print_in_spite(self) -> None:
        if self._proposal is not None:
            self._in_spite_of = self._proposal.stops
            self._say_proposal(self._proposal)
            self._preview.take_focus()
            self.print()

    def _save(self) -> None:
        paper = self._paper()
        if paper is not None:
            self.leaving.save(paper)

    def _post(self) -> None:
        if self._document is not None:
            self.leaving.post(self._document)

    def _take_back(self) -> None:
        if self._document is not None:
            self.leaving.take_back(self._document)

    def _take_issued(self, issued: Issued, case: Case) -> None:
        if case is not self._case and (self._case is None or case.head != self._case.head):
            return
        pages = self._preview.view.page_count or 1
        self._proposal = self._asked = None
        self._stored = issued.document_id, StoredPdf(issued.data, 1, pages)
        self._preview.say_warning("")
        self._preview.show_pdf(issued.data, first_page=1, pages=None)
        self.kept.emit(issued.document_id)

    def _take_refusal(self, error: RuleBroken) -> None:
        if error.code.startswith(_UNKNOWN):
            self._preview.show_unknown()
        elif error.code.startswith(_STOPS) and self._asked is not None:
            self._draw(self._asked)  # what speaks against it has come only now
        else:
            self._desk.messages.tell(Kind.ERR, errors.sentence(error))
