"""When a mail is tried again."""

from __future__ import annotations

import datetime as dt

import pytest

from db.errors import RuleBroken
from db.rules.mail_address import mail_address, mask_mail_address
from db.rules.mail_delivery import next_try

QUEUED_AT = dt.datetime(2024, 9, 18, 9, 13, tzinfo=dt.UTC)


def test_a_mail_is_tried_less_and_less_often_for_a_day():
    now, waits = QUEUED_AT, []
    while (then := next_try(len(waits) + 1, queued_at=QUEUED_AT, now=now)) is not None:
        waits.append((then - now) // dt.timedelta(minutes=1))
        now = then
    assert waits[:6] == [1, 5, 15, 60, 60, 60]
    assert set(waits[3:]) == {60}
    assert dt.timedelta(hours=24) <= now - QUEUED_AT < dt.timedelta(hours=25)


def test_a_mail_older_than_a_day_is_given_up_at_once():
    assert next_try(1, queued_at=QUEUED_AT, now=QUEUED_AT + dt.timedelta(hours=24)) is None


@pytest.mark.parametrize(
    "address",
    ["hanako@example.jp", "foo..bar.@docomo.ne.jp", "-a_b+c@k.example.jp", "a@xn--r8jz45g.jp"],
)
def test_addresses_as_they_are_in_japan_are_usable(address):
    assert mail_address(address) == address


@pytest.mark.parametrize("address", ["a@-example.jp", "a@example.jp.", "@example.jp", "a@"])
def test_an_address_without_a_name_or_a_server_is_not(address):
    with pytest.raises(RuleBroken, match=r"^mail\.address_unusable$"):
        mail_address(address)


@pytest.mark.parametrize(
    ("address", "masked"),
    [("hanako@example.jp", "h***@example.jp"), ("a@b.jp", "a***@b.jp"), ("", "***"), ("x", "***")],
)
def test_only_its_owner_knows_an_address_again(address, masked):
    assert mask_mail_address(address) == masked
