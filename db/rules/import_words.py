"""The fixed words of a delivery from the billing host: kinds of files, and how a run ended."""

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

    ``CAME_BEFORE`` is a delivery whose every file had been stored already, byte for byte.
    """

    STORED = "stored"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    CAME_BEFORE = "came_before"
