"""How numbers are shown: phones masked until somebody needs them, long numbers in fours."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MASKED: Final = "***"
"""What stands where even a part of the value would tell too much."""

_SHOWN_BEFORE: Final = 3
_SHOWN_AFTER: Final = 4
_SHORTEST_SHOWN: Final = 7
_SEVERAL: Final = re.compile(r"([/,;、，；・／\n])")


def mask_phone(phone: str) -> str:
    """A phone number with its middle hidden: 076-123-4821 becomes 076-***-4821.

    The area code and the last four digits stay; without separators the first three digits count
    as area code; a number too short to be one is hidden whole. Several numbers are masked each.
    """
    folded = unicodedata.normalize("NFKC", phone)
    return "".join(_masked(piece) for piece in _SEVERAL.split(folded))


def mask_address(address: str) -> str:
    """A mailing address with only the town left: 金沢市本町1丁目2-3 becomes 金沢市本町***."""
    town = re.match(r"\D*(?=\d)", address)
    return f"{town[0] if town else ''}{MASKED}"


def in_fours(number: str) -> str:
    """A long number as printed and read: 1702 4458 0031 2296."""
    return " ".join(number[start : start + 4] for start in range(0, len(number), 4))


def _masked(piece: str) -> str:
    digits = [at for at, character in enumerate(piece) if character.isdecimal()]
    before = _shown_before(re.findall(r"\d+", piece), len(digits))
    after = _SHOWN_AFTER if len(digits) >= _SHORTEST_SHOWN else 0
    shown = list(piece)
    for at in digits[before : len(digits) - after]:
        shown[at] = "*"
    return "".join(shown)


def _shown_before(groups: list[str], count: int) -> int:
    if count < _SHORTEST_SHOWN + _SHOWN_BEFORE - 1:
        return 0
    if len(groups) >= 3:
        # at least two digits stay hidden, whatever the first group pretends to be
        return min(len(groups[0]), count - _SHOWN_AFTER - 2)
    return _SHOWN_BEFORE if count >= 10 else 0
