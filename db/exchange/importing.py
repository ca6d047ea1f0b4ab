"""Stores a delivery of the billing host: read, checked and switched to as one, or not at all."""

from __future__ import annotations

import datetime as dt
import time
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from psycopg import Error as DriverError
from sqlalchemy.orm import Session

from db.commands.imports import move_delivery, record_run
from db.commands.permission import allow
from db.commands.search_ahead import SearchAhead
from db.engine import reason_of, told_plainly
from db.errors import OutOfReach, RuleBroken
from db.exchange.as_written import as_written
from db.exchange.blocks import sha256_of
from db.exchange.delivery import sources
from db.exchange.foreseen import Foresight
from db.exchange.gathering import Gathering, Stopped, Watch
from db.exchange.one_at_a_time import Owner, only_import
from db.exchange.staging import target_named
from db.exchange.switch import payments_to, still_as_found, store
from db.queries.imports import most_refused_set, stored_at
from db.queries.staff import staff_facts
from db.rules.import_facts import ImportReport, most_refused, too_many
from db.rules.import_words import OF_FILES, ImportStage, ImportState
from db.rules.periods import day_in_japan
from db.rules.permissions import Action

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from sqlalchemy import Connection

    from db.commands.audit import Actor
    from db.engine import Database
    from db.exchange.delivery import Source
    from db.exchange.layout_files import Layouts
    from db.rules.import_facts import Progress


def import_files(
    database: Database,
    paths: Sequence[Path],
    *,
    by: Actor,
    now: dt.datetime,
    layouts: Layouts,
    progress: Callable[[Progress], None] = lambda _: None,
    stopped: Callable[[], bool] = lambda: False,
    limit: str | None = None,
    trial: bool = False,
) -> ImportReport:
    """Store these files, or a folder of them, as one delivery; the report says how that ended.

    ``limit`` says how many lines may be refused (``0``, ``20``, ``0.5%``), the bureau's setting by
    default; a ``trial`` reads and checks only and is not recorded. ``stopped`` is asked all the
    time until the last moment; of a cancelled run nothing remains but its record.

    Raises RuleBroken ``import.…`` for files that are none of the host's and for a second import
    at the same time, ``permission.denied``, and OutOfReach.
    """
    report = replace(_begun(database, by, now=now, limit=limit), trial=trial)
    found = sources(paths, layouts)
    _refuse_strangers(found)
    run = _Run(database, by, report, Watch(progress, stopped), time.monotonic())
    who = Owner(by.staff_id, f"{report.by} {by.desk}".strip(), now)
    with _own_connection(database) as connection, only_import(connection, who):
        try:
            return run.on(connection, found, layouts)
        except OSError as error:
            raise RuleBroken("import.unreadable", file=str(error.filename)) from error


def _begun(database: Database, by: Actor, *, now: dt.datetime, limit: str | None) -> ImportReport:
    with database.reading() as session:
        if by.staff_id is not None:
            allow(session, by, Action.IMPORT, now)
        return ImportReport(
            state=ImportState.REFUSED,
            run_id=None,
            by="" if by.staff_id is None else staff_facts(session, by.staff_id).name,
            desk=by.desk,
            begun_at=now,
            ended_at=now,
            most_refused=most_refused(most_refused_set(session) if limit is None else limit),
            files=(),
        )


def _refuse_strangers(found: Sequence[Source]) -> None:
    for source in found:
        if source.file.problem:
            code = f"import.{source.file.problem}"
            raise RuleBroken(code, file=source.file.name, size=source.file.size)
    names = [source.file.name for source in found]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise RuleBroken("import.name_twice", file=twice)


