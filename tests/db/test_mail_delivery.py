"""Mail on its way from the outbox: tried again, given up, or unclear, and never sent twice."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from db.commands.mail_delivery import claim_mail, settle_mail
from db.commands.outbox import cancel_mails, queue_mail
from db.mail.delivery import deliver
from db.models import Member, Outbox
from db.queries.outbox import due_mails, mails_of
from db.rules.mail_delivery import Answer, MailProblem
from db.rules.member_words import MailKind, MailState, MemberState, SuspensionReason
from tests.mail_bureau import BY, change, mails, queue, send, states
from tests.mail_factories import add_mail_settings
from tests.mail_server import running_post


@pytest.fixture(scope="module")
def office():
    """The bureau's mail server, for the tests of this module."""
    with running_post() as running:
        yield running


@pytest.fixture
def post(office):
    """The mail server as if nothing had happened."""
    post, _ = office
    post.refusals.clear()
    post.cut = ""
    post.arrived.clear()
    return post


@pytest.fixture
def bureau(database, office):
    """A database whose bureau has this mail server."""
    with database.writing() as session:
        add_mail_settings(session, office[1])
    return database


def test_a_mail_is_sent_once(bureau, post, clock):
    member_id = queue(bureau, clock)
    clock.advance(minutes=1)
    done = send(bureau, clock)
    assert done.states == {MailState.SENT: 1}
    assert not send(bureau, clock).states
    (mail,) = post.arrived
    assert mail["To"] == "hanako@example.jp"
    with bureau.reading() as session:
        (told,) = mails_of(session, member_id)
    assert (told.kind, told.state, told.problem) == (MailKind.CHANGED, MailState.SENT, "")
    assert (told.to_masked, told.sent_at) == ("h***@example.jp", clock())


def test_the_latest_mails_of_a_member_are_told_first(bureau, clock):
    member_id = queue(bureau, clock)
    queue(bureau, clock)
    with bureau.writing() as session:
        clock.advance(minutes=1)
        queue_mail(session, member_id, MailKind.UNLOCKED, now=clock())
        assert [mail.kind for mail in mails_of(session, member_id)] == [
            MailKind.UNLOCKED,
            MailKind.CHANGED,
        ]
        assert len(mails_of(session, member_id, limit=1)) == 1


def test_a_mail_the_server_refuses_for_now_is_tried_again(bureau, post, clock):
    queue(bureau, clock)
    post.refusals["RCPT"] = ["450 4.2.1 greylisted"] * 2
    for minutes in (0, 1, 5):
        clock.advance(minutes=minutes, seconds=-1)
        assert not send(bureau, clock).states
        clock.advance(seconds=1)
        send(bureau, clock)
    (mail,) = mails(bureau)
    assert (mail.state, mail.tries, len(post.arrived)) == (MailState.SENT, 3, 1)


def test_a_mail_is_given_up_after_a_day(bureau, post, clock):
    queue(bureau, clock)
    post.refusals["DATA"] = ["451 4.3.0 later"] * 30
    while states(bureau) == [MailState.QUEUED]:
        done = send(bureau, clock)
        clock.advance(minutes=60)
    (mail,) = mails(bureau)
    assert (mail.state, mail.problem) == (MailState.FAILED, "mail_refused 451 4.3.0")
    assert done.failed == (mail.id,)
    assert post.arrived == []


def test_a_mail_nobody_will_ever_take_is_given_up_at_once(bureau, post, clock):
    queue(bureau, clock)
    post.refusals["RCPT"] = ["550 5.1.1 no such user"]
    done = send(bureau, clock)
    (mail,) = mails(bureau)
    assert (mail.state, mail.problem) == (MailState.FAILED, "address_refused 550 5.1.1")
    assert done.failed == (mail.id,)


def test_one_mail_refused_does_not_stop_the_next(bureau, post, clock):
    queue(bureau, clock)
    queue(bureau, clock)
    post.refusals["RCPT"] = ["550 5.1.1 no such user"]
    send(bureau, clock)
    assert states(bureau) == [MailState.FAILED, MailState.SENT]


