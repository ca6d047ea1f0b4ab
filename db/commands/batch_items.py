"""Issuing the notices of a batch, a bundle of them in one transaction: all of them or none."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from sqlalchemy import func, insert, select

from db.commands.audit import record
from db.commands.document_files import Paper, Place, keep_documents, keep_file
from db.commands.number_series import next_numbers
from db.commands.permission import allow
from db.errors import RuleBroken
from db.models import Batch, BatchItem, PrintEvent
from db.queries.batch_addressees import HeadMaker
from db.queries.batch_candidates import batch_candidates
from db.queries.batch_notices import numbered, written_notices
from db.queries.paper_settings import paper_settings
from db.rules.batch_criteria import read_criteria
from db.rules.notice_record import on_record
from db.rules.paper import BatchState, Exclusion, ItemState, PaperWay
from db.rules.periods import TOKYO, day_in_japan
from db.rules.permissions import Action
from db.rules.words import EventKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.queries.batch_candidates import Candidate
    from db.queries.notice_catalogue import Notice
    from db.rules.batch_criteria import BatchCriteria
    from db.rules.issuer import Issuer


class Printed(Protocol):
    """A file of notices: where each begins in it, from page 1, and how many pages it has."""

    @property
    def data(self) -> bytes:
        """The file."""

    @property
    def first_pages(self) -> tuple[int, ...]:
        """Where each notice begins."""

    @property
    def pages(self) -> tuple[int, ...]:
        """How many pages each has."""


Render: TypeAlias = "Callable[[Sequence[Notice]], Printed]"

_MORNING: Final = dt.time(9, tzinfo=TOKYO)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch is, and the file just made, if any."""

    issued: int
    left_out: int
    waiting: int
    file_id: int | None


def issue_next(
    session: Session,
    batch_id: int,
    *,
    count: int,
    render: Render,
    issuer: Issuer,
    by: Actor,
    now: dt.datetime,
) -> Progress:
    """Issue the next ``count`` notices of a running batch as one file; look at each debt again.

    Whoever paid meanwhile, or may not be written to any more, is left out, so that no number is
    lost. Raises ``permission.denied``, ``batch.gone``, ``batch.not_running`` once somebody stopped
    it, ``notice.no_such_kind`` and ``setting.unreadable``.
    """
    allow(session, by, Action.RUN_BATCH, now)
    batch = _running(session, batch_id)
    waiting = _waiting(session, batch_id, count)
    file_id = None
    if waiting:
        press = _Press(session, batch, issuer, by, now)
        chosen = press.choose(waiting)
        file_id = press.issue(chosen, render) if chosen else None
    session.flush()
    counted = select(BatchItem.state, func.count()).where(BatchItem.batch_id == batch_id)
    states = dict(session.execute(counted.group_by(BatchItem.state)).all())
    issued, left_out, left = (
        states.get(state, 0) for state in (ItemState.ISSUED, ItemState.LEFT_OUT, ItemState.WAITING)
    )
    return Progress(issued, left_out, left, file_id)


