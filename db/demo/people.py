"""The fictional people and companies of the town: names with readings, telephones, birthdays.

Nobody can be reached by these numbers: no local number of Kanazawa (076) begins with 1, and
no mobile number has a 0 behind 090, 080 or 070. Mail addresses end in reserved names (RFC 2606).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from db.demo.tables import Word, company_parts, drawn, foreigners, given_names, surnames
from db.rules.words import CustomerKind

if TYPE_CHECKING:
    from random import Random

LONG_NAME: Final = Word(
    "MARIA FERNANDA APARECIDA DOS SANTOS OLIVEIRA SOUZA YAMASHITA",
    "マリア フェルナンダ アパレシーダ ドス サントス オリベイラ ソウザ ヤマシタ",
    "Maria Fernanda Aparecida dos Santos Oliveira Souza Yamashita",
)
"""Sixty characters: the longest name that a window envelope has to show."""

_AGES: Final = (("young", 22, 36), ("mid", 37, 62), ("old", 63, 96))


@dataclass(frozen=True, slots=True)
class Person:
    """A customer to be: a person or a company."""

    kind: CustomerKind
    name: str
    kana: str
    latin: str
    phone: str | None
    email: str | None = None
    born_on: str | None = None
    surname: Word | None = None


def resident(random: Random, today: dt.date, surname: Word | None = None) -> Person:
    """A person of any age; of the same family when ``surname`` is given."""
    surname = surname or surnames().draw(random)
    share = random.random()
    era, youngest, oldest = _AGES[0 if share < 0.24 else 1 if share < 0.66 else 2]
    given = drawn(given_names("f" if random.random() < 0.42 else "m", era), random)
    years = youngest + random.random() * (oldest - youngest)
    latin = f"{given.latin} {surname.latin}"
    mail = f"{given.latin}.{surname.latin}{int(years)}@example.jp".lower()
    return Person(
        kind=CustomerKind.PERSON,
        name=f"{surname.text} {given.text}",
        kana=f"{surname.kana} {given.kana}",
        latin=latin,
        phone=phone(random, mobile=era != "old"),
        email=mail if random.random() < 0.25 else None,
        born_on=(today - dt.timedelta(days=int(years * 365.25))).isoformat(),
        surname=surname,
    )


def foreigner(random: Random, today: dt.date, name: Word | None = None) -> Person:
    """A resident whose name stands on a residence card."""
    name = name or drawn(foreigners(), random)
    born_on = today - dt.timedelta(days=int((20 + random.random() * 40) * 365.25))
    return Person(
        kind=CustomerKind.PERSON,
        name=name.text,
        kana=name.kana,
        latin=name.latin,
        phone=phone(random, mobile=True),
        born_on=born_on.isoformat(),
    )


def company(random: Random) -> Person:
    """An invented company, or a shop named after its owner."""
    digits = phone(random, mobile=False)
    share = random.random()
    if share < 0.3:
        owner, shop = surnames().draw(random), drawn(company_parts("shop"), random)
        names = (owner.text + shop.text, owner.kana + shop.kana, f"{owner.latin} {shop.latin}")
        return Person(CustomerKind.COMPANY, *names, digits)
    place = drawn(company_parts("place"), random) if share < 0.8 else surnames().draw(random)
    trade = drawn(company_parts("trade"), random)
    front = random.random() < 0.6
    form = drawn(company_parts("front" if front else "back"), random)
    name = place.text + trade.text
    return Person(
        kind=CustomerKind.COMPANY,
        name=form.text + name if front else name + form.text,
        kana=place.kana + trade.kana,
        latin=f"{place.latin} {trade.latin} {form.latin}",
        phone=digits,
    )


def phone(random: Random, *, mobile: bool) -> str | None:
    """A number nobody has; a few left none."""
    share = random.random()
    if share < 0.03:
        return None
    tail = int(random.random() * 10_000)
    if mobile or share < 0.3:
        front = "090" if share < 0.6 else "080" if share < 0.9 else "070"
        return f"{front}-0{int(random.random() * 1000):03}-{tail:04}"
    return f"076-1{int(random.random() * 100):02}-{tail:04}"
