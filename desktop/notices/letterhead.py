"""The head of a notice: the address in the envelope's window, number, date, issuer, title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop.notices.blocks import Block, Cell, fitting_size, place
from desktop.notices.lettering import Face
from desktop.notices.paper import WIDTH_MM, line_mm

if TYPE_CHECKING:
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
WINDOW_TOP: Final = 13.0
WINDOW_WIDTH: Final = 62.0
WINDOW_HEIGHT: Final = 22.0
BEYOND_WINDOW: Final = 112.0
_WINDOW_SIZES: Final = (10.5, 9.5, 8.5, 7.5, 6.5)
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
    to = head.addressee
    left = WINDOW_LEFT + head.settings.window_x_mm
    top = WINDOW_TOP + head.settings.window_y_mm
    lines = (
        (said.postal_code(to.postal_code), 0.0),
        (to.address, 0.0),
        (said.addressed(to.name, to.kind), 1.5),
    )
    blocks = [
        Block((Cell(left, WINDOW_WIDTH, line),), ruled=False, gap_mm=gap, air_mm=0.2)
        for line, gap in lines
        if line
    ]
    size = fitting_size(blocks, room_mm=WINDOW_HEIGHT, sizes=_WINDOW_SIZES)
    place(sheet, blocks, top_mm=top, bottom_mm=_TITLE_BASE, size=size)


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
