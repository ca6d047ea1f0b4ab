"""Who may be believed on what, and what they may then be told."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.contact_words import Channel, CheckItem, CheckMethod, CheckResult, Disclosure, Speaker
from db.rules.identity import (
    DOCUMENTS,
    OnFile,
    counting,
    evaluate,
    may_be_told,
    missing,
    papers_for,
    same_amount,
    same_bank,
    same_name,
    same_number,
    same_place,
    what_to_ask,
)

EVERYTHING = OnFile(has_phone=True, has_bank=True, has_last_amount=True)
NOTHING = OnFile(has_phone=False, has_bank=False, has_last_amount=False)
SAID = frozenset({CheckItem.NAME, CheckItem.PLACE})
SOMETHING = st.frozensets(st.sampled_from(CheckItem))


def asking(channel, speaker=Speaker.USER, *, on_file=EVERYTHING, protected=False):
    return what_to_ask(channel, speaker, on_file=on_file, protected=protected)


@pytest.mark.parametrize("channel", [Channel.COUNTER, Channel.POST])
@pytest.mark.parametrize("document", DOCUMENTS)
def test_one_document_with_a_photo_is_enough(channel, document):
    assert evaluate(asking(channel), frozenset({document})) is CheckResult.PASSED


def test_without_a_photo_it_takes_two_documents():
    counter = asking(Channel.COUNTER)
    one = frozenset({CheckItem.HEALTH_CERTIFICATE})
    assert evaluate(counter, one) is CheckResult.FAILED
    assert missing(counter, one) == DOCUMENTS
    assert evaluate(counter, one | {CheckItem.EMPLOYEE_CARD}) is CheckResult.PASSED


@pytest.mark.parametrize(
    ("speaker", "paper"),
    [
        (Speaker.AGENT, CheckItem.POWER_OF_ATTORNEY),
        (Speaker.GUARDIAN, CheckItem.GUARDIANSHIP_CERTIFICATE),
        (Speaker.HEIR, CheckItem.FAMILY_REGISTER),
        (Speaker.EMPLOYEE, CheckItem.EMPLOYEE_CARD),
    ],
)
def test_a_representative_shows_their_paper_and_their_own_document(speaker, paper):
    counter = asking(Channel.COUNTER, speaker)
    assert papers_for(speaker) == counter.papers == (paper,)
    assert missing(counter, frozenset({CheckItem.PASSPORT})) == (paper,)
    assert missing(counter, frozenset({paper})) == DOCUMENTS
    # the paper never stands in for the document
    assert missing(counter, frozenset({paper, CheckItem.HEALTH_CERTIFICATE})) == DOCUMENTS
    assert evaluate(counter, frozenset({paper, CheckItem.PASSPORT})) is CheckResult.PASSED


def test_a_co_resident_needs_no_paper():
    assert papers_for(Speaker.CO_RESIDENT) == ()


@pytest.mark.parametrize(
    "fact",
    [
        CheckItem.CUSTOMER_NUMBER,
        CheckItem.DEBIT_BANK,
        CheckItem.LAST_AMOUNT,
        CheckItem.CALLED_BACK,
    ],
)
def test_a_caller_says_name_place_and_one_fact(fact):
    phone = asking(Channel.PHONE)
    assert phone.method is CheckMethod.QUESTIONS
    assert evaluate(phone, SAID) is CheckResult.FAILED
    assert evaluate(phone, frozenset({fact})) is CheckResult.FAILED
    assert evaluate(phone, SAID | {fact}) is CheckResult.PASSED


@pytest.mark.parametrize("item", [CheckItem.PASSPORT, CheckItem.SECRET_ANSWER])
def test_neither_a_document_nor_the_secret_answer_counts_on_the_phone(item):
    assert evaluate(asking(Channel.PHONE), SAID | {item}) is CheckResult.FAILED


def test_only_what_is_on_file_is_asked_for():
    assert asking(Channel.PHONE, on_file=NOTHING).one_of == (CheckItem.CUSTOMER_NUMBER,)


@pytest.mark.parametrize("speaker", [Speaker.OWNER, Speaker.MANAGER, Speaker.ACCOUNT_HOLDER])
def test_the_users_number_is_no_way_to_call_back_somebody_else(speaker):
    assert CheckItem.CALLED_BACK not in asking(Channel.PHONE, speaker).one_of


def test_a_company_is_called_back_before_its_employee_is_told_anything():
    phone = asking(Channel.PHONE, Speaker.EMPLOYEE)
    assert evaluate(phone, SAID | {CheckItem.CUSTOMER_NUMBER}) is CheckResult.FAILED
    assert evaluate(phone, SAID | {CheckItem.CALLED_BACK}) is CheckResult.PASSED
    unreachable = asking(Channel.PHONE, Speaker.EMPLOYEE, on_file=NOTHING)
    assert unreachable.impossible == "papers_not_by_phone"


@pytest.mark.parametrize("speaker", [Speaker.AGENT, Speaker.GUARDIAN, Speaker.HEIR])
def test_papers_cannot_be_shown_by_phone(speaker):
    assert asking(Channel.PHONE, speaker).impossible == "papers_not_by_phone"


@pytest.mark.parametrize("channel", Channel)
def test_third_parties_ask_in_writing(channel):
    assert asking(channel, Speaker.THIRD_PARTY).impossible == "third_party_in_writing"


def test_in_office_work_nobody_speaks():
    assert asking(Channel.OFFICE).impossible == "nobody_speaks"


@pytest.mark.parametrize("speaker", [s for s in Speaker if s is not Speaker.THIRD_PARTY])
def test_for_the_protected_nobody_speaks_but_they_themselves_in_person(speaker):
    counter = asking(Channel.COUNTER, speaker, protected=True)
    phone = asking(Channel.PHONE, speaker, protected=True)
    if speaker is Speaker.USER:
        assert counter.impossible is None
        assert phone.impossible == "no_phone_when_protected"
    else:
        assert counter.impossible == phone.impossible == "no_agents_when_protected"


@given(SOMETHING)
def test_what_is_impossible_is_never_passed(items):
    for channel, speaker in itertools.product(Channel, Speaker):
        question = asking(channel, speaker)
        passed = evaluate(question, items) is CheckResult.PASSED
        assert passed == (question.impossible is None and not missing(question, items))


@given(SOMETHING, SOMETHING)
def test_more_given_never_makes_a_passed_check_fail(items, more):
    for channel, speaker in itertools.product(Channel, Speaker):
        question = asking(channel, speaker)
        if evaluate(question, items) is CheckResult.PASSED:
            assert evaluate(question, items | more) is CheckResult.PASSED


@given(SOMETHING)
def test_only_a_call_back_counts_as_one(items):
    assert CheckItem.CALLED_BACK not in counting(CheckMethod.QUESTIONS, items)
    assert not counting(CheckMethod.DOCUMENT, items) & SAID
    assert not counting(CheckMethod.OVERRIDE, items)


MEMBERSHIP = {Speaker.USER, Speaker.AGENT, Speaker.GUARDIAN, Speaker.HEIR, Speaker.EMPLOYEE}


def test_who_may_be_told_what():
    def told(disclosure):
        return {speaker for speaker in Speaker if disclosure in may_be_told(speaker)}

    assert told(Disclosure.MEMBERSHIP) == MEMBERSHIP
    assert told(Disclosure.CONTACT_DETAILS) == MEMBERSHIP | {Speaker.CO_RESIDENT}
    paying = {Speaker.ADDRESSEE, Speaker.ACCOUNT_HOLDER, Speaker.MANAGER}
    assert told(Disclosure.BILLS) == told(Disclosure.CONTACT_DETAILS) | paying
    assert may_be_told(Speaker.OWNER) == {Disclosure.METER}
    assert may_be_told(Speaker.THIRD_PARTY) == frozenset()


@pytest.mark.parametrize(
    ("typed", "on_file"),
    [("高橋 一郎", "髙橋　一郎"), ("ﾔﾏﾀﾞ ﾊﾅｺ", "ヤマダ ハナコ"), ("(株)兼六", "株式会社兼六")],
)
def test_a_name_is_the_same_however_it_is_written(typed, on_file):
    assert same_name(typed, on_file)


@pytest.mark.parametrize(
    "typed", ["本町1-2-3", "金沢市本町一丁目２番３号", "石川県金沢市本町1丁目2番3号"]
)
def test_a_place_is_the_same_with_or_without_the_city(typed):
    assert same_place(typed, "金沢市本町1丁目2番3号")


def test_half_a_place_is_none():
    assert not same_place("1-2-3", "金沢市本町1丁目2番3号")
    assert not same_place("本町1-2", "金沢市本町1丁目2番3号")


@pytest.mark.parametrize("bank", ["北国", "北國銀行", "ほっこく銀行"])
def test_a_bank_goes_by_its_short_name(bank):
    assert same_bank(bank, "北國銀行") == (bank != "ほっこく銀行")


def test_a_credit_bank_goes_by_its_short_name():
    assert same_bank("金沢信金", "金沢信用金庫")
    assert not same_bank("銀行", "金沢銀行")


def test_numbers_and_amounts():
    assert same_number("１２-34567", "1234567")
    assert not same_number("123456", "1234567")
    assert same_amount(5509, 5509)
    assert not same_amount(5508, 5509)


def test_nothing_typed_is_never_the_same():
    for same in (same_name, same_place, same_number, same_bank):
        assert not same("", "")
        assert not same(" - ", "")
    assert not same_amount(None, None)
