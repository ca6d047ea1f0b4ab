"""The fixed words of a delivery from the billing host: kinds of files, faults, how a run ended."""

from __future__ import annotations

from enum import StrEnum


class FileKind(StrEnum):
    """What the lines of a file are, in the order in which they refer to each other."""

    CUSTOMERS = "customers"
    LOCATIONS = "locations"
    METERS = "meters"
    CONTRACTS = "contracts"
    PARTIES = "parties"
    READINGS = "readings"
    BILLS = "bills"
    PAYMENTS = "payments"
    DEBITS = "debits"
    OVERPAYMENTS = "overpayments"


class ImportState(StrEnum):
    """How a run ended; only a stored one changed anything.

    ``CAME_BEFORE`` is a delivery whose every file had been stored already, byte for byte,
    and no line of it refused.
    """

    STORED = "stored"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    CAME_BEFORE = "came_before"


class ImportStage(StrEnum):
    """What a run is at: files (bytes), checks (steps), search keys (contracts), switch (steps)."""

    READING = "reading"
    CHECKING = "checking"
    KEYS = "keys"
    STORING = "storing"


class Fault(StrEnum):
    """Why a line was refused; the last ones are of a whole file, told as its line 0."""

    FIELDS = "fields"
    MARK = "mark"
    QUOTE = "quote"
    WIDTH = "width"
    BYTES = "bytes"
    GAIJI = "gaiji"
    CONTROL = "control"
    MISSING = "missing"
    TOO_LONG = "too_long"
    TOO_SHORT = "too_short"
    NUMBER = "number"
    RANGE = "range"
    DAY = "day"
    FUTURE = "future"
    CODE = "code"
    MAIL = "mail"
    DUPLICATE = "duplicate"
    UNKNOWN = "unknown"
    REFUSED_BEFORE = "refused_before"
    ORDER = "order"
    OVERLAP = "overlap"
    ELSEWHERE = "elsewhere"
    NOT_THERE = "not_there"
    USAGE = "usage"
    TOTAL = "total"
    TAX = "tax"
    PRICE = "price"
    TARIFF = "tariff"
    DROPPED = "dropped"
    TOO_MUCH = "too_much"
    CONFIRMED = "confirmed"
    TRAILER_MISSING = "trailer_missing"
    AFTER_TRAILER = "after_trailer"
    ROWS = "rows"
    SUM_YEN = "sum_yen"
    SUM_M3 = "sum_m3"
    TOO_MANY = "too_many"


OF_FILES = frozenset(
    {
        Fault.TRAILER_MISSING,
        Fault.AFTER_TRAILER,
        Fault.ROWS,
        Fault.SUM_YEN,
        Fault.SUM_M3,
        Fault.TOO_MANY,
    }
)
"""Faults of a whole file: with one of them nothing is stored, however many may be refused."""
