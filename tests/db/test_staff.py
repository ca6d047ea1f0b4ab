"""Accounts of those who work at the counters."""

from __future__ import annotations

import datetime as dt
import json
from functools import partial

import pytest
from sqlalchemy import func, select

from db.commands.accounts import (
    NewStaff,
    OneUse,
    create_account,
    make_one_use,
    reset_account,
    unlock_account,
)
from db.commands.audit import Actor
from db.commands.exports import record_export
from db.commands.passwords import hash_password, make_password, password_fits
from db.commands.staff import change_password, sign_out
from db.errors import RuleBroken
from db.models import AuditEvent, Office, Staff
from db.queries.staff import staff_facts
from db.rules.words import EventKind, PasswordKind, Role
from tests.factories import add_contract, add_customer, add_office, add_staff

BY = Actor(None, "窓口1")
SECRET = OneUse("never used", "none")
SUZUKI = NewStaff(
    "Suzuki", "鈴木 一", "SUZUKI Hajime", Role.ADMIN, "01", "料金センター", "Billing centre"
)


def changed(new, **more):
    kept = {name: getattr(new, name) for name in new.__slots__}
    return NewStaff(**(kept | more))


def create(database, clock, new=SUZUKI):
    with database.writing() as session:
        return create_account(session, new, secret=make_one_use(), by=BY, now=clock())


def events(database):
    with database.reading() as session:
        rows = session.execute(select(AuditEvent.kind, AuditEvent.facts).order_by(AuditEvent.id))
        return [(kind, json.loads(facts)) for kind, facts in rows]


def staff_row(database, login_id="suzuki"):
    with database.reading() as session:
        return session.scalars(select(Staff).where(Staff.login_id == login_id)).one()


def refusal(database, act):
    with pytest.raises(RuleBroken) as refused, database.writing() as session:
        act(session)
    return refused.value.code


def test_a_new_account_has_a_password_for_a_day(database, clock):
    issued = create(database, clock)
    staff = staff_row(database)
    assert (staff.id, issued.login_id) == (issued.staff_id, "suzuki")
    assert password_fits(issued.password, staff.password_hash)
    assert staff.password_kind is PasswordKind.INITIAL
    assert staff.password_expires_at == issued.expires_at == clock() + dt.timedelta(hours=24)
    assert events(database) == [(EventKind.STAFF_CREATED, {"staff": staff.id, "role": "admin"})]


def test_a_new_account_is_told_with_its_office(database, clock):
    issued = create(database, clock)
    with database.reading() as session:
        facts = staff_facts(session, issued.staff_id)
    assert (facts.name, facts.latin_name, facts.role) == ("鈴木 一", "SUZUKI Hajime", Role.ADMIN)
    assert (facts.office_name, facts.office_name_en) == ("料金センター", "Billing centre")
    assert (facts.last_signed_in_at, facts.must_change_password) == (None, True)


def test_an_office_is_made_once(database, clock):
    create(database, clock)
    create(database, clock, changed(SUZUKI, login_id="sato", office_name=""))
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Office)) == 1


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"login_id": "鈴木"}, "staff.login_id_malformed"),
        ({"login_id": ""}, "staff.login_id_malformed"),
        ({"login_id": "suzuki\0"}, "staff.login_id_malformed"),
        ({"login_id": "a" * 65}, "staff.login_id_malformed"),
        ({"name": "  "}, "text.missing"),
        ({"name": "鈴" * 61}, "text.too_long"),
        ({"name_latin": "Suzuki\u202e"}, "text.invisible"),
        ({"office_name": ""}, "office.unknown"),
        ({"office_code": "0" * 11}, "text.too_long"),
    ],
)
def test_what_cannot_be_an_account_is_refused(database, clock, more, code):
    new = changed(SUZUKI, **more)
    assert (
        refusal(database, lambda s: create_account(s, new, secret=SECRET, by=BY, now=clock()))
        == code
    )
    assert events(database) == []


@pytest.mark.parametrize("typed", ["suzuki", " SUZUKI ", "ｓｕｚｕｋｉ"])
def test_nobody_gets_somebody_elses_id(database, clock, typed):
    create(database, clock)
    new = changed(SUZUKI, login_id=typed)
    code = refusal(database, lambda s: create_account(s, new, secret=SECRET, by=BY, now=clock()))
    assert code == "staff.login_id_taken"


def test_unlocking_ends_a_lock(database, clock):
    with database.writing() as session:
        until = clock() + dt.timedelta(minutes=9)
        locked = {"failed_count": 5, "failed_since": clock(), "locked_until": until}
        staff_id = add_staff(session, "sato", **locked)
    with database.writing() as session:
        assert unlock_account(session, "Sato", by=BY, now=clock()) == staff_id
    staff = staff_row(database, "sato")
    assert (staff.failed_count, staff.failed_since, staff.locked_until) == (0, None, None)
    assert events(database) == [(EventKind.STAFF_UNLOCKED, {"staff": staff_id})]


