"""Deciding on cut-offs at the keyboard: checked first, then carried out, never by one alone."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.models import Batch, CutoffDecision, Document, Staff
from db.queries.cutoff_decisions import undecided
from db.rules.words import Role
from desktop.actions import Commit
from tests.desktop.batch_room import AS_OF, Room, town_url

DECISIONS = 2


@pytest.fixture
def sqlite_url(sqlite_template, tmp_path, tmp_path_factory):
    return town_url(sqlite_template, tmp_path, tmp_path_factory)


@pytest.fixture
def desk(desk_for):
    return desk_for(Role.SUPERVISOR)


@pytest.fixture
def room(desk, show, qtbot):
    return Room(desk, show, qtbot)


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
