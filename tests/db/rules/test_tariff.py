"""The prices reproduce what the bureau published, to the yen."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import RuleBroken
from db.rules.tariff import Scheme, Tariffs, Tier
from db.rules.words import Account, UsageClass
from db.tariffs import tariffs, tariffs_in

HOUSEHOLD, BUSINESS = UsageClass.HOUSEHOLD, UsageClass.BUSINESS
WATER, SEWERAGE = Account.WATER, Account.SEWERAGE
TODAY = dt.date(2024, 9, 18)

usages = st.integers(min_value=0, max_value=999_999)
accounts = st.sampled_from(Account)
uses = st.sampled_from(UsageClass)
revisions = st.sampled_from(tariffs().revisions)


def now():
    return tariffs().on(TODAY)


@pytest.mark.parametrize(
    ("account", "m3_a_month", "published_yen_a_month"),
    [
        (WATER, 0, 1_100),
        (SEWERAGE, 0, 990),
        (WATER, 10, 1_342),
        (SEWERAGE, 10, 1_287),
        (WATER, 20, 2_497),
        (SEWERAGE, 20, 2_651),
    ],
)
def test_published_monthly_figures_with_tax(account, m3_a_month, published_yen_a_month):
    charge = now().price(account, HOUSEHOLD, 2 * m3_a_month)
    assert charge.yen == 2 * published_yen_a_month
    assert charge.published


def test_published_basic_fee_of_a_business():
    charge = now().price(WATER, BUSINESS, 0)
    assert (charge.yen, charge.published) == (2 * 1_540, True)


@pytest.mark.parametrize(("m3", "net_yen"), [(40, 4_540), (400, 65_900)])
def test_published_figures_before_tax(m3, net_yen):
    assert now().price(WATER, HOUSEHOLD, m3).net_yen == net_yen


@pytest.mark.parametrize(
    ("m3", "water_yen", "sewerage_yen", "yen"),
    [
        (20, 2_684, 2_574, 5_258),
        (21, 2_799, 2_710, 5_509),
        (22, 2_915, 2_846, 5_761),
        (32, 4_070, 4_210, 8_280),
        (40, 4_994, 5_302, 10_296),
    ],
)
def test_reference_bills_of_two_months(m3, water_yen, sewerage_yen, yen):
    quote = now().quote(HOUSEHOLD, usage_m3=m3, sewerage_m3=m3)
    assert (quote.water.yen, quote.sewerage.yen, quote.yen) == (water_yen, sewerage_yen, yen)


def test_the_bill_on_the_portal():
    """21 m³: 2,799 yen with 254 tax, 2,710 yen with 246 tax, 5,509 yen together."""
    quote = now().quote(HOUSEHOLD, usage_m3=21, sewerage_m3=21)
    assert (quote.water.yen, quote.water.tax_yen) == (2_799, 254)
    assert (quote.sewerage.yen, quote.sewerage.tax_yen) == (2_710, 246)
    assert (quote.yen, quote.tax_yen) == (5_509, 500)


def test_the_lines_of_a_bill_say_where_each_cubic_metre_fell():
    lines = now().price(WATER, HOUSEHOLD, 65).lines
    shown = [(line.from_m3, line.to_m3, line.m3, line.yen_per_m3, line.yen) for line in lines]
    assert shown == [
        (1, 20, 20, 22, 440),
        (21, 40, 20, 105, 2_100),
        (41, 60, 20, 144, 2_880),
        (61, None, 5, 172, 860),
    ]
    assert [line.published for line in lines] == [True, True, False, False]


@pytest.mark.parametrize(("m3", "yen_per_m3"), [(0, 0), (20, 49), (21, 229), (40, 229)])
def test_what_the_last_cubic_metre_cost(m3, yen_per_m3):
    quote = now().quote(HOUSEHOLD, usage_m3=m3, sewerage_m3=m3)
    assert quote.yen_per_m3 == yen_per_m3
    assert quote.published


def test_a_bill_with_one_invented_price_is_not_public():
    quote = now().quote(HOUSEHOLD, usage_m3=41, sewerage_m3=40)
    assert (quote.published, quote.sewerage.published) == (False, True)


def test_a_bill_is_priced_again_under_the_tariff_it_names():
    quote = tariffs().quote("2019-10", HOUSEHOLD, usage_m3=21, sewerage_m3=21)
    assert quote == now().quote(HOUSEHOLD, usage_m3=21, sewerage_m3=21)
    assert (quote.tariff_code, quote.usage_class, quote.usage_m3) == ("2019-10", HOUSEHOLD, 21)


def test_water_without_sewerage_costs_the_water_alone():
    quote = now().quote(HOUSEHOLD, usage_m3=21)
    assert (quote.sewerage, quote.yen, quote.tax_yen) == (None, 2_799, 254)


def test_garden_water_does_not_drain():
    quote = now().quote(HOUSEHOLD, usage_m3=21, sewerage_m3=20)
    assert (quote.water.yen, quote.sewerage.yen) == (2_799, 2_574)


@pytest.mark.parametrize(
    ("read_on", "code", "tax_percent"),
    [
        (dt.date(2014, 4, 1), "2014-04", 8),
        (dt.date(2019, 9, 30), "2014-04", 8),
        (dt.date(2019, 10, 1), "2019-10", 10),
        (dt.date(2026, 11, 22), "2019-10", 10),
    ],
)
def test_the_reading_chooses_tariff_and_tax(read_on, code, tax_percent):
    tariff = tariffs().on(read_on)
    assert (tariff.code, tariff.tax_percent) == (code, tax_percent)
    assert tariffs().coded(code) is tariff


def test_eight_percent_before_october_2019():
    quote = tariffs().on(dt.date(2019, 9, 30)).quote(HOUSEHOLD, usage_m3=21, sewerage_m3=21)
    assert (quote.water.tax_yen, quote.sewerage.tax_yen) == (203, 197)
    assert not quote.water.published


def test_a_reading_before_the_first_tariff_has_no_price():
    with pytest.raises(RuleBroken) as refused:
        tariffs().on(dt.date(2014, 3, 31))
    assert refused.value.code == "tariff.none_valid"


def test_an_unknown_tariff_is_named():
    with pytest.raises(RuleBroken) as refused:
        tariffs().coded("1999-01")
    assert (refused.value.code, refused.value.facts) == ("tariff.unknown", {"tariff": "1999-01"})


def test_usage_below_nought_has_no_price():
    with pytest.raises(RuleBroken) as refused:
        now().price(WATER, HOUSEHOLD, -1)
    assert refused.value.code == "tariff.negative_usage"


@given(revisions, accounts, uses, usages)
def test_a_charge_adds_up(tariff, account, use, m3):
    charge = tariff.price(account, use, m3)
    assert sum(line.m3 for line in charge.lines) == m3
    assert charge.net_yen == charge.basic_yen + sum(line.yen for line in charge.lines)
    assert charge.yen == charge.net_yen + charge.tax_yen
    assert charge.tax_yen == charge.net_yen * tariff.tax_percent // 100


@given(revisions, accounts, uses, usages)
def test_one_more_cubic_metre_never_costs_less(tariff, account, use, m3):
    more = tariff.price(account, use, m3 + 1)
    assert more.net_yen - tariff.price(account, use, m3).net_yen == more.lines[-1].yen_per_m3


@pytest.mark.parametrize(
    "ends",
    [(20,), (20, 20, None), (40, 20, None), (None, None), (None, 20), (0, None)],
)
def test_tiers_out_of_order_are_refused(ends):
    with pytest.raises(ValueError, match="tiers"):
        Scheme(2_000, True, tuple(Tier(end, 22, True) for end in ends))


def test_tariffs_out_of_order_are_refused():
    older, newer = tariffs().revisions
    with pytest.raises(ValueError, match="follow"):
        Tariffs((newer, older))


def test_a_tariff_file_that_forgets_a_use_is_refused():
    with pytest.raises(KeyError):
        tariffs_in(
            '[[tariff]]\ncode = "x"\nvalid_from = 2020-01-01\ntax_percent = 10\n'
            "[tariff.water.household]\nbasic_yen = 1\nbasic_published = true\n"
            "tiers = [{ yen_per_m3 = 1, published = true }]\n"
        )
