"""Signing in: how a login ID is read, and why somebody is turned away."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from db.errors import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Mapping

_LOGIN_ID: Final = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
_LONGEST_TYPED: Final = 200


class Refusal(StrEnum):
    """Why somebody cannot sign in; an unknown ID and a wrong password are told alike."""

    WRONG = "wrong"
    LOCKED = "locked"
    OUTSIDE_HOURS = "outside_hours"
    PASSWORD_EXPIRED = "password_expired"  # noqa: S105 the name of a reason


@dataclass(frozen=True, slots=True)
class SignInRefused:
    """Somebody was turned away, and that is recorded.

    ``facts`` hold ``until`` (an aware instant) when locked, ``hours`` (``8:00-20:00``) outside
    the staff's hours and ``expired_at`` (an aware instant) for an initial or one-time password.
    """

    reason: Refusal
    facts: Mapping[str, Any] = field(default_factory=dict)


def fold_login_id(typed: str) -> str:
    """The login ID as it is stored: half-width small letters, without spaces around it.

    Raises RuleBroken ``staff.login_id_malformed`` for what cannot be one: a login ID has up to 64
    letters, digits and ``. _ -`` and begins with a letter or digit.
    """
    folded = unicodedata.normalize("NFKC", typed[:_LONGEST_TYPED]).lower().strip()
    if len(typed) > _LONGEST_TYPED or not _LOGIN_ID.fullmatch(folded):
        raise RuleBroken("staff.login_id_malformed")
    return folded
