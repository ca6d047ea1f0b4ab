"""Closing an office's day on paper: the record of acts is sealed, and the sheet is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from db.commands.audit import record
from db.commands.document_files import keep_file
from db.commands.number_series import next_number
from db.commands.permission import allow
from db.commands.requests import keep_outcome, outcome_of
from db.commands.seals import seal
from db.errors import RuleBroken
from db.models import Document, Staff
from db.queries.daily_sheet import daily_sheet
from db.queries.documents import document_pdf
from db.rules.member_words import Procedure
from db.rules.paper import PaperKind
from db.rules.periods import day_in_japan
from db.rules.permissions import Action
from db.rules.words import EventKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.commands.documents import RenderedLike
    from db.rules.daily_sheet import DailySheet
    from db.rules.issuer import Issuer
    from db.rules.paper import PaperLanguage


@dataclass(frozen=True, slots=True)
class IssuedSheet:
    """A daily sheet as it is kept, and the anchor that is printed on it."""

    document_id: int
    number: str
    data: bytes = field(repr=False)


def issue_daily_sheet(
    session: Session,
    day: dt.date,
    *,
    render: Callable[[Sequence[DailySheet]], RenderedLike],
    language: PaperLanguage,
    issuer: Issuer,
    key: str,
    by: Actor,
    now: dt.datetime,
) -> IssuedSheet:
    """Seal what was done so far, and issue the sheet of the actor's own office for a day.

    The same ``key`` again gives the same sheet. Raises ``permission.denied``,
    ``daily_sheet.not_yet`` for a day to come and ``request.under_way``; OutOfReach ``locked``
    when somebody writes an event and does not finish.
    """
    allow(session, by, Action.PRINT_DAILY_SHEET, now)
    done = outcome_of(session, key)
    if done is not None:
        return _kept(session, int(done["document_id"]), str(done["number"]))
    if day > day_in_japan(now):
        raise RuleBroken("daily_sheet.not_yet", day=day)
    office_id = session.scalars(select(Staff.office_id).where(Staff.id == by.staff_id)).one()
    number = next_number(session, PaperKind.DAILY_SHEET, day_in_japan(now))
    seal(session, now=now)
    facts = daily_sheet(session, office_id, day, issuer=issuer, now=now, number=number)
    issued = _keep(session, facts, render((facts,)), language=language, by=by)
    told: dict[str, Any] = {"document": issued.document_id, "paper": PaperKind.DAILY_SHEET}
    told |= {"number": number, "day": day.isoformat(), "anchor": facts.seal.anchor}
    record(session, EventKind.DOCUMENT_ISSUED, by=by, now=now, **told)
    outcome = {"document_id": issued.document_id, "number": number}
    keep_outcome(session, key, kind=Procedure.DOCUMENT, outcome=outcome, by=by, now=now)
    return issued


def _keep(
    session: Session,
    facts: DailySheet,
    rendered: RenderedLike,
    *,
    language: PaperLanguage,
    by: Actor,
) -> IssuedSheet:
    document = Document(
        kind=PaperKind.DAILY_SHEET,
        number=facts.head.number,
        file_id=keep_file(session, rendered.data),
        pages=rendered.pages[0],
        language=language,
        issued_on=facts.day,  # the day that it is about; when it was made stands beside
        issued_at=facts.head.issued_at,
        issued_by=by.staff_id,
    )
    session.add(document)
    session.flush()
    return IssuedSheet(document.id, facts.head.number, rendered.data)


def _kept(session: Session, document_id: int, number: str) -> IssuedSheet:
    return IssuedSheet(document_id, number, document_pdf(session, document_id).data)
