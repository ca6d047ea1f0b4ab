"""Keeps a practice town in a file: made once, found again, made anew when it no longer fits."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import select
from sqlalchemy.exc import DatabaseError

from db.demo.bureau import MADE_FROM
from db.demo.town import DELIVERED, fill, made_of
from db.engine import Database, open_engine
from db.errors import RuleBroken
from db.models import Setting
from db.rules.periods import day_in_japan
from db.upgrade import current_revision, head_revision, upgrade

if TYPE_CHECKING:
    from db.demo.town import Progress

CUSTOMERS: Final = 300
SEED: Final = 1

FRESH_FOR: Final = dt.timedelta(days=7)
"""A bill that is not due yet becomes overdue as a kept town grows old: no tour fits it then."""


def prepare(path: Path, *, now: dt.datetime) -> str:
    """The URL of the practice database in ``path``, made as of today unless last week's is there.

    Another revision, seed or size is made anew as well. A file that another desk has open and
    that cannot be replaced is used as it is, if this program can read it.
    """
    today = day_in_japan(now)
    days = (today - dt.timedelta(days=back) for back in range(FRESH_FOR.days))
    fitting = {made_of(customers=CUSTOMERS, seed=SEED, today=day) for day in days}
    if _made_from(path) not in fitting:
        delivered_at = min(now, dt.datetime.combine(today, DELIVERED))
        try:
            _make(path, customers=CUSTOMERS, seed=SEED, as_of=delivered_at)
        except PermissionError:
            if _made_from(path) is None:
                raise
    return _url(path)


def cached_town(
    folder: Path,
    *,
    customers: int,
    seed: int,
    as_of: dt.date,
    progress: Progress | None = None,
) -> Path:
    """The file of a town to measure with, made unless it is in ``folder`` already."""
    path = folder / f"town-{head_revision()}-{seed}-{customers}-{as_of:%Y%m%d}.db"
    if _made_from(path) != made_of(customers=customers, seed=seed, today=as_of):
        _make(path, customers=customers, seed=seed, as_of=as_of, progress=progress)
    return path


def _made_from(path: Path) -> str | None:
    """What the town in a file was made of; None without one that this program knows."""
    if not path.is_file():
        return None
    database = Database(open_engine(_url(path)))
    try:
        with database.reading() as session:
            if current_revision(session.connection()) != head_revision():
                return None
            return session.scalar(select(Setting.value).where(Setting.name == MADE_FROM))
    except (DatabaseError, RuleBroken):
        return None
    finally:
        database.dispose()


def _make(
    path: Path,
    *,
    customers: int,
    seed: int,
    as_of: dt.date | dt.datetime,
    progress: Progress | None = None,
) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # made beside and moved: nobody ever opens half a town
    with tempfile.TemporaryDirectory(dir=path.parent, prefix="town-") as folder:
        new = Path(folder) / "town.db"
        upgrade(_url(new))
        database = Database(open_engine(_url(new)))
        try:
            fill(database, customers=customers, seed=seed, as_of=as_of, progress=progress)
        finally:
            database.dispose()
        for beside in ("-wal", "-shm"):  # of the town before: they would spoil this one
            path.with_name(path.name + beside).unlink(missing_ok=True)
        new.replace(path)


def _url(path: Path) -> str:
    return f"sqlite:///{path}"
