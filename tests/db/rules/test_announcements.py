"""What may be announced, and when it shows; moments as they are typed."""

from __future__ import annotations

import datetime as dt

import pytest

from db.errors import RuleBroken
from db.rules.announcements import AnnouncementState, Wording, cleaned, faults, state_of
from db.rules.periods import TOKYO
from db.rules.typed_moments import parse_moment

TODAY = dt.date(2024, 9, 18)
NOW = dt.datetime(2024, 9, 18, 10, 13, tzinfo=TOKYO)
DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)
NIGHT = dt.datetime(2024, 9, 20, 22, 0, tzinfo=TOKYO)


def wrong(**more):
    facts = {"title": "断水", "body": "断水します。", "published_on": TODAY}
    found = faults(Wording(**(facts | more)), now=NOW)
    return {field: broken.code for field, broken in found.items()}


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, {}),
        ({"title": " ", "body": ""}, {"title": "text.missing", "body": "text.missing"}),
        ({"title": "長" * 101}, {"title": "text.too_long"}),
        ({"title": "長" * 100, "body": "長" * 4000}, {}),
        ({"title": "一行\n二行"}, {"title": "text.line_break"}),
        ({"title_en": "Works"}, {"body_en": "text.missing"}),
        ({"body_en": "Works."}, {"title_en": "text.missing"}),
        ({"published_on": TODAY - DAY}, {"published_on": "announcement.past"}),
        ({"published_on": dt.date(2201, 1, 1)}, {"published_on": "span.unusable_day"}),
        ({"withdrawn_on": TODAY}, {"withdrawn_on": "announcement.ends_before_start"}),
        ({"withdrawn_on": TODAY + DAY}, {}),
        ({"town": "本町", "portal_number": "9" * 16}, {"town": "announcement.one_audience"}),
        ({"portal_number": "9" * 15}, {"portal_number": "announcement.number_malformed"}),
        ({"portal_number": "９９９９ 9999-9999 9999"}, {}),
    ],
)
def test_all_that_is_wrong_is_told_by_field(more, found):
    assert wrong(**more) == found


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"closed_to": NIGHT + 8 * HOUR}, {}),
        ({}, {"closed_to": "announcement.closure_half"}),
        ({"closed_from": None, "closed_to": NIGHT}, {"closed_from": "announcement.closure_half"}),
        ({"closed_to": NIGHT}, {"closed_to": "announcement.closure_backwards"}),
        ({"closed_to": NIGHT + 15 * DAY}, {"closed_to": "announcement.closure_long"}),
        (
            {"closed_from": NIGHT - 9 * DAY, "closed_to": NIGHT - 8 * DAY},
            {"closed_to": "announcement.closure_past"},
        ),
        (
            {"closed_to": NIGHT + HOUR, "town": "本町"},
            {"closed_from": "announcement.closure_for_all"},
        ),
        (
            {"closed_to": NIGHT + 8 * HOUR, "withdrawn_on": NIGHT.date() + DAY},
            {"withdrawn_on": "announcement.ends_before_closure"},
        ),
        ({"closed_to": NIGHT + 8 * HOUR, "withdrawn_on": NIGHT.date() + 2 * DAY}, {}),
        ({"closed_to": NIGHT + 2 * HOUR, "withdrawn_on": NIGHT.date() + DAY}, {}),
    ],
)
def test_the_portal_closes_for_everybody_and_opens_again(more, found):
    assert wrong(**({"closed_from": NIGHT} | more)) == found


def test_what_shows_already_may_have_begun_before_today_but_not_end_before_it():
    begun = Wording(title="断水", body="断水します。", published_on=TODAY - 3 * DAY)
    assert faults(begun, now=NOW, shown=True) == {}
    ended = Wording(title="断", body="断", published_on=TODAY - 3 * DAY, withdrawn_on=TODAY)
    found = faults(ended, now=NOW, shown=True)
    assert {field: each.code for field, each in found.items()} == {
        "withdrawn_on": "announcement.end_past"
    }


def test_only_the_first_thing_wrong_is_raised_when_it_is_stored():
    with pytest.raises(RuleBroken, match=r"text\.missing"):
        cleaned(Wording(title="", body="", published_on=TODAY), now=NOW)


@pytest.mark.parametrize(
    ("published_on", "withdrawn_on", "state"),
    [
        (TODAY, None, AnnouncementState.SHOWN),
        (TODAY, TODAY + DAY, AnnouncementState.SHOWN),
        (TODAY - DAY, TODAY, AnnouncementState.ENDED),
        (TODAY + DAY, None, AnnouncementState.SCHEDULED),
        (TODAY, TODAY, AnnouncementState.WITHDRAWN),
        (TODAY + DAY, TODAY + DAY, AnnouncementState.WITHDRAWN),
    ],
)
def test_how_an_announcement_stands(published_on, withdrawn_on, state):
    assert state_of(published_on, withdrawn_on, TODAY) is state


@pytest.mark.parametrize(
    "typed",
    ["2024/9/20 22:00", "9/20　２２：００", "R6.9.20 22時", "20240920 22:00", "9/20 22時00分"],
)
def test_a_moment_is_understood_however_it_is_typed(typed):
    assert parse_moment(typed, TODAY) == NIGHT


def test_an_hour_past_midnight_belongs_to_the_next_day():
    assert parse_moment("9/20 26:00", TODAY) == NIGHT + 4 * HOUR


@pytest.mark.parametrize("typed", ["", "22:00", "9/20", "9/20 30:00", "9/20 22:60", "13/41 22:00"])
def test_what_is_no_moment_is_refused(typed):
    with pytest.raises(RuleBroken, match=r"moment\.unreadable"):
        parse_moment(typed, TODAY)
