"""Whom a batch of notices writes to, about what, and whom it leaves out, and why.

A few statements for a whole city, none of them by customer: what is asked here for all contracts is
asked again for some of them when their notices are issued.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Row, select

from db.models import Bill, Hold, Protection
from db.queries.batch_addressees import Recipient, recipients
from db.queries.batch_rows import ASKING, BY_BILL, candidate_rows
from db.queries.batch_steps import steps_refused
from db.queries.holds import in_force
from db.rules.batch_totals import Sum, by_exclusion, summed
from db.rules.contact_words import HoldKind
from db.rules.dunning import CUTTING_OFF, SPARING
from db.rules.paper import Exclusion
from db.rules.words import Account, CollectionState

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from db.rules.batch_criteria import BatchCriteria

_OF_HOLDS: Final = {
    HoldKind.DISPUTE: Exclusion.DISPUTE,
    HoldKind.INSTALMENTS: Exclusion.INSTALMENTS,
    HoldKind.REPORTED_PAYMENT: Exclusion.REPORTED_PAYMENT,
    HoldKind.RETURNED_MAIL: Exclusion.RETURNED_MAIL,
}
_OF_COLLECTION: Final = {
    CollectionState.INSTALMENTS: Exclusion.INSTALMENTS,
    CollectionState.REQUESTED: Exclusion.DEBIT_REQUESTED,
}
_OF_ANY_PAPER: Final = frozenset(
    {Exclusion.PROTECTED, Exclusion.RETURNED_MAIL, Exclusion.ALREADY_SENT}
)
_FIRST: Final = tuple(Exclusion)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One notice to be: about which bills of a contract, with the yen of each debt by its id."""

    contract_id: int
    customer_id: int
    recipient: Recipient
    bill_ids: tuple[int, ...]
    debts: tuple[tuple[int, Account, int], ...]

    @property
    def sum(self) -> Sum:
        """The notice and its yen."""
        return _sum(self.debts)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Debts of a contract that are left out for one reason.

    ``entirely`` tells that the contract gets no notice at all.
    """

    contract_id: int
    customer_id: int
    exclusion: Exclusion
    debts: int
    sum: Sum
    entirely: bool


@dataclass(frozen=True, slots=True)
class BatchPlan:
    """A dry run: the notices in posting order, and what is left out by contract and reason."""

    criteria: BatchCriteria
    included: tuple[Candidate, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def total(self) -> Sum:
        """All notices together."""
        return summed(each.sum for each in self.included)

    @property
    def left_out_totals(self) -> tuple[tuple[Exclusion, Sum], ...]:
        """What each reason leaves out; a contract counts once for each of its reasons."""
        return by_exclusion((each.exclusion, each.sum) for each in self.left_out)


def batch_candidates(
    session: Session,
    criteria: BatchCriteria,
    today: dt.date,
    *,
    contract_ids: Sequence[int] | None = None,
) -> BatchPlan:
    """Whom the criteria choose, of all contracts or of those given; nothing is written.

    How debts stand is asked for ``today``, or for the day on which the notices are dated if that
    is still to come.
    """
    on = max(today, criteria.issued_on)
    statement = candidate_rows(criteria, on)
    if contract_ids is not None:
        statement = statement.where(Bill.contract_id.in_(contract_ids))
    rows = session.execute(statement).all()
    reasons = _Reasons(session, criteria, on, rows)
    whose = recipients(session, _contracts_of(rows), on)
    included: list[Candidate] = []
    left_out: list[LeftOut] = []
    for contract_id, group in groupby(rows, key=lambda row: row.contract_id):
        judged = _judged(criteria, list(group), reasons, whose[contract_id])
        included += judged[0]
        left_out += judged[1]
    included.sort(key=lambda each: each.recipient.posting_order)
    return BatchPlan(criteria, tuple(included), tuple(left_out))


class _Reasons:
    """Why a debt is left out, from what holds for all debts, read once."""

    def __init__(
        self, session: Session, criteria: BatchCriteria, on: dt.date, rows: Sequence[Row[Any]]
    ) -> None:
        self._asking = criteria.kind in ASKING
        self._exclude = criteria.exclude
        still = select(Protection.customer_id).where(Protection.ended_at.is_(None))
        self._protected = frozenset(session.scalars(still))
        self._holds: defaultdict[tuple[int, int | None], set[Exclusion]] = defaultdict(set)
        held = select(Hold.customer_id, Hold.debt_id, Hold.kind).where(in_force(on))
        for customer_id, debt_id, why in session.execute(held):
            self._holds[customer_id, debt_id].add(_OF_HOLDS[why])
        kind = criteria.kind
        cut_off = rows if kind in CUTTING_OFF else ()
        spared = {row.debt_id: found for row in cut_off if (found := self._spared(row))}
        self._steps = steps_refused(session, kind, rows, on=on, spared=spared)

    def of(self, row: Row[Any]) -> Exclusion | None:
        """The first reason for which a debt is left out, None for one that is asked for."""
        found = self._held(row) | self._standing(row)
        found &= self._exclude if self._asking else self._exclude & _OF_ANY_PAPER
        if row.debt_id in self._steps:
            found.add(self._steps[row.debt_id])
        return min(found, key=_FIRST.index, default=None)

    def _spared(self, row: Row[Any]) -> Exclusion | None:
        found = self._held(row) | self._standing(row)
        return next((why for why in SPARING if why in found), None)

    def _held(self, row: Row[Any]) -> set[Exclusion]:
        none: set[Exclusion] = set()
        of_all = self._holds.get((row.customer_id, None), none)
        return of_all | self._holds.get((row.customer_id, row.debt_id), none)

    def _standing(self, row: Row[Any]) -> set[Exclusion]:
        told = {
            Exclusion.PROTECTED: row.customer_id in self._protected,
            Exclusion.EXTINGUISHED: row.is_extinguished,
            Exclusion.ALREADY_SENT: row.is_sent,
            Exclusion.REPORTED_PAYMENT: row.is_reported,
        }
        found = {why for why, holds in told.items() if holds}
        moving = _OF_COLLECTION.get(row.collection)
        return found if moving is None else found | {moving}


def _contracts_of(rows: Sequence[Row[Any]]) -> list[int]:
    return list(dict.fromkeys(row.contract_id for row in rows))


def _judged(
    criteria: BatchCriteria, rows: list[Row[Any]], reasons: _Reasons, recipient: Recipient
) -> tuple[list[Candidate], list[LeftOut]]:
    why = [reasons.of(row) for row in rows]
    if criteria.kind in BY_BILL:
        why = _by_bill(rows, why)
    asked = [row for row, each in zip(rows, why, strict=True) if each is None]
    of_all = _of_all(criteria, asked, recipient)
    if of_all is not None:
        why, asked = [each or of_all for each in why], []
    apart: defaultdict[Exclusion, list[Row[Any]]] = defaultdict(list)
    for row, each in zip(rows, why, strict=True):
        if each is not None:
            apart[each].append(row)
    left_out = [
        _left_out(each, apart[each], entirely=not asked) for each in sorted(apart, key=_FIRST.index)
    ]
    return ([_candidate(asked, recipient)] if asked else []), left_out


def _by_bill(rows: list[Row[Any]], why: list[Exclusion | None]) -> list[Exclusion | None]:
    found: dict[int, Exclusion] = {}
    for row, each in zip(rows, why, strict=True):
        # what is extinguished is not asked for; the water of the same bill still is
        if each not in (None, Exclusion.EXTINGUISHED):
            before = found.get(row.bill_id, each)
            found[row.bill_id] = min(before, each, key=_FIRST.index)
    return [each or found.get(row.bill_id) for row, each in zip(rows, why, strict=True)]


def _of_all(
    criteria: BatchCriteria, asked: list[Row[Any]], recipient: Recipient
) -> Exclusion | None:
    if not asked:
        return None
    if recipient.is_gone:
        return Exclusion.NO_ADDRESS
    is_little = sum(row.yen for row in asked) < criteria.minimum_yen
    return Exclusion.BELOW_MINIMUM if is_little and criteria.kind in ASKING else None


def _candidate(asked: list[Row[Any]], recipient: Recipient) -> Candidate:
    first = asked[0]
    bill_ids = tuple(dict.fromkeys(row.bill_id for row in asked))
    return Candidate(first.contract_id, first.customer_id, recipient, bill_ids, _debts(asked))


def _left_out(why: Exclusion, rows: list[Row[Any]], *, entirely: bool) -> LeftOut:
    whose = (rows[0].contract_id, rows[0].customer_id)
    return LeftOut(*whose, why, len(rows), _sum(_debts(rows)), entirely)


def _debts(rows: list[Row[Any]]) -> tuple[tuple[int, Account, int], ...]:
    found: dict[int, tuple[int, Account, int]] = {}
    for row in rows:  # what came in over on one debt may have come in several times
        before = found[row.debt_id][2] if row.debt_id in found else 0
        found[row.debt_id] = (row.debt_id, row.account, before + row.yen)
    return tuple(found.values())


def _sum(debts: tuple[tuple[int, Account, int], ...]) -> Sum:
    water = sum(yen for _, account, yen in debts if account is Account.WATER)
    return Sum(1, water, sum(yen for *_, yen in debts) - water)
