"""What a benchmark found: figures, each beside a peer measured in the same run."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure; a target bounds ``ratio``, or ``value`` where there is no peer."""

    what: str
    value: float
    unit: str
    peer: str | None = None
    peer_value: float | None = None
    ratio: float | None = None
    target: str | None = None
    met: bool | None = None

    def as_line(self):
        """Say the figure in one line for people."""
        line = f"{self.what}: {_short(self.value)} {self.unit}"
        if self.peer is not None:
            line += f" | {self.peer}: {_short(self.peer_value)} {self.unit} | ratio"
            line += f" {_short(self.ratio)}"
        if self.target is not None:
            line += f" | target {self.target}: {'met' if self.met else 'MISSED'}"
        return line


def alone(what, value, unit):
    """Report a figure that is compared with nothing."""
    return Figure(what, value, unit)


def times_better(what, value, unit, *, peer, peer_value, at_least=None):
    """Report how many times smaller (faster, lighter) the value is than the peer's."""
    ratio = peer_value / value
    if at_least is None:
        return Figure(what, value, unit, peer, peer_value, ratio)
    return Figure(
        what, value, unit, peer, peer_value, ratio, f">= {at_least:g}x", ratio >= at_least
    )


def times_as_much(what, value, unit, *, peer, peer_value, at_most=None):
    """Report how many times the peer's value this value is."""
    ratio = value / peer_value
    if at_most is None:
        return Figure(what, value, unit, peer, peer_value, ratio)
    return Figure(what, value, unit, peer, peer_value, ratio, f"<= {at_most:g}x", ratio <= at_most)


def at_most(what, value, unit, *, most):
    """Report a count that is compared with nothing but its bound."""
    return Figure(what, value, unit, target=f"<= {most:g}", met=value <= most)


def as_json(name, figures):
    """Write the report for a program to read."""
    report = {"name": name, "figures": [asdict(figure) for figure in figures]}
    return json.dumps(report, ensure_ascii=False, indent=2)


def all_met(figures):
    """Say whether no target was missed."""
    return all(figure.met is not False for figure in figures)


def _short(number):
    return f"{number:,.0f}" if abs(number) >= 100 else f"{number:.3g}"