def test_an_address_that_cannot_be_written_is_given_up(bureau, post, clock):
    queue(bureau, clock)
    with bureau.writing() as session:
        session.get_one(Outbox, 1).to_address = "a@example.jp\r\nBcc: b@example.jp"
    queue(bureau, clock)
    send(bureau, clock)
    assert [mail.problem for mail in mails(bureau)] == [MailProblem.ADDRESS_UNUSABLE, ""]
    assert states(bureau) == [MailState.FAILED, MailState.SENT]
    assert len(post.arrived) == 1


def test_while_the_server_is_away_mail_waits(database, clock):
    with running_post() as (_, port):
        pass
    with database.writing() as session:
        add_mail_settings(session, port)
    queue(database, clock, MailKind.ONE_TIME_PASSWORD)
    queue(database, clock)
    done = send(database, clock)
    assert done.out_of_reach is MailProblem.UNREACHABLE
    assert [(mail.state, mail.tries) for mail in mails(database)] == [(MailState.QUEUED, 1)] * 2
    with database.reading() as session:
        assert session.scalars(select(Member.password_hash)).all() == [None, None]


def test_a_mail_whose_fate_nobody_knows_is_never_sent_again(bureau, post, clock):
    queue(bureau, clock)
    post.cut = "DATA"
    done = send(bureau, clock)
    (mail,) = mails(bureau)
    assert (mail.state, mail.problem) == (MailState.UNCLEAR, MailProblem.NO_ANSWER)
    assert done.unclear == (mail.id,)
    post.cut = ""
    clock.advance(days=2)
    again = send(bureau, clock)
    assert (again.unclear, states(bureau), len(post.arrived)) == ((), [MailState.UNCLEAR], 1)


def claimed(database, clock):
    with database.writing() as session:
        (mail,) = due_mails(session, clock(), limit=1)
        assert claim_mail(session, mail, one_time_hash=None, by=BY, now=clock())
    return mail


def test_a_mail_somebody_died_over_is_unclear(bureau, post, clock):
    queue(bureau, clock)
    claimed(bureau, clock)
    clock.advance(minutes=14)
    assert not send(bureau, clock).states
    clock.advance(minutes=1)
    done = send(bureau, clock)
    (mail,) = mails(bureau)
    assert (done.unclear, mail.state) == ((mail.id,), MailState.UNCLEAR)
    assert mail.problem == MailProblem.INTERRUPTED
    assert post.arrived == []


@pytest.mark.parametrize(
    ("answer", "state"), [(Answer.TAKEN, MailState.SENT), (Answer.NOT_NOW, MailState.UNCLEAR)]
)
def test_whoever_was_only_slow_still_tells_what_was_sent(bureau, clock, answer, state):
    queue(bureau, clock)
    mail = claimed(bureau, clock)
    clock.advance(minutes=20)
    send(bureau, clock)
    with bureau.writing() as session:
        settle_mail(session, mail, answer, problem="", now=clock())
    assert states(bureau) == [state]


def test_a_mail_is_claimed_by_one_alone(bureau, clock):
    queue(bureau, clock)
    mail = claimed(bureau, clock)
    with bureau.writing() as session:
        assert not claim_mail(session, mail, one_time_hash=None, by=BY, now=clock())


def test_a_mail_taken_back_meanwhile_is_not_sent(bureau, clock):
    member_id = queue(bureau, clock)
    with bureau.writing() as session:
        (mail,) = due_mails(session, clock(), limit=1)
        cancel_mails(session, member_id, clock())
        assert not claim_mail(session, mail, one_time_hash=None, by=BY, now=clock())
    assert states(bureau) == [MailState.CANCELLED]


def test_protection_keeps_back_what_was_queued_before(bureau, post, clock):
    member_id = queue(bureau, clock)
    change(bureau, member_id, state=MemberState.SUSPENDED, suspension=SuspensionReason.PROTECTION)
    send(bureau, clock)
    (mail,) = mails(bureau)
    assert (mail.state, mail.problem) == (MailState.CANCELLED, MailProblem.MEMBERSHIP_RESTS)
    assert post.arrived == []


def test_what_is_no_longer_wanted_waits(bureau, clock):
    queue(bureau, clock)
    done = deliver(bureau, password=None, by=BY, clock=clock, wanted=lambda: False)
    assert (done.states, states(bureau)) == ({}, [MailState.QUEUED])
