"""The payable slip at the foot of a notice: 納入通知書兼領収書 | 納入書控 | 納入済通知書.

The payer keeps the first part, the shop or bank the second; the third, with the bar code, comes
back to the bureau.
"""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Final

from db.rules.era import year_of_era
from db.rules.masking import in_fours
from db.rules.paper import PaperKind
from db.rules.slip_barcode import NoBarcode, barcode_lines
from db.rules.words import Account
from desktop.notices.lettering import Face
from desktop.notices.paper import WIDTH_MM, line_mm
from desktop.notices.slip_bars import bars_mm, draw_bars
from desktop.notices.words import words

if TYPE_CHECKING:
    from db.rules.slip_facts import SlipFacts
    from desktop.notices.paper import Sheet
    from desktop.notices.words import Words

SLIP_TOP: Final = 199.0
"""Where a slip begins that stands at the foot of a page, below its second fold."""

SLIP_HEIGHT: Final = 92.0
_LEFT: Final = 7.0
_KEEPERS: Final = ("for_payer", "for_bank", "for_bureau")
_PARTS: Final = len(_KEEPERS)
_PART: Final = (WIDTH_MM - 2 * _LEFT) / _PARTS
_INSET: Final = 2.2
_INNER: Final = _PART - 2 * _INSET
_SMALL: Final = 6.5
_ROW: Final = 3.7
_NAME_LEFT: Final = 13.0
_KEEPER: Final = 20.0  # beside the issuer: who keeps the part
_NAME_SIZES: Final = (9.0, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5, 5.0, 4.5, 4.0)
_ISSUER_SIZES: Final = (7.5, 7.0, 6.5, 6.0, 5.5, 5.0)
_TITLE_SIZES: Final = (9.0, 8.0, 7.0, 6.0)
_DAY_LEFT: Final = 11.5
_DAY_SIZES: Final = (6.5, 6.0, 5.5, 5.0, 4.5)
_NOTE_SIZES: Final = (6.0, 5.5, 5.0, 4.5)
# below the top of the slip
_TITLE: Final = 1.2
_RULED: Final = 7.0
_NAME: Final = 12.5
_NAME_HEIGHT: Final = 8.3
_ROWS: Final = 23.0
_TOTAL: Final = 50.5
_TOTAL_HEIGHT: Final = 7.5
_DAYS: Final = 61.5
_STAMP: Final = 59.5
_STAMP_SIDE: Final = 15.5
_FOOT: Final = 76.5
_BARS_HEIGHT: Final = 10.5


def draw_slip(sheet: Sheet, said: Words, slip: SlipFacts, *, top_mm: float = SLIP_TOP) -> None:
    """Draw the three parts side by side; their words are their own, in the language of ``said``."""
    own = words("slip", said.language)
    left, code = _LEFT + _INSET, slip.barcode
    common = sheet.recorded(partial(_draw_common, own, slip, (left, top_mm)))
    for number, title in enumerate(_titles(slip, own)):
        place = (left + number * _PART, top_mm)
        _write_line(sheet, title, (place[0], top_mm + _TITLE), sizes=_TITLE_SIZES, face=Face.BOLD)
        # each part's frame comes with its words, so that a part is read as a whole
        frame = partial(_draw_frame, own, number, top_mm)
        sheet.constant(("slip", number, top_mm, own.language), frame)
        sheet.replay(common, right_mm=number * _PART)
        if number == 0:
            _draw_note(sheet, own("notes", "receipt") + "\n" + _where(slip, own, code), place)
        elif number == 1:
            _draw_stub(sheet, own, slip, place)
        else:
            _draw_code(sheet, own, code, place)


def _titles(slip: SlipFacts, own: Words) -> tuple[str, str, str]:
    kind = slip.head.kind
    if kind is PaperKind.PAYMENT_NOTICE:
        return own("part", "notice"), own("part", "notice_stub"), own("part", "paid")
    first = "reissued" if kind is PaperKind.REISSUED_SLIP else "payable"
    return own("part", first), own("part", "stub"), own("part", "paid")


def _draw_frame(own: Words, number: int, top_mm: float, sheet: Sheet) -> None:
    left = _LEFT + number * _PART
    if number == 0:
        sheet.rule(0, top_mm - 1, WIDTH_MM, width_mm=0.1)
        sheet.write(left, top_mm + SLIP_HEIGHT + 2.6, own("part", "tear"), size=5.5)
    sheet.box(left, top_mm, width_mm=_PART, height_mm=SLIP_HEIGHT)
    sheet.rule(left, top_mm + _RULED, left + _PART)
    right = left + _PART - _INSET
    sheet.write_right(right, top_mm + _RULED + 3, own("part", _KEEPERS[number]), size=5)
    sheet.box(left + _INSET, top_mm + _TOTAL, width_mm=_INNER, height_mm=_TOTAL_HEIGHT)
    stamp = right - _STAMP_SIDE
    sheet.box(stamp, top_mm + _STAMP, width_mm=_STAMP_SIDE, height_mm=_STAMP_SIDE)
    middle = stamp + _STAMP_SIDE / 2
    sheet.write_centred(middle, top_mm + _STAMP + 2.8, own("rows", "stamp"), size=5)


