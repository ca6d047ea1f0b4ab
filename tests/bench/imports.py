"""A night's delivery of the billing host: how fast, how much memory, and whether it is all right.

``import --rows 1000000`` stores as many customers from one CP932 file, validated, beside what the
databases' own loaders take for the same lines unchecked and into a bare table, and from there into
the program's own with its constraints and indexes; then a delivery of every kind with 137 planted
errors; then one that is killed at twenty random moments.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from db.engine import Database, open_engine
from db.models import Customer
from db.rules.words import CustomerKind
from db.upgrade import upgrade
from tests.bench.report import alone, at_most, times_better
from tests.db.exchange.night import Night
from tests.db.exchange.plants import planted
from tests.db.schema_help import rows as every_row
from tests.postgres import running_server

PLANTED = 137
KILLS = 20
ORM_ROWS = 20_000
LINES_A_HOUSEHOLD = 13
MOST_GROWN_MB = 200
_COLUMNS = ("mark", "host_number", "kind", "name", "kana", "latin", "phone")
_COLUMNS += ("email", "born", "postal", "address", "note")


def arguments(parser):
    """Take how many rows, the kinds of database, and what to leave out."""
    parser.add_argument("--rows", type=int, default=1_000_000, help="lines of each delivery")
    kinds = ["sqlite", "postgresql"]
    parser.add_argument("--database", choices=kinds, action="append", help="one kind only")
    parser.add_argument("--only", choices=["speed", "night", "kill"], help="one part only")
    parser.set_defaults(kinds=kinds)


def measure(options):
    """Measure every part on each kind of database."""
    parts = {"speed": _speed, "night": _night, "kill": _kill}
    figures = []
    for kind in options.database or options.kinds:
        for name, part in parts.items():
            if options.only in (None, name):
                figures += part(kind, options.rows)
    return figures


def _speed(kind, rows):
    with tempfile.TemporaryDirectory() as folder, empty(kind) as server:
        place = Path(folder)
        Night(rows).write(place, ["customers"])
        ours = _imported(server.url, place)
        assert ours["rows"] == rows
        peer = _sqlite_import if kind == "sqlite" else _copy
        loader = peer(server, place)
        server.renew()
        own = loader + _own_table(kind, server, place)
        orm = _orm(server.url) * rows / ORM_ROWS
    what = f"{rows:,} customers, CP932, validated, {kind}"
    tool = "sqlite3 .import" if kind == "sqlite" else "psql \\copy"
    shared = {"unit": "s", "value": ours["seconds"]}
    return [
        times_better(what, **shared, peer=f"{tool}, unchecked", peer_value=loader, at_least=0.5),
        times_better(what, **shared, peer=f"{tool}, then into the table itself", peer_value=own),
        times_better(what, **shared, peer="ORM add_all", peer_value=orm, at_least=8),
        alone(f"{what}, processor of the import itself", ours["processor"], "s"),
        alone(f"{what}, the lock held", ours["locked"], "s"),
        at_most(f"{what}, memory grown", ours["grown_mb"], "MB", most=MOST_GROWN_MB),
    ]


def _night(kind, rows):
    figures = []
    for lines in (rows // 10, rows):
        households = lines // LINES_A_HOUSEHOLD
        with tempfile.TemporaryDirectory() as folder, empty(kind) as server:
            step = max(2, households // (2 * PLANTED))
            night = Night(households, planted(PLANTED, step=step))
            wanted = night.write(Path(folder))
            told = _imported(server.url, folder, str(PLANTED))
            next_night = _next_night(server.url, Path(folder))
        found = {tuple(each) for each in told["refusals"]}
        assert (told["state"], len(wanted)) == ("stored", PLANTED), told["state"]
        what = f"a night of {told['rows']:,} lines with {PLANTED} errors, {kind}"
        figures += [
            at_most(f"{what}, told wrong or not at all", len(found ^ wanted), "lines", most=0),
            alone(what, told["rows"] / told["seconds"], "lines/s"),
            alone(f"{what}, the lock held", told["locked"], "s"),
            at_most(f"{what}, memory grown", told["grown_mb"], "MB", most=MOST_GROWN_MB),
            alone(f"the debits of the next night, {kind}", next_night["rows"], "lines"),
            alone(f"the debits of the next night, {kind}", next_night["seconds"], "s"),
            alone(
                f"the debits of the next night, {kind}, the lock held", next_night["locked"], "s"
            ),
        ]
    return figures


def _next_night(url, folder):
    """Deliver only what the bank did, which changes a row of each line and no search key."""
    for file in folder.iterdir():
        if not file.name.startswith("DEBIT"):
            file.unlink()
    (debits,) = folder.iterdir()
    debits.write_bytes(debits.read_bytes().replace(b",1,20240930", b",3,20240918"))
    return _imported(url, folder, str(PLANTED))


def _kill(kind, _rows):
    between = after = 0
    with tempfile.TemporaryDirectory() as folder, empty(kind) as server:
        Night(2000).write(Path(folder))
        with empty(kind) as other:
            whole = _imported(other.url, folder)["seconds"]
            stored = _counts(other.url)
        nothing = _counts(server.url)
        for _ in range(KILLS):
            with subprocess.Popen(_command(server.url, folder, "0"), stdout=-3) as process:
                # half a second goes by before it begins
                time.sleep(0.5 + random.random() * 1.5 * whole)
                process.kill()
            left = _counts(server.url)
            after += left == stored
            between += left not in (nothing, stored)
            if left == stored:
                server.renew()
    what = f"killed at {KILLS} random moments, {kind}"
    return [
        at_most(f"{what}, left between before and after", between, "times", most=0),
        alone(f"{what}, came too late", after, "times"),
    ]


def _counts(url):
    kept = {"setting", "audit_event", "alembic_version", "audit_seal"}
    return {table: len(rows) for table, rows in every_row(url).items() if table not in kept}


def _command(url, folder, limit):
    return [sys.executable, "-m", "tests.bench.import_process", url, str(folder), limit]


def _imported(url, folder, limit="0"):
    done = subprocess.run(_command(url, folder, limit), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _sqlite_import(_server, folder):
    lines = (folder / "CUSTOMER_20240918.csv").read_bytes().decode("cp932").split("\r\n")[1:-2]
    plain = folder / "plain.txt"
    plain.write_text("\n".join(lines) + "\n", "utf-8")  # the tool reads nothing else
    columns = ", ".join(f"{name} TEXT" for name in _COLUMNS)
    script = (
        f"CREATE TABLE c ({columns}, PRIMARY KEY (host_number));\n.mode csv\n.import {plain} c\n"
    )
    began = time.perf_counter()
    command = ["sqlite3", folder / "peer.db"]
    subprocess.run(command, input=script, text=True, check=True, capture_output=True)
    return time.perf_counter() - began


def _copy(server, folder):
    lines = (folder / "CUSTOMER_20240918.csv").read_bytes().split(b"\r\n")[1:-2]
    plain = folder / "plain.txt"
    plain.write_bytes(b"\n".join(lines) + b"\n")
    columns = ", ".join(f"{name} TEXT" for name in _COLUMNS)
    engine = open_engine(server.url)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"CREATE TABLE c ({columns}, PRIMARY KEY (host_number))")
    where = ["-h", engine.url.query["host"], "-U", "postgres", "-d", engine.url.database]
    engine.dispose()
    command = f"\\copy c FROM '{plain}' WITH (FORMAT csv, ENCODING 'SJIS')"
    began = time.perf_counter()
    subprocess.run(["psql", *where, "-c", command], check=True, capture_output=True)
    return time.perf_counter() - began


def _own_table(kind, server, folder):
    """Time the loaded lines on their way into the program's own table, inside the database."""
    if kind == "sqlite":
        path = open_engine(server.url).url.database
        statement = f"ATTACH '{folder / 'peer.db'}' AS peer; {_OWN.format(born=_BORN[kind])};"
        command = ["sqlite3", path, statement]
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        return time.perf_counter() - began
    _copy(server, folder)
    engine = open_engine(server.url)
    began = time.perf_counter()
    with engine.begin() as connection:
        connection.exec_driver_sql(_OWN.format(born=_BORN[kind]))
    took = time.perf_counter() - began
    engine.dispose()
    return took


