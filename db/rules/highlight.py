"""Shows in the displayed text what a search term found there, in whatever form it was written.

Positions count characters (code points) of the displayed text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from db.rules.search_text import fold, number_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from db.rules.search_terms import Term
    from db.rules.search_text import Span


def highlight(displayed: str, term: Term) -> tuple[Span, ...]:
    """Where ``term`` stands in a name, a reading or an address: (start, end), in order."""
    folded = fold(displayed)
    found = (
        (folded.spans[start][0], folded.spans[start + len(form) - 1][1])
        for form in term.forms
        for start in _places(folded.text, form)
    )
    return _merged(found)


def highlight_number(displayed: str, term: Term) -> tuple[Span, ...]:
    """Where the digits of ``term`` stand in a number, whatever groups it is shown in."""
    if not term.number or term.number not in "".join(map(_number_key, displayed)):
        return ()
    letters = [(key, at) for at, letter in enumerate(displayed) for key in _number_key(letter)]
    plain = "".join(letter for letter, _at in letters)
    return _merged(
        (letters[start][1], letters[start + len(term.number) - 1][1] + 1)
        for start in _places(plain, term.number)
    )


@lru_cache(maxsize=256)
def _number_key(letter: str) -> str:
    return number_key(letter)


def highlight_by_reading(displayed: str, reading: str, term: Term) -> tuple[Span, ...]:
    """The part of ``displayed`` whose reading holds ``term``: ホンマチ shows in 本町1丁目2-3.

    The digits of both texts part them alike; where they do not, nothing is shown.
    """
    shown, read = _parts(displayed), _parts(reading)
    if [number for number, _span in shown] != [number for number, _span in read]:
        return ()
    marked = highlight(reading, term)
    return _merged(
        part
        for (_number, part), (_same, (start, end)) in zip(shown, read, strict=True)
        for found, _end in marked
        if start <= found < end and part[0] < part[1]
    )


def _parts(text: str) -> list[tuple[str, Span]]:
    """The runs of digits and what stands between them; only digits are named."""
    return [
        (number_key(match.group()) if match.group().isdecimal() else "", match.span())
        for match in re.finditer(r"\d+|\D+", text)
    ]


def _places(text: str, part: str) -> Iterator[int]:
    start = text.find(part)
    while start >= 0:
        yield start
        start = text.find(part, start + 1)


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        elif start < end:
            merged.append((start, end))
    return tuple(merged)
