"""Every kind of notice that is written from what is on file, and who fills it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from db.errors import RuleBroken
from db.queries.notice_fillers import (
    certificate,
    debits,
    dunning,
    overpayments,
    payment,
    readings,
    reduction,
    settlement,
    statement,
)
from db.queries.notice_head import notice_head
from db.rules.paper import DUNNING, PaperKind
from db.rules.periods import day_in_japan

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from db.rules.issuer import Issuer
    from db.rules.notice_facts import NoticeHead, Wanted
    from db.rules.paper_settings import PaperSettings


class Notice(Protocol):
    """The facts of a notice of whatever kind."""

    @property
    def head(self) -> NoticeHead:
        """What stands at its head."""


Filler: TypeAlias = "Callable[[Session, Wanted, NoticeHead, dt.date], Notice]"

FILLERS: Final[dict[PaperKind, Filler]] = {
    PaperKind.PAYMENT_NOTICE: payment.fill,
    PaperKind.REISSUED_SLIP: payment.fill,
    **dict.fromkeys(DUNNING, dunning.fill),
    PaperKind.READING_NOTICE: readings.fill,
    PaperKind.CERTIFICATE: certificate.fill,
    PaperKind.DEBIT_STARTED: debits.fill_started,
    PaperKind.DEBIT_FAILED: debits.fill_failed,
    PaperKind.REFUND: overpayments.fill_refund,
    PaperKind.SET_OFF: overpayments.fill_set_off,
    PaperKind.REDUCTION: reduction.fill,
    PaperKind.FINAL_SETTLEMENT: settlement.fill,
    PaperKind.STATEMENT: statement.fill,
}
"""Who fills in a notice of each kind; the others come from the acts that they belong to."""


def facts_for(
    session: Session,
    wanted: Wanted,
    *,
    issuer: Issuer,
    now: dt.datetime,
    number: str = "",
    settings: PaperSettings | None = None,
) -> Notice:
    """The facts of the notice that somebody wants, as of ``now``.

    Raises ``notice.no_such_kind``, ``contract.gone``, and ``notice.nothing`` with the ``kind``
    where there is nothing to write about.
    """
    fill = FILLERS.get(wanted.kind)
    if fill is None:
        raise RuleBroken("notice.no_such_kind", kind=wanted.kind)
    head = notice_head(
        session,
        wanted.kind,
        wanted.contract_id,
        issuer=issuer,
        issued_at=now,
        number=number,
        settings=settings,
    )
    return fill(session, wanted, head, day_in_japan(now))
