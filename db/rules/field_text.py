"""What may be written into a text field: everything one can see, exactly as registered."""

from __future__ import annotations

import unicodedata

from db.errors import RuleBroken


def clean(field: str, text: str, max_length: int, *, multiline: bool = False) -> str:
    """The text as it may be stored, or a refusal that names the field.

    Nothing is folded: rare kanji (𠮷) and variation selectors (葛󠄀) stay as they are; only the line
    ends of a multi-line field become LF. Raises ``text.too_long``, ``text.unreadable`` (half of a
    surrogate pair, NUL, a code that is no character), ``text.line_break``, ``text.control`` and
    ``text.invisible`` (writing direction, zero width, byte order mark).
    """
    if multiline:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > max_length:
        raise RuleBroken("text.too_long", field=field, length=len(text), max_length=max_length)
    for character in text:
        fault = None if multiline and character == "\n" else _fault(character)
        if fault is not None:
            raise RuleBroken(fault, field=field, code_point=ord(character))
    return text


def filled(field: str, text: str, max_length: int, *, multiline: bool = False) -> str:
    """The text as ``clean`` gives it, without space around; raises ``text.missing`` for none."""
    cleaned = clean(field, text.strip(), max_length, multiline=multiline)
    if not cleaned:
        raise RuleBroken("text.missing", field=field)
    return cleaned


def _fault(character: str) -> str | None:
    category = unicodedata.category(character)
    if character == "\0" or category == "Cs" or _is_noncharacter(ord(character)):
        return "text.unreadable"
    if character in "\n\r\x85" or category in {"Zl", "Zp"}:
        return "text.line_break"
    if category == "Cc":
        return "text.control"
    return "text.invisible" if category == "Cf" else None


def _is_noncharacter(code: int) -> bool:
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
