"""Issuing a paper: once, with a number of its own, to somebody who may be told."""

from __future__ import annotations

import datetime as dt

import pytest

from db.commands import documents
from db.models import Debt, DocumentDebt
from db.queries.documents import document_pdf
from db.rules.contact_words import Channel, ContactState, HoldKind, Speaker
from db.rules.paper import DUNNING, PaperKind, PaperWay
from db.rules.words import Account, CollectionState, EventKind, Role
from tests.db.document_desk import NOW, TODAY, DocumentDesk
from tests.db.member_desk import new_key
from tests.db.race import at_once
from tests.factories import Paid, add_payment, add_staff, debt_of
from tests.protection_factories import add_hold, add_protection


@pytest.fixture
def desk(database):
    return DocumentDesk(database)


def test_a_slip_is_issued_and_kept_as_it_was(desk):
    issued = desk.issue()
    assert (issued.number, issued.kind) == ("S-2024-000001", PaperKind.REISSUED_SLIP)
    (found,) = desk.documents()
    assert (found.document_id, found.yen, found.month) == (
        issued.document_id,
        5509,
        dt.date(2024, 9, 1),
    )
    assert (found.limit_on, found.reissue) == (dt.date(2024, 10, 18), 1)
    assert (found.issued_on, found.issued_at, found.issued_by_name) == (TODAY, NOW, "佐藤 次郎")
    assert (found.published_on, found.kept, found.pages) == (dt.date(2024, 9, 19), True, 1)
    with desk.database.reading() as session:
        stored = document_pdf(session, issued.document_id)
    assert (stored.data, stored.first_page, stored.pages) == (issued.data, 1, 1)


def test_what_it_asks_for_is_kept_debt_by_debt(desk):
    issued = desk.issue()
    with desk.database.reading() as session:
        debts = [debt_of(session, desk.bill_id, account) for account in Account]
    rows = {row.debt_id: row for row in desk.rows(DocumentDebt)}
    assert [(rows[debt].document_id, rows[debt].yen) for debt in debts] == [
        (issued.document_id, 2799),
        (issued.document_id, 2710),
    ]


def test_the_audit_says_what_was_issued_and_to_whom(desk):
    issued = desk.issue()
    ((_, customer_id, told),) = desk.events(EventKind.DOCUMENT_ISSUED)
    assert customer_id == desk.customer_id
    assert told == {
        "contact": desk.contact_id,
        "document": issued.document_id,
        "number": issued.number,
        "paper": "reissued_slip",
        "in_spite_of": None,
        "yen": 5509,
    }


def test_the_same_form_sent_off_twice_issues_one_paper(desk):
    key = new_key()
    first, second = desk.issue(key=key), desk.issue(key=key)
    assert first == second
    assert len(desk.documents()) == 1


def test_sent_off_in_three_windows_at_once_is_one_paper_and_one_number(desk):
    key = new_key()

    def act(session):
        return desk.issue_in(session, key=key).number

    answers = at_once(desk.database, act, act, act)
    assert set(answers) <= {"S-2024-000001", "request.under_way"}
    assert "S-2024-000001" in answers
    assert len(desk.documents()) == 1
    assert desk.issue().number == "S-2024-000002"


def test_two_clerks_at_once_get_two_numbers_and_two_digits(desk):
    def act(session):
        return desk.issue_in(session).number

    answers = at_once(desk.database, act, act)
    assert sorted(answers) == ["S-2024-000001", "S-2024-000002"]
    assert sorted(each.reissue for each in desk.documents()) == [1, 2]


def test_what_cannot_be_drawn_takes_no_number(desk):
    def fail(_notices):
        raise OSError(28, "disk full")

    with pytest.raises(OSError, match="disk full"):
        desk.issue(render=fail)
    assert desk.nothing_happened()


@pytest.mark.parametrize(
    ("speaker", "code"),
    [
        (Speaker.ADDRESSEE, ""),
        (Speaker.CO_RESIDENT, ""),
        (Speaker.OWNER, "identity.not_for_this"),
        (None, "identity.missing"),
    ],
)
@pytest.mark.parametrize("channel", [Channel.COUNTER, Channel.PHONE])
def test_at_the_counter_and_by_phone_the_speaker_is_known_first(desk, channel, speaker, code):
    contact_id = desk.meet(identity=speaker, channel=channel)
    if code:
        assert desk.issue_refused(contact_id=contact_id) == code
        assert desk.nothing_happened()
    else:
        desk.issue(contact_id=contact_id)
        assert len(desk.documents()) == 1


@pytest.mark.parametrize("channel", [Channel.POST, Channel.OFFICE])
def test_in_a_letter_and_in_office_work_nobody_speaks(desk, channel):
    desk.issue(contact_id=desk.meet(identity=None, channel=channel))
    others = desk.meet(desk.somebody(), identity=None, channel=channel)
    assert desk.issue_refused(contact_id=others) == "identity.missing"
    ended = {"identity": None, "channel": channel, "state": ContactState.FINISHED}
    assert desk.issue_refused(contact_id=desk.meet(**ended)) == "contact.ended"
    parked = ended | {"state": ContactState.PARKED}
    assert desk.issue_refused(contact_id=desk.meet(**parked)) == "contact.parked"
    assert desk.issue_refused(contact_id=4711) == "contact.gone"
    with desk.database.writing() as session:
        colleague = add_staff(session)
    theirs = desk.meet(identity=None, channel=channel, staff_id=colleague)
    assert desk.issue_refused(contact_id=theirs) == "permission.denied"
    assert len(desk.documents()) == 1


