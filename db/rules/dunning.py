"""The steps of dunning (督促 → 催告 → 停止予告 → 決裁 → 執行), debt by debt, and what they add.

Water rests on 地方自治法施行令171条 and is cut off by 水道法15条3項; sewerage rests on 地方自治法
231条の3, bears a fee and interest by ordinance, and is never a reason to cut off water.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from db.errors import RuleBroken
from db.rules.due_dates import next_open_day
from db.rules.limitation import is_extinguished
from db.rules.paper import DUNNING, Exclusion, PaperKind
from db.rules.words import Account

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from db.rules.paper_settings import PaperSettings

CUTTING_OFF: Final = frozenset({PaperKind.CUTOFF_WARNING, PaperKind.CUTOFF_EXECUTION})
"""The steps that count water only, and of it only what is neither disputed nor agreed on."""

SPARING: Final = (Exclusion.DISPUTE, Exclusion.INSTALMENTS)
"""What keeps a debt from being a reason to cut off, whatever a batch lets in."""

SHORTEST_WARNING: Final = dt.timedelta(days=14)
"""From a cut-off warning to its limit, whatever a bureau sets (由仁町ほか: 14 days)."""

_DAY: Final = dt.timedelta(days=1)
_LEAST_PRINCIPAL_YEN: Final = 2000
_PRINCIPAL_UNIT_YEN: Final = 1000
_LEAST_INTEREST_YEN: Final = 1000
_INTEREST_UNIT_YEN: Final = 100
_YEAR_DAYS: Final = 365
_WHOLE_RATE: Final = 10_000


@dataclass(frozen=True, slots=True)
class StepTaken:
    """A notice that dunned a debt and did not come back; ``fee_yen`` is what it charged for it."""

    kind: PaperKind
    issued_on: dt.date
    limit_on: dt.date | None
    document_id: int = 0
    fee_yen: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided (決裁) after a warning; ``execute_on`` is the day of an approved cut-off."""

    decided_on: dt.date
    execute_on: dt.date | None

    @property
    def approved(self) -> bool:
        """Whether the water is to be cut off."""
        return self.execute_on is not None


@dataclass(frozen=True, slots=True)
class DunnedDebt:
    """A debt as dunning sees it: ``decision`` is the one about its last warning, if any.

    ``spared`` is which of ``SPARING`` holds now, if any; ``agreed_to`` is the last day of the
    latest agreement on instalments that is over.
    """

    account: Account
    unpaid_yen: int
    due_on: dt.date
    limitation_on: dt.date
    steps: tuple[StepTaken, ...] = ()
    spared: Exclusion | None = None
    decision: Decision | None = None
    agreed_to: dt.date | None = None


def steps_for(account: Account) -> tuple[PaperKind, ...]:
    """The steps that a debt of that account goes through, in order."""
    if account is Account.WATER:
        return DUNNING
    return tuple(step for step in DUNNING if step not in CUTTING_OFF)


def last_step(steps: Iterable[StepTaken]) -> StepTaken | None:
    """The step at which dunning stands: the last one taken, whose limit is the one that runs."""
    return max(steps, key=lambda taken: (taken.issued_on, _rank(taken.kind)), default=None)


def last_warning(steps: Iterable[StepTaken]) -> StepTaken | None:
    """The last cut-off warning, if any was given."""
    return last_step(taken for taken in steps if taken.kind is PaperKind.CUTOFF_WARNING)


def next_step(debt: DunnedDebt) -> PaperKind | None:
    """The step whose turn it is, reached already or not; None after the last."""
    last = last_step(debt.steps)
    begun = 0 if last is None else _rank(last.kind) + 1
    return next((step for step in steps_for(debt.account) if _rank(step) >= begun), None)


