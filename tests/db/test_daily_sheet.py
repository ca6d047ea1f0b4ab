"""What a daily sheet tells of an office's day, and closing the day with it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest

from db.commands.audit import Actor, record
from db.commands.daily_sheets import issue_daily_sheet
from db.commands.settings import change_settings
from db.errors import RuleBroken
from db.models import Document, DocumentDebt, PrintEvent, Request, Staff
from db.queries.audit import audit_events, audit_state, check_audit
from db.queries.daily_sheet import daily_sheet, sheets_of
from db.rules.contact_words import Channel, ContactState, Topic
from db.rules.daily_sheet import NumberRange, PaperLine, ProcedureLine
from db.rules.issuer import Issuer
from db.rules.member_words import Procedure
from db.rules.paper import PaperKind, PaperLanguage, PaperWay
from db.rules.words import Account, EventKind, Role
from tests.contact_factories import add_contact
from tests.document_factories import add_batch, add_document
from tests.factories import add_bill, add_contract, add_office, add_staff, debt_of

DAY = dt.date(2024, 9, 18)
MORNING = dt.datetime(2024, 9, 18, 0, 5, tzinfo=dt.UTC)
JUST_BEFORE = dt.datetime(2024, 9, 17, 14, 59, tzinfo=dt.UTC)
LAST_MINUTE = dt.datetime(2024, 9, 18, 14, 59, tzinfo=dt.UTC)
EVENING = dt.datetime(2024, 9, 18, 9, 13, tzinfo=dt.UTC)
ISSUER = Issuer("金沢市企業局", "", "料金センター", "", "佐藤", "")
KEY = "0b9d6c1e-3a4f-4f0e-9b5e-0f7f6f1f2a3b"


@dataclass
class Printed:
    """What a drawing gives; these tests are about what is drawn."""

    data: bytes
    first_pages: tuple = (1,)
    pages: tuple = (1,)


class Pen:
    """Keeps the facts it is given, and makes of them a file that tells them apart."""

    def __call__(self, notices):
        (self.facts,) = notices
        return Printed(b"%PDF " + repr(self.facts.head.number).encode())


@dataclass
class Town:
    """An office with a supervisor and a clerk, and another office."""

    office_id: int
    supervisor: Actor
    clerk: Actor
    elsewhere: Actor


@pytest.fixture
def town(database):
    with database.writing() as session:
        office, other = add_office(session), add_office(session, "西部営業所")
        people = (
            add_staff(session, office_id=office, role=Role.SUPERVISOR),
            add_staff(session, office_id=office),
            add_staff(session, office_id=other),
        )
        return Town(office, *(Actor(each, "窓口1") for each in people))


@pytest.fixture
def sheet(database, town):
    """Look at the sheet of the office's day."""

    def look(day=DAY):
        with database.reading() as session:
            return daily_sheet(session, town.office_id, day, issuer=ISSUER, now=EVENING)

    return look


@pytest.fixture
def close(database, town):
    """Close the day as the supervisor; gives the sheet issued and its facts."""

    def close(day=DAY, *, by=town.supervisor, key=KEY):
        pen = Pen()
        facts = {"render": pen, "language": PaperLanguage.JA, "issuer": ISSUER, "key": key}
        with database.writing() as session:
            issued = issue_daily_sheet(session, day, **facts, by=by, now=EVENING)
        return issued, getattr(pen, "facts", None)

    return close


def slip(session, by, number, *, at=MORNING, **facts):
    """A reissued slip for one bill of 5,509 yen, with a fee on the sewerage."""
    bill_id = add_bill(session, add_contract(session))
    about = {"issued_by": by.staff_id, "number": number, "issued_at": at}
    document = add_document(session, kind=PaperKind.REISSUED_SLIP, **about, **facts)
    for account, yen, fee in ((Account.WATER, 2799, 0), (Account.SEWERAGE, 2710, 100)):
        debt_id = debt_of(session, bill_id, account)
        session.add(DocumentDebt(document_id=document, debt_id=debt_id, yen=yen, fee_yen=fee))
    return document


