"""Members of the portal as the desk sees them: masked, but for the forms after the check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Select, case, select

from db.errors import RuleBroken
from db.models import Contract, Location, Member, MemberContract
from db.queries.member_contracts import Addable, addable
from db.queries.pending_members import PendingMember, pending_members
from db.queries.protections import protected
from db.rules import member_fields
from db.rules.masking import MASKED, mask_address, mask_phone
from db.rules.member_masking import mask_email
from db.rules.member_states import HOLDING

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import RowMapping
    from sqlalchemy.orm import Session

    from db.rules.member_words import (
        MailLanguage,
        MemberState,
        RegisteredVia,
        SecretQuestion,
        SuspensionReason,
    )
    from db.rules.words import PasswordKind

__all__ = [
    "Addable",
    "HeldContract",
    "MemberFacts",
    "MemberForm",
    "PendingMember",
    "addable",
    "held_contracts",
    "login_id_free",
    "member_full",
    "member_of",
    "pending_members",
]

_MOST_CONTRACTS: Final = 500


@dataclass(frozen=True, slots=True)
class HeldContract:
    """A contract in a membership; ``held_from`` is None while it is only asked for."""

    contract_id: int
    portal_number: str
    address: str
    held_from: dt.datetime | None
    ended_on: dt.date | None


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """A membership as its card shows it; of the secrets only whether and since when they are set.

    Of a protected customer even what is masked otherwise is hidden whole.

    ``password_expires_at`` is that of a one-time password.
    """

    member_id: int
    customer_id: int
    version: int
    state: MemberState
    registered_via: RegisteredVia
    login_id: str
    name: str
    kana: str
    phone_masked: str
    postal_code: str | None
    address_masked: str
    email_masked: str
    language: MailLanguage
    mails_reading: bool
    mails_billing: bool
    mails_overdue: bool
    has_secret: bool
    question: SecretQuestion | None
    secret_set_at: dt.datetime | None
    password_kind: PasswordKind | None
    password_set_at: dt.datetime | None
    password_expires_at: dt.datetime | None
    locked_until: dt.datetime | None
    terms_version: str
    consented_at: dt.datetime
    registered_at: dt.datetime
    activated_at: dt.datetime | None
    suspended_at: dt.datetime | None
    suspension: SuspensionReason | None
    withdrawn_at: dt.datetime | None
    contracts: tuple[HeldContract, ...]


@dataclass(frozen=True, slots=True)
class MemberForm:
    """What a form is filled in with, unmasked: to be asked for after the identity check only."""

    member_id: int
    customer_id: int
    version: int
    login_id: str
    name: str
    kana: str
    phone: str
    postal_code: str | None
    address: str
    email: str
    language: MailLanguage
    mails_reading: bool
    mails_billing: bool
    mails_overdue: bool
    question: SecretQuestion | None


def member_of(session: Session, customer_id: int) -> MemberFacts | None:
    """The customer's membership: the one that holds an ID, else the last one that ended."""
    holds = case((Member.state.in_(HOLDING), 0), else_=1)
    this = _members().where(Member.customer_id == customer_id).order_by(holds, Member.id.desc())
    row = session.execute(this.limit(1)).mappings().one_or_none()
    return None if row is None else _facts(row, held_contracts(session, row["member_id"]))


def held_contracts(session: Session, member_id: int) -> tuple[HeldContract, ...]:
    """The contracts a membership holds or asks for, by address."""
    rows = session.execute(
        select(
            MemberContract.contract_id,
            Contract.portal_number,
            Location.address,
            MemberContract.held_from,
            Contract.ended_on,
        )
        .join(Contract, Contract.id == MemberContract.contract_id)
        .join(Location, Location.id == Contract.location_id)
        .where(MemberContract.member_id == member_id, MemberContract.held_to.is_(None))
        .order_by(Location.address, Contract.portal_number)
        .limit(_MOST_CONTRACTS)
    )
    return tuple(HeldContract(**row) for row in rows.mappings())


def member_full(session: Session, member_id: int) -> MemberForm:
    """A member unmasked; raises ``member.gone``."""
    columns = [getattr(Member, name) for name in (*_FORM, *_SETTINGS)]
    key, question = Member.id.label("member_id"), Member.secret_question.label("question")
    this = select(key, *columns, question).where(Member.id == member_id)
    row = session.execute(this.limit(1)).mappings().one_or_none()
    if row is None:
        raise RuleBroken("member.gone", member_id=member_id)
    values: dict[str, Any] = {**row} | _as_yes_or_no(row)
    return MemberForm(**values)


def login_id_free(session: Session, login_id: str, *, except_member_id: int | None = None) -> bool:
    """Whether nobody else has the login ID now; raises what is wrong with it as an ID."""
    plain = member_fields.login_id(login_id)
    having = select(Member.id).where(Member.login_id == plain, Member.state.in_(HOLDING))
    holder = session.scalar(having.limit(1))
    return holder is None or holder == except_member_id


_SETTINGS: Final = ("mails_reading", "mails_billing", "mails_overdue")
_FORM: Final = (
    "customer_id",
    "version",
    "login_id",
    "name",
    "kana",
    "phone",
    "postal_code",
    "address",
    "email",
    "language",
)
_FACTS: Final = (
    "customer_id",
    "version",
    "state",
    "registered_via",
    "login_id",
    "name",
    "kana",
    "postal_code",
    "language",
    "secret_set_at",
    "password_kind",
    "password_set_at",
    "password_expires_at",
    "locked_until",
    "terms_version",
    "consented_at",
    "registered_at",
    "activated_at",
    "suspended_at",
    "suspension",
    "withdrawn_at",
)


def _as_yes_or_no(row: RowMapping) -> dict[str, bool]:
    return {name: bool(row[name]) for name in _SETTINGS}


def _members() -> Select[*tuple[Any, ...]]:
    return select(
        Member.id.label("member_id"),
        *(getattr(Member, name) for name in (*_FACTS, *_SETTINGS)),
        Member.secret_question.label("question"),
        Member.phone,
        Member.address,
        Member.email,
        protected(Member.customer_id).label("protected"),
    )


def _facts(row: RowMapping, contracts: tuple[HeldContract, ...]) -> MemberFacts:
    values: dict[str, Any] = {name: row[name] for name in _FACTS} | _as_yes_or_no(row)
    hidden = row["protected"]
    return MemberFacts(
        **values,
        member_id=row["member_id"],
        phone_masked=MASKED if hidden else mask_phone(row["phone"]),
        address_masked=MASKED if hidden else mask_address(row["address"]),
        email_masked=MASKED if hidden else mask_email(row["email"]),
        has_secret=row["question"] is not None,
        question=row["question"],
        contracts=contracts,
    )
