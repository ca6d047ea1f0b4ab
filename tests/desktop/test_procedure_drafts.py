"""What is typed into a procedure is kept: by itself, and at once when somebody goes."""

from __future__ import annotations

import pytest
import shiboken6

from db.commands.drafts import keep_draft
from db.rules.member_words import Procedure
from tests.desktop.procedure_help import (
    ENTER,
    ESC,
    F12,
    drafts,
    drafts_of_case,
    fill_in,
    open_case,
    press,
)


@pytest.fixture
def case(desk):
    return open_case(desk)


@pytest.fixture
def frame(open_small, case):
    return open_small(case)


def test_a_draft_is_kept_by_itself_and_never_a_secret(frame, qtbot):
    press(frame, "Kanazawa", ENTER, "mado kara mizu")
    qtbot.waitUntil(lambda: frame.input.note.text() == "Draft kept 18:13")
    (draft,) = drafts(frame).values()
    assert draft["town"] == "Kanazawa"
    assert "mado" not in str(draft)


def test_a_draft_comes_back_and_can_be_discarded(desk, open_small, case, qtbot):
    with desk.database.writing() as session:
        keep_draft(
            session,
            case.contact.contact_id,
            form=Procedure.CHANGE,
            content={"town": "Hakusan"},
            by=desk.actor,
            now=desk.now,
        )
    frame = open_small(case)
    assert frame.form.town.text() == "Hakusan"
    assert frame.form.email.text() == "old@example.jp"
    frame.input.banners.banners()[0].action.click()
    assert frame.form.town.text() == ""
    qtbot.waitUntil(lambda: drafts(frame) == {})


def test_leaving_keeps_what_was_just_typed(frame, qtbot):
    with qtbot.waitSignal(frame.closed):
        press(frame, "Kanazawa", ESC)
    assert drafts(frame)[Procedure.CHANGE]["town"] == "Kanazawa"


def test_closing_the_frame_under_the_clerk_keeps_what_was_just_typed(frame, case, qtbot):
    desk = frame.form.desk
    press(frame, "Kana")
    frame.hide()
    frame.show()
    press(frame, "zawa")
    frame.hide()
    shiboken6.delete(frame)
    town = {"town": "Kanazawa"}.items()
    qtbot.waitUntil(lambda: town <= drafts_of_case(desk, case).get(Procedure.CHANGE, {}).items())


def test_what_was_done_leaves_no_draft(frame, qtbot):
    fill_in(frame)
    qtbot.waitUntil(lambda: drafts(frame) != {})
    with qtbot.waitSignal(frame.done):
        press(frame, F12, F12)
    qtbot.waitUntil(lambda: drafts(frame) == {})