def reached_on(step: PaperKind, debt: DunnedDebt, settings: PaperSettings) -> dt.date | None:
    """The first day on which a step may be taken; None while the step before it is not taken.

    It is never before the day after the due date, or after the limit of the step before; a bureau
    waits the days it has set, so that payments made in time are seen. Bureaus remind of a debt
    some 20 days after its due date (豊中市ほか). A warning that leads nowhere any more is given
    again, without the steps before it.
    """
    last = last_step(debt.steps)
    since = None
    if next_step(debt) is step:
        since = debt.due_on if last is None else last.limit_on
    elif step is PaperKind.CUTOFF_WARNING:
        since = _warned_in_vain_to(debt)
    waits = {
        PaperKind.REMINDER: settings.reminder_after_days,
        PaperKind.DEMAND: settings.demand_after_days,
        PaperKind.CUTOFF_WARNING: settings.warning_after_days,
    }
    return since and since + max(_DAY, dt.timedelta(days=waits.get(step, 0)))


def may_take(
    step: PaperKind, debt: DunnedDebt, *, today: dt.date, settings: PaperSettings
) -> Exclusion | None:
    """Why a step may not be taken for a debt on ``today``, the day of issue; None when it may."""
    if debt.unpaid_yen <= 0:
        return Exclusion.PAID_MEANWHILE
    if is_extinguished(debt.account, limitation_on=debt.limitation_on, today=today):
        return Exclusion.EXTINGUISHED
    if step in CUTTING_OFF and debt.spared is not None:
        return debt.spared
    last, reached = last_step(debt.steps), reached_on(step, debt, settings)
    if reached is None and last is not None and _rank(last.kind) >= _rank(step):
        return Exclusion.ALREADY_SENT
    if reached is None or today < reached:
        return Exclusion.STEP_NOT_REACHED
    if step is PaperKind.CUTOFF_EXECUTION and not _is_decided(debt, today):
        return Exclusion.NOT_DECIDED
    return None


def limit_on(
    step: PaperKind,
    issued_on: dt.date,
    settings: PaperSettings,
    extra_closed: Container[dt.date] = (),
    *,
    wanted: dt.date | None = None,
) -> dt.date:
    """Until when is to be paid: the bureau's usual days or the day wanted, on an open day.

    Raises ``dunning.limit_too_early`` with the ``earliest`` day for one that is not after the
    issue, or gives less than a fortnight after a warning of a cut-off.
    """
    shortest = SHORTEST_WARNING if step is PaperKind.CUTOFF_WARNING else _DAY
    usual = issued_on + max(shortest, dt.timedelta(days=_days_to_pay(step, settings)))
    earliest = issued_on + shortest
    if wanted is not None and wanted < earliest:
        raise RuleBroken("dunning.limit_too_early", earliest=next_open_day(earliest, extra_closed))
    return next_open_day(wanted or usual, extra_closed)


def cut_off_from(limit_on: dt.date, extra_closed: Container[dt.date] = ()) -> dt.date:
    """The first day on which water may be cut off after a warning's limit: a day of work."""
    return next_open_day(limit_on + _DAY, extra_closed)


def proposed_execution_on(
    decided_on: dt.date,
    limit_on: dt.date,
    settings: PaperSettings,
    extra_closed: Container[dt.date] = (),
) -> dt.date:
    """The day of a cut-off as it is put up for decision: after the limit, with days of notice."""
    noticed = decided_on + dt.timedelta(days=settings.execution_days)
    return next_open_day(max(noticed, cut_off_from(limit_on, extra_closed)), extra_closed)


def execution_on(
    decided: dt.date, issued_on: dt.date, extra_closed: Container[dt.date] = ()
) -> dt.date:
    """The day that a notice of a cut-off names: the one decided, never before it is issued."""
    return next_open_day(max(decided, issued_on), extra_closed)


def fee_yen(step: PaperKind, debt: DunnedDebt, settings: PaperSettings) -> int:
    """The fee on a debt (督促手数料): charged by the reminder and carried on by what follows.

    Only sewerage bears one, by ordinance (地方自治法231条の3第2項).
    """
    if debt.account is not Account.SEWERAGE:
        return 0
    if step is PaperKind.REMINDER:
        return settings.reminder_fee_yen
    return sum(taken.fee_yen for taken in debt.steps if taken.kind is PaperKind.REMINDER)


