"""Where a chart's lines and labels go.

Both axes have the same number of steps, so that one set of grid lines serves m³ and yen.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_STEPS: Final = (10, 15, 20, 25, 30, 40, 50, 60, 80)
_LINES = 3
_FULL = 0.95  # the highest figure stays below the top line, with room for its marker
_NO_M3, _NO_YEN = 10, 1000
_WORD_GAP = 4


@dataclass(frozen=True, slots=True)
class Scale:
    """Steps of m³ and of yen, and how many of them lie above and below zero."""

    step_m3: int
    step_yen: int
    above: int
    below: int

    def steps(self) -> range:
        """The numbers of the grid lines: 0 is zero on both axes."""
        return range(-self.below, self.above + 1)


def scale_for(m3: Iterable[int], yen: Iterable[int]) -> Scale:
    """The smallest round steps that hold these figures in three steps, more where some are < 0."""
    usages, amounts = [0, *m3], [0, *yen]
    step_m3 = _step(usages) or _NO_M3
    step_yen = _step(amounts) or _NO_YEN
    pairs = ((usages, step_m3), (amounts, step_yen))
    above = max(_needed(max(figures), step) for figures, step in pairs)
    below = max(_needed(-min(figures), step) for figures, step in pairs)
    return Scale(step_m3, step_yen, above=max(1, above) if below else _LINES, below=below)


def round_step(least: float) -> int:
    """The smallest round whole number that is not less."""
    unit = 1
    while True:
        for step in _STEPS:
            if step * unit % 10 == 0 and step * unit / 10 >= least:
                return step * unit // 10
        unit *= 10


def thinning(labels: Sequence[Sequence[float]], room: float) -> int:
    """Every how manieth column is labelled so that no two labels touch, counted from the last.

    ``labels`` holds the px that each line of each label takes, ``room`` the px of a column.
    """
    places = range(len(labels))
    for every in places[1:]:
        kept = places[::-1][::every]
        if all(_apart(labels, kept, line=line, room=room) for line in range(_lines(labels))):
            return every
    return max(1, len(labels))


def _lines(labels: Sequence[Sequence[float]]) -> int:
    return max((len(lines) for lines in labels), default=0)


def _apart(
    labels: Sequence[Sequence[float]], kept: Sequence[int], *, line: int, room: float
) -> bool:
    worded = [at for at in kept if len(labels[at]) > line]
    return all(
        (right - left) * room >= (labels[left][line] + labels[right][line]) / 2 + _WORD_GAP
        for right, left in pairwise(worded)
    )


def _step(figures: list[int]) -> int:
    reach = max(abs(figure) for figure in figures)
    return round_step(reach / _LINES / _FULL) if reach else 0


def _needed(reach: int, step: int) -> int:
    return max(0, ceil(reach / (step * _FULL)))
