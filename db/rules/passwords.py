"""What a staff member's password must be, how it is prepared for hashing, and when sign-in locks.

A password is long rather than complicated and may be in any script; it is compared and hashed
after NFKC, so that full-width and half-width typing are the same password.
"""

from __future__ import annotations

import base64
import datetime as dt
import functools
import hashlib
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from typing import Final

from db.errors import RuleBroken

MIN_LENGTH: Final = 8
MAX_LENGTH: Final = 64
FAILURES_BEFORE_LOCK: Final = 5
WINDOW: Final = dt.timedelta(minutes=15)
LOCKED_FOR: Final = dt.timedelta(minutes=15)

_RUNS: Final = (
    "012345678901234567890",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん",
)
_BOTH_WAYS: Final = (*_RUNS, *(run[::-1] for run in _RUNS))
_SHORTEST_RUN: Final = 3
# no character is the NFKC of more than a handful; beyond that nothing need be folded
_LONGEST_FOLDING: Final = 18
_REPETITION: Final = re.compile(r"(.{1,6}?)\1+", re.DOTALL)
# up to five digits or signs after a word, as in suidou2024 and Kanazawa123!
_TAIL: Final = re.compile(r"[\W\d_]{0,5}\Z")
_HIRAGANA: Final = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


class Problem(StrEnum):
    """Why a password is refused."""

    TOO_SHORT = "password.too_short"
    TOO_LONG = "password.too_long"
    UNREADABLE = "password.unreadable"
    IS_LOGIN_ID = "password.is_login_id"
    COMMON = "password.common"
    PREDICTABLE = "password.predictable"


@dataclass(frozen=True, slots=True)
class Failures:
    """The wrong passwords of one account so far, and the lock they led to."""

    count: int = 0
    since: dt.datetime | None = None
    locked_until: dt.datetime | None = None

    def locked(self, now: dt.datetime) -> bool:
        """Whether nobody can sign in yet, not even with the right password."""
        return self.locked_until is not None and now < self.locked_until


def problems(
    password: str, login_id: str, *, min_length: int = MIN_LENGTH, max_length: int = MAX_LENGTH
) -> tuple[Problem, ...]:
    """Everything that is wrong with a password somebody chose; nothing if it will do.

    Length counts characters after NFKC, a rare kanji as one. Refused are the login ID and the
    commonest passwords, also with a few digits behind, and what follows a simple pattern.
    """
    if not _readable(password):
        return (Problem.UNREADABLE,)
    if len(password) > max_length * _LONGEST_FOLDING:
        return (Problem.TOO_LONG,)
    text = unicodedata.normalize("NFKC", password)
    guesses, login = _forms(text), _forms(login_id)
    checks = (
        (Problem.TOO_SHORT, len(text) < min_length),
        (Problem.TOO_LONG, len(text) > max_length),
        (Problem.IS_LOGIN_ID, not login.isdisjoint(guesses)),
        (Problem.COMMON, not _common().isdisjoint(guesses)),
        (Problem.PREDICTABLE, _predictable(_folded(text)[:max_length])),
    )
    return tuple(problem for problem, found in checks if found)


def prehash(password: str) -> bytes:
    """The 44 bytes that bcrypt hashes, of a password of any length; bcrypt itself stops at 72.

    Raises ``password.unreadable`` for half of a surrogate pair.
    """
    if not _readable(password):
        raise RuleBroken(Problem.UNREADABLE)
    text = unicodedata.normalize("NFKC", password)
    return base64.b64encode(hashlib.sha256(text.encode()).digest())


def after_failure(failures: Failures, now: dt.datetime) -> Failures:
    """The state after one more wrong password: five within 15 minutes lock for 15 minutes.

    The 15 minutes begin with the first wrong password; one after them begins the count anew.
    While an account is locked nothing is counted, so that a lock always ends.
    """
    if failures.locked(now):
        return failures
    if failures.since is None or now - failures.since >= WINDOW:
        return Failures(count=1, since=now)
    count = failures.count + 1
    locked_until = now + LOCKED_FOR if count >= FAILURES_BEFORE_LOCK else None
    return Failures(count, failures.since, locked_until)


def _readable(password: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in password)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().translate(_HIRAGANA)


def _forms(text: str) -> frozenset[str]:
    folded = _folded(text)
    return frozenset({folded, _TAIL.sub("", folded, count=1)}) - {""}


@functools.cache
def _common() -> frozenset[str]:
    text = (files("resources") / "passwords" / "common.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(_folded(word) for line in lines for word in line.split())


def _predictable(folded: str) -> bool:
    return bool(_REPETITION.fullmatch(folded)) or _is_runs(folded)


def _is_runs(folded: str) -> bool:
    # abcd1234 and qwer0987 are two runs; a password of runs alone is guessed by rule
    start = 0
    while start < len(folded):
        end = start + 1
        while end < len(folded) and _is_run(folded[start : end + 1]):
            end += 1
        if end - start < _SHORTEST_RUN:
            return False
        start = end
    return True


def _is_run(piece: str) -> bool:
    return len(set(piece)) == 1 or any(piece in run for run in _BOTH_WAYS)
