"""Who may do what is greyed out: the words of its tooltip, from the one table of permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.rules.permissions import who_may
from db.rules.words import Role

if TYPE_CHECKING:
    from db.rules.permissions import Action

translate = QCoreApplication.translate


def who_can(action: Action) -> str:
    """Who can do this, in a sentence: 監督者が行えます."""
    people = [_people(role) for role in who_may(action)]
    *others, last = people
    if not others:
        return translate("Permissions", "{people} can do this.").format(people=_begun(last))
    first = translate("Permissions", ", ", "between those who can do something").join(others)
    told = translate("Permissions", "{first} and {last} can do this.")
    return told.format(first=_begun(first), last=last)


def _people(role: Role) -> str:
    return {
        Role.COUNTER: translate("Permissions", "counter staff"),
        Role.PHONE: translate("Permissions", "phone staff"),
        Role.SUPERVISOR: translate("Permissions", "supervisors"),
        Role.ADMIN: translate("Permissions", "administrators"),
    }[role]


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
