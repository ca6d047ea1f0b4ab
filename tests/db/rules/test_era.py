"""Years of reigns, at the days on which a reign began."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.era import Era, YearOfEra, year_of_era


@pytest.mark.parametrize(
    ("day", "era", "year"),
    [
        ("2024-09-18", Era.REIWA, 6),
        ("2019-12-31", Era.REIWA, 1),
        ("2019-05-01", Era.REIWA, 1),
        ("2019-04-30", Era.HEISEI, 31),
        ("1989-01-08", Era.HEISEI, 1),
        ("1989-01-07", Era.SHOWA, 64),
        ("1926-12-25", Era.SHOWA, 1),
        ("1926-12-24", Era.TAISHO, 15),
        ("1912-07-30", Era.TAISHO, 1),
        ("1912-07-29", Era.MEIJI, 45),
        ("1873-01-01", Era.MEIJI, 6),
    ],
)
def test_a_year_counts_from_the_reign_in_which_its_day_lies(day, era, year):
    assert year_of_era(dt.date.fromisoformat(day)) == YearOfEra(era, year)


def test_a_day_of_the_old_calendar_has_no_year_of_a_reign():
    assert year_of_era(dt.date(1872, 12, 31)) is None


@given(st.dates(min_value=dt.date(1873, 1, 1), max_value=dt.date(9999, 12, 30)))
def test_the_year_grows_by_one_at_new_year_and_begins_again_with_a_reign(day):
    before, now = year_of_era(day), year_of_era(day + dt.timedelta(days=1))
    new_year = (day + dt.timedelta(days=1)).year - day.year
    assert now == YearOfEra(before.era, before.year + new_year) or now.year == 1
