"""The body of a notice: headings, sentences and tables, on as many pages as they need."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from db.rules.masking import in_fours
from desktop.format import LanguageCode
from desktop.notices.blocks import Block, Cell, fitting_size, place
from desktop.notices.letterhead import BODY_WIDTH, LEFT
from desktop.notices.lettering import Face
from desktop.notices.paper import HEIGHT_MM, text_mm

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from db.rules.invoice import Rated
    from db.rules.notice_facts import NoticeHead
    from desktop.notices.paper import Sheet
    from desktop.notices.words import Words

FITTING: Final = 0.0
BODY_BOTTOM: Final = HEIGHT_MM - 14.0
_TOP: Final = 82.0
_SIZES: Final = (10.0, 9.5, 9.0, 8.5, 8.0)
_SIZE_OF_MANY_PAGES: Final = 9.5
_LABEL: Final = 48.0
_BETWEEN: Final = 3.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, ``width_mm`` wide with the gap to the next; figures end at its right.

    Columns of ``FITTING`` width are as wide as their widest text, with what is left shared out.
    """

    width_mm: float
    title: str
    figures: bool = False


def write_body(sheet: Sheet, blocks: Sequence[Block], *, below_mm: float = 0.0) -> float:
    """Write the blocks below the letterhead; gives where they end on their last page.

    ``below_mm`` stays free below them there, for what is drawn and not written.
    """
    *before, last = blocks
    blocks = [*before, replace(last, below_mm=below_mm)]
    sizes = (*_SIZES, _SIZE_OF_MANY_PAGES)  # the last one when none fits
    size = fitting_size(blocks, room_mm=BODY_BOTTOM - _TOP, sizes=sizes)
    return place(sheet, blocks, top_mm=_TOP, bottom_mm=BODY_BOTTOM, size=size)


def yen(said: Words, amount: int) -> str:
    """An amount as paper writes it."""
    return said("money", "yen", yen=amount)


def cubic(said: Words, m3: int) -> str:
    """A volume of water as paper writes it."""
    return said("money", "m3", m3=m3)


def bill_of(said: Words, month: dt.date) -> str:
    """Which bill is spoken of: 令和6年（2024年）9月分."""
    return said("money", "month", month=said.month(month))


def between(said: Words, since: dt.date, until: dt.date) -> str:
    """From one day to another."""
    return said("money", "period", since=said.date(since), until=said.date(until))


def heading(text: str) -> Block:
    """What the blocks below it are about, on a pale ground."""
    return Block((Cell(LEFT, BODY_WIDTH, text, Face.BOLD),), heading=True, gap_mm=3.5, kept=True)


def paragraph(text: str, *, gap_mm: float = 0.0, bold: bool = False) -> Block:
    """Sentences over the whole width."""
    face = Face.BOLD if bold else Face.TEXT
    return Block((Cell(LEFT, BODY_WIDTH, text, face),), ruled=False, gap_mm=gap_mm, air_mm=0.5)


def listed(texts: Iterable[str]) -> list[Block]:
    """Sentences one below the other, each behind a dot."""
    return [
        Block(
            (Cell(LEFT, 4, "・"), Cell(LEFT + 4.5, BODY_WIDTH - 4.5, text)),
            ruled=False,
            air_mm=0.4,
        )
        for text in texts
    ]


def beside(label: str, text: str, *, bold: bool = False) -> Block:
    """A label, and what stands beside it."""
    value = Cell(LEFT + _LABEL, BODY_WIDTH - _LABEL, text, Face.BOLD if bold else Face.TEXT)
    return Block((Cell(LEFT, _LABEL - _BETWEEN, label), value))


def beside_each_other(
    first: tuple[str, str], second: tuple[str, str], *, bold: bool = False
) -> Block:
    """Two labels with their texts in one line; ``bold`` is the first text."""
    face = Face.BOLD if bold else Face.TEXT
    half = BODY_WIDTH / 2
    return Block(
        (
            Cell(LEFT, _LABEL - _BETWEEN, first[0]),
            Cell(LEFT + _LABEL, half - _LABEL - _BETWEEN, first[1], face),
            Cell(LEFT + half, _LABEL - _BETWEEN, second[0]),
            Cell(LEFT + half + _LABEL, half - _LABEL, second[1]),
        )
    )


