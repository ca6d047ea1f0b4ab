"""Administrators see to all accounts, supervisors to those of their own office."""

from __future__ import annotations

import datetime as dt
import json
import threading

import pytest
from sqlalchemy import select

from db.commands import accounts, staff
from db.commands.accounts import NewStaff, OneUse
from db.commands.audit import Actor
from db.commands.staff import StaffChanges
from db.errors import RuleBroken
from db.models import AuditEvent, Staff
from db.queries.staff_accounts import office_of, offices, staff_list
from db.rules.words import EventKind, PasswordKind, Role
from tests.factories import add_office, add_staff

NOW = dt.datetime(2024, 9, 18, 1, 0, tzinfo=dt.UTC)
TODAY = dt.date(2024, 9, 18)
TANAKA = NewStaff("tanaka", "田中 恵", "TANAKA Megumi", Role.PHONE, "01", "センター", "Centre")


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(staff, "make_one_use", lambda: OneUse("once-only", "hash"))


@pytest.fixture
def writing(database):
    with database.writing() as session:
        yield session


@pytest.fixture
def here(writing):
    return add_office(writing, code="01")


@pytest.fixture
def there(writing):
    return add_office(writing, "検針センター", code="02")


def actor(session, role, office_id, login_id=None):
    return Actor(add_staff(session, login_id, role=role, office_id=office_id), "事務室")


@pytest.fixture
def admin(writing, here):
    return actor(writing, Role.ADMIN, here, "admin")


@pytest.fixture
def supervisor(writing, here):
    return actor(writing, Role.SUPERVISOR, here, "boss")


def as_is(session, staff_id, **more):
    row = session.get(Staff, staff_id)
    facts = {name: getattr(row, name) for name in ("name", "name_latin", "role", "office_id")}
    return StaffChanges(**(facts | more))


def change(session, staff_id, by, *, version=1, **more):
    changes = as_is(session, staff_id, **more)
    staff.change_staff(session, staff_id, changes, version=version, by=by, now=NOW)
    session.flush()


def refused(act, *args, **more):
    with pytest.raises(RuleBroken) as broken:
        act(*args, **more)
    return broken.value.code


def events(session):
    rows = session.execute(select(AuditEvent.kind, AuditEvent.facts).order_by(AuditEvent.id))
    return [(kind, json.loads(facts)) for kind, facts in rows]


def test_an_administrator_makes_an_account(writing, admin):
    issued = staff.create_staff(writing, TANAKA, by=admin, now=NOW)
    assert (issued.login_id, issued.password) == ("tanaka", "once-only")
    made = writing.get(Staff, issued.staff_id)
    assert (made.password_kind, made.role) == (PasswordKind.INITIAL, Role.PHONE)
    assert "once-only" not in repr(issued)


@pytest.mark.parametrize("role", [Role.COUNTER, Role.PHONE, Role.SUPERVISOR])
def test_nobody_else_makes_accounts(writing, here, role):
    by = actor(writing, role, here)
    code = refused(staff.create_staff, writing, TANAKA, by=by, now=NOW)
    assert code == "permission.denied"


def every_act(session, staff_id, by):
    """What can be done to somebody's account, act by act."""
    login_id = session.get(Staff, staff_id).login_id
    doing = {"by": by, "now": NOW}
    yield lambda: change(session, staff_id, by, name="改名 太郎")
    yield lambda: staff.unlock_staff(session, login_id, **doing)
    yield lambda: staff.reset_password(session, login_id, **doing)
    version = session.get(Staff, staff_id).version
    yield lambda: staff.disable_staff(session, staff_id, version=version, **doing)


@pytest.mark.parametrize("role", [Role.COUNTER, Role.PHONE])
def test_clerks_touch_no_account(writing, here, role):
    by, other = actor(writing, role, here), add_staff(writing, office_id=here)
    for act in every_act(writing, other, by):
        assert refused(act) == "permission.denied"


def test_a_supervisor_sees_to_their_own_office_alone(writing, supervisor, here, there):
    for other in (
        add_staff(writing, office_id=there),
        add_staff(writing, office_id=here, role=Role.ADMIN),
    ):
        for act in every_act(writing, other, supervisor):
            assert refused(act) == "permission.denied"
    assert events(writing) == []
    own = add_staff(writing, office_id=here)
    change(writing, own, supervisor, name="改名 太郎")
    login_id = writing.get(Staff, own).login_id
    staff.unlock_staff(writing, login_id, by=supervisor, now=NOW)
    staff.reset_password(writing, login_id, by=supervisor, now=NOW)
    writing.flush()
    version = writing.get(Staff, own).version
    staff.disable_staff(writing, own, version=version, by=supervisor, now=NOW)
    assert writing.get(Staff, own).left_on == TODAY
    assert [kind for kind, _ in events(writing)] == [
        EventKind.STAFF_CHANGED,
        EventKind.STAFF_UNLOCKED,
        EventKind.PASSWORD_CHANGED,
        EventKind.STAFF_DISABLED,
    ]


