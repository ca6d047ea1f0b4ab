"""Making somebody a member, and deciding on those who registered on the portal."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from db.commands.member_acts import (
    Request,
    finish,
    known_speaker,
    lock_customer,
    record_act,
    require_visible,
    welcome,
)
from db.commands.member_contracts import claim
from db.commands.member_decisions import activate, refuse
from db.commands.permission import allow
from db.commands.requests import outcome_of
from db.errors import RuleBroken
from db.models import Member
from db.queries.member_contracts import require_claimable
from db.queries.member_settings import member_settings
from db.rules.contact_words import Channel
from db.rules.member_fields import tidy
from db.rules.member_states import HOLDING
from db.rules.member_words import (
    MailLanguage,
    MemberState,
    Procedure,
    RegisteredVia,
    SecretQuestion,
)
from db.rules.periods import day_in_japan
from db.rules.permissions import Action
from db.rules.words import EventKind, PasswordKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.commands.member_secrets import PreparedAnswer, PreparedPassword

__all__ = ["Registered", "Registration", "activate", "refuse", "register"]


@dataclass(frozen=True, slots=True)
class Registration:
    """The registration form; personal values stay out of what is logged."""

    customer_id: int
    contract_ids: tuple[int, ...]
    name: str = field(repr=False)
    kana: str = field(repr=False)
    phone: str = field(repr=False)
    postal_code: str = field(repr=False)
    address: str = field(repr=False)
    email: str = field(repr=False)
    login_id: str
    question: SecretQuestion
    mails_reading: bool
    mails_billing: bool
    mails_overdue: bool
    language: MailLanguage
    terms_version: str


@dataclass(frozen=True, slots=True)
class Registered:
    """A new member; ``number`` is the receipt number (受付番号)."""

    member_id: int
    state: MemberState
    login_id: str
    number: str


def register(
    session: Session,
    form: Registration,
    *,
    password: PreparedPassword | None,
    answer: PreparedAnswer | None,
    contact_id: int,
    key: str,
    by: Actor,
    now: dt.datetime,
) -> Registered:
    """Make the customer a member: at once in person if the bureau has it so, else to be decided.

    Without a password an active member is mailed a one-time one; without an answer they have no
    secret question. Raises ``permission.denied``,
    ``customer.gone``, ``identity.…``, what is wrong with a field, ``login_id.taken``,
    ``terms.changed``, ``member.exists``, ``location.…``, ``answer.other_question`` and
    ``password.other_login_id``.
    """
    request = Request(contact_id, key, by, now)
    role = allow(session, by, Action.HANDLE_MEMBERSHIP, now)
    lock_customer(session, form.customer_id)
    require_visible(session, form.customer_id, role)
    outcome = outcome_of(session, key)
    if outcome is not None:
        return Registered(**outcome | {"state": MemberState(outcome["state"])})
    _, channel = known_speaker(session, request, form.customer_id)
    fields = tidy(form)
    at_once = _judge(session, form, fields, password, answer) and channel is Channel.COUNTER
    _require_contracts(session, form, now)
    state = MemberState.ACTIVE if at_once else MemberState.PENDING
    member = _member(form, fields, state, now, password, answer)
    _add(session, member, form.contract_ids, now)
    return _done(session, member, request)


def _judge(
    session: Session,
    form: Registration,
    fields: dict[str, str],
    password: PreparedPassword | None,
    answer: PreparedAnswer | None,
) -> bool:
    # whether who is checked in person is a member at once
    bureau = member_settings(session)
    if form.terms_version != bureau.terms_version:
        raise RuleBroken("terms.changed", version=bureau.terms_version)
    if password is not None and password.login_id != fields["login_id"]:
        raise RuleBroken("password.other_login_id")
    if answer is not None and answer.question is not form.question:
        raise RuleBroken("answer.other_question")
    having = select(Member.id).where(
        Member.customer_id == form.customer_id, Member.state.in_(HOLDING)
    )
    if session.scalar(having.limit(1)) is not None:
        raise RuleBroken("member.exists")
    return bureau.activate_at_desk


def _require_contracts(session: Session, form: Registration, now: dt.datetime) -> None:
    if not form.contract_ids:
        raise RuleBroken("location.none_chosen")
    for contract_id in form.contract_ids:
        require_claimable(
            session, contract_id, customer_id=form.customer_id, today=day_in_japan(now)
        )


def _member(
    form: Registration,
    fields: dict[str, str],
    state: MemberState,
    now: dt.datetime,
    password: PreparedPassword | None,
    answer: PreparedAnswer | None,
) -> Member:
    return Member(
        **fields,
        **_secrets(password, answer, now),
        customer_id=form.customer_id,
        state=state,
        registered_via=RegisteredVia.DESK,
        language=form.language,
        mails_reading=int(form.mails_reading),
        mails_billing=int(form.mails_billing),
        mails_overdue=int(form.mails_overdue),
        terms_version=form.terms_version,
        consented_at=now,
        registered_at=now,
        activated_at=now if state is MemberState.ACTIVE else None,
    )


def _secrets(
    password: PreparedPassword | None, answer: PreparedAnswer | None, now: dt.datetime
) -> dict[str, Any]:
    # by phone nobody can type what only they know: they choose it on the portal
    secrets: dict[str, Any] = {}
    if answer is not None:
        secrets["secret_question"] = answer.question
        secrets["secret_answer_hash"] = answer.hash
        secrets["secret_set_at"] = now
    if password is not None:
        secrets["password_hash"] = password.hash
        secrets["password_kind"] = PasswordKind.OWN
        secrets["password_set_at"] = now
    return secrets


def _add(session: Session, member: Member, contract_ids: tuple[int, ...], now: dt.datetime) -> None:
    session.add(member)
    try:
        session.flush()
    except IntegrityError:  # the error tells of rows, and nobody needs to know more
        raise RuleBroken("login_id.taken", field="login_id") from None
    held_from = now if member.state is MemberState.ACTIVE else None
    for contract_id in dict.fromkeys(contract_ids):
        claim(session, member.id, contract_id, held_from=held_from)


def _done(session: Session, member: Member, request: Request) -> Registered:
    record_act(session, EventKind.MEMBER_REGISTERED, member, request, state=member.state)
    if member.state is MemberState.ACTIVE:
        welcome(session, member, request.receipt, request.now)
    finish(
        session,
        Procedure.REGISTER,
        request,
        member_id=member.id,
        state=member.state.value,
        login_id=member.login_id,
        number=request.receipt,
    )
    return Registered(member.id, member.state, member.login_id, request.receipt)
