"""The codes of a membership of the portal (会員), from registration to withdrawal."""

from __future__ import annotations

from enum import StrEnum


class MemberState(StrEnum):
    """Where a membership stands; only the first three hold a login ID."""

    PENDING = "pending"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"


class RegisteredVia(StrEnum):
    """Where somebody became a member."""

    PORTAL = "portal"
    DESK = "desk"


class SecretQuestion(StrEnum):
    """The portal's secret questions (秘密の質問)."""

    FIRST_PET = "first_pet"
    MOTHERS_BIRTHPLACE = "mothers_birthplace"
    FIRST_SCHOOL = "first_school"
    FAVOURITE_FOOD = "favourite_food"
    CHILDHOOD_FRIEND = "childhood_friend"


class MailLanguage(StrEnum):
    """In which language a member gets mail."""

    JA = "ja"
    EN = "en"


class WithdrawalReason(StrEnum):
    """Why a member leaves the portal (退会)."""

    MOVING = "moving"
    NOT_USED = "not_used"
    SECURITY = "security"
    OTHER = "other"


class MemberRefusal(StrEnum):
    """Why a registration made on the portal is refused."""

    NOT_THE_USER = "not_the_user"
    NUMBER_MISMATCH = "number_mismatch"
    FORMER_OCCUPANT = "former_occupant"
    DUPLICATE = "duplicate"
    UNREACHABLE = "unreachable"
    OTHER = "other"


class SuspensionReason(StrEnum):
    """Why a membership rests."""

    OWN_REQUEST = "own_request"
    MISUSE = "misuse"
    PROTECTION = "protection"


class MailKind(StrEnum):
    """What a mail to a member tells."""

    REGISTERED = "registered"
    REFUSED = "refused"
    EMAIL_CHANGED_OLD = "email_changed_old"
    EMAIL_CHANGED_NEW = "email_changed_new"
    CHANGED = "changed"
    LOCATION_ADDED = "location_added"
    LOCATION_REMOVED = "location_removed"
    ONE_TIME_PASSWORD = "one_time_password"  # noqa: S105 the name of a mail
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 the name of a mail
    WITHDRAWN = "withdrawn"
    UNLOCKED = "unlocked"
    SUSPENDED = "suspended"
    RESUMED = "resumed"


class MailState(StrEnum):
    """How far a mail has got; UNCLEAR may have arrived and is therefore never sent again."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNCLEAR = "unclear"
    CANCELLED = "cancelled"


class Procedure(StrEnum):
    """An act with a form of its own: its drafts and its repetitions are known by this code."""

    REGISTER = "register"
    CHANGE = "change"
    RECOVER = "recover"
    PASSWORD = "password"  # noqa: S105 the name of a procedure
    ADD_LOCATION = "add_location"
    REMOVE_LOCATION = "remove_location"
    WITHDRAW = "withdraw"
    MEMBER_STATE = "member_state"
    DECIDE = "decide"
    HOLD = "hold"
    PROTECT = "protect"
    DOCUMENT = "document"
    ANNOUNCEMENT = "announcement"
