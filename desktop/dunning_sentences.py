"""What is said when a step of dunning cannot be taken as it was asked for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def dunning_sentences() -> dict[str, str]:
    """The sentences for the codes of dunning."""
    return {
        "dunning.limit_too_early": QCoreApplication.translate(
            "Errors",
            "This limit leaves too little time to pay. Choose {earliest:%Y/%m/%d} or a later day.",
        ),
    }
