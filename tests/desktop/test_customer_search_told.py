"""What the search says and shows: of the finds, of nothing found, of what cannot be searched."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import text as sql

from db.commands.openings import customer_opened
from db.commands.search_keys import refresh
from db.models import Contract
from db.queries.search import MOST_ROWS, Found
from db.queries.search_reasons import Reason, ReasonKind
from db.rules.words import CustomerKind, OpeningReason, Role
from desktop.format import LanguageCode
from desktop.screens.customer_search import words
from tests.db.findable import add_use
from tests.desktop.search_counter import SearchCounter
from tests.factories import add_bill, add_contract, add_customer, add_meter
from tests.member_factories import add_member


@pytest.fixture
def town(sqlite_database):
    with sqlite_database.writing() as session:
        add_use(
            session, address="金沢市本町1丁目4-12", customer_number="7654321", phone="076-123-4821"
        )
        add_use(
            session,
            "𠮷田設備㈱",
            "ヨシダセツビ",
            "金沢市片町2丁目1-1",
            latin_name=None,
            kind=CustomerKind.COMPANY,
            ended_on=dt.date(2024, 3, 15),
        )


@pytest.fixture
def counter(desk, town, show, qtbot):
    counter = show(SearchCounter(desk))
    counter.begin()
    qtbot.waitUntil(counter.box.hasFocus)
    return counter


def cells(counter, row=0):
    """What a row shows, line by line, with what is marked in brackets."""
    record = counter.table.records.rows()[row]
    shown = {}
    for column in counter.table.records.columns:
        lines = column.lines(record) if column.lines else ()
        shown[column.key] = ["".join(map(marked, line)) for line in lines] or column.text(record)
    return shown


def marked(span):
    text = list(span.text)
    for start, length in span.found:
        text[start] = "[" + text[start]
        text[start + length - 1] += "]"
    return "".join(text)


def find(counter, qtbot, text, count=1):
    counter.listed_ever.clear()
    counter.type(text)
    qtbot.waitUntil(lambda: counter.listed_ever != [])
    assert len(counter.names()) == count


def test_a_find_shows_who_where_and_what_was_searched_for(counter, qtbot):
    counter.desk.language.switch(LanguageCode.JA)
    find(counter, qtbot, "ヤマダ 本町 4821")
    shown = cells(counter)
    assert shown["name"] == ["山田 花子", "[ヤマダ] ハナコ"]
    assert shown["place"] == ["金沢市[本町]1丁目4-12"]
    assert shown["phone"] == ["076-***-[4821]"]
    assert len(shown["number"]) == 1


def test_in_english_the_latin_name_and_place_stand_first(counter, qtbot):
    find(counter, qtbot, "hanako honmachi 山田")
    shown = cells(counter)
    assert shown["name"] == ["YAMADA [Hanako]", "[山田] 花子  ヤマダ ハナコ"]
    assert shown["place"] == ["1-2-3 [Honmachi], Kanazawa", "金沢市本町1丁目4-12"]
    assert shown["contract"] == "In use"


def test_a_rare_character_is_marked_whole_and_an_ended_contract_is_told(counter, qtbot):
    find(counter, qtbot, "吉田 片町")
    shown = cells(counter)
    assert shown["name"] == ["[𠮷田]設備㈱", "ヨシダセツビ"]
    assert shown["contract"] == "Ended 2024/03"


def test_a_customer_number_shows_where_it_was_found(counter, qtbot):
    find(counter, qtbot, "7654321")
    assert cells(counter)["number"][1] == "Customer number [7654321]"


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("ゾゾゾ 本町", ["one of them fewer", "beginning of the reading", "kanji may differ"]),
        ("9999999", ["last four digits"]),
        ("9999", ["another number"]),
        ("9" * 16, ["all 16 digits"]),
        ("zzyzx@", ["beginning"]),
        ("zzyzx", ["Latin letters"]),
    ],
)
def test_nothing_found_says_what_to_try(counter, qtbot, typed, advice):
    find(counter, qtbot, typed, count=0)
    assert "Nothing found for" in counter.told
    assert [words for words in advice if words not in counter.told] == []
    assert counter.search.finds.count.text() == "0 found"


def test_nothing_found_under_a_filter_says_so(counter, qtbot):
    counter.press(Qt.Key.Key_Tab)
    counter.press(Qt.Key.Key_Right)
    find(counter, qtbot, "吉田", count=0)
    assert "filter" in counter.told


def test_what_no_column_shows_is_told_beside_what_was_found(counter, qtbot, sqlite_database):
    with sqlite_database.writing() as session:
        born = {"born_on": dt.date(1980, 4, 1), "email": "Sakura@example.jp"}
        sought = add_use(session, "木村 桜", "キムラ サクラ", latin_name=None, **born)
        add_meter(session, session.get(Contract, sought).location_id, serial="19-887766")
        refresh(session, [sought])
        add_bill(session, sought, payment_number="8111222233334444")
    for typed, column, told in (
        ("昭和55年4月1日", "name", ["木村 桜", "[Born 1980/04/01]  キムラ サクラ"]),
        ("sakura@", "name", ["木村 桜", "[E-mail Sa***@example.jp]  キムラ サクラ"]),
        ("887766", "number", ["[Meter number 19-887766]"]),
    ):
        find(counter, qtbot, typed)
        assert cells(counter)[column][-len(told) :] == told
    assert "Payment number 8111 2222 3333 4444" in words.reason(
        Reason(ReasonKind.PAYMENT, "8111222233334444")
    )


def test_members_alone_can_be_listed(counter, qtbot, sqlite_database):
    with sqlite_database.writing() as session:
        member, other = (add_use(session, "木村 礼", "キムラ レイ") for _ in range(2))
        add_member(session, None, [member])
    find(counter, qtbot, "木村", count=2)
    counter.search.finds.filter.button(2).click()
    qtbot.waitUntil(lambda: counter.search.finds.count.text() == "1 found")
    assert [row.contract_id for row in counter.table.records.rows()] == [member]
    assert other != member


def test_more_than_can_be_counted_says_so():
    assert words.count(Found((), total=1000, uncounted=True)) == "more than 1000"
    assert words.count(Found((), total=7)) == "7 found"


def test_more_than_the_limit_says_how_to_narrow_it(counter, qtbot, sqlite_database):
    with sqlite_database.writing() as session:
        for _ in range(MOST_ROWS + 1):
            add_use(session, "木村 礼", "キムラ レイ")
    find(counter, qtbot, "木村", count=MOST_ROWS)
    assert counter.search.finds.count.text() == f"{MOST_ROWS + 1} found"
    assert "last four digits" in counter.search.caution.text()
    assert counter.search.caution.isVisible()
    find(counter, qtbot, "吉田")
    assert not counter.search.caution.isVisible()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("ヤ", "Type one more character"),
        ("5", "Type one more character"),
        ("%%", "Symbols alone"),
        ("_", "Symbols alone"),
        ("・－", "Symbols alone"),
        ("\x01\x02", "Symbols alone"),
    ],
)
def test_what_cannot_be_searched_for_is_told_in_a_sentence(counter, qtbot, typed, told):
    find(counter, qtbot, typed, count=0)
    assert told in counter.told
    assert counter.search.finds.count.text() == ""
    counter.press(Qt.Key.Key_Return)
    assert (counter.opened, counter.searches()) == ([], [])


@pytest.mark.parametrize(
    "pasted", ["山田 花子" * 2000, "山" * 10_000, "1" * 10_000, "\x00%_ " * 2500]
)
def test_ten_thousand_characters_are_cut_and_that_is_told(counter, qtbot, pasted):
    QApplication.clipboard().setText(pasted)
    counter.box.clear()
    counter.box.paste()
    qtbot.waitUntil(lambda: counter.listed_ever != [])
    assert counter.search.caution.isVisible()
    assert "first 100 characters" in counter.search.caution.text()


def test_a_failed_search_keeps_the_text_and_is_done_again(counter, qtbot, caplog, sqlite_database):
    with sqlite_database.writing() as session:
        session.execute(sql("ALTER TABLE search_key RENAME TO away"))
    counter.enter("山田花子")
    qtbot.waitUntil(lambda: "did not come through" in counter.told)
    caplog.clear()
    assert counter.box.text() == "山田花子"
    with sqlite_database.writing() as session:
        session.execute(sql("ALTER TABLE away RENAME TO search_key"))
    while not counter.search.finds.retry.hasFocus():
        counter.press(Qt.Key.Key_Tab)
    counter.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: counter.names() == ["山田 花子"])
    assert counter.opened == []


def test_a_search_that_was_not_recorded_is_told_and_recorded_later(counter, qtbot, sqlite_database):
    told = []
    counter.desk.tasks.failed.connect(told.append)
    with sqlite_database.writing() as session:
        session.execute(sql("ALTER TABLE audit_event RENAME TO away"))
    counter.enter("吉田")
    qtbot.waitUntil(lambda: len(told) == 1)
    with sqlite_database.writing() as session:
        session.execute(sql("ALTER TABLE away RENAME TO audit_event"))
    counter.box.begin()
    counter.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: counter.searches() == [("吉田", "all")])


def test_whom_the_clerk_opened_today_is_one_press_away(desk, show, qtbot, sqlite_database):
    with sqlite_database.writing() as session:
        customer_id = add_customer(
            session, "佐藤 健一", "サトウ ケンイチ", latin_name="SATO Kenichi"
        )
        contract_id = add_contract(session, customer_id)
        opened = desk.now - dt.timedelta(minutes=8)
        why = {"reason": OpeningReason.SEARCHED, "role": desk.staff.role}
        customer_opened(session, customer_id, **why, by=desk.actor, now=opened)
    counter = show(SearchCounter(desk))
    button = counter.search.recent.buttons[0]
    qtbot.waitUntil(button.isVisible)
    assert button.text() == "SATO Kenichi  18:05"
    button.setFocus()
    counter.press(Qt.Key.Key_Return)
    assert counter.opened == [(customer_id, contract_id, "reopened")]


def test_an_administrator_is_told_who_may_search(desk_for, town, show):
    counter = show(SearchCounter(desk_for(Role.ADMIN)))
    counter.enter("山田花子")
    assert not counter.search.finds.isVisible()
    assert counter.listed_ever == []
    assert "does not search" in counter.search.refusal.fact.text()
    assert counter.search.refusal.isVisible()


def test_the_search_follows_the_language(counter, qtbot):
    find(counter, qtbot, "山田花子")
    counter.desk.language.switch(LanguageCode.JA)
    counter.desk.language.switch(LanguageCode.EN)
    assert counter.search.finds.count.text() == "1 found"
    assert counter.names() == ["山田 花子"]


def test_whatever_takes_the_focus_has_a_name(counter, qtbot):
    find(counter, qtbot, "山田花子")
    nameless = [
        part
        for part in counter.search.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.isVisible()
        and not part.accessibleName()
    ]
    assert nameless == []
