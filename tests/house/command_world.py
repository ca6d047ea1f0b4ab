"""One of everything that commands act on, and what each of them is called with."""

from __future__ import annotations

import datetime as dt

from db.commands import (
    audit_reading,
    call_back,
    contacts,
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
    printing,
    protections,
    reveals,
    secret_answers,
    settings,
    staff,
)
from db.commands.contacts import WrapUp
from db.commands.member_changes import Changes
from db.commands.member_secrets import PreparedOneTime
from db.commands.printing import PaperOfAct
from db.commands.staff import NewStaff, StaffChanges
from db.models import Staff
from db.queries.audit_log import AuditFilter, AuditVerdict
from db.rules.contact_words import (
    Channel,
    CheckItem,
    CheckMethod,
    HoldKind,
    ProtectionSource,
    Speaker,
)
from db.rules.member_words import (
    MemberRefusal,
    MemberState,
    Procedure,
    SuspensionReason,
    WithdrawalReason,
)
from db.rules.paper import PaperKind, PaperLanguage, PaperWay
from db.rules.words import Role
from tests.contact_factories import add_contact, add_identity_check
from tests.db.member_desk import MemberDesk, prepared_answer, prepared_password
from tests.factories import add_contract, add_customer, add_staff
from tests.house.announcement_world import Announced, of_announcements
from tests.house.batch_world import Batched, of_batches
from tests.house.document_world import Papers, of_documents
from tests.member_factories import ANSWER_HASH, add_member
from tests.protection_factories import add_hold, add_protection

DAY, LATER = dt.date(2024, 9, 1), dt.date(2025, 3, 31)
COUNTER = WrapUp(Channel.COUNTER, None)
KEY = "0b9d6c1e-3a4f-4f0e-9b5e-0f7f6f1f2a3b"


class World:
    """One member of staff with one customer of each sort, whose role is changed as needed."""

    def __init__(self, database, clock):
        self.desk = desk = MemberDesk(database, clock)
        self.by, self.now = desk.by, clock()
        self.member_id = desk.member(login_id="hanako1")
        desk.contract(desk.customer_id)
        with database.writing() as session:
            office = session.get_one(Staff, desk.staff_id).office_id
            self.office_id = office
            self.colleague_id = add_staff(session, "colleague", office_id=office)
            self.other_id = add_customer(session, "佐々木 健", "ササキ ケン")
            self.other_contract_id = add_contract(session, self.other_id)
            self.other_contact_id = self._known(session, self.other_id)
            waiting = add_customer(session, "木村 花", "キムラ ハナ")
            number = add_contract(session, waiting)
            facts = {"contract_ids": (number,), "login_id": "waiting1"}
            self.pending_id = add_member(session, waiting, state=MemberState.PENDING, **facts)
            self.hold_id = add_hold(session, self.other_id)
            sheltered = add_customer(session, "林 葵", "ハヤシ アオイ")
            self.protection_id = add_protection(session, sheltered)
            self.phone_id = self._known(session, self.other_id, channel=Channel.PHONE)
            self.free_id = add_contact(session, staff_id=desk.staff_id, customer_id=None)
            self.parked_id = add_contact(session, staff_id=desk.staff_id)
            self.papers = Papers(session, desk)
            self.announced = Announced(session)
            self.batched = Batched(session, self.colleague_id)

    def _known(self, session, customer_id, **more):
        facts = {"staff_id": self.desk.staff_id, "customer_id": customer_id} | more
        contact_id = add_contact(session, **facts)
        add_identity_check(session, contact_id, method=CheckMethod.DOCUMENT)
        return contact_id


def arguments(w):
    """What each command is called with, besides the session, ``by`` and ``now``."""
    return {
        **_of_audit(),
        **_of_contacts(w),
        **_of_members(w),
        **_of_care(w),
        **_of_staff(w),
        **of_documents(w, KEY),
        **of_announcements(w, KEY),
        **of_batches(w, KEY),
    }


def _of_audit():
    wanted, verdict = AuditFilter(), AuditVerdict((), 0, 0, 0, None)
    return {
        audit_reading.log_audit_read: ((wanted,), {}),
        audit_reading.readable: ((wanted,), {}),
        audit_reading.log_audit_export: ((wanted,), {"rows": 1}),
        audit_reading.log_audit_verified: ((verdict,), {}),
    }


