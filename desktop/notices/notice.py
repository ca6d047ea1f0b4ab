"""Any notice as a PDF: one alone, or many in one file, by the facts it is given."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from desktop.notices.paper import Imprint, printed
from desktop.notices.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from db.rules.notice_facts import NoticeHead
    from db.rules.paper import PaperKind
    from desktop.format import LanguageCode
    from desktop.notices.paper import Sheet


class Notice(Protocol):
    """The facts of a notice of whatever kind."""

    @property
    def head(self) -> NoticeHead:
        """What stands at its head."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a kind of notice is drawn: the file of its words, and the pen."""

    paper: str
    draw: Callable[..., None]  # (facts, said: Words, sheet: Sheet) -> None


@dataclass(frozen=True, slots=True)
class Rendered:
    """A file of notices: where each begins and how many pages it has; what was set smaller.

    ``shrunk`` are texts longer than their box, ``unprintable`` letters that no font has.
    """

    data: bytes = field(repr=False)
    first_pages: tuple[int, ...]
    pages: tuple[int, ...]
    shrunk: tuple[str, ...]
    unprintable: tuple[str, ...]


def render(
    notices: Sequence[Notice],
    language: LanguageCode,
    *,
    drawings: Mapping[type, Drawing],
    title: str = "",
) -> Rendered:
    """One PDF of the notices, each beginning on a page of its own; at least one."""
    first = notices[0]
    drawing = drawings[type(first)]
    said = words(drawing.paper, language)
    mark = said("sample", "mark") if first.head.sample else ""
    name = title or title_of(first.head.kind, said)
    imprint = Imprint(name, language, first.head.issued_at, mark, running=name)
    places: list[tuple[int, int]] = []
    sheets: list[Sheet] = []

    def draw(sheet: Sheet) -> None:
        sheets.append(sheet)
        for number, notice in enumerate(notices):
            if number:
                sheet.new_notice()
            begun = sheet.page
            drawings[type(notice)].draw(notice, _words(drawings, notice, language), sheet)
            places.append((begun, sheet.page - begun + 1))

    data = printed(imprint, draw)
    first_pages, pages = zip(*places, strict=True)
    (sheet,) = sheets
    return Rendered(data, first_pages, pages, sheet.shrunk, sheet.unprintable)


def title_of(kind: PaperKind, said: Words) -> str:
    """The title of a notice; where one drawing serves several kinds each may have its own."""
    titles: dict[str, str] = said.table["head"]
    return titles.get(kind.value, titles["title"])


def _words(drawings: Mapping[type, Drawing], notice: Notice, language: LanguageCode) -> Words:
    return words(drawings[type(notice)].paper, language)