def test_a_reset_gives_a_password_for_one_day_and_ends_a_lock(database, clock):
    with database.writing() as session:
        staff_id = add_staff(session, "sato", locked_until=clock() + dt.timedelta(minutes=9))
    with database.writing() as session:
        issued = reset_account(session, "sato", secret=make_one_use(), by=BY, now=clock())
    staff = staff_row(database, "sato")
    assert password_fits(issued.password, staff.password_hash)
    assert (staff.password_kind, staff.locked_until) == (PasswordKind.ONE_TIME, None)
    assert staff.password_expires_at == clock() + dt.timedelta(hours=24)
    told = (EventKind.PASSWORD_CHANGED, {"staff": staff_id, "password": "one_time"})
    assert events(database) == [told]


@pytest.mark.parametrize("act", [unlock_account, partial(reset_account, secret=SECRET)])
def test_who_does_not_work_here_is_told(database, clock, act):
    code = refusal(database, lambda session: act(session, "nobody", by=BY, now=clock()))
    assert code == "staff.unknown"


def change(database, clock, new, current="川の音と青い空の下"):
    with database.writing() as session:
        change_password(session, "suzuki", current=current, new=new, by=BY, now=clock())


def test_a_chosen_password_never_expires(database, clock):
    create(database, clock)
    change(database, clock, "犀川の橋を渡る風")
    staff = staff_row(database)
    assert password_fits("犀川の橋を渡る風", staff.password_hash)
    assert (staff.password_kind, staff.password_expires_at) == (PasswordKind.OWN, None)
    told = (EventKind.PASSWORD_CHANGED, {"staff": staff.id, "password": "own"})
    assert events(database)[-1] == told


@pytest.mark.parametrize(
    ("new", "code"),
    [
        ("川の音", "password.too_short"),
        ("suzuki123", "password.is_login_id"),
        ("lkjhgf87654rty", "password.predictable"),
        ("川の音と青い空の下", "password.reused"),
        ("川の音と\ud83d青い空", "password.unreadable"),
    ],
)
def test_a_password_that_will_not_do_is_refused(database, clock, new, code):
    create(database, clock)
    before = staff_row(database).password_hash
    with pytest.raises(RuleBroken) as refused:
        change(database, clock, new)
    assert refused.value.code == code
    assert staff_row(database).password_hash == before


def test_full_width_letters_do_not_make_the_present_password_new(database, clock):
    create(database, clock)
    with pytest.raises(RuleBroken) as refused:
        change(database, clock, "ｒｉｖｅｒ－ｗｉｎｄ２", current="river-wind2")
    assert refused.value.code == "password.reused"


def test_no_secret_is_in_the_audit(database, clock):
    issued = create(database, clock)
    with database.writing() as session:
        reset = reset_account(session, "suzuki", secret=make_one_use(), by=BY, now=clock())
    change(database, clock, "犀川の橋を渡る風")
    told = json.dumps(events(database), ensure_ascii=False)
    for secret in (issued.password, reset.password, "犀川", staff_row(database).password_hash):
        assert secret not in told


def test_going_home_is_recorded(database, clock):
    with database.writing() as session:
        sign_out(session, by=BY, now=clock())
    assert events(database) == [(EventKind.SIGN_OUT, {})]


def test_an_export_is_recorded_without_its_contents(database, clock):
    with database.writing() as session:
        customer_id = add_customer(session)
        contract_id = add_contract(session, customer_id)
        add_office(session)
        export = {"rows": 12, "contract_id": contract_id, "by": Actor(3, "窓口1")}
        record_export(session, "history_csv", **export, now=clock())
    with database.reading() as session:
        event = session.scalars(select(AuditEvent)).one()
    assert (event.kind, event.staff_id, event.desk) == (EventKind.EXPORTED, 3, "窓口1")
    assert (event.customer_id, event.contract_id) == (customer_id, contract_id)
    assert json.loads(event.facts) == {"what": "history_csv", "rows": 12}


def test_long_japanese_passwords_differ_to_their_last_character():
    long = "水道局の窓口で待つ人々のために" * 4
    stored = hash_password(long + "一", cost=4)
    assert password_fits(long + "一", stored)
    assert not password_fits(long + "二", stored)


@pytest.mark.parametrize("stored", [None, "", "none", "sha256:", "sha256:$2b$12$short"])
def test_what_is_no_hash_fits_nothing(stored):
    assert not password_fits("river-wind2", stored)


def test_made_up_passwords_can_be_read_out_and_never_repeat():
    made = {make_password() for _ in range(1000)}
    assert len(made) == 1000
    assert not set("01ilo") & set("".join(made))
    assert {len(password) for password in made} == {19}
