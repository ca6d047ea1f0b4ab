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
    staff,
)
from db.commands.contacts import WrapUp
from db.commands.member_changes import Changes
from db.commands.member_secrets import PreparedOneTime
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
from db.rules.paper import PaperKind, PaperWay
from db.rules.words import Role
from tests.contact_factories import add_contact, add_identity_check
from tests.db.member_desk import MemberDesk, prepared_answer, prepared_password
from tests.factories import add_contract, add_customer, add_staff
from tests.member_factories import ANSWER_HASH, add_member
from tests.protection_factories import add_hold, add_protection

DAY, LATER = dt.date(2024, 9, 1), dt.date(2025, 3, 31)
COUNTER = WrapUp(Channel.COUNTER, None)


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

    def _known(self, session, customer_id, **more):
        facts = {"staff_id": self.desk.staff_id, "customer_id": customer_id} | more
        contact_id = add_contact(session, **facts)
        add_identity_check(session, contact_id, method=CheckMethod.DOCUMENT)
        return contact_id


def arguments(w):
    """What each command is called with, besides the session, ``by`` and ``now``."""
    contact = {"contact_id": w.desk.contact_id}
    act = contact | {"key": "0b9d6c1e-3a4f-4f0e-9b5e-0f7f6f1f2a3b"}
    member = (w.member_id,)
    draft = {"form": Procedure.CHANGE}
    shown = {"speaker": Speaker.USER, "method": CheckMethod.DOCUMENT}
    shown["given"] = frozenset({CheckItem.PASSPORT})
    form = {"customer_id": w.other_id, "contract_ids": (w.other_contract_id,), "login_id": "taro99"}
    made = {"password": prepared_password("taro99"), "answer": prepared_answer()}
    reason = {"version": 1, "reason": SuspensionReason.MISUSE}
    protection = {"source": ProtectionSource.POLICE, "counterparty": "", "from_on": DAY}
    protection |= {"to_on": LATER, "note": "", "key": act["key"]}
    hold = {"customer_id": w.other_id, "debt_id": None, "kind": HoldKind.DISPUTE, "from_on": DAY}
    hold |= {"to_on": None, "reason": "漏水", "key": act["key"]}
    paper = {"receipt": "20240918-1", "customer_id": w.other_id, "to": PaperWay.PRINTER}
    new = NewStaff("suzuki", "鈴木", "Suzuki", Role.PHONE, "900", "西部", "West")
    changed = StaffChanges("鈴木", "Suzuki", Role.PHONE, w.office_id)
    return {
        audit_reading.log_audit_read: ((AuditFilter(),), {}),
        audit_reading.readable: ((AuditFilter(),), {}),
        audit_reading.log_audit_export: ((AuditFilter(),), {"rows": 1}),
        audit_reading.log_audit_verified: ((AuditVerdict((), 0, 0, 0, None),), {}),
        call_back.number_to_call_back: ((w.phone_id,), {}),
        contacts.start_contact: (
            (),
            {"customer_id": None, "contract_id": None, "channel": Channel.COUNTER},
        ),
        contacts.keep_contact: ((w.free_id,), {"wrap_up": COUNTER}),
        contacts.park: ((w.parked_id,), {}),
        contacts.resume: ((w.parked_id,), {}),
        contacts.meet: ((w.free_id, w.other_id), {}),
        contacts.finish: ((w.free_id,), {"wrap_up": COUNTER}),
        contacts.wrong_opening: ((w.free_id,), {}),
        contacts.followed_up: ((w.free_id,), {}),
        drafts.keep_draft: ((w.desk.contact_id,), draft | {"content": {"email": "a"}}),
        drafts.drop_draft: ((w.desk.contact_id,), draft),
        holds.set_hold: ((), hold),
        holds.end_hold: ((w.hold_id,), {"version": 1}),
        identity_checks.check_identity: ((w.desk.contact_id,), shown),
        identity_checks.override_identity: (
            (w.desk.contact_id,),
            {"speaker": Speaker.USER, "reason": "面識あり", "supervisor": w.by},
        ),
        identity_checks.written_request: ((w.desk.contact_id,), {"memo": "照会"}),
        member_changes.change_member: (
            (*member, Changes(mails_reading=False)),
            act | {"version": 1},
        ),
        member_changes.set_password: ((*member, prepared_password()), act),
        member_contracts.add_location: (member, act | {"number": "1702445800312296"}),
        member_contracts.remove_location: ((*member, w.desk.contract_id), act),
        member_decisions.activate: ((w.pending_id,), {"version": 1}),
        member_decisions.refuse: (
            (w.pending_id,),
            {"version": 1, "reason": MemberRefusal.DUPLICATE},
        ),
        member_recovery.show_login_id: (member, contact),
        member_recovery.reset_by_mail: (member, act),
        member_recovery.reset_by_letter: (
            member,
            act | {"prepared": PreparedOneTime("abcd-efgh-jkmn-pqrs", ANSWER_HASH)},
        ),
        member_registration.register: (
            (w.desk.form(**form),),
            act | made | {"contact_id": w.other_contact_id},
        ),
        member_states.unlock: (member, {"version": 1}),
        member_states.suspend: (member, reason),
        member_states.resume: (member, {"version": 1}),
        member_views.view_member: ((w.desk.customer_id,), {}),
        member_withdrawal.withdraw: (
            member,
            act | {"version": 1, "reason": WithdrawalReason.MOVING, "explained": True},
        ),
        printing.record_print: ((PaperKind.CONTROL_COPY,), paper),
        protections.begin: ((w.other_id,), protection),
        protections.review: ((w.protection_id,), {"version": 1, "to_on": LATER}),
        protections.end: ((w.protection_id,), {"version": 1, "reason": "期間満了"}),
        reveals.reveal: ((w.other_id,), {"contact_id": w.other_contact_id}),
        secret_answers.take_try: (member, contact | {"channel": Channel.COUNTER}),
        staff.create_staff: ((new,), {}),
        staff.change_staff: ((w.colleague_id, changed), {"version": 1}),
        staff.disable_staff: ((w.colleague_id,), {"version": 1}),
        staff.unlock_staff: (("colleague",), {}),
        staff.reset_password: (("colleague",), {}),
    }
