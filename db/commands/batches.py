"""Planning a batch of notices, starting it, stopping it, going on with it, and closing it.

``db.commands.batch_items`` issues the notices themselves, so many in one transaction: a batch that
ends at once, by whatever, has whole bundles and notices that still wait, and nothing between.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from db.commands.audit import record
from db.commands.permission import allow
from db.errors import RuleBroken
from db.models import Batch, BatchItem, Office, Staff
from db.queries.batch_candidates import BatchPlan, batch_candidates
from db.queries.batch_limit import limit_of
from db.queries.batches import batch_facts
from db.queries.paper_settings import paper_settings
from db.queries.settings import bureau_facts
from db.rules.batch_criteria import BatchCriteria, criteria_text, require_usable
from db.rules.paper import BatchState, ItemState
from db.rules.periods import day_in_japan
from db.rules.permissions import Action
from db.rules.words import EventKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from typing import Any

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.rules.batch_totals import Sum
    from db.rules.paper import PaperKind

_AT_ONCE = 10_000


def plan(
    session: Session, criteria: BatchCriteria, *, key: str, by: Actor, now: dt.datetime
) -> int:
    """Keep what a batch would issue, and give the batch's id; repeated by its key, the same one.

    Raises ``permission.denied``, ``batch.…`` (``require_usable``), ``batch.nothing`` when nobody
    is left to write to, ``office.gone``, ``dunning.limit_too_early``, ``due.never_open`` and
    ``request.under_way``.
    """
    allow(session, by, Action.RUN_BATCH, now)
    done = session.scalar(select(Batch.id).where(Batch.key == key).limit(1))
    if done is not None:
        return done
    today = day_in_japan(now)
    require_usable(criteria, today)
    whole = _completed(session, criteria, by)
    require_usable(whole, today)
    planned = batch_candidates(session, whole, today)
    if not planned.included:
        raise RuleBroken("batch.nothing", kind=whole.kind)
    batch_id = _add_batch(session, whole, key=key, by=by, now=now)
    _add_items(session, batch_id, planned)
    _record(
        session, EventKind.BATCH_PLANNED, batch_id, planned.total, by=by, now=now, of=whole.kind
    )
    return batch_id


def start(session: Session, batch_id: int, *, by: Actor, now: dt.datetime) -> None:
    """Let a planned batch run; raises ``permission.denied``, ``batch.gone``, ``batch.started``."""
    _go_on(session, batch_id, {BatchState.PLANNED}, "batch.started", by=by, now=now)


def resume(session: Session, batch_id: int, *, by: Actor, now: dt.datetime) -> None:
    """Let a batch go on that was stopped, or whose program ended at once.

    Raises ``permission.denied``, ``batch.gone``, and ``batch.not_stopped`` for one that is done or
    has not begun.
    """
    stopped = {BatchState.CANCELLED, BatchState.RUNNING}
    _go_on(session, batch_id, stopped, "batch.not_stopped", by=by, now=now)


def cancel(session: Session, batch_id: int, *, by: Actor, now: dt.datetime) -> None:
    """Stop a batch: what was issued stays, what waits can be issued later, or never.

    Raises ``permission.denied``, ``batch.gone`` and ``batch.done``.
    """
    batch = _locked(session, batch_id, by, now)
    if batch.state is BatchState.DONE:
        raise RuleBroken("batch.done", batch_id=batch_id)
    if batch.state is not BatchState.CANCELLED:
        batch.state, batch.ended_at = BatchState.CANCELLED, now
        _record_of(session, EventKind.BATCH_CANCELLED, batch_id, by=by, now=now)


def finish(session: Session, batch_id: int, *, by: Actor, now: dt.datetime) -> Sum:
    """Close a batch of which nothing waits any more, and give what it issued.

    Raises ``permission.denied``, ``batch.gone``, ``batch.not_running`` and ``batch.waiting``.
    """
    batch = _locked(session, batch_id, by, now)
    facts = batch_facts(session, batch_id)
    if batch.state is BatchState.DONE:
        return facts.issued
    if batch.state is not BatchState.RUNNING:
        raise RuleBroken("batch.not_running", batch_id=batch_id)
    if facts.waiting.notices:
        raise RuleBroken("batch.waiting", batch_id=batch_id)
    batch.state, batch.ended_at = BatchState.DONE, now
    _record_of(session, EventKind.BATCH_FINISHED, batch_id, by=by, now=now)
    return facts.issued


def _completed(session: Session, criteria: BatchCriteria, by: Actor) -> BatchCriteria:
    own = select(Staff.office_id).where(Staff.id == by.staff_id)
    office_id = criteria.office_id or session.scalar(own)
    if session.scalar(select(Office.id).where(Office.id == office_id)) is None:
        raise RuleBroken("office.gone", office_id=office_id)
    bureau = bureau_facts(session)
    return replace(
        criteria,
        office_id=office_id,
        limit_on=limit_of(session, criteria),
        seen_to=criteria.seen_to or bureau.payments_seen_to,
    )


def _add_batch(
    session: Session, criteria: BatchCriteria, *, key: str, by: Actor, now: dt.datetime
) -> int:
    batch = Batch(
        key=key,
        kind=criteria.kind,
        state=BatchState.PLANNED,
        office_id=criteria.office_id,
        criteria=criteria_text(criteria),
        issued_on=criteria.issued_on,
        limit_on=criteria.limit_on,
        seen_to=criteria.seen_to,
        bundle_size=paper_settings(session).bundle_size,
        planned_by=by.staff_id,
        planned_at=now,
    )
    session.add(batch)
    try:
        session.flush()
    except IntegrityError as error:  # sent off in two windows at once
        raise RuleBroken("request.under_way") from error
    return batch.id


def _add_items(session: Session, batch_id: int, planned: BatchPlan) -> None:
    some: list[dict[str, Any]] = []
    for position, item in enumerate(_items(planned), 1):
        some.append({"batch_id": batch_id, "position": position, "version": 1} | item)
        if len(some) == _AT_ONCE:
            session.execute(insert(BatchItem), some)
            some = []
    if some:
        session.execute(insert(BatchItem), some)


def _items(planned: BatchPlan) -> Iterator[dict[str, Any]]:
    for each in planned.included:
        whose = {"customer_id": each.customer_id, "contract_id": each.contract_id}
        yield whose | {"state": ItemState.WAITING, "exclusion": None} | _yen(each.sum)
    for out in planned.left_out:
        whose = {"customer_id": out.customer_id, "contract_id": out.contract_id}
        state = {"state": ItemState.LEFT_OUT, "exclusion": out.exclusion}
        yield {**whose, **state, **_yen(out.sum)}


def _yen(of: Sum) -> dict[str, int]:
    return {"water_yen": of.water_yen, "sewerage_yen": of.sewerage_yen}


def _go_on(
    session: Session,
    batch_id: int,
    states: set[BatchState],
    refused: str,
    *,
    by: Actor,
    now: dt.datetime,
) -> None:
    batch = _locked(session, batch_id, by, now)
    if batch.state not in states:
        raise RuleBroken(refused, batch_id=batch_id)
    batch.state, batch.ended_at = BatchState.RUNNING, None
    batch.started_at = batch.started_at or now
    _record_of(session, EventKind.BATCH_STARTED, batch_id, by=by, now=now)


def _locked(session: Session, batch_id: int, by: Actor, now: dt.datetime) -> Batch:
    allow(session, by, Action.RUN_BATCH, now)
    this = select(Batch).where(Batch.id == batch_id).with_for_update()
    batch = session.scalar(this.execution_options(populate_existing=True))
    if batch is None:
        raise RuleBroken("batch.gone", batch_id=batch_id)
    return batch


def _record_of(
    session: Session, event: EventKind, batch_id: int, *, by: Actor, now: dt.datetime
) -> None:
    facts = batch_facts(session, batch_id)
    counted = facts.waiting if event is EventKind.BATCH_STARTED else facts.issued
    _record(session, event, batch_id, counted, by=by, now=now, of=facts.kind)


def _record(
    session: Session,
    event: EventKind,
    batch_id: int,
    counted: Sum,
    *,
    by: Actor,
    now: dt.datetime,
    of: PaperKind,
) -> None:
    record(
        session,
        event,
        by=by,
        now=now,
        paper=of,
        batch=batch_id,
        count=counted.notices,
        yen=counted.yen,
    )