def table(
    columns: Sequence[Column],
    rows: Iterable[Sequence[str]],
    *,
    totals: Iterable[Sequence[str]] = (),
) -> list[Block]:
    """A table with its titles, and its sums in bold; goes on over as many pages as it needs."""
    body, sums = [tuple(row) for row in rows], [tuple(row) for row in totals]
    places = _places(columns, (*body, *sums))
    named = [column.title for column in columns]
    titles = Block(_cells(columns, places, named, face=Face.BOLD), kept=True)
    blocks = [titles]
    for row in body:
        last = bool(sums) and row is body[-1]
        cells = _cells(columns, places, row, face=Face.TEXT)
        blocks.append(Block(cells, titles=titles, kept=last))
    for row in sums:
        cells = _cells(columns, places, row, face=Face.BOLD)
        blocks.append(Block(cells, titles=titles, kept=row is not sums[-1]))
    return blocks


def _places(
    columns: Sequence[Column], rows: Sequence[tuple[str, ...]]
) -> tuple[tuple[float, float], ...]:
    """Where each column begins and how wide it is; what is too wide together is broken in lines."""
    widths = [column.width_mm - _BETWEEN for column in columns]
    if columns[0].width_mm == FITTING:
        widths = _fitting(columns, rows)
    else:
        widths[-1] += _BETWEEN
    begins = accumulate((width + _BETWEEN for width in widths[:-1]), initial=LEFT)
    return tuple(zip(begins, widths, strict=True))


def _fitting(columns: Sequence[Column], rows: Sequence[tuple[str, ...]]) -> list[float]:
    texts = [{column.title, *(row[at] for row in rows)} for at, column in enumerate(columns)]
    widest = [
        max(text_mm(text, size=_SIZES[0], face=Face.BOLD) for text in column) for column in texts
    ]
    room = BODY_WIDTH - _BETWEEN * (len(columns) - 1)
    if sum(widest) > room:
        return _narrowed(widest, room)
    return [width + (room - sum(widest)) / len(widest) for width in widest]


def _narrowed(widest: Sequence[float], room: float) -> list[float]:
    """The widths with the widest made narrower until they have room: narrow ones hold figures."""
    left, most = room, 0.0
    for number, width in enumerate(sorted(widest)):
        most = left / (len(widest) - number)
        if width > most:
            break
        left -= width
    return [min(width, most) for width in widest]


def _cells(
    columns: Sequence[Column],
    places: Sequence[tuple[float, float]],
    texts: Sequence[str],
    *,
    face: Face,
) -> tuple[Cell, ...]:
    return tuple(
        Cell(x_mm, width, text, face, to_right=column.figures)
        for column, (x_mm, width), text in zip(columns, places, texts, strict=True)
    )


def use_blocks(head: NoticeHead, said: Words, *, numbers: bool = True) -> list[Block]:
    """Which use of water the notice is about; ``numbers`` with the one for the portal."""
    use = head.use
    if use is None:
        return []
    number = (said("use", "customer_number"), use.customer_number)
    kind = (said("use", "usage_class"), said.code(use.usage_class))
    blocks = [
        beside_each_other(number, kind),
        beside(said("use", "user"), said.addressed(use.user_name, use.user_kind)),
        beside(said("use", "place"), use.address),
    ]
    if numbers:
        portal = in_fours(use.portal_number)
        blocks.insert(1, beside(said("use", "portal_number"), portal))
    return blocks


def translation_blocks(said: Words) -> list[Block]:
    """That a notice in another language than Japanese is only a translation."""
    if said.language is LanguageCode.JA:
        return []
    return [paragraph(said("translation", "note"))]


def invoice_blocks(head: NoticeHead, rates: Sequence[Rated], said: Words) -> list[Block]:
    """What a qualified invoice (適格請求書) has to say: sums and tax by rate, and the number."""
    texts = [
        said("invoice", "rate", percent=rate.percent, yen=rate.yen, tax=rate.tax_yen)
        for rate in rates
    ]
    number = head.settings.invoice_number
    if number:
        texts.append(said("invoice", "number", number=number))
    texts.append(said("invoice", "note"))
    return [paragraph(said("invoice", "between").join(texts), gap_mm=1)]


def contact_blocks(head: NoticeHead, said: Words) -> list[Block]:
    """Who answers questions: the bureau, where it is, its phone."""
    asked = "\n".join(said.whereabouts(head.issuer))
    label = Cell(LEFT, _LABEL - _BETWEEN, said("contact", "ask"), Face.BOLD)
    text = Cell(LEFT + _LABEL, BODY_WIDTH - _LABEL, asked)
    return [Block((label, text), heading=True, ruled=False, gap_mm=3.5)]
