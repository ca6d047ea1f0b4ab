"""A paper as it would be issued now: drawn without a number, kept by nobody."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from db.commands.documents import issue
from db.queries.bills_asked import bills_asked
from db.queries.notice_catalogue import facts_for
from db.queries.slip_warnings import slip_warnings
from db.rules.document_numbers import ASKING_TO_PAY
from db.rules.notice_facts import whole_yen_of
from db.rules.periods import day_in_japan
from db.rules.slip_stops import STOPPING, SlipStop
from desktop import format as written
from desktop.format import LanguageCode
from desktop.issuer import issuer
from desktop.notices.catalogue import render_notices
from desktop.paper_sentences import slip_sentences

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from sqlalchemy.orm import Session

    from db.commands.documents import Issued
    from db.engine import Database
    from db.queries.slip_warnings import SlipWarning
    from db.rules.issuer import Issuer
    from db.rules.notice_facts import Wanted
    from db.rules.paper import PaperLanguage
    from desktop.case import Case
    from desktop.desk import Desk

_MOST_LISTED: Final = 6
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be issued if the clerk prints it; ``key`` lets that happen once."""

    wanted: Wanted
    language: PaperLanguage
    key: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """The paper that would be issued, and what is to be known before it is."""

    asked: Asked
    data: bytes = field(repr=False)
    shrunk: tuple[str, ...]
    unprintable: tuple[str, ...]
    warnings: tuple[SlipWarning, ...]
    month: dt.date | None
    yen: int | None

    @property
    def stops(self) -> frozenset[str]:
        """The codes of what a clerk must decide to go on in spite of."""
        return frozenset(each.code for each in self.warnings if each.code in STOPPING)


def proposing(desk: Desk, asked: Asked) -> Callable[[], Proposal]:
    """The work of drawing it, for another thread; raises as ``facts_for``."""
    return partial(_propose, desk.database, asked, issuer(desk), desk.now)


def issuing(
    desk: Desk, proposal: Proposal, case: Case, *, in_spite_of: AbstractSet[str]
) -> Callable[[Session], Issued]:
    """The work of issuing it, for one transaction; raises as ``issue``."""
    asked = proposal.asked
    return partial(
        issue,
        wanted=asked.wanted,
        render=partial(render_notices, language=LanguageCode(asked.language)),
        language=asked.language,
        issuer=issuer(desk),
        contact_id=case.contact.contact_id,
        key=asked.key,
        by=desk.actor,
        now=desk.now,
        in_spite_of=in_spite_of,
    )


def warned_of(proposal: Proposal, code: LanguageCode) -> str:
    """What speaks against printing it, a sentence for each reason."""
    told: dict[SlipStop, list[SlipWarning]] = {}
    for each in proposal.warnings:
        told.setdefault(each.code, []).append(each)
    return "\n".join(_warning(stop, found, code) for stop, found in told.items())


def faults_of(proposal: Proposal) -> str:
    """What does not stand on the paper as it is on file."""
    told = []
    if proposal.shrunk:
        words = translate("Documents", "Set smaller to fit: {texts}")
        told.append(words.format(texts=_listed(proposal.shrunk)))
    if proposal.unprintable:
        words = translate(
            "Documents", "No font has these letters, 〓 stands in their place: {letters}"
        )
        told.append(words.format(letters=_listed(proposal.unprintable)))
    return "\n".join(told)


def _warning(stop: SlipStop, found: list[SlipWarning], code: LanguageCode) -> str:
    months = dict.fromkeys(written.month(each.month, code) for each in found)
    reasons = dict.fromkeys(each.reason for each in found if each.reason)
    told = slip_sentences()[stop].format(month=_listed(tuple(months)))
    noted = translate("Documents", "Noted: {reason}").format(reason=_listed(tuple(reasons)))
    return f"{told} {noted}" if reasons else told


def _listed(texts: tuple[str, ...]) -> str:
    shown = " / ".join(texts[:_MOST_LISTED])
    return f"{shown} …" if len(texts) > _MOST_LISTED else shown


def _propose(database: Database, asked: Asked, by: Issuer, now: dt.datetime) -> Proposal:
    wanted, today = asked.wanted, day_in_japan(now)
    with database.reading() as session:
        facts = facts_for(session, wanted, issuer=by, now=now)
        asks = wanted.kind in ASKING_TO_PAY
        warnings = slip_warnings(session, wanted.bill_ids, today) if asks else ()
        bills = bills_asked(session, wanted.bill_ids, today) if asks else ()
    rendered = render_notices((facts,), LanguageCode(asked.language))
    return Proposal(
        asked,
        rendered.data,
        rendered.shrunk,
        rendered.unprintable,
        warnings,
        month=bills[-1].month if bills else None,
        yen=whole_yen_of(bills) if bills else None,
    )
