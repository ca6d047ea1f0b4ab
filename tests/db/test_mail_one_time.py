"""One-time passwords by mail: made while they are sent, and nowhere else to be read."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from sqlalchemy import select, text

from db.commands.member_secrets import member_password_fits
from db.commands.outbox import queue_mail
from db.models import AuditEvent, Base, Member
from db.rules.mail_delivery import MailProblem
from db.rules.member_words import MailKind, MailState, MemberState
from db.rules.words import EventKind, PasswordKind
from tests.mail_bureau import change, mails, queue, send, states
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


def code_in(mail):
    return re.search(r"一時パスワード：(\S+)", mail.get_content())[1]


@pytest.mark.usefixtures("full_hashes")
def test_a_one_time_password_is_made_while_it_is_sent(bureau, post, clock):
    member_id = queue(bureau, clock, MailKind.ONE_TIME_PASSWORD)
    clock.advance(hours=3)
    send(bureau, clock)
    code = code_in(post.arrived[0])
    with bureau.reading() as session:
        member = session.get_one(Member, member_id)
        assert member_password_fits(code, member.password_hash)
        assert member.password_hash.startswith("$2b$12$")
        assert member.password_kind is PasswordKind.ONE_TIME
        assert member.password_set_at == clock()
        assert member.password_expires_at == clock() + dt.timedelta(hours=24)
        assert member.version == 2
        (event,) = session.scalars(select(AuditEvent)).all()
    assert (event.kind, event.customer_id) == (EventKind.MEMBER_PASSWORD_SET, member.customer_id)
    assert code not in everything_in(bureau)


def everything_in(database):
    with database.reading() as session:
        tables = [f"SELECT * FROM {table.name}" for table in Base.metadata.sorted_tables]
        return repr([session.execute(text(table)).all() for table in tables])


def test_a_code_is_nowhere_even_when_nobody_knows_whether_it_arrived(
    bureau, post, clock, caplog, capsys
):
    queue(bureau, clock, MailKind.ONE_TIME_PASSWORD)
    post.cut = "DATA"
    done = send(bureau, clock)
    code = code_in(post.arrived[0])
    assert states(bureau) == [MailState.UNCLEAR]
    told = capsys.readouterr()
    assert code not in everything_in(bureau) + caplog.text + told.out + told.err + repr(done)


def test_a_refused_code_is_replaced_by_another(bureau, post, clock):
    member_id = queue(bureau, clock, MailKind.ONE_TIME_PASSWORD)
    post.refusals["DATA"] = ["451 4.3.0 later"]
    clock.advance(minutes=1)
    send(bureau, clock)
    clock.advance(minutes=1)
    send(bureau, clock)
    with bureau.reading() as session:
        assert member_password_fits(
            code_in(post.arrived[0]), session.get_one(Member, member_id).password_hash
        )


@pytest.mark.parametrize(
    ("meanwhile", "problem"),
    [
        ({"password_hash": "own", "password_kind": PasswordKind.OWN}, "password_chosen"),
        ({"email": "other@example.jp"}, "address_changed"),
    ],
)
def test_a_code_that_came_too_late_changes_nothing(bureau, post, clock, meanwhile, problem):
    member_id = queue(bureau, clock, MailKind.ONE_TIME_PASSWORD)
    clock.advance(minutes=1)
    change(bureau, member_id, password_set_at=clock(), **meanwhile)
    send(bureau, clock)
    (mail,) = mails(bureau)
    assert (mail.state, mail.problem) == (MailState.CANCELLED, MailProblem(problem))
    assert post.arrived == []
    with bureau.reading() as session:
        assert session.get_one(Member, member_id).password_hash == meanwhile.get("password_hash")


def test_a_withdrawn_member_is_told_so_but_gets_no_password(bureau, post, clock):
    member_id = queue(bureau, clock, MailKind.ONE_TIME_PASSWORD)
    with bureau.writing() as session:
        queue_mail(session, member_id, MailKind.WITHDRAWN, now=clock())
    change(bureau, member_id, state=MemberState.WITHDRAWN)
    send(bureau, clock)
    assert states(bureau) == [MailState.CANCELLED, MailState.SENT]
