"""The words that all procedures share: what happens next."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from db.rules.control_copy import NextStep

translate = QCoreApplication.translate


def next_step(step: NextStep) -> str:
    """What happens after a procedure, as the clerk tells it."""
    return (_steps_of_access() | _steps_of_places())[step]


def _steps_of_access() -> dict[NextStep, str]:
    return {
        NextStep.SIGN_IN_NOW: translate(
            "Procedures", "The customer can sign in to the portal now."
        ),
        NextStep.UNDER_REVIEW: translate(
            "Procedures", "The registration is checked; the portal opens after that."
        ),
        NextStep.MAIL_CONFIRMS: translate("Procedures", "A mail confirms this to the customer."),
        NextStep.OLD_ADDRESS_TOLD: translate(
            "Procedures", "The old e-mail address is told of the change, too."
        ),
        NextStep.ONE_TIME_MAIL: translate(
            "Procedures", "A one-time password goes out by mail and holds for 24 hours."
        ),
        NextStep.ONE_TIME_LETTER: translate(
            "Procedures", "A one-time password goes out by letter and holds for 14 days."
        ),
        NextStep.CHANGE_AT_FIRST_USE: translate(
            "Procedures", "The customer chooses a password of their own at the first sign-in."
        ),
        NextStep.TELL_US_IF_WRONG: translate(
            "Procedures", "Should anything on the copy be wrong, the customer tells us."
        ),
    }


def _steps_of_places() -> dict[NextStep, str]:
    return {
        NextStep.LOCATION_SHOWN: translate("Procedures", "The portal shows the location now."),
        NextStep.LOCATION_GONE: translate("Procedures", "The portal no longer shows the location."),
        NextStep.PAPER_BY_POST: translate(
            "Procedures", "Reading notices and bills come by post from now on."
        ),
        NextStep.DATA_KEPT: translate(
            "Procedures", "The registered data is kept for the time set by the bureau."
        ),
        NextStep.DATA_ERASED: translate("Procedures", "The registered data was erased."),
        NextStep.MAY_REGISTER_AGAIN: translate(
            "Procedures", "The customer may register again at any time."
        ),
    }
