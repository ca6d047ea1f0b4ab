"""The head of a notice: the address in the envelope's window, number, date, issuer, title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from db.rules.customer_barcode import customer_barcode
from desktop.notices.blocks import Block, Cell, fitting_size, place
from desktop.notices.lettering import Face
from desktop.notices.paper import WIDTH_MM, line_mm
from desktop.notices.postal_bars import HEIGHT_MM as BARS_HEIGHT
from desktop.notices.postal_bars import draw_postal_bars

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.rules.customer_barcode import Bar
    from db.rules.notice_facts import NoticeHead
    from desktop.notices.paper import Sheet
    from desktop.notices.words import Words

LEFT: Final = 20.0
RIGHT: Final = WIDTH_MM - 20.0
BODY_WIDTH: Final = RIGHT - LEFT
BODY_TOP: Final = 88.0
"""Where the body of a notice may begin, below its title."""

# The window of a 長3 envelope (120 x 235 mm) is some 90 x 45 mm, 20 mm from its left edge and 12 mm
# from its top. The folded sheet slides 25 mm sideways and 21 mm up and down in it: what stands here
# is seen wherever it slides, and nothing else stands where the window could show it.
WINDOW_LEFT: Final = 22.0
WINDOW_TOP: Final = 12.5
WINDOW_WIDTH: Final = 62.0
WINDOW_HEIGHT: Final = 23.0
BEYOND_WINDOW: Final = 112.0
_WINDOW_SIZES: Final = (10.5, 9.5, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0)
_SMALL_ADDRESS: Final = 7.5  # what is set below it is to be looked at before posting
_BARS_AIR: Final = 1.6  # above the bars of the post, besides what a line keeps free
_TITLE_BASE: Final = 74.0
_TITLE_SIZE: Final = 17.0
_NOTE_BASE: Final = 64.0


def draw_letterhead(head: NoticeHead, said: Words, sheet: Sheet, *, title: str = "") -> None:
    """Draw everything above the body; the title is that of the kind unless another is given."""
    sheet.fold_marks()
    draw_address(head, said, sheet)
    _draw_particulars(head, said, sheet)
    if head.sample:
        sheet.write(LEFT, _NOTE_BASE, said("sample", "note"), size=8)
    words = title or said("head", "title")
    sheet.write_centred((LEFT + RIGHT) / 2, _TITLE_BASE, words, size=_TITLE_SIZE, face=Face.BOLD)


def draw_address(head: NoticeHead, said: Words, sheet: Sheet) -> None:
    """Draw the addressee where the envelope's window shows it, moved as the bureau has set."""
    to, settings = head.addressee, head.settings
    draw_window(
        sheet,
        (said.postal_code(to.postal_code), to.address, said.addressed(to.name, to.kind)),
        shift_mm=(settings.window_x_mm, settings.window_y_mm),
        bars=customer_barcode(to.postal_code, to.address),
    )


def draw_window(
    sheet: Sheet,
    lines: Sequence[str],
    *,
    shift_mm: tuple[float, float] = (0.0, 0.0),
    bars: tuple[Bar, ...] = (),
) -> None:
    """Draw what the envelope's window shows: lines, the last of them the name, and the post's bars.

    They get smaller down to a floor and then run on below the window; nothing is clipped.
    """
    left, top = WINDOW_LEFT + shift_mm[0], WINDOW_TOP + shift_mm[1]
    told = [line for line in lines if line]
    blocks = [
        Block(
            (Cell(left, WINDOW_WIDTH, line),),
            ruled=False,
            gap_mm=1.0 if number == len(told) else 0.0,
            air_mm=0.05,
        )
        for number, line in enumerate(told, 1)
    ]
    room = WINDOW_HEIGHT - (BARS_HEIGHT + _BARS_AIR if bars else 0.0)
    size = fitting_size(blocks, room_mm=room, sizes=_WINDOW_SIZES)
    if size < _SMALL_ADDRESS:
        sheet.note_shrunk(" ".join(told))
    end = place(sheet, blocks, top_mm=top, bottom_mm=_TITLE_BASE, size=size)
    if bars:
        foot = max(top + WINDOW_HEIGHT, end + _BARS_AIR + BARS_HEIGHT)
        draw_postal_bars(sheet, bars, x_mm=left, y_mm=foot)


def _draw_particulars(head: NoticeHead, said: Words, sheet: Sheet) -> None:
    y_mm = 20.0
    number = said("head_of_all", "number", number=head.number) if head.number else ""
    use = head.use
    told = (
        said("head_of_all", "date", date=said.day(head.issued_at)),
        number,
        said("head_of_all", "customer_number", number=use.customer_number) if use else "",
        *said.whereabouts(head.issuer),
    )
    for line in filter(None, told):
        y_mm = sheet.write_wrapped(
            BEYOND_WINDOW, y_mm, line, width_mm=RIGHT - BEYOND_WINDOW, size=9
        )


def below_title_mm() -> float:
    """The base line of the first line of a notice's body."""
    return BODY_TOP + line_mm(10) / 2
