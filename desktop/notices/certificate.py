"""The payment certificate (納入証明書): what was paid in a period, under the bureau's seal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from db.rules.words import Account
from desktop.notices.body import (
    BODY_BOTTOM,
    FITTING,
    Column,
    beside,
    paragraph,
    table,
    translation_blocks,
    write_body,
    yen,
)
from desktop.notices.letterhead import LEFT, RIGHT, draw_letterhead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.rules.certificate import Certificate, CertifiedBill, CertifiedDebt
    from desktop.notices.blocks import Block
    from desktop.notices.paper import Sheet
    from desktop.notices.words import Words

_SEALED: Final = 42.0  # the height of what stands beside the seal
_SEAL: Final = 24.0  # 公印: at most 24 mm square is usual


def draw(facts: Certificate, said: Words, sheet: Sheet) -> None:
    """Draw the certificate, with the place for the seal below the last sum."""
    draw_letterhead(facts.head, said, sheet)
    blocks = [
        *translation_blocks(said),
        *_about_blocks(facts, said),
        paragraph(said("body", "certified"), gap_mm=2),
        *_table(facts, said),
        *_notes(said),
    ]
    y_mm = write_body(sheet, blocks, below_mm=_SEALED)
    _draw_seal(facts, said, sheet, y_mm=max(y_mm + 4, min(y_mm + 12, BODY_BOTTOM - _SEALED)))


def _about_blocks(facts: Certificate, said: Words) -> list[Block]:
    use = facts.head.use
    kind = facts.head.addressee.kind if use is None else use.user_kind
    since, until = said.month(facts.since), said.month(facts.until)
    months = said("money", "period", since=since, until=until)
    blocks = [beside(said("body", "applicant"), said.addressed(facts.applicant, kind))]
    if use is not None:
        blocks.append(beside(said("use", "customer_number"), use.customer_number))
        blocks.append(beside(said("use", "place"), use.address))
    blocks.append(beside(said("body", "months"), months))
    if facts.purpose:
        blocks.append(beside(said("body", "purpose"), facts.purpose))
    return blocks


def _table(facts: Certificate, said: Words) -> list[Block]:
    columns = (
        Column(FITTING, said("columns", "month")),
        Column(FITTING, said("columns", "account")),
        Column(FITTING, said("columns", "billed"), figures=True),
        Column(FITTING, said("columns", "paid"), figures=True),
        Column(FITTING, said("columns", "paid_on"), figures=True),
    )
    rows = [row for bill in facts.bills for row in _rows(bill, said)]
    totals = [
        ("", said.code(account), *_sums(facts.debts_of(account), said), "")
        for account in Account
        if facts.debts_of(account)
    ]
    whole = (yen(said, facts.billed_yen), yen(said, facts.paid_yen))
    total = ("", said("columns", "total"), *whole, "")
    blocks = table(columns, rows, totals=(*totals, total))
    # a seal alone on a page could be put under anything
    return [*blocks[:-1], replace(blocks[-1], kept=True)]


def _notes(said: Words) -> list[Block]:
    return [replace(paragraph(text), kept=True) for text in said.list("body", "notes")]


def _rows(bill: CertifiedBill, said: Words) -> Iterator[tuple[str, ...]]:
    for debt in bill.debts:
        paid_on = said("columns", "none") if debt.paid_on is None else said.short_date(debt.paid_on)
        paid = (yen(said, debt.billed_yen), yen(said, debt.paid_yen), paid_on)
        yield (said.short_month(bill.month), said.code(debt.account), *paid)


def _sums(debts: tuple[CertifiedDebt, ...], said: Words) -> tuple[str, str]:
    billed, paid = sum(debt.billed_yen for debt in debts), sum(debt.paid_yen for debt in debts)
    return yen(said, billed), yen(said, paid)


def _draw_seal(facts: Certificate, said: Words, sheet: Sheet, *, y_mm: float) -> None:
    left = RIGHT - _SEAL - 4
    sheet.write(LEFT, y_mm + 6, said.day(facts.head.issued_at), size=10)
    issuer = facts.head.issuer
    by = said("seal", "by", body=said.defendant(issuer))
    sheet.write(LEFT + 12, y_mm + 15, said.issuer(issuer), size=10)
    sheet.write(LEFT + 12, y_mm + 23, by, size=12)
    sheet.box(left, y_mm + 5, width_mm=_SEAL, height_mm=_SEAL)
    sheet.write_centred(left + _SEAL / 2, y_mm + 6 + _SEAL / 2, said("seal", "mark"), size=12)
