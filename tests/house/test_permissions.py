"""Every command that changes or records something is refused to the roles that may not."""

from __future__ import annotations

import contextlib
import datetime as dt
import importlib
import inspect
import pkgutil
import shutil

import pytest

import db.commands
from db.commands import (
    announcements,
    audit_reading,
    batch_items,
    batches,
    call_back,
    contacts,
    cutoff_decisions,
    daily_sheets,
    documents,
    drafts,
    holds,
    identity_checks,
    member_changes,
    member_contracts,
    member_decisions,
    member_recovery,
    member_registration,
    member_states,
    member_views,
    member_withdrawal,
    paper_register,
    printing,
    protections,
    reveals,
    secret_answers,
    settings,
    staff,
)
from db.engine import Database, open_engine
from db.errors import RuleBroken
from db.guard.open_customer import open_bills, open_customer
from db.guard.search import search
from db.models import Staff
from db.rules.contact_words import (
    Channel,
)
from db.rules.permissions import Action, may
from db.rules.words import OpeningReason, Role
from tests.house.command_world import DAY, World, arguments

A = Action

NEEDS = {
    announcements.write: A.WRITE_ANNOUNCEMENT,
    announcements.change: A.WRITE_ANNOUNCEMENT,
    announcements.withdraw: A.WRITE_ANNOUNCEMENT,
    announcements.tell: A.RECORD_CONTACT,
    audit_reading.log_audit_read: A.READ_OFFICE_AUDIT,
    audit_reading.readable: A.READ_OFFICE_AUDIT,
    audit_reading.log_audit_export: A.EXPORT,
    audit_reading.log_audit_verified: A.VERIFY_AUDIT,
    batch_items.issue_next: A.RUN_BATCH,
    batches.cancel: A.RUN_BATCH,
    batches.finish: A.RUN_BATCH,
    batches.plan: A.RUN_BATCH,
    batches.resume: A.RUN_BATCH,
    batches.start: A.RUN_BATCH,
    call_back.number_to_call_back: A.RECORD_CONTACT,
    documents.issue: A.ISSUE_DOCUMENT,
    documents.record_view: A.ISSUE_DOCUMENT,
    documents.record_print: A.ISSUE_DOCUMENT,
    documents.record_failure: A.ISSUE_DOCUMENT,
    documents.mark_mailed: A.ISSUE_DOCUMENT,
    documents.mark_returned: A.ISSUE_DOCUMENT,
    paper_register.register_paper: A.HANDLE_MEMBERSHIP,
    contacts.start_contact: A.RECORD_CONTACT,
    contacts.keep_contact: A.RECORD_CONTACT,
    contacts.park: A.RECORD_CONTACT,
    contacts.resume: A.RECORD_CONTACT,
    contacts.meet: A.RECORD_CONTACT,
    contacts.finish: A.RECORD_CONTACT,
    contacts.wrong_opening: A.RECORD_CONTACT,
    contacts.followed_up: A.RECORD_CONTACT,
    cutoff_decisions.decide: A.DECIDE_CUTOFF,
    daily_sheets.issue_daily_sheet: A.PRINT_DAILY_SHEET,
    drafts.keep_draft: A.RECORD_CONTACT,
    drafts.drop_draft: A.RECORD_CONTACT,
    holds.set_hold: A.SET_HOLD,
    holds.end_hold: A.SET_HOLD,
    identity_checks.check_identity: A.RECORD_CONTACT,
    identity_checks.override_identity: A.OVERRIDE_IDENTITY,
    identity_checks.written_request: A.RECORD_CONTACT,
    member_changes.change_member: A.HANDLE_MEMBERSHIP,
    member_changes.set_password: A.HAND_OVER_PASSWORD,
    member_contracts.add_location: A.HANDLE_MEMBERSHIP,
    member_contracts.remove_location: A.HANDLE_MEMBERSHIP,
    member_decisions.activate: A.DECIDE_REGISTRATION,
    member_decisions.refuse: A.DECIDE_REGISTRATION,
    member_recovery.show_login_id: A.HANDLE_MEMBERSHIP,
    member_recovery.reset_by_mail: A.HANDLE_MEMBERSHIP,
    member_recovery.reset_by_letter: A.HANDLE_MEMBERSHIP,
    member_registration.register: A.HANDLE_MEMBERSHIP,
    member_states.unlock: A.SUSPEND_MEMBER,
    member_states.suspend: A.SUSPEND_MEMBER,
    member_states.resume: A.SUSPEND_MEMBER,
    member_views.view_member: A.HANDLE_MEMBERSHIP,
    member_withdrawal.withdraw: A.HANDLE_MEMBERSHIP,
    printing.record_print: A.HANDLE_MEMBERSHIP,
    protections.begin: A.OPEN_PROTECTED,
    protections.review: A.OPEN_PROTECTED,
    protections.end: A.OPEN_PROTECTED,
    reveals.reveal: A.RECORD_CONTACT,
    secret_answers.take_try: A.HANDLE_MEMBERSHIP,
    settings.change_settings: A.MANAGE_SETTINGS,
    staff.create_staff: A.MANAGE_STAFF,
    staff.change_staff: A.UNLOCK_OFFICE_STAFF,
    staff.disable_staff: A.UNLOCK_OFFICE_STAFF,
    staff.unlock_staff: A.UNLOCK_OFFICE_STAFF,
    staff.reset_password: A.UNLOCK_OFFICE_STAFF,
}
"""What each command needs; a new one is told of by the last test."""

