"""The words for the codes of a membership of the portal and of its mail.

As in ``desktop.labels``: each function gives its words in the language of the moment.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from db.rules.member_words import (
    MailKind,
    MailLanguage,
    MailState,
    MemberRefusal,
    MemberState,
    Procedure,
    RegisteredVia,
    SecretQuestion,
    SuspensionReason,
    WithdrawalReason,
)
from desktop.labels import ChipWords
from desktop.theme import Kind

translate = QCoreApplication.translate


def member_state(state: MemberState) -> ChipWords:
    """Where a membership stands."""
    return {
        MemberState.PENDING: ChipWords(translate("Labels", "Member pending"), Kind.WARN, "clock"),
        MemberState.ACTIVE: ChipWords(translate("Labels", "Portal member"), Kind.INFO, "user"),
        MemberState.SUSPENDED: ChipWords(translate("Labels", "Member suspended"), Kind.ERR, "lock"),
        MemberState.WITHDRAWN: ChipWords(
            translate("Labels", "Member withdrawn"), Kind.MUTE, "exit"
        ),
        MemberState.REFUSED: ChipWords(
            translate("Labels", "Member refused"), Kind.MUTE, "circle-x"
        ),
    }[state]


def registered_via(way: RegisteredVia) -> str:
    """Where somebody became a member."""
    return {
        RegisteredVia.PORTAL: translate("Labels", "On the portal"),
        RegisteredVia.DESK: translate("Labels", "At the desk"),
    }[way]


def secret_question(question: SecretQuestion) -> str:
    """The portal's secret question (秘密の質問)."""
    return {
        SecretQuestion.FIRST_PET: translate("Labels", "Name of the first pet"),
        SecretQuestion.MOTHERS_BIRTHPLACE: translate("Labels", "Where the mother was born"),
        SecretQuestion.FIRST_SCHOOL: translate("Labels", "Name of the first school"),
        SecretQuestion.FAVOURITE_FOOD: translate("Labels", "Favourite food"),
        SecretQuestion.CHILDHOOD_FRIEND: translate("Labels", "Name of a childhood friend"),
    }[question]


def mail_language(language: MailLanguage) -> str:
    """In which language a member gets mail."""
    return {
        MailLanguage.JA: translate("Labels", "Japanese"),
        MailLanguage.EN: translate("Labels", "English"),
    }[language]


def withdrawal_reason(reason: WithdrawalReason) -> str:
    """Why a member leaves the portal (退会)."""
    return {
        WithdrawalReason.MOVING: translate("Labels", "Moves away"),
        WithdrawalReason.NOT_USED: translate("Labels", "Does not use the portal"),
        WithdrawalReason.SECURITY: translate("Labels", "Worried about security"),
        WithdrawalReason.OTHER: translate("Labels", "Another reason"),
    }[reason]


def member_refusal(reason: MemberRefusal) -> str:
    """Why a registration made on the portal is refused."""
    return {
        MemberRefusal.NOT_THE_USER: translate("Labels", "Not the user of the contract"),
        MemberRefusal.NUMBER_MISMATCH: translate("Labels", "Name and number do not fit"),
        MemberRefusal.FORMER_OCCUPANT: translate("Labels", "No longer uses the location"),
        MemberRefusal.DUPLICATE: translate("Labels", "Is a member already"),
        MemberRefusal.UNREACHABLE: translate("Labels", "Cannot be reached"),
        MemberRefusal.OTHER: translate("Labels", "Another reason"),
    }[reason]


def suspension_reason(reason: SuspensionReason) -> str:
    """Why a membership rests."""
    return {
        SuspensionReason.OWN_REQUEST: translate("Labels", "Request of the member"),
        SuspensionReason.MISUSE: translate("Labels", "Misuse suspected"),
        SuspensionReason.PROTECTION: translate("Labels", "Protection of the customer"),
    }[reason]


def mail_kind(kind: MailKind) -> str:
    """What a mail to a member tells."""
    return {
        MailKind.REGISTERED: translate("Labels", "Notice of registration"),
        MailKind.REFUSED: translate("Labels", "Notice of refusal"),
        MailKind.EMAIL_CHANGED_OLD: translate("Labels", "Notice of a new e-mail, to the old"),
        MailKind.EMAIL_CHANGED_NEW: translate("Labels", "Notice of a new e-mail, to the new"),
        MailKind.CHANGED: translate("Labels", "Notice of a change"),
        MailKind.LOCATION_ADDED: translate("Labels", "Notice of a location added"),
        MailKind.LOCATION_REMOVED: translate("Labels", "Notice of a location removed"),
        MailKind.ONE_TIME_PASSWORD: translate("Labels", "One-time password by mail"),
        MailKind.PASSWORD_CHANGED: translate("Labels", "Notice of a new password"),
        MailKind.WITHDRAWN: translate("Labels", "Notice of withdrawal"),
        MailKind.UNLOCKED: translate("Labels", "Notice of a lock lifted"),
        MailKind.SUSPENDED: translate("Labels", "Notice of suspension"),
        MailKind.RESUMED: translate("Labels", "Notice of resumption"),
    }[kind]


def mail_state(state: MailState) -> ChipWords:
    """How far a mail has got."""
    return {
        MailState.QUEUED: ChipWords(translate("Labels", "Waiting to be sent"), Kind.INFO, "clock"),
        MailState.SENDING: ChipWords(translate("Labels", "Being sent"), Kind.INFO, "refresh"),
        MailState.SENT: ChipWords(translate("Labels", "Sent"), Kind.OK, "check"),
        MailState.FAILED: ChipWords(translate("Labels", "Not delivered"), Kind.ERR, "circle-x"),
        MailState.UNCLEAR: ChipWords(translate("Labels", "Unclear, not resent"), Kind.WARN, "help"),
        MailState.CANCELLED: ChipWords(translate("Labels", "Cancelled"), Kind.MUTE, "minus"),
    }[state]


def procedure(act: Procedure) -> str:
    """The name of a procedure's form."""
    return {
        Procedure.REGISTER: translate("Labels", "Member registration"),
        Procedure.CHANGE: translate("Labels", "Change of registration"),
        Procedure.RECOVER: translate("Labels", "ID and password recovery"),
        Procedure.PASSWORD: translate("Labels", "Password change"),
        Procedure.ADD_LOCATION: translate("Labels", "Add a location"),
        Procedure.REMOVE_LOCATION: translate("Labels", "Remove a location"),
        Procedure.WITHDRAW: translate("Labels", "Withdrawal of a member"),
        Procedure.MEMBER_STATE: translate("Labels", "Unlock, suspend, resume"),
        Procedure.DECIDE: translate("Labels", "Decide on a registration"),
        Procedure.HOLD: translate("Labels", "Hold"),
        Procedure.PROTECT: translate("Labels", "Protection"),
    }[act]
