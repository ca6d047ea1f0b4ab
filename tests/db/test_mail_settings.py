"""The mail server as the bureau sets it."""

from __future__ import annotations

import pytest

from db.errors import RuleBroken
from db.mail.settings import MailServer, mail_settings
from db.rules.mail_delivery import MailSecurity
from db.rules.member_words import MailLanguage
from tests.mail_factories import add_mail_settings

OUTSIDE = "mail.suido.example.jp"


def settings(database, *, password=None, **more):
    with database.writing() as session:
        add_mail_settings(session, more.pop("port", None), **more)
        return mail_settings(session, password)


def refusal(database, **more):
    with pytest.raises(RuleBroken) as refused:
        settings(database, **more)
    return refused.value.code, refused.value.facts.get("name")


def test_what_is_set_is_read(sqlite_database):
    more = {"host": OUTSIDE, "port": "2525", "security": "tls", "user": "suido"}
    server, sender = settings(
        sqlite_database, password="tegami", reply_to="soudan@suido.example.jp", **more
    )
    assert server == MailServer(OUTSIDE, 2525, MailSecurity.TLS, "suido", "tegami")
    assert sender.address == "noreply@suido.example.jp"
    assert sender.reply_to == "soudan@suido.example.jp"
    assert sender.names[MailLanguage.EN] == "Kanazawa City Water Bureau"
    assert sender.phone == "076-220-2411"


@pytest.mark.parametrize(
    ("security", "port"), [(None, 587), ("starttls", 587), ("tls", 465), ("none", 25)]
)
def test_the_usual_port_belongs_to_the_security(sqlite_database, security, port):
    host = "127.0.0.1" if security == "none" else OUTSIDE
    server, _ = settings(sqlite_database, host=host, security=security, port="")
    assert server.port == port


def test_a_password_nobody_signs_in_with_is_not_kept(sqlite_database):
    server, _ = settings(sqlite_database, password="tegami")
    assert server.password == ""


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.8.8", "::1", "[::1]"])
def test_mail_without_tls_stays_on_this_computer(sqlite_database, host):
    server, _ = settings(sqlite_database, host=host)
    assert server.security is MailSecurity.NONE


@pytest.mark.parametrize("host", [OUTSIDE, "192.168.1.5", "localhost.example.jp", "128.0.0.1"])
def test_mail_without_tls_never_leaves_it(sqlite_database, host):
    assert refusal(sqlite_database, host=host) == ("mail.insecure", None)


def test_a_fictional_town_gets_no_mail_from_outside(sqlite_database):
    more = {"host": OUTSIDE, "security": "tls", "database__fictional": "yes"}
    assert refusal(sqlite_database, **more) == ("mail.fictional", None)


def test_a_fictional_town_gets_mail_on_this_computer(sqlite_database):
    assert settings(sqlite_database, database__fictional="yes")


def test_the_servers_password_has_to_be_in_the_environment(sqlite_database):
    assert refusal(sqlite_database, user="suido") == ("mail.password_missing", None)


@pytest.mark.parametrize("name", ["mail.host", "mail.from", "bureau.name", "bureau.phone"])
def test_what_a_mail_cannot_do_without(sqlite_database, name):
    absent = {name.replace(".", "__"): None}
    assert refusal(sqlite_database, **absent) == ("mail.not_set_up", name)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("mail.host", "mail server"),
        ("mail.host", "mail\nserver"),
        ("mail.port", "0"),
        ("mail.port", "65536"),
        ("mail.port", "0000251234567"),
        ("mail.port", "２５"),
        ("mail.port", "-1"),
        ("mail.security", "ssl"),
        ("mail.from", "Suido <noreply@suido.example.jp>"),
        ("mail.from", "a@suido.example.jp\r\nBcc: b@example.jp"),
        ("mail.reply_to", "nobody"),
        ("bureau.name", "金沢市\r\nBcc: b@example.jp"),
        ("bureau.phone", "076\n220"),
    ],
)
def test_what_cannot_be_meant_is_named(sqlite_database, name, value):
    wrong = {name.replace(".", "__"): value}
    assert refusal(sqlite_database, **wrong) == ("setting.unreadable", name)
