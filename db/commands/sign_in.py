"""The steps of signing in that are written down: the try, its failure, its success."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from db.commands.audit import Actor, record
from db.errors import RuleBroken
from db.models import Staff
from db.queries.settings import bureau_facts
from db.queries.staff import StaffFacts, staff_facts
from db.rules.passwords import Failures, after_failure
from db.rules.periods import day_in_japan
from db.rules.service_hours import parse_hours
from db.rules.sign_in import Refusal, SignInRefused, fold_login_id
from db.rules.words import EventKind, PasswordKind, Role

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Try:
    """One try to sign in, counted as a failure until the password proves right.

    ``locked_until`` is when the lock ends that this try ran into, ``locking_until`` the lock that
    begins if it fails; an unknown ID has neither an account nor a hash.
    """

    staff_id: int | None = None
    password_hash: str | None = None
    locked_until: dt.datetime | None = None
    locking_until: dt.datetime | None = None


def take_try(session: Session, typed_id: str, *, now: dt.datetime) -> Try:
    """Count one try before its password is looked at.

    Whoever counts only afterwards lets several desks guess at once against the same count, and a
    guess whose desk is switched off in time is free.
    """
    staff = _account(session, typed_id)
    if staff is None or (staff.left_on is not None and staff.left_on <= day_in_japan(now)):
        return Try()
    before = Failures(staff.failed_count, staff.failed_since, staff.locked_until)
    if before.locked(now):
        return Try(staff.id, locked_until=before.locked_until)
    _keep(staff, after_failure(before, now))
    return Try(staff.id, staff.password_hash, locking_until=staff.locked_until)


def refuse(session: Session, tried: Try, *, desk: str, now: dt.datetime) -> SignInRefused:
    """Record that the try failed; what was typed is not recorded, it may be a password."""
    by = Actor(None, desk)
    reason = _reason(tried)
    record(session, EventKind.SIGN_IN_FAILED, by=by, now=now, staff=tried.staff_id, reason=reason)
    if tried.locking_until is not None:
        until = tried.locking_until.isoformat()
        record(session, EventKind.LOCKED, by=by, now=now, staff=tried.staff_id, until=until)
    locked_until = tried.locked_until or tried.locking_until
    if locked_until is not None:
        return SignInRefused(Refusal.LOCKED, {"until": locked_until})
    return SignInRefused(Refusal.WRONG)


def forget_failures(session: Session, staff_id: int) -> None:
    """The password proved right: the tries before it no longer count."""
    _keep(_by_id(session, staff_id), Failures())


def admit(
    session: Session, staff_id: int, *, desk: str, now: dt.datetime
) -> StaffFacts | SignInRefused:
    """Let in who gave the right password, unless the hour or the password's age forbids it."""
    staff = _by_id(session, staff_id)
    _keep(staff, Failures())
    refused = _too_late(session, staff, now)
    if refused is not None:
        by, reason = Actor(None, desk), refused.reason
        record(session, EventKind.SIGN_IN_FAILED, by=by, now=now, staff=staff_id, reason=reason)
        return refused
    known = staff_facts(session, staff_id)
    staff.last_signed_in_at = now
    record(session, EventKind.SIGN_IN, by=Actor(staff_id, desk), now=now)
    return known


def _account(session: Session, typed_id: str) -> Staff | None:
    try:
        login_id = fold_login_id(typed_id)
    except RuleBroken:
        return None
    # the row stays locked until the count is committed, so that no two tries count as one
    return session.scalar(select(Staff).where(Staff.login_id == login_id).with_for_update())


def _by_id(session: Session, staff_id: int) -> Staff:
    return session.scalars(select(Staff).where(Staff.id == staff_id).with_for_update()).one()


def _keep(staff: Staff, failures: Failures) -> None:
    staff.failed_count = failures.count
    staff.failed_since = failures.since
    staff.locked_until = failures.locked_until


def _reason(tried: Try) -> str:
    if tried.staff_id is None:
        return "unknown_id"
    return "wrong_password" if tried.locked_until is None else "locked"


def _too_late(session: Session, staff: Staff, now: dt.datetime) -> SignInRefused | None:
    bureau = bureau_facts(session)
    always = staff.role is Role.ADMIN or bureau.fictional
    if not always and not parse_hours(bureau.staff_hours).is_open(now):
        return SignInRefused(Refusal.OUTSIDE_HOURS, {"hours": bureau.staff_hours})
    expires_at = staff.password_expires_at
    if staff.password_kind is not PasswordKind.OWN and expires_at and expires_at <= now:
        return SignInRefused(Refusal.PASSWORD_EXPIRED, {"expired_at": expires_at})
    return None
