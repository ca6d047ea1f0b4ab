"""Which backups are kept, and when the next one is due."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import RuleBroken
from db.rules.backup_rule import Keep, Made, is_missed, kept_until, next_due, read_time, superfluous
from db.rules.periods import TOKYO

TODAY = dt.date(2024, 9, 18)
HALF_PAST_TWO = dt.time(2, 30)


def at(day, hour=2, minute=30):
    return dt.datetime.combine(day, dt.time(hour, minute), TOKYO)


def daily(days, until=TODAY, **more):
    return [Made(f"{d}", at(d), **more) for n in range(days) for d in [until - dt.timedelta(n)]]


def kept(backups, keep=None, now=None):
    gone = superfluous(backups, keep or Keep(), now=now or at(TODAY, 18))
    return [made.name for made in sorted(backups, key=lambda m: m.at) if made.name not in gone]


def test_two_years_of_nights_leave_days_weeks_and_months():
    months = [f"2023-{m}" for m in ("10-31", "11-30", "12-31")]
    months += [f"2024-{m}" for m in ("01-31", "02-29", "03-31", "04-30", "05-31", "06-30", "07-31")]
    weeks = ["2024-08-25", "2024-08-31", "2024-09-01", "2024-09-08"]
    days = [f"2024-09-{day}" for day in range(12, 19)]
    assert kept(daily(730)) == [*months, *weeks, *days]


def test_one_made_by_hand_outlives_those_that_follow_on_its_day():
    friday = dt.date(2024, 9, 13)
    by_hand = [Made(f"{hour}", at(friday, hour)) for hour in (13, 14, 15)]
    nights = daily(4, dt.date(2024, 9, 16))
    assert kept([*nights, *by_hand])[1:4] == ["13", "14", "15"]
    # once its days are over, the last night of its week stands for them
    later = [*by_hand, *daily(12, TODAY + dt.timedelta(7))]
    assert kept(later, now=at(TODAY + dt.timedelta(7)))[0] == "2024-09-15"


def test_where_only_today_counts_a_day_is_24_hours():
    last = TODAY - dt.timedelta(1)
    made = [Made(f"{hour}", at(last, hour)) for hour in (17, 19, 20)]
    assert kept([*made, Made("now", at(TODAY, 18))], Keep(1, 1, 1)) == ["19", "20", "now"]


def test_a_day_is_one_in_japan():
    late = dt.datetime(2024, 9, 17, 14, 59, tzinfo=dt.UTC)
    backups = [Made("17th", late), Made("18th", late + dt.timedelta(minutes=1))]
    assert kept(backups, Keep(2, 1, 1), at(dt.date(2024, 9, 19))) == ["18th"]


def test_what_is_old_stays_while_nothing_newer_is_good():
    old = Made("good", at(dt.date(2019, 4, 1)))
    assert kept([old]) == ["good"]
    assert kept([old, *daily(3, good=False)])[0] == "good"
    assert "good" not in kept([old, *daily(3)])


def test_a_good_one_is_preferred_to_a_later_one_of_its_week():
    good = Made("good", at(TODAY - dt.timedelta(10)))
    bad = Made("bad", at(TODAY - dt.timedelta(10), 12), good=False)
    assert kept([good, bad, Made("today", at(TODAY))]) == ["good", "today"]


@given(
    days=st.lists(st.integers(0, 800), max_size=40, unique=True),
    bad=st.sets(st.integers(0, 800)),
    keep=st.builds(Keep, st.integers(1, 9), st.integers(1, 9), st.integers(1, 14)),
)
def test_the_newest_and_the_last_good_one_are_never_removed(days, bad, keep):
    made = [Made(str(d), at(TODAY - dt.timedelta(d)), good=d not in bad) for d in days]
    left = kept(made, keep)
    assert not made or str(min(days)) in left
    good = [d for d in days if d not in bad]
    assert not good or str(min(good)) in left
    assert len(left) <= keep.daily + keep.weekly + keep.monthly + 2
    # what is kept now is what is kept when it is asked again
    again = [each for each in made if each.name in left]
    assert kept(again, keep) == left


def test_the_last_day_on_which_each_is_kept():
    until = kept_until(daily(40), Keep(3, 2, 2), today=TODAY)
    assert until["2024-09-18"] == dt.date(2024, 9, 20)
    assert until["2024-08-31"] == dt.date(2024, 9, 30)
    assert until["2024-09-15"] == dt.date(2024, 9, 22)


@pytest.mark.parametrize(
    ("typed", "time"),
    [("2:30", HALF_PAST_TWO), ("０２：３０", HALF_PAST_TWO), (" 23:59 ", dt.time(23, 59))],
)
def test_a_time_is_read(typed, time):
    assert read_time(typed) == time


@pytest.mark.parametrize("typed", ["", "24:00", "2:60", "2", "2:3", "26:00", "-1:00", "2:30 pm"])
def test_what_is_no_time_is_told(typed):
    with pytest.raises(RuleBroken) as refused:
        read_time(typed)
    assert refused.value.code == "backup.time_malformed"


def test_when_the_next_one_is_due():
    assert next_due(HALF_PAST_TWO, after=at(TODAY, 2, 29)) == at(TODAY)
    assert next_due(HALF_PAST_TWO, after=at(TODAY)) == at(TODAY + dt.timedelta(1))
    in_utc = dt.datetime(2024, 9, 17, 17, 31, tzinfo=dt.UTC)  # 2:31 in Japan
    assert next_due(HALF_PAST_TWO, after=in_utc) == at(TODAY + dt.timedelta(1))


def test_a_night_that_was_missed():
    now = at(TODAY, 9)
    assert is_missed(None, HALF_PAST_TWO, now=now)
    assert is_missed(at(TODAY - dt.timedelta(1), 9), HALF_PAST_TWO, now=now)
    assert not is_missed(at(TODAY), HALF_PAST_TWO, now=now)
    assert is_missed(at(TODAY - dt.timedelta(1), 9), dt.time(23, 0), now=at(TODAY, 1))
