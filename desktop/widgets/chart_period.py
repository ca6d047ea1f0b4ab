"""What a usage chart is told of each billing period."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TipLine:
    """One line beside a column: a figure with its unit, and what is said of it more quietly."""

    text: str
    aside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPeriod:
    """One column: usage in m³ and amount in yen, now and a year before; None was never billed."""

    label: str
    now_m3: int | None = None
    before_m3: int | None = None
    now_yen: int | None = None
    before_yen: int | None = None
    estimated: bool = False
    before_estimated: bool = False
    heading: str = ""
    lines: tuple[TipLine, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        figures = (self.now_m3, self.before_m3, self.now_yen, self.before_yen)
        return all(figure is None for figure in figures)

    def spoken(self) -> str:
        """The tip as one sentence for a screen reader."""
        lines = (f"{line.text} {line.aside}".strip() for line in self.lines)
        return ", ".join(part for part in (self.heading or self.label, *lines) if part)
