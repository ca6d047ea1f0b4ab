"""The portal's secret answer: how it is compared, and how often it may be tried.

It never proves anybody's identity by itself (NIST SP 800-63B and ASVS 6.4.2 advise against it
altogether); it is kept because the portal has it, and nobody can read it back.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

import jaconv

from db.errors import RuleBroken
from db.rules.field_text import clean

MOST: Final = 24
"""Characters, before and after folding: three bytes each are the 72 that bcrypt hashes."""
TRIES_A_DAY: Final = 3
"""Wrong answers of a customer in a day of Japan's time, at all counters together."""

_BYTES: Final = 72
_DROPPED: Final = re.compile(r"[\s・ー‐‑‒–—―−-]+")


def fold(answer: str) -> str:
    """The form in which answers are compared: タマ, たま, ﾀﾏ are one; Tama and Ｔａｍａ are one."""
    folded = _folded_once(answer)
    # a space that is dropped may bring a letter together with its accent
    while (again := _folded_once(folded)) != folded:
        folded = again
    return folded


def _folded_once(answer: str) -> str:
    plain = unicodedata.normalize("NFKC", answer).casefold()
    return _DROPPED.sub("", jaconv.kata2hira(plain))


def judged(answer: str) -> str:
    """The folded answer, if it may be kept.

    Raises ``answer.missing``, ``answer.too_long`` and ``text.…``, never with the answer in it.
    """
    if len(answer) > MOST:
        raise RuleBroken("answer.too_long", field="secret_answer", most=MOST)
    try:
        clean("secret_answer", answer.strip(), MOST)
    except RuleBroken as problem:
        raise RuleBroken(problem.code, field="secret_answer") from None
    folded = fold(answer)
    if not folded:
        raise RuleBroken("answer.missing", field="secret_answer")
    if len(folded) > MOST or len(folded.encode()) > _BYTES:
        raise RuleBroken("answer.too_long", field="secret_answer", most=MOST)
    return folded


def tries_left(tried: int, passed: int) -> int:
    """How many answers may still be tried today; a right one does not count."""
    return max(0, TRIES_A_DAY - (tried - passed))
