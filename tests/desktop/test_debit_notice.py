"""The notices about direct debit: that it begins, and that one failed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from db.rules.debit_notices import DebitedFrom, DebitFailed, DebitStarted, FailedDebit, UnpaidDebt
from db.rules.paper import PaperKind
from db.rules.words import Account, CustomerKind
from tests.desktop.notice_help import EN, crowded, head_for, in_order, read
from tests.desktop.paper_help import squeezed

BANK = DebitedFrom("百万石銀行", "香林坊支店", "北村 一郎", CustomerKind.PERSON)
MAY, JULY, SEPTEMBER = (dt.date(2024, month, 1) for month in (5, 7, 9))
STARTED = DebitStarted(head_for(PaperKind.DEBIT_STARTED), BANK, SEPTEMBER, dt.date(2024, 9, 30))


def failed(month, *unpaid):
    debts = tuple(UnpaidDebt(account, yen) for account, yen in zip(Account, unpaid, strict=False))
    days = month.replace(day=10), month.replace(day=29)
    return FailedDebit(month, month, days[0], days[1], "8000000000000001", debts)


FAILED = DebitFailed(
    head_for(PaperKind.DEBIT_FAILED), BANK, (failed(MAY, 2799, 2710), failed(JULY, 4994))
)


def test_the_beginning_names_bank_holder_and_first_bill_but_no_account_number():
    assert in_order(
        read(STARTED),
        "口座振替開始通知書",
        "お客様番号 63179337",
        "口座振替の開始 令和6年（2024年）9月分から",
        "初回の振替日 令和6年（2024年）9月30日",
        "金融機関・支店 百万石銀行 香林坊支店",
        "口座名義人 北村 一郎 様",
        "口座番号 個人情報保護のため記載していません",
        "お問い合わせ",
    )
    english = read(STARTED, EN)
    assert in_order(english, "prevails", "with the bill of September 2024 (Reiwa 6)", "北村 一郎")


def test_a_company_that_pays_is_addressed_as_one():
    company = replace(BANK, holder="北村不動産㈱", holder_kind=CustomerKind.COMPANY)
    for notice in (STARTED, FAILED):
        assert in_order(read(replace(notice, account=company)), "口座名義人 北村不動産㈱ 御中")


def test_a_first_debit_without_a_day_is_told_by_the_reading_notice():
    unknown = replace(STARTED, first_on=None)
    assert in_order(read(unknown), "初回の振替日 検針のお知らせに記載する振替予定日")


def test_a_failed_debit_tells_each_account_the_sums_and_what_to_do():
    assert in_order(
        read(FAILED),
        "口座振替不能通知書",
        "請求年月 振替日 区分 未納額",
        "令和6(2024)年5月 令和6(2024)年5月29日 水道料金 2,799円",
        "令和6(2024)年5月 令和6(2024)年5月29日 下水道使用料 2,710円",
        "令和6(2024)年7月 令和6(2024)年7月29日 水道料金 4,994円",
        "水道料金 7,793円",
        "下水道使用料 2,710円",
        "合計 10,503円",
        "百万石銀行 香林坊支店",
        "振替ができなかった理由は、当局ではわかりかねます。",
        "お送りする納付書で",
        "行き違いに",
    )
    english = read(FAILED, EN)
    assert in_order(
        english, "prevails", "Jul 2024 29 Jul 2024 Water charge 4,994 yen", "10,503 yen"
    )


def test_one_failed_bill_has_one_sum_and_a_bank_nobody_knows_is_left_out():
    one = replace(FAILED, account=None, failed=FAILED.failed[:1])
    text = read(one)
    assert squeezed(text).count("2,799円") == 1
    assert in_order(text, "合計 5,509円")
    assert "金融機関・支店" not in text


def test_the_longest_names_and_addresses_are_not_cut():
    for facts in (STARTED, FAILED):
        long = crowded(facts)
        text = squeezed(read(long))
        assert text.count(squeezed(long.head.use.user_name)) == 2
        assert text.count(squeezed(long.head.use.address)) == 2
