"""What changed among the portal's members goes to the billing host once."""

from __future__ import annotations

import datetime as dt

from db.commands.audit import Actor
from db.exchange.member_changes import export_member_changes
from db.rules.member_words import MemberState
from tests.db.exchange.conftest import NOW
from tests.factories import add_contract, add_customer
from tests.member_factories import SINCE, add_member, add_member_contract

BY = Actor(None, "host")


def members(database):
    """A member since April who added a place in May, and one who withdrew in June."""
    may, june = (dt.datetime(2024, month, 1, 3, tzinfo=dt.UTC) for month in (5, 6))
    with database.writing() as session:
        who = add_customer(session, host_number="H1")
        numbers = (
            {"customer_number": f"C{at}", "portal_number": f"{at:016}"} for at in range(1, 5)
        )
        first, second, third, fourth = (add_contract(session, who, **each) for each in numbers)
        member_id = add_member(session, who, [first])
        add_member_contract(session, member_id, second, held_from=may)
        add_member_contract(session, member_id, fourth, held_from=may, held_to=june)
        gone = {"state": MemberState.WITHDRAWN, "withdrawn_at": june}
        gone_id = add_member(session, who, (), **gone)
        add_member_contract(session, gone_id, third, held_from=SINCE, held_to=june)


def records(written):
    (file,) = written
    lines = file.path.read_text("cp932").splitlines()
    assert lines[0] == f"1,会員異動,{file.path.name[7:15]}"
    assert lines[-1] == f"8,{file.rows}"
    cells = (line.split(",") for line in lines[1:-1])
    return [(code, day, contract) for _, code, day, _, _, contract, _ in cells]


def test_members_places_and_withdrawals_are_told_once(database, tmp_path):
    members(database)
    facts = {"by": BY, "now": NOW}
    assert records(export_member_changes(database, tmp_path, **facts)) == [
        ("1", "20240401", "C1"),
        ("1", "20240401", "C3"),
        ("2", "20240501", "C2"),
        ("2", "20240501", "C4"),
        ("3", "20240601", "C4"),
        ("4", "20240601", "C3"),
    ]
    facts["now"] = NOW + dt.timedelta(hours=1)
    assert records(export_member_changes(database, tmp_path, **facts)) == []


def test_a_day_to_begin_with_may_be_named(database, tmp_path):
    members(database)
    since = dt.date(2024, 6, 1)
    written = export_member_changes(database, tmp_path, by=BY, now=NOW, since=since)
    assert [code for code, *_ in records(written)] == ["3", "4"]
