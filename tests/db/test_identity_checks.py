"""Who speaks is compared with what is on file; kinds and results stay, values never."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select, text

from db.commands.contacts import WrapUp, finish, keep_contact
from db.commands.identity_checks import (
    Typed,
    check_identity,
    override_identity,
    written_request,
)
from db.models import Base, Contact, Customer, Staff
from db.queries.on_file import on_file_of
from db.rules.contact_words import (
    Channel,
    CheckItem,
    CheckMethod,
    CheckResult,
    Speaker,
)
from db.rules.identity import DOCUMENTS, OnFile
from db.rules.words import EventKind, Role
from tests.contact_factories import add_contact, add_debit_account
from tests.db.contact_help import COUNTER, events, refused, unknown
from tests.factories import add_bill, add_contract
from tests.protection_factories import add_protection

SAID = frozenset({CheckItem.NAME, CheckItem.PLACE})
BY_PHONE = {"speaker": Speaker.USER, "method": CheckMethod.QUESTIONS, "given": SAID}
SHOWN = {
    "speaker": Speaker.USER,
    "method": CheckMethod.DOCUMENT,
    "given": frozenset({CheckItem.PASSPORT}),
}
YEN = 5509  # 21 m³ in two months, water and sewerage


@pytest.fixture
def number(database, contract_id):
    """What is on file of the customer: a number, a bank, two bills."""
    with database.writing() as session:
        add_debit_account(session, contract_id, bank="北國銀行")
        add_bill(session, contract_id, dt.date(2024, 7, 1), usage_m3=30)
        add_bill(session, contract_id, dt.date(2024, 9, 1))
        contract = select(text("customer_number")).select_from(text("contract"))
        return session.scalar(contract.where(text(f"id = {contract_id}")))


def at_counter(database, contact_id):
    with database.writing() as session:
        session.get(Contact, contact_id).channel = Channel.COUNTER


@pytest.mark.parametrize(
    ("typed", "item"),
    [
        ({"debit_bank": "北国"}, CheckItem.DEBIT_BANK),
        ({"last_amount_yen": YEN}, CheckItem.LAST_AMOUNT),
    ],
)
@pytest.mark.usefixtures("number")
def test_a_caller_is_known_by_name_place_and_a_fact(act, contact_id, facts, known, typed, item):
    found = act(check_identity, contact_id, **BY_PHONE, typed=Typed(**typed))
    assert found.result is CheckResult.PASSED
    assert found.items == (CheckItem.NAME, CheckItem.PLACE, item)
    assert facts().identity == known() == found


def test_the_customer_number_may_be_typed_in_any_width(act, contact_id, number):
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    typed = Typed(customer_number=f" {number.translate(wide)} ")
    assert act(check_identity, contact_id, **BY_PHONE, typed=typed).result is CheckResult.PASSED


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"customer_number": "7654321"}, "customer_number"),
        ({"debit_bank": "北陸銀行"}, "debit_bank"),
        ({"last_amount_yen": 8038}, "last_amount"),
        ({"last_amount_yen": 0}, "last_amount"),
    ],
)
@pytest.mark.usefixtures("number")
def test_a_wrong_answer_is_remembered_as_a_failure(
    database, act, contact_id, facts, known, typed, wrong
):
    found = act(check_identity, contact_id, **BY_PHONE, typed=Typed(**typed))
    assert found.result is CheckResult.FAILED
    assert facts().identity == found
    unknown(known, "identity.missing")
    kind, told = events(database)[-1]
    assert (kind, told["wrong"], told["result"]) == (EventKind.IDENTITY_CHECKED, wrong, "failed")


@pytest.mark.usefixtures("number")
def test_a_tick_is_no_answer(act, contact_id):
    ticked = SAID | {CheckItem.CUSTOMER_NUMBER, CheckItem.DEBIT_BANK, CheckItem.LAST_AMOUNT}
    found = act(check_identity, contact_id, **BY_PHONE | {"given": ticked}, typed=Typed())
    assert found.result is CheckResult.FAILED


@pytest.mark.usefixtures("number")
def test_one_wrong_and_one_right_answer_pass_and_only_the_right_one_is_kept(
    database, act, contact_id
):
    typed = Typed(debit_bank="北陸", last_amount_yen=YEN)
    found = act(check_identity, contact_id, **BY_PHONE, typed=typed)
    assert found.items == (CheckItem.NAME, CheckItem.PLACE, CheckItem.LAST_AMOUNT)
    assert events(database)[-1][1]["wrong"] == "debit_bank"


def test_another_contracts_facts_do_not_count_once_one_is_named(
    database, act, contact_id, contract_id, customer_id, number
):
    with database.writing() as session:
        elsewhere = add_contract(session, customer_id)
    act(keep_contact, contact_id, wrap_up=WrapUp(Channel.PHONE, elsewhere))
    typed = Typed(customer_number=number, last_amount_yen=YEN, debit_bank="北國銀行")
    assert act(check_identity, contact_id, **BY_PHONE, typed=typed).result is CheckResult.FAILED
    act(keep_contact, contact_id, wrap_up=WrapUp(Channel.PHONE, contract_id))
    assert act(check_identity, contact_id, **BY_PHONE, typed=typed).result is CheckResult.PASSED


def test_a_bill_that_was_taken_back_is_not_the_last_one(database, act, contact_id, contract_id):
    with database.writing() as session:
        add_bill(session, contract_id, dt.date(2024, 7, 1))
        corrected = {"corrected_on": dt.date(2024, 9, 17)}
        add_bill(session, contract_id, dt.date(2024, 9, 1), usage_m3=90, debt=corrected)
    typed = Typed(last_amount_yen=YEN)
    assert act(check_identity, contact_id, **BY_PHONE, typed=typed).result is CheckResult.PASSED


def test_a_call_back_is_one_only_where_it_is_said_so(act, contact_id, known):
    called = BY_PHONE | {"given": SAID | {CheckItem.CALLED_BACK}}
    assert act(check_identity, contact_id, **called).result is CheckResult.FAILED
    called |= {"method": CheckMethod.CALL_BACK}
    assert act(check_identity, contact_id, **called).result is CheckResult.PASSED
    assert known().method is CheckMethod.CALL_BACK


def test_who_left_no_number_cannot_be_called_back(database, act, contact_id, customer_id):
    with database.writing() as session:
        session.get(Customer, customer_id).phone = None
    called = {"method": CheckMethod.CALL_BACK, "given": SAID | {CheckItem.CALLED_BACK}}
    found = act(check_identity, contact_id, **BY_PHONE | called)
    assert found.result is CheckResult.FAILED


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_is_seen_at_the_counter(database, act, contact_id, known, document):
    at_counter(database, contact_id)
    shown = SHOWN | {"given": frozenset({document})}
    assert act(check_identity, contact_id, **shown).items == (document,)
    assert known().items == (document,)


def test_no_document_is_seen_on_the_phone(act, contact_id):
    assert act(check_identity, contact_id, **SHOWN).result is CheckResult.FAILED


def test_a_failure_afterwards_does_not_undo_what_was_known(act, contact_id, known, number):
    passed = act(check_identity, contact_id, **BY_PHONE, typed=Typed(customer_number=number))
    act(check_identity, contact_id, **BY_PHONE)
    assert known() == passed


@pytest.mark.parametrize(
    ("channel", "speaker", "protected", "code"),
    [
        (Channel.COUNTER, Speaker.THIRD_PARTY, False, "identity.third_party_in_writing"),
        (Channel.OFFICE, Speaker.USER, False, "identity.nobody_speaks"),
        (Channel.PHONE, Speaker.AGENT, False, "identity.papers_not_by_phone"),
        (Channel.PHONE, Speaker.USER, True, "identity.no_phone_when_protected"),
        (Channel.COUNTER, Speaker.AGENT, True, "identity.no_agents_when_protected"),
    ],
)
def test_what_cannot_be_checked_is_told_and_not_kept(
    database, act, contact_id, customer_id, by, channel, speaker, protected, code
):
    with database.writing() as session:
        session.get(Contact, contact_id).channel = channel
        session.get(Staff, by.staff_id).role = Role.SUPERVISOR
        if protected:
            add_protection(session, customer_id)
    before = events(database)
    refused(act, check_identity, contact_id, **BY_PHONE | {"speaker": speaker}, code=code)
    assert events(database) == before


def test_a_clerk_does_not_learn_that_a_customer_was_protected_meanwhile(
    database, act, contact_id, customer_id, supervisor
):
    with database.writing() as session:
        add_protection(session, customer_id)
    refused(act, check_identity, contact_id, **BY_PHONE, code="customer.gone")
    why = {"speaker": Speaker.USER, "reason": "顔見知り", "supervisor": supervisor}
    refused(act, override_identity, contact_id, **why, code="customer.gone")


def test_without_a_customer_nobody_is_known(database, act, by, supervisor, known):
    with database.writing() as session:
        nobody = add_contact(session, staff_id=by.staff_id, customer_id=False)
    refused(act, check_identity, nobody, **SHOWN, code="identity.no_customer")
    why = {"speaker": Speaker.USER, "reason": "顔見知り", "supervisor": supervisor}
    refused(act, override_identity, nobody, **why, code="identity.no_customer")
    unknown(known, "identity.missing", contact=nobody)


def test_what_there_is_to_ask_for(database, contact_id, contract_id, customer_id):
    def on_file():
        with database.reading() as session:
            return on_file_of(session, contact_id)

    assert on_file() == OnFile(has_phone=True, has_bank=False, has_last_amount=False)
    with database.writing() as session:
        session.get(Customer, customer_id).phone = None
        add_debit_account(session, contract_id)
        add_bill(session, contract_id)
    assert on_file() == OnFile(has_phone=False, has_bank=True, has_last_amount=True)


def test_nobody_checks_in_anothers_contact_or_after_its_end(database, act, contact_id, supervisor):
    refused(act, check_identity, contact_id, **SHOWN, by=supervisor, code="permission.denied")
    refused(act, written_request, contact_id, memo="", by=supervisor, code="permission.denied")
    act(finish, contact_id, wrap_up=COUNTER)
    refused(act, check_identity, contact_id, **SHOWN, code="contact.ended")
    refused(act, written_request, contact_id, memo="", code="contact.ended")


def test_what_was_typed_is_nowhere_to_be_found(database, act, contact_id, number):
    typed = Typed(customer_number="カナリア7", debit_bank="カナリア銀行", last_amount_yen=987654)
    act(check_identity, contact_id, **BY_PHONE, typed=typed)
    with database.reading() as session:
        written = [
            str(session.execute(select(table)).all())
            for table in Base.metadata.sorted_tables
            if table.name in {"audit_event", "contact", "identity_check", "draft", "request"}
        ]
    assert number not in "".join(written)
    assert "カナリア" not in "".join(written)
    assert "987654" not in "".join(written)
    assert "カナリア" not in repr(typed)
