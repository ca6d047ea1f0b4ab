"""Registering a member at the counter and by phone, by keyboard alone."""

from __future__ import annotations

import bcrypt
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from sqlalchemy import select

from db.commands.identity_checks import check_identity
from db.models import AuditEvent, Member, MemberContract, Outbox
from db.rules.contact_words import Channel, CheckItem, CheckMethod, Speaker
from db.rules.control_copy import NextStep
from db.rules.member_words import MailKind, MemberState, Procedure
from db.rules.words import EventKind, Role
from desktop.screens.customer_input import CustomerInput
from desktop.screens.procedures.frame import ProcedureFrame, Step
from desktop.screens.procedures.register import RegisterForm
from tests.desktop.procedure_help import ENTER, F9, F12, case_of, drafts, open_case, press
from tests.factories import add_contract, add_location
from tests.protection_factories import add_protection

CHOSEN = "mado kara mizu"
MAIL = "hanako@example.jp"


@pytest.fixture
def case(desk):
    return open_case(desk)


@pytest.fixture
def open_form(desk, show, qtbot):
    """Open the registration for a case, with the customer's own window beside it."""

    def open_form(case):
        frame = show(ProcedureFrame(desk, RegisterForm(desk, case)))
        frame.resize(1178, 620)
        frame.window_of_customer = CustomerInput(desk, frame)
        frame.customer_wanted.connect(frame.window_of_customer.ask)
        frame.window_of_customer.gave.connect(frame.customer_gave)
        frame.window_of_customer.progressed.connect(frame.customer_is)
        qtbot.waitUntil(lambda: frame.step is Step.INPUT)
        return frame

    return open_form


@pytest.fixture
def frame(open_form, case):
    return open_form(case)


def members(desk):
    with desk.database.reading() as session:
        return list(session.scalars(select(Member)))


def events(desk, kind):
    with desk.database.reading() as session:
        found = session.scalars(select(AuditEvent).where(AuditEvent.kind == kind))
        return [event.facts for event in found]


def customer_types(frame, qtbot, *keys):
    window = frame.window_of_customer
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(window.gave):
        press(window, *keys)
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)


def test_a_member_is_registered_with_nine_keys_besides_what_is_typed(desk, frame, qtbot):
    keys = []

    def hit(*some):
        keys.extend(key for key in some if not isinstance(key, str))
        press(frame, *some)

    assert frame.focusWidget() is frame.form.email.edit
    hit(MAIL, ENTER, MAIL, ENTER, "Hanako4821", F9)
    customer_types(frame, qtbot, "ポチ", ENTER, CHOSEN, ENTER, CHOSEN, ENTER)
    hit(F12, Qt.Key.Key_Space, F12)
    assert frame.step is Step.CHECK
    with qtbot.waitSignal(frame.done):
        hit(F12)
    assert len(keys) + 1 <= 9  # with the one that opens the form
    (member,) = members(desk)
    assert (member.name, member.kana) == ("山田 花子", "ヤマダ ハナコ")
    assert (member.email, member.login_id) == (MAIL, "hanako4821")
    assert member.postal_code == "9200853"
    assert member.state is MemberState.ACTIVE
    assert bcrypt.checkpw(CHOSEN.encode(), member.password_hash.encode())
    assert frame.last.receipt.text().startswith("20240918-")


def test_what_is_on_file_is_filled_in_and_that_is_on_record(desk, frame, case):
    form = frame.form
    assert form.name.text() == "山田 花子"
    assert form.phone.text() == "076-123-4567"
    assert form.postal.text() == "920-0853"
    assert form.address.text() == "金沢市本町1丁目2番3号"
    assert form.numbers.taken() == (case.contract_id,)
    assert len(events(desk, EventKind.REVEALED)) == 1


