"""The sentence that says why a bill differs: its parts are read back out of it and added up."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from dataclasses import replace

import pytest

from db.rules.words import UsageClass
from db.tariffs import tariffs
from desktop.explanation import why_it_differs
from desktop.format import LanguageCode
from tests.desktop.billed import SEPTEMBER, add_year_before, history
from tests.factories import add_bill

_AMOUNT = re.compile(r"([+−])¥([\d,]+)")


def sentence(known, code=LanguageCode.EN, *, bill=None):
    return why_it_differs(bill or known.rows[0], known, tariffs().quote, code)


def parts(told):
    """The signed yen of the causes named."""
    causes = told.partition("last year: ")[2] or told.partition("cancel out: ")[2]
    found = _AMOUNT.findall(causes)
    return [int(yen.replace(",", "")) * (1 if sign == "+" else -1) for sign, yen in found]


def test_a_clerk_hears_why_the_golden_bill_is_lower(desk):
    def fill(session, contract_id):
        add_year_before(session, contract_id, usage_m3=30)
        add_bill(session, contract_id, usage_m3=21)

    known = history(desk, fill)
    told = sentence(known)
    assert known.rows[0].yen == 5509
    assert told == (
        "2024-09: ¥2,268 less than in the same period last year: "
        "less used each day (−9 m³; from 21 m³ on 229 yen a m³ before tax) −¥2,268"
    )


CHANGES = {
    "m³ into a higher block": ({}, {"usage_m3": 47}),
    "days": ({"from_on": dt.date(2023, 7, 3)}, {"usage_m3": 23}),
    "an estimate settled now": ({}, {"usage_m3": 24, "settled_m3": -6}),
    "an estimate settled last year": ({"usage_m3": 33, "settled_m3": 4}, {}),
    "sewerage has begun": ({"sewerage": False}, {"usage_m3": 26}),
    "sewerage has ended": ({}, {"sewerage": False}),
    "use": ({"usage_class": UsageClass.BUSINESS}, {"usage_m3": 25}),
    "tariff and tax": ({"tariff": "2014-04"}, {}),
    "a garden": ({}, {"sewerage_m3": 15}),
    "an amount set by hand": ({}, {"usage_m3": 29, "debt": {"yen": 4000, "tax_yen": 363}}),
}


@pytest.mark.parametrize(("before", "now"), CHANGES.values(), ids=CHANGES)
def test_the_parts_named_add_up_to_the_difference_named(desk, before, now):
    def fill(session, contract_id):
        add_year_before(session, contract_id, **before)
        add_bill(session, contract_id, **now)

    known = history(desk, fill)
    told = sentence(known)
    difference = known.rows[0].yen - known.year_before(known.rows[0]).yen
    way = "more" if difference > 0 else "less"
    assert told.startswith(f"2024-09: ¥{abs(difference):,} {way} than in the same period last year")
    assert sum(parts(told)) == difference


@pytest.mark.parametrize(("before", "now"), list(itertools.permutations([0, 20, 21, 401], r=2)))
def test_the_parts_add_up_at_the_edges_of_every_block(desk, before, now):
    def fill(session, contract_id):
        add_year_before(session, contract_id, usage_m3=before, to_on=dt.date(2023, 9, 4))
        add_bill(session, contract_id, usage_m3=now)

    known = history(desk, fill)
    difference = known.rows[0].yen - known.year_before(known.rows[0]).yen
    assert sum(parts(sentence(known))) == difference


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        ({"from_on": dt.date(2023, 7, 5)}, {"usage_m3": 24}, "−5 days (−2 m³)"),
        ({}, {"settled_m3": -6, "usage_m3": 24}, "an earlier estimate was settled (−6 m³)"),
        ({"settled_m3": 4, "usage_m3": 33}, {}, "last year’s bill settled an estimate (−4 m³)"),
        ({"tariff": "2014-04"}, {}, "new prices and tax of 10 % instead of 8 %"),
        ({"usage_class": UsageClass.BUSINESS}, {}, "use changed to Household"),
        ({}, {"debt": {"yen": 4000, "tax_yen": 363}}, "an amount set by hand"),
    ],
)
def test_each_cause_is_named_in_words_a_customer_understands(desk, before, now, words):
    def fill(session, contract_id):
        add_year_before(session, contract_id, **before)
        add_bill(session, contract_id, **now)

    assert words in sentence(history(desk, fill))


def test_without_a_bill_a_year_before_nothing_is_compared(desk):
    known = history(desk, add_bill)
    assert sentence(known) == (
        "2024-09: there is no bill of the same period last year to compare with."
    )


def test_a_bill_like_last_years_is_said_to_be_so(desk):
    def fill(session, contract_id):
        add_year_before(session, contract_id)
        add_bill(session, contract_id)

    assert sentence(history(desk, fill)) == (
        "2024-09: the same amount as in the same period last year."
    )


def test_a_tariff_that_the_program_does_not_know_leaves_the_difference(desk):
    def fill(session, contract_id):
        add_year_before(session, contract_id, usage_m3=30)
        add_bill(session, contract_id)

    known = history(desk, fill)
    strange = replace(known.rows[0], tariff="1999-04")
    told = sentence(known, bill=strange)
    assert told == (
        "2024-09: ¥2,268 less than in the same period last year: "
        "the tariff of one of the bills is not known here"
    )


def test_a_corrected_bill_is_not_explained(desk):
    def fill(session, contract_id):
        add_year_before(session, contract_id)
        add_bill(session, contract_id, usage_m3=90, debt={"corrected_on": dt.date(2024, 9, 17)})

    assert sentence(history(desk, fill)) == (
        "2024-09: this bill was corrected and no longer counts."
    )


def test_the_sentence_of_every_month_is_about_that_month(desk):
    def fill(session, contract_id):
        add_bill(session, contract_id, SEPTEMBER)
        add_bill(session, contract_id, dt.date(2024, 7, 1), paid_on=dt.date(2024, 7, 20))

    known = history(desk, fill)
    assert [sentence(known, bill=bill)[:7] for bill in known.rows] == ["2024-09", "2024-07"]
