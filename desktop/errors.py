"""What went wrong, in a sentence that names the matter and the cure; a traceback never."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.errors import OutOfReach, RuleBroken
from db.rules.periods import in_japan
from db.rules.sign_in import Refusal
from desktop.announcement_sentences import announcement_sentences
from desktop.backup_sentences import backup_sentences
from desktop.batch_sentences import batch_sentences
from desktop.contact_sentences import contact_sentences
from desktop.dunning_sentences import dunning_sentences
from desktop.import_sentences import import_sentences
from desktop.mail_sentences import mail_sentences
from desktop.member_sentences import member_sentences
from desktop.paper_sentences import paper_sentences
from desktop.setting_sentences import setting_sentences
from desktop.staff_sentences import staff_sentences

if TYPE_CHECKING:
    import datetime as dt

    from db.rules.sign_in import SignInRefused

logger = logging.getLogger(__name__)

_NUMBERED = "error number "


def sentence(error: Exception) -> str:
    """The sentence for an error; what is not known is logged under a number that it names."""
    if isinstance(error, OutOfReach):
        return _reach_sentences()[error.code]
    if isinstance(error, RuleBroken):
        known = _all_sentences().get(error.code)
        if known is not None:
            return known.format_map(error.facts)
    return _unknown(error)


def refusal_sentence(refused: SignInRefused) -> str:
    """Why a password did not let somebody in, and what they can do about it."""
    match refused.reason:
        case Refusal.LOCKED:
            told = QCoreApplication.translate(
                "Errors",
                "Locked until {time} after five wrong passwords. "
                "Wait, or ask the administrator to unlock it.",
            )
            return told.format(time=_time(refused.facts["until"]))
        case Refusal.OUTSIDE_HOURS:
            told = QCoreApplication.translate(
                "Errors",
                "Staff can sign in from {opens} to {closes}. "
                "Come back then, or ask the administrator.",
            )
            opens, _, closes = str(refused.facts["hours"]).partition("-")
            return told.format(opens=opens, closes=closes)
        case Refusal.PASSWORD_EXPIRED:
            told = QCoreApplication.translate(
                "Errors",
                "This one-time password expired on {day} at {time}. "
                "Ask the administrator for a new one.",
            )
            at = in_japan(refused.facts["expired_at"])
            return told.format(day=f"{at.month}/{at.day}", time=_time(at))
    return QCoreApplication.translate(
        "Errors", "The ID or the password is wrong. Type both again; five failures lock the ID."
    )


def _time(moment: dt.datetime) -> str:
    local = in_japan(moment)
    return f"{local.hour}:{local:%M}"


def _all_sentences() -> dict[str, str]:
    opening = _opening_sentences() | _unusable_sentences()
    rules = _rule_sentences() | _password_sentences() | _settings_sentences() | setting_sentences()
    papers = paper_sentences() | batch_sentences() | dunning_sentences()
    papers |= announcement_sentences() | backup_sentences() | import_sentences()
    serving = contact_sentences() | member_sentences() | mail_sentences() | staff_sentences()
    return serving | papers | rules | opening


def _unknown(error: Exception) -> str:
    number = _number_of(error)
    told = QCoreApplication.translate(
        "Errors",
        "Something went wrong that the program did not expect. What you typed is kept. "
        "Please tell the administrator the number {number}.",
    )
    return told.format(number=number)


def _number_of(error: Exception) -> str:
    # told again, such as in the other language, an error keeps its number
    for note in getattr(error, "__notes__", ()):
        if note.startswith(_NUMBERED):
            return str(note.removeprefix(_NUMBERED))
    number = os.urandom(3).hex().upper()
    error.add_note(f"{_NUMBERED}{number}")
    logger.critical("error %s", number, exc_info=error)
    return number


def _reach_sentences() -> dict[str, str]:
    return {
        "unreachable": QCoreApplication.translate(
            "Errors",
            "The database does not answer. Check the network, then press F5; "
            "what you typed is kept.",
        ),
        "locked": QCoreApplication.translate(
            "Errors", "Another program is using the database. Wait a moment, then press F5."
        ),
        "full": QCoreApplication.translate(
            "Errors", "The disk with the database is full. Nothing was stored; make room first."
        ),
        "exhausted": QCoreApplication.translate(
            "Errors",
            "The server of the database has no memory or connection left. Nothing was stored; "
            "try again in a moment, or tell the administrator.",
        ),
        "read_only": QCoreApplication.translate(
            "Errors", "The database may not be written to. Ask the administrator for the right."
        ),
    }


def _rule_sentences() -> dict[str, str]:
    return {
        "permission.denied": QCoreApplication.translate(
            "Errors", "Your role may not do this. A supervisor or administrator can."
        ),
        "customer.gone": QCoreApplication.translate(
            "Errors", "This customer is no longer in the database. Search again with F2."
        ),
        "contract.gone": QCoreApplication.translate(
            "Errors", "This contract is no longer in the database. Search again with F2."
        ),
        "member.none": QCoreApplication.translate(
            "Errors", "This customer is not a member of the portal. Register them first (F8)."
        ),
        "record.changed": QCoreApplication.translate(
            "Errors", "Somebody changed this at another counter. Press F5 to see it as it is now."
        ),
        "text.unreadable": QCoreApplication.translate(
            "Errors", "The text has a character that cannot be stored. Type it again."
        ),
        "setting.unreadable": QCoreApplication.translate(
            "Errors",
            "The bureau's setting {name} cannot be read: “{value}”. "
            "The administrator can mend it in the database.",
        ),
        "file.not_written": QCoreApplication.translate(
            "Errors", "The file was not written: {file} ({why}). Choose another folder or name."
        ),
        "tariff.none_valid": QCoreApplication.translate(
            "Errors", "No tariff is known for this reading. The administrator can add it."
        ),
    }


def _password_sentences() -> dict[str, str]:
    return {
        "password.unreadable": QCoreApplication.translate(
            "Errors", "The password has a character that cannot be read. Type it again."
        ),
        "password.too_short": QCoreApplication.translate(
            "Errors", "Too short: type at least 8 characters."
        ),
        "password.too_long": QCoreApplication.translate(
            "Errors", "Too long: type at most 64 characters."
        ),
        "password.is_login_id": QCoreApplication.translate(
            "Errors", "This is your ID. Choose something that nobody knows."
        ),
        "password.common": QCoreApplication.translate(
            "Errors", "Others guess this password first. Choose another, or several words."
        ),
        "password.predictable": QCoreApplication.translate(
            "Errors", "A simple row or repetition is easy to guess. Choose another."
        ),
        "password.reused": QCoreApplication.translate(
            "Errors", "This is your present password. Choose another."
        ),
    }


def _opening_sentences() -> dict[str, str]:
    return {
        "database.missing": QCoreApplication.translate(
            "Errors",
            "The database file is not there: {file}. Check the address in the settings, "
            "or have the administrator create it with mizumado-db upgrade.",
        ),
        "database.not_a_database": QCoreApplication.translate(
            "Errors", "This file is not a database: {file}. Check the address in the settings."
        ),
        "database.newer": QCoreApplication.translate(
            "Errors", "The database belongs to a newer Mizumado. Update the program on this desk."
        ),
        "database.older": QCoreApplication.translate(
            "Errors",
            "The database belongs to an older Mizumado. "
            "The administrator can bring it up to date with mizumado-db upgrade.",
        ),
        "database.empty": QCoreApplication.translate(
            "Errors",
            "The database has no tables yet. "
            "The administrator can make them with mizumado-db upgrade.",
        ),
    }


def _unusable_sentences() -> dict[str, str]:
    return {
        "database.locked": QCoreApplication.translate(
            "Errors",
            "Another program holds the database. Close it there, then try again here.",
        ),
        "database.read_only": QCoreApplication.translate(
            "Errors",
            "You have no right to write to the database: {file}. "
            "Ask the administrator for the right to the file and its folder.",
        ),
        "database.unreachable": QCoreApplication.translate(
            "Errors",
            "The database server does not answer. Check the network and the address in the "
            "settings, then try again.",
        ),
        "database.damaged": QCoreApplication.translate(
            "Errors",
            "The database file is damaged: {file}. Do not go on working; "
            "have the administrator restore the last backup.",
        ),
        "database.malformed_url": QCoreApplication.translate(
            "Errors",
            "The address of the database is not one: {url}. It begins with sqlite:/// or "
            "postgresql+psycopg://.",
        ),
    }


def _settings_sentences() -> dict[str, str]:
    return {
        "settings.unreadable": QCoreApplication.translate(
            "Errors", "The settings cannot be read: {why}. Mend the file {file}."
        ),
        "settings.unknown_key": QCoreApplication.translate(
            "Errors", "“{key}” is not a setting. Remove it from {file}."
        ),
        "settings.not_text": QCoreApplication.translate(
            "Errors", "“{key}” has to be a text in quotes. Mend it in {file}."
        ),
        "settings.unknown_language": QCoreApplication.translate(
            "Errors", "“{key}” has to be ja or en. Mend it in {file}."
        ),
    }