def _running(session: Session, batch_id: int) -> Batch:
    batch = session.get(Batch, batch_id)
    if batch is None:
        raise RuleBroken("batch.gone", batch_id=batch_id)
    # two batches of a kind would each not see what the other is about to send
    of_its_kind = (
        select(Batch)
        .where(Batch.kind == batch.kind, Batch.state == BatchState.RUNNING)
        .order_by(Batch.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    running = {each.id: each for each in session.scalars(of_its_kind)}
    if batch_id not in running:
        raise RuleBroken("batch.not_running", batch_id=batch_id)
    return running[batch_id]


def _waiting(session: Session, batch_id: int, count: int) -> Sequence[BatchItem]:
    next_ones = (
        select(BatchItem)
        .where(BatchItem.batch_id == batch_id, BatchItem.state == ItemState.WAITING)
        .order_by(BatchItem.position)
        .limit(count)
    )
    return session.scalars(next_ones).all()


@dataclass(frozen=True, slots=True)
class _Chosen:
    item: BatchItem
    candidate: Candidate
    notice: Notice


class _Press:
    """Makes one bundle."""

    def __init__(
        self, session: Session, batch: Batch, issuer: Issuer, by: Actor, now: dt.datetime
    ) -> None:
        self._session = session
        self._batch = batch
        self._criteria: BatchCriteria = read_criteria(batch.criteria)
        self._by = by
        self._now = now
        settings = paper_settings(session)
        self._maker = HeadMaker(batch.kind, issuer, settings, _dated(batch.issued_on, now))

    def choose(self, waiting: Sequence[BatchItem]) -> list[_Chosen]:
        """Those who are still to be written to; the others are left out, with the reason."""
        session, today = self._session, day_in_japan(self._now)
        ids = [item.contract_id for item in waiting]
        again = batch_candidates(session, self._criteria, today, contract_ids=ids)
        found = {each.contract_id: each for each in again.included}
        on = max(today, self._batch.issued_on)
        of_them = tuple(found.values())
        written = written_notices(session, self._criteria, of_them, maker=self._maker, today=on)
        why = {out.contract_id: out.exclusion for out in reversed(again.left_out)}
        chosen = []
        for item in waiting:
            number = item.contract_id
            if number in written:
                chosen.append(_Chosen(item, found[number], written[number]))
            else:
                item.state = ItemState.LEFT_OUT
                item.exclusion = why.get(number, Exclusion.PAID_MEANWHILE)
        return chosen

    def issue(self, chosen: Sequence[_Chosen], render: Render) -> int:
        """Number them, print them into one file, and keep everything; gives the file's id."""
        session, batch = self._session, self._batch
        numbers = next_numbers(session, batch.kind, batch.issued_on, count=len(chosen))
        papers = [
            numbered(each.notice, number) for each, number in zip(chosen, numbers, strict=True)
        ]
        rendered = render(papers)
        file_id = keep_file(session, rendered.data)
        places = zip(rendered.first_pages, rendered.pages, strict=True)
        kept = [
            Paper(notice, Place(file_id, *place), of.candidate.customer_id, of.item.contract_id)
            for notice, place, of in zip(papers, places, chosen, strict=True)
        ]
        ids = keep_documents(
            session,
            kept,
            language=self._criteria.language,
            protected=False,  # none of them is written to by a batch
            by=self._by,
            batch_id=batch.id,
        )
        for each, paper, document_id in zip(chosen, papers, ids, strict=True):
            self._mark(each, paper, document_id)
        self._add_prints(ids)
        return file_id

    def _mark(self, each: _Chosen, paper: Notice, document_id: int) -> None:
        item, total = each.item, each.candidate.sum
        item.state, item.document_id = ItemState.ISSUED, document_id
        item.water_yen, item.sewerage_yen = total.water_yen, total.sewerage_yen
        record(
            self._session,
            EventKind.DOCUMENT_ISSUED,
            by=self._by,
            now=self._now,
            customer_id=item.customer_id,
            contract_id=item.contract_id,
            paper=paper.head.kind,
            number=paper.head.number,
            document=document_id,
            yen=on_record(paper).yen,
        )

    def _add_prints(self, ids: Sequence[int]) -> None:
        shared = {"at": self._now, "staff_id": self._by.staff_id, "desk": self._by.desk}
        shared |= {"way": PaperWay.BUNDLE, "version": 1}
        rows = [{**shared, "document_id": document_id} for document_id in ids]
        self._session.execute(insert(PrintEvent), rows)


def _dated(issued_on: dt.date, now: dt.datetime) -> dt.datetime:
    """The moment that stands on the paper: now, or the morning of a day to come or gone by."""
    is_today = day_in_japan(now) == issued_on
    return now if is_today else dt.datetime.combine(issued_on, _MORNING)
