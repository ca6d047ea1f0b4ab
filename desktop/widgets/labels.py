"""Words on the screen, with the air between lines that BIZ UD type leaves to its user."""

from __future__ import annotations

import re
from html import escape
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop import theme
from desktop.assets import pixmap

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QResizeEvent
    from PySide6.QtWidgets import QWidget

# The type's ascent and descent make exactly 1 em: without this, lines touch.
_LEADING_EM = 0.28
_LINE_HEIGHT = 145
# longer than the words of a language: a path, an address, a checksum
_LONG_WORD = re.compile(r"[!-.0-~]{17,}")
_MAY_BREAK = "\u200b"
# in the type's own size the break, which another font has to lend, would part the lines
_BREAK = f"<span style='font-size:1px'>{_MAY_BREAK}</span>"


class Label(QLabel):
    """A line of text in a role: body kpi h1 h2 h3 num figure sub xs err warn link."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        parent: QWidget | None = None,
        *,
        selectable: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setText(text)

    def set_role(self, role: str) -> None:
        """Set the text in another role from now on."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)

    def sizeHint(self) -> QSize:
        return self._with_leading(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._with_leading(super().minimumSizeHint())

    def _with_leading(self, size: QSize) -> QSize:
        leading = round(_LEADING_EM * self.fontMetrics().height())
        return QSize(size.width(), size.height() + leading)


class Paragraph(Label):
    """A sentence or more, wrapped, with room between the lines; what has no spaces wraps too."""

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None) -> None:
        self._text = text
        super().__init__("", role, parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setText(text)

    def setText(self, text: str) -> None:
        self._text = text
        breakable = _LONG_WORD.sub(lambda word: _MAY_BREAK.join(word[0]), text)
        words = escape(breakable).replace(_MAY_BREAK, _BREAK).replace("\n", "<br>")
        super().setText(f"<div style='line-height:{_LINE_HEIGHT}%'>{words}</div>" if words else "")
        self.setAccessibleName(text)

    def text(self) -> str:
        return self._text

    def selected(self) -> str:
        """What is marked in it, as it was set."""
        return self.selectedText().replace(_MAY_BREAK, "")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._centre()
        super().changeEvent(event)

    def _centre(self) -> None:
        # Qt puts all of a line's extra height below it
        half = ceil(self.fontMetrics().height() * (_LINE_HEIGHT - 100) / 200)
        self.setContentsMargins(0, half, 0, -half)

    def _with_leading(self, size: QSize) -> QSize:
        return size


class ElidedLabel(Label):
    """A line that is cut short rather than widening the window; the tooltip has it whole."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        parent: QWidget | None = None,
        *,
        selectable: bool = False,
    ) -> None:
        self._text = text
        super().__init__(text, role, parent, selectable=selectable)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self._elide()
        self.updateGeometry()

    def text(self) -> str:
        return self._text

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._text) + 2
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(40, self.sizeHint().width()), super().minimumSizeHint().height())

    def _elide(self) -> None:
        cut = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        super().setText(cut)
        self.setToolTip(self._text if cut != self._text else "")


class IconLabel(QLabel):
    """A small picture beside words; it says nothing that the words do not say."""

    def __init__(
        self,
        name: str,
        colour: str = "text2",
        parent: QWidget | None = None,
        *,
        size: str = "icon",
        filled: bool = False,
    ) -> None:
        super().__init__(parent)
        self._filled = filled
        self._size = size
        self.show_icon(name, theme.of(self).colour(colour))

    def show_icon(self, name: str, colour: QColor) -> None:
        """Show another picture."""
        px = theme.of(self).px(self._size)
        self.setFixedSize(px, px)
        self.setPixmap(pixmap(name, colour, size=px, filled=self._filled))