def test_without_a_contact_only_a_supervisor_handles_papers(desk):
    assert desk.issue_refused(contact_id=None) == "identity.missing"
    desk.give_role(Role.SUPERVISOR)
    desk.issue(contact_id=None)
    assert len(desk.documents()) == 1


def test_a_protected_customer_is_there_for_supervisors_alone_and_never_on_the_portal(desk):
    with desk.database.writing() as session:
        add_protection(session, desk.customer_id)
    assert desk.issue_refused() == "customer.gone"
    assert desk.nothing_happened()
    desk.give_role(Role.SUPERVISOR)
    document_id = desk.issue().document_id
    (found,) = desk.documents()
    assert found.published_on is None
    desk.give_role(Role.COUNTER)
    for act in (
        lambda **more: desk.act_refused(documents.record_view, document_id, **more),
        lambda **more: desk.act_refused(
            documents.record_print, document_id, PaperWay.FILE, printer="", copies=1, **more
        ),
        lambda **more: desk.act_refused(
            documents.mark_mailed, document_id, version=1, **(more | {"contact_id": ...})
        ),
    ):
        assert act() == "customer.gone"


def test_papers_are_not_mixed_between_customers(desk):
    stranger = desk.contract(desk.somebody())
    theirs = desk.bill(stranger)
    mixed = desk.wanted(bill_ids=(desk.bill_id, theirs))
    assert desk.issue_refused(mixed) == "bill.other_customer"
    assert desk.issue_refused(desk.wanted(contract_id=4711)) == "contract.gone"
    assert desk.nothing_happened()


def test_dunning_and_what_no_filler_knows_is_not_a_clerks(desk):
    for kind in DUNNING:
        assert desk.issue_refused(desk.wanted(kind)) == "permission.denied"
    assert desk.issue_refused(desk.wanted(PaperKind.LOGIN_LETTER)) == "notice.no_such_kind"
    assert desk.nothing_happened()


def paid(desk):
    with desk.database.writing() as session:
        for account, yen in ((Account.WATER, 2799), (Account.SEWERAGE, 2710)):
            add_payment(session, debt_of(session, desk.bill_id, account), Paid(yen, TODAY))


def test_of_what_is_paid_no_slip_is_issued(desk):
    paid(desk)
    assert desk.issue_refused() == "notice.nothing"
    assert desk.nothing_happened()


def collecting(desk, state):
    with desk.database.writing() as session:
        water = session.get_one(Debt, debt_of(session, desk.bill_id))
        water.collection, water.collection_on = state, TODAY


def reported(desk):
    with desk.database.writing() as session:
        money = Paid(2799, TODAY, confirmed=False)
        add_payment(session, debt_of(session, desk.bill_id), money)


def holding(desk, kind):
    with desk.database.writing() as session:
        add_hold(session, desk.customer_id, kind=kind)


STOPS = {
    "requested": (lambda desk: collecting(desk, CollectionState.REQUESTED), "debit_requested"),
    "debited": (lambda desk: collecting(desk, CollectionState.DEBITED), "payment_reported"),
    "reported": (reported, "payment_reported"),
    "told": (lambda desk: holding(desk, HoldKind.REPORTED_PAYMENT), "payment_reported"),
    "parts": (lambda desk: collecting(desk, CollectionState.INSTALMENTS), "instalments"),
    "agreed": (lambda desk: holding(desk, HoldKind.INSTALMENTS), "instalments"),
}


@pytest.mark.parametrize("how", STOPS)
def test_a_slip_is_stopped_until_the_clerk_goes_on_knowingly(desk, how):
    happen, code = STOPS[how]
    happen(desk)
    assert desk.issue_refused() == f"slip.{code}"
    assert desk.nothing_happened()
    desk.issue(in_spite_of=frozenset({f"slip.{code}"}))
    (told,) = desk.told(EventKind.DOCUMENT_ISSUED)
    assert told["in_spite_of"] == code


def test_every_stop_has_to_be_known_of(desk):
    reported(desk)
    holding(desk, HoldKind.INSTALMENTS)
    assert desk.issue_refused(in_spite_of={"slip.instalments"}) == "slip.payment_reported"
    assert desk.issue_refused(in_spite_of={"slip.payment_reported"}) == "slip.instalments"
    desk.issue(in_spite_of={"slip.instalments", "slip.payment_reported"})


def test_a_dispute_and_returned_mail_stop_no_slip(desk):
    holding(desk, HoldKind.DISPUTE)
    holding(desk, HoldKind.RETURNED_MAIL)
    collecting(desk, CollectionState.PLANNED)
    desk.issue()
