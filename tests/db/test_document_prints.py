"""How a document leaves, and what becomes of it in the post."""

from __future__ import annotations

import datetime as dt

import pytest

from db.commands import documents
from db.commands.paper_register import register_paper
from db.models import DocumentFile
from db.queries.documents import already_printed, document_pdf
from db.rules.contact_words import Channel
from db.rules.paper import PaperKind, PaperLanguage, PaperWay
from db.rules.words import EventKind, Role
from tests.db.document_desk import NOW, TODAY, DocumentDesk
from tests.db.race import at_once
from tests.document_factories import add_document
from tests.protection_factories import add_protection

LATER = NOW + dt.timedelta(minutes=31)
RECEIPT = "20240918-4711-0815"


@pytest.fixture
def desk(database):
    desk = DocumentDesk(database)
    desk.document_id = desk.issue().document_id
    return desk


def printed(desk, way=PaperWay.PRINTER, *, copies=1, **more):
    facts = {"printer": "窓口3のプリンタ", "copies": copies} | more
    return desk.act(documents.record_print, desk.document_id, way, **facts)


def failed(desk, print_event_id, why="紙が詰まりました"):
    return desk.act(documents.record_failure, print_event_id, why, contact_id=...)


def found(desk):
    return next(each for each in desk.documents() if each.document_id == desk.document_id)


def today(desk, day=TODAY):
    with desk.database.reading() as session:
        return already_printed(session, desk.document_id, day)


def test_a_print_is_kept_with_its_printer_and_recorded(desk):
    print_event_id = printed(desk, copies=2)
    (left,) = desk.prints()
    assert (left.id, left.way, left.copies) == (print_event_id, PaperWay.PRINTER, 2)
    assert (left.printer, left.desk, left.failure) == ("窓口3のプリンタ", "窓口3", "")
    (told,) = desk.told(EventKind.PRINTED)
    assert (told["paper"], told["to"], told["copies"]) == ("reissued_slip", "printer", 2)


def test_the_list_tells_when_it_was_printed_last_and_how_often(desk):
    assert (found(desk).printed_at, found(desk).printed_copies, today(desk)) == (None, 0, None)
    printed(desk)
    printed(desk, copies=2, now=LATER)
    printed(desk, PaperWay.FILE, now=LATER + dt.timedelta(minutes=1))
    assert (found(desk).printed_at, found(desk).printed_copies) == (LATER, 3)
    assert (today(desk).at, today(desk).by_name, today(desk).copies) == (LATER, "佐藤 次郎", 3)
    assert today(desk, TODAY + dt.timedelta(days=1)) is None


def test_a_day_at_the_printer_is_a_day_in_japan(desk):
    first_minute = dt.datetime(2024, 9, 18, 15, 0, tzinfo=dt.UTC)
    printed(desk, now=first_minute)
    assert today(desk) is None
    assert today(desk, dt.date(2024, 9, 19)).at == first_minute


def test_what_did_not_get_out_counts_for_nothing_and_the_paper_is_kept(desk):
    failed(desk, printed(desk), "  紙が\n詰まりました " + "あ" * 300)
    assert (found(desk).printed_at, found(desk).printed_copies, today(desk)) == (None, 0, None)
    (left,) = desk.prints()
    assert left.failure.startswith("紙が 詰まりました あ")
    assert len(left.failure) == 200
    (told,) = desk.told(EventKind.PRINT_FAILED)
    assert "failure" not in told
    with desk.database.reading() as session:
        assert document_pdf(session, desk.document_id).data


def test_a_failure_is_told_once_by_who_printed(desk):
    print_event_id = printed(desk)
    failed(desk, print_event_id, "")
    assert desk.prints()[0].failure == "?"
    facts = {"contact_id": ...}
    again = (documents.record_failure, print_event_id, "紙切れ")
    assert desk.act_refused(*again, **facts) == "record.changed"
    gone = (documents.record_failure, 4711, "紙切れ")
    assert desk.act_refused(*gone, **facts) == "document.gone"
    colleague = DocumentDesk(desk.database)
    other = (documents.record_failure, printed(desk), "紙切れ")
    assert colleague.act_refused(*other, **facts) == "permission.denied"


@pytest.mark.parametrize("channel", [Channel.PHONE, Channel.POST, Channel.OFFICE])
def test_what_nobody_takes_along_is_posted(desk, channel):
    contact_id = desk.meet(channel=channel)
    printed(desk, PaperWay.FILE, contact_id=contact_id)
    assert found(desk).mailed_on is None
    printed(desk, contact_id=contact_id)
    assert found(desk).mailed_on == TODAY


def test_at_the_counter_it_is_handed_over_unless_an_operator_prints(desk):
    printed(desk)
    assert found(desk).mailed_on is None
    desk.give_role(Role.PHONE)
    printed(desk)
    assert found(desk).mailed_on == TODAY


def test_what_was_not_printed_is_not_in_the_post(desk):
    contact_id = desk.meet(channel=Channel.POST)
    failed(desk, printed(desk, contact_id=contact_id))
    assert found(desk).mailed_on is None
    printed(desk, contact_id=contact_id)
    failed(desk, printed(desk, contact_id=contact_id))
    assert found(desk).mailed_on == TODAY


def test_what_went_out_keeps_its_day_and_what_came_back_gets_a_new_one(desk):
    by_post = {"contact_id": desk.meet(channel=Channel.POST)}
    week = NOW + dt.timedelta(days=7)
    printed(desk, **by_post)
    printed(desk, now=week, **by_post)
    assert found(desk).mailed_on == TODAY
    marked(desk, documents.mark_returned, now=week)
    left = printed(desk, now=week, **by_post)
    assert (found(desk).mailed_on, found(desk).returned_on) == (dt.date(2024, 9, 25), None)
    failed(desk, desk.prints()[1].id)
    assert found(desk).mailed_on == dt.date(2024, 9, 25)
    failed(desk, left)
    assert found(desk).mailed_on is None


