"""What mails say, in both languages."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
from importlib.resources import files

import pytest

from db.errors import RuleBroken
from db.mail.message import written
from db.mail.settings import Sender
from db.mail.words import changed_items, mail_text, moment
from db.queries.outbox import DueMail
from db.rules.member_words import MailKind, MailLanguage

NOW = dt.datetime(2024, 9, 18, 9, 13, tzinfo=dt.UTC)
NAMES = {MailLanguage.JA: "金沢市企業局", MailLanguage.EN: "Kanazawa City, Water Bureau"}
SENDER = Sender("noreply@suido.example.jp", "soudan@suido.example.jp", NAMES, "076-220-2411")
EVERY = [(kind, language) for kind in MailKind for language in MailLanguage]


def mail(kind=MailKind.CHANGED, language=MailLanguage.JA, to="hanako@example.jp", **facts):
    return DueMail(1, 1, 1, kind, language, to, facts, NOW, 0)


def read(content):
    return email.message_from_bytes(content, policy=email.policy.default)


def sent(*what, code="", sender=SENDER, **facts):
    return read(written(mail(*what, **facts), sender, code=code, now=NOW))


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_every_mail_can_be_written(kind, language):
    told = sent(kind, language, code="abcd-efgh", receipt="K-0012", fields="email login_id")
    body = told.get_content()
    assert told["Subject"].startswith("【水道" if language is MailLanguage.JA else "[Water portal]")
    assert NAMES[language] in body
    assert "076-220-2411" in body
    assert not {"{", "}"} & set(body)
    assert max(map(len, body.splitlines())) <= 100
    assert "http" not in body.lower()
    assert "\n\n\n" not in body


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_the_one_time_password_is_in_its_own_mail_only(kind, language):
    told = sent(kind, language, code="abcd-efgh", receipt="K-0012", login_id="hanako12")
    with_code = kind is MailKind.ONE_TIME_PASSWORD
    assert ("abcd-efgh" in told.get_content()) is with_code
    assert ("K-0012" in told.get_content()) is not with_code
    assert "hanako12" not in told.as_string() + told.get_content()
    assert "abcd-efgh" not in str(told.items())


def test_no_words_lie_about_that_no_mail_says():
    kinds = {f"{kind}.{language}.txt" for kind, language in EVERY}
    shared = {f"{name}.{language}" for name in ("closing", "words") for language in MailLanguage}
    named = {f"{name}.{'json' if name.startswith('words') else 'txt'}" for name in shared}
    there = {file.name for file in (files("resources") / "mail").iterdir()}
    assert there == kinds | named


def test_a_line_whose_fact_is_missing_is_left_out():
    told = mail_text(MailKind.CHANGED, MailLanguage.JA, {"day": "今日", "receipt": ""}).body
    assert "手続日時：今日" in told
    assert not [line for line in told.splitlines() if line.startswith(("受付番号", "変更項目"))]


def test_what_was_changed_is_named():
    assert (
        changed_items("email mails_billing", MailLanguage.EN) == "e-mail address, mail about bills"
    )
    assert changed_items("secret_question,answer,shoe_size", MailLanguage.JA) == "秘密の質問"


def test_a_one_time_password_says_until_when_it_is_good():
    told = sent(MailKind.ONE_TIME_PASSWORD, code="abcd-efgh").get_content()
    assert "2024年9月19日 18時13分" in told
    assert moment(NOW, MailLanguage.EN) == "2024-09-18 18:13"


def test_the_head_of_a_mail():
    told = sent(to="foo..bar.@docomo.ne.jp")
    assert told["To"] == "foo..bar.@docomo.ne.jp"
    assert told["From"] == "金沢市企業局 <noreply@suido.example.jp>"
    assert told["Reply-To"] == "soudan@suido.example.jp"
    assert told["Date"] == "Wed, 18 Sep 2024 18:13:00 +0900"
    assert told["Message-ID"].endswith("@suido.example.jp>")
    assert told["Auto-Submitted"] == "auto-generated"


def test_any_server_can_take_it():
    content = written(mail(), SENDER, code="", now=NOW)
    assert content.isascii()
    assert max(map(len, content.split(b"\r\n"))) <= 78
    assert b"\n" not in content.replace(b"\r\n", b"")


@pytest.mark.parametrize("to", ["a@example.jp\r\nBcc: b@example.jp", "a@example.jp,b@example.jp"])
def test_a_recipient_who_is_two_is_refused(to):
    with pytest.raises(RuleBroken, match=r"^mail\.address_unusable$"):
        sent(to=to)


def test_a_receipt_number_cannot_make_a_header():
    told = sent(receipt="K-0012\r\nBcc: b@example.jp\r\n")
    assert told["Bcc"] is None
    assert "Bcc" in told.get_content()
