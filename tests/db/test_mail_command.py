"""``mizumado-db mail``: several at once, killed, told to stop, and what it says."""

from __future__ import annotations

import datetime as dt
import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import select

from db.__main__ import main
from db.commands.audit import Actor
from db.commands.outbox import queue_mail
from db.mail.delivery import deliver
from db.models import Outbox, Setting
from db.rules.member_words import MailKind, MailState
from tests.mail_factories import add_mail_settings, add_mailed_member
from tests.mail_server import Post, running_post

ROOT = Path(__file__).parents[2]
A_WHILE_S = 60


@pytest.fixture
def office():
    """A mail server of this test's own."""
    with running_post() as running:
        yield running


@pytest.fixture
def post(office):
    return office[0]


@pytest.fixture
def bureau(database, office):
    """A database whose bureau has this mail server."""
    with database.writing() as session:
        add_mail_settings(session, office[1])
    return database


@pytest.fixture
def tell(database_url, capsys):
    """Run ``mizumado-db mail`` here: its exit code and what it says."""

    def tell(*words):
        code = main(["mail", *words, "--database", database_url])
        told = capsys.readouterr()
        return code, told.out + told.err

    return tell


@pytest.fixture
def start(database_url):
    """Start ``mizumado-db mail`` as a process of its own."""
    started = []

    def start(*words):
        command = [sys.executable, "-m", "db", "mail", *words, "--database", database_url]
        env = os.environ | {"PYTHONUNBUFFERED": "1"}
        process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=-1, stderr=-1, text=True)
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def queue(database, count=1, kind=MailKind.CHANGED):
    now = dt.datetime.now(dt.UTC)
    with database.writing() as session:
        for number in range(count):
            member_id = add_mailed_member(session, f"member{number}@example.jp")
            queue_mail(session, member_id, kind, now=now)


def states(database):
    with database.reading() as session:
        return Counter(session.scalars(select(Outbox.state)))


def set_value(database, name, value):
    with database.writing() as session:
        session.get_one(Setting, name).value = value


def test_several_at_once_send_each_mail_once(bureau, post, start):
    queue(bureau, 20)
    processes = [start() for _ in range(2)]
    told = [process.communicate(timeout=A_WHILE_S) for process in processes]
    assert [process.returncode for process in processes] == [0, 0], told
    assert states(bureau) == {MailState.SENT: 20}
    arrived = Counter(mail["To"] for mail in post.arrived)
    assert (len(arrived), set(arrived.values())) == (20, {1})


def test_a_mail_is_not_sent_again_after_a_kill(bureau, post, start, tell):
    post.waits = True
    queue(bureau)
    process = start()
    assert post.reached.wait(A_WHILE_S)
    process.kill()
    process.wait()
    post.go_on.set()
    assert states(bureau) == {MailState.SENDING: 1}
    assert tell()[0] == 0
    later = dt.datetime.now(dt.UTC) + dt.timedelta(minutes=16)
    done = deliver(bureau, password=None, by=Actor(None, ""), clock=lambda: later)
    assert len(done.unclear) == 1
    assert states(bureau) == {MailState.UNCLEAR: 1}
    assert len(post.arrived) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without asking it")
def test_told_to_stop_it_finishes_the_mail_it_is_sending(bureau, post, start):
    post.waits = True
    queue(bureau, 2)
    process = start("--every", "1")
    assert post.reached.wait(A_WHILE_S)
    process.send_signal(signal.SIGTERM)
    post.go_on.set()
    told, wrong = process.communicate(timeout=A_WHILE_S)
    assert (process.returncode, wrong) == (0, "")
    assert "Mails sent: 1" in told
    assert states(bureau) == {MailState.SENT: 1, MailState.QUEUED: 1}


def test_it_looks_again_and_again(bureau, post, start):
    process = start("--every", "1")
    assert "Mails sent: 0" in process.stdout.readline()
    queue(bureau)
    while "Mails sent: 1" not in process.stdout.readline():
        pass
    process.send_signal(signal.SIGTERM)
    assert process.wait(A_WHILE_S) == 0
    assert len(post.arrived) == 1


def test_it_says_how_many_were_sent(bureau, tell):
    queue(bureau, 2)
    assert tell() == (0, "Mails sent: 2; to be tried again: 0\n")
    assert tell() == (0, "Mails sent: 0; to be tried again: 0\n")


def test_an_unclear_mail_makes_it_fail_once_and_names_nobody(bureau, post, tell):
    post.cut = "DATA"
    queue(bureau)
    code, told = tell()
    assert code == 1
    assert "Nobody knows whether mail 1 arrived." in told
    assert "member0" not in told
    assert tell()[0] == 0


def test_a_mail_given_up_makes_it_fail(bureau, post, tell):
    post.refusals["RCPT"] = ["550 5.1.1 <member0@example.jp> unknown"]
    queue(bureau)
    code, told = tell()
    assert (code, "Mail 1 was given up" in told, "member0" in told) == (1, True, False)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("mail.host", "", "mail.host"),
        ("mail.host", "mail.example.jp", "Without TLS"),
        ("mail.security", "starttls", "certificate"),
        ("mail.port", "1", "does not answer"),
        ("mail.port", "x", "mail.port"),
    ],
)
def test_it_says_what_to_mend(bureau, tell, name, value, told):
    set_value(bureau, name, value)
    queue(bureau)
    code, said = tell()
    assert (code, told in said) == (1, True), said
    assert states(bureau) == {MailState.QUEUED: 1}


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_the_servers_password_is_in_the_environment_alone(database, tell, monkeypatch):
    post = Post()
    more = {"authenticator": post.log_in, "auth_require_tls": False, "auth_required": True}
    with running_post(post, **more) as (_, port):
        with database.writing() as session:
            add_mail_settings(session, port, user="suido")
        queue(database)
        code, told = tell()
        assert (code, "MIZUMADO_MAIL_PASSWORD" in told) == (1, True)
        monkeypatch.setenv("MIZUMADO_MAIL_PASSWORD", "wrong-guess")
        code, told = tell()
        assert (code, "refuses the login" in told, "wrong-guess" in told) == (1, True, False)
        monkeypatch.setenv("MIZUMADO_MAIL_PASSWORD", "tegami")
        later = dt.datetime.now(dt.UTC) + dt.timedelta(minutes=1)
        done = deliver(database, password="tegami", by=Actor(None, ""), clock=lambda: later)
        assert done.states == {MailState.SENT: 1}


@pytest.mark.parametrize("every", ["0", "-1", "x", "86401", "000000001"])
def test_a_pause_that_is_none_is_refused(tell, every, capsys):
    with pytest.raises(SystemExit) as refused:
        tell("--every", every)
    assert refused.value.code == 2
    capsys.readouterr()
