"""The four steps that every procedure goes through, tried with a small procedure of its own."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from db.errors import OutOfReach, RuleBroken
from db.rules.contact_words import Speaker
from db.rules.member_words import MailLanguage
from desktop.screens.procedures import form_keys
from desktop.screens.procedures.form import Checked
from desktop.screens.procedures.frame import Step
from tests.desktop.procedure_help import (
    ENTER,
    ESC,
    F4,
    F5,
    F12,
    case_of,
    fill_in,
    identify,
    open_case,
    press,
)
from tests.typing_help import compose_text

NEXT_ERROR = (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_E)


@pytest.fixture
def case(desk):
    return open_case(desk)


@pytest.fixture
def frame(open_small, case):
    return open_small(case)


def shown(frame):
    return [banner.text() for banner in frame.input.banners.banners()]


def test_a_procedure_is_carried_through_by_keyboard(frame, shop, qtbot):
    assert frame.focusWidget() is frame.form.town.edit
    fill_in(frame)
    press(frame, F12)
    assert frame.step is Step.CHECK
    assert frame.check.lines[0] == Checked("E-mail", "old@example.jp", "old@example.jp")
    assert shop.acts == []
    with qtbot.waitSignal(frame.done):
        press(frame, F12)
    assert frame.step is Step.DONE
    assert frame.last.receipt.text() == "20240918-0000-0001"
    assert "old e-mail address is told" in frame.last._steps.text()
    with qtbot.waitSignal(frame.closed):
        press(frame, ESC)


def test_nothing_is_carried_out_without_the_check_page_and_never_twice(frame, shop, qtbot):
    fill_in(frame)
    press(frame, F12)
    with qtbot.waitSignal(frame.done):
        press(frame, F12, F12, F12, ESC)
    press(frame, F12)
    assert len(shop.acts) == 1


def test_a_key_held_down_does_not_run_through_the_check_page(frame):
    fill_in(frame)
    for repeated in (False, True, True):
        event = _key(F12, repeated=repeated)
        frame.keys.handles(event)
    assert frame.step is Step.CHECK
    assert frame.check.go.isEnabled()  # nothing is being carried out


def _key(key, *, repeated):
    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", repeated)


def test_what_is_wrong_stands_at_the_field_and_above_in_the_same_words(frame):
    press(frame, F12)
    assert frame.step is Step.INPUT
    faults = frame.input.summary.faults()
    assert [fault.words for fault in faults] == ["Type the town", "Explain this and set the tick"]
    assert frame.form.town.error() == "Type the town"
    assert frame.input.summary.links[0].hasFocus()
    press(frame, NEXT_ERROR)
    assert frame.form.town.edit.hasFocus()
    press(frame, NEXT_ERROR)
    assert frame.input.consent.hasFocus()
    press(frame, NEXT_ERROR, "Kanazawa")
    assert frame.form.town.error() == ""
    assert len(frame.input.summary.faults()) == 1


def test_a_missing_tick_alone_takes_the_focus(frame):
    press(frame, "Kanazawa", F12)
    assert frame.input.consent.hasFocus()
    press(frame, Qt.Key.Key_Space, F12)
    assert frame.step is Step.CHECK


def test_fields_are_tidied_before_they_are_checked(frame):
    fill_in(frame)
    frame.form.email.edit.setFocus()
    frame.form.email.edit.setText("")
    press(frame, "ｎｅｗ ＠example.jp", F12)
    assert frame.check.lines[0].value == "new@example.jp"


def test_enter_that_ends_a_conversion_does_not_leave_the_field(frame):
    compose_text(frame.form.town.edit, "かなざわ")
    press(frame, ENTER)
    assert frame.form.town.edit.hasFocus()
    press(frame, "金沢", ENTER)
    assert frame.form.secret.edit.hasFocus()
    press(frame, (Qt.KeyboardModifier.ShiftModifier, ENTER))
    assert frame.form.town.edit.hasFocus()


def test_back_from_the_check_page_everything_is_still_typed(frame):
    fill_in(frame)
    press(frame, F12, ESC)
    assert frame.step is Step.INPUT
    assert frame.form.town.text() == "Kanazawa"


def test_a_refusal_is_shown_at_its_field_and_nothing_typed_is_lost(frame, shop, qtbot):
    shop.errors = [RuleBroken("text.unreadable", field="email")]
    fill_in(frame)
    press(frame, F12, F12)
    qtbot.waitUntil(lambda: frame.step is Step.INPUT)
    words = frame.form.email.error()
    assert words.startswith("The text has a character")
    assert [fault.words for fault in frame.input.summary.faults()] == [words]
    assert frame.form.town.text() == "Kanazawa"
    press(frame, NEXT_ERROR, "x")
    assert frame.form.email.error() == ""


def test_a_contact_whose_check_no_longer_holds_is_asked_again(frame, shop, qtbot):
    shop.errors = [RuleBroken("identity.missing")]
    fill_in(frame)
    press(frame, F12, F12)
    qtbot.waitUntil(lambda: frame.step is Step.IDENTITY)
    with qtbot.waitSignal(frame.identity_wanted):
        press(frame, F4)


def test_what_no_field_is_to_blame_for_stands_above_the_form_once(frame, shop, qtbot):
    shop.errors = [RuleBroken("permission.denied"), RuleBroken("permission.denied")]
    fill_in(frame)
    for _ in range(2):
        press(frame, F12, F12)
        qtbot.waitUntil(lambda: frame.step is Step.INPUT)
        assert shown(frame) == ["Your role may not do this. A supervisor or administrator can."]
    assert frame.form.town.text() == "Kanazawa"


def test_when_the_database_is_away_the_same_act_is_tried_again(frame, shop, qtbot):
    shop.errors = [OutOfReach("unreachable")]
    fill_in(frame)
    press(frame, F12, F12)
    qtbot.waitUntil(lambda: frame.check.banners.banners() != [])
    assert frame.step is Step.CHECK
    with qtbot.waitSignal(frame.done):
        press(frame, F12)
    assert shop.acts[0] == shop.acts[1]


def test_what_another_counter_changed_is_compared_and_reloaded(frame, shop, qtbot):
    press(frame, "Kanazawa")
    frame.form.email.edit.setText("mine@example.jp")
    frame.input.consent.setChecked(True)
    shop.version, shop.facts = (
        2,
        shop.facts
        | {
            "email": "theirs@example.jp",
            "language": MailLanguage.EN,
        },
    )
    press(frame, F12, F12)
    qtbot.waitUntil(lambda: frame.input.banners.banners() != [])
    (told,) = shown(frame)
    assert "E-mail: old@example.jp → theirs@example.jp" in told
    assert "Language: Japanese → English" in told
    assert frame.form.email.text() == "mine@example.jp"
    press(frame, F5)
    assert shown(frame) == []
    assert frame.form.email.text() == "mine@example.jp"
    assert "theirs@example.jp" in frame.form.email.notice()
    assert frame.form.language.value() is MailLanguage.EN
    press(frame, F12)
    assert frame.check.lines[0] == Checked("E-mail", "mine@example.jp", "theirs@example.jp")
    with qtbot.waitSignal(frame.done):
        press(frame, F12)


def test_nothing_of_the_customers_is_shown_before_the_identity_check(desk, open_small, qtbot):
    case = open_case(desk, known=False)
    frame = open_small(case, step=Step.IDENTITY)
    assert frame.blocked.fact() == "The identity check has not been done"
    assert frame.form.email.text() == ""
    assert not frame.form.isVisible()
    with qtbot.waitSignal(frame.identity_wanted):
        press(frame, F4)
    press(frame, F12)
    identify(desk, case.contact.contact_id)
    frame.set_case(case_of(desk, case.contact.contact_id))
    qtbot.waitUntil(lambda: frame.step is Step.INPUT)
    assert frame.form.email.text() == "old@example.jp"


def test_somebody_who_lives_there_does_not_handle_the_membership(desk, open_small):
    frame = open_small(open_case(desk, speaker=Speaker.CO_RESIDENT), step=Step.IDENTITY)
    assert frame.blocked.fact() == "Whoever was identified may not do this for the customer"


def test_a_form_that_cannot_be_fetched_says_why_and_is_fetched_again(open_small, case, shop, qtbot):
    shop.facts["nothing"] = True
    frame = open_small(case, step=Step.IDENTITY)
    qtbot.waitUntil(lambda: frame.blocked.fact() == "This cannot be done now")
    del shop.facts["nothing"]
    press(frame, F5)
    qtbot.waitUntil(lambda: frame.step is Step.INPUT)


def test_a_frame_taken_away_leaves_nothing_behind(frame):
    form = frame.form
    shiboken6.delete(frame)
    assert not shiboken6.isValid(form)


def test_once_done_f12_is_the_windows_again_but_not_at_once(frame, qtbot):
    fill_in(frame)
    press(frame, F12)
    with qtbot.waitSignal(frame.done):
        press(frame, F12)
    assert frame.wants(form_keys.F12)
    qtbot.waitUntil(lambda: not frame.wants(form_keys.F12))
