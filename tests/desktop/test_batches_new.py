"""A supervisor issues a batch: criteria, plan, folder, files; by keyboard, and when things fail."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.models import Batch, Document
from db.rules.paper import BatchState, Exclusion, PaperKind
from db.rules.words import EventKind, Role
from desktop.actions import Commit
from tests.desktop.batch_room import BUNDLE, ENTER, ESC, Room, town_url
from tests.desktop.member_help import events
from tests.protection_factories import add_protection


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
    return tmp_path / "outbox"


def reasons(room):
    """How many are left out for each reason, as it is shown."""
    return {why: number for why, number, _ in room.new.plan.reasons.lines()}


def count(room, table):
    with room.desk.database.reading() as session:
        return session.scalar(select(func.count()).select_from(table))


def test_from_the_criteria_to_the_files_without_the_mouse(room, outbox):
    outbox.mkdir()
    form, plan = room.new.form, room.new.plan
    assert form.kind.combo.hasFocus()
    assert room.screen.commits is Commit.CHECK
    room.look()
    assert plan.planned.hasFocus()
    assert room.screen.commits is Commit.CARRY_OUT
    before = count(room, Document)
    sums = dict(plan.totals.lines())
    plan.folder.edit.setFocus()
    room.press(str(outbox))
    room.proceed()
    batch, (notices, yen, numbers) = room.batch(), room.issued()
    assert batch.state is BatchState.DONE
    assert sums["Notices"] == str(notices)
    assert sums["Together"] == f"¥{yen:,}"
    assert yen == batch.issued.yen
    asked = room.asked()
    assert asked > yen  # a fee comes on what is asked for of sewerage
    assert [of for *_, of in room.new.run.sums.lines()[:3]] == [
        f"¥{each:,}" for each in (yen, asked - yen, asked)
    ]
    assert numbers == list(range(numbers[0], numbers[0] + notices))
    assert count(room, Document) == before + notices
    bundles = -(-notices // BUNDLE)
    names = sorted(path.name for path in outbox.iterdir())
    assert len(names) == bundles + 2
    shown = [room.new.run.files.records.rows()[at].name for at in range(len(names))]
    assert sorted(shown) == names
    assert room.new.run.done.isVisible()
    assert room.screen.commits is None
    assert room.new.run.new.hasFocus()
    room.press(ENTER)
    assert form.kind.combo.hasFocus()


def test_a_batch_run_again_has_nothing_to_send(room, outbox):
    room.issue(outbox)
    room.new.run.new.click()
    room.proceed()
    plan = room.new.plan
    assert plan.nothing.isVisible()
    assert plan.nothing.fact.text() == "Nothing to send"
    assert not plan.issue.isEnabled()
    assert room.screen.commits is None
    assert reasons(room)["Sent already"]
    room.press(ESC)
    assert room.new.form.isVisible()


def test_what_is_wrong_stands_at_its_field_and_what_was_typed_stays(room):
    form = room.new.form
    room.choose(PaperKind.CUTOFF_WARNING)
    form.due_from.edit.setText("R6.9.40")
    room.proceed()
    assert "no date" in form.due_from.error()
    assert [fault.words for fault in room.new.summary.faults()] == [form.due_from.error()]
    assert room.new.summary.links[0].hasFocus()
    form.due_from.edit.setText("R6.9.1")
    form.due_to.edit.setText("2024/8/1")
    room.proceed()
    assert "after the last" in form.due_to.error()
    form.due_to.edit.setText("R6.9.30")
    form.limit_on.edit.setText("9/20")
    room.proceed()
    assert "2024/10/02" in form.limit_on.error()
    form.limit_on.edit.clear()
    form.issued_on.edit.setText("2024/9/1")
    room.proceed()
    assert form.issued_on.error()
    form.issued_on.edit.setText("令和6年9月18日")
    room.proceed()
    assert room.new.plan.isVisible()
    assert (room.new.plan.found.criteria.due_from.day, form.due_from.text()) == (1, "R6.9.1")
    assert dict(room.new.plan.facts.facts())["Limit"] == "2024/10/02"


def test_some_are_always_left_out_and_money_reasons_rest_without_money(room):
    exclusions = room.new.form.exclusions
    ticks = dict(zip(exclusions.values(), exclusions.ticks, strict=True))
    room.choose(PaperKind.REMINDER)
    assert not ticks[Exclusion.PROTECTED].isEnabled()
    assert ticks[Exclusion.PROTECTED].isChecked()
    assert "always" in ticks[Exclusion.PROTECTED].text()
    room.proceed()
    assert "Debit requested" in reasons(room)
    room.press(ESC)
    ticks[Exclusion.DEBIT_REQUESTED].setFocus()
    room.press(" ")
    room.proceed()
    assert "Debit requested" not in reasons(room)
    room.press(ESC)
    room.choose(PaperKind.REFUND)
    assert not ticks[Exclusion.DISPUTE].isEnabled()
    assert ticks[Exclusion.RETURNED_MAIL].isEnabled()
    assert not room.new.form.minimum.edit.isEnabled()
    assert not room.new.form.limit_on.edit.isEnabled()


def test_a_minimum_keeps_small_debts_back(room):
    room.choose(PaperKind.REMINDER)
    room.new.form.minimum.edit.setText("10000")
    room.proceed()
    assert all(line.candidate.sum.yen >= 10_000 for line in room.new.plan.found.planned)
    assert "Below the minimum" in reasons(room)


def closed(tmp_path):
    if os.geteuid() == 0:
        return Path("/sys")  # even for the administrator
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    return folder


def test_without_a_folder_that_takes_files_nothing_is_planned(room, outbox, tmp_path):
    room.look()
    field = room.new.plan.folder
    room.proceed()
    assert field.error() == "Choose the folder that the files go to."
    assert field.edit.hasFocus()
    for folder, told in ((outbox, "is not there"), (closed(tmp_path), "may not write")):
        field.edit.setText(str(folder))
        room.proceed()
        assert told in field.error()
        assert room.new.plan.isVisible()
        assert room.screen.commits is Commit.CARRY_OUT
    assert count(room, Batch) == 0
    outbox.mkdir()
    field.take(str(outbox))
    assert field.error() == ""
    room.proceed()
    assert room.batch().state is BatchState.DONE


def test_the_last_folder_is_offered_again(room, outbox, desk, show, qtbot):
    room.issue(outbox)
    again = Room(desk, show, qtbot)
    again.look(PaperKind.DEMAND)
    assert again.new.plan.folder.folder() == outbox


def test_the_lists_leave_as_files_and_name_nobody_who_is_protected(room, tmp_path):
    room.look()
    someone = room.new.plan.found.planned[0].candidate
    with room.desk.database.writing() as session:
        add_protection(session, someone.customer_id)
    room.press(ESC)
    room.proceed()
    plan = room.new.plan
    plan.which.button(1).click()
    line = next(each for each in plan.found.left_out if each.out.exclusion is Exclusion.PROTECTED)
    assert line.name == ""
    file = tmp_path / "left_out.csv"
    plan._save()
    plan.save_to(str(file))
    room.settle()
    rows = list(csv.reader(file.read_text("utf-8-sig").splitlines()))
    assert rows[0][:3] == ["Customer no.", "Addressee", "Reason"]
    assert len(rows) == len(plan.found.left_out) + 1
    assert someone.recipient.to.name not in [row[1] for row in rows if row[2].startswith("Prot")]
    (facts,) = events(room.desk, EventKind.EXPORTED)
    assert '"batch_left_out_csv"' in facts
    assert str(len(plan.found.left_out)) in facts


def test_the_plan_follows_the_language_chosen(room):
    room.look()
    room.desk.language.toggle()
    totals = room.new.plan.totals
    room.qtbot.waitUntil(lambda: "円" in totals.lines()[-1][1])
    room.desk.language.toggle()


def test_a_clerk_is_told_who_issues_batches(desk_for, show, qtbot):
    room = Room(desk_for(Role.COUNTER), show, qtbot)
    assert room.screen.refusal.isVisible()
    assert room.screen.refusal.hint.text() == "Supervisors can do this."
    assert room.screen.commits is None
    room.proceed()
    assert room.batch() is None
