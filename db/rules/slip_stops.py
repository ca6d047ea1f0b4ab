"""What a clerk has to know before a debt is asked for again."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from db.rules.contact_words import HoldKind


class SlipStop(StrEnum):
    """Why a debt had better not be asked for again; the code is also that of the refusal."""

    DEBIT_REQUESTED = "slip.debit_requested"
    PAYMENT_REPORTED = "slip.payment_reported"
    INSTALMENTS = "slip.instalments"
    DISPUTE = "slip.dispute"
    EXTINGUISHED = "slip.extinguished"


STOPPING: Final = (
    SlipStop.DEBIT_REQUESTED,
    SlipStop.PAYMENT_REPORTED,
    SlipStop.INSTALMENTS,
)
"""The ones in whose spite a slip is issued only knowingly; of the others a clerk is told."""

OF_HOLD: Final = {
    HoldKind.INSTALMENTS: SlipStop.INSTALMENTS,
    HoldKind.REPORTED_PAYMENT: SlipStop.PAYMENT_REPORTED,
    HoldKind.DISPUTE: SlipStop.DISPUTE,
}
"""What a hold stands for; mail that came back stops no slip that is handed over."""
