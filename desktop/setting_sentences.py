"""What is said when something cannot be set like that, or a day not be closed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def setting_sentences() -> dict[str, str]:
    """The sentences for the codes of settings and of the daily sheet."""
    return {
        "daily_sheet.not_yet": QCoreApplication.translate(
            "Errors", "This day has not come yet. Choose today or a day before."
        ),
        "setting.unknown": QCoreApplication.translate(
            "Errors", "There is no setting {name} that could be changed here."
        ),
        "setting.company_code": QCoreApplication.translate(
            "Errors", "Type six digits: the GS1 company code without the 4 before it."
        ),
        "setting.invoice_number": QCoreApplication.translate(
            "Errors", "Type T and 13 digits as registered; one of them does not fit the others."
        ),
        "setting.millimetres": QCoreApplication.translate(
            "Errors", "Type millimetres from {low} to {high}, in steps of 0.5."
        ),
        "setting.percent": QCoreApplication.translate(
            "Errors", "Type per cent from 0 to {high}, with two decimals at most."
        ),
        "setting.whole_number": QCoreApplication.translate(
            "Errors", "Type a whole number from {low} to {high}."
        ),
        "setting.phone": QCoreApplication.translate(
            "Errors", "Type the phone number in digits and hyphens: 076-220-2111."
        ),
        "setting.postal_code": QCoreApplication.translate(
            "Errors", "Type the seven digits of the postal code."
        ),
        "setting.time": QCoreApplication.translate(
            "Errors", "Type a time of day such as 2:30, or nothing."
        ),
        "setting.hours": QCoreApplication.translate(
            "Errors", "Type the hours like 7:00-26:00; at most 24 hours."
        ),
        "setting.closed_days": QCoreApplication.translate(
            "Errors", "Type the days like 2024-12-30, with spaces between them."
        ),
    }