def _of_contacts(w):
    known, free, parked = (w.desk.contact_id,), (w.free_id,), (w.parked_id,)
    begun = {"customer_id": None, "contract_id": None, "channel": Channel.COUNTER}
    draft = {"form": Procedure.CHANGE}
    shown = {"speaker": Speaker.USER, "method": CheckMethod.DOCUMENT}
    shown["given"] = frozenset({CheckItem.PASSPORT})
    overridden = {"speaker": Speaker.USER, "reason": "面識あり", "supervisor": w.by}
    return {
        call_back.number_to_call_back: ((w.phone_id,), {}),
        contacts.start_contact: ((), begun),
        contacts.keep_contact: (free, {"wrap_up": COUNTER}),
        contacts.park: (parked, {}),
        contacts.resume: (parked, {}),
        contacts.meet: ((w.free_id, w.other_id), {}),
        contacts.finish: (free, {"wrap_up": COUNTER}),
        contacts.wrong_opening: (free, {}),
        contacts.followed_up: (free, {}),
        drafts.keep_draft: (known, draft | {"content": {"email": "a"}}),
        drafts.drop_draft: (known, draft),
        identity_checks.check_identity: (known, shown),
        identity_checks.override_identity: (known, overridden),
        identity_checks.written_request: (known, {"memo": "照会"}),
        reveals.reveal: ((w.other_id,), {"contact_id": w.other_contact_id}),
    }


def _of_members(w):
    contact = {"contact_id": w.desk.contact_id}
    act, version = contact | {"key": KEY}, {"version": 1}
    member, waiting = (w.member_id,), (w.pending_id,)
    form = {"customer_id": w.other_id, "contract_ids": (w.other_contract_id,), "login_id": "taro99"}
    made = {"password": prepared_password("taro99"), "answer": prepared_answer()}
    made["contact_id"] = w.other_contact_id
    left = {"reason": WithdrawalReason.MOVING, "explained": True}
    letter = {"prepared": PreparedOneTime("abcd-efgh-jkmn-pqrs", ANSWER_HASH)}
    decisions, states, recovery = member_decisions, member_states, member_recovery
    return {
        member_changes.change_member: ((*member, Changes(mails_reading=False)), act | version),
        member_changes.set_password: ((*member, prepared_password()), act),
        member_contracts.add_location: (member, act | {"number": "1702445800312296"}),
        member_contracts.remove_location: ((*member, w.desk.contract_id), act),
        decisions.activate: (waiting, version),
        decisions.refuse: (waiting, version | {"reason": MemberRefusal.DUPLICATE}),
        recovery.show_login_id: (member, contact),
        recovery.reset_by_mail: (member, act),
        recovery.reset_by_letter: (member, act | letter),
        member_registration.register: ((w.desk.form(**form),), act | made),
        states.unlock: (member, version),
        states.suspend: (member, version | {"reason": SuspensionReason.MISUSE}),
        states.resume: (member, version),
        member_views.view_member: ((w.desk.customer_id,), {}),
        member_withdrawal.withdraw: (member, act | version | left),
        secret_answers.take_try: (member, contact | {"channel": Channel.COUNTER}),
    }


def _of_care(w):
    begun = {"source": ProtectionSource.POLICE, "counterparty": "", "from_on": DAY}
    begun |= {"to_on": LATER, "note": "", "key": KEY}
    held = {"customer_id": w.other_id, "debt_id": None, "kind": HoldKind.DISPUTE, "from_on": DAY}
    held |= {"to_on": None, "reason": "漏水", "key": KEY}
    copy = PaperOfAct(PaperKind.CONTROL_COPY, "20240918-1", w.other_id, PaperLanguage.JA, pages=1)
    version = {"version": 1}
    return {
        holds.set_hold: ((), held),
        holds.end_hold: ((w.hold_id,), version),
        protections.begin: ((w.other_id,), begun),
        protections.review: ((w.protection_id,), version | {"to_on": LATER}),
        protections.end: ((w.protection_id,), version | {"reason": "期間満了"}),
        printing.record_print: ((copy,), {"to": PaperWay.PRINTER}),
    }


def _of_staff(w):
    new = NewStaff("suzuki", "鈴木", "Suzuki", Role.PHONE, "900", "西部", "West")
    changed = StaffChanges("鈴木", "Suzuki", Role.PHONE, w.office_id)
    return {
        settings.change_settings: (({"paper.slip_days": "20"},), {"versions": {}}),
        staff.create_staff: ((new,), {}),
        staff.change_staff: ((w.colleague_id, changed), {"version": 1}),
        staff.disable_staff: ((w.colleague_id,), {"version": 1}),
        staff.unlock_staff: (("colleague",), {}),
        staff.reset_password: (("colleague",), {}),
    }
