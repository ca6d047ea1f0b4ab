"""Hashing what only a member knows, and making up what is used once.

Plain ``$2b$`` bcrypt is the portal's own form; hashing takes a quarter of a second, so it is done
while no session is open.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import bcrypt

from db.commands.passwords import make_password
from db.errors import RuleBroken
from db.rules.member_passwords import MOST_BYTES, TOO_MANY_BYTES, plain_bytes
from db.rules.secret_answer import fold, judged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.rules.member_words import SecretQuestion

COST: Final = 12
# of an answer nobody gave: a member without a hash takes as long to refuse
_NOBODYS: Final = "$2b$12$5qy1rGT7qnsMoj1lrMFtXOC.jDQqOU.Yn43kHOtdIhard8vV5eWp."


@dataclass(frozen=True, slots=True)
class PreparedPassword:
    """A password that passed the rules for one login ID, hashed."""

    hash: str = field(repr=False)
    login_id: str


@dataclass(frozen=True, slots=True)
class PreparedAnswer:
    """A secret question with the hash of its answer."""

    question: SecretQuestion
    hash: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PreparedOneTime:
    """A made-up password for a letter, and its hash; it is nowhere else to be read."""

    password: str = field(repr=False)
    hash: str = field(repr=False)


def hash_member_password(password: str, *, cost: int = COST) -> str:
    """What is stored of a member's password.

    Raises RuleBroken ``password.unreadable`` and ``password.too_many_bytes``.
    """
    prepared = _readable(password)
    if len(prepared) > MOST_BYTES:
        raise RuleBroken(TOO_MANY_BYTES)
    return bcrypt.hashpw(prepared, bcrypt.gensalt(cost)).decode()


def member_password_fits(password: str, stored: str | None) -> bool:
    """Whether ``stored`` is the hash of the password; raises RuleBroken ``password.unreadable``."""
    return _matches(_readable(password), stored)


def was_used(password: str, hashes: Iterable[str]) -> bool:
    """Whether the password is one of those hashed, each of which takes its quarter of a second."""
    return any(member_password_fits(password, stored) for stored in hashes)


def hash_answer(answer: str, *, cost: int = COST) -> str:
    """What is stored of a secret answer; raises RuleBroken ``answer.…`` and ``text.…``."""
    return bcrypt.hashpw(judged(answer).encode(), bcrypt.gensalt(cost)).decode()


def answer_fits(answer: str, stored: str | None) -> bool:
    """Whether ``stored`` is the hash of the answer, in whatever script it was typed."""
    try:
        folded = fold(answer).encode()
    except UnicodeEncodeError:
        return False
    return _matches(folded, stored)


def make_one_time_password() -> str:
    """A random password for one use, in letters that are not mistaken for each other: 79 bits."""
    return make_password()


def _readable(password: str) -> bytes:
    try:
        return plain_bytes(password)
    except UnicodeEncodeError:
        raise RuleBroken("password.unreadable") from None


def _matches(prepared: bytes, stored: str | None) -> bool:
    try:
        fits = bcrypt.checkpw(prepared, (stored or _NOBODYS).encode())
    except ValueError:  # too long, or no hash at all
        return False
    return fits and stored is not None
