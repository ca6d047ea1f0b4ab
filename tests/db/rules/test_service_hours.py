"""Hours across midnight open and close when the bureau says."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import RuleBroken
from db.rules.periods import TOKYO
from db.rules.service_hours import parse_hours

PORTAL = parse_hours("7:00-26:00")
OFFICE = parse_hours("8:30-17:15")


def at(hour, minute=0, day=18):
    return dt.datetime(2024, 9, day, hour, minute, tzinfo=TOKYO)


@pytest.mark.parametrize(
    ("hours", "hour", "minute", "is_open"),
    [
        (PORTAL, 7, 0, True),
        (PORTAL, 6, 59, False),
        (PORTAL, 23, 59, True),
        (PORTAL, 0, 0, True),
        (PORTAL, 1, 59, True),
        (PORTAL, 2, 0, False),
        (OFFICE, 8, 29, False),
        (OFFICE, 8, 30, True),
        (OFFICE, 17, 14, True),
        (OFFICE, 17, 15, False),
        (OFFICE, 0, 0, False),
    ],
)
def test_open_and_closed(hours, hour, minute, is_open):
    assert hours.is_open(at(hour, minute)) is is_open
    assert hours.is_open(dt.time(hour, minute)) is is_open


def test_an_instant_from_elsewhere_is_read_in_japan():
    assert PORTAL.is_open(dt.datetime(2024, 9, 17, 22, 0, tzinfo=dt.UTC))
    assert not PORTAL.is_open(dt.datetime(2024, 9, 17, 21, 59, tzinfo=dt.UTC))


@pytest.mark.parametrize(
    ("hours", "now", "change"),
    [
        (PORTAL, at(18, 13), at(2, day=19)),
        (PORTAL, at(1), at(2)),
        (PORTAL, at(2), at(7)),
        (PORTAL, at(6, 59), at(7)),
        (OFFICE, at(18, 13), at(8, 30, day=19)),
        (OFFICE, at(9), at(17, 15)),
    ],
)
def test_the_next_change(hours, now, change):
    assert hours.next_change(now) == change


def test_pieces_to_write_the_hours_with():
    assert PORTAL.text == "7:00-26:00"
    assert (PORTAL.opens_at, PORTAL.closes_at) == (dt.time(7), dt.time(2))
    assert PORTAL.closes_next_day
    assert not OFFICE.closes_next_day
    assert not parse_hours("9:00-24:00").closes_next_day


def test_always_open():
    always = parse_hours("0:00-24:00")
    assert always.always
    assert always.next_change(at(12)) is None
    assert all(always.is_open(at(hour)) for hour in range(24))
    assert parse_hours("7:00-31:00").always


@pytest.mark.parametrize("text", ["７：００～２６：００", " 07:00 – 26:00 ", "7:00〜26:00"])
def test_hours_as_a_person_types_them(text):
    assert parse_hours(text) == PORTAL


@pytest.mark.parametrize(
    "text",
    [
        "", "7-26", "7:00", "7:00-7:00", "9:00-8:00", "24:00-26:00", "7:60-9:00", "7:00-9:60",
        "7:00-32:00", "7:00-26:00-28:00", "七時から", "-7:00-9:00", "٧:00-٩:00", "7:00-26:00\n1",
    ],
)  # fmt: skip
def test_hours_nobody_can_keep_are_refused(text):
    with pytest.raises(RuleBroken) as refused:
        parse_hours(text)
    assert (refused.value.code, refused.value.facts) == ("hours.malformed", {"text": text})


def test_an_instant_without_a_time_zone_is_a_mistake():
    with pytest.raises(ValueError, match="time zone"):
        PORTAL.is_open(dt.datetime(2024, 9, 18, 18, 13))  # noqa: DTZ001


@given(
    st.integers(0, 1439),
    st.integers(1, 1440),
    st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2030, 1, 1)),  # noqa: DTZ001
)
def test_it_changes_when_it_says_and_not_before(opens, minutes, naive):
    closes = opens + minutes
    text = f"{opens // 60}:{opens % 60:02}-{closes // 60}:{closes % 60:02}"
    hours = parse_hours(text)
    assert hours.text == text
    now = naive.replace(tzinfo=TOKYO)
    change = hours.next_change(now)
    if change is None:
        assert hours.is_open(now)
        return
    assert dt.timedelta() < change - now <= dt.timedelta(days=1)
    assert hours.is_open(change) is not hours.is_open(now)
    assert hours.is_open(change - dt.timedelta(microseconds=1)) is hours.is_open(now)
