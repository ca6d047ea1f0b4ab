"""What every screen is given."""

from __future__ import annotations

import datetime as dt

from db.rules.words import Role


def test_the_clock_at_the_counter_only_moves_when_told(desk, clock):
    assert desk.today == dt.date(2024, 9, 18)
    clock.advance(hours=6)
    assert desk.today == dt.date(2024, 9, 19)
    assert desk.now.utcoffset() == dt.timedelta(hours=9)


def test_what_is_done_is_done_by_whoever_signed_in(desk_for):
    desk = desk_for(Role.SUPERVISOR)
    assert desk.staff.role is Role.SUPERVISOR
    assert desk.actor.staff_id == desk.staff.id


def test_work_on_the_database_comes_back_to_the_desk(qtbot, desk):
    got = []
    desk.tasks.read(desk.messages, lambda session: session.bind.dialect.name, got.append)
    qtbot.waitUntil(lambda: got == ["sqlite"])
