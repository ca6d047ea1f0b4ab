"""The control copy of a procedure (受付票（控え）): one page, which both sides keep."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Final

from db.rules.contact_words import Channel, Speaker
from db.rules.control_copy import Field
from db.rules.masking import in_fours
from desktop.notices.blocks import Block, Cell, fitting_size, place
from desktop.notices.lettering import Face
from desktop.notices.paper import HEIGHT_MM, WIDTH_MM, Imprint, Sheet, printed
from desktop.notices.words import Words, words

if TYPE_CHECKING:
    from db.rules.control_copy import Checked, ControlCopy, Line, Value
    from desktop.format import LanguageCode

_LEFT: Final = 20.0
_RIGHT: Final = WIDTH_MM - 20.0
_MIDDLE: Final = (_LEFT + _RIGHT) / 2
_VALUES: Final = 70.0  # where what stands beside a label begins
_SIGN: Final = 105.0  # where the line to sign on begins
_FOOT: Final = _RIGHT - _LEFT
_BETWEEN: Final = 4.0  # from one column to the next
_TOP: Final = 46.0
_FOOT_TOP: Final = HEIGHT_MM - 38.0
_SIGNATURE: Final = 26.0  # the height of what a customer at the counter signs
_GAP: Final = 3.5
_SIZES: Final = (10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)


def control_copy(facts: ControlCopy, language: LanguageCode) -> bytes:
    """The PDF of what was carried out; printed twice it is the two copies."""
    said = words("control_copy", language)
    mark = said("sample", "mark") if facts.issuer.fictional else ""
    title = said("head", "title")
    imprint = Imprint(title, language, facts.at, mark, f"{title} {facts.receipt}")
    return printed(imprint, partial(_draw, facts, said))


def _draw(facts: ControlCopy, said: Words, sheet: Sheet) -> None:
    _draw_head(facts, said, sheet)
    blocks = [
        *_facts_blocks(facts, said),
        *_lines_blocks(facts.lines, said),
        *_consent_blocks(facts, said),
        *_after_blocks(facts, said),
    ]
    bottom = _FOOT_TOP - (_SIGNATURE if facts.channel is Channel.COUNTER else _GAP)
    size = fitting_size(blocks, room_mm=bottom - _TOP, sizes=_SIZES)
    place(sheet, blocks, top_mm=_TOP, bottom_mm=bottom, size=size)
    if facts.channel is Channel.COUNTER:
        _draw_signature(facts, said, sheet)
    _draw_foot(facts, said, sheet)


def _draw_head(facts: ControlCopy, said: Words, sheet: Sheet) -> None:
    sheet.write(_LEFT, 20, said.issuer(facts.issuer), size=10)
    if facts.issuer.fictional:
        sheet.write_right(_RIGHT, 13, said("sample", "note"), size=7.5)
    sheet.write_centred(_MIDDLE, 32, said("head", "title"), size=18, face=Face.BOLD)
    sheet.write_centred(_MIDDLE, 41, said.code(facts.procedure), size=13, face=Face.BOLD)
    sheet.rule(_LEFT - 1, 45.5, _RIGHT + 1, width_mm=0.5)


def _facts_blocks(facts: ControlCopy, said: Words) -> list[Block]:
    label = partial(said, "facts")
    moment, way = said.moment(facts.at), said.code(facts.channel)
    customer = said.addressed(facts.customer_name, facts.customer_kind)
    blocks = [
        _pair((label("receipt"), facts.receipt), (label("at"), moment)),
        _pair((label("channel"), way), (label("staff"), said.staff(facts.issuer))),
        _beside(label("customer"), customer),
    ]
    if facts.portal_number:
        blocks.append(_beside(label("portal_number"), in_fours(facts.portal_number)))
    if facts.checked:
        blocks.append(_beside(label("checked"), _checked(facts.checked, said)))
    return blocks


def _checked(checked: Checked, said: Words) -> str:
    speaker, method = said.code(checked.speaker), said.code(checked.method)
    if not checked.items:
        return said("facts", "checked_only", speaker=speaker, method=method)
    items = said("facts", "between").join(said.code(item) for item in checked.items)
    return said("facts", "checked_by", speaker=speaker, method=method, items=items)


def _lines_blocks(lines: tuple[Line, ...], said: Words) -> list[Block]:
    if not lines:
        return []
    if all(line.before is None and line.after is not None for line in lines):
        entered = [_beside(said.code(line.field), _after(line, said)) for line in lines]
        return [_heading(said("table", "entered")), *entered]
    titles = (said("table", "item"), said("table", "before"), said("table", "after"))
    changed = [
        _three((said.code(line.field), _before(line, said), _after(line, said))) for line in lines
    ]
    return [_heading(said("table", "changed")), _three(titles, face=Face.BOLD), *changed]


def _before(line: Line, said: Words) -> str:
    return said("table", "nothing") if line.before is None else _of(line, line.before, said)


def _after(line: Line, said: Words) -> str:
    return said("table", "removed") if line.after is None else _of(line, line.after, said)


def _of(line: Line, value: Value, said: Words) -> str:
    if line.field is Field.POSTAL_CODE and value:
        return said.postal_code(str(value))
    return _value(value, said)


def _value(value: Value, said: Words) -> str:
    if isinstance(value, StrEnum):
        return said.code(value)
    if isinstance(value, bool):
        return said("table", "yes" if value else "no")
    if isinstance(value, dt.date):
        return said.date(value)
    return str(value) if value != "" else said("table", "nothing")


def _consent_blocks(facts: ControlCopy, said: Words) -> list[Block]:
    if not facts.terms_version:
        return []
    if facts.consented_at is None:
        text = said("consent", "undated", version=facts.terms_version)
    else:
        at = said.day(facts.consented_at)
        text = said("consent", "text", version=facts.terms_version, at=at)
    return [_heading(said("consent", "heading")), _whole(text)]


def _after_blocks(facts: ControlCopy, said: Words) -> list[Block]:
    steps = [
        Block(
            (Cell(_LEFT, 4, "・"), Cell(_LEFT + 4, _RIGHT - _LEFT - 4, said.code(step))),
            ruled=False,
        )
        for step in facts.next_steps
    ]
    return [_heading(said("after", "heading")), *steps] if steps else []


def _heading(text: str) -> Block:
    return Block((Cell(_LEFT, _RIGHT - _LEFT, text, Face.BOLD),), heading=True, gap_mm=_GAP)


def _whole(text: str) -> Block:
    return Block((Cell(_LEFT, _RIGHT - _LEFT, text),), ruled=False)


def _beside(label: str, text: str) -> Block:
    return Block(
        (
            Cell(_LEFT, _VALUES - _LEFT - _BETWEEN, label),
            Cell(_VALUES, _RIGHT - _VALUES, text),
        )
    )


def _pair(first: tuple[str, str], second: tuple[str, str]) -> Block:
    columns = ((_LEFT, 26.0), (47.0, 48.5), (97.5, 18.5), (117.0, _RIGHT - 117.0))
    texts = (*first, *second)
    return Block(
        tuple(Cell(x, width, text) for (x, width), text in zip(columns, texts, strict=True))
    )


def _three(texts: tuple[str, str, str], face: Face = Face.TEXT) -> Block:
    width = (_RIGHT - _VALUES - _BETWEEN) / 2
    return Block(
        (
            Cell(_LEFT, _VALUES - _LEFT - _BETWEEN, texts[0], face),
            Cell(_VALUES, width, texts[1], face),
            Cell(_VALUES + width + _BETWEEN, width, texts[2], face),
        )
    )


def _draw_signature(facts: ControlCopy, said: Words, sheet: Sheet) -> None:
    themself = facts.checked is None or facts.checked.speaker is Speaker.USER
    y_mm = _FOOT_TOP - _SIGNATURE + 7
    sheet.write(_LEFT, y_mm, said("signature", "text"), size=10)
    y_mm += 13
    sheet.write(_LEFT, y_mm, said("signature", "date"), size=10)
    sheet.write(_SIGN, y_mm, said("signature", "name" if themself else "agent"), size=10)
    sheet.rule(_LEFT, y_mm + 2, _SIGN - 8)
    sheet.rule(_SIGN, y_mm + 2, _RIGHT)


def _draw_foot(facts: ControlCopy, said: Words, sheet: Sheet) -> None:
    sheet.rule(_LEFT - 1, _FOOT_TOP, _RIGHT + 1, width_mm=0.5)
    y_mm = _FOOT_TOP + 5.5
    for key in ("copies", "secret") if facts.channel is Channel.COUNTER else ("secret",):
        y_mm = sheet.write_wrapped(_LEFT, y_mm, said("foot", key), width_mm=_FOOT, size=8)
    y_mm += 2
    sheet.write(_LEFT, y_mm, said("contact", "ask"), size=9, face=Face.BOLD)
    asked = [*said.whereabouts(facts.issuer), said("contact", "receipt", receipt=facts.receipt)]
    for line in asked:
        y_mm = sheet.write_wrapped(_LEFT + 26, y_mm, line, width_mm=_FOOT - 26, size=9)
