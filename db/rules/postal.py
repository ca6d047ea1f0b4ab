"""Postal codes (郵便番号): tidied as they are typed, and the towns they belong to."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

POSTAL_CODE_DIGITS: Final = 7
# what is typed for a hyphen with a Japanese input method on
_BETWEEN: Final = re.compile(r"[\s〒‐‑‒–—―−⁃─━ー~-]+")


@dataclass(frozen=True, slots=True)
class Town:
    """A town with its postal code; the note limits it to some blocks, or to what has no row."""

    postal_code: str
    city: str
    town: str
    city_kana: str
    town_kana: str
    note: str


def tidy_postal_code(typed: str) -> str:
    """The seven digits of a postal code, however it was typed; empty if it is none."""
    code = _BETWEEN.sub("", unicodedata.normalize("NFKC", typed))
    return code if re.fullmatch(rf"[0-9]{{{POSTAL_CODE_DIGITS}}}", code) else ""
