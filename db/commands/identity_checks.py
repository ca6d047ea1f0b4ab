"""Identity checks (本人確認): compared here, kept as kinds and a result, valid for one contact."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from db.commands.audit import record
from db.commands.own_contact import held_contact, own_contact, seen_protected
from db.commands.permission import allow
from db.errors import RuleBroken
from db.models import Contact, IdentityCheck
from db.queries.contacts import UNFINISHED, Identity, identity_of
from db.queries.on_file import Known, known_of
from db.queries.protections import is_protected
from db.rules import identity as rules
from db.rules.contact_words import (
    CheckItem,
    CheckMethod,
    CheckResult,
    ContactState,
    Disclosure,
    FollowUpBy,
    Speaker,
)
from db.rules.field_text import clean
from db.rules.periods import day_in_japan
from db.rules.permissions import Action
from db.rules.words import EventKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor

_LONGEST_REASON: Final = 500
_LONGEST_MEMO: Final = 4000


@dataclass(frozen=True, slots=True)
class Typed:
    """What a caller said and the clerk typed; compared with what is on file and forgotten."""

    customer_number: str = field(default="", repr=False)
    debit_bank: str = field(default="", repr=False)
    last_amount_yen: int | None = field(default=None, repr=False)


def check_identity(
    session: Session,
    contact_id: int,
    *,
    speaker: Speaker,
    method: CheckMethod,
    given: frozenset[CheckItem],
    typed: Typed | None = None,
    by: Actor,
    now: dt.datetime,
) -> Identity:
    """Keep what was asked or shown, and whether it was enough; a failure is kept too.

    Numbers, banks and amounts count when ``typed`` agrees with what is on file, not by a tick.
    Raises ``identity.no_customer``, ``identity.third_party_in_writing``,
    ``identity.nobody_speaks``, ``identity.no_agents_when_protected``,
    ``identity.no_phone_when_protected``, ``identity.papers_not_by_phone``, ``customer.gone`` for
    one protected meanwhile, and as ``own_contact``.
    """
    contact = own_contact(session, contact_id, by=by, now=now)
    known = _known(session, contact)
    protected = seen_protected(session, known.customer_id, by=by, now=now)
    asking = rules.what_to_ask(contact.channel, speaker, on_file=known.on_file, protected=protected)
    _refuse(asking.impossible)
    right, wrong = _compare(typed or Typed(), known)
    held = rules.counting(method, (given - frozenset(rules.TYPED)) | right)
    result = rules.evaluate(asking, held)
    asked = held if result is CheckResult.PASSED else given | right | wrong
    found = Identity(speaker, method, _in_order(asked), result, now)
    _keep(session, contact, found, staff_id=by.staff_id)
    told = {"wrong": _codes(_in_order(wrong)) or None}
    _record(session, EventKind.IDENTITY_CHECKED, contact, found, by=by, now=now, **told)
    return found


def override_identity(
    session: Session,
    contact_id: int,
    *,
    speaker: Speaker,
    reason: str,
    supervisor: Actor,
    by: Actor,
    now: dt.datetime,
) -> Identity:
    """Take a speaker for known because a supervisor says so, and why.

    Raises ``permission.denied``, ``identity.reason_missing``, ``identity.no_customer``,
    ``identity.third_party_in_writing``, ``text.…``, and as ``own_contact``.
    """
    allow(session, supervisor, Action.OVERRIDE_IDENTITY, now)
    contact = own_contact(session, contact_id, by=by, now=now)
    seen_protected(session, _customer_of(contact), by=by, now=now)
    if speaker is Speaker.THIRD_PARTY:
        raise RuleBroken("identity.third_party_in_writing")
    reason = clean("identity.reason", reason.strip(), _LONGEST_REASON, multiline=True)
    if not reason:
        raise RuleBroken("identity.reason_missing")
    found = Identity(speaker, CheckMethod.OVERRIDE, (), CheckResult.PASSED, now)
    _keep(session, contact, found, staff_id=supervisor.staff_id, reason=reason)
    why: dict[str, str | int | None] = {"reason": reason, "supervisor": supervisor.staff_id}
    _record(session, EventKind.IDENTITY_OVERRIDDEN, contact, found, by=by, now=now, **why)
    return found


def identified(
    session: Session,
    contact_id: int,
    customer_id: int,
    disclosure: Disclosure,
    *,
    by: Actor | None = None,
) -> Identity:
    """How the speaker of a contact was known to be one who may be told, or change, this.

    The contact stays locked until the transaction ends, so that it cannot end in between. Raises
    ``identity.missing``, ``identity.not_for_this`` (with the ``speaker``), ``identity.no_…`` for a
    customer protected since, unless a supervisor vouched for the speaker, ``contact.ended``,
    ``contact.parked``, ``contact.gone``, and ``permission.denied`` where it is not ``by``'s.
    """
    contact = held_contact(session, contact_id)
    if by is not None and contact.staff_id != by.staff_id:
        raise RuleBroken("permission.denied", action=Action.RECORD_CONTACT)
    if contact.state not in UNFINISHED:
        raise RuleBroken("contact.ended", contact_id=contact_id)
    if contact.state is ContactState.PARKED:
        raise RuleBroken("contact.parked", contact_id=contact_id)
    found = identity_of(session, contact_id) if contact.customer_id == customer_id else None
    if found is None or found.result is not CheckResult.PASSED:
        raise RuleBroken("identity.missing")
    if disclosure not in rules.may_be_told(found.speaker):
        raise RuleBroken("identity.not_for_this", speaker=found.speaker)
    if found.method is not CheckMethod.OVERRIDE and is_protected(session, customer_id):
        _refuse(rules.impossible(contact.channel, found.speaker, protected=True))
    return found


def written_request(
    session: Session, contact_id: int, *, memo: str, by: Actor, now: dt.datetime
) -> None:
    """Leave a third party's question (家主, 警察, 弁護士) to a supervisor, to come in writing.

    What was noted already stays, ``memo`` is added below. Raises ``text.…`` and as ``own_contact``.
    """
    contact = own_contact(session, contact_id, by=by, now=now)
    whole = f"{contact.memo}\n{memo}" if contact.memo and memo else contact.memo or memo
    contact.memo = clean("contact.memo", whole, _LONGEST_MEMO, multiline=True)
    contact.follow_up_on = day_in_japan(now)
    contact.follow_up_by = FollowUpBy.SUPERVISOR
    third = Speaker.THIRD_PARTY
    found = Identity(third, CheckMethod.DOCUMENT, (), CheckResult.FAILED, now)
    _keep(session, contact, found, staff_id=by.staff_id)
    told = {"in_writing": 1}
    _record(session, EventKind.IDENTITY_CHECKED, contact, found, by=by, now=now, **told)


def _known(session: Session, contact: Contact) -> Known:
    return known_of(session, _customer_of(contact), contact.contract_id)


def _customer_of(contact: Contact) -> int:
    if contact.customer_id is None:
        raise RuleBroken("identity.no_customer")
    return contact.customer_id


def _refuse(why: str | None) -> None:
    if why is not None:
        raise RuleBroken(f"identity.{why}")


def _compare(typed: Typed, known: Known) -> tuple[frozenset[CheckItem], frozenset[CheckItem]]:
    number, bank, yen = typed.customer_number, typed.debit_bank, typed.last_amount_yen
    tried = {
        CheckItem.CUSTOMER_NUMBER: number.strip()
        and any(rules.same_number(number, each) for each in known.customer_numbers),
        CheckItem.DEBIT_BANK: bank.strip()
        and any(rules.same_bank(bank, each) for each in known.banks),
        CheckItem.LAST_AMOUNT: yen is not None
        and any(rules.same_amount(yen, each) for each in known.last_amounts),
    }
    said = {CheckItem.CUSTOMER_NUMBER: number.strip(), CheckItem.DEBIT_BANK: bank.strip()}
    asked = {item for item, text in said.items() if text}
    asked |= {CheckItem.LAST_AMOUNT} if yen is not None else set()
    right = frozenset(item for item, same in tried.items() if same)
    return right, frozenset(asked) - right


def _in_order(items: frozenset[CheckItem]) -> tuple[CheckItem, ...]:
    return tuple(item for item in CheckItem if item in items)


def _codes(items: tuple[CheckItem, ...]) -> str:
    return " ".join(item.value for item in items)


def _keep(
    session: Session, contact: Contact, found: Identity, *, staff_id: int | None, reason: str = ""
) -> None:
    session.add(
        IdentityCheck(
            contact_id=contact.id,
            at=found.at,
            staff_id=staff_id,
            speaker=found.speaker,
            method=found.method,
            items=_codes(found.items),
            result=found.result,
            reason=reason,
        )
    )


def _record(
    session: Session,
    kind: EventKind,
    contact: Contact,
    found: Identity,
    *,
    by: Actor,
    now: dt.datetime,
    **more: str | int | None,
) -> None:
    record(
        session,
        kind,
        by=by,
        now=now,
        customer_id=contact.customer_id,
        contract_id=contact.contract_id,
        contact=contact.id,
        speaker=found.speaker,
        method=found.method,
        items=_codes(found.items),
        result=found.result,
        **more,
    )
