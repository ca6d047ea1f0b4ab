"""What a batch of notices is to hold: which kind, about which debts, and whom to leave out."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, fields
from typing import Any, Final

from db.errors import RuleBroken
from db.rules.paper import DUNNING, Exclusion, PaperKind, PaperLanguage
from db.rules.periods import Cycle

BATCHED: Final = (
    PaperKind.READING_NOTICE,
    PaperKind.PAYMENT_NOTICE,
    *DUNNING,
    PaperKind.DEBIT_STARTED,
    PaperKind.DEBIT_FAILED,
    PaperKind.REFUND,
    PaperKind.SET_OFF,
)
"""The kinds that are issued in batches, in the order in which they are offered."""

ALWAYS_EXCLUDED: Final = frozenset(
    {Exclusion.PROTECTED, Exclusion.EXTINGUISHED, Exclusion.ALREADY_SENT}
)
"""What no batch may do without: a supervisor writes to a protected customer singly."""

CHOSEN_EXCLUSIONS: Final = (
    Exclusion.DISPUTE,
    Exclusion.INSTALMENTS,
    Exclusion.DEBIT_REQUESTED,
    Exclusion.REPORTED_PAYMENT,
    Exclusion.RETURNED_MAIL,
)
"""What a supervisor may choose to write to all the same."""

ALL_EXCLUSIONS: Final = ALWAYS_EXCLUDED | frozenset(CHOSEN_EXCLUSIONS)

MOST_YEN: Final = 999_999_999
LONGEST_AHEAD: Final = dt.timedelta(days=31)
LONGEST_LIMIT: Final = dt.timedelta(days=366)
_FORM: Final = 1


@dataclass(frozen=True, slots=True)
class BatchCriteria:
    """Which notices to issue; made with a keyword each, checked by ``require_usable``.

    ``cycle`` keeps to what was read in even or odd months, ``due_from`` and ``due_to`` to debts
    due on those days or between, ``minimum_yen`` to contracts that owe so much together. Without
    ``office_id`` it is the office of whoever plans it; without ``limit_on`` the bureau's usual
    days. ``seen_to`` is the last day whose payments are known.
    """

    kind: PaperKind
    issued_on: dt.date
    language: PaperLanguage = PaperLanguage.JA
    office_id: int | None = None
    cycle: Cycle | None = None
    due_from: dt.date | None = None
    due_to: dt.date | None = None
    minimum_yen: int = 0
    exclude: frozenset[Exclusion] = ALL_EXCLUSIONS
    limit_on: dt.date | None = None
    seen_to: dt.date | None = None


def require_usable(criteria: BatchCriteria, today: dt.date) -> None:
    """Go on only with what a batch can be planned by.

    Raises ``batch.kind``, ``batch.exclusion``, ``batch.due_range``, ``batch.minimum``,
    ``batch.issued_on``, ``batch.limit_on`` and ``batch.seen_to``.
    """
    latest = criteria.issued_on + LONGEST_LIMIT
    from_on, to_on, limit = criteria.due_from, criteria.due_to, criteria.limit_on
    broken = {
        "batch.kind": criteria.kind not in BATCHED,
        "batch.exclusion": not ALWAYS_EXCLUDED <= criteria.exclude <= ALL_EXCLUSIONS,
        "batch.due_range": from_on is not None and to_on is not None and from_on > to_on,
        "batch.minimum": not 0 <= criteria.minimum_yen <= MOST_YEN,
        "batch.issued_on": not today <= criteria.issued_on <= today + LONGEST_AHEAD,
        "batch.limit_on": limit is not None and not criteria.issued_on < limit <= latest,
        "batch.seen_to": criteria.seen_to is not None and criteria.seen_to > today,
    }
    for code, is_broken in broken.items():
        if is_broken:
            raise RuleBroken(code, kind=criteria.kind)


def criteria_text(criteria: BatchCriteria) -> str:
    """The criteria as they are kept with their batch."""
    facts: dict[str, Any] = {"form": _FORM}
    for field in fields(criteria):
        value = getattr(criteria, field.name)
        if isinstance(value, frozenset):
            value = sorted(value)
        facts[field.name] = value.isoformat() if isinstance(value, dt.date) else value
    return json.dumps(facts, sort_keys=True)


def read_criteria(text: str) -> BatchCriteria:
    """The criteria that were kept; raises ``batch.unreadable`` unless every one can be read."""
    try:
        facts = dict(json.loads(text))
        known = facts.keys() == {"form", *_READERS} and facts["form"] == _FORM
        read = {name: read(facts[name]) for name, read in _READERS.items()} if known else None
    except (ValueError, TypeError, RecursionError) as error:
        raise RuleBroken("batch.unreadable") from error
    if read is None:
        raise RuleBroken("batch.unreadable")
    return BatchCriteria(**read)


def _maybe(read: Any) -> Any:
    return lambda value: None if value is None else read(value)


def _whole(value: object) -> int:
    if type(value) is not int or not 0 <= value <= MOST_YEN:
        raise ValueError(f"no whole number: {value!r}")
    return value


def _exclusions(value: object) -> frozenset[Exclusion]:
    if not isinstance(value, list):
        raise TypeError("no list")
    return frozenset(Exclusion(code) for code in value)


_READERS: Final[dict[str, Any]] = {
    "kind": PaperKind,
    "issued_on": dt.date.fromisoformat,
    "language": PaperLanguage,
    "office_id": _maybe(_whole),
    "cycle": _maybe(Cycle),
    "due_from": _maybe(dt.date.fromisoformat),
    "due_to": _maybe(dt.date.fromisoformat),
    "minimum_yen": _whole,
    "exclude": _exclusions,
    "limit_on": _maybe(dt.date.fromisoformat),
    "seen_to": _maybe(dt.date.fromisoformat),
}
