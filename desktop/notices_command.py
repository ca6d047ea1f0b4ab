"""``mizumado notices``: plans and runs a batch of notices unattended, without a window."""

from __future__ import annotations

import getpass
import os
import platform
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from PySide6.QtCore import QCoreApplication

from db.cli.stopping import told_to_stop
from db.commands.audit import Actor
from db.commands.batches import plan
from db.commands.staff import sign_out
from db.errors import OutOfReach, RuleBroken
from db.guard.sign_in import SignInRefused, sign_in
from db.queries.batch_candidates import batch_candidates
from db.queries.batches import batches, office_named
from db.queries.settings import bureau_facts
from db.rules.batch_criteria import require_usable
from db.rules.periods import day_in_japan
from db.rules.permissions import Action, require
from desktop import errors, paper_words
from desktop.batch_files import require_usable_folder
from desktop.batch_run import run
from desktop.format import LanguageCode, number, short_date
from desktop.i18n import Language
from desktop.issuer import issuer_of
from desktop.notices_arguments import PASSWORD_VARIABLE, criteria_of, parsed

if TYPE_CHECKING:
    import argparse
    import datetime as dt
    from collections.abc import Callable, Sequence

    from db.guard.sign_in import SignedIn, StaffFacts
    from db.queries.batches import BatchFacts
    from db.rules.batch_criteria import BatchCriteria
    from db.rules.batch_totals import Sum
    from desktop.batch_run import Ran

translate = QCoreApplication.translate

DONE: Final = 0
UNFINISHED: Final = 1
NOT_BEGUN: Final = 2
"""Exit codes: all is done; a batch was stopped or refused; nobody got in, or it was asked wrong."""

_LONGEST_DESK: Final = 60


def notices(arguments: Sequence[str], clock: Callable[[], dt.datetime]) -> int:
    """Carry out one command line; gives the exit code, after sentences for people."""
    options = parsed(arguments)
    app = QCoreApplication.instance() or QCoreApplication([])  # for the words, not for a window
    language = Language(LanguageCode(options.language), app)
    try:
        return _signed_in(options, clock)
    finally:
        language.silence()
        language.deleteLater()


def _signed_in(options: argparse.Namespace, clock: Callable[[], dt.datetime]) -> int:
    password = os.environ.get(PASSWORD_VARIABLE)
    if password is None and sys.stdin.isatty():
        password = getpass.getpass(translate("NoticesCommand", "Password: "))
    if password is None:
        told = translate("NoticesCommand", "Put the password into {variable}.")
        return _refused(told.format(variable=PASSWORD_VARIABLE), NOT_BEGUN)
    desk = f"notices@{platform.node()}"[:_LONGEST_DESK]
    try:
        outcome = sign_in(options.database, options.staff, password, desk=desk, now=clock())
    except (RuleBroken, OutOfReach) as error:
        return _refused(errors.sentence(error), NOT_BEGUN)
    if isinstance(outcome, SignInRefused):
        return _refused(errors.refusal_sentence(outcome), NOT_BEGUN)
    try:
        return _Command(options, outcome, Actor(outcome.staff.id, desk), clock).carry_out()
    finally:
        outcome.database.dispose()


