"""The names, places and notes of the fictional town, read once from ``resources/demo``."""

from __future__ import annotations

import csv
import functools
import itertools
import tomllib
from bisect import bisect
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from db.demo.romaji import latin

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

T = TypeVar("T")


class Word(NamedTuple):
    """A name or part of one: as written, its reading, and in Latin letters."""

    text: str
    kana: str
    latin: str


class Town(NamedTuple):
    """A town (町) of Kanazawa, from the post office's public data.

    ``form`` says how its places are numbered: ``chome`` 本町1丁目4-12, ``lot`` 安江町12-8,
    ``iroha`` 磯部町ニ45番地, ``stem`` 乙丸町甲10番地, ``branch`` 松寺町子12番地. Which town has how
    many 丁目 is partly invented.
    """

    postal_code: str
    text: str
    kana: str
    latin: str
    form: str
    chome: int
    number: int


class Weighted(Generic[T]):
    """Things of which some are drawn more often than others."""

    def __init__(self, things: Sequence[T], weights: Sequence[float]) -> None:
        self.things = tuple(things)
        self._sums = tuple(itertools.accumulate(weights))

    def draw(self, random: Random) -> T:
        """One of them, by weight."""
        return self.things[bisect(self._sums, random.random() * self._sums[-1])]


def drawn(things: Sequence[T], random: Random) -> T:
    """One of ``things``, each as likely; takes one number from ``random``."""
    return things[int(random.random() * len(things))]


@functools.cache
def surnames() -> Weighted[Word]:
    """Surnames by about their real frequency, those of 石川県 somewhat raised."""
    rows = _csv("surnames")
    words = [Word(row["surname"], row["kana"], latin(row["kana"])) for row in rows]
    return Weighted(words, [int(row["weight"]) for row in rows])


@functools.cache
def given_names(gender: str, born: str) -> tuple[Word, ...]:
    """Given names of women ``f`` or men ``m`` who are ``old``, ``mid`` or ``young``."""
    return tuple(
        Word(row["given"], row["kana"], latin(row["kana"]))
        for row in _csv("given_names")
        if (row["gender"], row["born"]) == (gender, born)
    )


@functools.cache
def company_parts(part: str) -> tuple[Word, ...]:
    """What the names of invented companies are made of: place, trade, shop, front or back."""
    return tuple(
        Word(row["text"], row["kana"], row["latin"])
        for row in _csv("companies")
        if row["part"] == part
    )


@functools.cache
def foreigners() -> tuple[Word, ...]:
    """Names as on a residence card (在留カード), with a reading."""
    return _words("foreigners")


@functools.cache
def buildings() -> tuple[Word, ...]:
    """Names of blocks of flats."""
    return _words("buildings")


@functools.cache
def towns() -> Weighted[Town]:
    """The towns by about how many live there."""
    rows = _csv("towns")
    found = [
        Town(
            postal_code=row["postal_code"],
            text=row["town"],
            kana=row["kana"],
            latin=latin(row["kana"]),
            form=row["form"],
            chome=int(row["chome"] or 0),
            number=number,
        )
        for number, row in enumerate(rows)
    ]
    return Weighted(found, [int(row["weight"]) for row in rows])


@functools.cache
def notes() -> dict[str, str]:
    """The standing notes that staff left, by what they are about."""
    return {row["case"]: row["note"] for row in _csv("notes")}


@functools.cache
def announcements() -> tuple[dict[str, Any], ...]:
    """What the bureau announces, to everybody or about one case."""
    return tuple(_toml("announcements")["announcement"])


@functools.cache
def story() -> tuple[dict[str, Any], ...]:
    """The customers that every town has."""
    return tuple(_toml("story")["customer"])


@functools.cache
def banks() -> tuple[tuple[str, str], ...]:
    """Invented banks and their branches."""
    return tuple((row["bank"], row["branch"]) for row in _csv("banks"))


@functools.cache
def care() -> dict[str, Any]:
    """What staff noted: protections, the reasons of holds, and contacts."""
    return _toml("care")


def _words(name: str) -> tuple[Word, ...]:
    return tuple(Word(row["name"], row["kana"], row["latin"]) for row in _csv(name))


def _csv(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(_text(f"{name}.csv").splitlines()))


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(_text(f"{name}.toml"))


def _text(name: str) -> str:
    return (files("resources") / "demo" / name).read_text(encoding="utf-8")
