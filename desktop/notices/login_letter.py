"""The login-information letter (ログイン情報通知書): a one-time password, by post."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from desktop.notices.blocks import Block, Cell, fitting_size, place
from desktop.notices.lettering import Face
from desktop.notices.paper import FOLDS_MM, HEIGHT_MM, WIDTH_MM, Imprint, Sheet, printed, text_mm
from desktop.notices.words import Words, words

if TYPE_CHECKING:
    from db.rules.login_letter import LoginLetter
    from desktop.format import LanguageCode

_LEFT: Final = 20.0
_RIGHT: Final = WIDTH_MM - 20.0
_WIDTH: Final = _RIGHT - _LEFT
# The window of a 長3 envelope (120 x 235 mm) is some 90 x 45 mm, 20 mm from its left edge and 12 mm
# from its top. The folded sheet slides 25 mm sideways and 21 mm up and down in it: what stands here
# is seen wherever it slides, and nothing else stands where the window could show it.
_WINDOW_LEFT: Final = 22.0
_WINDOW_TOP: Final = 13.0
_WINDOW_WIDTH: Final = 62.0
_WINDOW_HEIGHT: Final = 22.0
_BEYOND_WINDOW: Final = 112.0
_WINDOW_SIZES: Final = (10.5, 9.5, 8.5, 7.5, 6.5)
_OPENING: Final = 86.0
_CODE_TOP: Final = FOLDS_MM[0] + 6  # folded in, away from the window
_CODE_HEIGHT: Final = 46.0
_CODE_SIZES: Final = (32.0, 28.0, 24.0, 20.0, 16.0)
_SIZES: Final = (10.0, 9.5, 9.0, 8.5)


def login_letter(facts: LoginLetter, code: str, language: LanguageCode) -> bytes:
    """The PDF of a letter with the one-time password ``code``, which is nowhere else in it."""
    said = words("login_letter", language)
    mark = said("sample", "mark") if facts.issuer.fictional else ""
    imprint = Imprint(said("head", "title"), language, facts.at, mark)
    return printed(imprint, partial(_draw, facts, code, said))


def _draw(facts: LoginLetter, code: str, said: Words, sheet: Sheet) -> None:
    sheet.fold_marks()
    _draw_address(facts, said, sheet)
    _draw_head(facts, said, sheet)
    _draw_code(facts, code, said, sheet)
    _draw_advice(said, sheet)
    _draw_foot(facts, said, sheet)


def _draw_address(facts: LoginLetter, said: Words, sheet: Sheet) -> None:
    name = said.addressed(facts.name, facts.kind)
    lines = ((said.postal_code(facts.postal_code), 0.0), (facts.address, 0.0), (name, 1.5))
    blocks = [
        Block((Cell(_WINDOW_LEFT, _WINDOW_WIDTH, line),), ruled=False, gap_mm=gap, air_mm=0.2)
        for line, gap in lines
        if line
    ]
    size = fitting_size(blocks, room_mm=_WINDOW_HEIGHT, sizes=_WINDOW_SIZES)
    place(sheet, blocks, top_mm=_WINDOW_TOP, bottom_mm=_OPENING, size=size)


def _draw_head(facts: LoginLetter, said: Words, sheet: Sheet) -> None:
    y_mm = 20.0
    told = (
        said("head", "date", date=said.day(facts.at)),
        said("head", "receipt", receipt=facts.receipt),
        *said.whereabouts(facts.issuer),
    )
    for line in told:
        y_mm = sheet.write_wrapped(
            _BEYOND_WINDOW, y_mm, line, width_mm=_RIGHT - _BEYOND_WINDOW, size=9
        )
    if facts.issuer.fictional:
        sheet.write(_LEFT, 64, said("sample", "note"), size=8)
    sheet.write_centred((_LEFT + _RIGHT) / 2, 74, said("head", "title"), size=18, face=Face.BOLD)
    sheet.write_wrapped(_LEFT, _OPENING, said("body", "opening"), width_mm=_WIDTH, size=10.5)


def _draw_code(facts: LoginLetter, code: str, said: Words, sheet: Sheet) -> None:
    sheet.box(_LEFT, _CODE_TOP, width_mm=_WIDTH, height_mm=_CODE_HEIGHT)
    sheet.write(_LEFT + 5, _CODE_TOP + 8, said("body", "password"), size=10.5, face=Face.BOLD)
    size = next((s for s in _CODE_SIZES if _code_mm(code, s) <= _WIDTH - 10), _CODE_SIZES[-1])
    left = (_LEFT + _RIGHT) / 2 - _code_mm(code, size) / 2
    sheet.write(left, _CODE_TOP + 22, code, size=size, face=Face.FIGURES_BOLD)
    for place_in_code, letter in enumerate(code):
        middle = left + _code_mm("0", size) * (place_in_code + 0.5)
        sheet.write_centred(middle, _CODE_TOP + 27, said("kinds", _kind(letter)), size=7)
    until = said("body", "until", until=said.moment(facts.expires_at))
    sheet.write(_LEFT + 5, _CODE_TOP + 35, until, size=11, face=Face.BOLD)
    mixed = any(letter.isupper() for letter in code)
    spelling = said("body", "spelling_mixed" if mixed else "spelling")
    sheet.write_wrapped(_LEFT + 5, _CODE_TOP + 41, spelling, width_mm=_WIDTH - 10, size=8.5)


def _code_mm(code: str, size: float) -> float:
    return text_mm(code, size=size, face=Face.FIGURES_BOLD)


def _kind(letter: str) -> str:
    if letter.isdigit():
        return "digit"
    if letter.islower():
        return "lower"
    return "upper" if letter.isupper() else "mark"


def _draw_advice(said: Words, sheet: Sheet) -> None:
    steps = [_listed(f"{n}", step) for n, step in enumerate(said.list("use", "steps"), 1)]
    advice = [_listed("・", each) for each in said.list("security", "advice")]
    blocks = [
        _heading(said("use", "heading")),
        *steps,
        _heading(said("security", "heading")),
        *advice,
    ]
    top, bottom = _CODE_TOP + _CODE_HEIGHT + 2, HEIGHT_MM - 36
    size = fitting_size(blocks, room_mm=bottom - top, sizes=_SIZES)
    place(sheet, blocks, top_mm=top, bottom_mm=bottom, size=size)


def _heading(text: str) -> Block:
    return Block((Cell(_LEFT, _WIDTH, text, Face.BOLD),), heading=True, gap_mm=4)


def _listed(mark: str, text: str) -> Block:
    return Block((Cell(_LEFT, 5, mark), Cell(_LEFT + 6, _WIDTH - 6, text)), ruled=False)


def _draw_foot(facts: LoginLetter, said: Words, sheet: Sheet) -> None:
    top = HEIGHT_MM - 34
    sheet.rule(_LEFT - 1, top, _RIGHT + 1, width_mm=0.5)
    sheet.write(_LEFT, top + 6, said("contact", "ask"), size=9, face=Face.BOLD)
    y_mm = top + 6
    for line in (
        *said.whereabouts(facts.issuer),
        said("contact", "receipt", receipt=facts.receipt),
    ):
        y_mm = sheet.write_wrapped(_LEFT + 26, y_mm, line, width_mm=_WIDTH - 26, size=9)
