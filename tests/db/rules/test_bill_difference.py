"""The reasons for a different bill add up to the difference, to the yen."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import RuleBroken
from db.rules.bill_difference import Billed, Cause, explain
from db.rules.words import UsageClass
from db.tariffs import tariffs

NOW, BEFORE = dt.date(2024, 9, 1), dt.date(2023, 9, 1)


def billed(m3, *, sewerage="as water", days=62, month=NOW, by_hand=0, **others):
    facts = {"usage_class": UsageClass.HOUSEHOLD, "tariff_code": "2019-10", "settled_m3": 0}
    facts |= others
    drained = m3 if sewerage == "as water" else sewerage
    quote = tariffs().quote(
        facts["tariff_code"], facts["usage_class"], usage_m3=m3, sewerage_m3=drained
    )
    return Billed(month, days, m3, drained, yen=quote.yen + by_hand, **facts)


def reasons(bill, before):
    parts = explain(bill, before, tariffs().quote)
    assert sum(part.yen for part in parts) == bill.yen - before.yen
    return {part.cause: (part.yen, part.m3, part.days) for part in parts}


def test_the_same_bill_needs_no_reason():
    assert reasons(billed(21), billed(21)) == {}


def test_one_cubic_metre_more_reached_the_dearer_block():
    (part,) = explain(billed(21), billed(20), tariffs().quote)
    assert (part.cause, part.yen, part.m3) == (Cause.DAILY_USE, 251, 1)
    assert (part.before.water.highest.from_m3, part.before.yen_per_m3) == (1, 49)
    assert (part.after.water.highest.from_m3, part.after.yen_per_m3) == (21, 229)


def test_more_days_at_the_same_daily_use():
    more_yen = 8_028 - 7_777
    assert reasons(billed(31, days=62), billed(30, days=60)) == {Cause.DAYS: (more_yen, 1, 2)}


def test_fewer_days_hide_a_higher_daily_use():
    found = reasons(billed(30, days=58), billed(30, days=62))
    assert found[Cause.DAYS][1:] == (-2, -4)
    assert found[Cause.DAILY_USE][1:] == (2, 0)
    assert found[Cause.DAYS][0] + found[Cause.DAILY_USE][0] == 0


def test_days_are_rounded_to_the_nearest_cubic_metre():
    assert reasons(billed(30, days=61), billed(30, days=60))[Cause.DAYS][1] == 1
    assert Cause.DAYS not in reasons(billed(29, days=61), billed(29, days=60))


def test_a_new_tariff_and_its_tax():
    (part,) = explain(billed(21), billed(21, tariff_code="2014-04"), tariffs().quote)
    assert (part.cause, part.yen) == (Cause.TARIFF, 5_509 - 5_409)
    assert (part.before.tax_percent, part.after.tax_percent) == (8, 10)


def test_a_household_became_a_shop():
    (part,) = explain(billed(21, usage_class=UsageClass.BUSINESS), billed(21), tariffs().quote)
    assert part.cause is Cause.USAGE_CLASS
    assert part.before.usage_class is UsageClass.HOUSEHOLD


def test_sewerage_that_began_weighs_what_this_bill_says():
    found = reasons(billed(30), billed(21, sewerage=None))
    assert found[Cause.SEWERAGE_BEGUN][0] == billed(30).yen - billed(30, sewerage=None).yen
    assert found[Cause.DAILY_USE][0] == billed(30, sewerage=None).yen - 2_799


def test_sewerage_that_ended_weighs_what_the_earlier_bill_said():
    assert reasons(billed(30, sewerage=None), billed(21))[Cause.SEWERAGE_ENDED] == (-2_710, 0, 0)


def test_an_estimate_settled_in_this_bill():
    assert reasons(billed(33, settled_m3=12), billed(21)) == {
        Cause.SETTLED: (billed(33).yen - 5_509, 12, 0)
    }
    assert reasons(billed(21, settled_m3=-9), billed(30)) == {
        Cause.SETTLED: (5_509 - billed(30).yen, -9, 0)
    }


def test_an_estimate_settled_in_the_earlier_bill():
    assert reasons(billed(21), billed(33, settled_m3=12)) == {
        Cause.SETTLED_BEFORE: (5_509 - billed(33).yen, -12, 0)
    }


def test_the_same_settlement_in_both_bills_explains_nothing():
    assert reasons(billed(33, settled_m3=3), billed(33, settled_m3=3)) == {}


def test_the_garden_drank_more():
    found = reasons(billed(30, sewerage=20), billed(30, sewerage=28))
    assert found == {Cause.DRAINED: (2_574 - (1_800 + 540 + 8 * 124) * 110 // 100, -8, 0)}


def test_the_garden_stays_out_of_other_reasons():
    assert set(reasons(billed(35, sewerage=30), billed(30, sewerage=25))) == {Cause.DAILY_USE}


def test_an_amount_set_by_hand():
    assert reasons(billed(21, by_hand=-509), billed(21)) == {Cause.CORRECTION: (-509, 0, 0)}
    assert reasons(billed(21), billed(21, by_hand=-509)) == {Cause.CORRECTION: (509, 0, 0)}


def test_a_first_bill_without_days_is_no_ground_for_days():
    assert set(reasons(billed(30), billed(21, days=0))) == {Cause.DAILY_USE}


def test_a_bill_under_a_foreign_tariff_cannot_be_explained():
    with pytest.raises(RuleBroken) as refused:
        explain(billed(21), replace(billed(21), tariff_code="1999-01"), tariffs().quote)
    assert refused.value.code == "tariff.unknown"


bills = st.builds(
    Billed,
    month=st.just(NOW),
    days=st.integers(0, 130),
    usage_m3=st.integers(0, 2_000),
    sewerage_m3=st.none() | st.integers(0, 2_000),
    usage_class=st.sampled_from(UsageClass),
    tariff_code=st.sampled_from([tariff.code for tariff in tariffs().revisions]),
    settled_m3=st.just(0) | st.integers(-300, 300),
    yen=st.integers(0, 999_999),
)


@given(bills, bills)
def test_the_parts_always_add_up(bill, before):
    found = reasons(bill, before)
    assert all(yen for yen, _, _ in found.values())
    assert list(found) == sorted(found, key=list(Cause).index)
    assert reasons(bill, replace(bill, month=BEFORE)) == {}
