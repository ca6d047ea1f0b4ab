"""Builds a city to search in, and keeps it: names and addresses as the practice town has them.

Nobody has readings; one contract in ten has an unpaid bill, one in four a member, one in a
thousand belongs to a protected customer. A city is kept under the system's temporary folder.
"""

from __future__ import annotations

import datetime as dt
import shutil
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from random import Random

from sqlalchemy import text

from db.commands import search_keys
from db.demo import people, places
from db.demo.bulk import filling, refresh_statistics
from db.demo.rows import ContractRow, CustomerRow, LocationRow, MeterRow, Rows
from db.engine import Database, open_engine
from db.upgrade import head_revision, upgrade
from tests.factories import add_staff
from tests.postgres import running_server

TODAY = dt.date(2024, 9, 18)
_AT_ONCE = 50_000
_MADE = "search-city-{kind}-{customers}-{revision}"

_MORE = (
    """INSERT INTO reading (id, contract_id, meter_id, read_on, previous_value, current_value,
    old_meter_m3, usage_m3, version)
    SELECT id, id, id, '2024-09-10', 1000, 1021, 0, 21, 1 FROM contract WHERE id % 10 = 0""",
    """INSERT INTO bill (id, contract_id, reading_id, month, sequence, issued_on, from_on, to_on,
    usage_m3, sewerage_m3, settled_m3, usage_class, tariff, payment_number, version)
    SELECT id, id, id, '2024-09-01', 1, '2024-09-10', '2024-07-10', '2024-09-10',
    21, 21, 0, 'household', '2019-10', '81' || substr(portal_number, 3), 1
    FROM contract WHERE id % 10 = 0""",
    """INSERT INTO debt (id, bill_id, account, yen, tax_yen, due_on, limitation_on, version)
    SELECT id, id, 'water', 2799, 254, '2024-09-28', '2030-01-01', 1 FROM bill""",
    """INSERT INTO protection (customer_id, source, counterparty, from_on, to_on, note, begun_by,
    version)
    SELECT id, 'support_measure', '', '2024-01-01', '2025-01-01', '', 1, 1
    FROM customer WHERE id % 1000 = 7""",
    """INSERT INTO member (id, customer_id, state, registered_via, login_id, name, kana, phone,
    address, email, language, mails_reading, mails_billing, mails_overdue, terms_version,
    consented_at, registered_at, activated_at, version)
    SELECT id, id, 'active', 'portal', 'member' || id, name, kana, '', '',
    'm' || id || '@example.jp', 'ja', 1, 1, 1, '2024-04',
    '2024-04-01 00:00:00', '2024-04-01 00:00:00', '2024-04-01 00:00:00', 1
    FROM customer WHERE id % 4 = 0""",
    """INSERT INTO member_contract (member_id, contract_id, held_from, version)
    SELECT id, id, '2024-04-01 00:00:00', 1 FROM member""",
)


@contextmanager
def city(kind, customers):
    """Yield the database of a city, and the seconds that its keys and index took to make."""
    name = _MADE.format(kind=kind, customers=customers, revision=head_revision())
    kept = Path(tempfile.gettempdir()) / name
    if not (kept / "made").exists():
        shutil.rmtree(kept, ignore_errors=True)
        kept.mkdir()
    with _url(kind, kept) as url:
        database = Database(open_engine(url))
        if not (kept / "made").exists():
            took = _make(database, url, customers)
            (kept / "made").write_text(f"{took:.0f}")
        yield database, float((kept / "made").read_text())
        database.dispose()


@contextmanager
def _url(kind, kept):
    if kind == "sqlite":
        yield f"sqlite:///{kept}/city.db"
        return
    with running_server(kept / "data") as server:
        yield server.url("postgres")


def _make(database, url, customers):
    began = time.perf_counter()
    upgrade(url)
    random = Random(1)
    with filling(database.engine) as filler:
        rows = Rows()
        for number in range(1, customers + 1):
            _settle(rows, random, number)
            if number % _AT_ONCE == 0 or number == customers:
                filler.put(rows)
    with database.writing() as session:
        assert add_staff(session) == 1
    for statement in _MORE:
        with database.engine.execution_options(writes=True).begin() as connection:
            connection.execute(text(statement))
    print(f"filled in {time.perf_counter() - began:.0f} s", file=sys.stderr)
    began = time.perf_counter()
    with database.writing() as session:
        search_keys.refresh(session, range(1, customers + 1))
    refresh_statistics(database.engine)
    return time.perf_counter() - began


def _settle(rows, random, number):
    share = random.random()
    if share < 0.88:
        person = people.resident(random, TODAY)
    else:
        person = people.company(random) if share < 0.97 else people.foreigner(random, TODAY)
    place = places.room(random) if random.random() < 0.4 else places.house(random)
    ended_on = "2023-03-31" if random.random() < 0.1 else None
    whose = (person.kind.value, person.name, person.kana, person.latin, person.phone, person.email)
    rows.customers.add(CustomerRow(number, f"{number:010}", *whose, person.born_on, None, None, ""))
    where = (place.postal_code, f"金沢市{place.address}", f"カナザワシ{place.kana}", place.latin)
    rows.locations.add(LocationRow(number, f"{number:010}", *where))
    serial = f"22-{number:07}"
    rows.meters.add(MeterRow(number, number, serial, 20, "2022-04-01", None, "2030-03-31"))
    numbers = (f"1{number * 7_368_787 % 9_999_991:07}", f"1702{number * 48_271_123 % 10**12:012}")
    uses = ("household", "public", "slip", "2015-04-01", ended_on)
    rows.contracts.add(ContractRow(number, number, number, *numbers, *uses))
