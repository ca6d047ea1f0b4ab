"""Writing announcements, changing and withdrawing them, and telling a customer of one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from db.commands.audit import record
from db.commands.own_contact import own_contact
from db.commands.permission import allow
from db.commands.requests import keep_outcome, outcome_of
from db.errors import RuleBroken
from db.models import Announcement, AnnouncementSeen, Contract
from db.queries.announcement_reach import reach_of, reaches
from db.queries.announcements import announcement
from db.queries.protections import visible_to
from db.rules.announcements import (
    LONGEST_REASON,
    AnnouncementState,
    cleaned,
    require_end_only,
    state_of,
)
from db.rules.field_text import filled
from db.rules.member_words import Procedure
from db.rules.periods import day_in_japan
from db.rules.permissions import Action
from db.rules.words import EventKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.queries.announcement_reach import Reached
    from db.rules.announcements import Wording
    from db.rules.words import Role

_GONE = (AnnouncementState.ENDED, AnnouncementState.WITHDRAWN)


def write(session: Session, wording: Wording, *, key: str, by: Actor, now: dt.datetime) -> int:
    """Announce something and give its id; the same ``key`` again gives the same one.

    Raises ``permission.denied``, ``text.…``, ``span.…``, ``announcement.…`` with the ``field``,
    and ``request.under_way``.
    """
    allow(session, by, Action.WRITE_ANNOUNCEMENT, now)
    done = outcome_of(session, key)
    if done is not None:
        return int(done["announcement_id"])
    checked = cleaned(wording, now=now)
    reached = reach_of(session, checked, today=day_in_japan(now))
    written = Announcement(**_columns(checked, reached), written_by=by.staff_id)
    session.add(written)
    session.flush()
    _record(session, EventKind.ANNOUNCEMENT_WRITTEN, written, by=by, now=now)
    outcome = {"announcement_id": written.id}
    keep_outcome(session, key, kind=Procedure.ANNOUNCEMENT, outcome=outcome, by=by, now=now)
    return written.id


def change(
    session: Session,
    announcement_id: int,
    wording: Wording,
    *,
    version: int,
    by: Actor,
    now: dt.datetime,
) -> None:
    """Change what does not show yet; of what shows, only its end and the portal's reopening.

    Raises ``permission.denied``, ``announcement.gone``, ``record.changed``, ``announcement.over``,
    ``announcement.already_shown``, and as ``write``.
    """
    allow(session, by, Action.WRITE_ANNOUNCEMENT, now)
    kept = _locked(session, announcement_id, version)
    before = announcement(session, announcement_id, today=day_in_japan(now))
    _require_not_over(before.state)
    shown = before.state is AnnouncementState.SHOWN
    checked = cleaned(wording, now=now, shown=shown)
    if shown:
        require_end_only(before.wording, checked)
    reached = reach_of(session, checked, today=day_in_japan(now))
    for column, value in _columns(checked, reached).items():
        setattr(kept, column, value)
    _record(session, EventKind.ANNOUNCEMENT_CHANGED, kept, by=by, now=now)


def withdraw(
    session: Session,
    announcement_id: int,
    *,
    version: int,
    reason: str,
    by: Actor,
    now: dt.datetime,
) -> None:
    """Take an announcement back from this day on, or before it ever showed.

    Raises ``permission.denied``, ``announcement.gone``, ``record.changed``, ``announcement.over``
    and ``text.…`` with the field ``announcement.reason``.
    """
    allow(session, by, Action.WRITE_ANNOUNCEMENT, now)
    kept = _locked(session, announcement_id, version)
    today = day_in_japan(now)
    _require_not_over(state_of(kept.published_on, kept.withdrawn_on, today))
    why = filled("announcement.reason", reason, LONGEST_REASON)
    kept.withdrawn_on = max(today, kept.published_on)
    _record(session, EventKind.ANNOUNCEMENT_WITHDRAWN, kept, by=by, now=now, reason=why)


def tell(
    session: Session,
    announcement_id: int,
    contract_id: int,
    *,
    contact_id: int,
    by: Actor,
    now: dt.datetime,
) -> bool:
    """Note that the clerk told the customer in this contact; False when they knew already.

    Raises ``permission.denied``, ``contact.…``, ``contract.gone``, ``announcement.gone`` and
    ``announcement.not_theirs`` for what does not show to this contract today.
    """
    role = allow(session, by, Action.RECORD_CONTACT, now)
    contact = own_contact(session, contact_id, by=by, now=now)
    customer_id = _customer_of(session, contract_id, role)
    if contact.customer_id != customer_id:
        raise RuleBroken("contact.other_customer")
    today = day_in_japan(now)
    told = announcement(session, announcement_id, today=today)
    theirs = select(Announcement.id).where(
        Announcement.id == announcement_id, reaches(customer_id, contract_id, today)
    )
    if told.state is not AnnouncementState.SHOWN or session.scalar(theirs.limit(1)) is None:
        raise RuleBroken("announcement.not_theirs", announcement_id=announcement_id)
    if not _keep_seen(session, announcement_id, contract_id, by=by, now=now):
        return False
    record(
        session,
        EventKind.ANNOUNCEMENT_TOLD,
        by=by,
        now=now,
        customer_id=customer_id,
        contract_id=contract_id,
        contact=contact_id,
        announcement=announcement_id,
        what=told.wording.title,
    )
    return True


def _keep_seen(
    session: Session, announcement_id: int, contract_id: int, *, by: Actor, now: dt.datetime
) -> bool:
    row = {"announcement_id": announcement_id, "contract_id": contract_id}
    try:
        with session.begin_nested():
            statement = insert(AnnouncementSeen)
            session.execute(statement.values(**row, seen_at=now, told_by=by.staff_id))
    except IntegrityError:
        return False
    return True


def _customer_of(session: Session, contract_id: int, role: Role) -> int:
    seen = visible_to(role, Contract.customer_id)
    found = session.scalar(
        select(Contract.customer_id).where(Contract.id == contract_id, seen).limit(1)
    )
    if found is None:
        raise RuleBroken("contract.gone", contract_id=contract_id)
    return found


def _locked(session: Session, announcement_id: int, version: int) -> Announcement:
    this = select(Announcement).where(Announcement.id == announcement_id).with_for_update()
    kept = session.scalar(this.execution_options(populate_existing=True))
    if kept is None:
        raise RuleBroken("announcement.gone", announcement_id=announcement_id)
    if kept.version != version:
        raise RuleBroken("record.changed")
    return kept


def _require_not_over(state: AnnouncementState) -> None:
    if state in _GONE:
        raise RuleBroken("announcement.over")


def _columns(wording: Wording, reached: Reached) -> dict[str, object]:
    found = replace(wording, town=reached.town)
    same = ("title", "title_en", "body", "body_en", "town", "published_on", "withdrawn_on")
    return {field: getattr(found, field) for field in same} | {
        "contract_id": reached.contract_id,
        "portal_closed_from": wording.closed_from,
        "portal_closed_to": wording.closed_to,
    }


def _record(
    session: Session,
    event: EventKind,
    kept: Announcement,
    *,
    by: Actor,
    now: dt.datetime,
    reason: str | None = None,
) -> None:
    record(
        session,
        event,
        by=by,
        now=now,
        contract_id=kept.contract_id,
        announcement=kept.id,
        what=kept.title,
        since=kept.published_on.isoformat(),
        until=kept.withdrawn_on.isoformat() if kept.withdrawn_on else None,
        reason=reason,
    )
