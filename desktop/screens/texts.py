"""Terms, privacy and the other texts a customer may ask about, to be read and searched."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QTextEdit, QWidget

from db.rules.periods import in_japan
from desktop import theme
from desktop.bureau_texts import TextKind, read_text, versions
from desktop.format import short_date
from desktop.text_type import set_type
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.combo import Combo
from desktop.widgets.find_edit import FindEdit
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.segments import Segments
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QFocusEvent

    from desktop.i18n import Language

_KINDS = tuple(TextKind)
_DIALOG_SIZE = (900, 600)
_FIND_WIDTH = 220
_READABLE_WIDTH = 800
_LINE_HEIGHT = 165
_MOST_FINDS = 1000
_ESC = "  Esc"


class TextReader(Translated, QWidget):
    """One text at a time, in the language of the screens, with a search through all of them.

    With ``hints`` it also shows what is for staff alone, and can print what is not.
    """

    print_wanted = Signal(str, str)  # title, Markdown without hints

    def __init__(
        self, language: Language, parent: QWidget | None = None, *, hints: bool = False
    ) -> None:
        super().__init__(parent)
        self._hints = hints
        self.setObjectName("clear")
        self._language = language
        self._finds: list[QTextCursor] = []
        self._at = 0
        self._agreed: tuple[str, dt.datetime] | None = None
        self.kinds = Segments("", len(_KINDS), self)
        self.finder = FindEdit(self)
        self.finder.setFixedWidth(_FIND_WIDTH)
        self.place = Label("", "sub", self)
        self.back = Button("", ButtonKind.ICON, "chevron-up", self)
        self.on = Button("", ButtonKind.ICON, "chevron-down", self)
        self.version = Combo(self)
        self.agreed = Label("", "sub", self)
        self.print = Button("", ButtonKind.PLAIN, "print", self)
        self.print.setVisible(hints)
        self.browser = QTextBrowser(self)
        self._find_action = QAction(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_text(self, kind: TextKind, version: str = "") -> None:
        """Show a text from its beginning, in the version somebody agreed to if one is named."""
        self.kinds.choose(_KINDS.index(kind))
        self._show_chosen()
        if version:
            if self.version.findText(version) < 0:
                self.version.addItem(version)
                self.version.show()
            self.version.setCurrentText(version)
            self._show_version()

    def show_agreed(self, version: str, agreed_at: dt.datetime | None = None) -> None:
        """Say to which version of the terms the member being served agreed; nothing for none."""
        self._agreed = (version, agreed_at) if version and agreed_at else None
        self._say_agreed()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("FAQ & terms"))
        self.kinds.set_name(self.tr("Text"))
        self.version.setAccessibleName(self.tr("Version"))
        self.version.setToolTip(self.tr("Version"))
        self.print.set_text(self.tr("Print"))
        words = self.tr("Search these texts")
        self.finder.setPlaceholderText(words)
        self.finder.setAccessibleName(words)
        self._find_action.setText(words)
        self.finder.setToolTip(self.tr("Enter: next, Shift+Enter: previous"))
        self.back.set_text(self.tr("Previous (Shift+Enter)"))
        self.on.set_text(self.tr("Next (Enter)"))
        self._show_chosen()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # not a focus proxy: Tab would step over all that stands before the text
        super().focusInEvent(event)
        self.browser.setFocus(event.reason())

    def _lay_out(self) -> None:
        self.browser.setObjectName("reader")
        self.browser.setOpenLinks(False)
        self.browser.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.browser.setLineWrapColumnOrWidth(_READABLE_WIDTH)
        head = row(self.kinds, STRETCH, self.version, self.print, gap=6)
        search = row(self.finder, self.back, self.on, self.place, STRETCH, self.agreed, gap=6)
        body = column(head, search, gap=10, margins=(16, 12, 16, 16))
        body.addWidget(self.browser, 1)
        self.setLayout(body)

    def _connect(self) -> None:
        self._find_action.setShortcut(QKeySequence("Ctrl+F"))
        self._find_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._find_action.triggered.connect(self._begin_search)
        self.addAction(self._find_action)
        self.kinds.chosen.connect(self._show_chosen)
        self.version.activated.connect(self._show_version)
        self.print.clicked.connect(self._print)
        self.finder.textChanged.connect(self._search)
        self.finder.stepped.connect(self._step)
        self.finder.left.connect(self.browser.setFocus)
        self.back.clicked.connect(self._step_back)
        self.on.clicked.connect(self._step_on)

    def _kind(self) -> TextKind:
        return _KINDS[self.kinds.current()]

    def _show_chosen(self) -> None:
        self.version.clear()
        self.version.addItems(versions(self._kind(), self._language.code))
        self.version.setVisible(self.version.count() > 1)
        self._show_version()

    def _show_version(self) -> None:
        chosen, code = self.version.currentText(), self._language.code
        text = read_text(self._kind(), code, version=chosen, hints=self._hints)
        if text is None:
            text = self.tr("Version {version} of this text is not kept here.").format(
                version=chosen
            )
        self.browser.setMarkdown(text)
        set_type(self.browser.document(), theme.of(self))
        self._search()
        self._say_agreed()
        self.browser.setAccessibleName(self._titles()[self.kinds.current()])

    def _say_agreed(self) -> None:
        told = ""
        if self._agreed is not None and self._kind() is TextKind.TERMS:
            version, at = self._agreed
            told = self.tr("The customer agreed to version {version} on {day}").format(
                version=version, day=short_date(in_japan(at).date())
            )
        self.agreed.setText(told)

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("FAQ"),
            self.tr("Terms of use"),
            self.tr("Privacy"),
            self.tr("About this site"),
            self.tr("Security advice"),
        )

    def _print(self) -> None:
        # hints are not for customers, and what is printed may be handed over
        text = read_text(self._kind(), self._language.code, version=self.version.currentText())
        if text is not None:
            self.print_wanted.emit(self._titles()[self.kinds.current()], text)

    def _begin_search(self) -> None:
        self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.finder.selectAll()

    def _search(self) -> None:
        typed = self.finder.text().strip()
        self._finds = _finds(self.browser.document(), typed)
        self._at = 0
        self.kinds.set_labels(self._titles(), self._counts(typed) if typed else ())
        self._show_finds()

    def _counts(self, typed: str) -> list[int]:
        """How often each text says it, so that nobody has to look through all of them."""
        counts = []
        for kind in _KINDS:
            document = QTextDocument()
            document.setMarkdown(read_text(kind, self._language.code, hints=self._hints) or "")
            here = kind is self._kind()
            counts.append(len(self._finds) if here else len(_finds(document, typed)))
        return counts

    def _step(self, by: int) -> None:
        if self._finds:
            self._at = (self._at + by) % len(self._finds)
            self._show_finds()

    def _step_back(self) -> None:
        self._step(-1)

    def _step_on(self) -> None:
        self._step(1)

    def _show_finds(self) -> None:
        self.place.setText(self._place_words())
        self.place.set_role("sub" if self._finds or not self.finder.text().strip() else "err")
        for button in (self.back, self.on):
            button.setEnabled(len(self._finds) > 1)
        self.browser.setExtraSelections(
            [self._mark(cursor, here=n == self._at) for n, cursor in enumerate(self._finds)]
        )
        if self._finds:
            start = QTextCursor(self._finds[self._at])
            start.clearSelection()
            self.browser.setTextCursor(start)

    def _place_words(self) -> str:
        if not self.finder.text().strip():
            return ""
        if not self._finds:
            return self.tr("Nothing found")
        told = self.tr("{place} of {count}")
        return told.format(place=self._at + 1, count=len(self._finds))

    def _mark(self, cursor: QTextCursor, *, here: bool) -> QTextEdit.ExtraSelection:
        look = theme.of(self)
        mark = QTextEdit.ExtraSelection()
        letters = QTextCharFormat()
        letters.setBackground(look.colour("primary" if here else "found"))
        letters.setForeground(look.colour("on_primary" if here else "text"))
        mark.cursor, mark.format = cursor, letters
        return mark


def _finds(document: QTextDocument, typed: str) -> list[QTextCursor]:
    """Where the words stand, as typed or else as half-width letters."""
    plain = unicodedata.normalize("NFKC", typed)
    return _all(document, typed) or (_all(document, plain) if plain != typed else [])


def _all(document: QTextDocument, words: str) -> list[QTextCursor]:
    found: list[QTextCursor] = []
    cursor = document.find(words) if words else QTextCursor()
    while not cursor.isNull() and len(found) < _MOST_FINDS:
        found.append(cursor)
        cursor = document.find(words, cursor)
    return found


class TextDialog(Translated, QDialog):
    """The texts in a window of their own, for those who have not signed in yet; Esc closes it."""

    def __init__(self, language: Language, kind: TextKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(*_DIALOG_SIZE)
        self.reader = TextReader(language, self)
        self.reader.show_text(kind)
        self._close = Button("", ButtonKind.PLAIN, parent=self)
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.accept)
        foot = clear_box(row(STRETCH, self._close, margins=(16, 0, 16, 14)))
        self.setLayout(column(self.reader, foot, gap=0))
        self.reader.setFocus()
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Terms, privacy and advice"))
        self._close.set_text(self.tr("Close") + _ESC)
