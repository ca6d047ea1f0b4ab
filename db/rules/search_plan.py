"""Decides how a query is answered from how many contracts each token has."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from db.rules.search_tokens import EVERYBODY, needs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from db.rules.search_terms import Term
    from db.rules.search_tokens import Need

Way = tuple[str, ...]
"""Tokens that a contract must have all."""

_TOO_DENSE: Final = 4
_MOST_TOKENS: Final = 4
_MOST_TERMS: Final = 4
_BY_OTHER_INDEXES: Final = 50


@dataclass(frozen=True, slots=True)
class Plan:
    """How to come to the contracts that may hold every term; what is found is looked at again.

    ``hopeless`` when no contract can. ``groups`` has for each of some terms the ways of which one
    must lead to a contract. ``beside`` is the only term of the groups, when contracts are known
    by something that is not among the keys too. Without both, all contracts are gone through.
    More contracts than ``most`` are not to be expected.
    """

    hopeless: bool = False
    groups: tuple[tuple[Way, ...], ...] = ()
    beside: Term | None = None
    most: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class _Outlook:
    """What to expect of a term: the ways that may lead anywhere, and to how many contracts."""

    term: Term
    ways: tuple[Way, ...]
    contracts: int


def tokens_asked(terms: tuple[Term, ...]) -> frozenset[str]:
    """The tokens whose frequencies ``plan`` wants to know."""
    asked = {token for term in terms for need in needs(term) for token in need.tokens}
    return frozenset(asked | {EVERYBODY})


def plan(terms: tuple[Term, ...], frequencies: Mapping[str, int], *, dense: int = 12) -> Plan:
    """The cheapest way to answer; a token that is not among the frequencies has no contract.

    What more than one contract in ``dense`` has is not asked of the index.
    """
    everybody = frequencies.get(EVERYBODY, 0)
    few = everybody / dense
    outlooks = sorted(
        (_outlook(term, frequencies, everybody) for term in terms),
        key=lambda outlook: outlook.contracts,
    )
    if any(not outlook.ways and not outlook.term.beside for outlook in outlooks):
        return Plan(hopeless=True)
    first = outlooks[0]
    if first.term.beside and first.contracts <= max(few, _BY_OTHER_INDEXES):
        groups = (first.ways,) if first.ways else ()
        return Plan(groups=groups, beside=first.term, most=first.contracts)
    narrow = [o.ways for o in outlooks if o.contracts <= few and not o.term.beside]
    return Plan(groups=tuple(narrow[:_MOST_TERMS]), most=first.contracts)


def _outlook(term: Term, frequencies: Mapping[str, int], everybody: int) -> _Outlook:
    ways = []
    contracts = _BY_OTHER_INDEXES if term.beside else 0
    for need in needs(term):
        rarest, way = _rarest(need, frequencies, everybody)
        if rarest:
            contracts += rarest
            ways.append(way)
    return _Outlook(term, tuple(dict.fromkeys(ways)), contracts)


def _rarest(need: Need, frequencies: Mapping[str, int], everybody: int) -> tuple[int, Way]:
    """How many contracts the rarest token has, and the rare tokens that are worth asking for."""
    counted = sorted((frequencies.get(token, 0), token) for token in need.tokens)
    if not counted:
        return everybody, ()
    few = max(counted[0][0], everybody // _TOO_DENSE)
    return counted[0][0], tuple(token for count, token in counted[:_MOST_TOKENS] if count <= few)
