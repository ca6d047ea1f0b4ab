"""Papers to be made in tests, and what a reader finds in them."""

from __future__ import annotations

import datetime as dt
import re
import zlib

import pypdfium2

from db.rules.contact_words import Channel, CheckItem, CheckMethod, Speaker
from db.rules.control_copy import Checked, ControlCopy, Field, Line, NextStep, Withheld
from db.rules.issuer import Issuer
from db.rules.login_letter import LoginLetter
from db.rules.member_words import MailLanguage, Procedure, SecretQuestion
from db.rules.words import CustomerKind

AT = dt.datetime(2024, 9, 18, 1, 44, tzinfo=dt.UTC)
CODE = "kdmp-7xw2-qrsf-9hjt"
ISSUER = Issuer(
    bureau="金沢市企業局",
    bureau_latin="Kanazawa Waterworks",
    office="料金センター",
    office_latin="Billing centre",
    staff="佐藤 美咲",
    staff_latin="Misaki Sato",
    postal_code="9200031",
    address="石川県金沢市広岡3丁目3番30号",
    address_latin="3-3-30 Hirooka, Kanazawa",
    phone="076-100-2377",
)
REGISTERED = (
    Line(Field.NAME, None, "𠮷田 花子"),
    Line(Field.KANA, None, "ヨシダ ハナコ"),
    Line(Field.ADDRESS, None, "金沢市磯部町ニ45番地 コーポ葛\U000e0100飾 203"),
    Line(Field.EMAIL, None, "hanako.yoshida@example.jp"),
    Line(Field.PASSWORD, None, Withheld.SET),
    Line(Field.SECRET_QUESTION, None, SecretQuestion.FIRST_PET),
    Line(Field.SECRET_ANSWER, None, Withheld.SET),
    Line(Field.MAILS_READING, None, True),
    Line(Field.MAILS_OVERDUE, None, False),
    Line(Field.LANGUAGE, None, MailLanguage.EN),
)


def copy_of(**facts):
    """A registration at the counter, with other facts where they are given."""
    known = {
        "procedure": Procedure.REGISTER,
        "receipt": "20240918-4711-0815",
        "at": AT,
        "channel": Channel.COUNTER,
        "issuer": ISSUER,
        "customer_name": "𠮷田 花子",
        "customer_kind": CustomerKind.PERSON,
        "portal_number": "1702445800312296",
        "lines": REGISTERED,
        "next_steps": (NextStep.SIGN_IN_NOW, NextStep.MAIL_CONFIRMS),
        "checked": Checked(Speaker.USER, CheckMethod.DOCUMENT, (CheckItem.PASSPORT,)),
        "terms_version": "2024-04-01",
        "consented_at": AT,
    }
    return ControlCopy(**known | facts)


def letter_to(**facts):
    """A letter to Yoshida Hanako, with other facts where they are given."""
    known = {
        "receipt": "20240918-4711-0815",
        "at": AT,
        "expires_at": AT + dt.timedelta(days=14),
        "issuer": ISSUER,
        "name": "𠮷田 花子",
        "kind": CustomerKind.PERSON,
        "postal_code": "9200012",
        "address": "石川県金沢市磯部町ニ45番地",
    }
    return LoginLetter(**known | facts)


def text_of(data):
    """Everything that can be selected, page by page, in the order in which it was written."""
    with pypdfium2.PdfDocument(data) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return "\n".join(pages).replace("\r\n", "\n")


def squeezed(text):
    """The text without spaces and line ends, where wrapping may have put some."""
    return re.sub(r"\s", "", text)


def pages_of(data):
    """How many pages there are."""
    with pypdfium2.PdfDocument(data) as document:
        return len(document)


def said_of(data):
    """What the file says of itself."""
    with pypdfium2.PdfDocument(data) as document:
        return document.get_metadata_dict(skip_empty=True)


def places_of(data, text):
    """Where a text stands on the first page: left, top, right, bottom in mm from the top left."""
    return _places_of(data, text, 0)


def last_places_of(data, text):
    """Where a text stands on the last page."""
    return _places_of(data, text, -1)


def _places_of(data, text, number):
    with pypdfium2.PdfDocument(data) as document:
        page = document[number % len(document)]
        textpage = page.get_textpage()
        index, count = textpage.search(text).get_next()
        boxes = [textpage.get_charbox(index + step) for step in range(count)]
        height = page.get_height()
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    top, bottom = max(box[3] for box in boxes), min(box[1] for box in boxes)
    return tuple(value / 72 * 25.4 for value in (left, height - top, right, height - bottom))


def inside_of(data):
    """The file with its compressed parts unpacked, as somebody who takes it apart sees it."""
    unpacked = b"".join(
        _unpacked(found.group(1).strip(b"\r\n"))
        for found in re.finditer(rb"stream\r?\n(.*?)endstream", data, re.DOTALL)
    )
    return data + unpacked


def _unpacked(stream):
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""