def test_nothing_is_shown_or_printed_for_who_is_not_known(desk):
    unknown = {"contact_id": desk.meet(identity=None)}
    view = (documents.record_view, desk.document_id)
    paper = (documents.record_print, desk.document_id, PaperWay.PRINTER)
    assert desk.act_refused(*view, **unknown) == "identity.missing"
    out = {"printer": "", "copies": 1}
    assert desk.act_refused(*paper, **out, **unknown) == "identity.missing"
    assert desk.prints() == []
    desk.act(*view)
    (told,) = desk.told(EventKind.DOCUMENT_VIEWED)
    assert (told["paper"], told["document"]) == ("reissued_slip", desk.document_id)


def test_a_daily_sheet_is_shown_to_supervisors_alone(desk):
    with desk.database.writing() as session:
        facts = {"issued_by": desk.staff_id, "kind": PaperKind.DAILY_SHEET}
        desk.document_id = add_document(session, **facts)
    view = (documents.record_view, desk.document_id)
    assert desk.act_refused(*view, contact_id=None) == "permission.denied"
    desk.give_role(Role.SUPERVISOR)
    desk.act(*view, contact_id=None)
    printed(desk, contact_id=None)


def marked(desk, command, version=None, **more):
    version = version or found(desk).version
    facts = {"version": version, "contact_id": ...} | more
    return desk.act(command, desk.document_id, **facts)


def test_the_post_brings_it_back_and_it_may_go_out_again(desk):
    marked(desk, documents.mark_mailed)
    assert (found(desk).mailed_on, found(desk).returned_on) == (TODAY, None)
    week = {"now": NOW + dt.timedelta(days=7)}
    marked(desk, documents.mark_returned, **week)
    assert (found(desk).mailed_on, found(desk).returned_on) == (TODAY, dt.date(2024, 9, 25))
    marked(desk, documents.mark_mailed, **week)
    assert (found(desk).mailed_on, found(desk).returned_on) == (dt.date(2024, 9, 25), None)
    kinds = [kind for kind, _, _ in desk.events()]
    assert kinds[-3:] == [
        EventKind.DOCUMENT_MAILED,
        EventKind.DOCUMENT_RETURNED,
        EventKind.DOCUMENT_MAILED,
    ]


def test_what_was_never_posted_does_not_come_back(desk):
    facts = {"version": 1, "contact_id": ...}
    refused = desk.act_refused(documents.mark_returned, desk.document_id, **facts)
    assert refused == "document.not_mailed"
    assert desk.act_refused(documents.mark_mailed, 4711, **facts) == "document.gone"


def test_of_two_desks_that_mark_it_one_is_told_of_the_other(desk):
    def act(session):
        marks = {"version": 1, "by": desk.by, "now": NOW}
        documents.mark_mailed(session, desk.document_id, **marks)
        return "marked"

    assert sorted(at_once(desk.database, act, act)) == ["marked", "record.changed"]


def registered(desk, kind=PaperKind.LOGIN_LETTER, receipt=RECEIPT, **more):
    facts = {"customer_id": desk.customer_id, "language": PaperLanguage.JA, "pages": 1}
    return desk.act(register_paper, kind, receipt, contact_id=..., **(facts | more))


def test_a_letter_with_a_secret_is_listed_and_its_file_is_nowhere(desk):
    desk.document_id = registered(desk)
    letter = found(desk)
    assert (letter.kind, letter.number, letter.kept) == (PaperKind.LOGIN_LETTER, RECEIPT, False)
    assert (letter.published_on, letter.yen, letter.contract_id) == (None, None, None)
    assert len(desk.rows(DocumentFile)) == 1


def test_a_paper_printed_again_is_listed_once(desk):
    again = [registered(desk), registered(desk), registered(desk, PaperKind.CONTROL_COPY)]
    assert again[0] == again[1] != again[2]
    assert len(desk.told(EventKind.DOCUMENT_ISSUED)) == 3


def test_a_control_copy_without_a_secret_may_be_kept(desk):
    document_id = registered(desk, PaperKind.CONTROL_COPY, data=b"%PDF a copy")
    with desk.database.reading() as session:
        assert document_pdf(session, document_id).data == b"%PDF a copy"


def test_of_a_protected_customer_nobody_registers_a_paper_unawares(desk):
    with desk.database.writing() as session:
        add_protection(session, desk.customer_id)
    facts = {"customer_id": desk.customer_id, "language": PaperLanguage.JA, "pages": 1}
    letter = (register_paper, PaperKind.LOGIN_LETTER, RECEIPT)
    assert desk.act_refused(*letter, contact_id=..., **facts) == "customer.gone"


def test_the_list_is_of_one_customer_newest_first_and_of_one_contract(desk):
    other, stranger = desk.contract(), desk.somebody()
    with desk.database.writing() as session:
        facts = {"issued_by": desk.staff_id}
        early = facts | {"issued_on": dt.date(2024, 7, 16)}
        old = add_document(session, desk.customer_id, desk.contract_id, **early)
        elsewhere = add_document(session, desk.customer_id, other, **early)
        add_document(session, stranger, None, **facts)
        unbound = add_document(session, desk.customer_id, None, **early)

    def ids(contract_id=None):
        return [each.document_id for each in desk.documents(contract_id)]

    assert ids() == [desk.document_id, unbound, elsewhere, old]
    assert ids(desk.contract_id) == [desk.document_id, unbound, old]
    assert ids(other) == [unbound, elsewhere]
