"""Every keystroke of 200 searches in a large city, against LIKE '%x%' over what is registered.

A keystroke is what the program asks the database for after it: the list, best first, and the count.
On SQLite, which works within the program, both sides are measured in processor time.
``--customers`` may be given twice: the last city is then compared with the first.
"""

from __future__ import annotations

import time
from random import Random
from statistics import median, quantiles

import jaconv
from sqlalchemy import func, select, text

from db.models import Contract, Customer, Location, Meter, SearchKey
from db.queries.protections import protected
from db.queries.search import find
from db.queries.search_filters import SearchFilter
from db.rules.search_terms import matches, parse_query
from db.rules.search_text import SearchKeys
from db.rules.words import Role
from tests.bench.report import alone, at_most, times_as_much, times_better
from tests.bench.search_town import TODAY, city

SEARCHES = 200
TARGETS = {"sqlite": 50, "postgresql": 30}
LARGER = 3
_CLOCKS = {"sqlite": time.thread_time, "postgresql": time.perf_counter}
_NAIVE = 40
_FILTERED = 200
_SCANNED = 40
_ROWS = 100

_WARM_UP = 100
_COLUMNS = (
    *("customer.name", "customer.kana", "customer.latin_name", "customer.phone"),
    *("location.address", "location.address_kana"),
    *("contract.portal_number", "contract.customer_number"),
)
_INDEX_SIZE = {
    "sqlite": "SELECT sum(length(block)) FROM search_index_data",
    "postgresql": "SELECT pg_relation_size('ix_search_key_tokens')",
}


def arguments(parser):
    """Take the sizes of the cities, and the kinds of database."""
    parser.add_argument("--customers", type=int, action="append", help="100000 unless given")
    kinds = list(TARGETS)
    parser.add_argument("--database", choices=kinds, action="append", help="one kind only")


def measure(options):
    """Type the same searches into each city, on each kind of database."""
    figures = []
    for kind in options.database or TARGETS:
        first = None
        for customers in options.customers or [100_000]:
            with city(kind, customers) as (database, built_s):
                found, p95 = _measured(database, kind, customers)
            what = f"{kind}, {customers:,} customers"
            figures += [*found, alone(f"keys and index made anew, {what}", built_s, "s")]
            if first is None:
                first = p95
            else:
                peer = {"peer": "the first city", "peer_value": first, "at_most": LARGER}
                figures.append(times_as_much(f"a keystroke, p95, {what}", p95, "ms", **peer))
    return figures


def _measured(database, kind, customers):
    what = f"{kind}, {customers:,} customers"
    random = Random(7)
    typed = [text for whole in searches(database, random) for text in keystrokes(whole)]
    typed = [text for text in typed if parse_query(text).problem is None]
    ask(database, random.sample(typed, _WARM_UP))
    taken, naive = _in_turn(database, typed)
    p95, peer = _p95(taken), "LIKE '%x%'"
    figures = [
        times_better(
            f"a keystroke, p95, {what}",
            p95,
            "ms",
            peer=peer,
            peer_value=_p95(naive),
            at_least=TARGETS[kind],
        ),
        times_better(
            f"a keystroke, median, {what}",
            median(taken),
            "ms",
            peer=peer,
            peer_value=median(naive),
        ),
        alone(f"a keystroke, longest of {len(taken)}, {what}", max(taken), "ms"),
    ]
    for only in (SearchFilter.MEMBERS, SearchFilter.UNPAID):
        some = ask(database, random.sample(typed, _FILTERED), only=only)
        figures.append(alone(f"a keystroke, p95, {only} only, {what}", _p95(some), "ms"))
    differing = _differing(database, random.sample(typed, _SCANNED))
    figures.append(at_most(f"searches unlike a full scan, {what}", differing, "", most=0))
    with database.reading() as session:
        size = session.scalar(text(_INDEX_SIZE[kind])) / 1e6
    return [*figures, alone(f"index, {what}", size, "MB")], p95


