"""What the screen of announcements asks of the database, as work for another thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from db.commands.announcements import change, tell, withdraw, write
from db.queries.announcement_reach import reach_of
from db.queries.announcements import all_announcements, announcements_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from db.queries.announcement_reach import Reached
    from db.queries.announcements import (
        AnnouncementFacts,
        AnnouncementLine,
        CustomerAnnouncement,
    )
    from db.rules.announcements import Wording
    from desktop.case import Case
    from desktop.desk import Desk


def of_customer(desk: Desk, case: Case) -> Callable[[Session], tuple[CustomerAnnouncement, ...]]:
    """What the customer being served is told, at all their places."""
    return partial(
        announcements_for,
        customer_id=case.head.customer_id,
        contract_id=None,
        today=desk.today,
    )


def of_all(desk: Desk) -> Callable[[Session], tuple[AnnouncementLine, ...]]:
    """All that is announced, as far as the role may see it."""
    return partial(all_announcements, role=desk.staff.role, today=desk.today)


def reaching(desk: Desk, wording: Wording) -> Callable[[Session], Reached]:
    """How many contracts it would reach."""
    return partial(reach_of, wording=wording, today=desk.today)


def storing(
    desk: Desk, wording: Wording, kept: AnnouncementFacts | None, key: str
) -> Callable[[Session], object]:
    """Keep what is written: a new announcement, or a change of one."""
    by, now = desk.actor, desk.now
    if kept is None:
        return partial(write, wording=wording, key=key, by=by, now=now)
    return partial(
        change,
        announcement_id=kept.announcement_id,
        wording=wording,
        version=kept.version,
        by=by,
        now=now,
    )


def withdrawing(desk: Desk, facts: AnnouncementFacts, reason: str) -> Callable[[Session], object]:
    """Take an announcement back."""
    return partial(
        withdraw,
        announcement_id=facts.announcement_id,
        version=facts.version,
        reason=reason,
        by=desk.actor,
        now=desk.now,
    )


def telling(
    desk: Desk, told: CustomerAnnouncement, contract_id: int, contact_id: int
) -> Callable[[Session], bool]:
    """Note that the customer was told."""
    return partial(
        tell,
        announcement_id=told.facts.announcement_id,
        contract_id=contract_id,
        contact_id=contact_id,
        by=desk.actor,
        now=desk.now,
    )