def test_other_locations_of_the_customer_can_be_ticked_too(desk, open_form, case, qtbot):
    with desk.database.writing() as session:
        other = add_contract(
            session, case.head.customer_id, add_location(session, "金沢市東町2丁目")
        )
    frame = open_form(case_of(desk, case.contact.contact_id))
    assert len(frame.form.numbers.ticks) == 2
    frame.form.numbers.take(frame.form.numbers.values())
    _register(frame, qtbot)
    with desk.database.reading() as session:
        held = set(session.scalars(select(MemberContract.contract_id)))
    assert held == {case.contract_id, other}


def _register(frame, qtbot):
    press(frame, MAIL, ENTER, MAIL, ENTER, "hanako4821", F12, Qt.Key.Key_Space, F12)
    with qtbot.waitSignal(frame.done):
        press(frame, F12)


def test_without_the_customers_window_a_one_time_password_is_mailed(desk, frame, qtbot):
    _register(frame, qtbot)
    (member,) = members(desk)
    assert member.password_hash is None
    assert member.secret_question is None
    with desk.database.reading() as session:
        kinds = set(session.scalars(select(Outbox.kind)))
    assert MailKind.ONE_TIME_PASSWORD in kinds
    assert "one-time password goes out by mail" in frame.last._steps.text()


def test_staff_see_only_how_far_the_customer_is(frame, qtbot):
    press(frame, MAIL, ENTER, MAIL, ENTER, "hanako4821", F9)
    window = frame.window_of_customer
    qtbot.waitUntil(window.isActiveWindow)
    chips = [chip.text() for chip in frame.form.secrets.chips.values()]
    assert chips == ["Password: not set yet", "Answer: not set yet"]
    press(window, "ポチ", ENTER, CHOSEN)
    chips = [chip.text() for chip in frame.form.secrets.chips.values()]
    assert chips == ["Password: ••••", "Answer: ••••"]
    press(window, ENTER, CHOSEN)
    assert "fits the rules" in frame.form.secrets.chips_text()
    with qtbot.waitSignal(window.gave):
        press(window, ENTER)
    assert frame.form.secrets.chips_text() == "Password: set Answer: set"


def test_nothing_goes_on_while_the_customer_is_still_typing(frame, qtbot):
    press(frame, MAIL, ENTER, MAIL, ENTER, "hanako4821", F9)
    window = frame.window_of_customer
    qtbot.waitUntil(window.isActiveWindow)
    press(window, "ポチ")
    frame.proceed()
    assert frame.step is Step.INPUT
    assert "still typing" in frame.form.secrets.error()


def test_the_control_copy_is_saved_without_the_secrets(frame, qtbot, tmp_path):
    press(frame, MAIL, ENTER, MAIL, ENTER, "hanako4821", F9)
    customer_types(frame, qtbot, "ポチ", ENTER, CHOSEN, ENTER, CHOSEN, ENTER)
    press(frame, F12, Qt.Key.Key_Space, F12)
    with qtbot.waitSignal(frame.done):
        press(frame, F12)
    press(frame, (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_S))
    qtbot.waitUntil(lambda: frame.findChildren(QFileDialog) != [])
    (dialog,) = frame.findChildren(QFileDialog)
    file = tmp_path / "copy.pdf"
    with qtbot.waitSignal(frame.paper.out.left):
        dialog.fileSelected.emit(str(file))
    document = pypdfium2.PdfDocument(file)
    told = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert frame.last.receipt.text() in told
    assert MAIL in told
    assert CHOSEN not in told
    assert "ポチ" not in told
    dialog.close()


def test_a_protected_customer_is_not_filled_in(desk_for, open_form):
    desk = desk_for(Role.SUPERVISOR)
    case = open_case(desk)
    with desk.database.writing() as session:
        add_protection(session, case.head.customer_id)
    frame = open_form(case)
    assert frame.form.name.text() == "山田 花子"
    assert frame.form.address.text() == ""
    assert frame.form.phone.text() == ""


def test_another_login_id_asks_for_the_password_again(frame, qtbot):
    press(frame, MAIL, ENTER, MAIL, ENTER, "hanako4821", F9)
    customer_types(frame, qtbot, "ポチ", ENTER, CHOSEN, ENTER, CHOSEN, ENTER)
    frame.form.login_id.edit.setText("hanako4822")
    assert frame.form.secrets.chips_text() == "Password: not set yet Answer: set"


