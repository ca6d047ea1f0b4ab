"""Signing in, and being turned away."""

from __future__ import annotations

import datetime as dt
import json
import statistics
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from db.commands.passwords import hash_password
from db.commands.sign_in import take_try
from db.errors import RuleBroken
from db.guard.passwords import change_password
from db.guard.sign_in import Refusal, SignedIn, SignInRefused, confirm, sign_in
from db.models import AuditEvent, Staff
from db.rules.words import EventKind, PasswordKind, Role
from tests.factories import add_setting, add_staff

RIGHT = "犀川の橋を渡る風"
WRONG = "浅野川の橋を渡る風"
QUICK_HASH = hash_password(RIGHT, cost=4)


class Door:
    """The login form of one desk."""

    def __init__(self, url, database, clock):
        self.url, self.database, self.clock = url, database, clock

    def employ(self, login_id="sato", **more):
        with self.database.writing() as session:
            return add_staff(session, login_id, **({"password_hash": QUICK_HASH} | more))

    def set(self, name, value):
        with self.database.writing() as session:
            add_setting(session, name, value)

    def try_(self, password=RIGHT, login_id="sato"):
        outcome = sign_in(self.url, login_id, password, desk="窓口1", now=self.clock())
        if isinstance(outcome, SignedIn):
            outcome.database.dispose()
        return outcome

    def fail(self, times):
        return [self.try_(WRONG) for _ in range(times)]

    def row(self, login_id="sato"):
        with self.database.reading() as session:
            return session.scalars(select(Staff).where(Staff.login_id == login_id)).one()

    def events(self):
        with self.database.reading() as session:
            events = session.scalars(select(AuditEvent).order_by(AuditEvent.id)).all()
        return [(event.kind, event.staff_id, json.loads(event.facts)) for event in events]


@pytest.fixture
def door(database_url, database, clock):
    return Door(database_url, database, clock)


def test_the_right_password_opens(door, clock):
    staff_id = door.employ()
    outcome = door.try_()
    assert (outcome.staff.id, outcome.staff.name) == (staff_id, "佐藤 次郎")
    assert (outcome.staff.last_signed_in_at, outcome.staff.must_change_password) == (None, False)
    assert door.events() == [(EventKind.SIGN_IN, staff_id, {})]


def test_the_sign_in_before_this_one_is_told(door, clock):
    door.employ()
    before = clock()
    door.try_()
    clock.advance(hours=1)
    assert door.try_().staff.last_signed_in_at == before


@pytest.mark.parametrize("typed", ["SATO", " sato　", "ｓａｔｏ"])
def test_an_id_may_be_typed_as_the_keyboard_happens_to_be(door, typed):
    door.employ()
    assert isinstance(door.try_(login_id=typed), SignedIn)


def test_a_password_may_be_typed_in_full_width(door):
    door.employ(password_hash=hash_password("river-wind2", cost=4))
    assert isinstance(door.try_("ｒｉｖｅｒ－ｗｉｎｄ２"), SignedIn)


def test_a_wrong_password_and_an_unknown_id_are_told_alike(door):
    staff_id = door.employ()
    wrong, unknown = door.try_(WRONG), door.try_(login_id="nobody")
    assert wrong == unknown == SignInRefused(Refusal.WRONG)
    assert door.events() == [
        (EventKind.SIGN_IN_FAILED, None, {"staff": staff_id, "reason": "wrong_password"}),
        (EventKind.SIGN_IN_FAILED, None, {"staff": None, "reason": "unknown_id"}),
    ]


@pytest.mark.parametrize(
    "typed", ["", "佐藤", "sato\0", "\ud83d", "'; DROP TABLE staff; --", "x" * 99]
)
def test_what_cannot_be_an_id_is_an_unknown_one(door, typed):
    door.employ()
    assert door.try_(login_id=typed) == SignInRefused(Refusal.WRONG)


def test_a_password_nobody_can_read_is_no_try(door):
    door.employ()
    with pytest.raises(RuleBroken) as refused:
        door.try_("風\ud83d")
    assert refused.value.code == "password.unreadable"
    assert (door.events(), door.row().failed_count) == ([], 0)


def test_what_was_typed_is_never_recorded(door):
    door.employ()
    door.try_(WRONG)
    door.try_(login_id="my-password-in-the-wrong-field")
    told = json.dumps(door.events(), ensure_ascii=False)
    assert WRONG not in told
    assert "wrong-field" not in told


def test_five_wrong_passwords_lock_for_a_quarter_of_an_hour(door, clock):
    staff_id = door.employ()
    until = clock() + dt.timedelta(minutes=15)
    told = [outcome.reason for outcome in door.fail(5)]
    assert told == [Refusal.WRONG] * 4 + [Refusal.LOCKED]
    assert door.try_() == SignInRefused(Refusal.LOCKED, {"until": until})
    assert [facts for kind, _, facts in door.events() if kind is EventKind.LOCKED] == [
        {"staff": staff_id, "until": until.isoformat()}
    ]


def test_trying_a_locked_account_does_not_prolong_the_lock(door, clock):
    door.employ()
    door.fail(5)
    clock.advance(minutes=14, seconds=59)
    assert door.try_(WRONG).reason is Refusal.LOCKED
    clock.advance(seconds=1)
    assert isinstance(door.try_(), SignedIn)


def test_after_a_lock_there_are_five_tries_again(door, clock):
    door.employ()
    door.fail(5)
    clock.advance(minutes=15)
    told = [outcome.reason for outcome in door.fail(5)]
    assert told == [Refusal.WRONG] * 4 + [Refusal.LOCKED]


def test_slow_mistakes_do_not_lock(door, clock):
    door.employ()
    for _ in range(8):
        assert door.try_(WRONG).reason is Refusal.WRONG
        clock.advance(minutes=5)


