"""The daily sheet (日計): what an office did in a day, with the anchor of the sealed record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.rules.contact_words import Channel

if TYPE_CHECKING:
    import datetime as dt

    from db.rules.contact_words import Topic
    from db.rules.member_words import Procedure
    from db.rules.notice_facts import NoticeHead
    from db.rules.paper import PaperKind


@dataclass(frozen=True, slots=True)
class PaperLine:
    """What was issued of one kind that day, and how paper of it left, whenever issued.

    The yen are what was asked for, with fees and interest. ``printed`` and ``saved`` count papers
    and files, ``failed`` what did not get out.
    """

    kind: PaperKind
    issued: int = 0
    reissued: int = 0
    in_batches: int = 0
    pages: int = 0
    water_yen: int = 0
    sewerage_yen: int = 0
    printed: int = 0
    saved: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class NumberRange:
    """The numbers that the office gave to documents of one kind, from the first to the last."""

    kind: PaperKind
    first: str
    last: str
    count: int


@dataclass(frozen=True, slots=True)
class TopicLine:
    """The contacts about one topic, in the order of ``Channel``; None: no topic was chosen."""

    topic: Topic | None
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """The contacts by whatever channel."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class ProcedureLine:
    """How often a procedure was carried out."""

    procedure: Procedure
    count: int


@dataclass(frozen=True, slots=True)
class Seal:
    """How far the record of acts is sealed; ``anchor`` is None before the first seal."""

    anchor: str | None
    seals: int
    sealed: int


@dataclass(frozen=True, slots=True)
class DailySheet:
    """The facts of the sheet for one office and day; without a number it is only looked at."""

    head: NoticeHead
    day: dt.date
    papers: tuple[PaperLine, ...]
    numbers: tuple[NumberRange, ...]
    topics: tuple[TopicLine, ...]
    procedures: tuple[ProcedureLine, ...]
    seal: Seal

    @property
    def draft(self) -> bool:
        """Whether nothing was sealed for it."""
        return not self.head.number

    def contacts_by(self) -> tuple[int, ...]:
        """All contacts, in the order of ``Channel``."""
        return tuple(
            sum(line.counts[place] for line in self.topics) for place in range(len(Channel))
        )
