"""Opening a customer of a large city against opening one of a small town, in the same run.

Both towns stand in databases of the same kind, are warmed by the same number of openings, and are
then asked turn by turn for random customers. ``--customers 1000000`` makes 12,000,000 bills.
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from random import Random
from statistics import median, quantiles

from db.commands.audit import Actor
from db.engine import Database, open_engine
from db.guard.open_customer import open_bills, open_customer
from db.queries.alerts import customer_alerts
from db.queries.billing import billing_history
from db.queries.contracts import contract_details
from db.queries.customers import customer_head
from db.rules.contact_words import Channel
from db.rules.words import OpeningReason, Role
from db.upgrade import upgrade
from tests.bench.bulk_town import BILLS, TODAY, fill
from tests.bench.report import times_as_much
from tests.factories import add_staff
from tests.postgres import running_server

SMALL_TOWN = 10_000
OPENINGS = 400
TARGET = 1.5
_NOW = dt.datetime(2024, 9, 18, 9, 13, tzinfo=dt.UTC)
_CLERK = {"by": Actor(1, "bench"), "role": Role.COUNTER, "today": TODAY, "now": _NOW}


def arguments(parser):
    """Take the size of the large town, and the kinds of database."""
    parser.add_argument("--customers", type=int, default=100_000, help="in the large town")
    kinds = ["sqlite", "postgresql"]
    parser.add_argument("--database", choices=kinds, action="append", help="one kind only")
    parser.set_defaults(kinds=kinds)


def measure(options):
    """Compare both towns on each kind of database."""
    figures = []
    for kind in options.database or options.kinds:
        with towns(kind, options.customers) as (small, large):
            reading = compare(small, large, read_page)
            recording = compare(small, large, open_recorded)
        figures += _figures(kind, f"{options.customers:,}", reading, recording)
    return figures


def _figures(kind, customers, reading, recording):
    what = f"opening one of {customers} customers, {kind}"
    peer = f"one of {SMALL_TOWN:,}"
    (small, large), (small_recorded, large_recorded) = reading, recording
    return [
        times_as_much(
            f"{what}, median",
            median(large),
            "ms",
            peer=peer,
            peer_value=median(small),
            at_most=TARGET,
        ),
        times_as_much(f"{what}, p95", _p95(large), "ms", peer=peer, peer_value=_p95(small)),
        times_as_much(
            f"{what}, with its two records, median",
            median(large_recorded),
            "ms",
            peer=peer,
            peer_value=median(small_recorded),
        ),
    ]


def _p95(times):
    return quantiles(times, n=20)[-1]


def read_page(database, customer_id):
    """Read everything that a customer's page shows."""
    with database.reading() as session:
        head = customer_head(session, customer_id, role=Role.COUNTER, today=TODAY)
        contract_id = head.contracts[0].contract_id
        history = billing_history(session, contract_id, today=TODAY)
        details = contract_details(session, contract_id, role=Role.COUNTER, today=TODAY)
    customer_alerts(head, history, details, today=TODAY)
    assert len(history.rows) == BILLS


def open_recorded(database, customer_id):
    """Do the same through the seam, which commits a record of it before each look."""
    reason = OpeningReason.SEARCHED
    how = {"reason": reason, "channel": Channel.COUNTER}
    head = open_customer(database, customer_id, **how, **_CLERK).head
    contract_id = head.contracts[0].contract_id
    open_bills(database, contract_id, **_CLERK)
    with database.reading() as session:
        contract_details(session, contract_id, role=Role.COUNTER, today=TODAY)


def compare(small, large, act):
    """Give the milliseconds of ``act`` on random customers of both towns, taken turn by turn."""
    times = ([], [])
    random = Random(1)
    for turn in range(2 * OPENINGS):
        for (database, customers), taken in zip((small, large), times, strict=True):
            customer_id = random.randint(1, customers)
            began = time.perf_counter()
            act(database, customer_id)
            if turn >= OPENINGS:  # the first half warms both sides alike
                taken.append((time.perf_counter() - began) * 1000)
    return times


@contextmanager
def towns(kind, customers):
    """Yield the small town and the large one, as (database, customers) each."""
    with ExitStack() as stack:
        place = _place(stack, kind)
        found = []
        for name, size in (("small", SMALL_TOWN), ("large", customers)):
            url = place(name)
            upgrade(url)
            database = Database(open_engine(url))
            stack.callback(database.dispose)
            began = time.perf_counter()
            fill(database, size)
            with database.writing() as session:
                assert add_staff(session) == _CLERK["by"].staff_id
            took = f"{time.perf_counter() - began:.0f} s"
            print(f"{kind}: filled {size:,} customers in {took}", file=sys.stderr)
            found.append((database, size))
        yield found


def _place(stack, kind):
    if kind == "postgresql":
        server = stack.enter_context(running_server())
        return lambda _: server.url(server.create())
    folder = stack.enter_context(tempfile.TemporaryDirectory())
    return lambda name: f"sqlite:///{folder}/{name}.db"
