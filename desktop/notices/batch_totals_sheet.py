"""The totals sheet of a batch (一括発行集計表): what it came to, to be signed and filed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from db.rules.batch_totals import Sum
from desktop.notices.blocks import Block, place
from desktop.notices.filed_sheet import beside, draw_head, heading, table
from desktop.notices.paper import HEIGHT_MM, Imprint, Sheet, printed
from desktop.notices.words import Words, words

if TYPE_CHECKING:
    from db.rules.batch_totals import BundleLine, TotalsSheet
    from desktop.format import LanguageCode

_TOP: Final = 40.0
_SIZE: Final = 9.0
_OF_SUMS: Final = (56.0, 20.0, 30.0, 34.0, 33.0)
_OF_BUNDLES: Final = (11.0, 60.0, 20.0, 17.0, 29.0, 36.0)


def batch_totals_sheet(facts: TotalsSheet, language: LanguageCode) -> bytes:
    """The PDF of the totals; the same facts give the same bytes."""
    said = words("batch_totals", language)
    mark = said("sample", "mark") if facts.issuer.fictional else ""
    title = said("head", "title")
    running = f"{title} {facts.batch_id}"
    imprint = Imprint(title, language, facts.made_at, mark, running=running)
    return printed(imprint, partial(_draw, facts, said))


def _draw(facts: TotalsSheet, said: Words, sheet: Sheet) -> None:
    draw_head(sheet, said, facts.issuer)
    blocks = [*_particulars(facts, said), *_sums(facts, said), *_bundles(facts.bundles, said)]
    place(sheet, blocks, top_mm=_TOP, bottom_mm=HEIGHT_MM - 15, size=_SIZE)


def _particulars(facts: TotalsSheet, said: Words) -> list[Block]:
    label = partial(said, "facts")
    lines = [
        (label("kind"), said.code(facts.kind)),
        (label("batch"), str(facts.batch_id)),
        (label("state"), said.code(facts.state)),
        (label("issued_on"), said.date(facts.issued_on)),
        (label("limit_on"), said.date(facts.limit_on) if facts.limit_on else ""),
        (label("seen_to"), said.date(facts.seen_to) if facts.seen_to else ""),
        (label("planned"), f"{facts.planned_by} {said.moment(facts.planned_at)}"),
        (label("made_at"), said.moment(facts.made_at)),
    ]
    return [beside(title, text) for title, text in lines if text]


def _sums(facts: TotalsSheet, said: Words) -> list[Block]:
    label = partial(said, "sums")
    titles = [label(key) for key in ("what", "notices", "water", "sewerage", "total")]
    issued = [_row(label("issued"), facts.issued)]
    if facts.extra_yen:
        extra = Sum(sewerage_yen=facts.extra_yen)
        issued += [_row(label("extra"), extra), _row(label("asked"), facts.issued + extra)]
    if facts.waiting.notices:
        issued.append(_row(label("waiting"), facts.waiting))
    blocks = [heading(label("heading")), *table(_OF_SUMS, titles, issued)]
    left_out = [_row(said.code(why), total) for why, total in facts.left_out]
    if left_out:
        blocks += [heading(label("left_out")), *table(_OF_SUMS, titles, left_out)]
    return blocks


def _bundles(bundles: tuple[BundleLine, ...], said: Words) -> list[Block]:
    if not bundles:
        return []
    label = partial(said, "bundles")
    titles = [label(key) for key in ("number", "numbers", "notices", "pages", "water", "sewerage")]
    rows = [
        (
            str(each.number),
            label("from_to", first=each.first_number, last=each.last_number),
            f"{each.total.notices:,}",
            f"{each.pages:,}",
            f"{each.total.water_yen:,}",
            f"{each.total.sewerage_yen:,}",
        )
        for each in bundles
    ]
    return [heading(label("heading")), *table(_OF_BUNDLES, titles, rows)]


def _row(what: str, total: Sum) -> tuple[str, ...]:
    counted = (total.notices, total.water_yen, total.sewerage_yen, total.yen)
    return (what, *(f"{each:,}" for each in counted))
