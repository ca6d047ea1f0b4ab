"""What the four dunning notices share: what is to be paid until when, debt by debt, and why."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from db.rules.slip_facts import SlipFacts
from db.rules.words import Account
from desktop.format import LanguageCode
from desktop.notices.blocks import NEXT_PAGE_MM, fitting_size, place, that_fit
from desktop.notices.body import (
    BODY_BOTTOM,
    Column,
    beside,
    contact_blocks,
    heading,
    listed,
    paragraph,
    table,
    yen,
)
from desktop.notices.letterhead import BODY_TOP, BODY_WIDTH, LEFT, draw_letterhead
from desktop.notices.lettering import Face
from desktop.notices.paper import line_mm
from desktop.notices.slip_parts import SLIP_TOP, draw_slip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from db.rules.dunning_notice import DunningNotice
    from db.rules.notice_facts import BillAsked, DebtAsked
    from desktop.notices.blocks import Block
    from desktop.notices.paper import Sheet
    from desktop.notices.words import Words

_SIZES: Final = (9.0, 8.5, 8.0, 9.0)  # the last one when a page is not enough
_TEXT_SIZE: Final = 10.0
_NOTE_SIZE: Final = 8.5
_NOTE_BASE: Final = 81.0
_BIG_SIZE: Final = 12.5
_LABELS: Final = 46.0
_AIR: Final = 3.0
_ABOVE_SLIP: Final = 4.0
_LARGEST_MORE: Final = 3.4  # the charge itself runs to millions, what comes on it does not
# of a bill's month, the account and the due date; narrower beside three figures
_NAMED_WIDTHS: Final = {LanguageCode.JA: (38.2, 22.2, 46.0), LanguageCode.EN: (21.0, 35.0, 27.0)}
_NARROW_WIDTHS: Final = _NAMED_WIDTHS | {LanguageCode.JA: (36.0, 22.2, 43.8)}
_BASE: Final = 0.8  # of a line: where its letters stand


def draw_opening(
    facts: DunningNotice,
    said: Words,
    sheet: Sheet,
    *,
    opening: str,
    asked: Sequence[tuple[str, str]],
    note: str = "",
) -> float:
    """Draw the letterhead, why this is written, and in a frame what matters; gives where it ends.

    ``asked`` are labels and what stands beside them; a line without a label explains the one
    above it, ``note`` stands below the title.
    """
    draw_letterhead(facts.head, said, sheet)
    if note:
        sheet.write_centred(LEFT + BODY_WIDTH / 2, _NOTE_BASE, note, size=_NOTE_SIZE)
    texts = [opening]
    if said.language is not LanguageCode.JA:
        texts.insert(0, said("translation", "note"))
    y_mm = BODY_TOP
    for text in texts:
        y_mm = sheet.write_wrapped(LEFT, y_mm, text, width_mm=BODY_WIDTH, size=_TEXT_SIZE)
    top = y_mm - line_mm(_TEXT_SIZE) * _BASE + _AIR / 2
    end = _write_frame(sheet, asked, top_mm=top)
    sheet.box(LEFT, top, width_mm=BODY_WIDTH, height_mm=end - top)
    return end


def _write_frame(sheet: Sheet, asked: Sequence[tuple[str, str]], *, top_mm: float) -> float:
    y_mm = top_mm + _AIR
    for label, text in asked:
        size, face = (_BIG_SIZE, Face.BOLD) if label else (_TEXT_SIZE, Face.TEXT)
        base = y_mm + line_mm(size) * _BASE
        sheet.write(LEFT + _AIR, base, label, size=_TEXT_SIZE)
        width = BODY_WIDTH - _LABELS - 2 * _AIR
        left = LEFT + _AIR + _LABELS
        after = sheet.write_wrapped(left, base, text, width_mm=width, size=size, face=face)
        y_mm += after - base
    return y_mm + _AIR


def write_rest(sheet: Sheet, blocks: Sequence[Block], *, top_mm: float) -> None:
    """Write what follows the frame, on more pages if need be."""
    size = fitting_size(blocks, room_mm=BODY_BOTTOM - top_mm, sizes=_SIZES)
    place(sheet, blocks, top_mm=top_mm, bottom_mm=BODY_BOTTOM, size=size)


def write_with_slip(
    facts: DunningNotice, said: Words, sheet: Sheet, blocks: Sequence[Block], *, top_mm: float
) -> None:
    """Write what follows the frame, with a slip to pay by at the foot of the first page.

    Bills with several due dates keep each its own; the slip is taken until the notice's limit.
    """
    size = _SIZES[0]
    front = that_fit(blocks, room_mm=SLIP_TOP - _ABOVE_SLIP - top_mm, size=size)
    place(sheet, blocks[:front], top_mm=top_mm, bottom_mm=SLIP_TOP, size=size)
    days = {debt.due_on for bill in facts.bills for debt in bill.debts}
    due_on = min(days) if len(days) == 1 else None
    draw_slip(sheet, said, SlipFacts(facts.head, facts.bills, due_on, facts.limit_on))
    rest = list(blocks[front:])
    if rest:
        sheet.next_page()
        if rest[0].titles:
            rest.insert(0, rest[0].titles)
        place(sheet, rest, top_mm=NEXT_PAGE_MM, bottom_mm=BODY_BOTTOM, size=size)


def sums_by_account(facts: DunningNotice, said: Words) -> str:
    """What of the whole is water, and what sewerage: two debts in law."""
    sums = {Account.WATER: facts.water_yen, Account.SEWERAGE: facts.sewerage_yen}
    return said("dunning", "between").join(
        said("dunning", "each", account=said.code(account), yen=yen_)
        for account, yen_ in sums.items()
        if yen_
    )


def debt_blocks(facts: DunningNotice, said: Words, title: str) -> list[Block]:
    """Every debt in a line of its own, with the sums of each account; each place by itself."""
    use = facts.head.use
    usual = (use.customer_number, use.address) if use else ("", "")
    blocks = _use_blocks(facts, said)
    blocks.append(heading(title))
    for of, group in groupby(facts.bills, key=lambda bill: (bill.customer_number, bill.address)):
        bills = tuple(group)
        if of not in (usual, ("", "")):
            number, address = of
            where = f"{said('use', 'place')} {address} ({number})"
            blocks.append(replace(paragraph(where, gap_mm=1.5, bold=True), kept=True))
        blocks += _table(bills, said)
    return blocks


def _use_blocks(facts: DunningNotice, said: Words) -> list[Block]:
    use = facts.head.use
    if use is None:
        return []
    return [
        beside(said("use", "user"), said.addressed(use.user_name, use.user_kind)),
        beside(said("use", "place"), use.address),
    ]


def _table(bills: tuple[BillAsked, ...], said: Words) -> list[Block]:
    debts = [(bill, debt) for bill in bills for debt in bill.debts]
    figures = _figures_of([debt for _, debt in debts])
    rows = [(*_named(bill, debt, said), *_sums([debt], figures, said)) for bill, debt in debts]
    total = said("columns", "total")
    sums = [
        (total, said.code(account), "", *_sums(of_account, figures, said))
        for account in Account
        if (of_account := [debt for _, debt in debts if debt.account is account])
    ]
    return table(_columns(figures, said), rows, totals=sums)


def _figures_of(debts: Sequence[DebtAsked]) -> tuple[str, ...]:
    """Which figures a table of the debts has, by the name of their field."""
    if not any(debt.fee_yen or debt.interest_yen for debt in debts):
        return ("billed_yen", "yen")
    charged = any(debt.interest_yen for debt in debts)
    return ("yen", "fee_yen", "interest_yen") if charged else ("yen", "fee_yen")


def _columns(figures: tuple[str, ...], said: Words) -> tuple[Column, ...]:
    titles = {
        "billed_yen": said("columns", "billed"),
        "yen": said("columns", "unpaid"),
        "fee_yen": said("dunning", "fee"),
        "interest_yen": said("dunning", "interest"),
    }
    named = (said("columns", "month"), said("columns", "account"), said("columns", "due"))
    widths = _NAMED_WIDTHS[said.language]
    if len(figures) == len(widths):
        widths = _NARROW_WIDTHS[said.language]
    share = (BODY_WIDTH - sum(widths) - _LARGEST_MORE) / len(figures)
    return (
        *(Column(width, title) for title, width in zip(named, widths, strict=True)),
        Column(share + _LARGEST_MORE, titles[figures[0]], figures=True),
        *(Column(share, titles[figure], figures=True) for figure in figures[1:]),
    )


def _named(bill: BillAsked, debt: DebtAsked, said: Words) -> tuple[str, str, str]:
    account = said.code(debt.account)
    return said.short_month(bill.month), account, said.short_date(debt.due_on)


def _sums(debts: Iterable[DebtAsked], figures: tuple[str, ...], said: Words) -> tuple[str, ...]:
    every = tuple(debts)
    none = said("columns", "none")
    amounts = (sum(getattr(debt, figure) for debt in every) for figure in figures)
    return tuple(yen(said, amount) if amount else none for amount in amounts)


def seen_block(facts: DunningNotice, said: Words, section: str = "dunning") -> Block:
    """Up to which day payments are known, and that who has paid since is asked to excuse it."""
    if facts.seen_to is None:
        return paragraph(said(section, "unseen"), gap_mm=1.5)
    return paragraph(said(section, "seen", date=said.date(facts.seen_to)), gap_mm=1.5)


def previous_day(facts: DunningNotice, said: Words) -> str:
    """The day of the notice before this one; a later step without one raises ValueError."""
    if facts.previous is None:
        raise ValueError(f"nothing came before a {facts.head.kind}")
    return said.date(facts.previous.issued_on)


def consequence_blocks(facts: DunningNotice, said: Words) -> list[Block]:
    """What comes when the limit passes without payment."""
    told = [said.code(each) for each in facts.consequences]
    return together([heading(said("dunning", "after")), *listed(told)])


def restore_blocks(said: Words) -> list[Block]:
    """How water that was cut off comes back."""
    return [heading(said("dunning", "restore")), *listed(said.list("dunning", "restored"))]


def desk_blocks(facts: DunningNotice, said: Words) -> list[Block]:
    """Where and when to ask and to talk about payment."""
    return together([*contact_blocks(facts.head, said), paragraph(said("dunning", "hours"))])


def together(blocks: Sequence[Block]) -> list[Block]:
    """Blocks that no page parts."""
    return [*(replace(block, kept=True) for block in blocks[:-1]), blocks[-1]]


def apart_blocks(sewerage_yen: int, said: Words) -> list[Block]:
    """That sewerage is unpaid as well: said apart, it is no reason to cut off water."""
    return (
        [paragraph(said("dunning", "apart", yen=sewerage_yen), gap_mm=1.5)] if sewerage_yen else []
    )