def interest_yen(debt: DunnedDebt, on: dt.date, settings: PaperSettings) -> int:
    """The interest on a debt (延滞金) if it were paid on that day; only sewerage bears any.

    The rates are settings, since the ordinance of a city sets them: one for the first month after
    the due date, one for the days from then on, both for a year of 365 days. The rounding is that
    of the law on local taxes (地方税法20条の4の2): on whole thousands of what is unpaid, nothing
    on less than 2,000 yen, the interest cut to whole hundreds, and none below 1,000 yen. What was
    paid in part is taken as paid from the beginning, in the customer's favour.
    """
    if debt.account is not Account.SEWERAGE or debt.unpaid_yen < _LEAST_PRINCIPAL_YEN:
        return 0
    first_month_to = _month_after(debt.due_on)
    first = max(0, (min(on, first_month_to) - debt.due_on).days)
    later = max(0, (on - first_month_to).days)
    principal = debt.unpaid_yen // _PRINCIPAL_UNIT_YEN * _PRINCIPAL_UNIT_YEN
    rated_days = first * settings.interest_rate_first_month + later * settings.interest_rate
    exact = principal * rated_days // (_YEAR_DAYS * _WHOLE_RATE)
    if exact < _LEAST_INTEREST_YEN:
        return 0
    return exact // _INTEREST_UNIT_YEN * _INTEREST_UNIT_YEN


def _rank(step: PaperKind) -> int:
    return DUNNING.index(step)


def _days_to_pay(step: PaperKind, settings: PaperSettings) -> int:
    return {
        PaperKind.REMINDER: settings.reminder_days,
        PaperKind.DEMAND: settings.demand_days,
        PaperKind.CUTOFF_WARNING: settings.warning_days,
        PaperKind.CUTOFF_EXECUTION: settings.execution_days,
    }[step]


def _is_decided(debt: DunnedDebt, today: dt.date) -> bool:
    """Whether a cut-off was approved for a day after the warning's limit that has not passed."""
    warning = last_step(debt.steps)
    if warning is None or warning.limit_on is None or debt.decision is None:
        return False
    day = debt.decision.execute_on
    return day is not None and day > warning.limit_on and day >= today and not _is_broken(debt)


def _warned_in_vain_to(debt: DunnedDebt) -> dt.date | None:
    """The day with which a warning came to nothing, its limit at the earliest; None while it holds.

    It was decided not to cut off, the day decided passed without notice of the cut-off, or an
    agreement on instalments made after it was broken (分納不履行).
    """
    last = last_step(debt.steps)
    if last is None or last.limit_on is None or last.kind not in CUTTING_OFF:
        return None
    ends = [debt.agreed_to] if debt.agreed_to and _is_broken(debt) else []
    if debt.decision is not None and last.kind is PaperKind.CUTOFF_WARNING:
        ends.append(debt.decision.execute_on or debt.decision.decided_on)
    return max(last.limit_on, *ends) if ends else None


def _is_broken(debt: DunnedDebt) -> bool:
    """Whether an agreement on instalments ended after the last step, or the decision about it."""
    last = last_step(debt.steps)
    if last is None or debt.agreed_to is None:
        return False
    decided = debt.decision if last.kind is PaperKind.CUTOFF_WARNING else None
    return debt.agreed_to > (decided.decided_on if decided else last.issued_on)


def _month_after(due_on: dt.date) -> dt.date:
    """The last day of the month that begins with the day after the due date (民法143条)."""
    first = due_on + _DAY
    year, month = first.year + first.month // 12, first.month % 12 + 1
    length = monthrange(year, month)[1]
    if first.day > length:
        return dt.date(year, month, length)
    return dt.date(year, month, first.day) - _DAY
