"""What the control list and the totals sheet of a batch say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select

from db.models import DocumentDebt
from db.queries.batch_addressees import recipients
from db.queries.batches import batch_facts, bundles, extra_yen, items, left_out_totals
from db.rules.batch_totals import BundleLine, ControlLine, TotalsSheet
from db.rules.paper import Exclusion

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from sqlalchemy.orm import Session

    from db.queries.batches import ItemFacts
    from db.rules.issuer import Issuer
    from db.rules.notice_facts import Addressee

_AT_ONCE: Final = 5000


def control_lines(session: Session, batch_id: int) -> Iterator[ControlLine]:
    """Every notice of a batch in posting order, then whom it left out; raises ``batch.gone``.

    The addressees are read as they are on file for the day of issue. Of whom protection left out
    the list tells neither name nor address: it lies in a folder, for everybody there to read.
    """
    on = batch_facts(session, batch_id).issued_on
    files = {bundle.file_id: bundle.number for bundle in bundles(session, batch_id)}
    after = 0
    while some := items(session, batch_id, after=after, limit=_AT_ONCE):
        whose = recipients(session, [item.contract_id for item in some], on)
        extra = _extra_yen(session, some)
        for item in some:
            yield ControlLine(
                position=item.position,
                state=item.state,
                exclusion=item.exclusion,
                customer_number=item.customer_number,
                number=item.number or "",
                to=_told(whose[item.contract_id].to, item.exclusion),
                water_yen=item.water_yen,
                sewerage_yen=item.sewerage_yen,
                extra_yen=extra.get(item.document_id or 0, 0),
                bundle=files.get(item.file_id or 0),
                page=item.first_page,
                pages=item.pages,
            )
        after = some[-1].position


def _told(to: Addressee, exclusion: Exclusion | None) -> Addressee:
    hidden = exclusion is Exclusion.PROTECTED
    return replace(to, name="", postal_code="", address="") if hidden else to


def totals_sheet(
    session: Session, batch_id: int, *, issuer: Issuer, now: dt.datetime
) -> TotalsSheet:
    """The totals of a batch as of ``now``; raises ``batch.gone``."""
    facts = batch_facts(session, batch_id)
    return TotalsSheet(
        batch_id=batch_id,
        kind=facts.kind,
        state=facts.state,
        issued_on=facts.issued_on,
        limit_on=facts.limit_on,
        seen_to=facts.seen_to,
        planned_by=facts.planned_by_name,
        planned_at=facts.planned_at,
        made_at=now,
        issuer=issuer,
        issued=facts.issued,
        extra_yen=extra_yen(session, batch_id),
        waiting=facts.waiting,
        left_out=left_out_totals(session, batch_id),
        bundles=tuple(
            BundleLine(each.number, each.first_number, each.last_number, each.pages, each.sum)
            for each in bundles(session, batch_id)
        ),
    )


def _extra_yen(session: Session, some: Sequence[ItemFacts]) -> dict[int, int]:
    ids = [item.document_id for item in some if item.document_id is not None]
    extra = func.sum(DocumentDebt.fee_yen + DocumentDebt.interest_yen)
    statement = (
        select(DocumentDebt.document_id, extra)
        .where(DocumentDebt.document_id.in_(ids))
        .group_by(DocumentDebt.document_id)
    )
    return dict(session.execute(statement).all())
