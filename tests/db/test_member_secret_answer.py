"""Trying the secret answer: three wrong ones end it until midnight in Japan."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from db.commands.secret_answers import take_try, tries_left_today
from db.engine import Database, open_engine
from db.errors import RuleBroken
from db.guard.member_secrets import AnswerOutcome, prepare_answer, try_answer
from db.models import Contact
from db.rules.contact_words import Channel, ContactState
from db.rules.member_words import MemberState, SecretQuestion
from db.rules.words import EventKind, Role
from tests.db.member_desk import MemberDesk
from tests.protection_factories import add_protection

WRONG = AnswerOutcome(passed=False, tries_left=0)


@pytest.fixture
def desk(database, clock):
    return MemberDesk(database, clock)


def try_(desk, member_id, answer, *, database=None, **more):
    facts = {"contact_id": desk.contact_id, "channel": Channel.COUNTER} | more
    database = database or desk.database
    return try_answer(database, member_id, answer, by=desk.by, now=desk.clock(), **facts)


def refusal(desk, member_id, answer="ポチ", **more):
    with pytest.raises(RuleBroken) as broken:
        try_(desk, member_id, answer, **more)
    return broken.value.code


def tries(desk):
    return len(desk.events(EventKind.SECRET_ANSWER_TRIED))


@pytest.mark.parametrize("typed", ["タマ", "たま", "ﾀﾏ", " た ま ", "タマー"])
def test_the_right_answer_passes_in_any_script(desk, typed):
    assert try_(desk, desk.member(), typed) == AnswerOutcome(passed=True, tries_left=3)


def test_three_wrong_answers_end_it_for_the_day(desk, clock):
    member_id = desk.member()
    outcomes = [try_(desk, member_id, "ポチ") for _ in range(3)]
    assert [outcome.tries_left for outcome in outcomes] == [2, 1, 0]
    assert try_(desk, member_id, "タマ") == WRONG
    clock.advance(hours=5, minutes=46)  # one minute to midnight in Japan
    assert try_(desk, member_id, "タマ") == WRONG
    clock.advance(minutes=1)
    assert try_(desk, member_id, "タマ").passed


def test_it_counts_per_customer_and_not_per_contact_or_clerk(desk, clock):
    member_id = desk.member()
    for _ in range(3):
        try_(desk, member_id, "ポチ", contact_id=desk.meet())
    assert try_(desk, member_id, "タマ", contact_id=desk.meet()) == WRONG


def test_a_right_answer_uses_up_no_try(desk):
    member_id = desk.member()
    try_(desk, member_id, "ポチ")
    assert try_(desk, member_id, "タマ") == AnswerOutcome(passed=True, tries_left=2)


def test_a_try_that_nobody_lived_to_look_at_counts(desk):
    member_id = desk.member()
    for _ in range(3):  # the program dies between the count and the look
        with desk.database.writing() as session:
            facts = {"contact_id": desk.contact_id, "channel": Channel.COUNTER}
            take_try(session, member_id, by=desk.by, now=desk.clock(), **facts)
    assert try_(desk, member_id, "タマ") == WRONG


def test_neither_a_rollback_nor_a_restart_gives_a_try_back(desk, database_url):
    member_id = desk.member()
    with desk.database.engine.connect() as around:  # whoever calls it may roll back their own
        for _ in range(2):
            try_(desk, member_id, "ポチ")
        around.rollback()
    try_(desk, member_id, "ポチ")
    restarted = Database(open_engine(database_url))
    try:
        assert try_(desk, member_id, "タマ", database=restarted) == WRONG
    finally:
        restarted.dispose()


def test_of_eight_windows_at_once_three_are_counted(desk):
    member_id = desk.member()
    with ThreadPoolExecutor(8) as windows:
        answers = ["ポチ"] * 8
        outcomes = list(windows.map(lambda answer: try_(desk, member_id, answer), answers))
    assert sorted(outcome.tries_left for outcome in outcomes) == [0] * 6 + [1, 2]
    assert tries(desk) == 3


def test_the_answer_is_in_no_event(desk):
    member_id = desk.member()
    try_(desk, member_id, "タマ")
    try_(desk, member_id, "ポチの名前")
    told = json.dumps(desk.events(), ensure_ascii=False)
    assert "タマ" not in told
    assert "ポチ" not in told


@pytest.mark.parametrize("channel", [Channel.PHONE, Channel.POST, Channel.OFFICE])
def test_it_is_never_asked_by_phone(desk, channel):
    member_id = desk.member()
    contact_id = desk.meet(channel=channel)
    assert refusal(desk, member_id, contact_id=contact_id) == "answer.never_by_phone"
    assert refusal(desk, member_id, channel=channel) == "answer.never_by_phone"
    assert tries(desk) == 0


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("", "answer.missing"),
        (" ・ー", "answer.missing"),
        ("あ" * 25, "answer.too_long"),
        ("た\nま", "text.line_break"),
        ("た\ud83d", "text.unreadable"),
        ("た\u202eま", "text.invisible"),
    ],
)
def test_what_can_be_no_answer_is_no_try(desk, answer, code):
    assert refusal(desk, desk.member(), answer) == code
    assert tries(desk) == 0


def test_who_set_no_answer_cannot_give_it(desk):
    none = {"secret_question": None, "secret_answer_hash": None}
    assert refusal(desk, desk.member(**none)) == "answer.not_set"


def test_an_ended_contact_a_withdrawn_member_and_a_lost_right(desk, clock):
    member_id = desk.member()
    ended = desk.meet()
    with desk.database.writing() as session:
        contact = session.get_one(Contact, ended)
        contact.state, contact.ended_at = ContactState.FINISHED, clock()
    assert refusal(desk, member_id, contact_id=ended) == "contact.ended"
    assert refusal(desk, member_id, contact_id=desk.meet(desk.somebody())) == "identity.missing"
    desk.give_role(Role.ADMIN)
    assert refusal(desk, member_id) == "permission.denied"


def test_nobody_tries_for_a_member_who_left(desk):
    assert refusal(desk, desk.member(state=MemberState.WITHDRAWN)) == "record.changed"


def test_a_protected_customer_does_not_exist_for_the_counter(desk):
    member_id = desk.member()
    with desk.database.writing() as session:
        add_protection(session, desk.customer_id)
    assert refusal(desk, member_id) == "customer.gone"


def test_what_is_prepared_passes_when_it_is_tried(desk):
    prepared = prepare_answer(SecretQuestion.FIRST_PET, "むぎ　ちゃん", cost=4)
    member_id = desk.member(secret_answer_hash=prepared.hash)
    assert try_(desk, member_id, "ムギチャン").passed
    assert prepared.hash not in repr(prepared)


def test_how_many_tries_are_left_can_be_asked(desk):
    member_id = desk.member()
    try_(desk, member_id, "ポチ")
    with desk.database.reading() as session:
        assert tries_left_today(session, desk.customer_id, now=desk.clock()) == 2
