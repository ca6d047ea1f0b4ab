"""Batches that run, stop and go on, those there are, and decisions on cut-offs."""

from __future__ import annotations

import datetime as dt
import sys

import pytest
from sqlalchemy import select

from db.commands.batches import plan
from db.errors import OutOfReach
from db.models import Batch, CutoffDecision, Document, Staff
from db.queries.cutoff_decisions import undecided
from db.rules.batch_criteria import BatchCriteria
from db.rules.paper import BatchState, PaperKind
from db.rules.words import Role
from desktop.actions import Commit
from desktop.screens.batches import running
from tests.desktop.batch_room import AS_OF, BUNDLE, ENTER, ESC, Room, town_url

NEW, EARLIER, DECISIONS = range(3)


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


def decisions(room):
    with room.desk.database.reading() as session:
        made = session.scalars(select(CutoffDecision).order_by(CutoffDecision.id.desc()))
        return list(made)


def test_a_cut_off_is_checked_and_then_decided(room):
    room.turn(DECISIONS)
    part = room.screen.decisions
    waiting = len(part.table.records.rows())
    assert room.screen.part.button(DECISIONS).text() == f"Cut-off decisions {waiting}"
    before = len(decisions(room))
    assert part.table.hasFocus()
    room.proceed()
    assert part.day.error()
    assert part.reason.error() == "Type why it is decided so."
    assert part.day.edit.hasFocus()
    room.press("R6.9.24")
    part.reason.edit.setFocus()
    room.press("No answer to three letters")
    assert room.screen.commits is Commit.CHECK
    room.proceed()
    assert room.screen.commits is Commit.CARRY_OUT
    assert "24 Sep 2024" in part.told.text()
    assert len(decisions(room)) == before
    room.proceed()
    room.settle()
    made = decisions(room)
    assert len(made) == before + 1
    assert (made[0].approved, made[0].execute_on) == (1, dt.date(2024, 9, 24))
    assert len(part.table.records.rows()) == waiting - 1
    assert (part.day.text(), part.reason.text()) == ("", "")


def test_a_cut_off_is_declined_with_a_reason(room):
    room.turn(DECISIONS)
    part = room.screen.decisions
    part.which.button(1).click()
    assert not part.day.isVisible()
    part.reason.edit.setFocus()
    room.press("They moved out")
    room.proceed()
    assert "keeps the water" in part.told.text()
    room.press(" ")  # whoever changes something looks again
    assert room.screen.commits is Commit.CHECK
    room.proceed()
    room.proceed()
    room.settle()
    assert (decisions(room)[0].approved, decisions(room)[0].execute_on) == (0, None)


def test_a_day_on_which_the_bureau_is_closed_is_refused_at_its_field(room):
    room.turn(DECISIONS)
    part = room.screen.decisions
    part.day.edit.setText("2024/9/22")
    part.reason.edit.setText("reason")
    room.proceed()
    room.proceed()
    assert "open" in part.day.error()
    assert room.screen.commits is Commit.CHECK
    assert part.reason.text() == "reason"


def test_whoever_planned_a_warning_leaves_it_to_another(room):
    desk = room.desk
    with desk.database.writing() as session:
        own = undecided(session, AS_OF)[0]
        warning = session.get_one(Document, own.document_id)
        warning.issued_by = desk.staff.id
        if warning.batch_id is not None:
            session.get_one(Batch, warning.batch_id).planned_by = desk.staff.id
    room.turn(DECISIONS)
    part = room.screen.decisions
    assert "another supervisor" in part.told.text()
    assert not part.decide.isEnabled()
    assert room.screen.commits is None
    with desk.database.writing() as session:
        for other in session.scalars(select(Staff).where(Staff.role == Role.SUPERVISOR)):
            if other.id != desk.staff.id:
                other.left_on = AS_OF
    room.screen.reload()
    room.settle()
    assert part.decide.isEnabled()  # there is nobody else


def test_a_warning_decided_at_another_desk_is_told(room):
    room.turn(DECISIONS)
    part = room.screen.decisions
    each = part.table.selected()
    with room.desk.database.writing() as session:
        decision = CutoffDecision(
            contract_id=each.contract_id,
            warning_id=each.document_id,
            approved=0,
            reason="paid at the counter",
            decided_by=room.desk.staff.id,
            decided_on=AS_OF,
        )
        session.add(decision)
    part.day.edit.setText("2024/9/24")
    part.reason.edit.setText("reason")
    room.proceed()
    room.proceed()
    room.settle()
    assert f"warning {each.number} already" in room.told[0]
    assert each.number not in [row.number for row in part.table.records.rows()]
