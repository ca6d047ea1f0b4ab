"""Every kind of notice that the program draws, by the facts it is drawn from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from db.rules.certificate import Certificate
from db.rules.daily_sheet import DailySheet
from db.rules.debit_notices import DebitFailed, DebitStarted
from db.rules.dunning_notice import CutoffExecution, CutoffWarning, Demand, Reminder
from db.rules.final_settlement import FinalSettlement
from db.rules.overpayment_notices import Refund, SetOff
from db.rules.payment_notice import PaymentNotice
from db.rules.reading_notice import ReadingNotice
from db.rules.reduction_notice import Reduction
from db.rules.statement import Statement
from desktop.notices import (
    certificate,
    cutoff_execution,
    cutoff_warning,
    daily_sheet,
    debit_failed,
    debit_started,
    demand,
    final_settlement,
    payment_notice,
    reading_notice,
    reduction,
    refund,
    reminder,
    set_off,
    statement,
)
from desktop.notices.notice import Drawing, Rendered, render

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.format import LanguageCode
    from desktop.notices.notice import Notice

DRAWINGS: Final[dict[type, Drawing]] = {
    PaymentNotice: Drawing("payment_notice", payment_notice.draw),
    ReadingNotice: Drawing("reading_notice", reading_notice.draw),
    Certificate: Drawing("certificate", certificate.draw),
    DebitStarted: Drawing("debit_started", debit_started.draw),
    DebitFailed: Drawing("debit_failed", debit_failed.draw),
    Refund: Drawing("refund", refund.draw),
    SetOff: Drawing("set_off", set_off.draw),
    Reduction: Drawing("reduction", reduction.draw),
    FinalSettlement: Drawing("final_settlement", final_settlement.draw),
    Statement: Drawing("statement", statement.draw),
    Reminder: Drawing("reminder", reminder.draw),
    Demand: Drawing("demand", demand.draw),
    CutoffWarning: Drawing("cutoff_warning", cutoff_warning.draw),
    CutoffExecution: Drawing("cutoff_execution", cutoff_execution.draw),
    DailySheet: Drawing("daily_sheet", daily_sheet.draw),
}
"""The drawing for each class of facts."""


def render_notices(
    notices: Sequence[Notice], language: LanguageCode, *, title: str = ""
) -> Rendered:
    """One PDF of the notices, in the order given; at least one."""
    return render(notices, language, drawings=DRAWINGS, title=title)
