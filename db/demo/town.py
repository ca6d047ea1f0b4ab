"""Fills an empty database with a fictional town: the same from the same seed, size and day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from random import Random
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from db.commands import search_keys
from db.demo import story
from db.demo.bulk import filling, refresh_statistics
from db.demo.bureau import announce, open_bureau
from db.demo.care import note_accounts, take_care
from db.demo.cases import CASES, COMMON, FEWEST, ORDINARY
from db.demo.contracts import Register
from db.demo.households import settle
from db.demo.memberships import join
from db.demo.papers import issue_papers
from db.demo.rows import Rows
from db.errors import RuleBroken
from db.models import Contract, Customer
from db.rules.periods import TOKYO, day_in_japan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from db.demo.cases import Case
    from db.engine import Database

    Progress = Callable[[int, int], None]

LEAST_CUSTOMERS: Final = story.CUSTOMERS + FEWEST
"""A smaller town would lack some kind of customer."""

EARLIEST: Final = dt.date(2020, 10, 1)
"""Six years of bills before an earlier day would need prices that the bureau no longer knows."""

DELIVERED: Final = dt.time(6, 10, tzinfo=TOKYO)
"""When the billing host's delivery comes in the morning."""

_ROWS_AT_ONCE: Final = 100_000
_KEYS_AT_ONCE: Final = 10_000
_ANNOUNCED_TO: Final = 3


def fill(
    database: Database,
    *,
    customers: int = 300,
    seed: int = 1,
    as_of: dt.date | dt.datetime,
    progress: Progress | None = None,
) -> None:
    """Fill an empty, upgraded database with ``customers`` customers and all that is theirs.

    ``as_of`` is the day of the last delivery, or its aware instant; a day means 6:10 that morning.
    ``progress`` is told how many customers there are so far, and of how many. Raises
    ``demo.too_few``, ``demo.too_early``, and ``demo.not_empty`` for a database with customers.
    """
    delivered_at = _delivered(as_of)
    today = day_in_japan(delivered_at)
    if customers < LEAST_CUSTOMERS:
        raise RuleBroken("demo.too_few", customers=customers, least=LEAST_CUSTOMERS)
    if today < EARLIEST:
        raise RuleBroken("demo.too_early", as_of=today, earliest=EARLIEST)
    with database.reading() as session:
        if session.scalar(select(Customer.id).limit(1)) is not None:
            raise RuleBroken("demo.not_empty")
    register = Register(Rows(), today)
    named = _people(database, register, customers, seed, progress)
    with database.writing() as session:
        seen_to = register.calendar.seen_to
        made_from = made_of(customers=customers, seed=seed, today=today)
        open_bureau(
            session, delivered_at=delivered_at, payments_seen_to=seen_to, made_from=made_from
        )
        announce(session, today, named)
    join(database, delivered_at)
    note_accounts(database)
    with database.writing() as session:
        take_care(session, delivered_at, named)
    issue_papers(database, delivered_at)
    _write_search_keys(database)
    refresh_statistics(database.engine)


def made_of(*, customers: int, seed: int, today: dt.date) -> str:
    """How a town names what it was made of, in the setting ``database.made_from``."""
    return f"seed={seed} customers={customers} as_of={today}"


def _people(
    database: Database,
    register: Register,
    customers: int,
    seed: int,
    progress: Progress | None,
) -> dict[str, list[int]]:
    """Settle everybody; gives the first contracts of each case."""
    named: dict[str, list[int]] = defaultdict(list)
    random = Random(seed)  # noqa: S311 - a fictional town needs no secrets
    with filling(database.engine) as filler:
        hosts = story.tell(register, random)
        named["exchange_soon"].append(1)
        settled = story.CUSTOMERS
        for number, case in enumerate(_cases(customers - settled, random)):
            random.seed(seed * 1_000_003 + number)
            contract_id = settle(register, hosts, case, random)
            settled += case.customers
            if len(named[case.name]) < _ANNOUNCED_TO:
                named[case.name].append(contract_id)
            if len(register.rows) >= _ROWS_AT_ONCE:
                filler.put(register.rows)
                if progress:
                    progress(settled, customers)
        filler.put(register.rows)
    if progress:
        progress(settled, customers)
    return named


def _cases(customers: int, random: Random) -> Iterator[Case]:
    """Every case once, then cases by how common they are, for exactly so many customers."""
    yield from CASES
    left = customers - FEWEST
    while left > 0:
        case = COMMON.draw(random)
        if case.customers > left:
            case = ORDINARY
        left -= case.customers
        yield case


def _write_search_keys(database: Database) -> None:
    start = 0
    while True:
        with database.writing() as session:
            wanted = select(Contract.id).where(Contract.id > start).order_by(Contract.id)
            ids = session.scalars(wanted.limit(_KEYS_AT_ONCE)).all()
            if not ids:
                return
            search_keys.refresh(session, ids)
            start = ids[-1]


def _delivered(as_of: dt.date | dt.datetime) -> dt.datetime:
    if isinstance(as_of, dt.datetime):
        return as_of
    return dt.datetime.combine(as_of, DELIVERED)