def _draw_common(own: Words, slip: SlipFacts, place: tuple[float, float], sheet: Sheet) -> None:
    """What all three parts say."""
    left, top = place
    _draw_payer(sheet, own, slip, place)
    for number, (label, value) in enumerate(_rows(slip, own)):
        base = top + _ROWS + number * _ROW
        sheet.write(left, base, label, size=_SMALL)
        sheet.write_right(left + _INNER, base, value, size=_SMALL)
    base = top + _TOTAL + 5.2
    sheet.write(left + 1.5, base, own("rows", "total"), size=7, face=Face.BOLD)
    total = own("money", "yen", yen=slip.yen)
    sheet.write_right(left + _INNER - 1.5, base, total, size=12, face=Face.BOLD)
    for number, (label, value) in enumerate(_days(slip, own)):
        row = top + _DAYS - 2.5 + number * (_ROW + 0.7)
        sheet.write(left, row + 2.5, label, size=5.5)
        less = _DAY_LEFT + _STAMP_SIDE + 0.7
        _write_line(sheet, value, (left + _DAY_LEFT, row), sizes=_DAY_SIZES, less_mm=less)


def _draw_payer(sheet: Sheet, own: Words, slip: SlipFacts, place: tuple[float, float]) -> None:
    left, top = place
    issuer = own.issuer(slip.head.issuer)
    _write_line(sheet, issuer, (left, top + _RULED + 0.7), sizes=_ISSUER_SIZES, less_mm=_KEEPER)
    sheet.write(left, top + _NAME + 2.5, own("rows", "payer"), size=5.5)
    name = own.addressed(slip.payer, slip.payer_kind)
    size = sheet.write_in_box(
        left + _NAME_LEFT,
        top + _NAME,
        name,
        width_mm=_INNER - _NAME_LEFT,
        height_mm=_NAME_HEIGHT,
        sizes=_NAME_SIZES,
    )
    if size < _SMALL:
        sheet.note_shrunk(name)


def _write_line(
    sheet: Sheet,
    text: str,
    place: tuple[float, float],
    *,
    sizes: tuple[float, ...],
    face: Face = Face.TEXT,
    less_mm: float = 0.0,
) -> None:
    height = line_mm(sizes[0])
    width = _INNER - less_mm
    sheet.write_in_box(*place, text, width_mm=width, height_mm=height, sizes=sizes, face=face)


def _rows(slip: SlipFacts, own: Words) -> list[tuple[str, str]]:
    fee = ((own("rows", "fee"), slip.fee_yen), (own("rows", "interest"), slip.interest_yen))
    charged = ((own.code(account), slip.charge_yen(account)) for account in Account)
    amounts = [
        (label, own("money", "yen", yen=yen))
        for label, yen in (*charged, *((label, yen or None) for label, yen in fee))
        if yen is not None
    ]
    numbered = (
        (own("rows", "customer_number"), slip.customer_number),
        (own("rows", "payment_number"), in_fours(slip.payment_number)),
    )
    several = len(slip.fiscal_years) > 1
    years = own("values", "each") if several else fiscal(slip.fiscal_years[0], own)
    return [
        *((label, value) for label, value in numbered if value),
        (own("rows", "fiscal_year"), years),
        (own("rows", "months"), _months(slip, own)),
        *amounts,
    ]


def fiscal(year: int, own: Words) -> str:
    """A fiscal year in both ways of counting years; ``own`` has the words of a slip."""
    reign = year_of_era(dt.date(year, 5, 1))
    if reign is None:
        return str(year)
    of_reign = own("dates", "first_year") if reign.year == 1 else str(reign.year)
    return own("fiscal", "year", era=own.code(reign.era), of_reign=of_reign, year=year)


def _months(slip: SlipFacts, own: Words) -> str:
    months = sorted(bill.month for bill in slip.bills)
    if len(months) == 1:
        return own.month(months[0])
    first, last = f"{months[0]:%Y/%m}", f"{months[-1]:%Y/%m}"
    return own("values", "bills", count=len(months), first=first, last=last)


def _days(slip: SlipFacts, own: Words) -> list[tuple[str, str]]:
    due = own("values", "each") if slip.due_on is None else own.date(slip.due_on)
    days = [(own("rows", "due"), due)]
    if slip.handle_until is not None:
        days.append((own("rows", "until"), own.date(slip.handle_until)))
    if slip.reissued_on is not None:
        days.append((own("rows", "reissued"), own.date(slip.reissued_on)))
    return days


def _where(slip: SlipFacts, own: Words, code: str) -> str:
    """Where it is paid: in shops only by the bar code, and until the last day where it has one."""
    told = "places_open" if slip.handle_until is None else "places"
    if isinstance(code, NoBarcode):
        told = "places_bank"
    return own("notes", told, places=own.places(slip.head.settings))


def _draw_stub(sheet: Sheet, own: Words, slip: SlipFacts, place: tuple[float, float]) -> None:
    _draw_note(sheet, own("notes", "bank") + "\n" + slip.head.number, place)


def _draw_note(sheet: Sheet, text: str, place: tuple[float, float]) -> None:
    height = SLIP_HEIGHT - _FOOT - 1.0
    top = place[1] + _FOOT
    sheet.write_in_box(place[0], top, text, width_mm=_INNER, height_mm=height, sizes=_NOTE_SIZES)


def _draw_code(sheet: Sheet, own: Words, code: str, place: tuple[float, float]) -> None:
    if isinstance(code, NoBarcode):
        _draw_note(sheet, own.code(code), place)
        return
    left = place[0] + (_INNER - bars_mm(code)) / 2
    foot = place[1] + _FOOT + _BARS_HEIGHT
    draw_bars(sheet, code, x_mm=left, y_mm=foot, height_mm=_BARS_HEIGHT)
    for number, line in enumerate(barcode_lines(code), 1):
        base = foot + number * 2.3
        sheet.write_centred(place[0] + _INNER / 2, base, line, size=6, face=Face.FIGURES)
