"""From when to when something holds that staff decide."""

from __future__ import annotations

import datetime as dt
from typing import Final

from db.errors import RuleBroken

FIRST_DAY: Final = dt.date(1900, 1, 1)
LAST_DAY: Final = dt.date(2200, 12, 31)


def require_span(from_on: dt.date, to_on: dt.date | None, *, today: dt.date) -> None:
    """Go on only with days in their order of which some are still to come.

    ``to_on`` is the last day, None is until further notice. Raises ``span.unusable_day``,
    ``span.ends_before_start`` and ``span.past``, with the ``field`` to be mended.
    """
    for field, day in (("from_on", from_on), ("to_on", to_on or from_on)):
        if not FIRST_DAY <= day <= LAST_DAY:
            raise RuleBroken("span.unusable_day", field=field, day=day)
    if to_on is not None and to_on < from_on:
        raise RuleBroken("span.ends_before_start", field="to_on", from_on=from_on, to_on=to_on)
    if to_on is not None and to_on < today:
        raise RuleBroken("span.past", field="to_on", to_on=to_on)
