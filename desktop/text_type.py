"""A text of the bureau set for reading on the screen, and for paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import (
    QFont,
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
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())  # printing adds two centimetres all round
    document = QTextDocument()
    letters = QFont(look.font("body"))
    letters.setPointSizeF(_PAPER_POINTS)
    document.setDefaultFont(letters)
    document.setMarkdown(markdown)
    _space(document)
    document.print_(writer)
    del writer  # it writes the end of the file when it goes
    return bytes(buffer.data().data())


def _space(document: QTextDocument) -> None:
    cursor, block = QTextCursor(document), document.begin()
    while block.isValid():
        cursor.setPosition(block.position())
        cursor.mergeBlockFormat(_spacing(block.blockFormat().headingLevel()))
        block = block.next()


def _spacing(level: int) -> QTextBlockFormat:
    spacing = QTextBlockFormat()
    spacing.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    spacing.setTopMargin({1: 4, 2: 14, 3: 10}.get(level, 2))
    spacing.setBottomMargin(2)
    return spacing


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
    spacing = _spacing(level)
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
