"""Unlocking, suspending, resuming; deciding on registrations; looking at a membership."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from db.commands.audit import Actor
from db.commands.member_recovery import reset_by_mail
from db.commands.member_registration import activate, refuse
from db.commands.member_states import resume, suspend, unlock
from db.commands.member_views import view_member
from db.errors import RuleBroken
from db.models import Outbox
from db.queries.members import login_id_free, member_full, pending_members
from db.rules.contact_words import Speaker
from db.rules.member_words import MailKind, MailState, MemberRefusal, MemberState, SuspensionReason
from db.rules.words import EventKind, Role
from tests.db.member_desk import MemberDesk, new_key
from tests.factories import add_contract, add_customer
from tests.member_factories import add_member
from tests.protection_factories import add_protection


@pytest.fixture
def desk(database, clock):
    return MemberDesk(database, clock, role=Role.SUPERVISOR)


def office(desk, act, member_id, **more):
    facts = {"version": desk.version(member_id), "contact_id": ..., "key": ...} | more
    return desk.do(act, member_id, **facts)


def refusal(desk, act, member_id, **more):
    facts = {"version": desk.version(member_id), "contact_id": ..., "key": ...} | more
    return desk.refused(act, member_id, **facts)


def test_a_lock_is_ended_and_told(desk, clock):
    member_id = desk.member(locked_until=clock() + dt.timedelta(minutes=10))
    done = office(desk, unlock, member_id)
    assert desk.row(member_id).locked_until is None
    assert desk.mails() == [(MailKind.UNLOCKED, "hanako@example.jp", {"receipt": done.receipt})]
    assert refusal(desk, unlock, member_id) == "member.not_locked"


def test_a_member_rests_and_goes_on(desk, clock):
    member_id = desk.member()
    office(desk, suspend, member_id, reason=SuspensionReason.OWN_REQUEST)
    facts = desk.facts()
    assert (facts.state, facts.suspension) == (
        MemberState.SUSPENDED,
        SuspensionReason.OWN_REQUEST,
    )
    assert refusal(desk, suspend, member_id, reason=SuspensionReason.MISUSE) == "member.suspended"
    office(desk, resume, member_id)
    facts = desk.facts()
    assert (facts.state, facts.suspension, facts.suspended_at) == (MemberState.ACTIVE, None, None)
    assert refusal(desk, resume, member_id) == "member.active"
    assert desk.mail_kinds() == [MailKind.SUSPENDED, MailKind.RESUMED]


def test_who_rests_for_protection_gets_no_mail_of_it(desk):
    member_id = desk.member()
    desk.do(reset_by_mail, member_id)
    office(desk, suspend, member_id, reason=SuspensionReason.PROTECTION)
    assert desk.mail_kinds() == [MailKind.ONE_TIME_PASSWORD]
    with desk.database.reading() as session:
        assert session.scalars(select(Outbox.state)).all() == [MailState.CANCELLED]


def test_nobody_protected_goes_on(desk):
    resting = {"state": MemberState.SUSPENDED, "suspension": SuspensionReason.PROTECTION}
    member_id = desk.member(**resting)
    with desk.database.writing() as session:
        add_protection(session, desk.customer_id)
    assert refusal(desk, resume, member_id) == "member.protected"


@pytest.mark.parametrize("act", [unlock, resume])
@pytest.mark.parametrize("role", [Role.COUNTER, Role.PHONE, Role.ADMIN])
def test_only_supervisors_do(desk, act, role):
    member_id = desk.member()
    desk.give_role(role)
    assert refusal(desk, act, member_id) == "permission.denied"


def test_in_a_contact_the_speaker_is_known(desk):
    member_id = desk.member()
    unknown = desk.meet(identity=None)
    facts = {"reason": SuspensionReason.OWN_REQUEST}
    refused = refusal(desk, suspend, member_id, contact_id=unknown, **facts)
    assert refused == "identity.missing"
    owner = desk.meet(identity=Speaker.OWNER)
    refused = refusal(desk, suspend, member_id, contact_id=owner, **facts)
    assert refused == "identity.not_for_this"


def test_twice_with_one_key_is_once(desk):
    member_id, key = desk.member(), new_key()
    facts = {"reason": SuspensionReason.MISUSE, "key": key}
    assert office(desk, suspend, member_id, **facts) == office(desk, suspend, member_id, **facts)


def test_a_registration_is_accepted(desk, clock):
    member_id = desk.member(state=MemberState.PENDING)
    done = office(desk, activate, member_id)
    facts = desk.facts()
    assert (facts.state, facts.activated_at) == (MemberState.ACTIVE, clock())
    assert desk.holding(desk.contract_id) == [member_id]
    assert desk.mails() == [(MailKind.REGISTERED, "hanako@example.jp", {"receipt": done.receipt})]


def test_who_has_no_password_is_mailed_one_when_accepted(desk):
    none = {"password_hash": None, "password_kind": None, "password_set_at": None}
    office(desk, activate, desk.member(state=MemberState.PENDING, **none))
    assert desk.mail_kinds() == [MailKind.REGISTERED, MailKind.ONE_TIME_PASSWORD]


def test_a_registration_is_refused_and_the_login_id_is_free(desk):
    member_id = desk.member(state=MemberState.PENDING, login_id="hanako1")
    office(desk, refuse, member_id, reason=MemberRefusal.NOT_THE_USER)
    row = desk.row(member_id)
    assert (row.state, row.refusal) == (MemberState.REFUSED, MemberRefusal.NOT_THE_USER)
    assert (row.password_hash, row.secret_answer_hash) == (None, None)
    assert desk.mail_kinds() == [MailKind.REFUSED]
    with desk.database.reading() as session:
        assert login_id_free(session, "hanako1")


def test_who_cannot_be_reached_is_refused_without_mail(desk):
    member_id = desk.member(state=MemberState.PENDING, email="no address")
    office(desk, refuse, member_id, reason=MemberRefusal.UNREACHABLE)
    assert desk.mails() == []


def test_what_was_decided_at_another_counter_is_decided(desk):
    member_id = desk.member(state=MemberState.PENDING)
    version = desk.version(member_id)
    office(desk, activate, member_id)
    assert refusal(desk, activate, member_id, version=version) == "record.changed"
    assert refusal(desk, refuse, member_id, reason=MemberRefusal.OTHER) == "record.changed"


def test_a_registration_that_cannot_be_accepted_stays(desk):
    member_id = desk.member(state=MemberState.PENDING, contract_ids=())
    assert refusal(desk, activate, member_id) == "location.none_chosen"
    theirs = desk.contract(desk.somebody())
    with desk.database.writing() as session:
        other = add_member(session, state=MemberState.PENDING, contract_ids=(theirs,))
    assert refusal(desk, activate, other) == "location.other_holder"
    assert desk.row(other).state is MemberState.PENDING


def test_of_two_registrations_accepted_at_once_one_is(desk):
    members = [
        desk.member(state=MemberState.PENDING, login_id=f"hanako{number}") for number in range(3)
    ]

    def accept(member_id):
        try:
            with desk.database.writing() as session:
                by = Actor(desk.staff_id, "窓口3")
                activate(session, member_id, version=1, by=by, now=desk.clock())
        except RuleBroken as broken:
            return broken.code
        return "active"

    with ThreadPoolExecutor(3) as windows:
        assert sorted(windows.map(accept, members)) == ["active"] + ["member.exists"] * 2
    assert len(desk.holding(desk.contract_id)) == 1


def pending(desk, **more):
    with desk.database.reading() as session:
        return pending_members(session, **more)


def test_what_waits_is_listed_oldest_first_with_what_is_wrong(desk, clock):
    with desk.database.writing() as session:
        held = add_contract(session, desk.customer_id)
        add_member(session, desk.customer_id, (held,))
        ended = add_contract(session, desk.customer_id, ended_on=dt.date(2023, 3, 31))
        theirs = add_contract(session, add_customer(session, "佐々木 健", "ササキ ケン"))
    waiting = {"state": MemberState.PENDING}
    later = desk.member(contract_ids=(held, ended, theirs), registered_at=clock(), **waiting)
    other = add_waiting(desk, email="", name="別人 太郎")
    assert [each.member_id for each in pending(desk)] == [other, later]
    first, second = pending(desk, today=clock().date())
    assert first.mismatches == (
        MemberRefusal.NOT_THE_USER,
        MemberRefusal.NUMBER_MISMATCH,
        MemberRefusal.UNREACHABLE,
    )
    assert second.mismatches == (
        MemberRefusal.NOT_THE_USER,
        MemberRefusal.FORMER_OCCUPANT,
        MemberRefusal.DUPLICATE,
    )
    assert len(second.numbers) == 3


def add_waiting(desk, **more):
    with desk.database.writing() as session:
        facts = {"state": MemberState.PENDING, "contract_ids": ()} | more
        return add_member(session, add_customer(session), **facts)


def test_nothing_is_wrong_with_an_ordinary_registration(desk):
    desk.member(state=MemberState.PENDING, name="山田　花子")
    [waiting] = pending(desk)
    assert (waiting.mismatches, waiting.email_masked) == ((), "ha***@example.jp")


def test_protected_customers_wait_for_supervisors_alone(desk):
    desk.member(state=MemberState.PENDING)
    with desk.database.writing() as session:
        add_protection(session, desk.customer_id)
    assert pending(desk) == pending(desk, role=Role.COUNTER) == ()
    assert len(pending(desk, role=Role.SUPERVISOR)) == 1


def test_looking_at_a_membership_is_recorded(desk):
    member_id = desk.member()
    facts = desk.do(view_member, desk.customer_id, key=...)
    assert facts.member_id == member_id
    told = {"contact": desk.contact_id}
    assert desk.events() == [(EventKind.MEMBER_VIEWED, desk.customer_id, told)]


def test_a_protected_customers_membership_is_hidden_whole(desk):
    desk.member()
    with desk.database.writing() as session:
        add_protection(session, desk.customer_id)
    facts = desk.do(view_member, desk.customer_id, key=...)
    assert {facts.phone_masked, facts.email_masked, facts.address_masked} == {"***"}
    desk.give_role(Role.COUNTER)
    assert desk.refused(view_member, desk.customer_id, key=...) == "customer.gone"


def test_the_form_is_filled_in_unmasked(desk):
    member_id = desk.member()
    with desk.database.reading() as session:
        form = member_full(session, member_id)
        with pytest.raises(RuleBroken):
            member_full(session, 999_999)
    assert (form.email, form.phone) == ("hanako@example.jp", "076-123-4567")
    assert (form.mails_reading, form.mails_overdue) == (True, False)
