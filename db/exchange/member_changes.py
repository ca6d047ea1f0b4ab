"""What changed among the portal's members, as a file for the billing host."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from sqlalchemy import select

from db.commands.audit import record
from db.commands.imports import set_setting
from db.engine import told_plainly
from db.exchange.blocks import first_bytes
from db.exchange.exporting import WrittenFile
from db.exchange.layouts import ENCODINGS
from db.exchange.unfinished import Unfinished
from db.models import Contract, Customer, Member, MemberContract, Setting
from db.rules.periods import TOKYO, in_japan
from db.rules.words import EventKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.engine import Database

UNTIL_SETTING: Final = "export.members_until"
_NAME: Final = "会員異動"
_BEGINNING: Final = "MEMBER_"
_REGISTERED, _ADDED, _REMOVED, _WITHDRAWN = "1", "2", "3", "4"


class Change(NamedTuple):
    """A contract that came into a membership or left it; ``code`` says how."""

    at: dt.datetime
    code: str
    customer: str
    customer_number: str
    portal_number: str


def export_member_changes(
    database: Database,
    folder: Path,
    *,
    by: Actor,
    now: dt.datetime,
    since: dt.date | None = None,
    encoding: str = "cp932",
) -> tuple[WrittenFile, ...]:
    """Write what changed since the beginning of a day in Japan, or since the last such file.

    Each record is a contract: 1 its customer became a member, 2 it was added, 3 it was removed,
    4 its member withdrew. Raises OSError when the folder cannot be written to.
    """
    with told_plainly(), database.reading() as session:
        after = _after(session, since)
        changes = sorted(_changes(session, after, now))
    place = folder / f"{_BEGINNING}{in_japan(now):%Y%m%d_%H%M%S}.csv"
    content = _content(changes, now).encode(encoding)
    with Unfinished() as unfinished:
        unfinished.begun(place).write_bytes(content)
        with database.writing() as session:
            set_setting(session, UNTIL_SETTING, now.astimezone(dt.UTC).isoformat())
            kind, rows = EventKind.HOST_FILES_EXPORTED, len(changes)
            record(session, kind, by=by, now=now, files=place.name, rows=rows)
        unfinished.complete()
    return (WrittenFile(place, len(changes), hashlib.sha256(content).hexdigest()),)


def is_member_changes(file: Path) -> bool:
    """Whether a file is one that ``export_member_changes`` wrote, by its name and its header."""
    if not file.name.startswith(_BEGINNING):
        return False
    with suppress(OSError):
        begin = first_bytes(file)
        return any(begin.startswith(f"1,{_NAME},".encode(each)) for each in ENCODINGS)
    return False


def _after(session: Session, since: dt.date | None) -> dt.datetime:
    if since is not None:
        # the moment before the day begins: what happens at midnight belongs to it
        midnight = dt.datetime.combine(since, dt.time(), TOKYO)
        return midnight - dt.timedelta(microseconds=1)
    last = session.scalar(select(Setting.value).where(Setting.name == UNTIL_SETTING).limit(1))
    return dt.datetime.fromisoformat(last) if last else dt.datetime(1900, 1, 1, tzinfo=dt.UTC)


def _changes(session: Session, after: dt.datetime, now: dt.datetime) -> Iterator[Change]:
    named = (Customer.host_number, Contract.customer_number, Contract.portal_number)
    for moment, whole, codes in (
        (MemberContract.held_from, Member.activated_at, (_REGISTERED, _ADDED)),
        (MemberContract.held_to, Member.withdrawn_at, (_WITHDRAWN, _REMOVED)),
    ):
        rows = session.execute(
            select(moment, whole, *named)
            .select_from(MemberContract)
            .join(Member, Member.id == MemberContract.member_id)
            .join(Contract, Contract.id == MemberContract.contract_id)
            .join(Customer, Customer.id == Contract.customer_id)
            .where(moment > after, moment <= now)
            .execution_options(yield_per=5000)
        )
        for at, of_member, *numbers in rows:
            assert at is not None  # noqa: S101 - the question asks for moments alone
            yield Change(at, codes[0] if at == of_member else codes[1], *numbers)


def _content(changes: Sequence[Change], now: dt.datetime) -> str:
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow(["1", _NAME, f"{in_japan(now):%Y%m%d}"])
    for at, code, *numbers in changes:
        moment = in_japan(at)
        rows.writerow(["2", code, f"{moment:%Y%m%d}", f"{moment:%H%M%S}", *numbers])
    rows.writerow(["8", len(changes)])
    return written.getvalue()
