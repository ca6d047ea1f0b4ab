"""Changing what a member has registered, and giving them the password they typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy.exc import IntegrityError

from db.commands.member_acts import Begun, Done, Request, begin, finish, record_act, tell
from db.commands.member_passwords import give_password
from db.commands.secret_answers import has_passed
from db.errors import RuleBroken
from db.rules import member_fields
from db.rules.contact_words import Channel, CheckMethod
from db.rules.member_masking import mask_email, mask_login_id
from db.rules.member_states import require_state
from db.rules.member_words import MailKind, MailLanguage, MemberState, Procedure
from db.rules.permissions import Action
from db.rules.words import EventKind, PasswordKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.commands.member_secrets import PreparedAnswer, PreparedPassword
    from db.models import Member

_MAILS: Final = ("mails_reading", "mails_billing", "mails_overdue")
_CHANGEABLE: Final = (MemberState.ACTIVE, MemberState.PENDING)


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to be changed; None leaves a field as it is."""

    email: str | None = field(default=None, repr=False)
    mails_reading: bool | None = None
    mails_billing: bool | None = None
    mails_overdue: bool | None = None
    language: MailLanguage | None = None
    answer: PreparedAnswer | None = None
    login_id: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Changed:
    """What was really changed, by field, and the receipt number of it."""

    member_id: int
    fields: tuple[str, ...]
    receipt: str


def change_member(
    session: Session,
    member_id: int,
    changes: Changes,
    *,
    version: int,
    contact_id: int,
    key: str,
    by: Actor,
    now: dt.datetime,
) -> Changed:
    """Change e-mail, mail settings, language, secret question or login ID.

    The address that was registered before is told. Raises as ``member_acts.begin``, what is wrong
    with a field, ``login_id.taken`` and ``member.nothing_changed``.
    """
    request = Request(contact_id, key, by, now)
    act = begin(session, member_id, request, version=version)
    if act.outcome is not None:
        return Changed(member_id, tuple(act.outcome["fields"].split()), act.outcome["receipt"])
    require_state(act.member.state, _CHANGEABLE)
    new = _new_values(act.member, changes)
    if not new and changes.answer is None:
        raise RuleBroken("member.nothing_changed")
    email_before = act.member.email
    facts = _before_and_after(act.member, new)
    fields = _apply(session, act.member, new, changes.answer, now)
    record_act(session, EventKind.MEMBER_CHANGED, act.member, request, fields=fields, **facts)
    _tell(session, act.member, fields, email_before, request)
    finish(session, Procedure.CHANGE, request, fields=fields, receipt=request.receipt)
    return Changed(member_id, tuple(fields.split()), request.receipt)


def set_password(
    session: Session,
    member_id: int,
    password: PreparedPassword,
    *,
    contact_id: int,
    key: str,
    by: Actor,
    now: dt.datetime,
) -> Done:
    """Give a member the password they typed themself at the counter, and tell them by mail.

    It takes the right secret answer in this contact, or a document of who has set none. Raises as
    ``member_acts.begin``, ``recovery.counter_only``, ``recovery.answer_first``,
    ``recovery.document_first`` and ``password.other_login_id``.
    """
    request = Request(contact_id, key, by, now)
    act = begin(session, member_id, request, action=Action.HAND_OVER_PASSWORD)
    if act.outcome is not None:
        return Done(**act.outcome)
    require_state(act.member.state, (MemberState.ACTIVE,))
    require_handing_over(session, act, contact_id)
    if password.login_id != act.member.login_id:
        raise RuleBroken("password.other_login_id")
    give_password(session, act.member, password.hash, kind=PasswordKind.OWN, now=now)
    record_act(session, EventKind.MEMBER_PASSWORD_SET, act.member, request, way="counter")
    tell(session, act.member, MailKind.PASSWORD_CHANGED, now=now, receipt=request.receipt)
    finish(session, Procedure.PASSWORD, request, member_id=member_id, receipt=request.receipt)
    return Done(member_id, request.receipt)


def require_handing_over(session: Session, act: Begun, contact_id: int) -> None:
    """Go on only if a password may pass over the counter in this contact; raises ``recovery.…``."""
    if act.channel is not Channel.COUNTER:
        raise RuleBroken("recovery.counter_only")
    if act.member.secret_answer_hash is not None:
        if not has_passed(session, act.member.customer_id, contact_id=contact_id):
            raise RuleBroken("recovery.answer_first")
    elif act.identity is None or act.identity.method is CheckMethod.QUESTIONS:
        raise RuleBroken("recovery.document_first")


def _new_values(member: Member, changes: Changes) -> dict[str, Any]:
    wanted: dict[str, Any] = {}
    if changes.email is not None:
        wanted["email"] = member_fields.email(changes.email)
    if changes.login_id is not None:
        wanted["login_id"] = member_fields.login_id(changes.login_id)
    if changes.language is not None:
        wanted["language"] = changes.language
    for name in _MAILS:
        chosen = getattr(changes, name)
        if chosen is not None:
            wanted[name] = int(chosen)
    return {name: value for name, value in wanted.items() if value != getattr(member, name)}


def _apply(
    session: Session,
    member: Member,
    new: dict[str, Any],
    answer: PreparedAnswer | None,
    now: dt.datetime,
) -> str:
    for name, value in new.items():
        setattr(member, name, value)
    if answer is not None:
        member.secret_question, member.secret_answer_hash = answer.question, answer.hash
        member.secret_set_at = now
    try:
        session.flush()
    except IntegrityError:  # the error tells of rows, and nobody needs to know more
        raise RuleBroken("login_id.taken", field="login_id") from None
    return " ".join([*new, *(["answer"] if answer is not None else [])])


def _before_and_after(member: Member, new: dict[str, Any]) -> dict[str, Any]:
    facts = {}
    for name, value in new.items():
        shown = {"email": mask_email, "login_id": mask_login_id}.get(name, str)
        facts[f"{name}_before"] = shown(getattr(member, name))
        facts[f"{name}_after"] = shown(value)
    return facts


def _tell(
    session: Session, member: Member, fields: str, email_before: str, request: Request
) -> None:
    facts = {"fields": fields, "receipt": request.receipt}
    if "email" not in fields.split():
        tell(session, member, MailKind.CHANGED, now=request.now, **facts)
        return
    # whoever reads the mailbox before learns of all of it, whoever reads the new one only there
    old, new = MailKind.EMAIL_CHANGED_OLD, MailKind.EMAIL_CHANGED_NEW
    tell(session, member, old, to=email_before, now=request.now, **facts)
    tell(session, member, new, now=request.now, **facts)
    if fields != "email":
        tell(session, member, MailKind.CHANGED, to=email_before, now=request.now, **facts)
