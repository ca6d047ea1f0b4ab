"""What a customer is asked to type themself, in a window of their own, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.rules.contact_words import Channel
from db.rules.permissions import Action, may
from desktop.permission_words import who_can

if TYPE_CHECKING:
    from db.guard.member_secrets import AnswerOutcome, PreparedAnswer, PreparedPassword
    from db.rules.member_words import SecretQuestion
    from desktop.desk import Desk


class Wanted(StrEnum):
    """What the customer types."""

    PASSWORD = "password"  # noqa: S105 the name of what is typed
    ANSWER = "answer"  # to be kept
    TRY = "try"  # to be compared with the one kept


@dataclass(frozen=True, slots=True)
class CustomerAsk:
    """What to ask: ``member_id`` of a member who exists, whose answer or old passwords count."""

    wanted: tuple[Wanted, ...]
    channel: Channel
    contact_id: int
    login_id: str = ""
    member_id: int | None = None
    question: SecretQuestion | None = None


@dataclass(frozen=True, slots=True)
class CustomerGave:
    """What came of it: hashes, never words; nothing at all when the customer gave up."""

    password: PreparedPassword | None = None
    answer: PreparedAnswer | None = None
    outcome: AnswerOutcome | None = None


class Typing(StrEnum):
    """How far the customer is, as staff may see it."""

    NOT_YET = "not_yet"
    TYPING = "typing"
    FITS = "fits"
    SET = "set"


def why_not(desk: Desk, channel: Channel) -> str:
    """Why no customer can type here now, for the tooltip of a greyed-out button, or nothing."""
    if not may(desk.staff.role, Action.HAND_OVER_PASSWORD):
        return who_can(Action.HAND_OVER_PASSWORD)
    if channel is not Channel.COUNTER:
        return QCoreApplication.translate(
            "CustomerAsk", "Only at the counter: the customer types it themself."
        )
    return ""