def _in_turn(database, typed):
    """Ask for everything typed, and for some of it naively too: both under the same load."""
    taken, naive = [], []
    for turn, each in enumerate(typed):
        taken += ask(database, [each])
        if turn % (len(typed) // _NAIVE) == 0:
            naive.append(_naive(database, each))
    return taken, naive


def searches(database, random):
    """What clerks type, of customers drawn at random: names, readings, places, numbers, mixed."""
    ways = [_WAYS[turn % len(_WAYS)] for turn in range(SEARCHES)]
    whose = (
        select(
            Customer.name,
            Customer.kana,
            Customer.phone,
            Customer.born_on,
            Location.address,
            Location.address_kana,
            Contract.portal_number,
            Contract.customer_number,
            Meter.serial,
        )
        .select_from(Contract)
        .join(Customer, Customer.id == Contract.customer_id)
        .join(Location, Location.id == Contract.location_id)
        .join(Meter, Meter.location_id == Location.id)
    )
    with database.reading() as session:
        most = session.scalar(select(func.max(Contract.id)))
        for way in ways:
            row = session.execute(whose.where(Contract.id == random.randint(1, most))).first()
            yield way(row)


def _surname(row):
    return row.name.split()[0]


def _street(row):
    return row.address.removeprefix("金沢市")


def _town(row):
    return "".join(letter for letter in _street(row)[:8] if not letter.isdigit())[:3]


def _tail(row):
    return (row.phone or "076-123-4567")[-4:]


_WAYS = (
    _surname,
    lambda row: row.name,
    lambda row: row.kana,
    lambda row: jaconv.kata2hira(row.kana),
    lambda row: f"{_surname(row)} {_town(row)}",
    lambda row: f"{row.kana.split()[0]} {row.address_kana.removeprefix('カナザワシ')[:4]}",
    _street,
    lambda row: f"{_surname(row)} {_street(row)}",
    _tail,
    lambda row: f"{_surname(row)} {_tail(row)}",
    lambda row: row.phone or "076-123-4567",
    lambda row: row.portal_number,
    lambda row: row.customer_number,
    lambda row: row.serial,
    lambda row: f"{_surname(row)} {row.born_on or TODAY}",
    lambda row: row.name.replace(" ", ""),
)


def keystrokes(whole):
    """Give what stands in the box after each key."""
    return [whole[:end] for end in range(1, len(whole) + 1) if whole[end - 1] != " "]


def ask(database, typed, *, only=SearchFilter.ALL):
    """Give the milliseconds that each search takes."""
    taken = []
    for each in typed:
        with database.reading() as session:
            clock = _CLOCKS[database.engine.dialect.name]
            began = clock()
            find(session, each, role=Role.COUNTER, today=TODAY, only=only)
            taken.append((clock() - began) * 1000)
    return taken


def _naive(database, typed):
    words = {f"w{at}": f"%{word}%" for at, word in enumerate(typed.split())}
    holds = " AND ".join(
        f"({' OR '.join(f'{column} LIKE :{word}' for column in _COLUMNS)})" for word in words
    )
    statement = text(
        "SELECT contract.id, customer.name, location.address FROM contract "
        "JOIN customer ON customer.id = contract.customer_id "
        "JOIN location ON location.id = contract.location_id "
        f"WHERE {holds} ORDER BY customer.kana LIMIT {_ROWS}"
    )
    with database.reading() as session:
        clock = _CLOCKS[database.engine.dialect.name]
        began = clock()
        session.execute(statement, words).all()
        return (clock() - began) * 1000


def _differing(database, typed):
    """How many of the searches do not find what the definition finds in a look at everybody."""
    asked = {each: parse_query(each).terms for each in typed}
    asked = {each: terms for each, terms in asked.items() if not any(t.beside for t in terms)}
    expected = {each: set() for each in asked}
    with database.reading() as session:
        hidden = set(session.scalars(select(Contract.id).where(protected(Contract.customer_id))))
        everybody = select(
            SearchKey.contract_id,
            *(getattr(SearchKey, name) for name in SearchKeys.__dataclass_fields__),
        )
        for contract_id, *keys in session.execute(everybody.execution_options(yield_per=10_000)):
            whole = SearchKeys(*keys)
            if contract_id not in hidden:
                for each, terms in asked.items():
                    if matches(whole, terms):
                        expected[each].add(contract_id)
        return sum(_unlike(session, each, right) for each, right in expected.items())


def _unlike(session, typed, right):
    found = find(session, typed, role=Role.COUNTER, today=TODAY, limit=1000)
    listed = {row.contract_id for row in found.rows}
    if found.uncounted:
        return len(right) <= found.total or not listed <= right
    return listed != right or found.total != len(right)


def _p95(times):
    return quantiles(times, n=20)[-1]
