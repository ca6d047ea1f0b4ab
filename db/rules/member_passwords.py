"""What a member's password must be: the staff's rules, and no longer than the portal can hash."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from db.rules.passwords import Problem, problems

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_BYTES: Final = 72
"""The bytes that the portal's plain bcrypt hashes; what comes behind them would not count."""
REMEMBERED: Final = 5
"""How many of the last passwords may not be chosen again."""
TOO_MANY_BYTES: Final = "password.too_many_bytes"
REUSED: Final = "password.reused"


def plain_bytes(password: str) -> bytes:
    """What the portal hashes; full and half width are the same password.

    Raises UnicodeEncodeError for half of a surrogate pair.
    """
    return unicodedata.normalize("NFKC", password).encode()


def member_problems(password: str, login_id: str) -> tuple[str, ...]:
    """Everything that is wrong with a password a customer chose; nothing if it will do.

    Adds ``password.too_many_bytes`` to ``db.rules.passwords.problems``: 24 kana are 72 bytes.
    """
    found: Iterable[str] = problems(password, login_id)
    codes = tuple(str(problem) for problem in found)
    if {Problem.UNREADABLE, Problem.TOO_LONG} & set(codes):
        return codes
    too_many = len(plain_bytes(password)) > MOST_BYTES
    return (*codes, TOO_MANY_BYTES) if too_many else codes