def test_the_right_password_forgives_the_wrong_ones(door):
    door.employ()
    door.fail(4)
    door.try_()
    assert {outcome.reason for outcome in door.fail(4)} == {Refusal.WRONG}


def test_eight_guessers_at_once_get_five_tries(door):
    door.employ(password_hash=hash_password(RIGHT, cost=8))
    together = threading.Barrier(8)

    def guess(number):
        together.wait()
        return [door.try_(f"{WRONG}{number}") for _ in range(3)]

    with ThreadPoolExecutor(8) as guessers:
        outcomes = [outcome for some in guessers.map(guess, range(8)) for outcome in some]
    reasons = [facts.get("reason") for _, _, facts in door.events()]
    assert reasons.count("wrong_password") == 5
    assert len(outcomes) == reasons.count("wrong_password") + reasons.count("locked") == 24


def test_a_guess_whose_desk_is_switched_off_counts(door, clock):
    door.employ()
    for _ in range(5):
        with door.database.writing() as session:
            take_try(session, "sato", now=clock())
    assert door.try_().reason is Refusal.LOCKED


@pytest.mark.usefixtures("full_hashes")
def test_an_unknown_id_takes_as_long(door):
    door.employ(password_hash=hash_password(RIGHT))

    def seconds(login_id):
        began = time.thread_time()
        door.try_(WRONG, login_id)
        return time.thread_time() - began

    known, unknown = ([seconds(name) for _ in range(4)] for name in ("sato", "nobody"))
    assert statistics.median(unknown) == pytest.approx(statistics.median(known), rel=0.15)


@pytest.mark.parametrize("role", [Role.COUNTER, Role.PHONE, Role.SUPERVISOR])
def test_staff_sign_in_only_within_their_hours(door, clock, role):
    staff_id = door.employ(role=role)
    door.set("hours.staff", "8:00-18:00")
    refused = SignInRefused(Refusal.OUTSIDE_HOURS, {"hours": "8:00-18:00"})
    assert door.try_() == refused
    told = {"staff": staff_id, "reason": "outside_hours"}
    assert door.events() == [(EventKind.SIGN_IN_FAILED, None, told)]
    clock.advance(hours=14)
    assert isinstance(door.try_(), SignedIn)


def test_only_who_knows_the_password_hears_of_the_hours(door):
    door.employ()
    door.set("hours.staff", "8:00-18:00")
    assert door.try_(WRONG).reason is Refusal.WRONG


def test_an_administrator_may_sign_in_at_any_hour(door):
    door.employ(role=Role.ADMIN)
    door.set("hours.staff", "8:00-18:00")
    assert isinstance(door.try_(), SignedIn)


def test_practice_has_no_closing_time(door):
    door.employ()
    door.set("hours.staff", "8:00-18:00")
    door.set("database.fictional", "yes")
    assert isinstance(door.try_(), SignedIn)


@pytest.mark.parametrize("kind", [PasswordKind.INITIAL, PasswordKind.ONE_TIME])
def test_a_password_given_out_must_be_changed_and_expires(door, clock, kind):
    expires_at = clock() + dt.timedelta(hours=24)
    door.employ(password_kind=kind, password_expires_at=expires_at)
    assert door.try_().staff.must_change_password
    clock.advance(hours=24)
    assert door.try_() == SignInRefused(Refusal.PASSWORD_EXPIRED, {"expired_at": expires_at})


def test_a_chosen_password_never_expires(door, clock):
    door.employ(password_set_at=clock() - dt.timedelta(days=4000), password_expires_at=clock())
    assert isinstance(door.try_(), SignedIn)


def test_who_leaves_is_unknown_from_that_day_on(door, clock):
    door.employ(left_on=clock().date() + dt.timedelta(days=1))
    assert isinstance(door.try_(), SignedIn)
    clock.advance(days=1)
    assert door.try_() == SignInRefused(Refusal.WRONG)
    assert door.events()[-1][2] == {"staff": None, "reason": "unknown_id"}


def test_a_database_that_is_missing_turns_nobody_away(tmp_path, clock):
    with pytest.raises(RuleBroken) as refused:
        sign_in(f"sqlite:///{tmp_path}/no.db", "sato", RIGHT, desk="", now=clock())
    assert refused.value.code == "database.missing"


def test_a_locked_screen_opens_to_the_same_password_and_counts_wrong_ones(door, clock):
    staff_id = door.employ()
    ask = {"desk": "窓口1", "now": clock()}
    assert confirm(door.database, "sato", WRONG, **ask) == SignInRefused(Refusal.WRONG)
    assert door.row().failed_count == 1
    assert confirm(door.database, "sato", RIGHT, **ask) == staff_id
    assert door.row().failed_count == 0
    assert door.row().last_signed_in_at is None


def test_changing_a_password_needs_the_present_one(door, clock):
    door.employ(password_kind=PasswordKind.INITIAL, password_expires_at=clock())
    clock.advance(hours=-1)
    staff = door.try_().staff
    ask = {"desk": "窓口1", "now": clock()}
    new = "医王山に雪が降る朝"
    refused = change_password(door.database, staff, current=WRONG, new=new, **ask)
    assert (refused, door.row().failed_count) == (SignInRefused(Refusal.WRONG), 1)
    assert change_password(door.database, staff, current=RIGHT, new=new, **ask) is None
    assert not door.try_(new).staff.must_change_password
    changed = [event for event in door.events() if event[0] is EventKind.PASSWORD_CHANGED]
    assert changed == [
        (EventKind.PASSWORD_CHANGED, staff.id, {"staff": staff.id, "password": "own"})
    ]
