"""The codes that the records, the rules and the screens share."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import Final


class Role(StrEnum):
    """What a staff member is: it decides what they may do (db.rules.permissions)."""

    COUNTER = "counter"
    PHONE = "phone"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"


class CustomerKind(StrEnum):
    """Whether a customer is a person or a company."""

    PERSON = "person"
    COMPANY = "company"


class UsageClass(StrEnum):
    """What the water is used for (用途): it chooses the price, the pipe's size does not."""

    HOUSEHOLD = "household"
    BUSINESS = "business"


class Account(StrEnum):
    """Which of the two debts of a bill: water is a private claim, sewerage a public one."""

    WATER = "water"
    SEWERAGE = "sewerage"


class PartyRole(StrEnum):
    """What somebody is for a contract; the user owes, paper goes to the addressee."""

    USER = "user"
    ADDRESSEE = "addressee"
    ACCOUNT_HOLDER = "account_holder"
    OWNER = "owner"
    MANAGER = "manager"


class PaymentMethod(StrEnum):
    """How a contract is paid: with a payment slip or by direct debit."""

    SLIP = "slip"
    DEBIT = "debit"


class PaymentState(StrEnum):
    """How one debt stands (お支払状況): derived by db.rules.payment_state, never stored."""

    NOT_DUE = "not_due"
    OVERDUE = "overdue"
    PART_PAID = "part_paid"
    PAID = "paid"
    CORRECTED = "corrected"


class CollectionState(StrEnum):
    """What is moving for one debt (収納の動き), as the billing host delivered it."""

    PLANNED = "planned"
    REQUESTED = "requested"
    DEBITED = "debited"
    FAILED = "failed"
    REPORTED = "reported"
    INSTALMENTS = "instalments"
    WRITTEN_OFF = "written_off"


class MeterStatus(IntEnum):
    """What the reader noted at the meter (検針状況コード), printed on the reading notice."""

    ABSENT = 1
    UNDER_VEHICLE = 2
    NOT_TURNING = 3
    FOGGED = 4
    UNUSUAL = 5
    LEAK = 6
    BURIED = 7
    SNOW = 8
    UNREADABLE = 9


ESTIMATED_CODES: Final = frozenset(
    {
        MeterStatus.ABSENT,
        MeterStatus.UNDER_VEHICLE,
        MeterStatus.FOGGED,
        MeterStatus.SNOW,
        MeterStatus.UNREADABLE,
    }
)
"""Codes of a meter nobody could read: the usage is estimated and settled at the next reading."""


class OverpaymentWay(StrEnum):
    """What becomes of money paid twice or too much (過誤納): open, refunded or set off."""

    OPEN = "open"
    REFUND = "refund"
    SET_OFF = "set_off"


class PaymentChannel(StrEnum):
    """Where a payment came in."""

    BANK = "bank"
    CONVENIENCE = "convenience"
    APP = "app"
    DEBIT = "debit"
    COUNTER = "counter"


class EventKind(StrEnum):
    """What an audit event records (操作・閲覧記録)."""

    SIGN_IN = "sign_in"
    SIGN_IN_FAILED = "sign_in_failed"
    LOCKED = "locked"
    SIGN_OUT = "sign_out"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 the name of an event
    STAFF_CREATED = "staff_created"
    STAFF_UNLOCKED = "staff_unlocked"
    SEARCHED = "searched"
    CUSTOMER_OPENED = "customer_opened"
    BILLS_VIEWED = "bills_viewed"
    EXPORTED = "exported"
    PRINTED = "printed"
    DESK_LOCKED = "desk_locked"
    DESK_UNLOCKED = "desk_unlocked"
    STAFF_CHANGED = "staff_changed"
    STAFF_DISABLED = "staff_disabled"
    AUDIT_READ = "audit_read"
    AUDIT_VERIFIED = "audit_verified"
    CONTACT_STARTED = "contact_started"
    CONTACT_PARKED = "contact_parked"
    CONTACT_RESUMED = "contact_resumed"
    CONTACT_FINISHED = "contact_finished"
    WRONG_OPENING = "wrong_opening"
    FOLLOWED_UP = "followed_up"
    TRANSFERRED = "transferred"
    IDENTITY_CHECKED = "identity_checked"
    IDENTITY_OVERRIDDEN = "identity_overridden"
    REVEALED = "revealed"
    SECRET_ANSWER_TRIED = "secret_answer_tried"  # noqa: S105 the name of an event
    MEMBER_VIEWED = "member_viewed"
    MEMBER_REGISTERED = "member_registered"
    MEMBER_ACTIVATED = "member_activated"
    MEMBER_REFUSED = "member_refused"
    MEMBER_CHANGED = "member_changed"
    LOGIN_ID_SHOWN = "login_id_shown"
    MEMBER_PASSWORD_RESET = "member_password_reset"  # noqa: S105 the name of an event
    MEMBER_PASSWORD_SET = "member_password_set"  # noqa: S105 the name of an event
    LETTER_ISSUED = "letter_issued"
    LOCATION_ADDED = "location_added"
    LOCATION_REMOVED = "location_removed"
    MEMBER_WITHDRAWN = "member_withdrawn"
    MEMBER_UNLOCKED = "member_unlocked"
    MEMBER_SUSPENDED = "member_suspended"
    MEMBER_RESUMED = "member_resumed"
    PROTECTION_BEGUN = "protection_begun"
    PROTECTION_REVIEWED = "protection_reviewed"
    PROTECTION_ENDED = "protection_ended"
    HOLD_SET = "hold_set"
    HOLD_ENDED = "hold_ended"
    DOCUMENT_VIEWED = "document_viewed"
    DOCUMENT_ISSUED = "document_issued"
    DOCUMENT_MAILED = "document_mailed"
    DOCUMENT_RETURNED = "document_returned"
    PRINT_FAILED = "print_failed"
    BATCH_PLANNED = "batch_planned"
    BATCH_STARTED = "batch_started"
    BATCH_CANCELLED = "batch_cancelled"
    BATCH_FINISHED = "batch_finished"
    CUTOFF_DECIDED = "cutoff_decided"
    ANNOUNCEMENT_WRITTEN = "announcement_written"
    ANNOUNCEMENT_CHANGED = "announcement_changed"
    ANNOUNCEMENT_WITHDRAWN = "announcement_withdrawn"
    ANNOUNCEMENT_TOLD = "announcement_told"
    SETTING_CHANGED = "setting_changed"
    BACKED_UP = "backed_up"
    BACKUP_DRILLED = "backup_drilled"
    RESTORED = "restored"
    IMPORTED = "imported"
    IMPORT_REFUSED = "import_refused"
    IMPORT_CANCELLED = "import_cancelled"
    IMPORT_REPEATED = "import_repeated"
    HOST_FILES_EXPORTED = "host_files_exported"


class Drainage(StrEnum):
    """Where the used water goes: only what drains to the public sewer is charged for it."""

    NONE = "none"
    PUBLIC = "public"


class PasswordKind(StrEnum):
    """How a staff member came by a password; the first two expire and must be changed."""

    INITIAL = "initial"
    ONE_TIME = "one_time"
    OWN = "own"


class OpeningReason(StrEnum):
    """How a clerk came to open a customer; the audit keeps it."""

    SEARCHED = "searched"
    NUMBER = "number"
    REOPENED = "reopened"
    PARKED = "parked"
    FOLLOW_UP = "follow_up"
    PENDING_MEMBER = "pending_member"
