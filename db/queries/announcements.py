"""What is announced: to one customer as on their portal, and to anybody, for supervisors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Select, and_, func, select

from db.errors import RuleBroken
from db.models import Announcement, AnnouncementSeen, Contract, Staff
from db.queries.announcement_reach import (
    contracts_reached,
    customer_places,
    lasts,
    payment_numbers,
    reaches,
)
from db.rules.announcements import (
    TOLD_AHEAD,
    AnnouncementState,
    Closure,
    Reach,
    Wording,
    state_of,
)
from db.rules.periods import day_in_japan
from db.rules.permissions import Action, may

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import RowMapping
    from sqlalchemy.orm import Session

    from db.queries.announcement_reach import CustomerPlace
    from db.rules.words import Role

_MOST: Final = 200
_MOST_SEEN: Final = 20_000


@dataclass(frozen=True, slots=True)
class AnnouncementFacts:
    """An announcement as it is kept, and how it stands today."""

    announcement_id: int
    version: int
    state: AnnouncementState
    wording: Wording
    written_by_name: str | None

    @property
    def reach(self) -> Reach:
        """Whom it is for."""
        return self.wording.reach


@dataclass(frozen=True, slots=True)
class CustomerAnnouncement:
    """An announcement as one customer finds it (表示, 内容, 住所, お支払番号).

    ``contract_id`` is the one it is told for, None for a customer without any; ``address`` is
    empty for what everybody is told. ``told_by_name`` is the clerk who told the customer at
    ``seen_at``; without one the customer read it on the portal.
    """

    facts: AnnouncementFacts
    contract_id: int | None
    address: str
    address_latin: str
    payment_number: str | None
    seen_at: dt.datetime | None
    told_by_name: str | None

    @property
    def unread(self) -> bool:
        """Whether it shows and the customer does not know it yet."""
        return self.seen_at is None and self.facts.state is AnnouncementState.SHOWN


@dataclass(frozen=True, slots=True)
class AnnouncementLine:
    """An announcement with how many contracts it reaches, and how many of them know of it.

    The counts are None for those who may not write announcements.
    """

    facts: AnnouncementFacts
    contracts: int | None
    seen: int | None


def announcements_for(
    session: Session, customer_id: int, contract_id: int | None, *, today: dt.date
) -> tuple[CustomerAnnouncement, ...]:
    """What shows to a customer, or did; for one contract, or for all of theirs. Newest first."""
    places = customer_places(session, customer_id, contract_id, today=today)
    statement = (
        _announcements()
        .where(Announcement.published_on <= today, reaches(customer_id, contract_id, today))
        .order_by(Announcement.published_on.desc(), Announcement.id.desc())
        .limit(_MOST)
    )
    found = [_facts(row, today) for row in session.execute(statement).mappings()]
    found = [each for each in found if each.state is not AnnouncementState.WITHDRAWN]
    at = {each.announcement_id: _place(each, places) for each in found}
    numbers = payment_numbers(session, {place.contract_id for place in at.values() if place})
    known = _known(session, customer_id, at)
    return tuple(_for_customer(each, at[each.announcement_id], numbers, known) for each in found)


def unread_count(session: Session, customer_id: int, *, today: dt.date) -> int:
    """How many announcements show to a customer who was told of none of them yet."""
    known = (
        select(AnnouncementSeen.announcement_id)
        .join(Contract, Contract.id == AnnouncementSeen.contract_id)
        .where(
            AnnouncementSeen.announcement_id == Announcement.id,
            Contract.customer_id == customer_id,
        )
        .correlate(Announcement)
    )
    shown = and_(Announcement.published_on <= today, lasts(today))
    theirs = select(Contract.id).where(Contract.customer_id == customer_id).exists()
    reached = and_(theirs, reaches(customer_id, None, today))
    statement = select(func.count(Announcement.id)).where(shown, reached, ~known.exists())
    return int(session.scalar(statement) or 0)


def all_announcements(
    session: Session, *, role: Role, today: dt.date, limit: int = _MOST
) -> tuple[AnnouncementLine, ...]:
    """What was announced to anybody, newest first; with reach counts for supervisors.

    Others do not see what is about single contracts.
    """
    writes = may(role, Action.WRITE_ANNOUNCEMENT)
    statement = _announcements().order_by(Announcement.published_on.desc(), Announcement.id.desc())
    if not writes:
        statement = statement.where(Announcement.contract_id.is_(None))
    rows = session.execute(statement.limit(limit)).mappings()
    found = [_facts(row, today) for row in rows]
    if not writes:
        return tuple(AnnouncementLine(each, None, None) for each in found)
    everybody, towns = contracts_reached(session, {each.wording.town for each in found}, today)
    reached = {Reach.EVERYBODY: everybody, Reach.CONTRACT: 1}
    seen = _seen(session, [each.announcement_id for each in found])
    return tuple(
        AnnouncementLine(
            each,
            reached.get(each.reach, towns.get(each.wording.town, 0)),
            seen.get(each.announcement_id, 0),
        )
        for each in found
    )


def announcement(session: Session, announcement_id: int, *, today: dt.date) -> AnnouncementFacts:
    """One announcement; raises ``announcement.gone``."""
    statement = _announcements().where(Announcement.id == announcement_id).limit(1)
    row = session.execute(statement).mappings().one_or_none()
    if row is None:
        raise RuleBroken("announcement.gone", announcement_id=announcement_id)
    return _facts(row, today)


def portal_closed(session: Session, now: dt.datetime) -> Closure | None:
    """The closure of the portal that lasts now, or the next one within 24 hours."""
    statement = (
        select(
            Announcement.id,
            Announcement.title,
            Announcement.title_en,
            Announcement.portal_closed_from,
            Announcement.portal_closed_to,
        )
        .where(
            Announcement.portal_closed_to > now,
            Announcement.portal_closed_from <= now + TOLD_AHEAD,
            lasts(day_in_japan(now)),
        )
        .order_by(Announcement.portal_closed_from, Announcement.portal_closed_to.desc())
        .limit(1)
    )
    row = session.execute(statement).one_or_none()
    if row is None or row.portal_closed_from is None or row.portal_closed_to is None:
        return None
    return Closure(row.id, row.title, row.title_en, row.portal_closed_from, row.portal_closed_to)


def _announcements() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Announcement.id.label("announcement_id"),
            Announcement.version,
            Announcement.title,
            Announcement.title_en,
            Announcement.body,
            Announcement.body_en,
            Announcement.town,
            func.coalesce(Contract.portal_number, "").label("portal_number"),
            Announcement.published_on,
            Announcement.withdrawn_on,
            Announcement.portal_closed_from.label("closed_from"),
            Announcement.portal_closed_to.label("closed_to"),
            Staff.name.label("written_by_name"),
        )
        .outerjoin(Contract, Contract.id == Announcement.contract_id)
        .outerjoin(Staff, Staff.id == Announcement.written_by)
    )


def _facts(row: RowMapping, today: dt.date) -> AnnouncementFacts:
    values = dict(row)
    number, version = values.pop("announcement_id"), values.pop("version")
    by = values.pop("written_by_name")
    state = state_of(values["published_on"], values["withdrawn_on"], today)
    return AnnouncementFacts(number, version, state, Wording(**values), by)


def _place(facts: AnnouncementFacts, places: Sequence[CustomerPlace]) -> CustomerPlace | None:
    """The customer's place that it is about: for everybody, their first one."""
    town, number = facts.wording.town, facts.wording.portal_number
    about = (
        place
        for place in places
        if (place.portal_number == number if number else place.address.startswith(town))
    )
    return next(about, None)


