"""A clerk serves, parks, takes up again and finishes; nobody does it for them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.commands.contacts import (
    FURTHEST,
    WrapUp,
    finish,
    keep_contact,
    park,
    start_contact,
    wrong_opening,
)
from db.commands.drafts import keep_draft
from db.errors import RuleBroken
from db.models import Contact
from db.queries.contacts import acts_of, contact_facts, contact_history, unfinished
from db.queries.drafts import drafts_of
from db.rules.contact_words import Channel, CheckResult, ContactState, FollowUpBy, Topic
from db.rules.member_words import Procedure
from db.rules.words import EventKind, Role
from tests.contact_factories import STARTED as NOW
from tests.contact_factories import add_contact, add_identity_check
from tests.db.contact_help import COUNTER, events, parked_already, refused
from tests.factories import add_contract, add_staff
from tests.protection_factories import add_protection

TODAY = dt.date(2024, 9, 18)
LATER = NOW + dt.timedelta(minutes=7)


def test_a_contact_begins_open_and_on_record(database, contact_id, customer_id, by, facts):
    contact = facts()
    assert (contact.state, contact.channel) == (ContactState.OPEN, Channel.PHONE)
    assert (contact.customer_id, contact.customer_name) == (customer_id, "山田 花子")
    assert (contact.staff_id, contact.staff_name) == (by.staff_id, "佐藤 次郎")
    assert (contact.started_at, contact.ended_at, contact.identity) == (NOW, None, None)
    begun = {"contact": contact_id, "channel": "phone"}
    assert events(database) == [(EventKind.CONTACT_STARTED, begun)]


def test_what_is_typed_is_kept_and_finished_with(database, act, contact_id, contract_id, facts):
    first = WrapUp(Channel.PHONE, contract_id, Topic.LEAK_SUSPECTED, "水が\r\n止まらない\t台所")
    act(keep_contact, contact_id, wrap_up=first)
    assert facts().memo == "水が\n止まらない 台所"
    last = WrapUp(
        Channel.COUNTER,
        contract_id,
        Topic.METER,
        "検針係へ",
        follow_up_on=TODAY,
        transferred_to=" 給水\n装置課 ",
    )
    act(finish, contact_id, wrap_up=last)
    contact = facts()
    assert (contact.state, contact.ended_at) == (ContactState.FINISHED, LATER)
    assert (contact.channel, contact.topic) == (Channel.COUNTER, Topic.METER)
    assert (contact.contract_id, contact.memo) == (contract_id, "検針係へ")
    # nobody was named for the follow-up: it is the clerk's own
    assert (contact.follow_up_on, contact.follow_up_by) == (TODAY, FollowUpBy.STAFF)
    assert contact.transferred_to == "給水 装置課"
    kinds = [kind for kind, _ in events(database)[1:]]
    assert kinds == [EventKind.CONTACT_FINISHED, EventKind.TRANSFERRED]
    assert "検針係へ" not in str(events(database))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"memo": "水" * 4001}, "text.too_long"),
        ({"memo": "a\0b"}, "text.unreadable"),
        ({"memo": "\u202e"}, "text.invisible"),
        ({"transferred_to": "課" * 61}, "text.too_long"),
        ({"transferred_to": "課\x07"}, "text.control"),
        ({"contract_id": 404}, "contract.gone"),
        ({"follow_up_on": TODAY - dt.timedelta(days=1)}, "contact.follow_up_past"),
        ({"follow_up_on": TODAY + FURTHEST + dt.timedelta(days=1)}, "contact.follow_up_far"),
        ({"follow_up_on": dt.date.max}, "contact.follow_up_far"),
    ],
)
@pytest.mark.parametrize("command", [keep_contact, finish])
def test_what_cannot_be_noted_leaves_everything_as_it_was(
    act, contact_id, facts, command, change, code
):
    act(keep_contact, contact_id, wrap_up=WrapUp(Channel.PHONE, memo="前のまま"))
    before = facts()
    refused(act, command, contact_id, wrap_up=WrapUp(Channel.POST, **change), code=code)
    assert facts() == before


def test_the_longest_memo_fits_and_an_empty_one_does(act, contact_id, facts):
    act(keep_contact, contact_id, wrap_up=WrapUp(Channel.PHONE, memo="𠮷" * 4000))
    assert len(facts().memo) == 4000
    act(keep_contact, contact_id, wrap_up=WrapUp(Channel.PHONE))
    assert facts().memo == ""


def test_another_customers_contract_is_not_noted(database, act, contact_id):
    with database.writing() as session:
        elsewhere = add_contract(session)
    wrap_up = WrapUp(Channel.PHONE, elsewhere)
    refused(act, keep_contact, contact_id, wrap_up=wrap_up, code="contract.gone")


def test_a_follow_up_that_became_past_is_kept_but_not_finished_with(act, contact_id):
    wrap_up = WrapUp(Channel.PHONE, follow_up_on=TODAY)
    act(keep_contact, contact_id, wrap_up=wrap_up)
    tomorrow = NOW + dt.timedelta(days=1)
    act(keep_contact, contact_id, wrap_up=wrap_up, now=tomorrow)
    code = "contact.follow_up_past"
    refused(act, finish, contact_id, wrap_up=wrap_up, now=tomorrow, code=code)


def test_a_day_ends_at_midnight_in_japan(act, contact_id):
    wrap_up = WrapUp(Channel.PHONE, follow_up_on=TODAY)
    before = dt.datetime(2024, 9, 18, 14, 59, tzinfo=dt.UTC)
    act(keep_contact, contact_id, wrap_up=wrap_up, now=before)
    after = before + dt.timedelta(minutes=1)
    refused(act, finish, contact_id, wrap_up=wrap_up, now=after, code="contact.follow_up_past")


def test_water_cut_needs_no_customer(database, by, act):
    with database.writing() as session:
        nobody = {"customer_id": None, "contract_id": None, "channel": Channel.PHONE}
        contact_id = start_contact(session, **nobody, by=by, now=NOW)
    act(finish, contact_id, wrap_up=WrapUp(Channel.PHONE, topic=Topic.WATER_CUT))
    with database.reading() as session:
        contact = contact_facts(session, contact_id)
        done = [each.kind for each in acts_of(session, contact_id)]
    assert (contact.customer_id, contact.customer_name) == (None, "")
    assert done == [EventKind.CONTACT_FINISHED, EventKind.CONTACT_STARTED]


def test_a_contact_without_a_customer_has_no_contract(database, by, contract_id):
    nobody = {"customer_id": None, "contract_id": contract_id, "channel": Channel.PHONE}
    with pytest.raises(RuleBroken, match=r"contract\.gone"), database.writing() as session:
        start_contact(session, **nobody, by=by, now=NOW)


def test_a_wrong_opening_leaves_no_history_but_a_record(database, act, contact_id, customer_id):
    act(wrong_opening, contact_id)
    with database.reading() as session:
        assert contact_history(session, customer_id) == ()
    assert events(database)[-1] == (EventKind.WRONG_OPENING, {"contact": contact_id})


def test_where_somebody_was_known_the_opening_was_not_wrong(database, act, contact_id):
    with database.writing() as session:
        add_identity_check(session, contact_id, result=CheckResult.FAILED)
        another = add_contact(session, staff_id=session.get(Contact, contact_id).staff_id)
        add_identity_check(session, another)
    act(wrong_opening, contact_id)
    refused(act, wrong_opening, another, code="contact.somebody_known")


@pytest.mark.parametrize("end", [wrong_opening, finish])
def test_drafts_end_with_their_contact(database, act, contact_id, end):
    act(keep_draft, contact_id, form=Procedure.CHANGE, content={"email": "a@example.jp"})
    act(end, contact_id, **({"wrap_up": COUNTER} if end is finish else {}))
    with database.reading() as session:
        assert drafts_of(session, contact_id) == {}


def test_a_desk_whose_clock_is_behind_ends_a_contact_all_the_same(act, contact_id, facts):
    act(finish, contact_id, wrap_up=COUNTER, now=NOW - dt.timedelta(seconds=30))
    assert facts().ended_at == NOW


def test_the_history_of_a_customer_is_everybodys_newest_first(database, contact_id, customer_id):
    with database.writing() as session:
        ended = {"state": ContactState.FINISHED, "customer_id": customer_id}
        older = add_contact(session, **ended, started_at=NOW - dt.timedelta(days=3))
        add_contact(session)
    with database.reading() as session:
        ids = [contact.contact_id for contact in contact_history(session, customer_id)]
        assert ids == [contact_id, older]
        assert len(contact_history(session, customer_id, limit=1)) == 1


def test_after_a_power_cut_what_was_open_and_parked_is_there(database, act, contact_id, by):
    act(keep_contact, contact_id, wrap_up=WrapUp(Channel.PHONE, memo="途中"))
    parked_already(database, by, 1)
    with database.writing() as session:
        add_contact(session)
    with database.reading() as session:
        found = {contact.state: contact.memo for contact in unfinished(session, by.staff_id)}
    assert found == {ContactState.OPEN: "途中", ContactState.PARKED: ""}


@pytest.mark.parametrize("role", [Role.COUNTER, Role.SUPERVISOR])
def test_who_was_protected_meanwhile_loses_their_name_for_a_clerk(database, role, customer_id):
    with database.writing() as session:
        staff_id = add_staff(session, role=role)
        add_contact(session, staff_id=staff_id, customer_id=customer_id)
        add_protection(session, customer_id)
    with database.reading() as session:
        (contact,) = unfinished(session, staff_id)
    assert contact.customer_name == ("山田 花子" if role is Role.SUPERVISOR else "")


def test_acts_are_those_of_this_clerk_with_this_customer(database, act, contact_id, by):
    act(park, contact_id)
    with database.writing() as session:
        another = add_contact(session, staff_id=by.staff_id)
    act(park, another)
    with database.reading() as session:
        done = acts_of(session, contact_id)
        assert len(acts_of(session, contact_id, limit=1)) == 1
    assert [each.kind for each in done] == [EventKind.CONTACT_PARKED, EventKind.CONTACT_STARTED]
    assert done[0].at == LATER


HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("水𠮷髙葛\U000e0100\0\u202e\ufeff\u200d'\"\\%_\n\r\t\x1a\x85\ufffe\ud842"),
    ),
    max_size=80,
)


@given(memo=HOSTILE, to=HOSTILE)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_text_is_kept_as_it_is_or_refused_by_name(act, contact_id, facts, memo, to):
    wrap_up = WrapUp(Channel.PHONE, memo=memo, transferred_to=to)
    try:
        act(keep_contact, contact_id, wrap_up=wrap_up)
    except RuleBroken as error:
        told = error.code
    else:
        told = "text.kept"
    assert told.startswith("text.")
    if told == "text.kept":
        kept = memo.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
        assert (facts().memo, facts().transferred_to) == (kept, " ".join(to.split()))
