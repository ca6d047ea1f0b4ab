"""When a mail that was not taken is tried again, and what stood in its way."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Final

GIVE_UP_AFTER: Final = dt.timedelta(hours=24)
"""How long after it was queued a mail is tried."""

SENDING_TAKES_AT_MOST: Final = dt.timedelta(minutes=15)
"""After this, whoever was sending a mail has died over it."""

CODE_VALID_FOR: Final = dt.timedelta(hours=24)
"""How long a one-time password is good once it was mailed."""

_WAITS: Final = tuple(dt.timedelta(minutes=minutes) for minutes in (1, 5, 15, 60))


class MailSecurity(StrEnum):
    """How the way to the mail server is protected; ``NONE`` is for this computer only."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


class Answer(StrEnum):
    """What became of a mail that was handed to the server."""

    TAKEN = "taken"
    NOT_NOW = "not_now"
    NEVER = "never"
    UNCLEAR = "unclear"


class MailProblem(StrEnum):
    """Why a mail was not sent; the server's own words are not kept, for they may quote the mail."""

    UNREACHABLE = "unreachable"
    NOT_TRUSTED = "not_trusted"
    LOGIN_REFUSED = "login_refused"
    SENDER_REFUSED = "sender_refused"
    ADDRESS_REFUSED = "address_refused"
    MAIL_REFUSED = "mail_refused"
    ADDRESS_UNUSABLE = "address_unusable"
    NO_ANSWER = "no_answer"
    INTERRUPTED = "interrupted"
    MEMBERSHIP_RESTS = "membership_rests"
    MEMBERSHIP_ENDED = "membership_ended"
    ADDRESS_CHANGED = "address_changed"
    PASSWORD_CHOSEN = "password_chosen"  # noqa: S105 the name of a problem


def next_try(tries: int, *, queued_at: dt.datetime, now: dt.datetime) -> dt.datetime | None:
    """When to try for the next time after ``tries`` in vain, or None to give up.

    After 1, 5, 15 and 60 minutes, then every hour, until a day has passed since it was queued.
    """
    if now - queued_at >= GIVE_UP_AFTER:
        return None
    return now + _WAITS[min(tries, len(_WAITS)) - 1]
