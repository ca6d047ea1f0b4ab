"""The tokens under which an index keeps a contract, and those that a word of a query needs.

A token is the letter of a field and what stands there: single characters, pairs, and lot numbers
three by three, each as hexadecimal code points, since an index would split text at its hyphens;
phone and other numbers four digits by four. PostgreSQL's function ``search_vector`` makes the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import add
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.rules.search_terms import Term
    from db.rules.search_text import SearchKeys

EVERYBODY: Final = "*"
"""Counted among the frequencies for every contract; no index holds it."""

_NAME, _KANA, _PLACE, _PHONE, _NUMBER = "nktpm"
_DIGITS_TOGETHER: Final = 4
# one digit, Latin letter or kana is in half the town: an index over them narrows nothing
_TELLING: Final = re.compile("[^0-9a-zァ-ヺ -]")
_LOT: Final = re.compile("(?=([0-9-]{3}))")


class _Spelled(dict[str, str]):
    """The token of each piece of one field, spelled once."""

    def __init__(self, field: str) -> None:
        super().__init__()
        self._field = field

    def __missing__(self, piece: str) -> str:
        token = self._field + "x".join(f"{ord(character):x}" for character in piece)
        self[piece] = token
        return token


_SPELLED: Final = {field: _Spelled(field) for field in (_NAME, _KANA, _PLACE)}


@dataclass(frozen=True, slots=True)
class Need:
    """One way to find a word: a contract that holds it there has all of these tokens.

    Without tokens any contract may hold it.
    """

    tokens: frozenset[str]


def tokens(keys: SearchKeys) -> set[str]:
    """Every token of one contract."""
    found = set(_text_tokens(_NAME, keys.name))
    found.update(_text_tokens(_KANA, keys.kana))
    found.update(_text_tokens(_PLACE, keys.address))
    found.update(_number_tokens(_PHONE, keys.phone))
    found.update(_number_tokens(_NUMBER, keys.numbers))
    return found


def needs(term: Term) -> tuple[Need, ...]:
    """The ways to find a word, one of which is enough; none for a complete number."""
    if term.complete:
        return ()
    ways = [
        _text_tokens(field, form, singly=len(form) == 1)
        for form in term.forms
        for field in _SPELLED
    ]
    if term.number:
        ways += [_number_tokens(field, term.number) for field in (_PHONE, _NUMBER)]
    return tuple(Need(frozenset(way)) for way in ways)


def _text_tokens(field: str, text: str, *, singly: bool = True) -> Iterable[str]:
    pieces = _TELLING.findall(text) if singly else []
    for word in text.split(" "):
        pieces += map(add, word, word[1:])
    pieces += _LOT.findall(text)
    return map(_SPELLED[field].__getitem__, pieces)


def _number_tokens(field: str, numbers: str) -> list[str]:
    return [
        field + number[start : start + _DIGITS_TOGETHER]
        for number in numbers.split(" ")
        for start in range(len(number) - _DIGITS_TOGETHER + 1)
    ]
