"""A batch of 10,000 reminders end to end: chosen, numbered, printed, kept, written into a folder.

Everything that a supervisor waits for is in it: the selection, one transaction a bundle, the PDF of
each, the control list and the totals. ``--customers 36367`` gives
some 10,000 who owe one bill each, any multiple of 40 a few who owe all.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import tempfile
import time
import uuid
from contextlib import contextmanager
from pathlib import Path

from db.commands.audit import Actor
from db.commands.batches import plan
from db.engine import Database, open_engine
from db.queries.batch_candidates import batch_candidates
from db.rules.batch_criteria import BatchCriteria
from db.rules.issuer import Issuer
from db.rules.paper import PaperKind
from db.rules.words import Role
from db.upgrade import upgrade
from desktop.batch_run import run
from desktop.format import LanguageCode
from tests.bench.bulk_town import TODAY, fill
from tests.bench.report import alone, at_most
from tests.factories import add_staff
from tests.postgres import running_server

NOTICES = 10_000
MOST_MS = 10  # 100 notices a second on a machine that does nothing else
MOST_MB = 60
_NOW = dt.datetime(2024, 9, 18, 1, 0, tzinfo=dt.UTC)
_ISSUER = Issuer("金沢市企業局", "Kanazawa City", "料金センター", "Billing centre", "佐藤", "Sato")
_PAGE = os.sysconf("SC_PAGE_SIZE")


def arguments(parser):
    """Take the size of the town, and the kinds of database."""
    parser.add_argument(
        "--customers", type=int, default=36_367, help="7 more than a multiple of 40"
    )
    kinds = ["sqlite", "postgresql"]
    parser.add_argument("--database", choices=kinds, action="append", help="one kind only")
    parser.set_defaults(kinds=kinds)


def measure(options):
    """Run one batch on each kind of database."""
    figures = []
    for kind in options.database or options.kinds:
        with town(kind, options.customers) as database, tempfile.TemporaryDirectory() as folder:
            figures += _batch(database, kind, Path(folder))
    return figures


def _batch(database, kind, folder):
    with database.writing() as session:
        by = Actor(add_staff(session, role=Role.SUPERVISOR), "bench")
    criteria = BatchCriteria(kind=PaperKind.REMINDER, issued_on=TODAY)
    began = time.perf_counter()
    with database.reading() as session:
        notices = len(batch_candidates(session, criteria, TODAY).included)
    chosen = time.perf_counter() - began
    memory = []
    began, cpu = time.perf_counter(), time.process_time()
    with database.writing() as session:
        batch_id = plan(session, criteria, key=str(uuid.uuid4()), by=by, now=_NOW)
    outcome = run(
        database,
        batch_id,
        folder=folder,
        issuer=_ISSUER,
        language=LanguageCode.JA,
        by=by,
        clock=lambda: _NOW,
        progress=lambda *_: memory.append(_resident_mb()),
    )
    took, cpu = time.perf_counter() - began, time.process_time() - cpu
    assert outcome.batch.issued.notices == notices
    grown = (max(memory) - memory[1]) * NOTICES / notices  # the fonts are there by the first bundle
    what = f"batch of {notices:,} reminders, {kind}"
    pages = sum(file.stat().st_size for file in outcome.files) / 1024 / notices
    return [
        alone(f"{what}, end to end", notices / took, "notices/s"),
        at_most(f"{what}, processor", cpu / notices * 1000, "ms a notice", most=MOST_MS),
        alone(f"{what}, dry run", chosen, "s"),
        alone(f"{what}, files", pages, "kB a notice"),
        at_most(f"{what}, memory grown per 10,000", grown, "MB", most=MOST_MB),
    ]


def _resident_mb():
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * _PAGE / 1e6


@contextmanager
def town(kind, customers):
    """Yield a town of its own on a kind of database."""
    with tempfile.TemporaryDirectory() as folder, running_server() as server:
        on_server = kind == "postgresql"
        url = server.url(server.create()) if on_server else f"sqlite:///{folder}/town.db"
        upgrade(url)
        database = Database(open_engine(url))
        fill(database, customers)
        print(f"{kind}: filled {customers:,} customers", file=sys.stderr)
        yield database
        database.dispose()
