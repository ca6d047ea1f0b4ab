"""At counter and phone a protected customer is nowhere; a supervisor sees them, masked."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest
from sqlalchemy import func, select

from db.commands.audit import Actor
from db.commands.member_views import view_member
from db.commands.openings import customer_opened
from db.errors import RuleBroken
from db.guard.open_customer import open_bills
from db.guard.search import search
from db.models import AuditEvent, Contract, Customer, Member
from db.queries.contacts import contact_history, follow_ups, unfinished
from db.queries.contracts import contract_details
from db.queries.customers import customer_head
from db.queries.holds import holds_of
from db.queries.members import addable, held_contracts, pending_members
from db.queries.recent import recent_customers
from db.queries.search_filters import SearchFilter
from db.rules.contact_words import ContactState, FollowUpBy
from db.rules.member_words import MemberState, SuspensionReason
from db.rules.words import OpeningReason, PartyRole, Role
from tests.contact_factories import add_contact
from tests.db.findable import add_use
from tests.factories import add_bill, add_contract, add_customer, add_party, add_staff
from tests.member_factories import add_member
from tests.protection_factories import add_protection

TODAY = dt.date(2024, 9, 18)
NOW = dt.datetime(2024, 9, 18, 1, 0, tzinfo=dt.UTC)
CLERKS = (Role.COUNTER, Role.PHONE)
NAME, KANA, LATIN = "氷室 静", "ヒムロ シズカ", "HIMURO Shizuka"
PHONE, HOME, PLACE = "090-5555-7788", "羽咋市千里浜町9番9号", "金沢市東山3丁目8番1号"
BILL = {"month": dt.date(2024, 5, 1), "payment_number": "7777666655554444"}


@dataclass(frozen=True)
class Town:
    hidden: int
    contract: int
    neighbour: int
    neighbours_contract: int
    neighbours_member: int
    needles: tuple[str, ...]


@pytest.fixture
def town(database):
    """Somebody protected, and who lived in the same place before and pays through them."""
    with database.writing() as session:
        more = {"phone": PHONE, "latin_name": LATIN, "started_on": dt.date(2022, 4, 1)}
        contract_id = add_use(session, NAME, KANA, PLACE, **more)
        contract = session.get(Contract, contract_id)
        add_bill(session, contract_id, **BILL)
        neighbour = add_customer(session, "前田 利雄", "マエダ トシオ")
        ended = {"started_on": dt.date(2010, 4, 1), "ended_on": dt.date(2022, 3, 31)}
        before = add_contract(session, neighbour, contract.location_id, **ended)
        hidden = contract.customer_id
        session.get(Customer, hidden).address = HOME
        for role in (PartyRole.ADDRESSEE, PartyRole.ACCOUNT_HOLDER, PartyRole.MANAGER):
            add_party(session, before, role, hidden)
        add_protection(session, hidden)
        member = add_member(session, neighbour, [before])
        numbers = (HOME, contract.portal_number, contract.customer_number, BILL["payment_number"])
        needles = (NAME, KANA, LATIN, "5555", "7788", *numbers)
        return Town(hidden, contract_id, neighbour, before, member, needles)


@pytest.fixture
def clerk(database):
    with database.writing() as session:
        return Actor(add_staff(session), "窓口3")


def searched_for(session, text, role, **more):
    return search(session, text, role=role, today=TODAY, **more)


def ways_to_ask(town):
    """Every word by which the protected customer could be found, in many ways."""
    _name, _kana, _latin, *_phones, _home, portal, own, payment = town.needles
    names = ("氷室", "静", "氷室静", "ひむろ", "ヒムロ シズカ", "himuro")
    numbers = (portal, portal[:4] + " " + portal[4:], portal[-6:], own, payment, PHONE, "7788")
    return (*names, *numbers, "東山", "東山3丁目8", "氷室 東山", "himuro 7788")


@pytest.mark.parametrize("role", CLERKS)
@pytest.mark.parametrize("only", SearchFilter)
def test_no_search_finds_them(database, town, role, only):
    with database.reading() as session:
        nothing = searched_for(session, "存在しない", role, only=only).rows
        for text in ways_to_ask(town):
            found = searched_for(session, text, role, only=only)
            assert (found.rows, found.more) == (nothing, False), text


def test_they_take_no_place_in_a_list_that_is_cut(database, town):
    with database.writing() as session:
        same = [add_use(session, NAME, KANA) for _ in range(3)]
    with database.reading() as session:
        found = searched_for(session, "氷室", Role.COUNTER, limit=3)
        seen = searched_for(session, "氷室", Role.SUPERVISOR, limit=3)
    assert ({row.contract_id for row in found.rows}, found.more) == (set(same), False)
    assert seen.more


def test_a_complete_number_of_theirs_is_like_one_that_was_never_given(database, town):
    with database.reading() as session:
        theirs = searched_for(session, BILL["payment_number"], Role.COUNTER)
        nobodys = searched_for(session, "7777666655554445", Role.COUNTER)
    assert theirs == nobodys


def everything_shown(database, town, clerk, role):
    """What all the queries behind a clerk's screens tell, each asked as it can be."""
    with database.reading() as session:
        yield recent_customers(session, clerk.staff_id, role=role, since=NOW)
        yield customer_head(session, town.neighbour, role=role, today=TODAY)
        yield contract_details(session, town.neighbours_contract, role=role, today=TODAY)
        for text in ways_to_ask(town):
            yield searched_for(session, text, role)
        yield contact_history(session, town.neighbour)
        yield unfinished(session, clerk.staff_id)
        yield follow_ups(session, clerk.staff_id, role=role, today=TODAY)
        yield pending_members(session, role=role, today=TODAY)
        yield held_contracts(session, town.neighbours_member)
        yield holds_of(session, town.neighbour, TODAY)
    by = {"by": clerk, "role": role, "today": TODAY, "now": NOW}
    yield open_bills(database, town.neighbours_contract, **by)