FREE = {
    "accounts": "the administrator of the database by command line; staff.py asks before",
    "audit": "writes the event of an act that was allowed",
    "desk_lock": "whoever is signed in locks and unlocks their own desk",
    "document_access": "parts of the commands of documents",
    "document_files": "parts of the commands of documents",
    "number_series": "parts of the commands of documents",
    "print_events": "parts of the commands of documents",
    "imports": "parts of db.exchange, which asks before it reads a file",
    "exports": "the table that leaves is one that its screen was allowed to show",
    "mail_delivery": "the bureau's own service, without a member of staff",
    "member_acts": "parts of the commands above",
    "member_passwords": "parts of the commands above",
    "member_secrets": "hashing, without a database",
    "openings": "asked by db.guard.open_customer",
    "outbox": "parts of the commands above, and the bureau's own service",
    "own_contact": "parts of the commands above",
    "passwords": "hashing, without a database",
    "permission": "the question itself",
    "requests": "parts of the commands above",
    "seals": "the bureau's own service, by command line",
    "search_index": "parts of search_keys",
    "search_keys": "made anew from what is on file, by import",
    "searches": "asked by db.guard.search",
    "sign_in": "for whoever is not signed in yet",
}
"""The modules whose functions need no role, and why."""

PARTS = {
    identity_checks.identified,
    member_changes.require_handing_over,
    member_contracts.claim,
    member_contracts.flush_claims,
    member_withdrawal.erase_due,
    member_withdrawal.documents_owed,
    secret_answers.answer_passed,
    secret_answers.tries_left_today,
    secret_answers.has_passed,
    staff.change_password,
    staff.sign_out,
}
"""Single ones that need no role: queries, parts, the night's erasing, one's own password."""


ASKED_LATER = {
    contacts.meet: "contact.other_customer",
    contacts.followed_up: "contact.no_follow_up",
    member_changes.set_password: "recovery.answer_first",
    member_contracts.add_location: "location.unknown_number",
    member_contracts.remove_location: "location.last_one",
    member_states.unlock: "member.not_locked",
    member_states.resume: "member.active",
}
"""What those are told who may, where the customer of this test does not fit the act."""


class _UndoneError(Exception):
    """Thrown to leave nothing behind."""


@pytest.fixture(scope="module")
def world(tmp_path_factory, sqlite_template):
    """A file with one of everything that a command acts on."""
    file = tmp_path_factory.mktemp("permissions") / "mizumado.db"
    shutil.copyfile(sqlite_template, file)
    database = Database(open_engine(f"sqlite:///{file}"))
    yield World(database, lambda: dt.datetime(2024, 9, 18, 9, 13, tzinfo=dt.UTC))
    database.dispose()


def called(world, command, role):
    """With which code a command is refused to a role, "" when it is carried out."""
    given, named = arguments(world)[command]
    with contextlib.suppress(_UndoneError), world.desk.database.writing() as session:
        session.get_one(Staff, world.desk.staff_id).role = role
        session.flush()
        try:
            command(session, *given, **named, by=world.by, now=world.now)
        except RuleBroken as broken:
            code = broken.code
        else:
            code = ""
        raise _UndoneError
    return code


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(
    "command", NEEDS, ids=lambda each: f"{each.__module__[12:]}.{each.__name__}"
)
def test_a_command_is_carried_out_for_those_who_may_alone(world, command, role):
    wanted = ASKED_LATER.get(command, "") if may(role, NEEDS[command]) else "permission.denied"
    assert called(world, command, role) == wanted


def looked(world, role, seam):
    """With which code a way of looking at customers is refused to a role."""
    w, database = world, world.desk.database
    facts = {"role": role, "today": DAY}
    acting = {"by": w.by, "now": w.now}
    try:
        if seam is A.SEARCH:
            with database.reading() as session:
                search(session, "山田", **facts)
        elif seam is A.VIEW_BILLS:
            open_bills(database, w.desk.contract_id, **facts, **acting)
        else:
            why = {"reason": OpeningReason.NUMBER, "channel": Channel.COUNTER}
            open_customer(database, w.desk.customer_id, **why, **facts, **acting)
    except RuleBroken as broken:
        return broken.code
    return ""


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("seam", [A.SEARCH, A.OPEN_CUSTOMER, A.VIEW_BILLS], ids=str)
def test_customers_are_looked_at_by_those_who_may_alone(world, seam, role):
    with world.desk.database.writing() as session:
        session.get_one(Staff, world.desk.staff_id).role = role
    assert looked(world, role, seam) == ("" if may(role, seam) else "permission.denied")


def test_every_command_has_its_row():
    known = {*NEEDS, *PARTS}
    missing = []
    for found in pkgutil.iter_modules(db.commands.__path__):
        module = importlib.import_module(f"db.commands.{found.name}")
        if found.name in FREE:
            continue
        for name, each in inspect.getmembers(module, inspect.isfunction):
            own = each.__module__ == module.__name__ and not name.startswith("_")
            if own and each not in known:
                missing.append(f"{found.name}.{name}")
    assert missing == []


def test_every_action_is_asked_for_somewhere():
    elsewhere = {A.SEARCH, A.OPEN_CUSTOMER, A.VIEW_BILLS, A.READ_AUDIT, A.BACK_UP, A.IMPORT}
    assert set(Action) == {*NEEDS.values(), *elsewhere}
