"""How a customer is greeted, by the hour."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from db.rules.periods import in_japan

if TYPE_CHECKING:
    import datetime as dt


class Greeting(StrEnum):
    """おはようございます, こんにちは or こんばんは."""

    MORNING = "morning"
    DAY = "day"
    EVENING = "evening"


def greeting(at: dt.datetime) -> Greeting:
    """The greeting for an aware instant in Japan: morning from 5, day from 11, evening from 18."""
    hour = in_japan(at).hour
    if 5 <= hour < 11:
        return Greeting.MORNING
    return Greeting.DAY if 11 <= hour < 18 else Greeting.EVENING