def test_a_supervisor_makes_nobody_an_administrator_and_gives_nobody_away(
    writing, supervisor, here, there
):
    own = add_staff(writing, office_id=here)
    for more in ({"role": Role.ADMIN}, {"office_id": there}):
        assert refused(change, writing, own, supervisor, **more) == "permission.denied"
    change(writing, own, supervisor, role=Role.PHONE)
    told = {"fields": "role", "office": here, "role": "phone", "staff": own}
    assert events(writing) == [(EventKind.STAFF_CHANGED, told)]


def test_an_administrator_moves_people_between_offices(writing, admin, here, there):
    somebody = add_staff(writing, office_id=here)
    change(writing, somebody, admin, office_id=there, role=Role.SUPERVISOR)
    assert office_of(writing, somebody) == there
    code = refused(change, writing, somebody, admin, version=2, office_id=404)
    assert code == "office.unknown"


def test_nothing_changed_leaves_no_event(writing, admin, here):
    change(writing, add_staff(writing, office_id=here), admin)
    assert events(writing) == []


def test_nobody_closes_or_promotes_or_resets_their_own_account(writing, admin, supervisor):
    for by, login_id in ((admin, "admin"), (supervisor, "boss")):
        me = by.staff_id
        doing = {"by": by, "now": NOW}
        assert refused(staff.disable_staff, writing, me, version=1, **doing) == "staff.yourself"
        assert refused(change, writing, me, by, role=Role.COUNTER) == "staff.yourself"
        assert refused(staff.reset_password, writing, login_id, **doing) == "staff.yourself"
        change(writing, me, by, name="改名 太郎")


def test_the_last_administrator_stays(writing, here, admin):
    other = actor(writing, Role.ADMIN, here, "other")
    doing = {"version": 1, "now": NOW}
    staff.disable_staff(writing, admin.staff_id, by=other, **doing)
    writing.flush()
    # whose account was closed closes no other, though their window is still open
    code = refused(staff.disable_staff, writing, other.staff_id, by=admin, **doing)
    assert code == "permission.denied"


def test_two_administrators_do_not_close_each_other_at_once(database):
    with database.writing() as session:
        office_id = add_office(session)
        one, two = (actor(session, Role.ADMIN, office_id) for _ in range(2))
    codes, ready = [], threading.Barrier(2)

    def close(by, other):
        ready.wait()
        try:
            with database.writing() as session:
                staff.disable_staff(session, other.staff_id, version=1, by=by, now=NOW)
            codes.append("done")
        except RuleBroken as broken:
            codes.append(broken.code)

    threads = [threading.Thread(target=close, args=pair) for pair in ((one, two), (two, one))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as session:
        left = session.scalars(select(Staff.left_on)).all()
    assert sorted(left, key=str) == [TODAY, None]
    assert codes.count("done") == 1


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"name": " "}, "text.missing"),
        ({"name": "名" * 61}, "text.too_long"),
        ({"name_latin": "A\u202e"}, "text.invisible"),
        ({"version": 2}, "record.changed"),
    ],
)
def test_what_cannot_be_is_refused(writing, admin, here, more, code):
    somebody = add_staff(writing, office_id=here)
    assert refused(change, writing, somebody, admin, **more) == code
    changes = as_is(writing, somebody)
    doing = {"version": 1, "by": admin, "now": NOW}
    assert refused(staff.change_staff, writing, 404, changes, **doing) == "staff.unknown"


def test_accounts_are_listed_by_office_those_that_are_closed_last(writing, here, there):
    locked = NOW + dt.timedelta(minutes=9)
    b = add_staff(writing, "b", office_id=here, locked_until=locked)
    a = add_staff(writing, "a", office_id=there, password_kind=PasswordKind.ONE_TIME)
    gone = add_staff(writing, "0", office_id=here, left_on=TODAY)
    lines = staff_list(writing, office_id=None)
    assert [line.staff_id for line in lines] == [b, a, gone]
    assert [line.must_change_password for line in lines] == [False, True, False]
    assert (lines[0].locked_until, lines[1].office_name, lines[2].left_on) == (
        locked,
        "検針センター",
        TODAY,
    )
    assert [line.staff_id for line in staff_list(writing, office_id=here)] == [b, gone]
    assert [(one.office_id, one.code) for one in offices(writing)] == [(here, "01"), (there, "02")]
    assert refused(office_of, writing, 404) == "staff.unknown"


def test_the_machines_owner_needs_no_right(writing):
    secret = OneUse("once-only", "hash")
    by = Actor(None, "mizumado-db")
    assert accounts.create_account(writing, TANAKA, secret=secret, by=by, now=NOW).staff_id
    assert refused(staff.create_staff, writing, TANAKA, by=by, now=NOW) == "permission.denied"
