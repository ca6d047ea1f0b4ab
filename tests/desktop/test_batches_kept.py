"""Batches that run, stop and go on, and those there are."""

from __future__ import annotations

import shutil
import sys

import pytest

from db.commands.batches import plan
from db.errors import OutOfReach
from db.models import Batch
from db.rules.batch_criteria import BatchCriteria
from db.rules.paper import BatchState, PaperKind
from db.rules.words import Role
from desktop.screens.batches import running
from tests.desktop.batch_room import AS_OF, BUNDLE, ENTER, ESC, Room, town_url

EARLIER = 1


@pytest.fixture
def sqlite_url(sqlite_template, tmp_path, tmp_path_factory):
    return town_url(sqlite_template, tmp_path, tmp_path_factory)


@pytest.fixture
def desk(desk_for):
    return desk_for(Role.SUPERVISOR)


@pytest.fixture
def room(desk, show, qtbot):
    return Room(desk, show, qtbot)


@pytest.fixture
def outbox(tmp_path):
    folder = tmp_path / "outbox"
    folder.mkdir()
    return folder


def begin(room, outbox):
    """Begin to issue, and wait until the first bundle is made."""
    room.look()
    room.new.plan.folder.take(str(outbox))
    room.screen.proceed()
    page = room.new.run
    room.qtbot.waitUntil(lambda: page.bar.value() >= BUNDLE, timeout=30_000)
    return page


def slowly(monkeypatch):
    """Give a supervisor time to think between two bundles."""
    heard = running._Course.tell

    def tell(course, done, total, seconds):
        heard(course, done, total, seconds)
        if 0 < done < total:
            course.stop.wait(0.6)

    monkeypatch.setattr(running._Course, "tell", tell)


def test_esc_stops_after_the_bundle_and_it_goes_on_without_a_gap(room, outbox, monkeypatch):
    slowly(monkeypatch)
    page = begin(room, outbox)
    assert page.stop.hasFocus()
    assert page.count.text() == f"{BUNDLE} of 12"
    assert room.screen.commits is None
    room.press(ESC)
    assert page.left.text() == "Stopping after this bundle…"
    room.settle()
    batch = room.batch()
    assert (batch.state, batch.issued.notices, batch.waiting.notices) == (
        BatchState.CANCELLED,
        BUNDLE,
        12 - BUNDLE,
    )
    assert page.stopped.isVisible()
    assert page.resume.hasFocus()
    assert len(list(outbox.iterdir())) == 3
    room.press(ENTER)
    room.settle()
    notices, yen, numbers = room.issued()
    assert room.batch().state is BatchState.DONE
    assert (notices, yen) == (12, room.batch().issued.yen)
    assert numbers == list(range(numbers[0], numbers[0] + 12))
    assert page.done.isVisible()
    assert len(list(outbox.iterdir())) == 5


def test_it_goes_on_elsewhere_and_says_when_it_is_done(room, outbox, monkeypatch):
    slowly(monkeypatch)
    begin(room, outbox)
    room.screen.part.button(EARLIER).click()
    room.qtbot.waitUntil(lambda: "of 12" in room.screen.running.text())
    assert not room.screen.earlier.go_on.isEnabled()
    room.screen.hide()
    room.settle()
    assert room.batch().state is BatchState.DONE
    assert "Batch 1 is done: Reminder" in room.noted
    assert room.screen.running.text() == ""


def test_who_signs_out_leaves_a_batch_that_can_go_on(room, outbox, monkeypatch):
    slowly(monkeypatch)
    begin(room, outbox)
    usual = running._SWITCH_SECONDS
    assert sys.getswitchinterval() == pytest.approx(usual)
    room.screen.stop()
    room.settle()
    assert room.batch().state is BatchState.CANCELLED
    assert sys.getswitchinterval() > usual


def test_a_database_out_of_reach_stops_it_and_says_so(room, outbox, monkeypatch):
    slowly(monkeypatch)
    away = OutOfReach("unreachable")
    with monkeypatch.context() as cut:
        begin(room, outbox)

        def no_more(*_given, **_named):
            raise away

        cut.setattr(type(room.desk.database), "writing", no_more)
        room.settle()
    page = room.new.run
    assert page.problem.isVisible()
    assert page.resume.isVisible()
    assert room.batch().issued.notices == BUNDLE
    room.press(ENTER)
    room.settle()
    assert room.batch().state is BatchState.DONE


def test_files_of_an_earlier_batch_are_written_again(room, outbox, tmp_path):
    room.issue(outbox)
    before = {path.name: path.read_bytes() for path in outbox.glob("*-00*.pdf")}
    room.turn(EARLIER)
    earlier = room.screen.earlier
    (batch,) = earlier.table.records.rows()
    assert (batch.state, batch.issued.notices) == (BatchState.DONE, 12)
    assert ("Office", "Billing centre") in earlier.facts.facts()
    assert earlier.go_on.text() == "Write the files again"
    assert room.screen.commits is None
    again = tmp_path / "again"
    again.mkdir()
    earlier.folder.take(str(again))
    earlier.go_on.click()
    room.settle()
    assert {path.name: path.read_bytes() for path in again.glob("*-00*.pdf")} == before
    assert len(list(again.iterdir())) == 5
    assert room.new.run.done.isVisible()
    assert room.issued()[0] == 12


def test_a_batch_planned_elsewhere_is_issued_after_a_second_press(room, outbox):
    desk = room.desk
    with desk.database.writing() as session:
        criteria = BatchCriteria(kind=PaperKind.DEMAND, issued_on=AS_OF)
        plan(session, criteria, key=desk.new_key(), by=desk.actor, now=desk.now)
    room.turn(EARLIER)
    earlier = room.screen.earlier
    earlier.folder.take(str(outbox))
    earlier.go_on.setFocus()
    room.press(ENTER)
    assert "Once more" in earlier.told.text()
    assert not room.desk.tasks.busy
    room.press(ENTER)
    room.settle()
    assert room.batch().state is BatchState.DONE


def test_a_batch_that_cannot_be_read_is_shown_but_not_run(room):
    desk = room.desk
    with desk.database.writing() as session:
        criteria = BatchCriteria(kind=PaperKind.DEMAND, issued_on=AS_OF)
        batch_id = plan(session, criteria, key=desk.new_key(), by=desk.actor, now=desk.now)
        session.get_one(Batch, batch_id).criteria = '{"form": 99}'
    room.turn(EARLIER)
    assert "cannot read" in room.screen.earlier.told.text()
    assert not room.screen.earlier.go_on.isEnabled()


def test_there_is_no_earlier_batch_at_first(room):
    room.turn(EARLIER)
    assert room.screen.earlier.nothing.isVisible()


def test_a_folder_that_is_gone_meanwhile_is_replaced_by_another(
    room, outbox, tmp_path, monkeypatch
):
    slowly(monkeypatch)
    begin(room, outbox)
    shutil.rmtree(outbox)
    room.settle()
    page = room.new.run
    assert "is not there" in page.problem.text()
    assert room.batch().state is BatchState.CANCELLED
    page.resume.click()
    room.settle()
    earlier = room.screen.earlier
    assert earlier.table.selected().batch_id == room.batch().batch_id
    assert earlier.folder.edit.hasFocus()
    other = tmp_path / "other"
    other.mkdir()
    room.press(str(other))
    earlier.go_on.click()
    earlier.go_on.click()
    room.settle()
    assert room.batch().state is BatchState.DONE
    assert len(list(other.iterdir())) == 5
