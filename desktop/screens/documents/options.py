"""How a document is printed: where, how often, in which language; and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from db.rules.paper import PaperLanguage
from desktop.paper_words import paper_language
from desktop.printing import BOTH_SIDES, PRINTER
from desktop.theme import Kind
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.choice import Choice
from desktop.widgets.labels import ElidedLabel, Label
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.segments import Segments
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from db.queries.documents import DocumentFacts
    from desktop.desk import Desk

_COPIES = 3
_LANGUAGES = tuple(PaperLanguage)


class PrintOptions(Translated, Card):
    """The printer and the sides are this desk's; the copies are those of one print alone."""

    print_wanted = Signal()
    save_wanted = Signal()
    mailed = Signal()
    came_back = Signal()
    language_chosen = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        body = column(gap=6, margins=(16, 12, 16, 14))
        super().__init__(body, parent)
        self._desk = desk
        self._names: tuple[str, ...] = ()
        self._title = Label("", "h2", self)
        self.number = ElidedLabel("", "figure", self)
        self._labels = [Label("", "h3", self) for _ in range(3)]
        self.printer: Choice[str] = Choice(self)
        self.copies = Segments("", _COPIES, self)
        self.language = Segments("", len(_LANGUAGES), self)
        self.both_sides = QCheckBox(self)
        self.also_save = QCheckBox(self)
        self.notice = Banner(Kind.INFO, "", self)
        self.post = Button("", ButtonKind.PLAIN, parent=self)
        self.back = Button("", ButtonKind.PLAIN, parent=self)
        self.save = Button("", ButtonKind.PLAIN, "doc", self)
        self.print = Button("", ButtonKind.PRIMARY, parent=self)
        self._build(body)
        self._connect()
        self.show_nothing()
        self.retranslate()

    def show_printers(self, names: tuple[str, ...]) -> None:
        """Offer the printers that this desk's system knows."""
        self._names = names
        self._offer_printers()

    def show_nothing(self) -> None:
        """There is nothing to print."""
        self.number.setText("")
        self.say("")
        self._enable(document=None, proposal=False)

    def show_document(self, document: DocumentFacts, *, kept: bool, told: str) -> None:
        """Offer to print a document that was issued; its language is what it is."""
        self.number.setText(document.number)
        self.language.choose(_LANGUAGES.index(document.language))
        self.copies.choose(0)
        self.say(told)
        self._enable(document=document if kept else None, proposal=False)
        self._offer_fates(document)

    def show_proposal(self, told: str) -> None:
        """Offer to print what is issued only then."""
        self.number.setText("")
        self.say(told)
        self._enable(document=None, proposal=True)

    def say(self, told: str) -> None:
        """Say what is to be known before printing."""
        self.notice.setVisible(bool(told))
        if told:
            self.notice.say(told)

    def chosen_copies(self) -> int:
        """How many copies are wanted."""
        return self.copies.current() + 1

    def chosen_language(self) -> PaperLanguage:
        """In which language a new document is wanted."""
        return _LANGUAGES[self.language.current()]

    def retranslate(self) -> None:
        self._title.setText(self.tr("Printing"))
        texts = (self.tr("Printer"), self.tr("Copies"), self.tr("Language"))
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        self.printer.setAccessibleName(self.tr("Printer"))
        self.copies.set_name(self.tr("Copies"))
        self.copies.set_labels([str(number + 1) for number in range(_COPIES)])
        self.language.set_name(self.tr("Language"))
        self.language.set_labels([paper_language(each) for each in _LANGUAGES])
        self.both_sides.setText(self.tr("On both sides"))
        self.also_save.setText(self.tr("Save as a PDF too"))
        self.save.set_text(self.tr("Save as a PDF…"))
        self.print.set_text(self.tr("Print") + "  F10")
        self.print.setAccessibleName(self.tr("Print"))
        self.post.set_text(self.tr("Posted"))
        self.post.setToolTip(self.tr("Write down that it was posted today"))
        self.back.set_text(self.tr("Came back"))
        self.back.setToolTip(self.tr("Write down that the post brought it back"))
        self._offer_printers()

    def _build(self, body: QVBoxLayout) -> None:
        copies = row(self._labels[1], STRETCH, self.copies)
        language = row(self._labels[2], STRETCH, self.language)
        fates = row(self.post, self.back, gap=8)
        head = row(self._title, STRETCH, self.number)
        upper = column(head, 4, self._labels[0], self.printer, 4, copies, language, gap=6)
        lower = column(self.both_sides, self.also_save, 2, self.notice, STRETCH, gap=2)
        for layout in (upper, lower, fates, column(self.save, self.print, gap=6)):
            body.addLayout(layout)
        body.setStretch(1, 1)

    def _connect(self) -> None:
        self.both_sides.setChecked(bool(self._desk.memory.text(BOTH_SIDES)))
        self.printer.picked.connect(self._keep_printer)
        self.both_sides.toggled.connect(self._keep_sides)
        self.language.chosen.connect(self.language_chosen)
        self.print.clicked.connect(self.print_wanted)
        self.save.clicked.connect(self.save_wanted)
        self.post.clicked.connect(self.mailed)
        self.back.clicked.connect(self.came_back)

    def _enable(self, *, document: DocumentFacts | None, proposal: bool) -> None:
        something = proposal or document is not None
        for part in (self.print, self.copies, self.also_save, self.both_sides, self.printer):
            part.setEnabled(something)
        for number in range(len(_LANGUAGES)):
            self.language.button(number).setEnabled(proposal)
        # what is not issued yet has no number: a file of it would be no document
        self.save.setEnabled(document is not None)
        for fate in (self.post, self.back):
            fate.setEnabled(False)
            fate.setVisible(not proposal)  # nothing of it is in the post yet

    def _offer_fates(self, document: DocumentFacts) -> None:
        self.post.setEnabled(document.mailed_on is None or document.returned_on is not None)
        self.back.setEnabled(document.mailed_on is not None and document.returned_on is None)

    def _offer_printers(self) -> None:
        kept = self._desk.memory.text(PRINTER)
        choices = [("", self.tr("The usual printer")), *((name, name) for name in self._names)]
        if kept and kept not in self._names:
            choices.append((kept, self.tr("{name} (not there)").format(name=kept)))
        self.printer.set_choices(choices)
        self.printer.choose(kept)

    def _keep_printer(self) -> None:
        self._desk.memory.keep_text(PRINTER, self.printer.value() or "")

    def _keep_sides(self, both: bool) -> None:
        self._desk.memory.keep_text(BOTH_SIDES, "yes" if both else "")
