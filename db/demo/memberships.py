"""Makes members of the town's people: most active, a few waiting, resting, or gone again."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import Enum, auto
from itertools import count, groupby
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, insert, select

from db.demo import story
from db.demo.member_accounts import ANSWER_HASHES, MEMBER_ID, MEMBER_NUMBER, PASSWORD_HASHES
from db.models import Contract, Customer, Location, Member, MemberContract
from db.rules.member_words import (
    MailLanguage,
    MemberState,
    RegisteredVia,
    SecretQuestion,
    SuspensionReason,
    WithdrawalReason,
)
from db.rules.words import CustomerKind, PasswordKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Row
    from sqlalchemy.orm import Session

    from db.engine import Database

_AT_ONCE: Final = 10_000
_SETTLED: Final = dt.timedelta(days=60)
_PHONE: Final = re.compile(r"[0-9-]{10,13}")
_MOST_HELD: Final = 5


class _Course(Enum):
    ACTIVE = auto()
    WAITING = auto()
    WAITING_AMISS = auto()
    RESTING = auto()
    GONE = auto()


_ROUND: Final = 60
_RARE: Final = {
    7: _Course.WAITING,
    13: _Course.WAITING_AMISS,
    22: _Course.RESTING,
    31: _Course.GONE,
}
_ACTIVE_EVERY: Final = 3


@dataclass(frozen=True, slots=True)
class _Joining:
    """Somebody about to be a member: their rows, their course, and a number of their own."""

    places: tuple[Row[Any], ...]
    course: _Course
    serial: int
    registered_at: dt.datetime

    @property
    def login_id(self) -> str:
        """The login ID: the surname in Latin letters, and the customer's number."""
        first = self.places[0]
        if first.portal_number == MEMBER_NUMBER:
            return MEMBER_ID
        surname = re.sub("[^a-z]", "", (first.latin_name or "").split(" ")[-1].lower())
        return f"{surname[:10] or 'kaiin'}{first.customer_id:05}"


def join(database: Database, delivered_at: dt.datetime) -> None:
    """Make members of everybody who is to be one, as of the delivery."""
    serials = count()
    with database.reading() as session:
        last = session.scalar(select(func.max(Customer.id))) or 0
    for start in range(0, last, _AT_ONCE):
        with database.writing() as session:
            rows = session.execute(_people(start, delivered_at)).all()
            joining = list(_joining(rows, serials, delivered_at))
            if joining:
                _add(session, joining, delivered_at)


def _people(start: int, delivered_at: dt.datetime) -> Any:
    known = (Contract.portal_number == MEMBER_NUMBER) | (Customer.id > story.CUSTOMERS)
    return (
        select(
            Customer.id.label("customer_id"),
            Customer.name,
            Customer.kana,
            Customer.latin_name,
            Customer.phone,
            Contract.id.label("contract_id"),
            Contract.portal_number,
            Contract.started_on,
            Location.postal_code,
            Location.address,
        )
        .join(Contract, Contract.customer_id == Customer.id)
        .join(Location, Location.id == Contract.location_id)
        .where(Customer.id > start, Customer.id <= start + _AT_ONCE, known)
        .where(Customer.kind == CustomerKind.PERSON, Contract.ended_on.is_(None))
        .where(Contract.started_on <= (delivered_at - _SETTLED).date())
        .order_by(Customer.id, Contract.id)
    )


def _joining(
    rows: Iterable[Row[Any]], serials: Iterator[int], delivered_at: dt.datetime
) -> Iterator[_Joining]:
    for _, group in groupby(rows, key=lambda row: row.customer_id):
        places = tuple(group)[:_MOST_HELD]
        if not _PHONE.fullmatch(places[0].phone or ""):
            continue
        serial = next(serials)
        course = _RARE.get(serial % _ROUND)
        if course is None and serial % _ACTIVE_EVERY == 0:
            course = _Course.ACTIVE
        if course is not None:
            waits = course in {_Course.WAITING, _Course.WAITING_AMISS}
            newest = max(place.started_on for place in places)
            most = (delivered_at.date() - newest).days - 20
            days = 1 + serial % 3 if waits else min(most, 30 + serial * 37 % 900)
            registered_at = delivered_at - dt.timedelta(days=days, minutes=serial % 600)
            yield _Joining(places, course, serial, registered_at)


def _add(session: Session, joining: list[_Joining], delivered_at: dt.datetime) -> None:
    session.execute(insert(Member), [_member(one, delivered_at) for one in joining])
    first, last = joining[0].places[0].customer_id, joining[-1].places[0].customer_id
    made = select(Member.customer_id, Member.id).where(Member.customer_id.between(first, last))
    ids: dict[int, int] = dict(iter(session.execute(made)))
    held = [
        _held(ids[place.customer_id], place, one, delivered_at)
        for one in joining
        for place in one.places
    ]
    session.execute(insert(MemberContract), held)


def _member(one: _Joining, delivered_at: dt.datetime) -> dict[str, Any]:
    first, hashes = one.places[0], one.serial % len(PASSWORD_HASHES)
    amiss = one.course is _Course.WAITING_AMISS
    surname = first.name.split(" ")[0]
    return {
        "customer_id": first.customer_id,
        "registered_via": RegisteredVia.DESK if one.serial % 4 == 0 else RegisteredVia.PORTAL,
        "login_id": one.login_id,
        # who registers somebody else's use is refused: the program compares the names
        "name": f"{surname} 一" if amiss else first.name,
        "kana": first.kana,
        "phone": first.phone,
        "postal_code": first.postal_code,
        "address": first.address,
        "email": f"{one.login_id}@example.jp",
        "language": MailLanguage.EN if one.serial % 25 == 12 else MailLanguage.JA,
        "mails_reading": 1,
        "mails_billing": 1,
        "mails_overdue": one.serial % 2,
        "secret_question": list(SecretQuestion)[one.serial % len(SecretQuestion)],
        "secret_answer_hash": ANSWER_HASHES[hashes],
        "secret_set_at": one.registered_at,
        "password_hash": PASSWORD_HASHES[hashes],
        "password_kind": PasswordKind.OWN,
        "password_set_at": one.registered_at,
        "terms_version": "2024-04",
        "consented_at": one.registered_at,
        "registered_at": one.registered_at,
    } | _standing(one, delivered_at)


def _standing(one: _Joining, delivered_at: dt.datetime) -> dict[str, Any]:
    days = dt.timedelta(days=1)
    waits = one.course in {_Course.WAITING, _Course.WAITING_AMISS}
    state = {_Course.RESTING: MemberState.SUSPENDED, _Course.GONE: MemberState.WITHDRAWN}
    rests, gone = one.course is _Course.RESTING, one.course is _Course.GONE
    return {
        "state": MemberState.PENDING if waits else state.get(one.course, MemberState.ACTIVE),
        "activated_at": None if waits else one.registered_at + days / 2,
        "suspended_at": delivered_at - 9 * days if rests else None,
        "suspension": SuspensionReason.OWN_REQUEST if rests else None,
        "withdrawn_at": delivered_at - 5 * days if gone else None,
        "withdrawal": WithdrawalReason.NOT_USED if gone else None,
    }


def _held(
    member_id: int, place: Row[Any], one: _Joining, delivered_at: dt.datetime
) -> dict[str, Any]:
    standing = _standing(one, delivered_at)
    return {
        "member_id": member_id,
        "contract_id": place.contract_id,
        "held_from": standing["activated_at"],
        "held_to": standing["withdrawn_at"],
    }
