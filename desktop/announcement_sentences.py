"""What is said when an announcement cannot be kept, changed or told like that."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def announcement_sentences() -> dict[str, str]:
    """The sentences for the codes of announcements."""
    return _of_form() | _of_closure() | _of_kept()


def _of_form() -> dict[str, str]:
    return {
        "announcement.town_unknown": translate(
            "Errors",
            "No address begins with {town}. Type it as addresses begin, such as 本町1丁目.",
        ),
        "announcement.number_malformed": translate(
            "Errors", "The number for the portal has 16 digits. Type all of them."
        ),
        "announcement.number_unknown": translate(
            "Errors", "No contract has this number. Compare it and type it again."
        ),
        "announcement.one_audience": translate(
            "Errors", "It is for a town or for one contract. Empty one of the two fields."
        ),
        "announcement.past": translate("Errors", "This day is over. Type today or a later day."),
        "announcement.ends_before_start": translate(
            "Errors", "The last day is before the first one. Type a later last day."
        ),
        "announcement.end_past": translate(
            "Errors", "The last day is over. Type today or a later day."
        ),
        "moment.unreadable": translate(
            "Errors", "Type the day and the time, such as 2024/9/30 22:00 or 9/30 22:00."
        ),
    }


def _of_closure() -> dict[str, str]:
    return {
        "announcement.closure_half": translate(
            "Errors", "Type both: from when the portal is closed, and when it opens again."
        ),
        "announcement.closure_backwards": translate(
            "Errors", "The portal opens before it is closed. Type a later time."
        ),
        "announcement.closure_past": translate(
            "Errors", "This time is over. Type a later one, or empty both fields."
        ),
        "announcement.closure_long": translate(
            "Errors", "The portal cannot be closed for more than {days} days. Compare the dates."
        ),
        "announcement.closure_for_all": translate(
            "Errors", "The portal closes for everybody: announce it to everybody."
        ),
        "announcement.ends_before_closure": translate(
            "Errors", "It must show until the portal opens again. Type a later last day."
        ),
    }


def _of_kept() -> dict[str, str]:
    return {
        "announcement.gone": translate(
            "Errors", "This announcement is not in the database. Press F5 to see what there is."
        ),
        "announcement.over": translate(
            "Errors", "This announcement shows no more. Write a new one instead."
        ),
        "announcement.already_shown": translate(
            "Errors",
            "Customers have read this already: only its end can be changed. "
            "Withdraw it and write a new one.",
        ),
        "announcement.not_theirs": translate(
            "Errors", "This does not show to this customer today. Press F5 to see what does."
        ),
    }
