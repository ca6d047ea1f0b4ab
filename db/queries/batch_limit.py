"""Until when the notices of a batch give time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from db.queries.paper_settings import paper_settings
from db.queries.settings import bureau_facts
from db.rules.dunning import limit_on
from db.rules.paper import PaperKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.rules.batch_criteria import BatchCriteria

_LIMITED: Final = (PaperKind.REMINDER, PaperKind.DEMAND, PaperKind.CUTOFF_WARNING)


def limit_of(session: Session, criteria: BatchCriteria) -> dt.date | None:
    """The day chosen, or the bureau's usual one, rolled to an open day; None for kinds without.

    The notice of a cut-off names the day decided for its own contract. Raises
    ``dunning.limit_too_early``, ``due.never_open`` and ``setting.unreadable``.
    """
    if criteria.kind not in _LIMITED:
        return None
    closed = bureau_facts(session).extra_closed_days
    settings = paper_settings(session)
    chosen = criteria.limit_on
    return limit_on(criteria.kind, criteria.issued_on, settings, closed, wanted=chosen)
