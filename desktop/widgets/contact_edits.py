"""Line edits for how somebody is reached: e-mail address, postal code."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from desktop.widgets.typed_text import CodeEdit, DigitsEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_DIGITS = 7
_BEFORE_HYPHEN = 3


class EmailEdit(CodeEdit):
    """An e-mail address: half-width and without any space once it is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editingFinished.connect(self._close_up)

    def _close_up(self) -> None:
        tidy = "".join(unicodedata.normalize("NFKC", self.text()).split())
        if tidy != self.text():
            self.setText(tidy)


class PostalEdit(DigitsEdit):
    """A postal code, shown as 920-0853 once it is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, most=_DIGITS + 1, keeps_hyphens=True)
        self.editingFinished.connect(self._hyphenate)

    def code(self) -> str:
        """The digits alone, as they are stored."""
        return self.text().replace("-", "")

    def set_code(self, digits: str) -> None:
        """Show a stored code."""
        self.setText(digits)
        self._hyphenate()

    def _hyphenate(self) -> None:
        digits = self.code()
        whole = len(digits) == _DIGITS
        tidy = f"{digits[:_BEFORE_HYPHEN]}-{digits[_BEFORE_HYPHEN:]}" if whole else digits
        if tidy != self.text():
            self.setText(tidy)
