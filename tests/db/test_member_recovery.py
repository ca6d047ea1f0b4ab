"""A forgotten login ID or password."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from db.commands.member_recovery import reset_by_letter, reset_by_mail, show_login_id
from db.commands.member_secrets import PreparedOneTime, member_password_fits
from db.guard.member_secrets import prepare_one_time, prepare_password, try_answer
from db.rules.contact_words import Channel, CheckMethod, Speaker
from db.rules.member_words import MailKind, MemberState
from db.rules.words import EventKind, PasswordKind, Role
from tests.db.member_desk import MemberDesk, new_key
from tests.member_factories import ANSWER, ANSWER_HASH, PASSWORD, PASSWORD_HASH
from tests.protection_factories import add_protection

PREPARED = PreparedOneTime("abcd-efgh-jkmn-pqrs", ANSWER_HASH)


@pytest.fixture
def desk(database, clock):
    return MemberDesk(database, clock)


def letter(desk, member_id, prepared=PREPARED, **more):
    return desk.do(reset_by_letter, member_id, prepared=prepared, **more)


def test_the_login_id_is_shown_at_the_counter_and_recorded(desk):
    member_id = desk.member(login_id="hanako1")
    assert desk.do(show_login_id, member_id, key=...) == "hanako1"
    [(_, _, facts)] = desk.events(EventKind.LOGIN_ID_SHOWN)
    assert "hanako1" not in json.dumps(facts)


def test_the_login_id_is_not_read_out_by_phone(desk):
    contact_id = desk.meet(channel=Channel.PHONE, method=CheckMethod.CALL_BACK)
    refused = desk.refused(show_login_id, desk.member(), contact_id=contact_id, key=...)
    assert refused == "recovery.counter_only"


def test_the_login_id_is_for_those_who_may_know(desk):
    member_id = desk.member()
    for identity, code in ((None, "identity.missing"), (Speaker.OWNER, "identity.not_for_this")):
        contact_id = desk.meet(identity=identity)
        assert desk.refused(show_login_id, member_id, contact_id=contact_id, key=...) == code


def test_a_reset_by_mail_leaves_the_password_until_the_mail_is_sent(desk):
    member_id = desk.member()
    done = desk.do(reset_by_mail, member_id)
    assert desk.row(member_id).password_hash == PASSWORD_HASH
    told = {"receipt": done.receipt}
    assert desk.mails() == [(MailKind.ONE_TIME_PASSWORD, "hanako@example.jp", told)]
    [(_, _, facts)] = desk.events(EventKind.MEMBER_PASSWORD_RESET)
    assert facts["way"] == "mail"


def test_a_reset_asked_for_twice_with_one_key_is_one_mail(desk):
    member_id, key = desk.member(), new_key()
    assert desk.do(reset_by_mail, member_id, key=key) == desk.do(reset_by_mail, member_id, key=key)
    assert len(desk.mails()) == 1


@pytest.mark.parametrize("act", [reset_by_mail, reset_by_letter])
@pytest.mark.parametrize(
    ("method", "code"),
    [(CheckMethod.QUESTIONS, "recovery.call_back_first"), (CheckMethod.CALL_BACK, None)],
)
def test_by_phone_the_number_on_file_is_called_back(desk, act, method, code):
    member_id = desk.member()
    contact_id = desk.meet(channel=Channel.PHONE, method=method)
    more = {"prepared": PREPARED} if act is reset_by_letter else {}
    if code is None:
        assert desk.do(act, member_id, contact_id=contact_id, **more).receipt
    else:
        assert desk.refused(act, member_id, contact_id=contact_id, **more) == code


def test_nobody_protected_is_helped_by_phone(desk):
    member_id = desk.member()
    desk.give_role(Role.SUPERVISOR)
    contact_id = desk.meet(channel=Channel.PHONE, method=CheckMethod.CALL_BACK)
    with desk.database.writing() as session:
        add_protection(session, desk.customer_id)
    refused = desk.refused(reset_by_mail, member_id, contact_id=contact_id)
    assert refused == "identity.no_phone_when_protected"
    assert desk.do(reset_by_mail, member_id).receipt


def test_a_letter_is_good_for_fourteen_days(desk, clock):
    member_id = desk.member()
    secret = letter(desk, member_id)
    row = desk.row(member_id)
    assert secret.password == PREPARED.password
    assert secret.expires_at == row.password_expires_at == clock() + dt.timedelta(days=14)
    assert (row.password_kind, row.password_hash) == (PasswordKind.ONE_TIME, ANSWER_HASH)
    assert desk.mail_kinds() == [MailKind.PASSWORD_CHANGED]
    [(_, _, facts)] = desk.events(EventKind.LETTER_ISSUED)
    assert facts["way"] == "post"


def test_no_trace_of_the_letters_password_is_left(desk):
    secret = letter(desk, desk.member())
    told = json.dumps([desk.events(), desk.mails()]) + repr(secret) + repr(PREPARED)
    assert PREPARED.password not in told
    assert "$2b$" not in told


def test_a_letter_printed_twice_with_one_key_is_the_same_letter(desk):
    member_id, key = desk.member(), new_key()
    first = letter(desk, member_id, key=key)
    assert letter(desk, member_id, key=key) == first
    other = PreparedOneTime("tuvw-xyz2-3456-789a", PASSWORD_HASH)
    refused = desk.refused(reset_by_letter, member_id, prepared=other, key=key)
    assert refused == "recovery.letter_made"


def test_a_letter_needs_an_address(desk):
    member_id = desk.member(address="")
    assert desk.refused(reset_by_letter, member_id, prepared=PREPARED) == "recovery.no_address"


def test_a_letter_is_handed_over_after_the_right_answer_only(desk):
    member_id = desk.member()
    facts = {"prepared": PREPARED, "handed_over": True}
    assert desk.refused(reset_by_letter, member_id, **facts) == "recovery.answer_first"
    counter = {"contact_id": desk.contact_id, "channel": Channel.COUNTER}
    try_answer(desk.database, member_id, ANSWER, by=desk.by, now=desk.clock(), **counter)
    assert letter(desk, member_id, handed_over=True).receipt
    desk.give_role(Role.PHONE)
    assert desk.refused(reset_by_letter, member_id, **facts) == "permission.denied"


def test_the_password_before_a_reset_may_not_be_chosen_again(desk):
    member_id = desk.member()
    letter(desk, member_id)
    again = prepare_password(
        desk.database, PASSWORD, login_id="hanako1", member_id=member_id, cost=4
    )
    assert again == ("password.reused",)


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (MemberState.PENDING, "member.pending"),
        (MemberState.SUSPENDED, "member.suspended"),
        (MemberState.WITHDRAWN, "record.changed"),
    ],
)
def test_only_an_active_member_gets_a_new_password(desk, state, code):
    member_id = desk.member(state=state)
    assert desk.refused(reset_by_mail, member_id) == code
    assert desk.refused(reset_by_letter, member_id, prepared=PREPARED) == code


def test_a_one_time_password_is_hashed_as_the_portal_reads_it():
    prepared = prepare_one_time(cost=4)
    assert len(prepared.password) == 19
    assert member_password_fits(prepared.password, prepared.hash)
    assert prepared.hash.startswith("$2b$")
