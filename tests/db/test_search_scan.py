"""Whatever is typed finds what the definition finds in a look at everybody, in the same order."""

from __future__ import annotations

import datetime as dt
import random

import jaconv
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db.models import Bill, Contract, Customer, Meter, SearchKey
from db.queries.protections import protected
from db.queries.search import find
from db.rules.search_terms import matches, parse_query
from db.rules.search_text import SearchKeys
from db.rules.words import Role
from tests.db.findable import add_use
from tests.factories import add_bill
from tests.protection_factories import add_protection

TODAY = dt.date(2024, 9, 18)
LAST_YEAR = dt.date(2023, 9, 30)
ON_EITHER = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}
NAMES = [
    ("山田", "ヤマダ"),
    ("髙橋", "タカハシ"),
    ("二口", "フタクチ"),
    ("八田", "ハッタ"),
    ("林", "ハヤシ"),
]
GIVEN = [("花子", "ハナコ"), ("一", "ハジメ"), ("ニコル", "ニコル"), ("千夏", "チナツ")]
TOWNS = [
    ("片町", "カタマチ"),
    ("磯部町ニ", "イソベマチニ"),
    ("光が丘", "ヒカリガオカ"),
    ("二ツ屋町", "フタツヤマチ"),
]


def build_town(session, seed):
    """Forty contracts of a small town; the same for the same seed."""
    dice = random.Random(seed)
    made = []
    for number in range(40):
        (name, kana), (given_name, given_kana) = dice.choice(NAMES), dice.choice(GIVEN)
        town, reading = dice.choice(TOWNS)
        lot = f"{dice.randint(1, 3)}丁目{dice.randint(1, 30)}番{dice.randint(1, 9)}号"
        made.append(
            add_use(
                session,
                f"{name} {given_name}" if dice.random() < 0.9 else f"㈱{name}設備",
                f"{kana} {given_kana}",
                town + lot,
                address_kana=reading + lot,
                phone=dice.choice(
                    [None, f"076-2{dice.randint(10, 99)}-{dice.randint(1000, 9999)}"]
                ),
                portal_number=f"{1_702_000_000_000_000 + dice.randint(0, 999) * 1000 + number}",
                ended_on=dice.choice([None, None, LAST_YEAR]),
            )
        )
        if dice.random() < 0.5:
            add_bill(session, made[-1], payment_number=f"81{dice.randint(0, 10**14 - 1):014}")
    return made


def everybody(session):
    """Every contract's keys, and its payment numbers, by id."""
    keys = {
        row.contract_id: SearchKeys(row.name, row.kana, row.address, row.phone, row.numbers)
        for row in session.scalars(select(SearchKey))
    }
    payments = {contract_id: set() for contract_id in keys}
    for contract_id, number in session.execute(select(Bill.contract_id, Bill.payment_number)):
        payments[contract_id].add(number)
    return keys, payments


def full_scan(keys, payments, ended, text):
    """What a search must give: the definition, over everybody, in order."""
    terms = parse_query(text).terms
    found = [
        contract_id
        for contract_id, key in keys.items()
        if matches(key, tuple(t for t in terms if t.number not in payments[contract_id]))
    ]
    words = {form for term in terms for form in term.forms}
    words.add("".join(term.forms[0] for term in terms))

    def place(contract_id):
        key = keys[contract_id]
        texts = (key.name, key.kana)
        same = any(f"{text} ".startswith(f"{word} ") for text in texts for word in words)
        begins = any(text.startswith(word) for text in texts for word in words)
        distance = 0 if same else 1 if begins else 2
        return contract_id in ended, distance, key.kana, key.address, contract_id

    return sorted(found, key=place)


@st.composite
def typed(draw, texts):
    """One to three pieces of what is registered, written in some way or other."""
    pieces = []
    for _ in range(draw(st.integers(1, 3))):
        text = draw(st.sampled_from(texts))
        start = draw(st.integers(0, len(text) - 1))
        piece = text[start : draw(st.integers(start + 1, len(text)))]
        write = draw(st.sampled_from([str, jaconv.kata2hira, jaconv.z2h, jaconv.h2z, str.upper]))
        pieces.append(write(piece))
    return draw(st.sampled_from([" ", "　", ""])).join(pieces)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_search_finds_what_a_full_scan_finds(database, seed):
    with database.writing() as session:
        for contract_id in build_town(session, seed)[::5]:
            add_protection(session, session.get(Contract, contract_id).customer_id)
    with database.reading() as session:
        _compare(session)


def _compare(session):
    keys, payments = everybody(session)
    hidden = set(session.scalars(select(Contract.id).where(protected(Contract.customer_id))))
    assert 0 < len(hidden) < len(keys)
    seen = {number: key for number, key in keys.items() if number not in hidden}
    ended = set(session.scalars(select(Contract.id).where(Contract.ended_on < TODAY)))
    texts = [
        row for kind in (Customer.name, Customer.kana) for row in session.scalars(select(kind))
    ]
    texts += [*session.scalars(select(Meter.serial)), *session.scalars(select(Bill.payment_number))]
    texts += [
        word for key in keys.values() for word in (key.address, key.phone, key.numbers) if word
    ]

    @settings(**ON_EITHER)
    @given(typed(texts) | st.text(st.sampled_from("山田二ニ町-1234 ハはｶﾞ%_ー"), max_size=8))
    def holds(text):
        if parse_query(text).problem is None:
            for role, theirs in ((Role.COUNTER, seen), (Role.SUPERVISOR, keys)):
                found = find(session, text, role=role, today=TODAY, limit=100).rows
                everything = full_scan(theirs, payments, ended, text)
                assert [row.contract_id for row in found] == everything

    holds()
