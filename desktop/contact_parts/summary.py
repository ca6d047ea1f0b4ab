"""What a contact amounts to, line by line, before it is ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.rules.contact_words import Channel, CheckResult
from desktop import contact_words
from desktop import format as written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.commands.contacts import WrapUp
    from db.queries.contacts import Identity

translate = QCoreApplication.translate
_SPOKEN = (Channel.COUNTER, Channel.PHONE)
_LONGEST_MEMO = 160
_MOST_LINES = 4


def summary(noted: WrapUp, identity: Identity | None, acts: Sequence[str]) -> list[tuple[str, str]]:
    """Name and value of everything that is kept; what is empty is left out."""
    return [(name, value) for name, value in _facts(noted, identity, acts) if value]


def caution(noted: WrapUp, identity: Identity | None) -> str:
    """What the clerk may have forgotten; nothing where nothing is."""
    told = []
    passed = identity is not None and identity.result is CheckResult.PASSED
    if noted.channel in _SPOKEN and not passed:
        told.append(translate("Summary", "Nobody was identified in this contact."))
    if noted.topic is None:
        told.append(translate("Summary", "No topic is chosen."))
    return "\n".join(told)


def _facts(noted: WrapUp, identity: Identity | None, acts: Sequence[str]) -> list[tuple[str, str]]:
    topic = contact_words.topic(noted.topic) if noted.topic else ""
    between = translate("Summary", ", ", "between two acts")
    memo = _shortened(noted.memo.strip())
    return [
        (translate("Summary", "Channel"), contact_words.channel(noted.channel)),
        (translate("Summary", "Speaker"), _speaker(identity)),
        (translate("Summary", "Topic"), topic),
        (translate("Summary", "Passed on to"), noted.transferred_to),
        (translate("Summary", "Memo"), memo),
        (translate("Summary", "Done"), between.join(acts)),
        (translate("Summary", "Follow-up"), _follow_up(noted)),
    ]


def _shortened(memo: str) -> str:
    short = "\n".join(memo.splitlines()[:_MOST_LINES])[:_LONGEST_MEMO]
    return short if short == memo else f"{short}…"


def _speaker(identity: Identity | None) -> str:
    if identity is None or identity.result is not CheckResult.PASSED:
        return ""
    return contact_words.speaker(identity.speaker)


def _follow_up(noted: WrapUp) -> str:
    if noted.follow_up_on is None:
        return ""
    who = contact_words.follow_up_by(noted.follow_up_by) if noted.follow_up_by else ""
    return f"{written.short_date(noted.follow_up_on)}  {who}".strip()
