"""What stands at the head of a notice: who it goes to, and about which use of water."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, Row, Select, and_, bindparam, or_, select
from sqlalchemy.orm import aliased

from db.errors import RuleBroken
from db.models import Contract, ContractParty, Customer, Location
from db.models.types import Day
from db.queries.paper_settings import paper_settings
from db.rules.notice_facts import Addressee, NoticeHead, Use
from db.rules.periods import day_in_japan
from db.rules.words import PartyRole

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.rules.issuer import Issuer
    from db.rules.paper import PaperKind
    from db.rules.paper_settings import PaperSettings

_CONTRACT = bindparam("contract_id", type_=Integer)
_DAY = bindparam("day", type_=Day())


def notice_head(
    session: Session,
    kind: PaperKind,
    contract_id: int,
    *,
    issuer: Issuer,
    issued_at: dt.datetime,
    number: str = "",
    settings: PaperSettings | None = None,
) -> NoticeHead:
    """The head of a notice about a contract, issued at an aware instant.

    It goes to the contract's addressee (送付先), or else to its user; to where they want their
    mail, or else to the place of use. Who writes many hands in the ``settings`` read once. Raises
    ``contract.gone``.
    """
    asked = {"contract_id": contract_id, "day": day_in_japan(issued_at)}
    row = session.execute(_head(), asked).one_or_none()
    if row is None:
        raise RuleBroken("contract.gone", contract_id=contract_id)
    numbers = (row.customer_number, row.portal_number)
    use = Use(*numbers, row.name, row.place, row.usage_class, row.kind)
    if settings is None:
        settings = paper_settings(session)
    return NoticeHead(kind, number, issued_at, issuer, settings, _addressee(row), use)


def _addressee(row: Row[Any]) -> Addressee:
    if row.other_name is not None:
        name, kind = row.other_name, row.other_kind
        postal_code, address = row.other_postal_code, row.other_address
    else:
        name, kind = row.name, row.kind
        postal_code, address = row.postal_code, row.address
    if address is None:
        postal_code, address = row.place_postal_code, row.place
    return Addressee(name, kind, postal_code or "", address)


@functools.cache
def _head() -> Select[*tuple[Any, ...]]:
    other = aliased(Customer)
    in_force = and_(
        ContractParty.contract_id == Contract.id,
        ContractParty.role == PartyRole.ADDRESSEE,
        ContractParty.started_on <= _DAY,
        or_(ContractParty.ended_on.is_(None), ContractParty.ended_on >= _DAY),
    )
    return (
        select(
            Contract.customer_number,
            Contract.portal_number,
            Contract.usage_class,
            Customer.name,
            Customer.kind,
            Customer.postal_code,
            Customer.address,
            Location.postal_code.label("place_postal_code"),
            Location.address.label("place"),
            other.name.label("other_name"),
            other.kind.label("other_kind"),
            other.postal_code.label("other_postal_code"),
            other.address.label("other_address"),
        )
        .join(Customer, Customer.id == Contract.customer_id)
        .join(Location, Location.id == Contract.location_id)
        .outerjoin(ContractParty, in_force)
        .outerjoin(other, other.id == ContractParty.customer_id)
        .where(Contract.id == _CONTRACT)
        .order_by(ContractParty.started_on.desc(), ContractParty.id.desc())
        .limit(1)
    )
