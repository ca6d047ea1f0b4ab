"""Reads what a clerk typed into the search box, and says what it finds.

Words stand apart by spaces and must all be found, each in any field of a contract. ``matches`` is
the definition; the query over the database finds the same, faster.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from db.rules.name_keys import without_legal_words
from db.rules.search_text import fold, number_key
from db.rules.typed_dates import day_with_year

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from db.rules.search_text import SearchKeys

LONGEST_QUERY: Final = 100
MOST_TERMS: Final = 10
_KEPT: Final = 64
_COMPLETE_DIGITS: Final = 16
_LEAST_DIGITS: Final = 4
_PHONE_DIGITS: Final = (10, 11)
_WEAK: Final = "[0-9a-zァ-ヺ]-?"


class SearchProblem(StrEnum):
    """Why nothing was looked for."""

    EMPTY = "empty"
    TYPE_MORE = "type_more"
    ONLY_SYMBOLS = "only_symbols"


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a query: found where any of ``forms`` stands in the name, reading or address.

    ``number`` is not empty when the word may be part of a number too, ``email`` when it begins an
    address or is one, ``born_on`` when it may be a date of birth. A word may have several forms
    because its end is still open: 片町二 begins both 片町二ツ屋 and 片町二丁目.
    """

    forms: tuple[str, ...]
    number: str = ""
    email: str = ""
    born_on: dt.date | None = None

    @property
    def complete(self) -> bool:
        """Whether this is all of a portal number or a payment number."""
        return len(self.number) == _COMPLETE_DIGITS and self.number.isdigit()

    @property
    def beside(self) -> bool:
        """Whether contracts are known by it that do not hold it among their keys."""
        return self.complete or self.email != "" or self.born_on is not None


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for; ``shortened`` tells that the text was too long and only begins it."""

    text: str
    terms: tuple[Term, ...]
    problem: SearchProblem | None = None
    shortened: bool = False


def parse_query(text: str) -> Query:
    """The terms in ``text``, whatever was typed or pasted."""
    clean = "".join(map(_clean, text[: LONGEST_QUERY * 10])).strip()
    words = list(_joined(clean[:LONGEST_QUERY].split()))
    terms = tuple(term for word in words[:MOST_TERMS] if (term := _term(word)).forms)
    shortened = len(text) > len(text[: LONGEST_QUERY * 10]) or len(clean) > LONGEST_QUERY
    return Query(
        " ".join(words[:MOST_TERMS]),
        terms,
        problem=_problem(words, terms),
        shortened=shortened or len(words) > MOST_TERMS,
    )


def matches(keys: SearchKeys, terms: tuple[Term, ...]) -> bool:
    """Whether a contract with ``keys`` is found: every term stands in one of its fields.

    Payment numbers, dates of birth and e-mail addresses are not among the keys: who is known by
    one of them is found too.
    """
    return all(_stands_in(keys, term) for term in terms)


def _stands_in(keys: SearchKeys, term: Term) -> bool:
    if term.complete:
        return keys.numbers.startswith(term.number)
    texts = (keys.name, keys.kana, keys.address)
    return any(form in text for text in texts for form in term.forms) or (
        term.number != "" and (term.number in keys.phone or term.number in keys.numbers)
    )


def _clean(character: str) -> str:
    if character.isspace():
        return " "
    return "" if unicodedata.category(character) in {"Cc", "Cf", "Cs"} else character


def _joined(words: list[str]) -> Iterator[str]:
    """The words, with the groups of one number brought together: 1234 5678 …, 076 220 ….

    Groups that are still being typed belong together only when nothing else is asked.
    """
    alone = all(map(_is_digits, words))
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and _is_digits(words[end]):
            end += 1
        if end - start > 1 and _is_one_number(words[start:end], alone=alone):
            yield " ".join(words[start:end])
        else:
            end = max(end, start + 1)
            yield from words[start:end]
        start = end


def _is_digits(word: str) -> bool:
    number = number_key(word)
    return number.isascii() and number.isdigit()


def _is_one_number(words: list[str], *, alone: bool) -> bool:
    groups = [number_key(word) for word in words]
    count = sum(map(len, groups))
    dialled = groups[0].startswith("0") or words[0].startswith(("+81", "＋８１"))
    if count == _COMPLETE_DIGITS or (dialled and count in _PHONE_DIGITS):
        return True
    in_fours = all(len(group) == _LEAST_DIGITS for group in groups[:-1])
    return alone and count >= _LEAST_DIGITS and (dialled or in_fours)


@functools.lru_cache(_KEPT)
def _term(word: str) -> Term:
    number = number_key(re.sub(r"^[+＋][8８][1１][\s()-]*0?", "0", word))
    countable = number.isascii() and sum(map(str.isdigit, number)) >= _LEAST_DIGITS
    return Term(_forms(word), number if countable else "", _email(word), day_with_year(word))


def _email(word: str) -> str:
    plain = unicodedata.normalize("NFKC", word).lower()
    return plain if plain.isascii() and re.fullmatch("[^@]+@[^@]*", plain) else ""


# What may stand before and after a word that is cut out of a longer text, where it changes how the
# word folds: 光が(丘), 片町二(丁目), 5番地の(2), and kana beside the look-alikes of 二, 八, 口 …
_BEFORE: Final = ("", "山", "ア")
_AFTER: Final = ("", "丁目", "1", "山", "ア")


def _forms(word: str) -> tuple[str, ...]:
    plain = _inside("", word, "")
    others = {_inside(before, word, after) for before in _BEFORE for after in _AFTER}
    if not re.search("[0-9]", plain):  # 三 alone is not every 3 in the town
        others = {form for form in others if re.search("[^0-9-]", form)}
    others |= {bare for form in (plain, *others) if _tells(bare := without_legal_words(form))}
    return tuple(form for form in (plain, *sorted(others - {plain})) if form)


def _tells(form: str) -> bool:
    return not re.fullmatch(_WEAK, form)


def _inside(before: str, word: str, after: str) -> str:
    """The key of ``word`` in its surroundings; the hyphen that closes its last digits is open."""
    folded = fold(before + word + after)
    start, end = len(before), len(before) + len(word)
    return "".join(
        letter
        for letter, (first, _last) in zip(folded.text, folded.spans, strict=True)
        if start <= first < end
    )


def _problem(words: list[str], terms: tuple[Term, ...]) -> SearchProblem | None:
    if not words:
        return SearchProblem.EMPTY
    if not any(character.isalnum() for term in terms for character in "".join(term.forms)):
        return SearchProblem.ONLY_SYMBOLS
    if all(_is_weak(term) for term in terms):
        return SearchProblem.TYPE_MORE
    return None


def _is_weak(term: Term) -> bool:
    """One digit, kana or Latin letter finds half the town; one kanji does not."""
    return any(re.fullmatch(_WEAK, form) for form in term.forms)
