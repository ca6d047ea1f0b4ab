"""Hashing passwords, and making up those that are used once."""

from __future__ import annotations

import secrets
from typing import Final

import bcrypt

from db.rules.passwords import prehash

COST: Final = 12
# tells our prepared passwords from plain bcrypt, which would look alike and never match
_PREPARED: Final = "sha256:"
# of a password nobody has: an ID nobody has takes as long to refuse as a wrong password
_NOBODYS: Final = _PREPARED + "$2b$12$5qy1rGT7qnsMoj1lrMFtXOC.jDQqOU.Yn43kHOtdIhard8vV5eWp."
# without the letters and digits that are mistaken for each other on paper
_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"


def hash_password(password: str, *, cost: int = COST) -> str:
    """What is stored of a password; takes a quarter of a second, so call it before a session is.

    Raises RuleBroken ``password.unreadable``.
    """
    return _PREPARED + bcrypt.hashpw(prehash(password), bcrypt.gensalt(cost)).decode()


def password_fits(password: str, stored: str | None) -> bool:
    """Whether ``stored`` is the hash of the password; takes as long when there is none.

    Raises RuleBroken ``password.unreadable``.
    """
    prepared = prehash(password)
    known = stored is not None and stored.startswith(_PREPARED)
    return _matches(prepared, stored if stored and known else _NOBODYS) and known


def make_password() -> str:
    """A random password to be used once: four groups of four letters and digits, 79 bits."""
    letters = [secrets.choice(_LETTERS) for _ in range(16)]
    return "-".join("".join(letters[start : start + 4]) for start in range(0, 16, 4))


def _matches(prepared: bytes, stored: str) -> bool:
    try:
        return bcrypt.checkpw(prepared, stored.removeprefix(_PREPARED).encode())
    except ValueError:  # no hash at all
        return False
