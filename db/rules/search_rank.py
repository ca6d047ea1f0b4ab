"""Puts what a search found in order: whoever was meant most likely stands first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.rules.search_terms import Term
    from db.rules.search_text import SearchKeys

Place = tuple[bool, bool, int, str, str]


@dataclass(frozen=True, slots=True)
class Ranking:
    """What a name, a reading or a number is compared with to put its contract in its place."""

    names: tuple[str, ...]
    numbers: frozenset[str]

    def place(self, keys: SearchKeys, *, ended: bool) -> Place:
        """Where a contract belongs, to sort by: the whole number first, those that ended last.

        Then whoever is called just so, whose name begins so, and the others; each by reading and
        address.
        """
        return (not self._numbered(keys), ended, self._distance(keys), keys.kana, keys.address)

    def _numbered(self, keys: SearchKeys) -> bool:
        if not self.numbers:
            return False
        return not self.numbers.isdisjoint(f"{keys.numbers} {keys.phone}".split())

    def _distance(self, keys: SearchKeys) -> int:
        """How far the name or its reading is from what was typed: 0 the same, 1 begins so."""
        distance = 2
        for key in (keys.name, keys.kana):
            if any(f" {name} " in f" {key} " for name in self.names):
                return 0
            if key.startswith(self.names):
                distance = 1
        return distance


def ranking(terms: tuple[Term, ...]) -> Ranking:
    """What to put contracts in order by: each word, and all of them together in any turn."""
    words = [term.forms[0] for term in terms]
    turns = ("".join(words[start:] + words[:start]) for start in range(len(words)))
    names = dict.fromkeys([*turns, *(form for term in terms for form in term.forms)])
    return Ranking(tuple(names), frozenset(term.number for term in terms if term.number))
