"""What somebody who was known may be told, in which contact, and on whose word."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.commands.audit import Actor
from db.commands.contacts import WrapUp, finish, keep_contact, park
from db.commands.identity_checks import (
    override_identity,
    written_request,
)
from db.models import Contact, IdentityCheck, Staff
from db.queries.contacts import contact_facts
from db.rules.contact_words import (
    Channel,
    CheckMethod,
    CheckResult,
    Disclosure,
    FollowUpBy,
    Speaker,
)
from db.rules.words import EventKind, Role
from tests.contact_factories import add_contact, add_identity_check
from tests.db.contact_help import COUNTER, events, refused, unknown
from tests.factories import add_customer, add_staff
from tests.protection_factories import add_protection


@pytest.mark.parametrize(
    ("speaker", "disclosure", "may"),
    [
        (Speaker.USER, Disclosure.MEMBERSHIP, True),
        (Speaker.CO_RESIDENT, Disclosure.CONTACT_DETAILS, True),
        (Speaker.CO_RESIDENT, Disclosure.MEMBERSHIP, False),
        (Speaker.OWNER, Disclosure.BILLS, False),
        (Speaker.ADDRESSEE, Disclosure.BILLS, True),
    ],
)
def test_the_part_somebody_plays_opens_what_belongs_to_it(
    database, contact_id, known, speaker, disclosure, may
):
    with database.writing() as session:
        add_identity_check(session, contact_id, speaker=speaker)
    if may:
        assert known(disclosure).speaker is speaker
    else:
        told = unknown(known, "identity.not_for_this", disclosure=disclosure)
        assert told == {"speaker": speaker}


def test_who_was_known_is_known_in_this_contact_alone(
    database, act, contact_id, customer_id, by, known
):
    with database.writing() as session:
        add_identity_check(session, contact_id)
        another = add_contact(session, staff_id=by.staff_id, customer_id=customer_id)
        somebody_else = add_customer(session)
        colleague = Actor(add_staff(session), "窓口4")
    unknown(known, "identity.missing", contact=another)
    unknown(known, "identity.missing", customer=somebody_else)
    unknown(known, "permission.denied", by=colleague)
    unknown(known, "contact.gone", contact=404)
    act(park, contact_id)
    unknown(known, "contact.parked")
    act(finish, contact_id, wrap_up=COUNTER)
    unknown(known, "contact.ended")


def test_a_supervisor_takes_the_word_of_a_clerk(database, act, contact_id, known, supervisor):
    why = {"speaker": Speaker.USER, "reason": " 長年の\r\n顔見知り ", "supervisor": supervisor}
    found = act(override_identity, contact_id, **why)
    assert (found.method, found.result) == (CheckMethod.OVERRIDE, CheckResult.PASSED)
    assert known() == found
    kind, told = events(database)[-1]
    assert kind is EventKind.IDENTITY_OVERRIDDEN
    assert (told["supervisor"], told["reason"]) == (supervisor.staff_id, "長年の\n顔見知り")
    with database.reading() as session:
        check = session.scalars(select(IdentityCheck)).one()
        assert (check.staff_id, check.reason) == (supervisor.staff_id, "長年の\n顔見知り")


def test_an_override_needs_a_supervisor_and_a_reason(database, act, contact_id, by, supervisor):
    why = {"speaker": Speaker.USER, "reason": "顔見知り", "supervisor": supervisor}
    for change, code in (
        ({"supervisor": by}, "permission.denied"),
        ({"reason": " \n "}, "identity.reason_missing"),
        ({"reason": "理" * 501}, "text.too_long"),
        ({"reason": "\u200b理"}, "text.invisible"),
        ({"speaker": Speaker.THIRD_PARTY}, "identity.third_party_in_writing"),
    ):
        refused(act, override_identity, contact_id, **(why | change), code=code)
    with database.writing() as session:
        session.get(Staff, supervisor.staff_id).role = Role.COUNTER
    refused(act, override_identity, contact_id, **why, code="permission.denied")
    with database.reading() as session:
        assert session.scalars(select(IdentityCheck)).all() == []


def test_a_third_party_is_left_to_a_supervisor_in_writing(database, act, contact_id, known):
    act(keep_contact, contact_id, wrap_up=WrapUp(Channel.PHONE, memo="家主と名乗る"))
    act(written_request, contact_id, memo="使用者の転居先を知りたい")
    with database.reading() as session:
        contact = contact_facts(session, contact_id)
    assert contact.memo == "家主と名乗る\n使用者の転居先を知りたい"
    assert contact.follow_up_by is FollowUpBy.SUPERVISOR
    assert contact.follow_up_on == dt.date(2024, 9, 18)
    assert contact.identity.speaker is Speaker.THIRD_PARTY
    unknown(known, "identity.missing")
    assert events(database)[-1][1]["in_writing"] == 1


@pytest.mark.parametrize(
    ("speaker", "channel", "method", "code"),
    [
        (Speaker.AGENT, Channel.COUNTER, CheckMethod.DOCUMENT, "identity.no_agents_when_protected"),
        (Speaker.USER, Channel.PHONE, CheckMethod.QUESTIONS, "identity.no_phone_when_protected"),
        (Speaker.USER, Channel.COUNTER, CheckMethod.DOCUMENT, None),
        (Speaker.AGENT, Channel.PHONE, CheckMethod.OVERRIDE, None),
    ],
)
def test_who_was_known_before_the_customer_was_protected_is_asked_anew(
    database, contact_id, customer_id, known, speaker, channel, method, code
):
    with database.writing() as session:
        add_identity_check(session, contact_id, speaker=speaker, method=method)
        session.get(Contact, contact_id).channel = channel
    assert known().speaker is speaker
    with database.writing() as session:
        add_protection(session, customer_id)
    if code is None:
        assert known().speaker is speaker
    else:
        unknown(known, code)
