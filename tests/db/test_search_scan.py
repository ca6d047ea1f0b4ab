"""Whatever is typed finds what the definition finds in a look at everybody, in the same order."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import astuple, dataclass

import jaconv
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from db.commands.search_keys import forget, refresh
from db.models import (
    Bill,
    Contract,
    Customer,
    Location,
    Member,
    MemberContract,
    Meter,
    SearchKey,
)
from db.queries.protections import protected
from db.queries.search import find
from db.rules.search_rank import ranking
from db.rules.search_terms import matches, parse_query
from db.rules.search_text import SearchKeys
from db.rules.words import Role
from tests.db.findable import add_use
from tests.factories import add_bill
from tests.member_factories import add_member
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
BIRTHDAYS = [dt.date(1980, 4, 1), dt.date(1955, 12, 31)]
EMAILS = ["Taro.Yamada@example.jp", "hanako@example.jp"]


@dataclass(frozen=True)
class Town:
    """Everybody as they are registered: the keys by contract, and what else they are known by."""

    keys: dict
    payments: dict
    born: dict
    emails: dict
    ended: set
    hidden: set


def settle(session, dice, number):
    """One more contract of a small town."""
    (name, kana), (given_name, given_kana) = dice.choice(NAMES), dice.choice(GIVEN)
    town, reading = dice.choice(TOWNS)
    lot = f"{dice.randint(1, 3)}丁目{dice.randint(1, 30)}番{dice.randint(1, 9)}号"
    contract_id = add_use(
        session,
        f"{name} {given_name}" if dice.random() < 0.9 else f"㈱{name}設備",
        f"{kana} {given_kana}",
        town + lot,
        address_kana=reading + lot,
        phone=dice.choice([None, f"076-2{dice.randint(10, 99)}-{dice.randint(1000, 9999)}"]),
        born_on=dice.choice([None, *BIRTHDAYS]),
        email=dice.choice([None, *EMAILS]),
        portal_number=f"{1_702_000_000_000_000 + dice.randint(0, 999) * 1000 + number}",
        ended_on=dice.choice([None, None, LAST_YEAR]),
    )
    if dice.random() < 0.5:
        add_bill(session, contract_id, payment_number=f"81{dice.randint(0, 10**14 - 1):014}")
    return contract_id


def build_town(session, seed):
    """Forty contracts; the same for the same seed. One customer in five is protected."""
    dice = random.Random(seed)
    made = [settle(session, dice, number) for number in range(40)]
    for contract_id in made[::5]:
        add_protection(session, session.get(Contract, contract_id).customer_id)
    add_member(session, None, [made[1]], email="Hanako@Example.jp")
    return made


def change_town(session, made, seed):
    """A day's work: names, places and phones change, a few move away for good, a few come."""
    dice = random.Random(seed + 100)
    changed = dice.sample(made, 15)
    for contract_id in changed:
        contract = session.get(Contract, contract_id)
        customer = session.get(Customer, contract.customer_id)
        (customer.name, customer.kana), _given = dice.choice(NAMES), dice.choice(GIVEN)
        customer.phone = f"076-2{dice.randint(10, 99)}-{dice.randint(1000, 9999)}"
        place = session.get(Location, contract.location_id)
        place.address, place.address_kana = "新町1丁目2番3号", "シンマチ1チョウメ2バン3ゴウ"
    refresh(session, changed)
    without_bills = select(Contract.id).where(Contract.id.not_in(select(Bill.contract_id)))
    gone = [one for one in session.scalars(without_bills) if one in made[2:]][:5]
    forget(session, gone)
    session.execute(delete(Contract).where(Contract.id.in_(gone)))
    for number in range(40, 45):
        settle(session, dice, number)


def everybody(session):
    """The whole town, read without any index."""
    keys = {
        row.contract_id: SearchKeys(row.name, row.kana, row.address, row.phone, row.numbers)
        for row in session.scalars(select(SearchKey))
    }
    payments, emails = ({contract_id: set() for contract_id in keys} for _ in range(2))
    for contract_id, number in session.execute(select(Bill.contract_id, Bill.payment_number)):
        payments[contract_id].add(number)
    whose = select(Contract.id, Customer.email, Customer.born_on, Contract.ended_on).join(Customer)
    born, ended = {}, set()
    for contract_id, email, born_on, ended_on in session.execute(whose):
        emails[contract_id].add((email or "").lower())
        born[contract_id] = born_on
        ended |= {contract_id} if ended_on and ended_on < TODAY else set()
    held = select(MemberContract.contract_id, Member.email).join(Member)
    for contract_id, email in session.execute(held):
        emails[contract_id].add(email.lower())
    hidden = set(session.scalars(select(Contract.id).where(protected(Contract.customer_id))))
    return Town(keys, payments, born, emails, ended, hidden)


def known_by(town, contract_id, term):
    """Whether a word is something a contract is known by that is not among its keys."""
    return (
        term.number in town.payments[contract_id]
        or (term.born_on is not None and term.born_on == town.born[contract_id])
        or (
            term.email != "" and any(one.startswith(term.email) for one in town.emails[contract_id])
        )
    )


def full_scan(town, among, text):
    """What a search must give: the definition, over everybody, in order."""
    terms = parse_query(text).terms
    found = [
        one
        for one in among
        if matches(town.keys[one], tuple(t for t in terms if not known_by(town, one, t)))
    ]
    best = ranking(terms)
    return sorted(
        found, key=lambda one: (best.place(astuple(town.keys[one]), ended=one in town.ended), one)
    )


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
        made = build_town(session, seed)
    with database.reading() as session:
        compare(session, examples=60)
    with database.writing() as session:
        change_town(session, made, seed)
    with database.reading() as session:
        compare(session, examples=40)


def compare(session, *, examples):
    """Ask for whatever is registered, and for what is not, as two roles."""
    town = everybody(session)
    assert 0 < len(town.hidden) < len(town.keys)
    columns = (Customer.name, Customer.kana, Meter.serial, Bill.payment_number)
    texts = [text for column in columns for text in session.scalars(select(column))]
    texts += [
        word
        for keys in town.keys.values()
        for word in (keys.address, keys.phone, keys.numbers)
        if word
    ]
    whole = st.sampled_from(["1980-04-01", "昭和55年4月1日", "S55.4.1", *map(str.upper, EMAILS)])

    @settings(max_examples=examples, **ON_EITHER)
    @given(typed(texts) | st.text(st.sampled_from("山田二ニ町-1234 ハはｶﾞ%_ー"), max_size=8) | whole)
    def holds(text):
        if parse_query(text).problem is None:
            for role, among in (
                (Role.COUNTER, town.keys.keys() - town.hidden),
                (Role.SUPERVISOR, town.keys.keys()),
            ):
                found = find(session, text, role=role, today=TODAY, limit=100)
                expected = full_scan(town, among, text)
                assert [row.contract_id for row in found.rows] == expected
                assert (found.total, found.uncounted) == (len(expected), False)

    holds()