_BORN = {
    "sqlite": "substr(born, 1, 4) || '-' || substr(born, 5, 2) || '-' || substr(born, 7)",
    "postgresql": "to_date(born, 'YYYYMMDD')",
}
_OWN = """INSERT INTO customer (host_number, kind, name, kana, latin_name, phone, email, born_on,
postal_code, address, note, version) SELECT host_number, 'person', name, kana, NULLIF(latin, ''),
NULLIF(phone, ''), NULLIF(email, ''), {born}, NULLIF(postal, ''), NULLIF(address, ''),
COALESCE(note, ''), 1 FROM c"""


def _orm(url):
    database = Database(open_engine(url))
    facts = {"kind": CustomerKind.PERSON, "kana": "ヤマダ　ハナコ", "note": ""}
    began = time.perf_counter()
    with database.writing() as session:
        session.add_all(
            Customer(host_number=f"X{at:09}", name=f"山田　花子{at}", **facts)
            for at in range(ORM_ROWS)
        )
    took = time.perf_counter() - began
    database.dispose()
    return took


class _Server:
    """An empty database, which can be made anew."""

    def __init__(self, make):
        self._make = make
        self.renew()

    def renew(self):
        """Begin with an empty one again."""
        self.url = self._make()
        upgrade(self.url)


@contextmanager
def empty(kind):
    """Yield an empty database of a kind."""
    with tempfile.TemporaryDirectory() as folder, running_server() as server:
        names = iter(range(1000))
        if kind == "postgresql":
            yield _Server(lambda: server.url(server.create()))
        else:
            yield _Server(lambda: f"sqlite:///{folder}/bench{next(names)}.db")
