"""Mail put on its way to members, and taken back."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from sqlalchemy import select

from db.commands.member_passwords import give_password
from db.commands.outbox import cancel_mails, queue_mail
from db.errors import RuleBroken
from db.models import Member, Outbox
from db.rules.member_words import (
    MailKind,
    MailLanguage,
    MailState,
    MemberState,
    SuspensionReason,
)
from db.rules.words import PasswordKind
from tests.mail_factories import add_mailed_member

NOW = dt.datetime(2024, 9, 18, 9, 13, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(minutes=3)


def mails(session):
    return session.scalars(select(Outbox).order_by(Outbox.id)).all()


def test_a_mail_goes_to_the_members_own_address_in_their_language(database):
    with database.writing() as session:
        member_id = add_mailed_member(session, "john@example.com", language=MailLanguage.EN)
        mail_id = queue_mail(session, member_id, MailKind.CHANGED, now=NOW, fields="email")
    with database.reading() as session:
        (mail,) = mails(session)
    assert (mail.id, mail.member_id, mail.kind) == (mail_id, member_id, MailKind.CHANGED)
    assert (mail.to_address, mail.language) == ("john@example.com", MailLanguage.EN)
    assert (mail.state, mail.queued_at, mail.due_at) == (MailState.QUEUED, NOW, NOW)
    assert json.loads(mail.facts) == {"fields": "email"}
    assert (mail.tries, mail.sent_at, mail.problem) == (0, None, "")


def test_the_old_address_is_told_when_it_is_changed(database):
    with database.writing() as session:
        member_id = add_mailed_member(session, "new@example.jp")
        queue_mail(session, member_id, MailKind.EMAIL_CHANGED_OLD, to="old@example.jp", now=NOW)
        (mail,) = mails(session)
        assert mail.to_address == "old@example.jp"


def test_what_the_act_has_just_changed_counts(database):
    with database.writing() as session:
        member_id = add_mailed_member(session)
        member = session.get_one(Member, member_id)
        member.state, member.suspension = MemberState.SUSPENDED, SuspensionReason.PROTECTION
        assert queue_mail(session, member_id, MailKind.SUSPENDED, now=NOW) is None
        assert mails(session) == []


def test_a_membership_that_rests_for_another_reason_gets_mail(database):
    resting = {"state": MemberState.SUSPENDED, "suspension": SuspensionReason.OWN_REQUEST}
    with database.writing() as session:
        member_id = add_mailed_member(session, **resting)
        assert queue_mail(session, member_id, MailKind.SUSPENDED, now=NOW)


def test_only_the_newest_one_time_password_is_sent(database):
    with database.writing() as session:
        member_id, other_id = add_mailed_member(session), add_mailed_member(session)
        queue_mail(session, member_id, MailKind.ONE_TIME_PASSWORD, now=NOW)
        queue_mail(session, member_id, MailKind.CHANGED, now=NOW)
        queue_mail(session, other_id, MailKind.ONE_TIME_PASSWORD, now=NOW)
        queue_mail(session, member_id, MailKind.ONE_TIME_PASSWORD, now=LATER)
    with database.reading() as session:
        states = [mail.state for mail in mails(session)]
    assert states == [MailState.CANCELLED, MailState.QUEUED, MailState.QUEUED, MailState.QUEUED]


def test_another_password_takes_back_the_one_time_password_and_nothing_else(database):
    with database.writing() as session:
        member_id = add_mailed_member(session)
        queue_mail(session, member_id, MailKind.ONE_TIME_PASSWORD, now=NOW)
        queue_mail(session, member_id, MailKind.CHANGED, now=NOW)
        member = session.get_one(Member, member_id)
        give_password(session, member, "hash", kind=PasswordKind.OWN, now=LATER)
    with database.reading() as session:
        assert [mail.state for mail in mails(session)] == [MailState.CANCELLED, MailState.QUEUED]


def test_what_is_queued_can_be_taken_back_and_nothing_else(database):
    with database.writing() as session:
        member_id, other_id = add_mailed_member(session), add_mailed_member(session)
        for state in MailState:
            queue_mail(session, member_id, MailKind.CHANGED, now=NOW)
            mails(session)[-1].state = state
        queue_mail(session, other_id, MailKind.CHANGED, now=NOW)
    with database.writing() as session:
        cancel_mails(session, member_id, LATER)
    with database.reading() as session:
        kept = mails(session)
    states = [mail.state for mail in kept]
    assert states[0] is MailState.CANCELLED
    assert states[1:] == [*list(MailState)[1:], MailState.QUEUED]
    assert [kept[0].version, kept[-1].version] == [2, 1]


@pytest.mark.parametrize(
    "address",
    [
        "hanako@example.jp\r\nBcc: all@example.jp",
        "hanako@example.jp\n",
        "hanako@example.jp, taro@example.jp",
        "Hanako <hanako@example.jp>",
        '"hanako taro"@example.jp',
        "花子@example.jp",
        "hanako@例え.jp",
        "hanako@example.jp\u200b",
        "hanako",
        "a@b@example.jp",
        "a" * 65 + "@example.jp",
        "a@" + "b" * 253,
    ],
)
def test_an_address_that_says_more_than_one_address_is_refused(sqlite_database, address):
    with sqlite_database.writing() as session:
        member_id = add_mailed_member(session)
        with pytest.raises(RuleBroken, match=r"^mail\.address_unusable$") as refused:
            queue_mail(session, member_id, MailKind.CHANGED, to=address, now=NOW)
        assert refused.value.facts == {}
        assert mails(session) == []


def test_a_member_without_an_address_cannot_be_mailed(database):
    with database.writing() as session:
        member_id = add_mailed_member(session, "")
        with pytest.raises(RuleBroken, match=r"^mail\.address_missing$"):
            queue_mail(session, member_id, MailKind.CHANGED, now=NOW)
