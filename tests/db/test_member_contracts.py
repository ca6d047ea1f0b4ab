"""Adding and giving up the locations of a membership."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest

from db.commands.member_changes import Changes, change_member
from db.commands.member_contracts import add_location, claim, remove_location
from db.errors import RuleBroken
from db.models import Contract
from db.queries.members import addable
from db.rules.member_words import MailKind, MemberState
from db.rules.words import EventKind, Role
from tests.db.member_desk import MemberDesk, new_key
from tests.factories import add_contract, add_customer
from tests.factories import add_location as add_place
from tests.member_factories import add_member

NUMBER = "9000000012345678"


@pytest.fixture
def desk(database, clock):
    return MemberDesk(database, clock)


@pytest.mark.parametrize(
    "typed",
    [NUMBER, "9000 0000 1234 5678", "９０００－００００－１２３４－５６７８", "０１２３４５６"],
)
def test_a_location_is_added_by_either_number(desk, typed, clock):
    member_id = desk.member()
    contract_id = desk.contract(portal_number=NUMBER, customer_number="0123456")
    done = desk.do(add_location, member_id, number=typed)
    assert (done.contract_id, desk.holding(contract_id)) == (contract_id, [member_id])
    assert desk.mails() == [
        (MailKind.LOCATION_ADDED, "hanako@example.jp", {"receipt": done.receipt})
    ]
    assert len(desk.facts().contracts) == 2


def test_the_audit_knows_which_contract_it_was(desk):
    member_id = desk.member()
    desk.contract(portal_number=NUMBER)
    desk.do(add_location, member_id, number=NUMBER)
    [(_, customer_id, facts)] = desk.events(EventKind.LOCATION_ADDED)
    assert (customer_id, facts["member"]) == (desk.customer_id, member_id)
    assert NUMBER not in str(facts)


@pytest.mark.parametrize("number", ["", "1", "9000000000000000", "水", "\0", "x" * 5000, "'; --"])
def test_an_unknown_number(desk, number):
    refused = desk.refused(add_location, desk.member(), number=number)
    assert refused == "location.unknown_number"


def test_somebody_elses_number_tells_nothing_of_them(desk):
    desk.contract(desk.somebody(), portal_number=NUMBER)
    member_id = desk.member()
    with pytest.raises(RuleBroken) as broken:
        desk.do(add_location, member_id, number=NUMBER)
    assert (broken.value.code, broken.value.facts) == ("location.other_holder", {})


def test_who_moved_out_is_told_when(desk):
    moved_out = dt.date(2023, 3, 31)
    desk.contract(portal_number=NUMBER, ended_on=moved_out)
    member_id = desk.member()
    with pytest.raises(RuleBroken) as broken:
        desk.do(add_location, member_id, number=NUMBER)
    assert broken.value.code == "location.former_occupant"
    assert broken.value.facts == {"ended_on": moved_out}


def test_the_number_of_who_moved_in_afterwards_is_refused_too(desk):
    with desk.database.writing() as session:
        place = add_place(session)
        ended = {"ended_on": dt.date(2023, 3, 31)}
        add_contract(session, desk.customer_id, place, **ended)
        add_contract(session, add_customer(session), place, portal_number=NUMBER)
    refused = desk.refused(add_location, desk.member(), number=NUMBER)
    assert refused == "location.former_occupant"


def test_a_move_that_is_still_to_come_is_no_hindrance(desk):
    desk.contract(portal_number=NUMBER, ended_on=dt.date(2024, 9, 30))
    assert desk.do(add_location, desk.member(), number=NUMBER).receipt


def test_a_location_held_already_or_by_another_membership(desk):
    member_id = desk.member()
    with desk.database.reading() as session:
        number = session.get_one(Contract, desk.contract_id).portal_number
    assert desk.refused(add_location, member_id, number=number) == "location.already_held"
    contract_id = desk.contract(portal_number=NUMBER)
    with desk.database.writing() as session:
        add_member(session, contract_ids=(contract_id,))
    assert desk.refused(add_location, member_id, number=NUMBER) == "location.taken"


def test_what_can_be_added_is_found_before(desk):
    member_id = desk.member()
    contract_id = desk.contract(portal_number=NUMBER)
    with desk.database.reading() as session:
        found = addable(session, NUMBER, member_id)
    assert (found.contract_id, found.portal_number) == (contract_id, NUMBER)
    assert found.address == "金沢市本町1丁目2番3号"


def test_a_location_is_given_up_and_free_again(desk, clock):
    second = desk.contract(portal_number=NUMBER)
    member_id = desk.member(contract_ids=(desk.contract_id, second))
    desk.do(remove_location, member_id, second)
    assert (desk.holding(second), len(desk.facts().contracts)) == ([], 1)
    assert desk.mail_kinds() == [MailKind.LOCATION_REMOVED]
    assert desk.do(add_location, member_id, number=NUMBER).receipt


def test_the_last_location_stays(desk):
    member_id = desk.member()
    assert desk.refused(remove_location, member_id, desk.contract_id) == "location.last_one"


def test_a_location_given_up_at_another_counter(desk):
    second = desk.contract()
    member_id = desk.member(contract_ids=(desk.contract_id, second))
    desk.do(remove_location, member_id, second)
    assert desk.refused(remove_location, member_id, second) == "record.changed"


def test_an_open_form_notices_a_location_added_meanwhile(desk):
    member_id = desk.member()
    version = desk.version(member_id)
    desk.contract(portal_number=NUMBER)
    desk.do(add_location, member_id, number=NUMBER)
    late = Changes(mails_reading=False)
    assert desk.refused(change_member, member_id, late, version=version) == "record.changed"


def test_sending_it_off_twice_does_it_once(desk):
    member_id, key = desk.member(), new_key()
    desk.contract(portal_number=NUMBER)
    first = desk.do(add_location, member_id, number=NUMBER, key=key)
    assert desk.do(add_location, member_id, number=NUMBER, key=key) == first
    contract_id = first.contract_id
    first = desk.do(remove_location, member_id, contract_id, key=(again := new_key()))
    assert desk.do(remove_location, member_id, contract_id, key=again) == first
    assert len(desk.mails()) == 2


@pytest.mark.parametrize("state", [MemberState.PENDING, MemberState.SUSPENDED])
def test_only_active_members_change_their_locations(desk, state):
    member_id = desk.member(state=state)
    desk.contract(portal_number=NUMBER)
    refused = desk.refused(add_location, member_id, number=NUMBER)
    assert refused == f"member.{state}"


def test_a_right_taken_away_while_the_form_is_open_counts(desk):
    member_id = desk.member()
    desk.give_role(Role.ADMIN)
    assert desk.refused(add_location, member_id, number=NUMBER) == "permission.denied"


def test_of_members_who_claim_one_contract_at_once_exactly_one_gets_it(desk, clock):
    contract_id = desk.contract()
    with desk.database.writing() as session:
        members = [add_member(session, contract_ids=()) for _ in range(4)]

    def claim_it(member_id):
        try:
            with desk.database.writing() as session:
                claim(session, member_id, contract_id, held_from=clock())
        except RuleBroken as broken:
            return broken.code
        return "held"

    with ThreadPoolExecutor(4) as windows:
        outcomes = sorted(windows.map(claim_it, members))
    assert outcomes == ["held"] + ["location.taken"] * 3
    assert len(desk.holding(contract_id)) == 1
