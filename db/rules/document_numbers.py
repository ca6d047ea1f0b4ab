"""How documents are numbered, and which of them customers see on the portal."""

from __future__ import annotations

import datetime as dt
from typing import Final

from db.rules.paper import PaperKind

_APRIL: Final = 4

LETTERS: Final = {
    PaperKind.PAYMENT_NOTICE: "N",
    PaperKind.REISSUED_SLIP: "S",
    PaperKind.REMINDER: "R",
    PaperKind.DEMAND: "D",
    PaperKind.CUTOFF_WARNING: "W",
    PaperKind.CUTOFF_EXECUTION: "X",
    PaperKind.READING_NOTICE: "M",
    PaperKind.CERTIFICATE: "C",
    PaperKind.DEBIT_STARTED: "B",
    PaperKind.DEBIT_FAILED: "F",
    PaperKind.REFUND: "K",
    PaperKind.SET_OFF: "J",
    PaperKind.REDUCTION: "G",
    PaperKind.FINAL_SETTLEMENT: "E",
    PaperKind.STATEMENT: "U",
    PaperKind.LOGIN_LETTER: "L",
    PaperKind.CONTROL_COPY: "Y",
    PaperKind.DAILY_SHEET: "Z",
}
"""The letter of each kind, one of its own and unlike a digit."""

ASKING_TO_PAY: Final = frozenset(
    {
        PaperKind.PAYMENT_NOTICE,
        PaperKind.REISSUED_SLIP,
        PaperKind.REMINDER,
        PaperKind.DEMAND,
        PaperKind.CUTOFF_WARNING,
    }
)
"""The kinds that nobody should get for what is about to be paid, or paid in parts."""

_FOR_THE_DESK: Final = frozenset(
    {
        PaperKind.CERTIFICATE,
        PaperKind.LOGIN_LETTER,
        PaperKind.CONTROL_COPY,
        PaperKind.DAILY_SHEET,
    }
)


def fiscal_year(day: dt.date) -> int:
    """The year of Japan's administration (年度) in which a day lies: it begins in April."""
    return day.year if day.month >= _APRIL else day.year - 1


def series_of(kind: PaperKind, on: dt.date) -> str:
    """The series that a document of that day is numbered in: one for each kind and 年度."""
    return f"document.{kind}.{fiscal_year(on)}"


def document_number(kind: PaperKind, on: dt.date, count: int) -> str:
    """R-2024-000123: the letter of the kind, the 年度, and how many there were so far."""
    return f"{LETTERS[kind]}-{fiscal_year(on)}-{count:06}"


def published_on(kind: PaperKind, issued_on: dt.date, *, protected: bool) -> dt.date | None:
    """From when the portal shows a document: from the morning after its issue, or never.

    Never shown are a certificate, whose paper is the proof, what holds a secret, what the bureau
    keeps for itself, and whatever is about a protected customer: others may know their login.
    """
    if protected or kind in _FOR_THE_DESK:
        return None
    return issued_on + dt.timedelta(days=1)
