"""One notice of each kind as a PDF, about whoever in the practice town has cause for it."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from db.commands.audit import Actor
from db.commands.cutoff_decisions import decide
from db.demo.practice import CUSTOMERS
from db.engine import Database, open_engine
from db.errors import RuleBroken
from db.queries.cutoff_decisions import undecided
from db.queries.daily_sheet import daily_sheet
from db.queries.notice_catalogue import FILLERS, facts_for
from db.queries.paper_settings import paper_settings
from db.queries.settings import bureau_facts
from db.queries.staff import staff_facts
from db.queries.staff_accounts import office_of
from db.rules.document_numbers import document_number
from db.rules.dunning import proposed_execution_on
from db.rules.notice_facts import Wanted
from db.rules.paper import PaperKind
from db.rules.periods import day_in_japan
from db.rules.words import Role
from desktop.format import LanguageCode
from desktop.issuer import issuer_of
from desktop.notices.catalogue import render_notices

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from sqlalchemy.orm import Session

    from db.queries.notice_catalogue import Notice
    from db.queries.staff import StaffFacts
    from db.rules.issuer import Issuer

_ENGLISH_TOO: Final = (PaperKind.PAYMENT_NOTICE, PaperKind.REMINDER)
_CONTRACTS: Final = 2 * CUSTOMERS  # hardly anybody of the town uses water at more than one place
_HAS_NO_CAUSE: Final = frozenset({"notice.nothing", "contract.gone"})


def draw_notices(folder: Path, url: str, *, now: dt.datetime) -> list[Path]:
    """Draw the notices of the town at ``url`` into ``folder``, as if issued ``now``.

    On the way a cut-off is decided on in that town, so that there is one to tell of.
    """
    database = Database(open_engine(url))
    try:
        with database.writing() as session:
            bureau = _Bureau(session, now)
            bureau.decide_on_a_cut_off()
            notices = bureau.notices()
    finally:
        database.dispose()
    folder.mkdir(parents=True, exist_ok=True)
    return [file for kind, facts in notices.items() for file in _draw(folder, kind, facts)]


@dataclass(frozen=True, slots=True)
class _Bureau:
    """What a supervisor of the town can issue."""

    session: Session
    now: dt.datetime

    def notices(self) -> dict[PaperKind, Notice]:
        """The facts of one notice of each kind."""
        found: dict[PaperKind, Notice] = {kind: self._first(kind) for kind in FILLERS}
        found[PaperKind.DAILY_SHEET] = daily_sheet(
            self.session,
            office_of(self.session, self._staff().id),
            day_in_japan(self.now),
            issuer=self._issuer(),
            now=self.now,
        )
        return found

    def decide_on_a_cut_off(self) -> None:
        """Decide that the water is cut off after the warning that has waited longest."""
        today = day_in_japan(self.now)
        warning = undecided(self.session, today, limit=1)[0]
        settings = paper_settings(self.session)
        decide(
            self.session,
            warning.document_id,
            approved=True,
            execute_on=proposed_execution_on(today, warning.limit_on, settings),
            reason="催告と訪問に応じなかったため",
            by=Actor(self._staff().id, "窓口3"),
            now=self.now,
        )

    def _first(self, kind: PaperKind) -> Notice:
        for contract_id in range(1, _CONTRACTS):
            wanted = Wanted(kind, contract_id)
            try:
                return facts_for(
                    self.session,
                    wanted,
                    issuer=self._issuer(),
                    now=self.now,
                    number=self._number(kind),
                )
            except RuleBroken as error:
                if error.code not in _HAS_NO_CAUSE:
                    raise
        raise RuleBroken("notice.nothing", kind=kind)

    def _number(self, kind: PaperKind) -> str:
        return document_number(kind, day_in_japan(self.now), 1)

    def _issuer(self) -> Issuer:
        return issuer_of(bureau_facts(self.session), self._staff())

    def _staff(self) -> StaffFacts:
        everybody = (staff_facts(self.session, staff_id) for staff_id in itertools.count(1))
        return next(staff for staff in everybody if staff.role is Role.SUPERVISOR)


def _draw(folder: Path, kind: PaperKind, facts: Notice) -> list[Path]:
    languages = LanguageCode if kind in _ENGLISH_TOO else (LanguageCode.JA,)
    return [_written(folder, kind, facts, language) for language in languages]


def _written(folder: Path, kind: PaperKind, facts: Notice, language: LanguageCode) -> Path:
    file = folder / f"notice-{kind.replace('_', '-')}.{language}.pdf"
    file.write_bytes(render_notices((facts,), language).data)
    return file
