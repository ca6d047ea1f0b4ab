"""The codes of paper: what is printed, how it leaves, and how a batch of it stands."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class PaperKind(StrEnum):
    """What a paper is (書類・通知書)."""

    PAYMENT_NOTICE = "payment_notice"
    REISSUED_SLIP = "reissued_slip"
    REMINDER = "reminder"
    DEMAND = "demand"
    CUTOFF_WARNING = "cutoff_warning"
    CUTOFF_EXECUTION = "cutoff_execution"
    READING_NOTICE = "reading_notice"
    CERTIFICATE = "certificate"
    DEBIT_STARTED = "debit_started"
    DEBIT_FAILED = "debit_failed"
    REFUND = "refund"
    SET_OFF = "set_off"
    REDUCTION = "reduction"
    FINAL_SETTLEMENT = "final_settlement"
    STATEMENT = "statement"
    LOGIN_LETTER = "login_letter"
    CONTROL_COPY = "control_copy"
    DAILY_SHEET = "daily_sheet"


DUNNING: Final = (
    PaperKind.REMINDER,
    PaperKind.DEMAND,
    PaperKind.CUTOFF_WARNING,
    PaperKind.CUTOFF_EXECUTION,
)
"""The steps of dunning (督促 → 催告 → 停止予告 → 執行), each only after the one before it."""


class PaperLanguage(StrEnum):
    """The language of a paper; the English one is a translation, the Japanese prevails."""

    JA = "ja"
    EN = "en"


class PaperWay(StrEnum):
    """How a paper leaves the program."""

    PRINTER = "printer"
    FILE = "file"
    BUNDLE = "bundle"


class BatchState(StrEnum):
    """How a batch of notices stands; what is cancelled can be resumed until it is closed."""

    PLANNED = "planned"
    RUNNING = "running"
    CANCELLED = "cancelled"
    DONE = "done"


class ItemState(StrEnum):
    """What became of one notice of a batch."""

    WAITING = "waiting"
    ISSUED = "issued"
    LEFT_OUT = "left_out"


class Exclusion(StrEnum):
    """Why a batch leaves a customer, or one of their debts, out."""

    PROTECTED = "protected"
    INSTALMENTS = "instalments"
    DEBIT_REQUESTED = "debit_requested"
    REPORTED_PAYMENT = "reported_payment"
    RETURNED_MAIL = "returned_mail"
    EXTINGUISHED = "extinguished"
    DISPUTE = "dispute"
    ALREADY_SENT = "already_sent"
    STEP_NOT_REACHED = "step_not_reached"
    NOT_DECIDED = "not_decided"
    BELOW_MINIMUM = "below_minimum"
    NO_ADDRESS = "no_address"
    PAID_MEANWHILE = "paid_meanwhile"
