"""A name and its reading: the furigana come from what was typed before it became kanji."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from desktop.theme import Kind
from desktop.widgets.chip import Chip
from desktop.widgets.field import TextField
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QInputMethodEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}
_KANA = re.compile(r"[ぁ-ゖァ-ヺー・゛゜\s]+")
_CHIP_GAP = 6


def to_katakana(text: str) -> str:
    """Hiragana and half-width kana as katakana, runs of spaces as one: ﾔﾏﾀﾞ → ヤマダ."""
    plain = unicodedata.normalize("NFKC", text).translate(_KATAKANA)
    return re.sub(r"\s+", " ", plain).strip()


class NameEdit(QLineEdit):
    """A name typed with an input method, which tells how each piece of it is read."""

    read = Signal(str)  # the reading of what was just committed, in katakana
    emptied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = ""
        self.textChanged.connect(self._tell_emptied)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        composed, committed = event.preeditString(), event.commitString()
        if committed:
            self._tell_reading(committed)
        if not composed:
            self._reading = ""
        elif _KANA.fullmatch(_wide(composed)):
            # やまd is on its way, 山田 is a conversion: neither says how the name is read
            self._reading = _wide(composed)
        super().inputMethodEvent(event)

    def _tell_reading(self, committed: str) -> None:
        plain = _wide(committed)
        known = plain if _KANA.fullmatch(plain) else self._reading
        if known:
            self.read.emit(known.translate(_KATAKANA))

    def _tell_emptied(self, text: str) -> None:
        if not text:
            self.emptied.emit()


class KanaEdit(QLineEdit):
    """Furigana that follow a name until somebody edits them by hand."""

    automatic_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._automatic = True
        self.textEdited.connect(self._take_over)
        self.editingFinished.connect(self._tidy)

    @property
    def automatic(self) -> bool:
        """Whether the furigana come from the name by themselves."""
        return self._automatic

    def follow(self, name: NameEdit) -> None:
        """Take the reading of ``name``."""
        name.read.connect(self._append)
        name.emptied.connect(self._begin_anew)

    def set_known(self, text: str) -> None:
        """Show furigana that are on file: typing in the name does not add to them."""
        self.setText(text)
        self._set_automatic(not text)

    def _append(self, reading: str) -> None:
        if self._automatic:
            self.setText(f"{self.text()}{reading}".lstrip())

    def _begin_anew(self) -> None:
        if self._automatic:
            self.clear()

    def _take_over(self, text: str) -> None:
        self._set_automatic(not text)

    def _set_automatic(self, automatic: bool) -> None:
        if automatic is not self._automatic:
            self._automatic = automatic
            self.automatic_changed.emit(automatic)

    def _tidy(self) -> None:
        tidy = to_katakana(self.text())
        if tidy != self.text():
            self.setText(tidy)


class KanaField(Translated, TextField):
    """The furigana beside a name, marked while they come by themselves."""

    def __init__(self, name: NameEdit, parent: QWidget | None = None) -> None:
        self.kana = _MarkedKanaEdit()
        super().__init__(self.kana, parent)
        self.kana.follow(name)
        self.retranslate()

    def retranslate(self) -> None:
        self.kana.mark(self.tr("auto", "furigana taken from the input method"))


class _MarkedKanaEdit(KanaEdit):
    """Furigana with the chip that says whether they are automatic, inside on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chip = Chip("", Kind.MUTE, parent=self)
        self._chip.hide()
        self.textChanged.connect(self._place)
        self.automatic_changed.connect(self._place)

    def mark(self, words: str) -> None:
        self._chip.show_state(words, Kind.MUTE)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        marked = self.automatic and bool(self.text())
        size = self._chip.sizeHint()
        self._chip.resize(size)
        self._chip.move(
            self.width() - size.width() - _CHIP_GAP, (self.height() - size.height()) // 2
        )
        self._chip.setVisible(marked)
        self.setTextMargins(0, 0, size.width() if marked else 0, 0)


def _wide(text: str) -> str:
    return unicodedata.normalize("NFKC", text)
