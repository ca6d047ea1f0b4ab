"""Line edits that know what kind of text they are for: digits, codes, passwords."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

# whatever a Japanese keyboard makes of the hyphen key
_DASHES = str.maketrans("‐‑‒–—―−ーｰ－", "-" * 10)


class _WithoutInputMethod(QLineEdit):
    """Keys arrive as they are struck: Windows switches its Japanese input off in here."""

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: Any = None) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        if argument is None:
            return super().inputMethodQuery(query)
        return super().inputMethodQuery(query, argument)


class DigitsEdit(_WithoutInputMethod):
    """Digits only: full-width ones become half-width, spaces and hyphens of a pasted number go."""

    def __init__(
        self, parent: QWidget | None = None, *, most: int = 0, keeps_hyphens: bool = False
    ) -> None:
        super().__init__(parent)
        self._most = most
        self._allowed = "0123456789-" if keeps_hyphens else "0123456789"
        self.setProperty("figures", "true")
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.textChanged.connect(self._tidy)

    def _tidy(self, text: str) -> None:
        tidy = self._digits(text)
        if tidy == text:
            return
        before = len(self._digits(text[: self.cursorPosition()]))
        self.setText(tidy)
        self.setCursorPosition(before)

    def _digits(self, text: str) -> str:
        folded = text.translate(_DASHES)
        folded = unicodedata.normalize("NFKC", folded)
        digits = "".join(letter for letter in folded if letter in self._allowed)
        return digits[: self._most] if self._most else digits


class CodeEdit(_WithoutInputMethod):
    """An ID or code: half-width and without spaces around it, however it was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhLatinOnly
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.editingFinished.connect(self._tidy)

    def _tidy(self) -> None:
        tidy = unicodedata.normalize("NFKC", self.text()).strip()
        if tidy != self.text():
            self.setText(tidy)


class Notice(StrEnum):
    """Why what is typed blindly may not be what was meant."""

    NONE = "none"
    CAPS_LOCK = "caps_lock"
    INPUT_METHOD = "input_method"


class PasswordEdit(_WithoutInputMethod):
    """Dots for letters; notices Caps Lock and Japanese input as well as Qt lets it."""

    noticed = Signal(Notice)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice = Notice.NONE
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_CapsLock:
            on = self._notice is not Notice.CAPS_LOCK
            self._tell(Notice.CAPS_LOCK if on else Notice.NONE)
        elif event.text().isascii() and event.text().isalpha():
            self._tell(Notice.CAPS_LOCK if _caps_lock_made(event) else Notice.NONE)
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.preeditString() or not event.commitString().isascii():
            self._tell(Notice.INPUT_METHOD)
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._tell(Notice.NONE)
        super().focusOutEvent(event)

    def _tell(self, notice: Notice) -> None:
        if notice is not self._notice:
            self._notice = notice
            self.noticed.emit(notice)


def _caps_lock_made(event: QKeyEvent) -> bool:
    """A capital without Shift, or a small letter with it, comes only of Caps Lock."""
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return event.text().isupper() is not shifted
