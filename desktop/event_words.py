"""The words for what the record of operations holds (操作・閲覧記録): each kind of event.

Every function gives its words in the language of the moment, so ask again when it changes.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from db.rules.words import EventKind

translate = QCoreApplication.translate


def event_words(kind: EventKind) -> str:
    """What happened, in a word or two: お客様情報の閲覧."""
    for words in (
        _of_staff,
        _of_reading,
        _of_contact,
        _of_membership,
        _of_care,
        _of_documents,
        _of_data,
    ):
        known = words().get(kind)
        if known is not None:
            return known
    raise KeyError(kind)


def event_groups() -> tuple[tuple[str, tuple[EventKind, ...]], ...]:
    """The kinds of events that belong together, each group with its words."""
    return (
        (translate("Events", "All that was looked at"), tuple(_of_reading())),
        (translate("Events", "All of contacts"), tuple(_of_contact())),
        (translate("Events", "All of memberships"), tuple(_of_membership())),
        (translate("Events", "All of protection and holds"), tuple(_of_care())),
        (translate("Events", "All of documents"), tuple(_of_documents())),
        (translate("Events", "All of data and backups"), tuple(_of_data())),
        (translate("Events", "All of signing in and accounts"), tuple(_of_staff())),
    )


def _of_staff() -> dict[EventKind, str]:
    return {
        EventKind.SIGN_IN: translate("Events", "Signed in"),
        EventKind.SIGN_IN_FAILED: translate("Events", "Sign-in failed"),
        EventKind.LOCKED: translate("Events", "Sign-in locked"),
        EventKind.SIGN_OUT: translate("Events", "Signed out"),
        EventKind.PASSWORD_CHANGED: translate("Events", "Staff password set"),
        EventKind.STAFF_CREATED: translate("Events", "Staff account made"),
        EventKind.STAFF_UNLOCKED: translate("Events", "Staff account unlocked"),
        EventKind.STAFF_CHANGED: translate("Events", "Staff account changed"),
        EventKind.STAFF_DISABLED: translate("Events", "Staff account disabled"),
        EventKind.DESK_LOCKED: translate("Events", "Screen locked"),
        EventKind.DESK_UNLOCKED: translate("Events", "Screen unlocked"),
        EventKind.AUDIT_READ: translate("Events", "Audit log read"),
        EventKind.AUDIT_VERIFIED: translate("Events", "Audit log verified"),
    }


def _of_reading() -> dict[EventKind, str]:
    return {
        EventKind.SEARCHED: translate("Events", "Searched"),
        EventKind.CUSTOMER_OPENED: translate("Events", "Customer opened"),
        EventKind.BILLS_VIEWED: translate("Events", "Bills viewed"),
        EventKind.MEMBER_VIEWED: translate("Events", "Membership viewed"),
        EventKind.REVEALED: translate("Events", "Contact details shown unmasked"),
        EventKind.LOGIN_ID_SHOWN: translate("Events", "Login ID shown"),
        EventKind.EXPORTED: translate("Events", "Copied or saved as a file"),
        EventKind.PRINTED: translate("Events", "Printed"),
    }


def _of_contact() -> dict[EventKind, str]:
    return {
        EventKind.CONTACT_STARTED: translate("Events", "Contact started"),
        EventKind.CONTACT_PARKED: translate("Events", "Contact parked"),
        EventKind.CONTACT_RESUMED: translate("Events", "Contact resumed"),
        EventKind.CONTACT_FINISHED: translate("Events", "Contact finished"),
        EventKind.WRONG_OPENING: translate("Events", "Opened by mistake"),
        EventKind.FOLLOWED_UP: translate("Events", "Follow-up done"),
        EventKind.TRANSFERRED: translate("Events", "Transferred"),
        EventKind.IDENTITY_CHECKED: translate("Events", "Identity checked"),
        EventKind.IDENTITY_OVERRIDDEN: translate("Events", "Identity vouched for by a supervisor"),
        EventKind.SECRET_ANSWER_TRIED: translate("Events", "Secret answer tried"),
    }


def _of_membership() -> dict[EventKind, str]:
    return {
        EventKind.MEMBER_REGISTERED: translate("Events", "Member registered"),
        EventKind.MEMBER_ACTIVATED: translate("Events", "Registration accepted"),
        EventKind.MEMBER_REFUSED: translate("Events", "Registration refused"),
        EventKind.MEMBER_CHANGED: translate("Events", "Membership changed"),
        EventKind.MEMBER_PASSWORD_RESET: translate("Events", "Member's password reset"),
        EventKind.MEMBER_PASSWORD_SET: translate("Events", "Member's password set by the customer"),
        EventKind.LETTER_ISSUED: translate("Events", "Login information letter issued"),
        EventKind.LOCATION_ADDED: translate("Events", "Location added"),
        EventKind.LOCATION_REMOVED: translate("Events", "Location removed"),
        EventKind.MEMBER_WITHDRAWN: translate("Events", "Membership withdrawn"),
        EventKind.MEMBER_UNLOCKED: translate("Events", "Membership unlocked"),
        EventKind.MEMBER_SUSPENDED: translate("Events", "Membership suspended"),
        EventKind.MEMBER_RESUMED: translate("Events", "Membership resumed"),
    }


def _of_care() -> dict[EventKind, str]:
    return {
        EventKind.PROTECTION_BEGUN: translate("Events", "Protection begun"),
        EventKind.PROTECTION_REVIEWED: translate("Events", "Protection reviewed"),
        EventKind.PROTECTION_ENDED: translate("Events", "Protection ended"),
        EventKind.HOLD_SET: translate("Events", "Hold set"),
        EventKind.HOLD_ENDED: translate("Events", "Hold ended"),
    }


def _of_documents() -> dict[EventKind, str]:
    return {
        EventKind.DOCUMENT_VIEWED: translate("Events", "Document viewed"),
        EventKind.DOCUMENT_ISSUED: translate("Events", "Document issued"),
        EventKind.DOCUMENT_MAILED: translate("Events", "Document posted"),
        EventKind.DOCUMENT_RETURNED: translate("Events", "Document came back"),
        EventKind.PRINT_FAILED: translate("Events", "Printing failed"),
        EventKind.BATCH_PLANNED: translate("Events", "Batch planned"),
        EventKind.BATCH_STARTED: translate("Events", "Batch started"),
        EventKind.BATCH_CANCELLED: translate("Events", "Batch stopped"),
        EventKind.BATCH_FINISHED: translate("Events", "Batch finished"),
        EventKind.CUTOFF_DECIDED: translate("Events", "Cut-off decided"),
        EventKind.ANNOUNCEMENT_WRITTEN: translate("Events", "Announcement written"),
        EventKind.ANNOUNCEMENT_CHANGED: translate("Events", "Announcement changed"),
        EventKind.ANNOUNCEMENT_WITHDRAWN: translate("Events", "Announcement withdrawn"),
        EventKind.ANNOUNCEMENT_TOLD: translate("Events", "Customer told an announcement"),
        EventKind.SETTING_CHANGED: translate("Events", "Setting changed"),
    }


def _of_data() -> dict[EventKind, str]:
    return {
        EventKind.BACKED_UP: translate("Events", "Backup made"),
        EventKind.BACKUP_DRILLED: translate("Events", "Backup tried out"),
        EventKind.RESTORED: translate("Events", "Restored from a backup"),
        EventKind.IMPORTED: translate("Events", "Delivery stored"),
        EventKind.IMPORT_REFUSED: translate("Events", "Delivery refused"),
        EventKind.IMPORT_CANCELLED: translate("Events", "Delivery cancelled"),
        EventKind.IMPORT_REPEATED: translate("Events", "Delivery came again"),
        EventKind.HOST_FILES_EXPORTED: translate("Events", "Host files written"),
    }