@pytest.mark.parametrize("role", CLERKS)
def test_no_query_of_a_clerks_screens_tells_of_them(database, town, clerk, role):
    with database.writing() as session:
        why = {"reason": OpeningReason.SEARCHED, "role": Role.SUPERVISOR}
        customer_opened(session, town.hidden, **why, by=clerk, now=NOW)
        with_them = {"staff_id": clerk.staff_id, "customer_id": town.hidden}
        add_contact(session, **with_them)
        due = {"state": ContactState.FINISHED, "follow_up_on": TODAY}
        add_contact(session, **with_them, **due, follow_up_by=FollowUpBy.STAFF)
        wants = {"state": MemberState.PENDING, "name": NAME, "kana": KANA}
        add_member(session, town.hidden, [town.contract], **wants)
    for answer in everything_shown(database, town, clerk, role):
        told = repr(answer)
        assert [needle for needle in town.needles if needle in told] == [], answer
    seen = "".join(map(repr, everything_shown(database, town, clerk, Role.SUPERVISOR)))
    assert [needle for needle in (NAME, KANA, LATIN) if needle not in seen] == []


@pytest.mark.parametrize("role", CLERKS)
def test_what_is_asked_by_their_own_number_is_gone_and_not_recorded(database, town, clerk, role):
    by = {"by": clerk, "role": role, "now": NOW}
    acts = (
        lambda session: customer_opened(session, town.hidden, reason="number", **by),
        lambda _session: open_bills(database, town.contract, today=TODAY, **by),
        lambda session: customer_head(session, town.hidden, role=role, today=TODAY),
        lambda session: contract_details(session, town.contract, role=role, today=TODAY),
    )
    for act in acts:
        gone = pytest.raises(RuleBroken, match=r"(customer|contract)\.gone")
        with gone, database.reading() as session:
            act(session)
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(AuditEvent)) == 0


def test_whose_shared_membership_rests_is_not_told_why(database, town):
    with database.writing() as session:
        resting = session.get(Member, town.neighbours_member)
        resting.state, resting.suspended_at = MemberState.SUSPENDED, NOW
        resting.suspension = SuspensionReason.PROTECTION
    told = {}
    for role in (*CLERKS, Role.SUPERVISOR):
        with database.writing() as session:
            by = Actor(add_staff(session, role=role), "窓口3")
            told[role] = view_member(session, town.neighbour, by=by, now=NOW).suspension
    assert told.pop(Role.SUPERVISOR) is SuspensionReason.PROTECTION
    assert set(told.values()) == {None}


def test_their_number_is_nobodys_for_somebody_elses_membership(database, town):
    with database.writing() as session:
        (portal, own) = session.execute(
            select(Contract.portal_number, Contract.customer_number).where(
                Contract.id == town.contract
            )
        ).one()
        theirs = add_member(session, town.hidden, [])
        for number in (portal, own):
            with pytest.raises(RuleBroken, match=r"location\.unknown_number"):
                addable(session, number, town.neighbours_member, today=TODAY)
            assert addable(session, number, theirs, today=TODAY).contract_id == town.contract


def test_a_supervisor_sees_them_with_phone_and_address_hidden(database, town):
    with database.reading() as session:
        (row,) = searched_for(session, "氷室 東山 7788", Role.SUPERVISOR).rows
        head = customer_head(session, town.hidden, role=Role.SUPERVISOR, today=TODAY)
        details = contract_details(session, town.contract, role=Role.SUPERVISOR, today=TODAY)
    assert (row.name, row.protected, head.name, head.protected) == (NAME, True, NAME, True)
    hidden = {row.phone_masked, row.address, row.address_latin, head.phone_masked}
    hidden |= {head.contracts[0].address, head.contracts[0].address_latin}
    hidden |= {details.parties[0].phone_masked, details.parties[0].address}
    assert hidden == {"***"}
    assert {match.field for match in row.matches} == {"name"}


def test_somebody_else_is_shown_to_a_supervisor_as_to_a_clerk(database, town):
    with database.reading() as session:
        heads = {
            customer_head(session, town.neighbour, role=role, today=TODAY)
            for role in (Role.COUNTER, Role.SUPERVISOR)
        }
    assert len(heads) == 1
    assert not heads.pop().protected
