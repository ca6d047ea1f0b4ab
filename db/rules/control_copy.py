"""What stands on the control copy of a procedure (受付票（控え）): facts and codes, no words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from db.rules.contact_words import Channel, CheckItem, CheckMethod, Speaker
    from db.rules.issuer import Issuer
    from db.rules.member_words import Procedure
    from db.rules.words import CustomerKind


class Field(StrEnum):
    """What was entered or changed, as a line of the paper names it."""

    NAME = "name"
    KANA = "kana"
    PHONE = "phone"
    POSTAL_CODE = "postal_code"
    ADDRESS = "address"
    EMAIL = "email"
    LOGIN_ID = "login_id"
    PASSWORD = "password"  # noqa: S105 the name of a field
    SECRET_QUESTION = "secret_question"  # noqa: S105 the name of a field
    SECRET_ANSWER = "secret_answer"  # noqa: S105 the name of a field
    MAILS_READING = "mails_reading"
    MAILS_BILLING = "mails_billing"
    MAILS_OVERDUE = "mails_overdue"
    LANGUAGE = "language"
    LOCATION = "location"
    STATE = "state"
    REASON = "reason"
    DOCUMENTS_OWED = "documents_owed"
    KEPT_UNTIL = "kept_until"


class Withheld(StrEnum):
    """What a paper says in place of a secret: what became of it, never the secret itself."""

    SET = "set"
    CHANGED = "changed"
    RESET_BY_MAIL = "reset_by_mail"
    RESET_BY_LETTER = "reset_by_letter"


class NextStep(StrEnum):
    """What happens after a procedure, or what the customer has to do."""

    SIGN_IN_NOW = "sign_in_now"
    UNDER_REVIEW = "under_review"
    MAIL_CONFIRMS = "mail_confirms"
    OLD_ADDRESS_TOLD = "old_address_told"
    ONE_TIME_MAIL = "one_time_mail"
    ONE_TIME_LETTER = "one_time_letter"
    CHANGE_AT_FIRST_USE = "change_at_first_use"
    LOCATION_SHOWN = "location_shown"
    LOCATION_GONE = "location_gone"
    PAPER_BY_POST = "paper_by_post"
    DATA_KEPT = "data_kept"
    DATA_ERASED = "data_erased"
    MAY_REGISTER_AGAIN = "may_register_again"
    TELL_US_IF_WRONG = "tell_us_if_wrong"


Value: TypeAlias = StrEnum | str | bool | int | dt.date
"""What a line shows: a code (put into words on the paper), text as registered, a yes or no."""

_SECRET: Final = frozenset({Field.PASSWORD, Field.SECRET_ANSWER})


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was entered (``before`` is None) or changed; ``after`` None: removed.

    Raises ValueError when a secret would be printed, whatever form led to it.
    """

    field: Field
    before: Value | None
    after: Value | None

    def __post_init__(self) -> None:
        if self.field in _SECRET:
            for value in (self.before, self.after):
                if value is not None and not isinstance(value, Withheld):
                    raise ValueError(f"a secret is never printed: {self.field}")


@dataclass(frozen=True, slots=True)
class Checked:
    """How the speaker was known: who spoke, by what, and the kinds asked or shown."""

    speaker: Speaker
    method: CheckMethod
    items: tuple[CheckItem, ...] = ()


@dataclass(frozen=True, slots=True)
class ControlCopy:
    """One procedure as carried out; ``at`` is aware, ``portal_number`` 16 digits or nothing."""

    procedure: Procedure
    receipt: str
    at: dt.datetime
    channel: Channel
    issuer: Issuer
    customer_name: str
    customer_kind: CustomerKind
    portal_number: str
    lines: tuple[Line, ...]
    next_steps: tuple[NextStep, ...] = ()
    checked: Checked | None = None
    terms_version: str = ""
    consented_at: dt.datetime | None = None
