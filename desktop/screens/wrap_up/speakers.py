"""Who may be speaking for a customer: the parties of the contract, then representatives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.rules.contact_words import Speaker
from db.rules.words import CustomerKind
from desktop import contact_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from db.queries.contracts import PartyLine
    from db.queries.customers import CustomerHead

_FOR_PERSONS = (Speaker.CO_RESIDENT, Speaker.AGENT, Speaker.GUARDIAN, Speaker.HEIR)
_FOR_COMPANIES = (Speaker.EMPLOYEE, Speaker.AGENT)


def speakers_of(
    head: CustomerHead, parties: Sequence[PartyLine], today: dt.date
) -> list[tuple[Speaker, str]]:
    """Each one who may speak with the words to choose them by: 使用者 山田 花子."""
    named = {Speaker.USER: head.name}
    for party in parties:
        speaker = Speaker(party.role.value)
        ended = party.ended_on is not None and party.ended_on < today
        if not ended:
            named.setdefault(speaker, party.name)
    company = head.kind is CustomerKind.COMPANY
    others = (*(_FOR_COMPANIES if company else _FOR_PERSONS), Speaker.THIRD_PARTY)
    words = QCoreApplication.translate("Identity", "{role}: {name}")
    by_name = [
        (speaker, words.format(role=contact_words.speaker(speaker), name=named[speaker]))
        for speaker in Speaker
        if speaker in named
    ]
    return by_name + [(speaker, contact_words.speaker(speaker)) for speaker in others]
