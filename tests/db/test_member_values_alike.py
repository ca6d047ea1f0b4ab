"""Both databases accept and refuse the same values in the fields of a membership."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select
from sqlalchemy.exc import SQLAlchemyError

from db.errors import RuleBroken
from db.models import Member
from db.rules import member_fields
from tests.factories import add_customer
from tests.member_factories import add_member

COLUMNS = ("name", "kana", "phone", "postal_code", "address", "email", "login_id")
ODD = st.sampled_from(
    "水𠮷ｶﾞガ葛\U000e0100\0\ud842\u202e\u200b\ufeff\n\r\x85\x1a\ufffe\u00adﷺ'\"\\%_"
)
EVEN = {
    "phone": st.from_regex(r"0[0-9]{1,4}[-−ー ]?[0-9]{2,4}[-()]?[0-9]{3,4}", fullmatch=True),
    "postal_code": st.from_regex(r"〒?[0-9]{3}-?[0-9]{4}", fullmatch=True),
    "email": st.from_regex(r"[A-Za-z.+]{1,66}[@＠][a-zA-Z.-]{1,190}\.jp", fullmatch=True),
    "login_id": st.from_regex(r"[a-zA-Z0-9ａ]{5,21}", fullmatch=True),
    "kana": st.from_regex(r"[ぁ-んァ-ヶｦ-ﾟ 　ー]{1,210}", fullmatch=True),
}
ANY = st.text(st.one_of(st.characters(), ODD), max_size=12)
LONG = st.builds(
    lambda text, length: (text * length)[:length],
    st.text(st.one_of(st.characters(), ODD), min_size=1, max_size=3),
    st.sampled_from([20, 21, 100, 101, 200, 201, 254, 255]),
)
VALUES = st.sampled_from(COLUMNS).flatmap(
    lambda name: st.tuples(st.just(name), st.one_of(EVEN.get(name, ANY), ANY, LONG))
)


@pytest.fixture
def rows(sqlite_database, postgresql_database):
    """One member on each database, as a row to be written again with one field changed."""
    made = []
    for database in (sqlite_database, postgresql_database):
        with database.writing() as session:
            member_id = add_member(session, add_customer(session), ())
        with database.reading() as session:
            row = dict(
                session.execute(select(Member.__table__).where(Member.id == member_id))
                .mappings()
                .one()
            )
        made.append((database, {name: row[name] for name in row if name != "id"}))
    return made


def stored(database, row, name, value):
    """What comes back of a value that is written, leaving nothing; None when it is refused."""
    with database.engine.connect() as connection:
        try:
            changed = row | {"login_id": "values1"} | {name: value}
            key = connection.execute(insert(Member).values(**changed)).inserted_primary_key[0]
            column = Member.__table__.c[name]
            return connection.scalar(select(column).where(Member.id == key))
        except (SQLAlchemyError, RuleBroken, UnicodeEncodeError):
            return None
        finally:
            connection.rollback()


def test_what_passes_is_stored_alike_and_what_does_not_is_refused_alike(rows):
    passed = set()

    @settings(max_examples=500, suppress_health_check=list(HealthCheck), database=None)
    @given(VALUES)
    def alike(case):
        name, typed = case
        raw = {stored(database, row, name, typed) for database, row in rows}
        assert len(raw) == 1
        try:
            tidy = getattr(member_fields, name)(typed)
        except RuleBroken:
            return
        passed.add(name)
        assert [stored(database, row, name, tidy) for database, row in rows] == [tidy, tidy]

    alike()
    assert passed == set(COLUMNS)
