"""A supervisor protects a customer, renews it in time and ends it; clerks cannot."""

from __future__ import annotations

import datetime as dt
import json
import uuid

import pytest
from sqlalchemy import select

from db.commands import protections
from db.commands.audit import Actor
from db.errors import RuleBroken
from db.models import AuditEvent, Member, MemberContract, Outbox, Protection
from db.queries.protections import is_protected, protection_of
from db.rules.contact_words import ProtectionSource
from db.rules.member_words import MailKind, MailState, MemberState, SuspensionReason
from db.rules.words import EventKind, Role
from tests.factories import add_contract, add_customer, add_staff
from tests.mail_factories import add_mailed_member

TODAY = dt.date(2024, 9, 18)
NOW = dt.datetime(2024, 9, 18, 1, 0, tzinfo=dt.UTC)
UNTIL = dt.date(2025, 9, 17)


@pytest.fixture
def writing(database):
    with database.writing() as session:
        yield session


@pytest.fixture
def supervisor(writing):
    return Actor(add_staff(writing, role=Role.SUPERVISOR), "事務室")


@pytest.fixture
def customer_id(writing):
    return add_customer(writing)


def begin(session, customer_id, by, **more):
    facts = {
        "source": ProtectionSource.SUPPORT_MEASURE,
        "counterparty": " 元配偶者 ",
        "from_on": TODAY,
        "to_on": UNTIL,
        "note": "市役所から\r\n通知",
        "key": str(uuid.uuid4()),
    }
    return protections.begin(session, customer_id, **(facts | more), by=by, now=NOW)


def member_with(session, contract_ids, **more):
    member_id = add_mailed_member(session, **more)
    for contract_id in contract_ids:
        held = MemberContract(member_id=member_id, contract_id=contract_id, held_from=NOW)
        session.add(held)
    mail = {"kind": MailKind.CHANGED, "language": "ja", "to_address": "a@example.jp", "facts": "{}"}
    times = {"queued_at": NOW, "due_at": NOW}
    session.add(Outbox(member_id=member_id, state=MailState.QUEUED, **mail, **times))
    session.flush()
    return member_id


def events(session):
    kinds = select(AuditEvent.kind, AuditEvent.customer_id, AuditEvent.facts)
    found = session.execute(kinds.order_by(AuditEvent.id)).all()
    return [(kind, customer_id, json.loads(facts)) for kind, customer_id, facts in found]


def test_a_protection_is_kept_with_why_and_until_when(writing, supervisor, customer_id):
    protection_id = begin(writing, customer_id, supervisor)
    facts = protection_of(writing, customer_id, today=TODAY)
    assert (facts.protection_id, facts.counterparty, facts.to_on) == (
        protection_id,
        "元配偶者",
        UNTIL,
    )
    assert facts.note == "市役所から\n通知"
    told = {"source": "support_measure", "to_on": "2025-09-17"}
    assert events(writing) == [(EventKind.PROTECTION_BEGUN, customer_id, told)]


def test_every_membership_that_touches_their_contracts_rests_without_mail(
    writing, supervisor, customer_id
):
    contract_id = add_contract(writing, customer_id)
    own = member_with(writing, [], customer_id=customer_id)
    shared = member_with(writing, [contract_id])
    strangers = member_with(writing, [add_contract(writing)])
    given_up = member_with(writing, [])
    gone = {"held_from": NOW, "held_to": NOW}
    writing.add(MemberContract(member_id=given_up, contract_id=contract_id, **gone))

    begin(writing, customer_id, supervisor)
    states = {one.id: (one.state, one.suspension) for one in writing.scalars(select(Member))}
    rests = (MemberState.SUSPENDED, SuspensionReason.PROTECTION)
    assert [states[one] for one in (own, shared)] == [rests, rests]
    assert [states[one] for one in (strangers, given_up)] == [(MemberState.ACTIVE, None)] * 2
    mails = dict(writing.execute(select(Outbox.member_id, Outbox.state)).all())
    assert mails == {
        own: MailState.CANCELLED,
        shared: MailState.CANCELLED,
        strangers: MailState.QUEUED,
        given_up: MailState.QUEUED,
    }
    kinds = [kind for kind, _, _ in events(writing)]
    assert kinds == [EventKind.PROTECTION_BEGUN, *[EventKind.MEMBER_SUSPENDED] * 2]


