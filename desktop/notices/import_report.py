"""The report of a delivery (データ取込結果報告書): its files, and every line that was refused."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from desktop.notices.blocks import Block, place
from desktop.notices.filed_sheet import beside, draw_head, heading, table
from desktop.notices.paper import HEIGHT_MM, Imprint, Sheet, printed
from desktop.notices.words import Words, words

if TYPE_CHECKING:
    from db.rules.import_facts import ImportReport, ImportSheet, Refusal
    from desktop.format import LanguageCode

_TOP: Final = 40.0
_SIZE: Final = 8.0
_LONGEST: Final = 60
_OF_FILES: Final = (42.0, 22.0, 15.0, 15.0, 19.0, 17.0, 19.0, 24.0)
_OF_LINES: Final = (46.0, 12.0, 115.0)


def import_report(facts: ImportSheet, language: LanguageCode) -> bytes:
    """The PDF of the report; the same facts give the same bytes."""
    said = words("import_report", language)
    mark = said("sample", "mark") if facts.issuer.fictional else ""
    title = said("head", "title")
    running = f"{title} {facts.report.run_id or ''}".strip()
    imprint = Imprint(title, language, facts.made_at, mark, running=running)
    return printed(imprint, partial(_draw, facts, said))


def refusal_words(refusal: Refusal, said: Words) -> str:
    """What is wrong with a line, in a sentence."""
    long = len(refusal.value) > _LONGEST
    value = f"{refusal.value[:_LONGEST]}…" if long else refusal.value
    facts = {"field": refusal.field, "value": value, "expected": refusal.expected}
    return said(type(refusal.reason).__name__, refusal.reason.value, **facts)


def _draw(facts: ImportSheet, said: Words, sheet: Sheet) -> None:
    draw_head(sheet, said, facts.issuer)
    report = facts.report
    blocks = [*_particulars(facts, said), *_files(report, said), *_lines(report, said)]
    place(sheet, blocks, top_mm=_TOP, bottom_mm=HEIGHT_MM - 15, size=_SIZE)


def _particulars(facts: ImportSheet, said: Words) -> list[Block]:
    label, report = partial(said, "facts"), facts.report
    state = label("tried") if report.trial else said.code(report.state)
    lines = [
        (label("run"), str(report.run_id or "")),
        (label("state"), state),
        (label("begun_at"), said.moment(report.begun_at)),
        (label("ended_at"), said.moment(report.ended_at)),
        (label("by"), f"{report.by} {report.desk}".strip()),
        (label("most_refused"), report.most_refused),
        (label("came_at"), said.moment(report.came_at) if report.came_at else ""),
        (label("made_at"), said.moment(facts.made_at)),
    ]
    return [beside(title, text) for title, text in lines if text]


def _files(report: ImportReport, said: Words) -> list[Block]:
    label = partial(said, "files")
    counts = ("read", "new", "changed", "unchanged", "refused")
    titles = [label(key) for key in ("name", "kind", *counts, "sums")]
    rows = [
        (
            file.name,
            said.code(file.kind),
            f"{file.rows_read:,}",
            f"{file.rows_new:,}",
            f"{file.rows_changed:,}",
            f"{file.rows_unchanged:,}",
            f"{file.rows_refused:,}",
            _sums(file.yen, file.usage_m3, said=said),
        )
        for file in report.files
    ]
    return [heading(label("heading")), *table(_OF_FILES, titles, rows, figures=6)]


def _sums(yen: int, usage_m3: int, *, said: Words) -> str:
    parts = ((yen, "yen"), (usage_m3, "m3"))
    # customers, meters and the like have no amounts, which is not the same as none of them
    return " ".join(said("files", key, sum=f"{total:,}") for total, key in parts if total) or "–"


def _lines(report: ImportReport, said: Words) -> list[Block]:
    if not report.refusals:
        return []
    label = partial(said, "lines")
    titles = [label(key) for key in ("file", "line", "reason")]
    rows = [
        (each.file, f"{each.line:,}" if each.line else "", refusal_words(each, said))
        for each in report.refusals
    ]
    return [heading(label("heading")), *table(_OF_LINES, titles, rows, figures=0)]
