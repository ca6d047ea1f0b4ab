"""The facts of the notices of a batch."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from db.errors import RuleBroken
from db.queries.notice_catalogue import FILLERS
from db.rules.notice_facts import Wanted

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from db.queries.batch_addressees import HeadMaker
    from db.queries.batch_candidates import Candidate
    from db.queries.notice_catalogue import Notice
    from db.rules.batch_criteria import BatchCriteria


def written_notices(
    session: Session,
    criteria: BatchCriteria,
    candidates: Sequence[Candidate],
    *,
    maker: HeadMaker,
    today: dt.date,
) -> dict[int, Notice]:
    """The notices to the candidates, by contract, without their numbers.

    Who is not in it has nothing to be told any more. Raises ``notice.no_such_kind``.
    """
    fill = FILLERS.get(criteria.kind)
    if fill is None:
        raise RuleBroken("notice.no_such_kind", kind=criteria.kind)
    found: dict[int, Notice] = {}
    for each in candidates:
        head = maker.head(each.recipient)
        try:
            found[each.contract_id] = fill(session, _wanted(criteria, each), head, today)
        except RuleBroken as broken:
            if broken.code != "notice.nothing":
                raise
    return found


def numbered(notice: Notice, number: str) -> Notice:
    """The same notice with its number."""
    unnumbered: Any = notice
    written: Notice = replace(unnumbered, head=replace(notice.head, number=number))
    return written


def _wanted(criteria: BatchCriteria, candidate: Candidate) -> Wanted:
    return Wanted(
        kind=criteria.kind,
        contract_id=candidate.contract_id,
        bill_ids=candidate.bill_ids,
        debt_ids=tuple(debt_id for debt_id, *_ in candidate.debts),
        limit_on=criteria.limit_on,
        seen_to=criteria.seen_to,
    )