def test_a_membership_that_waits_or_rested_before_gets_no_mail_either(
    writing, supervisor, customer_id
):
    misused = {"state": MemberState.SUSPENDED, "suspension": SuspensionReason.MISUSE}
    resting = member_with(writing, [add_contract(writing, customer_id)], **misused)
    waiting = member_with(writing, [], customer_id=customer_id, state=MemberState.PENDING)
    begin(writing, customer_id, supervisor)
    assert set(writing.scalars(select(Outbox.state))) == {MailState.CANCELLED}
    assert writing.get(Member, resting).suspension is SuspensionReason.MISUSE
    assert writing.get(Member, waiting).state is MemberState.PENDING


def test_sending_the_form_twice_protects_once(writing, supervisor, customer_id):
    key = str(uuid.uuid4())
    first = begin(writing, customer_id, supervisor, key=key)
    assert begin(writing, customer_id, supervisor, key=key) == first
    with pytest.raises(RuleBroken, match=r"protection\.exists"):
        begin(writing, customer_id, supervisor)


@pytest.mark.parametrize("role", [Role.COUNTER, Role.PHONE, Role.ADMIN])
def test_nobody_but_a_supervisor_protects(writing, customer_id, role):
    by = Actor(add_staff(writing, role=role), "窓口3")
    with pytest.raises(RuleBroken, match=r"permission\.denied"):
        begin(writing, customer_id, by)
    with pytest.raises(RuleBroken, match=r"permission\.denied"):
        protections.end(writing, 1, version=1, reason="x", by=by, now=NOW)
    with pytest.raises(RuleBroken, match=r"permission\.denied"):
        protections.review(writing, 1, version=1, to_on=UNTIL, by=by, now=NOW)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"to_on": TODAY - dt.timedelta(days=1), "from_on": dt.date(2024, 4, 1)}, "span.past"),
        ({"to_on": TODAY, "from_on": UNTIL}, "span.ends_before_start"),
        ({"to_on": dt.date(2300, 1, 1)}, "span.unusable_day"),
        ({"from_on": dt.date(1850, 1, 1)}, "span.unusable_day"),
        ({"counterparty": "元" * 201}, "text.too_long"),
        ({"counterparty": "元\u202e"}, "text.invisible"),
        ({"note": "\0"}, "text.unreadable"),
    ],
)
def test_what_cannot_be_kept_protects_nobody(writing, supervisor, customer_id, more, code):
    with pytest.raises(RuleBroken) as refused:
        begin(writing, customer_id, supervisor, **more)
    assert refused.value.code == code
    assert not is_protected(writing, customer_id)


def test_who_is_gone_is_not_protected(writing, supervisor):
    with pytest.raises(RuleBroken, match=r"customer\.gone"):
        begin(writing, 404, supervisor)


def test_a_review_keeps_it_longer(writing, supervisor, customer_id):
    protection_id = begin(writing, customer_id, supervisor, to_on=TODAY)
    later = dt.date(2026, 3, 31)
    protections.review(writing, protection_id, version=1, to_on=later, by=supervisor, now=NOW)
    facts = protection_of(writing, customer_id, today=TODAY)
    assert (facts.to_on, facts.reviewed_at, facts.review_due) == (later, NOW, False)
    with pytest.raises(RuleBroken, match=r"record\.changed"):
        protections.review(writing, protection_id, version=1, to_on=UNTIL, by=supervisor, now=NOW)
    assert events(writing)[-1] == (
        EventKind.PROTECTION_REVIEWED,
        customer_id,
        {"to_on": "2026-03-31"},
    )


def test_it_ends_with_a_reason_and_the_memberships_go_on_resting(writing, supervisor, customer_id):
    own = member_with(writing, [], customer_id=customer_id)
    protection_id = begin(writing, customer_id, supervisor)
    ending = {"version": 1, "by": supervisor, "now": NOW}
    with pytest.raises(RuleBroken, match=r"text\.missing"):
        protections.end(writing, protection_id, reason=" ", **ending)
    protections.end(writing, protection_id, reason="本人の申出", **ending)
    writing.flush()
    assert not is_protected(writing, customer_id)
    assert writing.get(Member, own).state is MemberState.SUSPENDED
    ended = writing.get(Protection, protection_id)
    assert (ended.ended_at, ended.ended_by) == (NOW, supervisor.staff_id)
    with pytest.raises(RuleBroken, match=r"record\.changed"):
        protections.end(writing, protection_id, reason="本人の申出", **(ending | {"version": 2}))
    with pytest.raises(RuleBroken, match=r"protection\.gone"):
        protections.end(writing, 404, reason="本人の申出", **ending)
    # it can begin again
    begin(writing, customer_id, supervisor)
