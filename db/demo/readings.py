"""What the meter reader wrote down, from what really ran through the meter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from db.rules.words import ESTIMATED_CODES, MeterStatus

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from db.demo.rounds import Period


@dataclass(slots=True)
class Dial:
    """The meter at a place and what it shows; ``old_id`` hangs there until ``exchanged_on``."""

    meter_id: int
    shows: int
    old_id: int | None = None
    exchanged_on: dt.date | None = None

    @property
    def hangs(self) -> int:
        """The meter that hangs there now."""
        return self.meter_id if self.old_id is None else self.old_id

    def exchanged_by(self, day: dt.date) -> bool:
        """Whether the old meter has still been there, and is exchanged by that day."""
        return (
            self.exchanged_on is not None and self.old_id is not None and self.exchanged_on <= day
        )

    def exchange_before(self, day: dt.date) -> None:
        """Hang the new meter, which shows 0, if it is time by that day."""
        if self.exchanged_by(day):
            self.old_id = None
            self.shows = 0


class Metered(NamedTuple):
    """One reading; ``settled_m3`` of the usage make good an estimate before it."""

    meter_id: int
    previous: int
    current: int | None
    old_meter_m3: int
    usage_m3: int
    settled_m3: int
    status: int | None


def read(
    dial: Dial,
    periods: Sequence[Period],
    ran_m3: Sequence[int],
    statuses: Mapping[int, MeterStatus],
) -> Iterator[Metered]:
    """The readings of ``periods``, oldest first; ``statuses`` counts back from the newest, 0.

    What an estimate had too much or too little is settled by the next true reading, so the
    previous value is always the current one before, or the estimate added to the one before that.
    """
    owed = 0
    last = len(periods) - 1
    for at, period in enumerate(periods):
        status = statuses.get(last - at)
        ran = ran_m3[at]
        dial.exchange_before(period.from_on)
        if status in ESTIMATED_CODES and not dial.exchanged_by(period.to_on):
            usage = _estimate(ran_m3, at)
            owed += ran - usage
            yield Metered(dial.hangs, dial.shows, None, 0, usage, 0, status)
            dial.shows += usage
            continue
        usage = max(0, ran + owed)
        owed = 0
        yield _true_reading(dial, period, usage=usage, settled=usage - ran, status=status)


def _true_reading(
    dial: Dial, period: Period, *, usage: int, settled: int, status: int | None
) -> Metered:
    before, old = dial.shows, 0
    if dial.exchanged_by(period.to_on):
        assert dial.exchanged_on is not None  # noqa: S101 - asked just above
        old = int(usage * ((dial.exchanged_on - period.from_on) / (period.to_on - period.from_on)))
        dial.exchange_before(period.to_on)
        before = 0
    dial.shows = before + usage - old
    return Metered(dial.hangs, before, dial.shows, old, usage, settled, status)


def _estimate(ran_m3: Sequence[int], at: int) -> int:
    # by the results before, as the bureau does; never more than the next reading can make good
    known = ran_m3[max(0, at - 6) : at] or ran_m3[at : at + 1]
    guess = round(sum(known) / len(known))
    return min(guess, ran_m3[at] + ran_m3[at + 1]) if at + 1 < len(ran_m3) else guess
