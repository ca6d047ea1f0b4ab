"""Terms, privacy and the other texts a customer may ask about, to be read and searched."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAction,
    QKeySequence,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QDialog, QLineEdit, QTextBrowser, QTextEdit, QWidget

from desktop import theme
from desktop.bureau_texts import TextKind, read_text
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.segments import Segments
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QTextBlock

    from desktop.i18n import Language

_KINDS = tuple(TextKind)
_DIALOG_SIZE = (900, 600)
_FIND_WIDTH = 220
_READABLE_WIDTH = 800
_LINE_HEIGHT = 165
_MOST_FINDS = 1000
_ESC = "  Esc"


class FindEdit(QLineEdit):
    """What is looked for in a text; Enter goes on, Shift+Enter back, Esc gives up."""

    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False
        self.setClearButtonEnabled(True)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                if not self._composing:
                    self.stepped.emit(-1 if back else 1)
            case Qt.Key.Key_Escape if self.text() and not self._composing:
                self.clear()
                self.left.emit()
            case _:
                super().keyPressEvent(event)


class TextReader(Translated, QWidget):
    """One text at a time, in the language of the screens, with a search through it."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._language = language
        self._finds: list[QTextCursor] = []
        self._at = 0
        self.kinds = Segments("", len(_KINDS), self)
        self.finder = FindEdit(self)
        self.finder.setFixedWidth(_FIND_WIDTH)
        self.place = Label("", "sub", self)
        self.back = Button("", ButtonKind.ICON, "chevron-up", self)
        self.on = Button("", ButtonKind.ICON, "chevron-down", self)
        self.browser = QTextBrowser(self)
        self._find_action = QAction(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_text(self, kind: TextKind) -> None:
        """Show a text from its beginning."""
        self.kinds.choose(_KINDS.index(kind))
        self._show_chosen()

    def retranslate(self) -> None:
        self.kinds.set_name(self.tr("Text"))
        self.kinds.set_labels(
            (
                self.tr("Terms of use"),
                self.tr("Privacy"),
                self.tr("About this site"),
                self.tr("Security advice"),
            )
        )
        words = self.tr("Search this text")
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
        head = row(self.kinds, STRETCH, self.place, self.finder, self.back, self.on, gap=6)
        body = column(head, gap=12, margins=(16, 12, 16, 16))
        body.addWidget(self.browser, 1)
        self.setLayout(body)

    def _connect(self) -> None:
        self._find_action.setShortcut(QKeySequence("Ctrl+F"))
        self._find_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._find_action.triggered.connect(self._begin_search)
        self.addAction(self._find_action)
        self.kinds.chosen.connect(self._show_chosen)
        self.finder.textChanged.connect(self._search)
        self.finder.stepped.connect(self._step)
        self.finder.left.connect(self.browser.setFocus)
        self.back.clicked.connect(self._step_back)
        self.on.clicked.connect(self._step_on)

    def _show_chosen(self) -> None:
        kind = _KINDS[self.kinds.current()]
        self.browser.setMarkdown(read_text(kind, self._language.code))
        self.browser.setAccessibleName(self.kinds.button(self.kinds.current()).text())
        self._set_type()
        self._search()

    def _set_type(self) -> None:
        look = theme.of(self)
        cursor = QTextCursor(self.browser.document())
        block = self.browser.document().begin()
        while block.isValid():
            self._set_block(cursor, block, look)
            block = block.next()
        for frame in self.browser.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._set_table(frame, look)

    @staticmethod
    def _set_table(table: QTextTable, look: theme.Theme) -> None:
        lines = table.format()
        lines.setCellPadding(6)
        lines.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        lines.setBorderBrush(look.colour("line"))
        lines.setTopMargin(6)
        lines.setBottomMargin(6)
        table.setFormat(lines)

    def _set_block(self, cursor: QTextCursor, block: QTextBlock, look: theme.Theme) -> None:
        level = block.blockFormat().headingLevel()
        spacing = QTextBlockFormat()
        spacing.setLineHeight(
            _LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        spacing.setTopMargin({1: 4, 2: 14}.get(level, 2))
        spacing.setBottomMargin(2)
        cursor.setPosition(block.position())
        cursor.mergeBlockFormat(spacing)
        if level:
            letters = QTextCharFormat()
            letters.setFont(look.font("h1" if level == 1 else "h2"))
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            # not merged: the size that Markdown gave would win
            cursor.setCharFormat(letters)

    def _begin_search(self) -> None:
        self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.finder.selectAll()

    def _search(self) -> None:
        typed = self.finder.text().strip()
        plain = unicodedata.normalize("NFKC", typed)
        self._finds = self._all(typed) or self._all(plain)
        self._at = 0
        self._show_finds()

    def _all(self, words: str) -> list[QTextCursor]:
        found: list[QTextCursor] = []
        document = self.browser.document()
        cursor = document.find(words) if words else QTextCursor()
        while not cursor.isNull() and len(found) < _MOST_FINDS:
            found.append(cursor)
            cursor = document.find(words, cursor)
        return found

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
