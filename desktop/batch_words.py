"""The words around batches of notices: what is chosen, what is warned of, how long it takes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from db.rules.paper import Exclusion
from db.rules.periods import Cycle
from desktop import format as written
from desktop import paper_words

translate = QCoreApplication.translate
_MINUTE = 60


def cycle(which: Cycle | None) -> str:
    """Of which months' readings the bills are; None for all."""
    return {
        None: translate("Batches", "All"),
        Cycle.EVEN: translate("Batches", "Even"),
        Cycle.ODD: translate("Batches", "Odd"),
    }[which]


def always(why: Exclusion) -> str:
    """Why something is left out of every batch."""
    reason = {
        Exclusion.PROTECTED: translate("Batches", "always: written to singly"),
        Exclusion.EXTINGUISHED: translate("Batches", "always: nothing is owed"),
        Exclusion.ALREADY_SENT: translate("Batches", "always: never sent twice"),
    }[why]
    both = translate("Batches", "{why} ({reason})", "what is left out, and why always")
    return both.format(why=paper_words.exclusion(why), reason=reason)


def office_name(name: str, latin: str, code: written.LanguageCode) -> str:
    """What an office is called on a screen in that language."""
    return latin if latin and code is written.LanguageCode.EN else name


def remaining(seconds: float | None) -> str:
    """How long a batch still takes."""
    if seconds is None:
        return translate("Batches", "The time it takes shows after the first bundle.")
    if seconds < _MINUTE:
        return translate("Batches", "Less than a minute left")
    minutes = round(seconds / _MINUTE)
    return translate("Batches", "Minutes left: about %n", "", minutes)
