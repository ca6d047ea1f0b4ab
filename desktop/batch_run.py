"""Running a batch of notices to its end, or until somebody stops it: needs no window.

A bundle is issued and kept in the database in one transaction, and only then written into the
folder. Whatever ends the program in between, the bundle is written anew when the batch goes on.
"""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from db.commands import batches as commands
from db.commands.batch_items import issue_next
from db.errors import OutOfReach, RuleBroken
from db.queries.batch_list import control_lines, totals_sheet
from db.queries.batches import batch_facts, bundles
from db.queries.documents import document_pdf
from db.rules.paper import BatchState
from desktop.batch_files import BatchFolder, require_usable_folder, write_whole
from desktop.format import LanguageCode
from desktop.notices.batch_list import batch_list
from desktop.notices.batch_totals_sheet import batch_totals_sheet
from desktop.notices.catalogue import render_notices

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from db.commands.audit import Actor
    from db.commands.batch_items import Progress, Render
    from db.engine import Database
    from db.queries.batches import BatchFacts
    from db.rules.issuer import Issuer

    Told = Callable[[int, int, float | None], None]


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of a batch: how it stands now, and the files of it that are in the folder.

    ``extra_yen`` are the fees and interest that its notices ask for besides.
    """

    batch: BatchFacts
    extra_yen: int
    files: tuple[Path, ...]

    @property
    def is_done(self) -> bool:
        """Whether nothing of it waits any more."""
        return self.batch.state is BatchState.DONE


def run(
    database: Database,
    batch_id: int,
    *,
    folder: Path,
    issuer: Issuer,
    language: LanguageCode,
    by: Actor,
    clock: Callable[[], dt.datetime],
    progress: Told = lambda _done, _total, _seconds: None,
    cancelled: Callable[[], bool] = lambda: False,
    render: Render | None = None,
) -> Ran:
    """Run a batch that is planned, stopped or left by a crash; of one that is done write the files.

    The notices are in the language of the batch; ``language`` is that of the list and the totals.
    ``progress`` is told how many notices are done, of how many, and the seconds that remain, or
    None; after each bundle ``cancelled`` is asked. Raises ``batch.folder_…``, whatever
    ``db.commands.batches`` and ``issue_next`` raise, and OutOfReach: then the batch is stopped and
    can go on later.
    """
    with database.reading() as session:
        facts = batch_facts(session, batch_id)
    if facts.criteria is None:
        raise RuleBroken("batch.unreadable")
    require_usable_folder(folder)
    files = BatchFolder(folder, facts.kind, batch_id)
    press = render or partial(render_notices, language=LanguageCode(facts.criteria.language))
    runner = _Runner(database, facts, files, issuer, by, clock)
    try:
        if facts.state is not BatchState.DONE:
            runner.begin()
            runner.write_missing()
            runner.issue(press, progress, cancelled)
        else:
            runner.write_missing()
        return runner.report(language)
    except BaseException:  # whatever it is, the batch is to be found as one that was stopped
        runner.stop()
        raise


class _Runner:
    def __init__(
        self,
        database: Database,
        facts: BatchFacts,
        files: BatchFolder,
        issuer: Issuer,
        by: Actor,
        clock: Callable[[], dt.datetime],
    ) -> None:
        self._database = database
        self._facts = facts
        self._files = files
        self._issuer = issuer
        self._by = by
        self._clock = clock

    def begin(self) -> None:
        """Let the batch run, for the first time or again."""
        go = commands.start if self._facts.state is BatchState.PLANNED else commands.resume
        self._act(go)

    def issue(self, render: Render, progress: Told, cancelled: Callable[[], bool]) -> None:
        """Issue bundle by bundle; ends with the batch closed, or stopped when that is asked."""
        waiting = self._facts.waiting.notices
        total = waiting + self._facts.issued.notices
        began = time.monotonic()
        progress(total - waiting, total, None)
        left = waiting
        while left:
            if cancelled():
                self._act(commands.cancel)
                return
            made = self._issue_one(render)
            left = made.waiting
            if made.file_id is not None:
                self.write_missing(made.file_id)
            spent = time.monotonic() - began
            progress(total - left, total, spent / (waiting - left) * left)
        self._act(commands.finish)

    def write_missing(self, file_id: int | None = None) -> None:
        """Write the bundles that are not in the folder yet, or the one just made."""
        with self._database.reading() as session:
            made = bundles(session, self._facts.batch_id)
        for bundle in made:
            this = file_id in (None, bundle.file_id)
            if this and not self._files.has(bundle.number, size=bundle.size, sha256=bundle.sha256):
                with self._database.reading() as session:
                    data = document_pdf(session, bundle.document_id).data
                write_whole(self._files.bundle(bundle.number), data)

    def report(self, language: LanguageCode) -> Ran:
        """Write the control list and the totals sheet, and say how the batch stands."""
        batch_id, files = self._facts.batch_id, self._files
        with self._database.reading() as session:
            listed = batch_list(control_lines(session, batch_id), language)
            totals = totals_sheet(session, batch_id, issuer=self._issuer, now=self._clock())
            facts = batch_facts(session, batch_id)
            numbers = [bundle.number for bundle in bundles(session, batch_id)]
        write_whole(files.list, listed)
        write_whole(files.totals, batch_totals_sheet(totals, language))
        return Ran(facts, totals.extra_yen, (*map(files.bundle, numbers), files.list, files.totals))

    def stop(self) -> None:
        """Leave the batch as one that somebody stopped; out of reach, it can go on all the same."""
        with suppress(RuleBroken, OutOfReach):
            self._act(commands.cancel)

    def _issue_one(self, render: Render) -> Progress:
        with self._database.writing() as session:
            return issue_next(
                session,
                self._facts.batch_id,
                count=self._facts.bundle_size,
                render=render,
                issuer=self._issuer,
                by=self._by,
                now=self._clock(),
            )

    def _act(self, act: Callable[..., object]) -> None:
        with self._database.writing() as session:
            act(session, self._facts.batch_id, by=self._by, now=self._clock())
