"""The desks that a caller is passed on to, one a line: name | name in English | phone."""

from __future__ import annotations

from dataclasses import dataclass

_MOST = 30
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class TransferDesk:
    """A desk of the bureau, with the number that is read out to a caller."""

    name: str
    name_en: str
    phone: str


def parse_desks(text: str) -> tuple[TransferDesk, ...]:
    """The desks a setting lists; empty lines, remarks (#) and lines of another form are skipped."""
    lines = (line.strip() for line in text.splitlines())
    parts = [[p.strip() for p in line.split("|")] for line in lines if not line.startswith("#")]
    whole = [part for part in parts if len(part) == 3 and part[0] and part[2]]
    return tuple(TransferDesk(n[:_LONGEST_NAME], en or n, phone) for n, en, phone in whole[:_MOST])
