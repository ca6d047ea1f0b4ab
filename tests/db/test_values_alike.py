"""Both databases store the same values, and refuse the same."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, MetaData, Table, insert, select
from sqlalchemy.exc import SQLAlchemyError

from db.errors import RuleBroken
from db.models import Base
from db.models.base import STRICT
from db.models.types import Bytes, Code, Day, Instant, Line, Number

REFUSED = "refused"
BOUNDED = (Bytes, Code, Day, Instant, Line, Number)
TYPES = {
    repr(column.type): column.type
    for table in Base.metadata.sorted_tables
    for column in table.columns
    if isinstance(column.type, BOUNDED)
}
CHARACTERS = st.one_of(
    st.characters(),
    st.sampled_from(
        "水𠮷髙é葛\U000e0100\0\ud842\udfb7\u202e\ufeff\u200d'\"\\%_\n\r\t\x1a\x85\ufffe"
    ),
)
NEAR = st.integers(-3, 3)
FAR = st.sampled_from([0, 2**31, 2**31 - 1, -(2**31), 2**32, 2**53 + 1, 2**63, 2**63 - 1, 10**30])


def texts(kind):
    """Texts about as long as may be, of ordinary and hostile characters."""
    lengths = st.sampled_from([0, kind.shortest, kind.longest]).flatmap(
        lambda length: NEAR.map(lambda more: max(0, length + more))
    )
    few = st.text(CHARACTERS, max_size=3)
    return st.builds(lambda text, length: (text * length or "水" * length)[:length], few, lengths)


def numbers(kind):
    ends = st.sampled_from([kind.least, kind.most])
    return st.one_of(st.builds(int.__add__, ends, NEAR), FAR, st.integers())


INSTANTS = st.datetimes(
    dt.datetime(1900, 1, 2),  # noqa: DTZ001 hypothesis adds the zone
    dt.datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from([dt.UTC, dt.timezone(dt.timedelta(hours=9)), None]),
)


def values(kind):
    """Values of the right sort for a column of this type, to be stored or refused."""
    if isinstance(kind, Line):
        return texts(kind)
    if isinstance(kind, Number):
        return numbers(kind)
    if isinstance(kind, Code):
        return st.sampled_from([*kind.kind, "", "COUNTER", "counter "])
    if isinstance(kind, Day):
        edges = st.sampled_from([dt.date(1899, 12, 31), dt.date(1900, 1, 1), dt.date(2200, 12, 31)])
        return st.one_of(st.dates(), edges, edges.map(lambda day: day + dt.timedelta(days=1)))
    if isinstance(kind, Bytes):
        return st.binary(max_size=8)
    return INSTANTS


def belongs(kind, value):
    """Whether a column of this type promises to hold the value."""
    if value is None:
        return True
    if isinstance(kind, Line):
        unreadable = any(
            character == "\0" or "\ud800" <= character <= "\udfff" for character in value
        )
        return not unreadable and kind.shortest <= len(value) <= kind.longest
    if isinstance(kind, Number):
        return kind.least <= value <= kind.most
    if isinstance(kind, Code):
        return value in set(kind.kind) - set(kind.without)
    if isinstance(kind, Bytes):
        return 1 <= len(value) <= kind.most
    if isinstance(kind, Day):
        return 1900 <= value.year <= 2200
    return value.tzinfo is not None


CASES = st.sampled_from(sorted(TYPES)).flatmap(
    lambda name: st.tuples(st.just(name), st.one_of(st.none(), values(TYPES[name])))
)


@pytest.fixture(scope="module")
def shelf():
    """One table with a column for every type that any table has."""
    columns = [
        Column(f"c{number}", TYPES[name].copy(), info={"type": name})
        for number, name in enumerate(sorted(TYPES))
    ]
    key = Column("id", Integer, primary_key=True)
    return Table("shelf", MetaData(), key, *columns, **STRICT)


def put(database, column, value):
    """Store the value and read it back, leaving nothing; say so if the database refuses."""
    with database.engine.connect() as connection:
        try:
            connection.execute(insert(column.table).values({column.name: value}))
            return connection.scalar(select(column))
        except (SQLAlchemyError, RuleBroken, ValueError, OverflowError):
            return REFUSED
        finally:
            connection.rollback()


def test_what_one_database_stores_the_other_stores(sqlite_database, postgresql_database, shelf):
    for database in (sqlite_database, postgresql_database):
        shelf.create(database.engine)
    columns = {column.info["type"]: column for column in shelf.columns if column.info}

    @settings(max_examples=2000, suppress_health_check=list(HealthCheck), database=None)
    @given(CASES)
    def alike(case):
        name, value = case
        promised = value if belongs(TYPES[name], value) else REFUSED
        for database in (sqlite_database, postgresql_database):
            assert put(database, columns[name], value) == promised

    alike()


def test_every_column_says_which_values_it_holds():
    loose = [
        str(column)
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if not (isinstance(column.type, BOUNDED) or column.primary_key or column.foreign_keys)
    ]
    assert loose == []