def _for_customer(
    facts: AnnouncementFacts,
    place: CustomerPlace | None,
    numbers: Mapping[int, str],
    known: Mapping[int, tuple[dt.datetime, str | None]],
) -> CustomerAnnouncement:
    about = place if facts.reach is not Reach.EVERYBODY else None
    seen_at, told_by = known.get(facts.announcement_id, (None, None))
    return CustomerAnnouncement(
        facts=facts,
        contract_id=place.contract_id if place else None,
        address=about.shown_address if about else "",
        address_latin=about.shown_address_latin if about else "",
        payment_number=numbers.get(place.contract_id) if place else None,
        seen_at=seen_at,
        told_by_name=told_by,
    )


def _known(
    session: Session, customer_id: int, announcement_ids: Iterable[int]
) -> dict[int, tuple[dt.datetime, str | None]]:
    """When the customer first knew of each announcement, at whichever of their places."""
    statement = (
        select(AnnouncementSeen.announcement_id, AnnouncementSeen.seen_at, Staff.name)
        .join(Contract, Contract.id == AnnouncementSeen.contract_id)
        .outerjoin(Staff, Staff.id == AnnouncementSeen.told_by)
        .where(
            Contract.customer_id == customer_id,
            AnnouncementSeen.announcement_id.in_(list(announcement_ids)),
        )
        .order_by(AnnouncementSeen.seen_at.desc())
        .limit(_MOST_SEEN)
    )
    return {number: (at, name) for number, at, name in session.execute(statement)}


def _seen(session: Session, announcement_ids: Iterable[int]) -> dict[int, int]:
    statement = (
        select(AnnouncementSeen.announcement_id, func.count().label("known"))
        .where(AnnouncementSeen.announcement_id.in_(list(announcement_ids)))
        .group_by(AnnouncementSeen.announcement_id)
        .limit(_MOST)
    )
    return {row.announcement_id: row.known for row in session.execute(statement)}
