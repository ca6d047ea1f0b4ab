"""A counter at which somebody's membership is handled, for tests on both databases."""

from __future__ import annotations

import json
import uuid

from sqlalchemy import func, select

from db.commands.audit import Actor
from db.commands.member_registration import Registration, register
from db.commands.member_secrets import PreparedAnswer, PreparedPassword
from db.errors import RuleBroken
from db.models import AuditEvent, Member, MemberContract, Outbox, Staff
from db.queries.members import member_of
from db.rules.contact_words import Channel, CheckMethod, Speaker
from db.rules.member_words import MailLanguage, SecretQuestion
from db.rules.words import Role
from tests.contact_factories import add_contact, add_identity_check
from tests.factories import add_contract, add_customer, add_setting, add_staff
from tests.member_factories import ANSWER_HASH, PASSWORD_HASH, add_member


def new_key():
    """The key a form is opened with."""
    return str(uuid.uuid4())


def prepared_password(login_id="hanako1"):
    """A password that passed the rules, as the customer's window gives it."""
    return PreparedPassword(PASSWORD_HASH, login_id)


def prepared_answer(question=SecretQuestion.FIRST_PET):
    """A secret answer, as the customer's window gives it."""
    return PreparedAnswer(question, ANSWER_HASH)


class MemberDesk:
    """One clerk with one customer, known by a driving licence at the counter."""

    def __init__(self, database, clock, *, role=Role.COUNTER, channel=Channel.COUNTER):
        self.database, self.clock = database, clock
        with database.writing() as session:
            self.staff_id = add_staff(session, role=role)
            self.customer_id = add_customer(session)
            self.contract_id = add_contract(session, self.customer_id)
        self.by = Actor(self.staff_id, "窓口3")
        self.contact_id = self.meet(channel=channel)

    def meet(self, customer_id=None, *, identity=Speaker.USER, **more):
        """Open a contact; ``method`` is how the speaker was known."""
        method = more.pop("method", CheckMethod.DOCUMENT)
        customer_id = customer_id or self.customer_id
        with self.database.writing() as session:
            facts = {"staff_id": self.staff_id, "customer_id": customer_id} | more
            contact_id = add_contact(session, **facts)
            if identity is not None:
                add_identity_check(session, contact_id, speaker=identity, method=method)
        return contact_id

    def member(self, **more):
        """Make the customer a member beforehand, of their contract unless told otherwise."""
        facts = {"contract_ids": (self.contract_id,)} | more
        with self.database.writing() as session:
            return add_member(session, self.customer_id, **facts)

    def contract(self, customer_id=None, **more):
        """Another contract of the customer, or of somebody else."""
        with self.database.writing() as session:
            return add_contract(session, customer_id or self.customer_id, **more)

    def somebody(self, name="佐々木 健", kana="ササキ ケン"):
        """Another customer."""
        with self.database.writing() as session:
            return add_customer(session, name, kana)

    def set(self, name, value):
        """A setting of the bureau."""
        with self.database.writing() as session:
            add_setting(session, name, value)

    def give_role(self, role):
        """Let the clerk be something else from now on."""
        with self.database.writing() as session:
            session.get_one(Staff, self.staff_id).role = role

    def do(self, act, *args, **more):
        """Carry out one act in a transaction of its own."""
        facts = {"contact_id": self.contact_id, "key": new_key()} | more
        facts = {name: value for name, value in facts.items() if value is not ...}
        with self.database.writing() as session:
            return act(session, *args, by=self.by, now=self.clock(), **facts)

    def refused(self, act, *args, **more):
        """The code with which an act is refused."""
        try:
            self.do(act, *args, **more)
        except RuleBroken as broken:
            return broken.code
        raise AssertionError("nothing was refused")

    def form(self, **more):
        """The registration form, filled in."""
        facts = {
            "customer_id": self.customer_id,
            "contract_ids": (self.contract_id,),
            "name": "山田 花子",
            "kana": "ヤマダ ハナコ",
            "phone": "076-123-4567",
            "postal_code": "920-0853",
            "address": "金沢市本町1丁目2番3号",
            "email": "hanako@example.jp",
            "login_id": "hanako1",
            "question": SecretQuestion.FIRST_PET,
            "mails_reading": True,
            "mails_billing": True,
            "mails_overdue": False,
            "language": MailLanguage.JA,
            "terms_version": "2024-04",
        }
        return Registration(**(facts | more))

    def register(self, form=None, **more):
        """Send off a registration."""
        form = form or self.form()
        facts = {"password": prepared_password(), "answer": prepared_answer()} | more
        return self.do(register, form, **facts)

    def facts(self, customer_id=None):
        """The customer's membership as the card shows it."""
        with self.database.reading() as session:
            return member_of(session, customer_id or self.customer_id)

    def row(self, member_id):
        """A member's row, with all its secrets."""
        with self.database.reading() as session:
            return session.get_one(Member, member_id)

    def version(self, member_id):
        """The version a form would be loaded with."""
        return self.row(member_id).version

    def holding(self, contract_id):
        """Who holds a contract."""
        held = select(MemberContract.member_id).where(
            MemberContract.contract_id == contract_id,
            MemberContract.held_from.is_not(None),
            MemberContract.held_to.is_(None),
        )
        with self.database.reading() as session:
            return list(session.scalars(held))

    def mails(self):
        """What is on its way: kind, address and facts of each mail."""
        with self.database.reading() as session:
            mails = session.scalars(select(Outbox).order_by(Outbox.id)).all()
        return [(each.kind, each.to_address, json.loads(each.facts)) for each in mails]

    def mail_kinds(self):
        """The kinds of mail that are on their way."""
        return [kind for kind, _, _ in self.mails()]

    def events(self, kind=None):
        """What the audit keeps, of one kind if told so."""
        with self.database.reading() as session:
            rows = session.scalars(select(AuditEvent).order_by(AuditEvent.id)).all()
        return [
            (row.kind, row.customer_id, json.loads(row.facts))
            for row in rows
            if kind in (None, row.kind)
        ]

    def members(self):
        """How many rows of members there are."""
        with self.database.reading() as session:
            return session.scalar(select(func.count(Member.id)))
