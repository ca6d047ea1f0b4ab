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
_DIGITS: Final = re.compile(r"(\d+)")


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
    parts = _DIGITS.split(piece)
    groups = parts[1::2]
    count = sum(map(len, groups))
    hidden_from = _shown_before(groups, count)
    hidden_to = count - (_SHOWN_AFTER if count >= _SHORTEST_SHOWN else 0)
    start = 0
    for at, digits in enumerate(groups):
        first = max(hidden_from - start, 0)
        last = max(hidden_to - start, first)
        parts[2 * at + 1] = digits[:first] + "*" * len(digits[first:last]) + digits[last:]
        start += len(digits)
    return "".join(parts)


def _shown_before(groups: list[str], count: int) -> int:
    if count < _SHORTEST_SHOWN + _SHOWN_BEFORE - 1:
        return 0
    if len(groups) >= 3:
        # at least two digits stay hidden, whatever the first group pretends to be
        return min(len(groups[0]), count - _SHOWN_AFTER - 2)
    return _SHOWN_BEFORE if count >= 10 else 0
