"""Who may do what, by role; the screens grey out what ``may`` denies, the acts ``require`` it."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from db.errors import RuleBroken
from db.rules.words import Role


class Action(StrEnum):
    """What a member of staff may or may not do."""

    SEARCH = "search"
    OPEN_CUSTOMER = "open_customer"
    VIEW_BILLS = "view_bills"
    EXPORT = "export"
    UNLOCK_OFFICE_STAFF = "unlock_office_staff"
    MANAGE_STAFF = "manage_staff"
    READ_OFFICE_AUDIT = "read_office_audit"
    VERIFY_AUDIT = "verify_audit"


_SERVING: Final = frozenset({Action.SEARCH, Action.OPEN_CUSTOMER, Action.VIEW_BILLS, Action.EXPORT})

_ALLOWED: Final = {
    Role.COUNTER: _SERVING,
    Role.PHONE: _SERVING,
    Role.SUPERVISOR: _SERVING | {Action.UNLOCK_OFFICE_STAFF, Action.READ_OFFICE_AUDIT},
    # who administers accounts sees no customers
    Role.ADMIN: frozenset({Action.UNLOCK_OFFICE_STAFF, Action.MANAGE_STAFF, Action.VERIFY_AUDIT}),
}


def may(role: Role, action: Action) -> bool:
    """Whether somebody with this role may do that."""
    return action in _ALLOWED[role]


def require(role: Role, action: Action) -> None:
    """Go on only if the role allows it; raises ``permission.denied``."""
    if not may(role, action):
        raise RuleBroken("permission.denied", action=action)