@dataclass(frozen=True, slots=True)
class _Run:
    database: Database
    by: Actor
    report: ImportReport
    watch: Watch
    began: float

    def on(self, connection: Connection, found: Sequence[Source], layouts: Layouts) -> ImportReport:
        """Carry the run out on a connection of its own, with which the staged lines vanish."""
        checksums = {source.file.name: sha256_of(source.file.path) for source in found}
        today = day_in_japan(self.report.begun_at)
        gathering = Gathering(connection, found, layouts.gaiji, checksums, today, self.watch)
        came_at = self._came_before(checksums.values())
        if came_at is not None:
            ended = self._ended(ImportState.CAME_BEFORE, gathering)
            return self._kept(replace(ended, came_at=came_at))
        try:
            gathering.read()
            gathering.check()
            if self._is_refused(gathering):
                return self._kept(self._ended(ImportState.REFUSED, gathering))
            if self.report.trial:
                return self._ended(ImportState.STORED, gathering)
            return self._switched(connection, gathering)
        except Stopped:
            return self._kept(self._ended(ImportState.CANCELLED, gathering))

    def _came_before(self, checksums: Iterable[str]) -> dt.datetime | None:
        with self.database.reading() as session:
            times = [stored_at(session, sha256) for sha256 in checksums]
        known = [each for each in times if each is not None]
        return max(known) if len(known) == len(times) else None

    def _is_refused(self, gathering: Gathering) -> bool:
        if any(refusal.reason in OF_FILES for refusal in gathering.refusals):
            return True
        files = gathering.files()
        refused = sum(file.rows_refused for file in files)
        read = sum(file.rows_read for file in files)
        return too_many(refused, read, self.report.most_refused)

    def _ended(self, state: ImportState, gathering: Gathering) -> ImportReport:
        took = dt.timedelta(seconds=time.monotonic() - self.began)
        places = {file.name: at for at, file in enumerate(gathering.files())}
        told = as_written(gathering.refusals, gathering.sources)
        refusals = sorted(told, key=lambda each: (places[each.file], each.line))
        return replace(
            self.report,
            state=state,
            ended_at=self.report.begun_at + took,
            files=gathering.files(),
            refusals=tuple(refusals),
        )

    def _kept(self, report: ImportReport) -> ImportReport:
        """Record a run that stored nothing."""
        if report.trial:
            return report
        with self.database.writing() as session:
            return replace(report, run_id=record_run(session, report, by=self.by))

    def _switched(self, connection: Connection, gathering: Gathering) -> ImportReport:
        """Store what was gathered; on SQLite other desks cannot write while this goes on."""
        foresight = Foresight(gathering)
        ahead = self._keys_ahead(connection, foresight)
        writer = connection.execution_options(writes=True)
        targets = [target_named(name) for name in gathering.kinds]
        with writer.begin():
            locked = time.monotonic()
            still_as_found(gathering.staging, gathering.given)
            overlooked = foresight.overlooked()
            for at, target in enumerate(targets):
                self.watch.tell(ImportStage.STORING, at, len(targets) + 1)
                store(gathering.staging, target, gathering.delivered(target.name))
            with Session(writer) as session:
                self.watch.tell(ImportStage.STORING, len(targets), len(targets) + 1)
                ahead.put_in(session, overlooked)
                report = self._ended(ImportState.STORED, gathering)
                seen_to = payments_to(gathering.staging, gathering.kinds)
                move_delivery(session, at=report.ended_at, payments_to=seen_to)
                run_id = record_run(session, report, by=self.by)
                session.flush()
            self.watch.tell(ImportStage.STORING, len(targets) + 1, len(targets) + 1)
        return replace(report, run_id=run_id, locked_s=time.monotonic() - locked)

    def _keys_ahead(self, connection: Connection, foresight: Foresight) -> SearchAhead:
        """Make the search keys of what will be stored, while desks go on writing."""
        with connection.begin():
            ahead, of = SearchAhead(connection), foresight.find()
        done = last = 0
        self.watch.tell(ImportStage.KEYS, done, of)
        while done < of:
            with connection.begin(), Session(connection) as session:
                foreseen = foresight.after(last)
                ahead.keep(session, foreseen)
            done, last = done + len(foreseen), foreseen[-1].contract_id
            self.watch.tell(ImportStage.KEYS, done, of)
        return ahead


@contextmanager
def _own_connection(database: Database) -> Iterator[Connection]:
    """Yield a connection that is closed afterwards; raises OutOfReach."""
    with told_plainly(), database.engine.connect() as connection:
        try:
            yield connection
        except DriverError as error:  # COPY goes past SQLAlchemy
            raise OutOfReach(reason_of(error)) from error
        finally:
            connection.invalidate()
