"""What is wrong with what was typed for an account, told while it can still be put right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from db.errors import RuleBroken
from db.rules.field_text import filled
from db.rules.sign_in import fold_login_id
from desktop.errors import sentence

translate = QCoreApplication.translate
_LONGEST_NAME = 60


def account_problems(login_id: str, name: str, name_latin: str) -> dict[str, str]:
    """What is wrong, in a sentence by field; nothing when all is well."""
    told = {
        "login_id": _id_problem(login_id),
        "name": _name_problem("staff.name", name),
        "name_latin": _name_problem("staff.name_latin", name_latin),
    }
    return {field: words for field, words in told.items() if words}


def _id_problem(login_id: str) -> str:
    if not login_id.strip():
        return translate("StaffAccounts", "Type the ID with which they are to sign in")
    try:
        fold_login_id(login_id)
    except RuleBroken as error:
        return sentence(error)
    return ""


def _name_problem(field: str, name: str) -> str:
    try:
        filled(field, name, _LONGEST_NAME)
    except RuleBroken as error:
        return _missing(field) if error.code == "text.missing" else sentence(error)
    return ""


def _missing(field: str) -> str:
    if field == "staff.name":
        return translate("StaffAccounts", "Type the name as customers are to hear it")
    return translate("StaffAccounts", "Type the name in Latin letters")
