"""The number of an act (受付番号), by which desk and customer speak of it afterwards."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from db.rules.periods import day_in_japan

if TYPE_CHECKING:
    import datetime as dt

_DIGITS: Final = 8


def receipt_number(key: str, now: dt.datetime) -> str:
    """Day and eight digits, 20240918-4711-0815: of the act's own key, so told again it is equal."""
    number = int(hashlib.sha256(key.encode()).hexdigest(), 16) % 10**_DIGITS
    digits = f"{number:0{_DIGITS}}"
    return f"{day_in_japan(now):%Y%m%d}-{digits[:4]}-{digits[4:]}"
