"""The files and the numbers of documents: each kept once, as issued, none left out."""

from __future__ import annotations

import datetime as dt
import hashlib
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update

from db.__main__ import main
from db.commands import search_keys
from db.commands.document_files import keep_file
from db.commands.number_series import next_number, next_numbers
from db.errors import RuleBroken
from db.models import DocumentFile
from db.queries.documents import damaged_documents, document_pdf
from db.rules.document_numbers import LETTERS, document_number, fiscal_year, published_on
from db.rules.paper import PaperKind
from db.rules.words import Account
from tests.db.document_desk import TODAY, DocumentDesk, Rendered
from tests.db.race import at_once
from tests.document_factories import add_document
from tests.factories import Paid, add_payment, debt_of

REMINDER = PaperKind.REMINDER


@pytest.fixture
def desk(database):
    return DocumentDesk(database)


def paid(desk):
    with desk.database.writing() as session:
        for account, yen in ((Account.WATER, 2799), (Account.SEWERAGE, 2710)):
            add_payment(session, debt_of(session, desk.bill_id, account), Paid(yen, TODAY))


def test_what_was_issued_stays_as_it_was_whatever_is_paid_then(desk):
    issued = desk.issue()
    paid(desk)
    with desk.database.reading() as session:
        assert document_pdf(session, issued.document_id).data == issued.data


def test_equal_files_are_kept_once(desk):
    same = Rendered(b"%PDF always the same", (1,), (1,))
    first, second = (desk.issue(render=lambda _: same) for _ in range(2))
    assert first.document_id != second.document_id
    (file,) = desk.rows(DocumentFile)
    assert (file.size, file.sha256) == (20, hashlib.sha256(same.data).hexdigest())


def test_equal_files_of_two_desks_at_once_are_kept_once(desk):
    def act(session):
        return keep_file(session, b"%PDF the same")

    (one, two) = at_once(desk.database, act, act)
    assert one == two


def test_a_file_that_was_changed_is_not_taken_for_the_one_issued(desk):
    issued = desk.issue()
    for broken in (zlib.compress(b"%PDF forged"), b"no zlib"):
        with desk.database.writing() as session:
            session.execute(update(DocumentFile).values(content=broken))
        with (
            desk.database.reading() as session,
            pytest.raises(RuleBroken, match=r"document\.damaged"),
        ):
            document_pdf(session, issued.document_id)
        with desk.database.reading() as session:
            assert damaged_documents(session) == (issued.number,)


def test_a_check_of_the_database_tells_of_a_document_that_was_changed(desk, capsys):
    url = desk.database.engine.url.render_as_string(hide_password=False)
    desk.issue()
    with desk.database.writing() as session:
        search_keys.rebuild(session)  # the check is about these too
    assert main(["check", "--database", url]) == 0
    with desk.database.writing() as session:
        session.execute(update(DocumentFile).values(size=1, content=zlib.compress(b"%PDF")))
    capsys.readouterr()
    assert main(["check", "--database", url]) == 1
    assert "S-2024-000001 is not stored as it was issued" in capsys.readouterr().out


def test_what_was_not_kept_and_what_is_not_there_say_so(desk):
    with desk.database.writing() as session:
        letter = add_document(session, desk.customer_id, issued_by=desk.by.staff_id)
    with desk.database.reading() as session:
        for document_id, code in ((letter, "document.not_kept"), (4711, "document.gone")):
            with pytest.raises(RuleBroken, match=code.replace(".", r"\.")):
                document_pdf(session, document_id)


def numbers(database, *asked):
    with database.writing() as session:
        return [next_number(session, kind, day) for kind, day in asked]


def test_each_kind_counts_by_itself_and_anew_every_april(database):
    march, april = dt.date(2025, 3, 31), dt.date(2025, 4, 1)
    asked = [(REMINDER, TODAY), (PaperKind.DEMAND, TODAY), (REMINDER, march), (REMINDER, april)]
    assert numbers(database, *asked) == [
        "R-2024-000001",
        "D-2024-000001",
        "R-2024-000002",
        "R-2025-000001",
    ]


def test_many_numbers_come_in_a_row(database):
    numbers(database, (REMINDER, TODAY))
    with database.writing() as session:
        assert next_numbers(session, REMINDER, TODAY, count=3) == (
            "R-2024-000002",
            "R-2024-000003",
            "R-2024-000004",
        )
        with pytest.raises(ValueError, match="nothing to number"):
            next_numbers(session, REMINDER, TODAY, count=0)


def test_a_number_whose_paper_failed_is_given_to_the_next(database):
    def fail(session):
        next_number(session, REMINDER, TODAY)
        raise RuleBroken("notice.nothing")

    with pytest.raises(RuleBroken), database.writing() as session:
        fail(session)
    assert numbers(database, (REMINDER, TODAY)) == ["R-2024-000001"]


def test_desks_that_number_at_once_leave_nothing_out_and_give_nothing_twice(database):
    def act(session):
        return next_number(session, REMINDER, TODAY)

    def fail(session):
        next_number(session, REMINDER, TODAY)
        raise RuleBroken("notice.nothing")

    answers = at_once(database, act, fail, act, fail, act, act)
    given_out = sorted(answer for answer in answers if answer != "notice.nothing")
    assert given_out == [f"R-2024-00000{at}" for at in (1, 2, 3, 4)]


def test_every_kind_has_a_letter_of_its_own():
    assert set(LETTERS) == set(PaperKind)
    assert len(set(LETTERS.values())) == len(PaperKind)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1)))
def test_a_year_of_administration_is_twelve_months_from_april(day):
    year = fiscal_year(day)
    assert dt.date(year, 4, 1) <= day <= dt.date(year + 1, 3, 31)
    assert document_number(REMINDER, day, 7) == f"R-{year}-000007"


def test_the_portal_shows_next_morning_what_is_the_customers_to_see():
    tomorrow = TODAY + dt.timedelta(days=1)
    assert published_on(REMINDER, TODAY, protected=False) == tomorrow
    assert published_on(REMINDER, TODAY, protected=True) is None
    for kind in (PaperKind.LOGIN_LETTER, PaperKind.CONTROL_COPY, PaperKind.DAILY_SHEET):
        assert published_on(kind, TODAY, protected=False) is None


@pytest.mark.parametrize("data", [b"\0", b"%PDF-1.4\n\xff\xfe\0 %%EOF", bytes(range(256)) * 4000])
def test_a_file_comes_back_byte_for_byte_from_either_database(desk, data):
    with desk.database.writing() as session:
        place = {"file_id": keep_file(session, data), "first_page": 3, "pages": 2}
        kept = add_document(session, desk.customer_id, issued_by=desk.by.staff_id, **place)
    with desk.database.reading() as session:
        stored = document_pdf(session, kept)
    assert (stored.data, stored.first_page, stored.pages) == (data, 3, 2)
