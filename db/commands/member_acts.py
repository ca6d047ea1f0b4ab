"""What every act on a membership begins and ends with.

It begins with the right to do it, the lock of the member's row, the repetition of an act done
already, the person's identity, and the version of the form; it ends with what is remembered.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from db.commands.audit import record
from db.commands.identity_checks import identified
from db.commands.outbox import queue_mail
from db.commands.permission import allow
from db.commands.requests import keep_outcome, outcome_of
from db.errors import RuleBroken
from db.models import Contact, Customer, Member
from db.queries.protections import is_protected
from db.rules.contact_words import Channel, Disclosure
from db.rules.member_words import MailKind
from db.rules.permissions import Action, may
from db.rules.receipts import receipt_number

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.queries.contacts import Identity
    from db.rules.member_words import Procedure
    from db.rules.words import EventKind, Role


@dataclass(frozen=True, slots=True)
class Done:
    """An act that is done, and its receipt number (受付番号)."""

    member_id: int
    receipt: str


@dataclass(frozen=True, slots=True)
class Request:
    """Which form an act comes from: the contact it belongs to and the key of its repetitions."""

    contact_id: int
    key: str
    by: Actor
    now: dt.datetime

    @property
    def receipt(self) -> str:
        """The receipt number of this act."""
        return receipt_number(self.key, self.now)


@dataclass(frozen=True, slots=True)
class Begun:
    """An act that may go on: the locked member, who speaks, and through which channel.

    ``outcome`` is what an earlier act with the same key gave; then nothing is to be done.
    """

    member: Member
    outcome: dict[str, Any] | None = None
    identity: Identity | None = None
    channel: Channel = Channel.OFFICE


def begin(
    session: Session,
    member_id: int,
    request: Request,
    *,
    version: int | None = None,
    action: Action = Action.HANDLE_MEMBERSHIP,
) -> Begun:
    """Lock the member for an act of the contact's own clerk, whom the customer may ask for it.

    Raises ``permission.denied``, ``customer.gone``, ``member.gone``, ``identity.…``,
    ``contact.ended`` and ``record.changed``; a repetition is checked for the right alone.
    """
    role = allow(session, request.by, action, request.now)
    member = locked_member(session, member_id)
    require_visible(session, member.customer_id, role)
    outcome = outcome_of(session, request.key)
    if outcome is not None:
        return Begun(member, outcome)
    identity, channel = known_speaker(session, request, member.customer_id)
    require_version(member, version)
    return Begun(member, None, identity, channel)


def known_speaker(session: Session, request: Request, customer_id: int) -> tuple[Identity, Channel]:
    """Who speaks in the contact, known well enough for a membership; raises as ``begin``."""
    membership = Disclosure.MEMBERSHIP
    identity = identified(session, request.contact_id, customer_id, membership, by=request.by)
    channel = session.scalars(select(Contact.channel).where(Contact.id == request.contact_id)).one()
    return identity, channel


def locked_member(session: Session, member_id: int) -> Member:
    """The member as they are now, until the transaction ends; raises ``member.gone``."""
    this = select(Member).where(Member.id == member_id).with_for_update()
    member = session.scalar(this.execution_options(populate_existing=True))
    if member is None:
        raise RuleBroken("member.gone", member_id=member_id)
    return member


def lock_customer(session: Session, customer_id: int) -> None:
    """Let nobody else make this customer a member until the transaction ends."""
    this = select(Customer.id).where(Customer.id == customer_id).with_for_update(key_share=True)
    if session.scalar(this) is None:
        raise RuleBroken("customer.gone", customer_id=customer_id)


def require_visible(session: Session, customer_id: int, role: Role) -> None:
    """Go on only if the customer exists for this role; raises ``customer.gone``."""
    if not may(role, Action.OPEN_PROTECTED) and is_protected(session, customer_id):
        raise RuleBroken("customer.gone", customer_id=customer_id)


def require_version(member: Member, version: int | None) -> None:
    """Go on only with the member as the form showed it; raises ``record.changed``."""
    if version is not None and member.version != version:
        raise RuleBroken("record.changed")


def touch(member: Member) -> None:
    """Count a change of what belongs to the member, so that open forms notice it."""
    flag_modified(member, "state")


def finish(
    session: Session, kind: Procedure, request: Request, **outcome: str | int | bool | None
) -> None:
    """Remember what the act gave, for its repetition; never a secret."""
    keep_outcome(session, request.key, kind=kind, outcome=outcome, by=request.by, now=request.now)


def record_act(
    session: Session,
    kind: EventKind,
    member: Member,
    request: Request,
    *,
    contract_id: int | None = None,
    **facts: str | int | None,
) -> None:
    """Record the act, under its receipt number if its form has a key."""
    record(
        session,
        kind,
        by=request.by,
        now=request.now,
        customer_id=member.customer_id,
        contract_id=contract_id,
        contact=request.contact_id or None,
        member=member.id,
        receipt=request.receipt if request.key else None,
        **facts,
    )


def tell(
    session: Session,
    member: Member,
    kind: MailKind,
    *,
    now: dt.datetime,
    to: str | None = None,
    **facts: str | int | None,
) -> None:
    """Queue a mail; a member whose address is none is not told, and the act goes on."""
    try:
        queue_mail(session, member.id, kind, to=to, now=now, **facts)
    except RuleBroken as problem:
        if not problem.code.startswith("mail.address_"):
            raise


def welcome(session: Session, member: Member, receipt: str, now: dt.datetime) -> None:
    """Tell a member that they are one, and mail a one-time password to who has chosen none."""
    tell(session, member, MailKind.REGISTERED, now=now, receipt=receipt)
    if member.password_hash is None:
        queue_mail(session, member.id, MailKind.ONE_TIME_PASSWORD, now=now, receipt=receipt)
