"""The words of a mail, from ``resources/mail``."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass, field
from importlib.resources import files
from string import Formatter
from typing import TYPE_CHECKING, Any

from db.rules.periods import in_japan

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from db.rules.member_words import MailKind, MailLanguage


@dataclass(frozen=True, slots=True)
class MailText:
    """What a mail says."""

    subject: str
    body: str = field(repr=False)


def mail_text(kind: MailKind, language: MailLanguage, facts: Mapping[str, str]) -> MailText:
    """The mail of a kind with its gaps filled; a line that names an unknown fact is left out."""
    subject, _, body = _read(f"{kind}.{language}.txt").partition("\n")
    lines = (body.strip("\n") + "\n" + _read(f"closing.{language}.txt")).splitlines()
    known = {name: fact for name, fact in facts.items() if fact}
    told = [line.format_map(known) for line in lines if _gaps(line) <= known.keys()]
    return MailText(subject, "\n".join(told) + "\n")


def moment(at: dt.datetime, language: MailLanguage) -> str:
    """A moment in Japan, to the minute."""
    return str(_words(language)["moment"]).format(at=in_japan(at))


def changed_items(codes: str, language: MailLanguage) -> str:
    """What was changed, of the codes with spaces or commas between that have a word."""
    words = _words(language)
    known = dict.fromkeys(words["items"].get(code) for code in codes.replace(",", " ").split())
    return str(words["between_items"]).join(word for word in known if word)


def _gaps(line: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(line) if name is not None}


@functools.cache
def _read(name: str) -> str:
    return (files("resources") / "mail" / name).read_text(encoding="utf-8")


def _words(language: MailLanguage) -> dict[str, Any]:
    words: dict[str, Any] = json.loads(_read(f"words.{language}.json"))
    return words
