"""How documents leave: issued first where they are new, then printed or saved; and their post."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.errors import RuleBroken
from db.rules.paper import PaperWay
from desktop import errors
from desktop.printers import Printers
from desktop.printing import FromFile, Paper, PaperOut
from desktop.screens.documents.fetching import posted, returned
from desktop.screens.documents.proposal import issuing
from desktop.theme import Kind

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from PySide6.QtWidgets import QWidget

    from db.commands.documents import Issued
    from db.queries.documents import DocumentFacts
    from desktop.case import Case
    from desktop.desk import Desk
    from desktop.screens.documents.proposal import Proposal


@dataclass(frozen=True, slots=True)
class HowToPrint:
    """How often a paper is wanted, under which title, and whether as a file too."""

    title: str
    copies: int
    also_save: bool


class Leaving(QObject):
    """One document leaves at a time; one that could not is kept, and tried again."""

    issued = Signal(object, object)  # Issued, Case
    changed = Signal()  # how a document stands, or what there is
    refused = Signal(object)  # RuleBroken: it was not issued

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._busy = False
        self._to_save: Paper | None = None
        self.out = PaperOut(desk, window)
        self.out.left.connect(self._say_left)
        self.out.failed.connect(self._say_failed)

    def look_for_printers(self, then: Callable[[tuple[str, ...]], None]) -> None:
        """Ask the system which printers there are: that can take seconds."""
        self._desk.tasks.run(self, _printers, then)

    def issue(
        self, proposal: Proposal, case: Case, how: HowToPrint, *, in_spite_of: AbstractSet[str]
    ) -> None:
        """Issue what is proposed, and print it as it was issued."""
        if not self._busy:
            self._busy = True
            work = issuing(self._desk, proposal, case, in_spite_of=in_spite_of)
            then = partial(self._print_issued, case, how)
            self._desk.tasks.write(self, work, then, self._refuse)

    def print(self, paper: Paper, *, also_save: bool) -> None:
        """Print a document; afterwards ask where to save it, if that is wanted too."""
        if not self._busy:
            self._busy = True
            self._let_out(paper, also_save=also_save)

    def save(self, paper: Paper) -> None:
        """Ask where to save a document as a PDF."""
        self.out.save(paper)

    def post(self, document: DocumentFacts) -> None:
        """Note that a document was posted."""
        work = partial(posted, document=document, desk=self._desk)
        self._desk.tasks.write(self, work, self._say_changed, self._tell)

    def take_back(self, document: DocumentFacts) -> None:
        """Note that the post brought a document back."""
        work = partial(returned, document=document, desk=self._desk)
        self._desk.tasks.write(self, work, self._say_changed, self._tell)

    def _print_issued(self, case: Case, how: HowToPrint, issued: Issued) -> None:
        self.issued.emit(issued, case)
        file = FromFile(issued.document_id, case.contact.contact_id)
        whose = case.head.customer_id
        paper = Paper(issued.kind, issued.number, whose, how.title, issued.data, how.copies, file)
        self._let_out(paper, also_save=how.also_save)

    def _let_out(self, paper: Paper, *, also_save: bool) -> None:
        self._to_save = replace(paper, copies=1) if also_save else None
        self.out.print(paper)

    def _say_left(self, way: PaperWay) -> None:
        self._busy = False
        wanted, self._to_save = self._to_save, None
        self.changed.emit()
        if way is PaperWay.PRINTER and wanted is not None:
            self.out.save(wanted)

    def _say_failed(self, _error: Exception) -> None:
        self._busy = False
        self.changed.emit()

    def _refuse(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, RuleBroken):
            self.refused.emit(error)
        else:
            self._tell(error)

    def _tell(self, error: Exception) -> None:
        self._desk.messages.tell(Kind.ERR, errors.sentence(error))
        self.changed.emit()

    def _say_changed(self, _done: object) -> None:
        self.changed.emit()


def _printers() -> tuple[str, ...]:
    return tuple(Printers().names())
