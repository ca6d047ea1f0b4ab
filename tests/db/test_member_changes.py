"""Changing a membership, and setting the password the customer typed."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from db.commands.audit import Actor
from db.commands.member_changes import Changes, change_member, set_password
from db.commands.member_withdrawal import withdraw
from db.errors import RuleBroken
from db.guard.member_secrets import prepare_password, try_answer
from db.rules.contact_words import Channel, CheckMethod
from db.rules.member_words import (
    MailKind,
    MailLanguage,
    MemberState,
    SecretQuestion,
    SuspensionReason,
    WithdrawalReason,
)
from db.rules.words import EventKind, PasswordKind, Role
from tests.db.member_desk import MemberDesk, new_key, prepared_answer, prepared_password
from tests.factories import add_customer
from tests.member_factories import (
    ANSWER,
    ANSWER_HASH,
    PASSWORD,
    PASSWORD_HASH,
    add_former_password,
    add_member,
)

OTHER_HASH = PASSWORD_HASH[:-1] + "h"


@pytest.fixture
def desk(database, clock):
    return MemberDesk(database, clock)


def change(desk, member_id, changes, **more):
    facts = {"version": desk.version(member_id)} | more
    return desk.do(change_member, member_id, changes, **facts)


def refusal(desk, member_id, changes, **more):
    facts = {"version": desk.version(member_id)} | more
    return desk.refused(change_member, member_id, changes, **facts)


def test_the_old_address_and_the_new_one_are_told(desk):
    member_id = desk.member()
    done = change(desk, member_id, Changes(email="Taro@EXAMPLE.jp"))
    assert done.fields == ("email",)
    assert desk.row(member_id).email == "Taro@example.jp"
    told = {"fields": "email", "receipt": done.receipt}
    assert desk.mails() == [
        (MailKind.EMAIL_CHANGED_OLD, "hanako@example.jp", told),
        (MailKind.EMAIL_CHANGED_NEW, "Taro@example.jp", told),
    ]


def test_whoever_reads_the_old_mailbox_learns_of_all_changes(desk):
    member_id = desk.member()
    change(desk, member_id, Changes(email="taro@example.jp", login_id="taro2024"))
    assert (MailKind.CHANGED, "hanako@example.jp") in [mail[:2] for mail in desk.mails()]


def test_the_audit_keeps_addresses_masked(desk):
    member_id = desk.member()
    change(desk, member_id, Changes(email="taro@example.jp", mails_overdue=True))
    [(_, customer_id, facts)] = desk.events(EventKind.MEMBER_CHANGED)
    assert customer_id == desk.customer_id
    assert (facts["email_before"], facts["email_after"]) == ("ha***@example.jp", "ta***@example.jp")
    assert (facts["mails_overdue_before"], facts["mails_overdue_after"]) == ("0", "1")
    assert facts["fields"] == "email mails_overdue"


def test_a_secret_answer_is_changed_without_being_told_anywhere(desk, clock):
    member_id = desk.member()
    answer = prepared_answer(SecretQuestion.FIRST_SCHOOL)
    assert change(desk, member_id, Changes(answer=answer)).fields == ("answer",)
    row = desk.row(member_id)
    assert (row.secret_question, row.secret_set_at) == (SecretQuestion.FIRST_SCHOOL, clock())
    told = json.dumps([desk.events(), desk.mails()])
    assert "$2b$" not in told


def test_mail_settings_and_language(desk):
    member_id = desk.member()
    change(desk, member_id, Changes(mails_reading=False, language=MailLanguage.EN))
    facts = desk.facts()
    assert (facts.mails_reading, facts.language) == (False, MailLanguage.EN)
    assert desk.mail_kinds() == [MailKind.CHANGED]


def test_what_stays_as_it_is_is_no_change(desk):
    member_id = desk.member()
    same = Changes(email="ｈanako@example.jp", mails_reading=True)
    assert refusal(desk, member_id, same) == "member.nothing_changed"
    assert desk.events(EventKind.MEMBER_CHANGED) == []


def test_a_login_id_somebody_has_is_taken(desk):
    member_id = desk.member()
    with desk.database.writing() as session:
        add_member(session, login_id="tanaka1")
    assert refusal(desk, member_id, Changes(login_id="Tanaka1")) == "login_id.taken"


def test_a_change_at_another_counter_is_noticed(desk):
    member_id = desk.member()
    version = desk.version(member_id)
    change(desk, member_id, Changes(mails_reading=False))
    late = Changes(mails_billing=False)
    assert refusal(desk, member_id, late, version=version) == "record.changed"


def test_a_member_withdrawn_at_another_counter_is_noticed(desk):
    member_id = desk.member()
    version = desk.version(member_id)
    reason = WithdrawalReason.MOVING
    desk.do(withdraw, member_id, version=version, reason=reason, explained=True)
    late = Changes(mails_billing=False)
    assert refusal(desk, member_id, late, version=version) == "record.changed"
    assert refusal(desk, member_id, late) == "record.changed"
    assert desk.refused(set_password, member_id, prepared_password()) == "record.changed"


def test_sending_a_change_off_twice_changes_once(desk):
    member_id = desk.member()
    key, version = new_key(), desk.version(member_id)
    changes = Changes(mails_reading=False)
    first = change(desk, member_id, changes, key=key, version=version)
    assert change(desk, member_id, changes, key=key, version=version) == first
    assert len(desk.events(EventKind.MEMBER_CHANGED)) == 1


def test_of_two_windows_with_one_key_at_once_one_does_it(desk):
    member_id, key = desk.member(), new_key()
    version = desk.version(member_id)

    def send(_):
        with desk.database.writing() as session:
            return change_member(
                session,
                member_id,
                Changes(mails_reading=False),
                version=version,
                contact_id=desk.contact_id,
                key=key,
                by=Actor(desk.staff_id, "窓口3"),
                now=desk.clock(),
            )

    with ThreadPoolExecutor(4) as windows:
        assert len(set(windows.map(send, range(4)))) == 1
    assert len(desk.events(EventKind.MEMBER_CHANGED)) == 1


def test_of_two_members_who_want_one_login_id_at_once_one_gets_it(desk):
    members = [desk.member()]
    with desk.database.writing() as session:
        others = [add_customer(session) for _ in range(3)]
        members += [add_member(session, customer_id) for customer_id in others]

    def send(member_id):
        contact_id = desk.meet(desk.row(member_id).customer_id)
        try:
            change(desk, member_id, Changes(login_id="taro2024"), contact_id=contact_id)
        except RuleBroken as broken:
            return broken.code
        return "changed"

    with ThreadPoolExecutor(4) as windows:
        outcomes = sorted(windows.map(send, members))
    assert outcomes == ["changed"] + ["login_id.taken"] * 3


@pytest.mark.parametrize(
    ("state", "code"),
    [(MemberState.SUSPENDED, "member.suspended"), (MemberState.REFUSED, "record.changed")],
)
def test_only_a_living_membership_is_changed(desk, state, code):
    member_id = desk.member(state=state, suspension=SuspensionReason.MISUSE)
    assert refusal(desk, member_id, Changes(mails_reading=False)) == code


def test_a_right_taken_away_while_the_form_is_open_counts(desk):
    member_id = desk.member()
    desk.give_role(Role.ADMIN)
    assert refusal(desk, member_id, Changes(mails_reading=False)) == "permission.denied"


def answer_right(desk, member_id, contact_id=None):
    return try_answer(
        desk.database,
        member_id,
        ANSWER,
        contact_id=contact_id or desk.contact_id,
        channel=Channel.COUNTER,
        by=desk.by,
        now=desk.clock(),
    )


def test_a_password_is_set_after_the_right_answer(desk, clock):
    member_id = desk.member(login_id="hanako1")
    assert desk.refused(set_password, member_id, prepared_password()) == "recovery.answer_first"
    assert answer_right(desk, member_id).passed
    done = desk.do(set_password, member_id, prepared_password())
    row = desk.row(member_id)
    assert (row.password_kind, row.password_set_at) == (PasswordKind.OWN, clock())
    assert desk.mails() == [
        (MailKind.PASSWORD_CHANGED, "hanako@example.jp", {"receipt": done.receipt})
    ]


def test_the_right_answer_of_another_contact_does_not_count(desk):
    member_id = desk.member(login_id="hanako1")
    assert answer_right(desk, member_id).passed
    later = desk.meet()
    refused = desk.refused(set_password, member_id, prepared_password(), contact_id=later)
    assert refused == "recovery.answer_first"


@pytest.mark.parametrize(
    ("method", "code"),
    [(CheckMethod.QUESTIONS, "recovery.document_first"), (CheckMethod.DOCUMENT, None)],
)
def test_who_has_no_secret_answer_shows_a_document(desk, method, code):
    none = {"secret_question": None, "secret_answer_hash": None}
    member_id = desk.member(login_id="hanako1", **none)
    contact_id = desk.meet(method=method)
    if code is None:
        assert desk.do(set_password, member_id, prepared_password(), contact_id=contact_id)
    else:
        refused = desk.refused(set_password, member_id, prepared_password(), contact_id=contact_id)
        assert refused == code


def test_no_password_passes_by_phone(desk):
    member_id = desk.member(login_id="hanako1")
    contact_id = desk.meet(channel=Channel.PHONE)
    refused = desk.refused(set_password, member_id, prepared_password(), contact_id=contact_id)
    assert refused == "recovery.counter_only"
    desk.give_role(Role.PHONE)
    assert desk.refused(set_password, member_id, prepared_password()) == "permission.denied"


def test_a_password_judged_for_another_login_id_is_typed_again(desk):
    member_id = desk.member(login_id="hanako1")
    answer_right(desk, member_id)
    refused = desk.refused(set_password, member_id, prepared_password("taro2024"))
    assert refused == "password.other_login_id"


def prepare(desk, password, member_id):
    return prepare_password(
        desk.database, password, login_id="hanako1", member_id=member_id, cost=4
    )


def test_the_last_five_passwords_may_not_be_chosen_again(desk):
    member_id = desk.member(password_hash=OTHER_HASH)
    with desk.database.writing() as session:
        add_former_password(session, member_id, PASSWORD_HASH)
        for _ in range(3):
            add_former_password(session, member_id, ANSWER_HASH + "x" * _)
    assert prepare(desk, PASSWORD, member_id) == ("password.reused",)
    with desk.database.writing() as session:
        for _ in range(3, 6):
            add_former_password(session, member_id, ANSWER_HASH + "x" * _)
    assert prepare(desk, PASSWORD, member_id).login_id == "hanako1"


def test_the_password_before_is_remembered(desk):
    member_id = desk.member(login_id="hanako1")
    answer_right(desk, member_id)
    new = prepare(desk, "浅野川の橋を渡る風", member_id)
    desk.do(set_password, member_id, new)
    assert prepare(desk, PASSWORD, member_id) == ("password.reused",)
    assert prepare(desk, "浅野川の橋を渡る風", member_id) == ("password.reused",)


@pytest.mark.parametrize(
    ("password", "problem"),
    [
        ("hanako1", "password.is_login_id"),
        ("水" * 25, "password.too_many_bytes"),
        ("風\ud83d", "password.unreadable"),
        ("password", "password.common"),
        ("短い", "password.too_short"),
    ],
)
def test_a_password_that_will_not_do_is_told_why(desk, password, problem):
    assert problem in prepare(desk, password, None)
