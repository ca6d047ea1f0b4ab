"""Small builders of members: a session in, an id out; hashes are made beforehand, and cheap."""

from __future__ import annotations

import datetime as dt
import itertools

from db.models import Member, MemberContract, PasswordHistory
from db.rules.member_words import MailLanguage, MemberState, RegisteredVia, SecretQuestion
from db.rules.words import PasswordKind
from tests.factories import add_contract, add_customer

PASSWORD = "犀川の橋を渡る風"
PASSWORD_HASH = "$2b$04$XRwNaqeakJ0JWj/lPcJweuUp27EOv/EW.BZVk53knzQz5rEhpfWkG"
ANSWER = "タマ"
ANSWER_HASH = "$2b$04$c1Bfhj5ejv/upCnpmvmHnOofwMzfqHSu6wOP4nWAOFXl2Quc3TUgq"
SINCE = dt.datetime(2024, 4, 1, tzinfo=dt.UTC)
_HOLDING = (MemberState.ACTIVE, MemberState.SUSPENDED)
_numbers = itertools.count(1)


def _add(session, record):
    session.add(record)
    session.flush()
    return record.id


def add_member(session, customer_id=None, contract_ids=None, **more):
    """An active member with a password and a secret answer; ``contract_ids=()`` holds none.

    Without ``contract_ids`` a contract is made for the member.
    """
    customer_id = customer_id or add_customer(session)
    if contract_ids is None:
        contract_ids = (add_contract(session, customer_id),)
    facts = _facts(customer_id) | more
    if facts["state"] is not MemberState.PENDING:
        facts.setdefault("activated_at", SINCE)
    member_id = _add(session, Member(**facts))
    held_from = SINCE if facts["state"] in _HOLDING else None
    for contract_id in contract_ids:
        add_member_contract(session, member_id, contract_id, held_from=held_from)
    return member_id


def _facts(customer_id):
    return {
        "customer_id": customer_id,
        "state": MemberState.ACTIVE,
        "registered_via": RegisteredVia.PORTAL,
        "login_id": f"member{next(_numbers)}",
        "name": "山田 花子",
        "kana": "ヤマダ ハナコ",
        "phone": "076-123-4567",
        "postal_code": "9200853",
        "address": "金沢市本町1丁目2番3号",
        "email": "hanako@example.jp",
        "language": MailLanguage.JA,
        "mails_reading": 1,
        "mails_billing": 1,
        "mails_overdue": 0,
        "secret_question": SecretQuestion.FIRST_PET,
        "secret_answer_hash": ANSWER_HASH,
        "secret_set_at": SINCE,
        "password_hash": PASSWORD_HASH,
        "password_kind": PasswordKind.OWN,
        "password_set_at": SINCE,
        "terms_version": "2024-04",
        "consented_at": SINCE,
        "registered_at": SINCE,
    }


def add_member_contract(session, member_id, contract_id, *, held_from=SINCE, held_to=None):
    """A contract a membership holds, asks for (``held_from=None``) or has given up."""
    row = MemberContract(
        member_id=member_id, contract_id=contract_id, held_from=held_from, held_to=held_to
    )
    return _add(session, row)


def add_former_password(session, member_id, password_hash, *, set_at=SINCE):
    """A password a member had before."""
    row = PasswordHistory(member_id=member_id, password_hash=password_hash, set_at=set_at)
    return _add(session, row)
