"""Work off the GUI thread: what it gives comes back, and what nobody waits for is left."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
import shiboken6
from PySide6.QtCore import QObject
from sqlalchemy import text

from db.errors import RuleBroken
from desktop.tasks import Tasks


def idle(tasks):
    return lambda: not tasks.busy


def test_the_outcome_arrives_on_the_gui_thread(qtbot, tasks):
    owner, got = QObject(), []

    def work(session):
        return session.scalar(text("select 1")), threading.current_thread()

    tasks.read(owner, work, lambda result: got.append((result, threading.current_thread())))
    qtbot.waitUntil(idle(tasks))
    (value, worker), receiver = got[0]
    assert value == 1
    assert worker is not threading.main_thread()
    assert receiver is threading.main_thread()


def test_what_is_written_is_there_for_the_next_reader(qtbot, tasks):
    owner, got = QObject(), []
    add = text("insert into setting (name, value, version) values ('bureau.name', 'Mizuma', 1)")
    tasks.write(owner, lambda session: session.execute(add).rowcount, got.append)
    qtbot.waitUntil(idle(tasks))
    tasks.read(owner, lambda session: session.scalar(text("select value from setting")), got.append)
    qtbot.waitUntil(idle(tasks))
    assert got == [1, "Mizuma"]


def test_a_failure_is_told_to_whoever_asked(qtbot, tasks):
    owner, got = QObject(), []

    def work(_session):
        raise RuleBroken("customer.unknown")

    tasks.write(owner, work, lambda _: got.append("then"), got.append)
    qtbot.waitUntil(idle(tasks))
    assert [error.code for error in got] == ["customer.unknown"]


def test_a_failure_that_nobody_takes_goes_to_the_one_door(qtbot, tasks):
    owner = QObject()
    with qtbot.waitSignal(tasks.failed) as told:
        tasks.run(owner, lambda: 1 / 0, lambda _: None)
    assert isinstance(told.args[0], ZeroDivisionError)


def test_what_was_dropped_or_has_lost_its_screen_is_ignored(qtbot, tasks):
    owner, closed, got = QObject(), QObject(), []
    held = threading.Event()
    first = tasks.run(owner, held.wait, got.append)
    tasks.run(closed, held.wait, got.append)
    first.drop()
    shiboken6.delete(closed)
    held.set()
    qtbot.waitUntil(idle(tasks))
    assert got == []


def test_dropped_work_that_has_not_begun_never_begins(qtbot, sqlite_database):
    tasks, owner, begun = Tasks(sqlite_database, workers=1), QObject(), []
    held = threading.Event()
    tasks.run(owner, held.wait, begun.append)
    waiting = tasks.run(owner, lambda: begun.append("never"), begun.append)
    waiting.drop()
    held.set()
    qtbot.waitUntil(idle(tasks))
    tasks.close()
    assert begun == [True]


def test_dropping_what_has_already_come_back_harms_nothing(qtbot, tasks):
    owner, got = QObject(), []
    task = tasks.run(owner, lambda: 1, got.append)
    qtbot.waitUntil(idle(tasks))
    task.drop()
    assert got == [1]


def test_a_screen_is_not_kept_alive_by_its_finished_work(qtbot, tasks):
    owner = QObject()
    known = weakref.ref(owner)
    task = tasks.run(owner, lambda: "done", owner.setObjectName)
    qtbot.waitUntil(idle(tasks))
    del owner
    gc.collect()
    assert known() is None
    task.drop()


def test_what_large_work_leaves_is_not_looked_through_at_once(qtbot, tasks):
    owner, passes, seen = QObject(), [], []

    def looked(phase, _about):
        passes.append(phase)

    gc.callbacks.append(looked)
    tasks.run(owner, lambda: [[] for _ in range(100_000)], lambda _: seen.extend(passes))
    qtbot.waitUntil(idle(tasks))
    gc.callbacks.remove(looked)
    assert seen == []
    assert gc.isenabled()


def test_while_it_works_everything_is_seldom_looked_through(qapp):
    before = gc.get_threshold()
    tasks = Tasks()
    assert gc.get_threshold() == (*before[:2], 1000)
    tasks.close()
    assert gc.get_threshold() == before


def test_hundreds_of_questions_at_once_are_all_answered(qtbot, tasks):
    owner, got = QObject(), []
    for number in range(500):
        tasks.read(owner, lambda s, n=number: s.scalar(text("select :n"), {"n": n}), got.append)
    qtbot.waitUntil(idle(tasks), timeout=30_000)
    assert sorted(got) == list(range(500))


def test_being_busy_is_told_once_at_either_end(qtbot, tasks):
    owner, seen = QObject(), []
    tasks.busy_changed.connect(seen.append)
    tasks.run(owner, lambda: 1, lambda _: None)
    tasks.run(owner, lambda: 1, lambda _: None)
    qtbot.waitUntil(idle(tasks))
    assert seen == [True, False]


def test_before_sign_in_there_is_no_database_to_ask(qapp):
    tasks = Tasks()
    with pytest.raises(RuntimeError, match="before sign-in"):
        tasks.read(QObject(), lambda session: session, lambda _: None)
    assert not tasks.busy
    tasks.close()
