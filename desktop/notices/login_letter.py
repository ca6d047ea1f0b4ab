"""The login-information letter (ログイン情報通知書): a one-time password, by post."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from desktop.notices.blocks import Block, Cell, fitting_size, place
from desktop.notices.letterhead import BEYOND_WINDOW, BODY_WIDTH, LEFT, RIGHT, draw_window
from desktop.notices.lettering import Face
from desktop.notices.paper import FOLDS_MM, HEIGHT_MM, Imprint, Sheet, printed, text_mm
from desktop.notices.words import Words, words

if TYPE_CHECKING:
    from db.rules.login_letter import LoginLetter
    from desktop.format import LanguageCode

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
    name = said.addressed(facts.name, facts.kind)
    draw_window(sheet, (said.postal_code(facts.postal_code), facts.address, name))
    _draw_head(facts, said, sheet)
    _draw_code(facts, code, said, sheet)
    _draw_advice(said, sheet)
    _draw_foot(facts, said, sheet)


def _draw_head(facts: LoginLetter, said: Words, sheet: Sheet) -> None:
    y_mm = 20.0
    told = (
        said("head", "date", date=said.day(facts.at)),
        said("head", "receipt", receipt=facts.receipt),
        said("head", "post"),
        *said.whereabouts(facts.issuer),
    )
    for line in told:
        y_mm = sheet.write_wrapped(
            BEYOND_WINDOW, y_mm, line, width_mm=RIGHT - BEYOND_WINDOW, size=9
        )
    if facts.issuer.fictional:
        sheet.write(LEFT, 64, said("sample", "note"), size=8)
    sheet.write_centred((LEFT + RIGHT) / 2, 74, said("head", "title"), size=18, face=Face.BOLD)
    sheet.write_wrapped(LEFT, _OPENING, said("body", "opening"), width_mm=BODY_WIDTH, size=10.5)


def _draw_code(facts: LoginLetter, code: str, said: Words, sheet: Sheet) -> None:
    sheet.box(LEFT, _CODE_TOP, width_mm=BODY_WIDTH, height_mm=_CODE_HEIGHT)
    sheet.write(LEFT + 5, _CODE_TOP + 8, said("body", "password"), size=10.5, face=Face.BOLD)
    size = next((s for s in _CODE_SIZES if _code_mm(code, s) <= BODY_WIDTH - 10), _CODE_SIZES[-1])
    left = (LEFT + RIGHT) / 2 - _code_mm(code, size) / 2
    sheet.write(left, _CODE_TOP + 22, code, size=size, face=Face.FIGURES_BOLD)
    for place_in_code, letter in enumerate(code):
        middle = left + _code_mm("0", size) * (place_in_code + 0.5)
        sheet.write_centred(middle, _CODE_TOP + 27, said("kinds", _kind(letter)), size=7)
    until = said("body", "until", until=said.moment(facts.expires_at))
    sheet.write(LEFT + 5, _CODE_TOP + 35, until, size=11, face=Face.BOLD)
    mixed = any(letter.isupper() for letter in code)
    spelling = said("body", "spelling_mixed" if mixed else "spelling")
    sheet.write_wrapped(LEFT + 5, _CODE_TOP + 41, spelling, width_mm=BODY_WIDTH - 10, size=8.5)


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
    return Block((Cell(LEFT, BODY_WIDTH, text, Face.BOLD),), heading=True, gap_mm=4)


def _listed(mark: str, text: str) -> Block:
    return Block((Cell(LEFT, 5, mark), Cell(LEFT + 6, BODY_WIDTH - 6, text)), ruled=False)


def _draw_foot(facts: LoginLetter, said: Words, sheet: Sheet) -> None:
    top = HEIGHT_MM - 34
    sheet.rule(LEFT - 1, top, RIGHT + 1, width_mm=0.5)
    sheet.write(LEFT, top + 6, said("contact", "ask"), size=9, face=Face.BOLD)
    y_mm = top + 6
    for line in (
        *said.whereabouts(facts.issuer),
        said("contact", "receipt", receipt=facts.receipt),
    ):
        y_mm = sheet.write_wrapped(LEFT + 26, y_mm, line, width_mm=BODY_WIDTH - 26, size=9)
