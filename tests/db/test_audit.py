"""The audit cannot be changed, and if somebody changes it all the same, it shows."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from db.errors import RuleBroken
from db.models import AuditSeal
from db.queries.audit import anchor, audit_state
from db.rules.sealing import Tampering, read_anchor
from tests.db.audit_help import TABLES, Audit


@pytest.fixture
def audit(database, clock):
    """Three seals over four events each, and two events not yet sealed."""
    audit = Audit(database, clock)
    for _ in range(3):
        audit.write(4)
        clock.advance(days=1)
        audit.seal()
    audit.write(2)
    return audit


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("act", ["UPDATE {} SET id = id + 100", "DELETE FROM {}"])
def test_the_database_refuses_to_change_it(audit, table, act):
    with pytest.raises(DBAPIError, match="only ever added to"), audit.database.writing() as session:
        session.execute(text(act.format(table)))
    assert audit.found() == []


def test_postgresql_refuses_to_empty_it(postgresql_database):
    refusing = pytest.raises(DBAPIError, match="only ever added to")
    with refusing, postgresql_database.writing() as session:
        session.execute(text("TRUNCATE audit_event"))


def test_an_untouched_audit_is_sound(audit):
    with audit.database.reading() as session:
        printed = anchor(session)
        state = audit_state(session)
    assert audit.found(printed) == []
    assert (state.seals, state.sealed, state.unsealed, state.anchor) == (3, 12, 2, printed)


def test_every_event_is_sealed_once(audit):
    assert len(audit.seal()) == 16
    assert audit.seal() is None
    with audit.database.reading() as session:
        assert session.scalar(select(func.sum(AuditSeal.count))) == 14


def test_an_empty_audit_needs_no_seal(database, clock):
    empty = Audit(database, clock)
    assert empty.seal() is None
    assert empty.found() == []


EVENT = "UPDATE audit_event SET {} WHERE id = 6"


@pytest.mark.parametrize(
    "change",
    [
        "facts = '{}'",
        "kind = 'searched'",
        "staff_id = 8",
        "staff_id = NULL",
        "customer_id = 99",
        "contract_id = 5",
        "desk = '窓口2'",
        "at = '2024-09-19 09:13:01'",
    ],
)
def test_a_changed_event_is_found(audit, change):
    audit.tamper(EVENT.format(change))
    assert audit.found() == [(Tampering.CHANGED, 2)]


def test_two_events_that_changed_places_are_found(audit):
    steps = ((5, 100), (6, 5), (100, 6))
    audit.tamper(
        "UPDATE audit_event SET customer_id = 9 WHERE id IN (5, 6)",
        *(f"UPDATE audit_event SET id = {new} WHERE id = {old}" for old, new in steps),
    )
    assert audit.found() == [(Tampering.CHANGED, 2)]


def test_a_removed_event_is_found(audit):
    audit.tamper("DELETE FROM audit_event WHERE id = 7")
    assert audit.found() == [(Tampering.REMOVED, 2)]


@pytest.mark.parametrize(("place", "seal_id"), [(-5, 1), (0, 1)])
def test_an_event_put_in_later_is_found(audit, place, seal_id):
    audit.tamper(
        "INSERT INTO audit_event (id, at, kind, desk, facts)"
        f" SELECT {place}, at, kind, desk, facts FROM audit_event WHERE id = 6"
    )
    assert audit.found() == [(Tampering.INSERTED, seal_id)]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (6, 100, [(Tampering.REMOVED, 2)]),
        (6, -6, [(Tampering.INSERTED, 1), (Tampering.REMOVED, 2)]),
    ],
)
def test_a_renumbered_event_is_found(audit, old, new, found):
    audit.tamper(f"UPDATE audit_event SET id = {new} WHERE id = {old}")
    assert audit.found() == found


def test_renumbering_everything_is_found(audit):
    audit.tamper("UPDATE audit_event SET id = id + 1000", "UPDATE audit_event SET id = id - 999")
    assert audit.found() == [
        (Tampering.REMOVED, 1),
        (Tampering.CHANGED, 2),
        (Tampering.CHANGED, 3),
    ]


@pytest.mark.parametrize(
    "change",
    ["prev = root", "up_to = 7", "count = 5", "sealed_at = '2024-09-30 00:00:00'", "id = 9"],
)
def test_a_changed_seal_is_found(audit, change):
    audit.tamper(f"UPDATE audit_seal SET {change} WHERE id = 2")
    assert audit.found()


def test_a_removed_seal_is_found(audit):
    audit.tamper("DELETE FROM audit_seal WHERE id = 2")
    assert audit.found() == [(Tampering.SEAL_BROKEN, 3)]


def test_a_seal_made_anew_breaks_the_chain(audit):
    audit.tamper(f"UPDATE audit_seal SET root = '{'ab' * 32}' WHERE id = 2")
    assert audit.found() == [(Tampering.CHANGED, 2), (Tampering.SEAL_BROKEN, 3)]


def test_a_cut_tail_is_found_by_the_printed_anchor(audit):
    with audit.database.reading() as session:
        printed = anchor(session)
    audit.tamper("DELETE FROM audit_event WHERE id > 8", "DELETE FROM audit_seal WHERE id = 3")
    assert audit.found() == []
    assert audit.found(printed) == [(Tampering.ANCHOR_UNKNOWN, None)]


def test_an_audit_sealed_anew_is_found_by_the_printed_anchor(audit):
    with audit.database.reading() as session:
        printed = anchor(session)
    audit.tamper("DELETE FROM audit_event WHERE id = 6", "DELETE FROM audit_seal")
    audit.seal()
    assert audit.found() == []
    assert audit.found(printed) == [(Tampering.ANCHOR_UNKNOWN, None)]


def test_an_anchor_of_last_week_still_tells(audit):
    with audit.database.reading() as session:
        printed = anchor(session)
    audit.seal()
    assert audit.found(printed) == []


def test_an_anchor_is_read_as_it_is_printed():
    assert read_anchor(" 3F2A 11bc-00de ９９ff") == "3f2a11bc00de99ff"
    for typed in ("", "3f2a", "3f2a11bc00de99fg", "3f2a11bc00de99ff0"):
        with pytest.raises(RuleBroken) as refused:
            read_anchor(typed)
        assert refused.value.code == "anchor.malformed"


def test_a_value_no_program_writes_is_found_and_not_tripped_over(audit):
    loose = audit.database.engine.dialect.name == "sqlite"
    audit.tamper(EVENT.format("at = 'some time ago'" if loose else "at = 'infinity'"))
    assert audit.found() == [(Tampering.CHANGED, 2)]


def test_bytes_that_are_no_text_are_found_and_not_tripped_over(sqlite_database, clock):
    audit = Audit(sqlite_database, clock)
    audit.write(3)
    audit.seal()
    audit.tamper("UPDATE audit_event SET facts = CAST(x'ff' AS TEXT) WHERE id = 2")
    assert audit.found() == [(Tampering.UNREADABLE, 1)]
