"""A clerk finds a customer by whatever the customer says."""

from __future__ import annotations

import datetime as dt

import pytest

from db.commands.search_keys import refresh
from db.guard.search import search
from db.models import Contract
from db.queries.search import Match, MatchField, find
from db.queries.search_filters import SearchFilter
from db.rules.search_terms import SearchProblem
from db.rules.search_text import fold_text
from db.rules.words import CollectionState, PaymentState, Role
from tests.db.findable import add_use
from tests.factories import Paid, add_bill, add_meter

TODAY = dt.date(2024, 9, 18)
LAST_YEAR = dt.date(2023, 9, 30)


@pytest.fixture
def writing(database):
    with database.writing() as session:
        yield session


def found(session, text, *, role=Role.COUNTER, **more):
    return find(session, text, role=role, today=TODAY, **more)


def ids(session, text, **more):
    return [row.contract_id for row in found(session, text, **more).rows]


@pytest.mark.parametrize(
    "text",
    [
        "髙橋",
        "高橋",
        "高橋 一郎",
        "一郎　髙橋",
        "たかはし",
        "ﾀｶﾊｼ",
        "takahashi ichiro",
        "ＴＡＫＡ",
        "片町2丁目",
        "片町二丁目3",
        "２－３－４",
        "かたまち",
        "高橋 片町",
        "ﾀｶﾊｼ 片町2-3 4821",
        "4821",
        "076-263-4821",
        "076 263 4821",
        "1702445800312296",
        "1702 4458 0031 2296",
        "1702-4458-0031-2296",
        "１７０２　４４５８",
        "0031229",
        "1234567",
        "20-765432",
        "20765432",
        "8111 2222 3333 4444",
        "片",
    ],
)
def test_a_customer_is_found_by(writing, text):
    sought = add_use(
        writing,
        "髙橋 一郎",
        "タカハシ イチロウ",
        "金沢市片町2丁目3番4号",
        address_kana="カナザワシカタマチ2-3-4",
        latin_name="TAKAHASHI Ichiro",
        phone="076-263-4821",
        portal_number="1702445800312296",
        customer_number="1234567",
    )
    location_id = writing.get(Contract, sought).location_id
    add_meter(writing, location_id, serial="20-765432")
    refresh(writing, [sought])
    add_bill(writing, sought, payment_number="8111222233334444")
    other = add_use(writing, "佐藤 次郎", "サトウ ジロウ", "金沢市本町1丁目9番9号", phone=None)
    add_bill(writing, other)

    assert ids(writing, text) == [sought]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", SearchProblem.EMPTY),
        ("  \x00\ud800", SearchProblem.EMPTY),
        ("や", SearchProblem.TYPE_MORE),
        ("1", SearchProblem.TYPE_MORE),
        ("%", SearchProblem.ONLY_SYMBOLS),
        ("_", SearchProblem.ONLY_SYMBOLS),
    ],
)
def test_what_cannot_be_looked_for_is_told(writing, text, problem):
    add_use(writing)

    found = find(writing, text, role=Role.COUNTER, today=TODAY)

    assert found.rows == ()
    assert found.problem is problem


@pytest.mark.parametrize("text", ["山%", "山_花子", "'; DROP TABLE search_key; --", "山*"])
def test_what_means_something_to_a_database_means_nothing_here(writing, text):
    add_use(writing)

    assert ids(writing, text) == []


def test_a_percent_sign_in_a_name_is_found(writing):
    sought = add_use(writing, "100%_水", "ヒャクパーセントミズ")
    add_use(writing, "100水", "ヒャクミズ")

    assert ids(writing, "100%_") == [sought]


def test_a_pasted_page_finds_nothing_and_says_that_it_was_shortened(writing):
    add_use(writing)

    found = find(writing, "山田花子を探して" * 1250, role=Role.COUNTER, today=TODAY)

    assert (found.rows, found.shortened) == ((), True)


def test_a_control_character_in_a_paste_does_no_harm(writing):
    sought = add_use(writing)

    assert ids(writing, "山\x00田\ud800\u200b\t花子\r\n") == [sought]


def test_uses_that_ended_come_last_and_exact_names_first(writing):
    ended = add_use(writing, "林", "ハヤシ", ended_on=LAST_YEAR)
    contains = add_use(writing, "小林 一", "コバヤシ ハジメ")
    begins = add_use(writing, "林田 実", "ハヤシダ ミノル")
    exact = add_use(writing, "林", "ハヤシ", latin_name=None)
    latin = add_use(writing, "林", "ハヤシ", "金沢市本町9丁目", ended_on=TODAY)

    assert ids(writing, "林") == [exact, latin, begins, contains, ended]


def test_a_whole_name_in_two_words_is_exact(writing):
    longer = add_use(writing, "山田 花子美", "アア")
    exact = add_use(writing, "山田 花子", "ヤマダ ハナコ")

    assert ids(writing, "山田 花子") == [exact, longer]


def test_equal_names_are_listed_by_reading_and_then_by_address(writing):
    third = add_use(writing, "東 愛", "ヒガシ アイ", "金沢市本町1丁目1番1号")
    second = add_use(writing, "東 愛", "アズマ アイ", "金沢市本町2丁目1番1号")
    first = add_use(writing, "東 愛", "アズマ アイ", "金沢市片町2丁目1番1号", address_kana="カ")
    places = sorted((fold_text("金沢市本町2丁目1番1号"), fold_text("金沢市片町2丁目1番1号")))
    expected = [first, second] if places[0].startswith("金沢市片町") else [second, first]

    assert ids(writing, "東 愛") == [*expected, third]


