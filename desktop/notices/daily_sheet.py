"""The daily sheet (日計): what an office did in a day, with room for two stamps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from db.rules.contact_words import Channel
from desktop.notices.blocks import fitting_size, place
from desktop.notices.body import BODY_BOTTOM, FITTING, Column, beside, heading, paragraph, table
from desktop.notices.letterhead import BODY_WIDTH, LEFT, RIGHT
from desktop.notices.lettering import Face
from desktop.notices.tabular import tabular

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.rules.daily_sheet import DailySheet, PaperLine
    from desktop.notices.blocks import Block
    from desktop.notices.paper import Sheet
    from desktop.notices.words import Words

_TOP: Final = 46.0
_SIZES: Final = (9.0, 8.5, 8.0)
_STAMP_MM: Final = 22.0
_STAMP_HEAD_MM: Final = 6.0


def draw(facts: DailySheet, said: Words, sheet: Sheet) -> None:
    """Draw the sheet; it stays in the bureau, so nothing is placed for an envelope."""
    _draw_head(facts, said, sheet)
    blocks = [
        *_head_blocks(facts, said),
        *_seal_blocks(facts, said),
        *_paper_blocks(facts, said),
        *_number_blocks(facts, said),
        *_contact_blocks(facts, said),
        *_procedure_blocks(facts, said),
    ]
    size = fitting_size(blocks, room_mm=BODY_BOTTOM - _TOP, sizes=_SIZES)
    place(sheet, blocks, top_mm=_TOP, bottom_mm=BODY_BOTTOM, size=size)


def _draw_head(facts: DailySheet, said: Words, sheet: Sheet) -> None:
    sheet.write(LEFT, 24, said("head", "title"), size=18, face=Face.BOLD)
    sheet.write(LEFT, 33, said("sheet", "of_day", day=said.date(facts.day)), size=13)
    if facts.draft:
        sheet.write(LEFT, 40, said("sheet", "draft"), size=10, face=Face.BOLD)
    elif facts.head.sample:
        sheet.write(LEFT, 40, said("sample", "note"), size=8)
    for number, name in enumerate((said("sheet", "chief"), said("sheet", "clerk"))):
        left = RIGHT - (number + 1) * _STAMP_MM
        sheet.box(left, 12, width_mm=_STAMP_MM, height_mm=_STAMP_HEAD_MM + _STAMP_MM)
        sheet.rule(left, 12 + _STAMP_HEAD_MM, left + _STAMP_MM)
        sheet.write_centred(left + _STAMP_MM / 2, 16.2, name, size=8)


def _head_blocks(facts: DailySheet, said: Words) -> list[Block]:
    head = facts.head
    moment, staff = said.moment(head.issued_at), said.staff(head.issuer)
    return [
        beside(said("sheet", "office"), said.issuer(head.issuer)),
        beside(said("sheet", "made"), said("sheet", "made_by", moment=moment, staff=staff)),
        beside(said("sheet", "number"), head.number or said("sheet", "draft_number")),
    ]


def _paper_blocks(facts: DailySheet, said: Words) -> list[Block]:
    title = heading(said("sheet", "papers"))
    if not facts.papers:
        return [title, paragraph(said("sheet", "no_papers"))]
    columns = (
        Column(FITTING, said("sheet", "kind")),
        *_figures(said, FITTING, ("issued", "reissued", "in_batches", "pages")),
        *_figures(said, FITTING, ("water", "sewerage")),
        *_figures(said, FITTING, ("printed", "saved", "failed")),
    )
    rows = [(said.code(line.kind), *_in_figures(_of(line))) for line in facts.papers]
    sums = [sum(column) for column in zip(*map(_of, facts.papers), strict=True)]
    total = (said("sheet", "total"), *_in_figures(sums))
    note = paragraph(said("sheet", "money_note"), gap_mm=0.5)
    return [title, *tabular(table(columns, rows, totals=[total])), note]


def _of(line: PaperLine) -> tuple[int, ...]:
    issued = (line.issued, line.reissued, line.in_batches, line.pages)
    return (*issued, line.water_yen, line.sewerage_yen, line.printed, line.saved, line.failed)


def _number_blocks(facts: DailySheet, said: Words) -> list[Block]:
    title = heading(said("sheet", "numbers"))
    if not facts.numbers:
        return [title, paragraph(said("sheet", "no_numbers"))]
    columns = (
        Column(56, said("sheet", "kind")),
        Column(48, said("sheet", "first")),
        Column(48, said("sheet", "last")),
        *_figures(said, 18, ("count",)),
    )
    rows = [
        (said.code(each.kind), each.first, each.last, *_in_figures((each.count,)))
        for each in facts.numbers
    ]
    return [title, *tabular(table(columns, rows))]


def _contact_blocks(facts: DailySheet, said: Words) -> list[Block]:
    title = heading(said("sheet", "contacts"))
    if not facts.topics:
        return [title, paragraph(said("sheet", "no_contacts"))]
    total_words = said("sheet", "total")
    columns = (
        Column(70, said("sheet", "topic")),
        *(Column(20, said.code(channel), figures=True) for channel in Channel),
        Column(20, total_words, figures=True),
    )
    rows = [
        (
            said("sheet", "no_topic") if line.topic is None else said.code(line.topic),
            *_in_figures((*line.counts, line.total)),
        )
        for line in facts.topics
    ]
    sums = facts.contacts_by()
    total = (total_words, *_in_figures((*sums, sum(sums))))
    return [title, *tabular(table(columns, rows, totals=[total]))]


def _procedure_blocks(facts: DailySheet, said: Words) -> list[Block]:
    title = heading(said("sheet", "procedures"))
    if not facts.procedures:
        return [title, paragraph(said("sheet", "no_procedures"))]
    columns = (
        Column(BODY_WIDTH - 20, said("sheet", "procedure")),
        *_figures(said, 20, ("count",)),
    )
    rows = [(said.code(each.procedure), *_in_figures((each.count,))) for each in facts.procedures]
    return [title, *tabular(table(columns, rows))]


def _seal_blocks(facts: DailySheet, said: Words) -> list[Block]:
    title, seal = heading(said("sheet", "seal")), facts.seal
    if seal.anchor is None:
        return [title, paragraph(said("sheet", "no_anchor"))]
    told = said("sheet", "sealed", seals=seal.seals, sealed=seal.sealed)
    anchor = said("sheet", "anchor", anchor=" ".join(_in_fours(seal.anchor)))
    return [title, paragraph(anchor, bold=True), paragraph(told)]


def _in_fours(anchor: str) -> Iterable[str]:
    return (anchor[place_ : place_ + 4] for place_ in range(0, len(anchor), 4))


def _figures(said: Words, width_mm: float, names: Iterable[str]) -> list[Column]:
    return [Column(width_mm, said("sheet", name), figures=True) for name in names]


def _in_figures(counts: Iterable[int]) -> tuple[str, ...]:
    return tuple(f"{count:,}" for count in counts)
