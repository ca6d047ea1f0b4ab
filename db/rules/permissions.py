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
    RECORD_CONTACT = "record_contact"
    SET_HOLD = "set_hold"
    HANDLE_MEMBERSHIP = "handle_membership"
    DECIDE_REGISTRATION = "decide_registration"
    HAND_OVER_PASSWORD = "hand_over_password"  # noqa: S105 the name of an act
    OVERRIDE_IDENTITY = "override_identity"
    SUSPEND_MEMBER = "suspend_member"
    OPEN_PROTECTED = "open_protected"
    ISSUE_DOCUMENT = "issue_document"
    RUN_BATCH = "run_batch"
    DECIDE_CUTOFF = "decide_cutoff"
    WRITE_ANNOUNCEMENT = "write_announcement"
    PRINT_DAILY_SHEET = "print_daily_sheet"
    MANAGE_SETTINGS = "manage_settings"
    IMPORT = "import"
    UNLOCK_OFFICE_STAFF = "unlock_office_staff"
    MANAGE_STAFF = "manage_staff"
    READ_OFFICE_AUDIT = "read_office_audit"
    READ_AUDIT = "read_audit"
    VERIFY_AUDIT = "verify_audit"
    BACK_UP = "back_up"


_SERVING: Final = frozenset(
    {
        Action.SEARCH,
        Action.OPEN_CUSTOMER,
        Action.VIEW_BILLS,
        Action.EXPORT,
        Action.RECORD_CONTACT,
        Action.SET_HOLD,
        Action.HANDLE_MEMBERSHIP,
        Action.ISSUE_DOCUMENT,
    }
)
_SUPERVISING: Final = frozenset(
    {
        Action.DECIDE_REGISTRATION,
        Action.HAND_OVER_PASSWORD,
        Action.OVERRIDE_IDENTITY,
        Action.SUSPEND_MEMBER,
        Action.OPEN_PROTECTED,
        Action.RUN_BATCH,
        Action.DECIDE_CUTOFF,
        Action.WRITE_ANNOUNCEMENT,
        Action.PRINT_DAILY_SHEET,
        Action.UNLOCK_OFFICE_STAFF,
        Action.READ_OFFICE_AUDIT,
    }
)

_ALLOWED: Final = {
    Role.COUNTER: _SERVING | {Action.HAND_OVER_PASSWORD, Action.DECIDE_REGISTRATION},
    # a password leaves the bureau by post or mail when nobody stands at the counter
    Role.PHONE: _SERVING | {Action.DECIDE_REGISTRATION},
    Role.SUPERVISOR: _SERVING | _SUPERVISING,
    # who administers accounts sees no customers
    Role.ADMIN: frozenset(
        {
            Action.UNLOCK_OFFICE_STAFF,
            Action.MANAGE_STAFF,
            Action.MANAGE_SETTINGS,
            Action.IMPORT,
            Action.READ_OFFICE_AUDIT,
            Action.READ_AUDIT,
            Action.VERIFY_AUDIT,
            Action.BACK_UP,
            Action.EXPORT,
        }
    ),
}


def may(role: Role, action: Action) -> bool:
    """Whether somebody with this role may do that."""
    return action in _ALLOWED[role]


def who_may(action: Action) -> tuple[Role, ...]:
    """The roles that may do that, for the tooltip of what is greyed out."""
    return tuple(role for role in Role if may(role, action))


def require(role: Role, action: Action) -> None:
    """Go on only if the role allows it; raises ``permission.denied``."""
    if not may(role, action):
        raise RuleBroken("permission.denied", action=action)