def left(session, document_id, by, **facts):
    known = {"at": MORNING, "desk": by.desk, "way": PaperWay.PRINTER}
    session.add(PrintEvent(document_id=document_id, staff_id=by.staff_id, **(known | facts)))


def test_a_day_without_anything_is_told_as_such(sheet):
    told = sheet()
    assert (told.papers, told.numbers, told.topics, told.procedures) == ((), (), (), ())
    assert (told.seal.anchor, told.seal.seals) == (None, 0)
    assert told.draft


def test_documents_are_counted_by_kind_with_what_they_asked_for(database, town, sheet):
    with database.writing() as session:
        batch = add_batch(session, planned_by=town.supervisor.staff_id)
        slip(session, town.clerk, "S-2024-000007", reissue=1)
        slip(session, town.supervisor, "S-2024-000009", reissue=2, pages=2)
        reminder = {"kind": PaperKind.REMINDER, "issued_at": MORNING, "batch_id": batch}
        add_document(session, issued_by=town.clerk.staff_id, number="R-2024-000001", **reminder)
    told = sheet()
    assert told.papers == (
        PaperLine(PaperKind.REISSUED_SLIP, 2, 2, 0, 3, water_yen=5598, sewerage_yen=5620),
        PaperLine(PaperKind.REMINDER, 1, 0, 1, 1),
    )
    assert told.numbers == (
        NumberRange(PaperKind.REISSUED_SLIP, "S-2024-000007", "S-2024-000009", 2),
        NumberRange(PaperKind.REMINDER, "R-2024-000001", "R-2024-000001", 1),
    )


def test_only_the_offices_own_day_counts(database, town, sheet):
    with database.writing() as session:
        slip(session, town.elsewhere, "S-2024-000001")
        slip(session, town.clerk, "S-2024-000002", at=JUST_BEFORE)
        slip(session, town.clerk, "S-2024-000003", at=LAST_MINUTE)
        slip(session, town.clerk, "S-2024-000004", at=LAST_MINUTE + dt.timedelta(minutes=1))
    assert [(each.first, each.last) for each in sheet().numbers] == [("S-2024-000003",) * 2]


def test_prints_are_counted_also_of_what_was_issued_before(database, town, sheet):
    with database.writing() as session:
        old = slip(session, town.clerk, "S-2024-000001", at=JUST_BEFORE)
        left(session, old, town.clerk, copies=2)
        left(session, old, town.clerk, way=PaperWay.FILE)
        left(session, old, town.clerk, failure="paper jam")
        acts = {"receipt": "20240918-1-1", "to": PaperWay.PRINTER}
        kind = {"what": PaperKind.CONTROL_COPY}
        for _ in range(2):
            record(session, EventKind.PRINTED, by=town.clerk, now=MORNING, **kind, **acts)
    assert sheet().papers == (
        PaperLine(PaperKind.REISSUED_SLIP, printed=2, saved=1, failed=1),
        PaperLine(PaperKind.CONTROL_COPY, printed=2),
    )


def test_contacts_are_counted_by_topic_and_channel_but_not_wrong_openings(database, town, sheet):
    with database.writing() as session:
        about = {"staff_id": town.clerk.staff_id, "started_at": MORNING}
        for topic, channel in (
            (Topic.WATER_CUT, Channel.PHONE),
            (Topic.BILL_QUESTION, Channel.COUNTER),
            (Topic.BILL_QUESTION, Channel.COUNTER),
            (None, Channel.POST),
        ):
            add_contact(session, topic=topic, channel=channel, **about)
        wrong = {"state": ContactState.WRONG_OPENING, "ended_at": MORNING}
        add_contact(session, **about, **wrong)
    told = sheet()
    assert [(line.topic, line.counts) for line in told.topics] == [
        (Topic.BILL_QUESTION, (2, 0, 0, 0)),
        (Topic.WATER_CUT, (0, 1, 0, 0)),
        (None, (0, 0, 1, 0)),
    ]
    assert told.contacts_by() == (2, 1, 1, 0)


