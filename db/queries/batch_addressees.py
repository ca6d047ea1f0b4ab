"""To whom the notices of many contracts go, read at once: the twin of ``notice_head``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Row, Select, and_, or_, select
from sqlalchemy.orm import aliased

from db.models import Contract, ContractParty, Customer, Location
from db.rules.notice_facts import Addressee, NoticeHead, Use
from db.rules.words import PartyRole

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from sqlalchemy.orm import Session

    from db.rules.issuer import Issuer
    from db.rules.paper import PaperKind
    from db.rules.paper_settings import PaperSettings

_AT_ONCE: Final = 5000


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets the paper about a contract, and about which use of water.

    ``is_gone`` tells that the contract ended and nobody said where mail should go since.
    """

    contract_id: int
    to: Addressee
    use: Use
    is_gone: bool

    @property
    def posting_order(self) -> tuple[str, str, str, int]:
        """Where the envelope stands among others: by postal code, address and name."""
        return self.to.postal_code, self.to.address, self.to.name, self.contract_id


@dataclass(frozen=True, slots=True)
class HeadMaker:
    """What the heads of all notices of a batch have in common; ``issued_at`` is aware."""

    kind: PaperKind
    issuer: Issuer
    settings: PaperSettings
    issued_at: dt.datetime

    def head(self, recipient: Recipient) -> NoticeHead:
        """The head of one of them, without its number."""
        shared = (self.kind, "", self.issued_at, self.issuer, self.settings)
        return NoticeHead(*shared, recipient.to, recipient.use)


def recipients(session: Session, contract_ids: Iterable[int], on: dt.date) -> dict[int, Recipient]:
    """The recipients of the contracts' paper on a day, by contract."""
    ids = tuple(contract_ids)
    found: dict[int, Recipient] = {}
    for start in range(0, len(ids), _AT_ONCE):
        for row in _rows(session, ids[start : start + _AT_ONCE], on):
            # of several addressees the one who came last comes first
            if row.contract_id not in found:
                found[row.contract_id] = _recipient(row, on)
    return found


def _rows(session: Session, some: tuple[int, ...], on: dt.date) -> Iterator[Row[Any]]:
    yield from session.execute(_statement(on).where(Contract.id.in_(some)))


def _recipient(row: Row[Any], on: dt.date) -> Recipient:
    prefix = "own" if row.other_name is None else "other"
    name, kind, postal_code, address = (
        getattr(row, f"{prefix}_{part}") for part in ("name", "kind", "postal_code", "address")
    )
    ended = row.ended_on is not None and row.ended_on < on
    is_gone = address is None and ended
    if address is None:
        postal_code, address = row.place_postal_code, row.place
    to = Addressee(name, kind, postal_code or "", address)
    numbers = (row.customer_number, row.portal_number)
    use = Use(*numbers, row.own_name, row.place, row.usage_class, row.own_kind)
    return Recipient(row.contract_id, to, use, is_gone)


def _statement(on: dt.date) -> Select[*tuple[Any, ...]]:
    other = aliased(Customer)
    in_force = and_(
        ContractParty.contract_id == Contract.id,
        ContractParty.role == PartyRole.ADDRESSEE,
        ContractParty.started_on <= on,
        or_(ContractParty.ended_on.is_(None), ContractParty.ended_on >= on),
    )
    whose = [
        column.label(f"{prefix}_{column.key}")
        for prefix, who in (("own", Customer), ("other", other))
        for column in (who.name, who.kind, who.postal_code, who.address)
    ]
    return (
        select(
            Contract.id.label("contract_id"),
            Contract.customer_number,
            Contract.portal_number,
            Contract.usage_class,
            Contract.ended_on,
            *whose,
            Location.postal_code.label("place_postal_code"),
            Location.address.label("place"),
        )
        .join(Customer, Customer.id == Contract.customer_id)
        .join(Location, Location.id == Contract.location_id)
        .outerjoin(ContractParty, in_force)
        .outerjoin(other, other.id == ContractParty.customer_id)
        .order_by(Contract.id, ContractParty.started_on.desc(), ContractParty.id.desc())
        .limit(_AT_ONCE * 10)
    )
