"""The sentences for staff accounts, the audit log, protections and holds."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def staff_sentences() -> dict[str, str]:
    """By the code of a RuleBroken; filled in with its facts."""
    return _account_sentences() | _log_sentences() | _care_sentences()


def _account_sentences() -> dict[str, str]:
    return {
        "staff.login_id_malformed": translate(
            "Errors",
            "An ID has up to 64 letters, digits and . _ - and begins with a letter or digit.",
        ),
        "staff.login_id_taken": translate(
            "Errors", "This ID is somebody's already. Choose another, such as one with a digit."
        ),
        "staff.unknown": translate(
            "Errors", "This account is no longer there. Press F5 to see those there are."
        ),
        "staff.yourself": translate(
            "Errors", "Nobody does this to their own account. Ask another administrator."
        ),
        "staff.last_admin": translate(
            "Errors",
            "This is the last administrator. Make somebody else an administrator first.",
        ),
        "office.unknown": translate(
            "Errors", "This office is not in the database. Press F5 and choose another."
        ),
    }


def _log_sentences() -> dict[str, str]:
    return {
        "date.unreadable": translate(
            "Errors", "This is no date. Type it such as 2024/9/30, 9/30 or R6.9.30."
        ),
        "date.end_before_beginning": translate(
            "Errors", "The end lies before the beginning. Change one of them."
        ),
        "customer.number_unknown": translate(
            "Errors", "No customer has this number. Compare it and type it again."
        ),
        "anchor.malformed": translate(
            "Errors", "An anchor has 16 digits from 0 to 9 and a to f. Read it off the sheet again."
        ),
    }


def _care_sentences() -> dict[str, str]:
    return {
        "protection.exists": translate(
            "Errors", "This customer is protected already. Renew the protection, or end it first."
        ),
        "protection.gone": translate(
            "Errors", "This protection is not in the database. Press F5 to see what there is."
        ),
        "hold.other_debt": translate(
            "Errors", "This debt is not one of this customer's. Press F5 and choose it again."
        ),
        "hold.gone": translate(
            "Errors", "This hold is not in the database. Press F5 to see what there is."
        ),
        "span.unusable_day": translate(
            "Errors", "The years from 1900 to 2200 can be kept. Type another date."
        ),
        "span.ends_before_start": translate(
            "Errors", "The last day is before the first one. Type a later last day."
        ),
        "span.past": translate("Errors", "The last day is over. Type today or a later day."),
    }