def test_procedures_are_counted_and_documents_are_none(database, town, sheet):
    with database.writing() as session:
        kinds = (Procedure.REGISTER, Procedure.REGISTER, Procedure.DOCUMENT)
        for place, kind in enumerate(kinds):
            key = KEY[:-1] + str(place)
            about = {"staff_id": town.clerk.staff_id, "at": MORNING, "outcome": "{}"}
            session.add(Request(key=key, kind=kind, **about))
    assert sheet().procedures == (ProcedureLine(Procedure.REGISTER, 2),)


def test_closing_the_day_seals_the_record_and_keeps_the_sheet(database, town, sheet, close):
    with database.writing() as session:
        record(session, EventKind.SEARCHED, by=town.clerk, now=MORNING)
    issued, facts = close()
    assert (issued.number, facts.head.number, facts.draft) == ("Z-2024-000001",) * 2 + (False,)
    with database.reading() as session:
        state = audit_state(session)
        assert (facts.seal.anchor, state.seals, state.sealed) == (state.anchor, 1, 1)
        assert len(facts.seal.anchor) == 16
        assert check_audit(session, printed_anchor=facts.seal.anchor) == ()
        (event,) = [e for e in audit_events(session) if e.kind is EventKind.DOCUMENT_ISSUED]
        document = session.get_one(Document, issued.document_id)
        assert (document.kind, document.customer_id) == (PaperKind.DAILY_SHEET, None)
        assert (document.issued_on, document.issued_at) == (DAY, EVENING)
    told = event.facts
    assert (told["number"], told["day"], told["anchor"]) == (
        issued.number,
        "2024-09-18",
        facts.seal.anchor,
    )
    assert sheet().papers == (PaperLine(PaperKind.DAILY_SHEET, 1, pages=1),)


def test_sent_off_twice_the_day_is_closed_once(database, close):
    first, _ = close()
    again, facts = close()
    assert (again, facts) == (first, None)
    with database.reading() as session:
        assert audit_state(session).seals == 0  # nobody had done anything before it


def test_closed_again_later_it_has_another_number_and_seal(database, close):
    close()
    later, facts = close(key=KEY[:-1] + "0")
    assert later.number == "Z-2024-000002"
    assert (facts.seal.seals, facts.seal.sealed) == (1, 1)


def test_the_sheets_of_a_day_are_found_again_by_its_office_alone(database, town, close):
    numbers = [close(key=KEY[:-1] + str(place))[0].number for place in range(2)]
    close(DAY - dt.timedelta(days=1), key=KEY[:-1] + "9")
    with database.reading() as session:
        other = session.get_one(Staff, town.elsewhere.staff_id).office_id
        found = sheets_of(session, town.office_id, DAY)
        assert sheets_of(session, other, DAY) == ()
    assert [each.number for each in found] == numbers[::-1]
    assert found[0].issued_at == EVENING


def test_a_day_to_come_is_not_closed(database, close):
    with pytest.raises(RuleBroken, match=r"daily_sheet\.not_yet"):
        close(DAY + dt.timedelta(days=1))


def test_a_clerk_closes_no_day(database, town, close):
    with pytest.raises(RuleBroken, match=r"permission\.denied"):
        close(by=town.clerk)
    with database.reading() as session:
        assert session.get_one(Staff, town.clerk.staff_id).role is Role.COUNTER
        assert audit_state(session).seals == 0


def test_it_is_a_specimen_until_the_bureau_has_a_company_code(database, town, sheet):
    assert sheet().head.sample
    with database.writing() as session:
        admin = Actor(add_staff(session, role=Role.ADMIN), "事務")
        changes = {"paper.company_code": "912345"}
        change_settings(session, changes, versions={}, by=admin, now=MORNING)
    assert not sheet().head.sample