def test_a_list_that_was_cut_says_so(writing):
    for _ in range(4):
        add_use(writing)

    cut = find(writing, "山田", role=Role.COUNTER, today=TODAY, limit=3)
    whole = find(writing, "山田", role=Role.COUNTER, today=TODAY, limit=4)

    assert (len(cut.rows), cut.more) == (3, True)
    assert (len(whole.rows), whole.more) == (4, False)


def test_only_a_complete_number_may_open_a_customer_by_itself(writing):
    add_use(writing, portal_number="1702445800312296", customer_number="1234567")

    def complete(text):
        found = find(writing, text, role=Role.COUNTER, today=TODAY)
        assert len(found.rows) == 1
        return found.complete_number

    assert complete("1702 4458 0031 2296")
    assert not complete("170244580031229")
    assert not complete("1234567")
    assert not complete("山田 1702445800312296")


def test_a_payment_number_is_found_only_whole(writing):
    sought = add_use(writing)
    add_bill(writing, sought, payment_number="8111222233334444")

    assert ids(writing, "8111222233334444") == [sought]
    assert ids(writing, "811122223333444") == []


def test_two_contracts_may_share_a_payment_number(writing):
    both = {add_use(writing), add_use(writing)}
    for contract_id in both:
        add_bill(writing, contract_id, payment_number="8111222233334444")

    assert set(ids(writing, "8111222233334444")) == both


def test_only_uses_that_go_on_can_be_listed(writing):
    current = add_use(writing)
    last_day = add_use(writing, ended_on=TODAY)
    add_use(writing, ended_on=TODAY - dt.timedelta(days=1))

    assert set(ids(writing, "山田", only=SearchFilter.IN_USE)) == {current, last_day}


def test_only_what_is_unpaid_can_be_listed(writing):
    add_use(writing)
    paid = add_use(writing)
    add_bill(writing, paid, paid_on=TODAY)
    written_off = add_use(writing)
    add_bill(writing, written_off, debt={"collection": CollectionState.WRITTEN_OFF})
    due = add_use(writing)
    add_bill(writing, due)
    reported = add_use(writing)
    add_bill(writing, reported, sewerage=False, payments=[Paid(2799, TODAY, confirmed=False)])

    assert set(ids(writing, "山田", only=SearchFilter.UNPAID)) == {due, reported}


def test_a_row_shows_its_worst_unpaid_debt(writing):
    paid, overdue, part, due = (add_use(writing, f"山田 {name}") for name in "甲乙丙丁")
    add_bill(writing, paid, paid_on=TODAY)
    add_bill(writing, overdue, dt.date(2024, 7, 1), debt={"due_on": TODAY - dt.timedelta(days=1)})
    add_bill(writing, overdue, dt.date(2024, 9, 1))
    add_bill(writing, part, payments=[Paid(1000, TODAY)])
    add_bill(writing, due, dt.date(2024, 9, 1))

    states = {row.contract_id: row.state for row in found(writing, "山田").rows}

    assert states == {
        paid: None,
        overdue: PaymentState.OVERDUE,
        part: PaymentState.PART_PAID,
        due: PaymentState.NOT_DUE,
    }


def test_a_row_shows_what_was_found_and_hides_the_phone(writing):
    add_use(
        writing,
        "髙橋 一郎",
        "タカハシ イチロウ",
        "金沢市片町2丁目3番4号",
        address_kana="カナザワシカタマチ2チョウメ3バン4ゴウ",
        phone="076-263-4821",
        portal_number="1702445800312296",
    )

    def marked(text):
        (row,) = find(writing, text, role=Role.COUNTER, today=TODAY).rows
        shown = {
            MatchField.NAME: row.name,
            MatchField.KANA: row.kana,
            MatchField.ADDRESS: row.address,
            MatchField.PHONE: row.phone_masked,
            MatchField.NUMBER: "1702 4458 0031 2296",
        }
        return [shown[m.field][m.start : m.start + m.length] for m in row.matches]

    assert marked("高橋 片町二丁目") == ["髙橋", "片町2丁目"]
    assert marked("ﾀｶﾊｼ かたまち") == ["タカハシ", "金沢市片町"]
    assert marked("4821") == ["4821"]
    assert marked("263-4821") == ["***-4821"]
    assert marked("1702445800") == ["1702 4458 00"]


def test_a_match_is_counted_in_characters(writing):
    add_use(writing, "𠮷田 𠮷", "ヨシダ ヨシ")

    (row,) = find(writing, "吉", role=Role.COUNTER, today=TODAY).rows

    assert row.matches == (Match(MatchField.NAME, 0, 1), Match(MatchField.NAME, 3, 1))


def test_the_desk_gets_at_most_two_hundred_rows(writing):
    for _ in range(3):
        add_use(writing)

    assert len(search(writing, "山田", role=Role.COUNTER, today=TODAY, limit=10_000).rows) == 3
    assert search(writing, "山田", role=Role.COUNTER, today=TODAY, limit=2).more
