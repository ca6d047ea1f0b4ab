"""One sentence that says why a bill differs from that of the same period last year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.errors import RuleBroken
from db.rules.bill_difference import Cause, Part, explain
from db.rules.words import PaymentState
from desktop import format as written
from desktop.labels import usage_class

if TYPE_CHECKING:
    from db.queries.billing import BillRow, History
    from db.rules.bill_difference import Price
    from desktop.format import LanguageCode

translate = QCoreApplication.translate


def why_it_differs(bill: BillRow, history: History, price: Price, code: LanguageCode) -> str:
    """Say what makes ``bill`` differ, its parts adding up to the yen of the difference."""
    month = written.month(bill.month, code)
    before = history.year_before(bill)
    if bill.state is PaymentState.CORRECTED:
        return translate(
            "Explanation", "{month}: this bill was corrected and no longer counts."
        ).format(month=month)
    if before is None:
        return translate(
            "Explanation", "{month}: there is no bill of the same period last year to compare with."
        ).format(month=month)
    difference = bill.yen - before.yen
    try:
        parts = explain(bill.billed, before.billed, price)
    except RuleBroken:
        reason = translate("Explanation", "the tariff of one of the bills is not known here")
        return _joined(_opening(month, difference, code), reason)
    if not parts or (difference == 0 and bill.usage_m3 == before.usage_m3):
        return translate(
            "Explanation", "{month}: the same amount as in the same period last year."
        ).format(month=month)
    return _joined(_opening(month, difference, code), _causes(parts, code))


def _joined(opening: str, reasons: str) -> str:
    return opening + translate("Explanation", ": ") + reasons


def _causes(parts: tuple[Part, ...], code: LanguageCode) -> str:
    weighed = (
        translate("Explanation", "{cause} {yen}").format(
            cause=_cause(part), yen=_signed(part.yen, code)
        )
        for part in parts
    )
    return translate("Explanation", "; ").join(weighed)


def _opening(month: str, difference: int, code: LanguageCode) -> str:
    amount = written.yen(abs(difference), code)
    if difference > 0:
        text = translate("Explanation", "{month}: {amount} more than in the same period last year")
    elif difference < 0:
        text = translate("Explanation", "{month}: {amount} less than in the same period last year")
    else:
        text = translate(
            "Explanation", "{month}: the same amount as last year, from causes that cancel out"
        )
    return text.format(month=month, amount=amount)


def _signed(amount: int, code: LanguageCode) -> str:
    sign = "+" if amount > 0 else ""
    return f"{sign}{written.yen(amount, code)}"


def _cause(part: Part) -> str:
    # the price that the m³ which came or went were charged at
    fuller = part.after if part.m3 > 0 else part.before
    block = fuller.water.highest
    facts: dict[str, object] = {
        "m3": f"{written.signed(part.m3)} m³",
        "days": f"{part.days:+d}".replace("-", "−"),
        "tax_before": part.before.tax_percent,
        "tax": part.after.tax_percent,
        "usage_class": usage_class(part.after.usage_class),
        "from_m3": block.from_m3 if block else 0,
        "yen_per_m3": fuller.yen_per_m3,
    }
    return _cause_words(part).format_map(facts)


def _cause_words(part: Part) -> str:
    if part.cause is Cause.TARIFF and part.before.tax_percent != part.after.tax_percent:
        return translate("Explanation", "new prices and tax of {tax} % instead of {tax_before} %")
    return {
        Cause.SEWERAGE_ENDED: translate("Explanation", "sewerage has ended"),
        Cause.TARIFF: translate("Explanation", "new prices"),
        Cause.USAGE_CLASS: translate("Explanation", "use changed to {usage_class}"),
        Cause.SETTLED_BEFORE: translate(
            "Explanation", "last year’s bill settled an estimate ({m3})"
        ),
        Cause.DAYS: translate("Explanation", "{days} days ({m3})"),
        Cause.DAILY_USE: _daily_use(part),
        Cause.SETTLED: translate("Explanation", "an earlier estimate was settled ({m3})"),
        Cause.DRAINED: translate("Explanation", "water drained to the sewer ({m3})"),
        Cause.SEWERAGE_BEGUN: translate("Explanation", "sewerage has begun"),
        Cause.CORRECTION: translate("Explanation", "an amount set by hand"),
    }[part.cause]


def _daily_use(part: Part) -> str:
    if part.m3 > 0:
        return translate(
            "Explanation",
            "more used each day ({m3}; from {from_m3} m³ on {yen_per_m3} yen a m³ before tax)",
        )
    return translate(
        "Explanation",
        "less used each day ({m3}; from {from_m3} m³ on {yen_per_m3} yen a m³ before tax)",
    )