def test_the_customer_is_asked_only_for_a_login_id_that_will_do(frame):
    press(frame, F9)
    assert not frame.window_of_customer.isVisible()
    assert [fault.at for fault in frame.input.summary.faults()] == [frame.form.login_id.edit]


def test_a_login_id_that_is_taken_is_told_while_it_is_typed(desk, open_form, frame, qtbot):
    _register(frame, qtbot)
    second = open_form(open_case(desk, name="北村 一郎", kana="キタムラ イチロウ"))
    second.form.login_id.edit.setText("HANAKO4821")
    qtbot.waitUntil(lambda: second.form.login_id.problem() is not None)
    assert second.form.problems()["login_id"].code == "login_id.taken"
    second.form.login_id.edit.setText("kitamura1")
    qtbot.waitUntil(lambda: "free" in second.form.login_id.editor.accessibleDescription())


def test_who_is_a_member_already_is_not_registered_again(desk, frame, case, show, qtbot):
    _register(frame, qtbot)
    again = show(ProcedureFrame(desk, RegisterForm(desk, case)))
    qtbot.waitUntil(lambda: again.blocked.fact() == "This cannot be done now")


def test_two_addresses_that_differ_are_told(frame):
    press(frame, MAIL, ENTER, "hanko@example.jp", F12)
    faults = {fault.label: fault.words for fault in frame.input.summary.faults()}
    assert faults["E-mail once more"] == "The two addresses are not the same"
    assert frame.form.again.error() == "The two addresses are not the same"


def test_the_town_of_a_postal_code_is_picked_from_a_list(frame, qtbot):
    frame.form.pick.postal.setText("9200001")
    frame.form.pick.button.click()
    menu = frame.form.pick.menu
    qtbot.waitUntil(menu.isVisible)
    assert frame.form.address.text() == "金沢市本町1丁目2番3号"
    qtbot.keyClick(menu, ENTER)
    assert frame.form.address.text() == "金沢市千木町"
    frame.form.address.edit.undo()
    assert frame.form.address.text() == "金沢市本町1丁目2番3号"


def test_a_postal_code_that_is_nowhere_is_told(frame, qtbot):
    frame.form.pick.postal.setText("0000000")
    frame.form.pick.button.click()
    qtbot.waitUntil(lambda: frame.form.postal.error() == "Not in the list")


def test_by_phone_nobody_types_in_the_customers_window(desk, open_form, qtbot):
    case = open_case(desk, channel=Channel.PHONE, known=False)
    _known_by_call_back(desk, case)
    frame = open_form(case_of(desk, case.contact.contact_id))
    assert not frame.form.secrets.button.isEnabled()
    assert "Only at the counter" in frame.form.secrets.button.toolTip()
    press(frame, F9)
    _register(frame, qtbot)
    (member,) = members(desk)
    assert member.state is MemberState.PENDING
    assert frame.last._done.next_steps[0] is NextStep.UNDER_REVIEW


def _known_by_call_back(desk, case):
    with desk.database.writing() as session:
        check_identity(
            session,
            case.contact.contact_id,
            speaker=Speaker.USER,
            method=CheckMethod.CALL_BACK,
            given=frozenset({CheckItem.NAME, CheckItem.PLACE, CheckItem.CALLED_BACK}),
            by=desk.actor,
            now=desk.now,
        )


def test_the_draft_has_what_was_typed_but_no_secret(desk, frame, qtbot):
    press(frame, MAIL, ENTER, MAIL, ENTER, "hanako4821", F9)
    customer_types(frame, qtbot, "ポチ", ENTER, CHOSEN, ENTER, CHOSEN, ENTER)
    qtbot.waitUntil(lambda: drafts(frame) != {})
    draft = drafts(frame)[Procedure.REGISTER]
    assert draft["email"] == MAIL
    assert CHOSEN not in str(draft)
    assert "ポチ" not in str(draft)
    assert "$2b$" not in str(draft)
