"""The columns of a plan: whom notices would go to, and who would be left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication

from desktop import format as written
from desktop import paper_words
from desktop.widgets.record_model import Column

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.rules.batch_totals import Sum
    from desktop.screens.batches.acts import LeftOutLine, PlannedLine

R = TypeVar("R")
translate = QCoreApplication.translate


def planned_columns() -> tuple[Column[PlannedLine], ...]:
    """The place in posting order, to whom, about how many bills, and how much."""
    return (
        Column(
            key="position",
            title=lambda: translate("BatchPlan", "No."),
            text=lambda line: written.number(line.position),
            sort=lambda line: line.position,
            room=5,
            weight=0.05,
            numeric=True,
        ),
        *_whom(),
        Column(
            key="number",
            title=lambda: translate("BatchPlan", "Customer no."),
            text=lambda line: line.candidate.recipient.use.customer_number,
            room=9,
            weight=0.1,
            figures=True,
            shown=False,
        ),
        Column(
            key="bills",
            title=lambda: translate("BatchPlan", "Bills"),
            text=lambda line: written.number(len(line.candidate.bill_ids)),
            sort=lambda line: len(line.candidate.bill_ids),
            room=6,
            weight=0.05,
            numeric=True,
            shown=False,
        ),
        *yen_columns(lambda line: line.candidate.sum),
    )


def left_out_columns() -> tuple[Column[LeftOutLine], ...]:
    """Who is left out and why, how much, and whether a notice goes out all the same."""
    return (
        Column(
            key="number",
            title=lambda: translate("BatchPlan", "Customer no."),
            text=lambda line: line.customer_number,
            room=9,
            weight=0.1,
            figures=True,
        ),
        Column(
            key="name",
            title=lambda: translate("BatchPlan", "Addressee"),
            text=lambda line: line.name or "–",
            room=13,
            weight=0.6,
        ),
        Column(
            key="why",
            title=lambda: translate("BatchPlan", "Reason"),
            text=lambda line: paper_words.exclusion(line.out.exclusion),
            tooltip=lambda line: paper_words.exclusion(line.out.exclusion),
            room=20,
        ),
        Column(
            key="rest",
            title=lambda: translate("BatchPlan", "A notice"),
            text=_rest,
            room=11,
            weight=0.2,
        ),
        *yen_columns(lambda line: line.out.sum, apart=False),
    )


def yen_columns(of: Callable[[R], Sum], *, apart: bool = True) -> tuple[Column[R], ...]:
    """Water, sewerage, and both together, in yen; ``apart`` shows each without being asked."""
    return (
        _yen(
            "water",
            lambda: translate("BatchPlan", "Water ¥"),
            lambda row: of(row).water_yen,
            shown=apart,
        ),
        _yen(
            "sewerage",
            lambda: translate("BatchPlan", "Sewerage ¥"),
            lambda row: of(row).sewerage_yen,
            room=15,
            shown=apart,
        ),
        _yen("total", lambda: translate("BatchPlan", "Total ¥"), lambda row: of(row).yen),
    )


def _yen(
    key: str,
    title: Callable[[], str],
    yen: Callable[[R], int],
    *,
    room: int = 11,
    shown: bool = True,
) -> Column[R]:
    return Column(
        key=key,
        title=title,
        text=lambda row: written.number(yen(row)),
        sort=yen,
        plain=lambda row: str(yen(row)),
        room=room,
        weight=0.1,
        numeric=True,
        bold=key == "total",
        shown=shown,
    )


def _whom() -> tuple[Column[PlannedLine], ...]:
    return (
        Column(
            key="postal_code",
            title=lambda: translate("BatchPlan", "Postal code"),
            text=_postal_code,
            sort=lambda line: line.candidate.recipient.posting_order,
            room=9,
            weight=0.05,
            figures=True,
        ),
        Column(
            key="name",
            title=lambda: translate("BatchPlan", "Addressee"),
            text=lambda line: line.candidate.recipient.to.name,
            room=13,
            weight=0.6,
        ),
        Column(
            key="address",
            title=lambda: translate("BatchPlan", "Address"),
            text=lambda line: line.candidate.recipient.to.address,
            tooltip=lambda line: line.candidate.recipient.to.address,
            room=14,
        ),
    )


def _postal_code(line: PlannedLine) -> str:
    code = line.candidate.recipient.to.postal_code
    return f"{code[:3]}-{code[3:]}" if code else "–"


def _rest(line: LeftOutLine) -> str:
    if line.out.entirely:
        return translate("BatchPlan", "None")
    return translate("BatchPlan", "The rest")
