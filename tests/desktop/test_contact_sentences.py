"""Whatever a contact is refused with, the clerk is told so in words, with the cure."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import db.commands
from db.rules.contact_words import Channel, Speaker
from db.rules.identity import impossible
from desktop.contact_sentences import contact_sentences

COMMANDS = Path(db.commands.__file__).parent
MODULES = (
    "contacts",
    "own_contact",
    "identity_checks",
    "reveals",
    "drafts",
    "requests",
    "call_back",
)
ELSEWHERE = {"permission.denied", "customer.gone", "contract.gone"}
FACTS = {"contact.parked_full": {"most"}}


def test_every_code_of_a_contact_has_its_sentence():
    told = set()
    for module in MODULES:
        source = (COMMANDS / f"{module}.py").read_text(encoding="utf-8")
        told |= set(re.findall(r'RuleBroken\("([a-z_.]+)"', source))
    asked = (
        impossible(channel, speaker, protected=protected)
        for channel in Channel
        for speaker in Speaker
        for protected in (False, True)
    )
    told |= {f"identity.{why}" for why in asked if why is not None}
    assert told - ELSEWHERE == set(contact_sentences())


def test_a_sentence_names_only_what_its_error_carries():
    for code, sentence in contact_sentences().items():
        gaps = {name for _, name, _, _ in Formatter().parse(sentence) if name}
        assert gaps == FACTS.get(code, set())
