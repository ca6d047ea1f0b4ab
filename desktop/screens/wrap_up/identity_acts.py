"""What an identity check asks of the database, and what it does there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from db.commands.identity_checks import check_identity, override_identity, written_request
from db.queries.contacts import ContactFacts, Identity, contact_facts
from db.queries.contracts import PartyLine, contract_details
from db.queries.on_file import on_file_of
from db.queries.protections import is_protected

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from db.rules.identity import OnFile
    from db.rules.words import Role


@dataclass(frozen=True, slots=True)
class Doing:
    """Something to be done in the contact, after its notes were kept."""

    work: Callable[[Session], Any]
    then: Callable[[Any], None]
    failed: Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class Known:
    """What decides on what is asked: what is on file, whether they are protected, who is who."""

    on_file: OnFile
    protected: bool
    parties: tuple[PartyLine, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """How this check ended, and the contact as it stands after it."""

    identity: Identity
    contact: ContactFacts


def look_up(
    session: Session,
    *,
    contact_id: int,
    customer_id: int,
    contract_id: int | None,
    role: Role,
    today: dt.date,
) -> Known:
    """What there is to ask for at a contract; raises ``contact.gone`` and ``contract.gone``."""
    parties: tuple[PartyLine, ...] = ()
    if contract_id is not None:
        parties = contract_details(session, contract_id, role=role, today=today).parties
    return Known(on_file_of(session, contact_id), is_protected(session, customer_id), parties)


def check(session: Session, *, contact_id: int, **asked: Any) -> Checked:
    """Compare and keep what was shown or said; raises as ``check_identity``."""
    identity = check_identity(session, contact_id, **asked)
    session.flush()
    return Checked(identity, contact_facts(session, contact_id))


def override(session: Session, *, contact_id: int, **asked: Any) -> Checked:
    """Take the speaker for known on a supervisor's word; raises as ``override_identity``."""
    identity = override_identity(session, contact_id, **asked)
    session.flush()
    return Checked(identity, contact_facts(session, contact_id))


def leave_in_writing(session: Session, *, contact_id: int, **asked: Any) -> ContactFacts:
    """Leave a third party's question to a supervisor; raises as ``written_request``."""
    written_request(session, contact_id, **asked)
    session.flush()
    return contact_facts(session, contact_id)
