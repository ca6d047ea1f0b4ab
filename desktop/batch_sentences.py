"""What is said when a batch of notices cannot be planned or run, or a cut-off not decided on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def batch_sentences() -> dict[str, str]:
    """The sentences for the codes of batches and of decisions on cut-offs."""
    return _criteria() | _states() | _folder() | _decisions()


def _criteria() -> dict[str, str]:
    return {
        "batch.kind": translate("Errors", "This kind of notice is not issued in batches."),
        "batch.exclusion": translate(
            "Errors",
            "Protected customers, extinguished debts and what was sent already are always left "
            "out. Choose the others again.",
        ),
        "batch.due_range": translate(
            "Errors", "The first due date lies after the last one. Type both again."
        ),
        "batch.minimum": translate(
            "Errors", "The minimum has to be an amount from 0 to 999,999,999 yen."
        ),
        "batch.issued_on": translate(
            "Errors", "The day of issue has to be today or one of the next 31 days."
        ),
        "batch.limit_on": translate(
            "Errors", "The limit has to lie after the day of issue, and within a year of it."
        ),
        "batch.seen_to": translate(
            "Errors", "Payments cannot be known up to a day that is still to come."
        ),
        "batch.nothing": translate(
            "Errors",
            "Nobody is left to write to with these criteria. "
            "Look at what is left out, or choose others.",
        ),
        "office.gone": translate("Errors", "This office is not in the database. Choose another."),
        "due.never_open": translate(
            "Errors", "No day on which the bureau is open follows. Look at the days it is closed."
        ),
    }


def _states() -> dict[str, str]:
    return {
        "batch.unreadable": translate(
            "Errors",
            "What this batch was to hold cannot be read by this version of the program. "
            "Plan a new one.",
        ),
        "batch.gone": translate("Errors", "There is no batch number {batch_id}. Look at the list."),
        "batch.started": translate("Errors", "Batch {batch_id} was started already."),
        "batch.not_stopped": translate(
            "Errors", "Batch {batch_id} is done, or has not begun: it cannot be resumed."
        ),
        "batch.done": translate("Errors", "Batch {batch_id} is done: it cannot be stopped."),
        "batch.not_running": translate(
            "Errors", "Batch {batch_id} was stopped. Resume it to issue what still waits."
        ),
        "batch.waiting": translate(
            "Errors", "Notices of batch {batch_id} still wait. Issue them, or stop the batch."
        ),
    }


def _folder() -> dict[str, str]:
    return {
        "batch.folder_missing": translate(
            "Errors", "The folder {folder} is not there. Make it, or choose another."
        ),
        "batch.folder_closed": translate(
            "Errors", "You may not write into the folder {folder}. Choose another."
        ),
        "batch.folder_full": translate(
            "Errors",
            "The disk with the folder {folder} is full. The batch was stopped and nothing is lost: "
            "make room or choose another folder, then resume it.",
        ),
        "batch.folder_failed": translate(
            "Errors",
            "A file could not be written into {folder} ({why}). The batch was stopped and nothing "
            "is lost: choose another folder, then resume it.",
        ),
    }


def _decisions() -> dict[str, str]:
    return {
        "cutoff.no_warning": translate(
            "Errors", "This is no cut-off warning that reached the customer."
        ),
        "cutoff.limit_runs": translate(
            "Errors", "The limit of this warning runs until {limit_on}. Decide after that day."
        ),
        "cutoff.paid": translate(
            "Errors", "The water that warning {number} names is paid. There is nothing to cut off."
        ),
        "cutoff.protected": translate(
            "Errors", "The customer of warning {number} is protected. Their water is not cut off."
        ),
        "cutoff.own_warning": translate(
            "Errors",
            "{name} planned this warning. Another supervisor has to decide on it.",
        ),
        "cutoff.day": translate(
            "Errors", "A cut-off needs a day after today on which the bureau is open."
        ),
        "cutoff.decided": translate(
            "Errors", "Somebody decided on warning {number} already. Press F5 to see it."
        ),
    }
