"""How a debt stands, from what was confirmed and what day it is.

The database asks the same in SQL: the expression in ``db/queries`` must agree with ``state``,
``is_overdue`` and ``unpaid_yen`` for every debt, and a test compares them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from db.rules.words import CollectionState, PaymentState

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

WORST_FIRST: Final = (
    PaymentState.OVERDUE,
    PaymentState.PART_PAID,
    PaymentState.NOT_DUE,
    PaymentState.PAID,
    PaymentState.CORRECTED,
)
"""The states in the order in which they concern the clerk; a bill shows its worst debt."""

UNPAID: Final = frozenset(WORST_FIRST[:3])
"""The states that the portal calls 未納."""

_SETTLED: Final = frozenset({CollectionState.DEBITED, CollectionState.WRITTEN_OFF})


def state(
    yen: int, paid_yen: int, *, due_on: dt.date, corrected: bool, today: dt.date
) -> PaymentState:
    """The state of one debt; ``paid_yen`` counts confirmed payments only.

    A debt paid in part is called so before and after its due date: ``is_overdue`` tells which.
    The due date itself is not overdue.
    """
    if corrected:
        return PaymentState.CORRECTED
    if paid_yen >= yen:
        return PaymentState.PAID
    if paid_yen > 0:
        return PaymentState.PART_PAID
    return PaymentState.OVERDUE if due_on < today else PaymentState.NOT_DUE


def worst(states: Iterable[PaymentState]) -> PaymentState | None:
    """The state that a bill of several debts shows; None without any."""
    return min(states, key=WORST_FIRST.index, default=None)


def unpaid_yen(
    yen: int, paid_yen: int, *, corrected: bool, collection: CollectionState | None
) -> int:
    """What is still to be paid: nothing of a debt that was corrected away or written off."""
    if corrected or collection is CollectionState.WRITTEN_OFF:
        return 0
    return max(0, yen - paid_yen)


def is_overdue(unpaid_yen: int, *, due_on: dt.date, today: dt.date) -> bool:
    """Whether anything of a debt is still unpaid after its due date."""
    return unpaid_yen > 0 and due_on < today


def collection_shown(
    collection: CollectionState | None, *, reported_yen: int, state: PaymentState
) -> CollectionState | None:
    """What is moving for a debt: a payment reported but not confirmed (速報) goes first.

    A debt that is paid, debited or written off has nothing more to wait for.
    """
    if reported_yen > 0 and state is not PaymentState.PAID and collection not in _SETTLED:
        return CollectionState.REPORTED
    return collection
