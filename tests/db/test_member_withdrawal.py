"""Leaving the portal, and what is kept of it."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from sqlalchemy import func, select, update

from db.commands.member_changes import Changes, change_member
from db.commands.member_recovery import reset_by_mail
from db.commands.member_withdrawal import ERASED_LOGIN_ID, erase_due, withdraw
from db.models import MemberContract, Outbox, PasswordHistory
from db.rules.member_words import (
    MailKind,
    MailState,
    MemberState,
    SuspensionReason,
    WithdrawalReason,
)
from db.rules.words import EventKind, Role
from tests.db.member_desk import MemberDesk, new_key
from tests.factories import add_bill
from tests.member_factories import PASSWORD_HASH, add_former_password

PERSONAL = ("name", "kana", "phone", "address", "email")


@pytest.fixture
def desk(database, clock):
    return MemberDesk(database, clock)


def leave(desk, member_id, **more):
    facts = {
        "version": desk.version(member_id),
        "reason": WithdrawalReason.MOVING,
        "explained": True,
    } | more
    return desk.do(withdraw, member_id, **facts)


def refusal(desk, member_id, **more):
    facts = {"reason": WithdrawalReason.MOVING, "explained": True} | more
    facts.setdefault("version", desk.version(member_id))
    return desk.refused(withdraw, member_id, **facts)


def count(desk, table):
    with desk.database.reading() as session:
        return session.scalar(select(func.count(table.id)))


def test_who_leaves_is_erased_at_once_where_nothing_is_kept(desk, clock):
    member_id = desk.member()
    with desk.database.writing() as session:
        add_former_password(session, member_id, PASSWORD_HASH)
    done = leave(desk, member_id)
    assert (done.erased, done.kept_until, done.documents_owed) == (True, None, 0)
    row = desk.row(member_id)
    assert (row.state, row.withdrawn_at) == (MemberState.WITHDRAWN, clock())
    assert [getattr(row, name) for name in PERSONAL] == [""] * len(PERSONAL)
    secrets = (row.password_hash, row.secret_question, row.secret_answer_hash, row.postal_code)
    assert (row.login_id, *secrets) == (ERASED_LOGIN_ID, None, None, None, None)
    assert count(desk, PasswordHistory) == 0


def test_the_address_that_was_is_told(desk):
    done = leave(desk, desk.member())
    assert desk.mails() == [(MailKind.WITHDRAWN, "hanako@example.jp", {"receipt": done.receipt})]


def test_mail_that_was_still_waiting_is_taken_back(desk):
    member_id = desk.member()
    desk.do(reset_by_mail, member_id)
    leave(desk, member_id)
    with desk.database.reading() as session:
        waiting = session.scalars(select(Outbox.kind).where(Outbox.state == MailState.QUEUED))
        assert list(waiting) == [MailKind.WITHDRAWN]


def test_a_bureau_may_keep_what_it_has_for_some_days(desk, clock):
    desk.set("members.keep_withdrawn_days", "30")
    member_id = desk.member(login_id="hanako1")
    done = leave(desk, member_id)
    assert (done.erased, done.kept_until) == (False, dt.date(2024, 10, 18))
    assert desk.row(member_id).email == "hanako@example.jp"
    clock.now = dt.datetime(2024, 10, 17, 23, 59, tzinfo=clock.now.tzinfo)
    assert purge(desk) == 0
    clock.advance(minutes=1)
    assert purge(desk) == 1
    assert desk.row(member_id).email == ""


def purge(desk):
    with desk.database.writing() as session:
        return erase_due(session, desk.clock())


def test_mail_to_who_left_is_removed_once_it_is_sent(desk):
    member_id = desk.member()
    leave(desk, member_id)
    assert (purge(desk), count(desk, Outbox)) == (0, 1)
    with desk.database.writing() as session:
        session.execute(update(Outbox).values(state=MailState.SENT))
    assert (purge(desk), count(desk, Outbox)) == (1, 0)
    assert purge(desk) == 0
    assert desk.row(member_id).login_id == ERASED_LOGIN_ID


def test_who_left_may_register_again_with_the_same_login_id(desk):
    leave(desk, desk.member(login_id="hanako1"))
    done = desk.register()
    assert desk.holding(desk.contract_id) == [done.member_id]
    assert desk.facts().member_id == done.member_id
    leave(desk, done.member_id)
    assert desk.register().state is MemberState.ACTIVE


def test_the_card_shows_the_last_membership_of_who_left(desk):
    member_id = desk.member()
    leave(desk, member_id)
    facts = desk.facts()
    assert (facts.member_id, facts.state) == (member_id, MemberState.WITHDRAWN)
    assert (facts.contracts, facts.email_masked) == ((), "")


def test_bills_not_paid_yet_are_papers_still_owed(desk, clock):
    with desk.database.writing() as session:
        add_bill(session, desk.contract_id, dt.date(2024, 7, 1), paid_on=dt.date(2024, 7, 20))
        add_bill(session, desk.contract_id, dt.date(2024, 9, 1))
    assert leave(desk, desk.member()).documents_owed == 1


def test_what_happens_next_is_explained_first(desk):
    member_id = desk.member()
    assert refusal(desk, member_id, explained=False) == "withdrawal.not_explained"
    assert desk.row(member_id).state is MemberState.ACTIVE


@pytest.mark.parametrize("days", [0, 30])
def test_leaving_twice_with_one_key_is_leaving_once(desk, days):
    desk.set("members.keep_withdrawn_days", str(days))
    member_id, key = desk.member(), new_key()
    first = leave(desk, member_id, key=key)
    assert leave(desk, member_id, key=key) == first
    assert len(desk.events(EventKind.MEMBER_WITHDRAWN)) == 1


def test_who_left_at_another_counter_has_left(desk):
    member_id = desk.member()
    leave(desk, member_id)
    assert refusal(desk, member_id) == "record.changed"


def test_a_change_at_another_counter_is_noticed(desk):
    member_id = desk.member()
    version = desk.version(member_id)
    desk.do(change_member, member_id, Changes(mails_reading=False), version=version)
    assert refusal(desk, member_id, version=version) == "record.changed"


def test_the_audit_knows_why_and_no_value(desk):
    leave(desk, desk.member())
    [(_, customer_id, facts)] = desk.events(EventKind.MEMBER_WITHDRAWN)
    assert (customer_id, facts["reason"]) == (desk.customer_id, "moving")
    assert "hanako" not in json.dumps(facts)


def test_who_rests_for_protection_leaves_without_mail(desk):
    resting = {"state": MemberState.SUSPENDED, "suspension": SuspensionReason.PROTECTION}
    assert leave(desk, desk.member(**resting)).erased
    assert desk.mails() == []


def test_who_waits_for_a_decision_may_leave_too(desk):
    leave(desk, desk.member(state=MemberState.PENDING))
    assert count(desk, MemberContract) == 0


def test_an_address_that_is_none_is_no_hindrance(desk):
    assert leave(desk, desk.member(email="")).erased
    assert desk.mails() == []


def test_a_right_taken_away_while_the_form_is_open_counts(desk):
    member_id = desk.member()
    desk.give_role(Role.ADMIN)
    assert refusal(desk, member_id) == "permission.denied"


def test_a_setting_nobody_can_read_is_named(desk):
    desk.set("members.keep_withdrawn_days", "soon")
    assert refusal(desk, desk.member()) == "setting.unreadable"
