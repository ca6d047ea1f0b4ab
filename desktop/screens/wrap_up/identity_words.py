"""Sentences of the identity check: what is asked, what came of it, what may be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.rules.contact_words import CheckItem, CheckResult, Disclosure
from db.rules.identity import may_be_told
from db.rules.periods import in_japan
from desktop import contact_words
from desktop import format as written
from desktop.labels import ChipWords
from desktop.theme import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.queries.contacts import Identity
    from db.rules.contact_words import Speaker
    from db.rules.identity import Asking

translate = QCoreApplication.translate


def outcome(identity: Identity | None) -> ChipWords:
    """The chip of a check: not yet, passed at what time, or not."""
    if identity is None:
        return ChipWords(translate("Identity", "Not checked"), Kind.WARN, "user")
    time = written.time_of_day(in_japan(identity.at))
    if identity.result is CheckResult.PASSED:
        words = translate("Identity", "Checked {time}").format(time=time)
        return ChipWords(words, Kind.OK, "okc")
    words = translate("Identity", "Not confirmed {time}").format(time=time)
    return ChipWords(words, Kind.ERR, "circle-x")


def how_known(identity: Identity) -> str:
    """Who was known, and by what: 使用者・運転免許証."""
    by = [contact_words.check_item(item) for item in identity.items]
    by = by or [contact_words.check_method(identity.method)]
    return _listed([contact_words.speaker(identity.speaker), *by])


def told(speaker: Speaker) -> str:
    """What somebody who is that may be told."""
    allowed = may_be_told(speaker)
    names = [contact_words.disclosure(each) for each in Disclosure if each in allowed]
    return translate("Identity", "May be told: {what}").format(what=_listed(names))


def withheld(speaker: Speaker) -> str:
    """What somebody who is that must not be told; nothing where all may be."""
    allowed = may_be_told(speaker)
    names = [contact_words.disclosure(each) for each in Disclosure if each not in allowed]
    if not names:
        return ""
    return translate("Identity", "Not to be told: {what}").format(what=_listed(names))


def request(asking: Asking) -> str:
    """What the clerk asks for, in one sentence."""
    if asking.impossible is not None:
        return impossible(asking.impossible)
    if asking.required and asking.one_of:
        return translate("Identity", "Ask for name and place, and for one of the others.")
    if asking.required:
        return translate("Identity", "Ask for name and place, then call back.")
    if asking.papers:
        return translate("Identity", "One document of their own, and the paper that entitles them.")
    return translate("Identity", "One document with a photo. Note its kind, never its number.")


def impossible(code: str) -> str:
    """Why nobody can be known this way, and what to do instead."""
    sentences = {
        "third_party_in_writing": translate(
            "Identity", "Landlords, police, lawyers ask in writing. A supervisor answers them."
        ),
        "nobody_speaks": translate("Identity", "In office work nobody speaks: nothing to check."),
        "no_agents_when_protected": translate(
            "Identity", "This customer is protected: nobody may speak for them."
        ),
        "no_phone_when_protected": translate(
            "Identity", "This customer is protected: nothing is told on the phone."
        ),
        "papers_not_by_phone": translate(
            "Identity", "Their papers must be seen: ask them to the counter, or to write."
        ),
    }
    return sentences[code]


def wanting(asking: Asking, items: tuple[CheckItem, ...]) -> str:
    """What is still to be asked for or seen."""
    always = [item for item in items if item not in asking.one_of]
    names = [contact_words.check_item(item) for item in always]
    if any(item in asking.one_of for item in items):
        names.append(_one_of_those(asking))
    return translate("Identity", "Still wanting: {what}").format(what=_listed(names))


def _one_of_those(asking: Asking) -> str:
    if asking.required:
        return translate("Identity", "one of the other questions")
    if asking.two_of:
        return translate("Identity", "one document with a photo (or both without)")
    return translate("Identity", "one document with a photo")


def _listed(names: Iterable[str]) -> str:
    return translate("Identity", ", ", "between things in a list").join(names)
