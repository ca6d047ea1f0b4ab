"""Puts what a search found in order: whoever was meant most likely stands first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.rules.search_terms import Term

Place = tuple[bool, bool, int, str, str]


@dataclass(frozen=True, slots=True)
class Ranking:
    """What a name, a reading or a number is compared with to put its contract in its place."""

    names: tuple[str, ...]
    whole: tuple[str, ...]
    numbers: frozenset[str]

    def place(self, keys: Sequence[str], *, ended: bool) -> Place:
        """Where a contract with these keys belongs, to sort by: the whole number first.

        Then those that have not ended; then whoever is called just so, whose name begins so, and
        the others; each by reading and address. The keys stand as ``SearchKeys`` has them.
        """
        name, kana, address, phone, numbers = keys
        numbered = bool(self.numbers) and self._numbered(f"{numbers} {phone}")
        return (not numbered, ended, self._distance(name, kana), kana, address)

    def _numbered(self, numbers: str) -> bool:
        return not self.numbers.isdisjoint(numbers.split())

    def _distance(self, name: str, kana: str) -> int:
        """How far the name or its reading is from what was typed: 0 the same, 1 begins so."""
        known = f" {name} {kana} "
        for said in self.whole:
            if said in known:
                return 0
        return 1 if name.startswith(self.names) or kana.startswith(self.names) else 2


def ranking(terms: tuple[Term, ...]) -> Ranking:
    """What to put contracts in order by: each word, and all of them together in any turn."""
    words = [term.forms[0] for term in terms]
    turns = ("".join(words[start:] + words[:start]) for start in range(len(words)))
    names = tuple(dict.fromkeys([*turns, *(form for term in terms for form in term.forms)]))
    numbers = frozenset(term.number for term in terms if term.number)
    return Ranking(names, tuple(f" {name} " for name in names), numbers)