@dataclass(frozen=True, slots=True)
class _Command:
    options: argparse.Namespace
    signed_in: SignedIn
    by: Actor
    clock: Callable[[], dt.datetime]

    def carry_out(self) -> int:
        """Do what was asked, say what came of it, and sign out."""
        try:
            if self._staff.must_change_password:
                told = translate("NoticesCommand", "Choose a password of your own at a desk first.")
                return _refused(told, NOT_BEGUN)
            require(self._staff.role, Action.RUN_BATCH)
            code = self._act()
            with self.signed_in.database.writing() as session:
                sign_out(session, by=self.by, now=self.clock())
        except (RuleBroken, OutOfReach) as error:
            return _refused(errors.sentence(error), UNFINISHED)
        return code

    @property
    def _staff(self) -> StaffFacts:
        return self.signed_in.staff

    def _act(self) -> int:
        if self.options.list:
            return self._list()
        if self.options.dry_run:
            return self._count()
        if self.options.resume is not None:
            return self._run(self.options.resume)
        require_usable_folder(self.options.folder)  # before anything is planned
        try:
            batch_id = self._plan()
        except RuleBroken as broken:
            if broken.code != "batch.nothing":
                raise
            return _refused(errors.sentence(broken), DONE)
        return self._run(batch_id)

    def _list(self) -> int:
        with self.signed_in.database.reading() as session:
            for batch in batches(session):
                _say(_line(batch))
        return DONE

    def _count(self) -> int:
        today = day_in_japan(self.clock())
        criteria = self._criteria()
        require_usable(criteria, today)
        with self.signed_in.database.reading() as session:
            planned = batch_candidates(session, criteria, today)
        _say(_sum(paper_words.paper_kind(criteria.kind), planned.total))
        for why, total in planned.left_out_totals:
            left_out = translate("NoticesCommand", "left out: {why}")
            _say(_sum(left_out.format(why=paper_words.exclusion(why)), total))
        return DONE

    def _plan(self) -> int:
        criteria = self._criteria()
        with self.signed_in.database.writing() as session:
            return plan(session, criteria, key=str(uuid4()), by=self.by, now=self.clock())

    def _criteria(self) -> BatchCriteria:
        office = None
        if self.options.office is not None:
            with self.signed_in.database.reading() as session:
                office = office_named(session, self.options.office)
        return criteria_of(self.options, day_in_japan(self.clock()), office)

    def _run(self, batch_id: int) -> int:
        database = self.signed_in.database
        told = translate("NoticesCommand", "Batch {batch_id}: {folder}")
        _say(told.format(batch_id=batch_id, folder=self.options.folder))
        with database.reading() as session:
            issuer = issuer_of(bureau_facts(session), self._staff)
        # the bundle that is being made is finished first
        with told_to_stop() as stopped:
            ran = run(
                database,
                batch_id,
                folder=self.options.folder,
                issuer=issuer,
                language=LanguageCode(self.options.language),
                progress=_show_progress,
                cancelled=stopped.is_set,
                by=self.by,
                clock=self.clock,
            )
        return _tell(ran)


def _tell(ran: Ran) -> int:
    batch = ran.batch
    _say(_line(batch))
    issued = translate("NoticesCommand", "issued")
    _say(_sum(issued, batch.issued))
    if ran.is_done:
        return DONE
    told = translate("NoticesCommand", "Stopped. Go on with: mizumado notices --resume {batch_id}")
    return _refused(told.format(batch_id=batch.batch_id), UNFINISHED)


def _line(batch: BatchFacts) -> str:
    told = translate(
        "NoticesCommand",
        "Batch {batch_id}  {day}  {kind}  {state}  issued {issued}, waiting {waiting}",
    )
    return told.format(
        batch_id=batch.batch_id,
        day=short_date(batch.issued_on),
        kind=paper_words.paper_kind(batch.kind),
        state=paper_words.batch_state(batch.state).text,
        issued=number(batch.issued.notices),
        waiting=number(batch.waiting.notices),
    )


def _sum(what: str, total: Sum) -> str:
    told = translate(
        "NoticesCommand", "{what}: {count} notices, water {water} yen, sewerage {sewerage} yen"
    )
    return told.format(
        what=what,
        count=number(total.notices),
        water=number(total.water_yen),
        sewerage=number(total.sewerage_yen),
    )


def _show_progress(done: int, total: int, seconds: float | None) -> None:
    if not sys.stderr.isatty():
        return
    told = translate("NoticesCommand", "{done} of {total}")
    line = told.format(done=done, total=total)
    if seconds is not None:
        left = translate("NoticesCommand", "{line}, {seconds} s left")
        line = left.format(line=line, seconds=round(seconds))
    sys.stderr.write(f"\r\x1b[K{line}" + ("\n" if done == total else ""))
    sys.stderr.flush()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _refused(sentence: str, code: int) -> int:
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()
    return code
