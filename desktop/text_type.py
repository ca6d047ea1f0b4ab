"""A text of the bureau set for reading on the screen, and for paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import (
    QFont,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextTable,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock

    from desktop.theme import Theme

_LINE_HEIGHT: Final = 165
_MARGIN_MM: Final = 20.0
_PAPER_POINTS: Final = 10.5
_PAPER_DPI: Final = 600


def set_type(document: QTextDocument, look: Theme) -> None:
    """Set what Markdown gave: headings, lines with air, ruled tables, hints apart."""
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        _set_block(cursor, block, look)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _set_table(frame, look)


def text_pdf(markdown: str, look: Theme, *, title: str) -> bytes:
    """A text as the PDF of A4 pages that is printed."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setResolution(_PAPER_DPI)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, margins)
    layout.setUnits(QPageLayout.Unit.Millimeter)
    layout.setMargins(margins)
    writer.setPageLayout(layout)
    document = QTextDocument()
    letters = QFont(look.font("body"))
    letters.setPointSizeF(_PAPER_POINTS)
    document.setDefaultFont(letters)
    document.setMarkdown(markdown)
    document.print_(writer)
    del writer  # it writes the end of the file when it goes
    return bytes(buffer.data().data())


def _set_table(table: QTextTable, look: Theme) -> None:
    lines = table.format()
    lines.setCellPadding(6)
    lines.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    lines.setBorderBrush(look.colour("line"))
    lines.setTopMargin(6)
    lines.setBottomMargin(6)
    table.setFormat(lines)


def _set_block(cursor: QTextCursor, block: QTextBlock, look: Theme) -> None:
    level = block.blockFormat().headingLevel()
    spacing = QTextBlockFormat()
    spacing.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    spacing.setTopMargin({1: 4, 2: 14, 3: 10}.get(level, 2))
    spacing.setBottomMargin(2)
    if is_hint(block):
        spacing.setBackground(look.colour("info_ground"))
        spacing.setLeftMargin(12)
    cursor.setPosition(block.position())
    cursor.mergeBlockFormat(spacing)
    if level:
        letters = QTextCharFormat()
        letters.setFont(look.font("h1" if level == 1 else "h2"))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        # not merged: the size that Markdown gave would win
        cursor.setCharFormat(letters)


def is_hint(block: QTextBlock) -> bool:
    """Whether a paragraph is a hint for staff, which is written as a quotation."""
    quoted = block.blockFormat().property(QTextBlockFormat.Property.BlockQuoteLevel.value)
    return bool(quoted)
