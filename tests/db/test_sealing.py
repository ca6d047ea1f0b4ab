"""Sealing the audit while others write it."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from db.commands.audit import record
from db.errors import OutOfReach
from db.queries.audit import audit_state
from db.rules.words import EventKind
from tests.db.audit_help import BY, Audit


def test_both_databases_seal_alike(sqlite_database, postgresql_database, clock):
    anchors = set()
    for database in (sqlite_database, postgresql_database):
        audit = Audit(database, clock)
        audit.write(3)
        anchors.add(audit.seal())
    assert len(anchors) == 1


def test_sealing_while_eight_desks_write_misses_nothing(database, clock):
    audit = Audit(database, clock)
    done, sealed = threading.Event(), threading.Event()

    def keep_sealing():
        while not done.wait(0.02):
            audit.seal()
            sealed.set()

    with ThreadPoolExecutor(9) as desks:
        sealer = desks.submit(keep_sealing)
        for _half in range(2):
            for one in [desks.submit(audit.write, 1) for _ in range(120)]:
                one.result()
            assert sealed.wait(60)  # the first half at least has a seal of its own
        done.set()
        sealer.result()
    audit.seal()
    assert audit.found() == []
    with database.reading() as session:
        state = audit_state(session)
    assert (state.sealed, state.unsealed) == (240, 0)
    assert state.seals > 1


def test_an_event_that_commits_late_is_sealed_too(postgresql_database, clock):
    audit = Audit(postgresql_database, clock)
    with ThreadPoolExecutor(1) as other:
        with postgresql_database.writing() as session:
            record(session, EventKind.SIGN_OUT, by=BY, now=clock())
            session.flush()  # has drawn its number, and is not to be seen yet
            audit.write(1)
            sealing = other.submit(audit.seal)
            wait_for_a_lock(postgresql_database)
        assert sealing.result()
    assert audit.found() == []
    with postgresql_database.reading() as session:
        assert audit_state(session).sealed == 2


def wait_for_a_lock(database):
    waiting = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
    for _ in range(400):
        with database.reading() as session:
            if session.scalar(waiting):
                return
        time.sleep(0.01)
    raise AssertionError("nobody waits")


def test_sealing_does_not_wait_forever(postgresql_database, clock):
    audit = Audit(postgresql_database, clock)
    with postgresql_database.writing() as session:
        record(session, EventKind.SIGN_OUT, by=BY, now=clock())
        session.flush()
        with pytest.raises(OutOfReach) as refused:
            audit.seal()
    assert refused.value.code == "locked"
    assert audit.seal()
