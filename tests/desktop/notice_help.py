"""Notices to be drawn in tests, by their facts, and what a reader finds in them."""

from __future__ import annotations

from dataclasses import replace

from db.rules.notice_facts import Addressee, NoticeHead, Use
from db.rules.paper_settings import PaperSettings
from db.rules.words import CustomerKind, UsageClass
from desktop.format import LanguageCode
from desktop.notices.catalogue import render_notices
from tests.desktop.paper_help import AT, ISSUER, squeezed, text_of

JA, EN = LanguageCode.JA, LanguageCode.EN
LONG_NAME = "株式会社" + "加賀能登越中越前" * 6 + "水産加工組合連合会"
LONG_ADDRESS = "石川県金沢市磯部町ニ45番地1 " + "コーポラス・フォレスト" * 5 + " 10203号室"
SETTINGS = PaperSettings(company_code="123456", invoice_number="T7000012050002")


def head_for(kind, **facts):
    """The head of a notice to Yoshida Hanako, with other facts where they are given."""
    known = {
        "number": "X-2024-000123",
        "issued_at": AT,
        "issuer": ISSUER,
        "settings": SETTINGS,
        "addressee": Addressee(
            "𠮷田 花子", CustomerKind.PERSON, "9200012", "石川県金沢市磯部町ニ45番地"
        ),
        "use": Use(
            "63179337",
            "1702445800312296",
            "𠮷田 花子",
            "磯部町ニ45番地",
            UsageClass.HOUSEHOLD,
            CustomerKind.PERSON,
        ),
    }
    return NoticeHead(kind, **(known | facts))


def crowded(facts):
    """The same notice for names and addresses longer than any box."""
    head = facts.head
    use = replace(head.use, user_name=LONG_NAME, address=LONG_ADDRESS)
    to = Addressee(LONG_NAME, CustomerKind.COMPANY, "9200012", LONG_ADDRESS)
    return replace(facts, head=replace(head, use=use, addressee=to))


def paper(facts, language=JA):
    """The notice as it is printed."""
    return render_notices([facts], language)


def read(facts, language=JA):
    """Everything that can be selected in a notice, in reading order."""
    return text_of(paper(facts, language).data)


def in_order(text, *sayings):
    """Whether all of it is there, one after the other, wherever lines end."""
    whole, at = squeezed(text), 0
    for saying in sayings:
        found = whole.find(squeezed(saying), at)
        assert found >= 0, f"{saying!r} is not in {text[at:]!r}"
        at = found + len(squeezed(saying))
    return True
