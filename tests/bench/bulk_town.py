"""Fills a database with as many customers as a large city has, set by set inside the database.

Every bill is written month by month, as the billing host delivers: the bills of one customer lie
as far apart as they do in real life, which a town written customer by customer would hide.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import text

from db.rules.periods import months_before

TODAY = dt.date(2024, 9, 18)
BILLS = 12
_UNPAID_ONE_IN = 40

_SERIES = {
    "sqlite": "(WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {most})"
    " SELECT n FROM c)",
    "postgresql": "(SELECT n::integer AS n FROM generate_series(1, {most}) AS n)",
}
_PADDED = {"sqlite": "printf('%0{width}d', {of})", "postgresql": "lpad(({of})::text, {width}, '0')"}

_PLACES = (
    """INSERT INTO customer (id, host_number, kind, name, kana, phone, note, version)
    SELECT n, {number10}, 'person', '山田 花子' || n, 'ヤマダ ハナコ', '076-123-4567', '', 1
    FROM {series} s""",
    """INSERT INTO location (id, host_number, postal_code, address, address_kana,
    address_latin, version)
    SELECT n, {number10}, '9200853', '金沢市本町1丁目' || n || '番', 'カナザワシホンマチ',
    'Honmachi', 1
    FROM {series} s""",
    """INSERT INTO meter (id, location_id, serial, bore_mm, installed_on, exchange_due_on, version)
    SELECT n, n, {number8}, 20, '2022-04-01', '2030-03-31', 1 FROM {series} s""",
    """INSERT INTO contract (id, customer_id, location_id, customer_number, portal_number,
    usage_class, drainage, payment_method, started_on, version)
    SELECT n, n, n, {number8}, {number16}, 'household', 'public', 'slip', '2015-04-01', 1
    FROM {series} s""",
)

_MONTH = (
    """INSERT INTO reading (id, contract_id, meter_id, read_on, previous_value, current_value,
    old_meter_m3, usage_m3, version)
    SELECT :base + n, n, n, '{read_on}', 1000, 1021, 0, 21, 1 FROM {series} s""",
    """INSERT INTO bill (id, contract_id, reading_id, month, sequence, issued_on, from_on, to_on,
    usage_m3, sewerage_m3, settled_m3, usage_class, tariff, payment_number, version)
    SELECT :base + n, n, :base + n, '{month}', 1, '{read_on}', '{from_on}', '{read_on}',
    21, 21, 0, 'household', '2019-10', {number16}, 1 FROM {series} s""",
    """INSERT INTO debt (id, bill_id, account, yen, tax_yen, due_on, limitation_on, version)
    SELECT 2 * (:base + n) - 1, :base + n, 'water', 2799, 254, '{due_on}', '2030-01-01', 1
    FROM {series} s""",
    """INSERT INTO debt (id, bill_id, account, yen, tax_yen, due_on, limitation_on, version)
    SELECT 2 * (:base + n), :base + n, 'sewerage', 2710, 246, '{due_on}', '2030-01-01', 1
    FROM {series} s""",
    """INSERT INTO payment (id, receipt_number, debt_id, yen, paid_on, channel,
    confirmed_on, version)
    SELECT id, {id10}, id, yen, due_on, 'bank', due_on, 1 FROM debt
    WHERE id > 2 * :base AND (bill_id % :one_in) <> 0""",
)


def fill(database, customers):
    """Put ``customers`` with a place, a meter and two years of bills each into an empty database.

    One bill in forty is unpaid. Nothing is checked across tables meanwhile, nor kept if the
    machine stops: such a town is thrown away after the measuring.
    """
    kind = database.engine.dialect.name
    with database.engine.connect() as connection:
        # SQLite takes these outside a transaction only, and SQLAlchemy would begin one
        driver = connection.connection.cursor()
        for setting in _SETTINGS[kind]:
            driver.execute(setting)
        driver.close()
        for statement in _PLACES:
            connection.execute(text(_filled(statement, kind, customers)))
        for place in range(BILLS):
            _fill_month(connection, kind, customers, place)
            connection.commit()
        connection.exec_driver_sql("ANALYZE")
        connection.commit()
    database.dispose()


_SETTINGS = {
    "sqlite": (
        "PRAGMA foreign_keys=OFF",
        "PRAGMA journal_mode=OFF",
        "PRAGMA synchronous=OFF",
        "PRAGMA cache_size=-400000",
    ),
    "postgresql": ("SET session_replication_role = replica", "SET synchronous_commit = off"),
}


def _fill_month(connection, kind, customers, place):
    month = months_before(TODAY, 2 * (BILLS - 1 - place))
    days = {
        "month": month,
        "read_on": month.replace(day=10),
        "from_on": months_before(month, 2).replace(day=10),
        "due_on": month.replace(day=28),
    }
    values = {"base": place * customers, "one_in": _UNPAID_ONE_IN}
    for statement in _MONTH:
        filled = text(_filled(statement, kind, customers, **days))
        known = {name: value for name, value in values.items() if f":{name}" in statement}
        connection.execute(filled, known)


def _filled(statement, kind, customers, **days):
    return statement.format(
        series=_SERIES[kind].format(most=customers),
        number8=_PADDED[kind].format(of="n", width=8),
        number10=_PADDED[kind].format(of="n", width=10),
        id10=_PADDED[kind].format(of="id", width=10),
        number16=_PADDED[kind].format(of="n", width=16),
        **days,
    )
