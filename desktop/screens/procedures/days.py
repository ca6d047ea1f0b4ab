"""Two days typed into a form, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.errors import RuleBroken
from db.rules.time_spans import require_span

if TYPE_CHECKING:
    import datetime as dt

    from desktop.day_field import DayField


def span_problem(first: DayField, last: DayField, today: dt.date) -> dict[str, RuleBroken]:
    """What is wrong with two days that can be read, under the key of the field to be mended."""
    from_on = first.day()
    if from_on is None:
        return {}
    try:
        require_span(from_on, last.day(), today=today)
    except RuleBroken as error:
        return {str(error.facts["field"]): error}
    return {}
