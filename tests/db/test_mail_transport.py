"""Handing a mail to a real server: what it made of it, and whether the way is safe."""

from __future__ import annotations

import logging

import pytest

from db.mail.settings import MailServer
from db.mail.transport import NotConnected, Told, connected, hand_over
from db.rules.mail_delivery import Answer, MailProblem, MailSecurity
from tests.mail_server import HOST, Post, make_certificate, running_post, server_context

CONTENT = b"Subject: test\r\n\r\nfirst\r\n.\r\n..two dots\r\n"


def send(server, to="hanako@example.jp"):
    with connected(server, patience_s=20) as smtp:
        return hand_over(smtp, CONTENT, sender="noreply@suido.example.jp", to=to)


def plain(port):
    return MailServer(HOST, port, MailSecurity.NONE)


def problem_of(server):
    with pytest.raises(NotConnected) as refused, connected(server, patience_s=20):
        pass
    return refused.value.problem


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def trusted(certificate, monkeypatch):
    """Let this computer trust the server's certificate, as a bureau's own authority would."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    return server_context(*certificate)


@pytest.fixture
def untrusted(certificate, caplog):
    """Let the server speak with a certificate of its own making, and not complain of us."""
    caplog.set_level(logging.CRITICAL, logger="mail.log")
    return server_context(*certificate)


def test_a_mail_arrives_word_for_word():
    with running_post() as (post, port):
        assert send(plain(port)) == Told(Answer.TAKEN)
    assert post.envelopes == [("noreply@suido.example.jp", ["hanako@example.jp"])]
    assert post.arrived[0].get_payload().splitlines() == ["first", ".", "..two dots"]


@pytest.mark.parametrize(
    ("command", "reply", "told"),
    [
        ("MAIL", "451 4.3.0 later", Told(Answer.NOT_NOW, "sender_refused 451 4.3.0")),
        ("MAIL", "530 5.7.0 log in", Told(Answer.NOT_NOW, "sender_refused 530 5.7.0")),
        ("MAIL", "553 5.1.8 who?", Told(Answer.NEVER, "sender_refused 553 5.1.8")),
        ("RCPT", "450 4.2.1 greylisted", Told(Answer.NOT_NOW, "address_refused 450 4.2.1")),
        ("RCPT", "550 5.1.1 nobody", Told(Answer.NEVER, "address_refused 550 5.1.1")),
        ("RCPT", "550 nobody", Told(Answer.NEVER, "address_refused 550")),
        ("DATA", "452 4.3.1 full", Told(Answer.NOT_NOW, "mail_refused 452 4.3.1")),
        ("DATA", "554 5.7.1 spam", Told(Answer.NEVER, "mail_refused 554 5.7.1")),
    ],
)
def test_a_refusal_is_for_now_or_for_good(command, reply, told):
    with running_post(Post(refusals={command: [reply]})) as (post, port):
        assert send(plain(port)) == told
    assert post.arrived == []


def test_the_servers_own_words_are_not_kept():
    quoting = "550 5.1.1 <hanako@example.jp> your mail said first"
    with running_post(Post(refusals={"DATA": [quoting]})) as (_, port):
        told = send(plain(port))
    assert "hanako" not in repr(told)
    assert "first" not in repr(told)


def test_a_connection_lost_before_the_mail_means_it_was_not_taken():
    with running_post(Post(cut="RCPT")) as (post, port):
        assert send(plain(port)) == Told(Answer.NOT_NOW, MailProblem.UNREACHABLE)
    assert post.arrived == []


def test_a_connection_lost_after_the_mail_leaves_its_fate_open():
    with running_post(Post(cut="DATA")) as (post, port):
        assert send(plain(port)) == Told(Answer.UNCLEAR, MailProblem.NO_ANSWER)
    assert len(post.arrived) == 1


def test_a_server_that_says_nothing_sensible_leaves_it_open():
    with running_post(Post(refusals={"DATA": ["999 what"]})) as (_, port):
        assert send(plain(port)) == Told(Answer.UNCLEAR, MailProblem.NO_ANSWER)


def test_nobody_there():
    with running_post() as (_, port):
        pass
    assert problem_of(plain(port)) is MailProblem.UNREACHABLE


def test_nothing_is_said_before_the_way_is_encrypted(trusted):
    more = {"tls_context": trusted, "require_starttls": True}
    with running_post(**more) as (post, port):
        server = MailServer("localhost", port, MailSecurity.STARTTLS)
        assert send(server) == Told(Answer.TAKEN)
    assert post.encrypted == [True]


def test_a_server_that_speaks_tls_from_the_first_byte(trusted):
    with running_post(ssl_context=trusted) as (post, port):
        assert send(MailServer("localhost", port, MailSecurity.TLS)) == Told(Answer.TAKEN)
    assert len(post.arrived) == 1


@pytest.mark.parametrize("security", [MailSecurity.STARTTLS, MailSecurity.TLS])
def test_a_certificate_nobody_vouches_for_is_not_trusted(untrusted, security):
    tls = security is MailSecurity.TLS
    more = {"ssl_context": untrusted} if tls else {"tls_context": untrusted}
    with running_post(**more) as (post, port):
        problem = problem_of(MailServer("localhost", port, security))
    assert problem is MailProblem.NOT_TRUSTED
    assert post.envelopes == []


def test_a_certificate_of_another_name_is_not_trusted(trusted, caplog):
    caplog.set_level(logging.CRITICAL, logger="mail.log")
    with running_post(tls_context=trusted) as (_, port):
        # the certificate is for localhost
        assert problem_of(MailServer(HOST, port, MailSecurity.STARTTLS)) is MailProblem.NOT_TRUSTED


def test_a_server_without_tls_gets_no_mail_when_tls_is_wanted():
    with running_post() as (post, port):
        server = MailServer("localhost", port, MailSecurity.STARTTLS, "suido", "tegami")
        assert problem_of(server) is MailProblem.NOT_TRUSTED
    assert (post.envelopes, post.logins) == ([], [])


def signing_in(post, trusted):
    return {
        "tls_context": trusted,
        "require_starttls": True,
        "auth_required": True,
        "authenticator": post.log_in,
        "auth_exclude_mechanism": [],
    }


@pytest.mark.parametrize(("password", "wrong"), [("tegami", None), ("guess", "login_refused")])
def test_whoever_sends_signs_in(trusted, password, wrong):
    post = Post()
    with running_post(post, **signing_in(post, trusted)) as (_, port):
        server = MailServer("localhost", port, MailSecurity.STARTTLS, "suido", password)
        assert password not in repr(server)
        if wrong is None:
            assert send(server) == Told(Answer.TAKEN)
        else:
            assert problem_of(server) is MailProblem(wrong)
    assert set(post.logins) == {"suido"}
    assert len(post.arrived) == (wrong is None)


def test_the_bureau_may_not_sign_in_where_nobody_can():
    with running_post() as (_, port):
        server = MailServer(HOST, port, MailSecurity.NONE, "suido", "tegami")
        assert problem_of(server) is MailProblem.LOGIN_REFUSED
