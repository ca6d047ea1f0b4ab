"""The window in which the customer types: what they may, what the staff get to know of it."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtWidgets import QLineEdit
from sqlalchemy import select

from db.commands import member_secrets
from db.guard.member_secrets import PreparedAnswer, PreparedPassword
from db.models import AuditEvent
from db.rules.contact_words import Channel
from db.rules.member_words import SecretQuestion
from db.rules.words import Role
from desktop.customer_asks import CustomerAsk, CustomerGave, Typing, Wanted, why_not
from desktop.screens.customer_input import CustomerInput
from desktop.widgets.check_line import CheckState
from tests.desktop.procedure_help import ENTER, ESC, open_case, press
from tests.member_factories import add_former_password, add_member

CHOSEN = "mado kara mizu"
BOTH = (Wanted.PASSWORD, Wanted.ANSWER)


@pytest.fixture
def window(desk):
    window = CustomerInput(desk)
    window.told = []
    window.progressed.connect(window.told.append)
    yield window
    shiboken6.delete(window)


@pytest.fixture
def ask(window, qtbot):
    """Ask the customer for something in their window, and give them the keyboard."""

    def ask(*wanted, **more):
        window.ask(asking(*wanted, **more))
        qtbot.waitUntil(window.isActiveWindow)

    return ask


def asking(*wanted, **more):
    facts = {"channel": Channel.COUNTER, "contact_id": 1, "login_id": "hanako4821"}
    return CustomerAsk(wanted, **(facts | more))


def typed(window):
    return [edit.text() for edit in window.findChildren(QLineEdit)]


def test_a_customer_chooses_a_password_and_an_answer_by_keyboard(ask, window, qtbot):
    ask(*BOTH, question=SecretQuestion.FIRST_PET)
    assert window.isVisible()
    with qtbot.waitSignal(window.gave) as signal:
        press(window, "ポチ", ENTER, CHOSEN, ENTER, CHOSEN, ENTER)
    (gave,) = signal.args
    assert isinstance(gave.password, PreparedPassword)
    assert gave.password.login_id == "hanako4821"
    assert isinstance(gave.answer, PreparedAnswer)
    assert gave.answer.question is SecretQuestion.FIRST_PET
    assert not window.isVisible()
    assert typed(window) == ["", "", ""]
    assert window.told == [Typing.TYPING, Typing.FITS, Typing.SET]
    assert CHOSEN not in repr(gave)
    assert "$2b$" not in repr(gave)


def test_what_is_typed_is_gone_as_soon_as_it_is_handed_in(ask, window, qtbot):
    ask(Wanted.PASSWORD)
    press(window, CHOSEN, ENTER, CHOSEN)
    with qtbot.waitSignal(window.gave):
        press(window, ENTER)
        assert typed(window) == ["", "", ""]


@pytest.mark.parametrize(
    ("first", "again", "broken"),
    [
        ("short", "short", 0),
        ("hanako4821", "hanako4821", 1),
        ("password1", "password1", 2),
        (CHOSEN, CHOSEN + "x", 4),
    ],
)
def test_a_password_that_will_not_do_is_told_in_the_window(ask, window, first, again, broken):
    ask(Wanted.PASSWORD)
    press(window, first, ENTER, again, ENTER)
    assert window.password.rules[broken].state is CheckState.BROKEN
    assert window.isVisible()
    assert window.told[-1] is Typing.TYPING
    assert window.password.new.edit.hasFocus()


def test_too_many_bytes_are_too_long(ask, window):
    ask(Wanted.PASSWORD)
    press(window, "みずまどからみえるやまはいつでもあおくてきれいだ", ENTER)
    assert window.password.rules[0].state is CheckState.KEPT
    window.password.new.edit.setText("みずまどからみえるやまはいつでもあおくてきれいだなあ")
    assert window.password.rules[0].state is not CheckState.KEPT


def test_an_empty_answer_is_asked_for_again(ask, window):
    ask(Wanted.ANSWER, question=SecretQuestion.FIRST_PET)
    press(window, " ", ENTER)
    assert window.isVisible()
    assert window.answer.answer.error()


@pytest.mark.parametrize("way", ["escape", "close", "lock", "time"])
def test_nothing_is_left_when_the_customer_gives_up(ask, window, qtbot, way):
    ask(Wanted.PASSWORD)
    press(window, CHOSEN)
    with qtbot.waitSignal(window.gave) as signal:
        {
            "escape": lambda: press(window, ESC),
            "close": window.close,
            "lock": window.give_up,
            "time": window._forgetting.timeout.emit,
        }[way]()
    assert signal.args == [CustomerGave()]
    assert not window.isVisible()
    assert typed(window) == ["", "", ""]
    assert window.told == [Typing.TYPING, Typing.NOT_YET]


@pytest.mark.parametrize("channel", [Channel.PHONE, Channel.POST, Channel.OFFICE])
def test_nobody_types_here_who_is_not_at_the_counter(window, desk, channel):
    window.ask(asking(Wanted.PASSWORD, channel=channel))
    assert not window.isVisible()
    assert why_not(desk, channel) == "Only at the counter: the customer types it themself."


def test_staff_on_the_phone_hand_over_no_password(desk_for):
    told = why_not(desk_for(Role.PHONE), Channel.COUNTER)
    assert told == "Counter staff and supervisors can do this."


def test_words_stand_in_both_languages(ask, window):
    ask(Wanted.ANSWER, question=SecretQuestion.FIRST_PET)
    assert "What was your first pet's name?" in window.answer.question.text()


def test_the_answer_turns_to_dots_when_it_is_left(ask, window):
    ask(*BOTH, question=SecretQuestion.FIRST_PET)
    press(window, "ポチ", ENTER)
    assert window.answer.answer.edit.displayText() != "ポチ"


@pytest.fixture
def member_id(desk):
    """A member whose first pet was called タマ, with their customer at the counter."""
    case = open_case(desk)
    with desk.database.writing() as session:
        member_id = add_member(
            session,
            case.head.customer_id,
            [case.contract_id],
            secret_question=SecretQuestion.FIRST_PET,
            secret_answer_hash=member_secrets.hash_answer("タマ"),
            secret_set_at=desk.now,
        )
    return member_id, case.contact.contact_id


@pytest.mark.parametrize(("answer", "passed", "left"), [("ポチ", False, 2), ("たま", True, 3)])
def test_staff_get_to_know_whether_an_answer_was_right_and_no_more(
    ask, window, desk, member_id, qtbot, answer, passed, left
):
    member, contact = member_id
    more = {"member_id": member, "contact_id": contact, "question": SecretQuestion.FIRST_PET}
    ask(Wanted.TRY, **more)
    with qtbot.waitSignal(window.gave) as signal:
        press(window, answer, ENTER)
    (gave,) = signal.args
    assert (gave.outcome.passed, gave.outcome.tries_left) == (passed, left)
    assert not window.isVisible()
    with desk.database.reading() as session:
        told = " ".join(str(event.facts) for event in session.scalars(select(AuditEvent)))
    assert answer not in told
    assert "タマ" not in told


def test_a_password_used_before_is_typed_anew(ask, window, desk, member_id, qtbot):
    member, contact = member_id
    with desk.database.writing() as session:
        add_former_password(session, member, member_secrets.hash_member_password(CHOSEN))
    ask(Wanted.PASSWORD, member_id=member, contact_id=contact)
    press(window, CHOSEN, ENTER, CHOSEN, ENTER)
    reused = window.password.rules[3]
    qtbot.waitUntil(lambda: reused.state is CheckState.BROKEN)
    assert window.isVisible()
    assert typed(window) == ["", "", ""]
    with qtbot.waitSignal(window.gave):
        press(window, "kawa kara mizu", ENTER, "kawa kara mizu", ENTER)
