"""Bills for readings: priced by the tariff of the reading's day, in two debts, and paid or not."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from db.demo.fates import Bill, Fate, Outcome, outcome
from db.demo.readings import read
from db.demo.rows import BillRow, DebtRow, OverpaymentRow, PaymentRow, ReadingRow, Rows
from db.demo.tables import Weighted
from db.rules.words import Account, Drainage, PaymentChannel, PaymentMethod, UsageClass
from db.tariffs import tariffs

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence
    from random import Random

    from db.demo.readings import Dial, Metered
    from db.demo.rounds import Calendar, Period
    from db.rules.words import MeterStatus

_CHANNELS: Final = Weighted(
    [PaymentChannel.CONVENIENCE.value, PaymentChannel.BANK.value, PaymentChannel.APP.value],
    [58, 18, 24],
)
_ALWAYS_OPEN: Final = Weighted(
    [PaymentChannel.CONVENIENCE.value, PaymentChannel.APP.value], [71, 29]
)
_MISREAD_M3: Final = 100
_USUAL: Final = Fate.USUAL
_ISSUED_TWICE: Final = frozenset({Fate.CORRECTED, Fate.LEAK_REDUCED})


@dataclass(frozen=True, slots=True)
class Course:
    """How the bills of a contract went; every number counts periods back from the newest, 0."""

    ran_m3: Sequence[int]
    fates: Mapping[int, Fate] = field(default_factory=dict)
    statuses: Mapping[int, MeterStatus] = field(default_factory=dict)
    leaked_m3: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Supply:
    """What billing has to know of a contract; ``kept_m3`` of each bill do not drain.

    A negative ``kept_m3`` is what a well adds to the drains.
    """

    contract_id: int
    started_on: dt.date
    usage_class: UsageClass
    drainage: Drainage
    method: PaymentMethod
    kept_m3: int = 0


class Biller:
    """Writes readings, bills, debts and payments of one contract after another."""

    def __init__(self, rows: Rows, calendar: Calendar) -> None:
        self._rows = rows
        self._calendar = calendar

    def bill(
        self, supply: Supply, dial: Dial, periods: Sequence[Period], course: Course, random: Random
    ) -> None:
        """All bills of a contract in ``periods``, oldest first; leaves ``dial`` where it stands."""
        last = len(periods) - 1
        readings = read(dial, periods, course.ran_m3, course.statuses)
        for at, (period, metered) in enumerate(zip(periods, readings, strict=True)):
            sheet = self._read(supply, period, metered)
            fate = course.fates.get(last - at, _USUAL)
            if fate in _ISSUED_TWICE:
                sheet = self._correct(sheet, course.leaked_m3.get(last - at, 0))
            self._issue(sheet, fate, random)

    def _read(self, supply: Supply, period: Period, metered: Metered) -> _Sheet:
        number = self._rows.readings.number()
        self._rows.readings.add(
            ReadingRow(
                number,
                supply.contract_id,
                metered.meter_id,
                period.to_text,
                metered.previous,
                metered.current,
                metered.old_meter_m3,
                metered.usage_m3,
                metered.status,
            )
        )
        return _Sheet(supply, period, number, metered.usage_m3, metered.settled_m3)

    def _correct(self, sheet: _Sheet, leaked_m3: int) -> _Sheet:
        """Issue the bill that was wrong and is no longer owed; gives the one in its place.

        A misread digit made it too high, or half of a leak is taken off afterwards (漏水減額).
        """
        period = self._calendar.corrected(sheet.period)
        wrong = sheet if leaked_m3 else sheet._replace(usage_m3=sheet.usage_m3 + _MISREAD_M3)
        bill_id = self._rows.bills.number()
        self._rows.bills.add(wrong.row(bill_id))
        for price in wrong.prices():
            self._debt(wrong, bill_id, price, Outcome(corrected_on=period.issued_text))
        usage = sheet.usage_m3 - leaked_m3 // 2
        return sheet._replace(period=period, usage_m3=usage, sequence=2)

    def _issue(self, sheet: _Sheet, fate: Fate, random: Random) -> None:
        period = sheet.period
        bill_id = self._rows.bills.number()
        self._rows.bills.add(sheet.row(bill_id))
        slip = period.slip[int(random.random() * len(period.slip))]
        channel = (_CHANNELS if slip.banks_open else _ALWAYS_OPEN).draw(random)
        bill = Bill(period, self._calendar, sheet.supply.method, slip, channel)
        for price in sheet.prices():
            ended = outcome(fate, bill, price.account, price.yen)
            debt_id = self._debt(sheet, bill_id, price, ended)
            for money in ended.payments:
                number = self._rows.payments.number()
                self._rows.payments.add(PaymentRow(number, f"{number:010}", debt_id, *money))
            if ended.over:
                number = self._rows.overpayments.number()
                self._rows.overpayments.add(
                    OverpaymentRow(number, f"{number:010}", debt_id, *ended.over)
                )

    def _debt(self, sheet: _Sheet, bill_id: int, price: _Price, ended: Outcome) -> int:
        number = self._rows.debts.number()
        self._rows.debts.add(
            DebtRow(
                number,
                bill_id,
                price.code,
                price.yen,
                price.tax_yen,
                sheet.period.due_text,
                sheet.limitation(price.account),
                ended.collection,
                ended.collection_on,
                ended.corrected_on,
            )
        )
        return number


class _Price(NamedTuple):
    account: Account
    code: str
    yen: int
    tax_yen: int


class _Sheet(NamedTuple):
    supply: Supply
    period: Period
    reading_id: int
    usage_m3: int
    settled_m3: int
    sequence: int = 1

    @property
    def sewerage_m3(self) -> int | None:
        """What drained to the public sewer; None without one."""
        if self.supply.drainage is Drainage.NONE:
            return None
        return max(0, self.usage_m3 - self.supply.kept_m3)

    def row(self, bill_id: int) -> BillRow:
        """The bill as it is stored."""
        period, supply = self.period, self.supply
        return BillRow(
            bill_id,
            supply.contract_id,
            self.reading_id,
            period.month_text,
            self.sequence,
            period.issued_text,
            period.from_text,
            period.to_text,
            self.usage_m3,
            self.sewerage_m3,
            self.settled_m3,
            supply.usage_class.value,
            period.tariff,
            f"{period.number}{supply.contract_id:010}{self.sequence:02}",
        )

    def prices(self) -> tuple[_Price, ...]:
        """What each debt of the bill comes to."""
        return _prices(self.period.tariff, self.supply.usage_class, self.usage_m3, self.sewerage_m3)

    def limitation(self, account: Account) -> str:
        """The last day on which a debt of the bill can be claimed."""
        texts = self.period.limitation_texts(started_on=self.supply.started_on)
        return texts[account is Account.SEWERAGE]


@functools.lru_cache(maxsize=1 << 14)
def _prices(
    tariff: str, use: UsageClass, usage_m3: int, sewerage_m3: int | None
) -> tuple[_Price, ...]:
    quote = tariffs().coded(tariff).quote(use, usage_m3=usage_m3, sewerage_m3=sewerage_m3)
    charges = ((Account.WATER, quote.water), (Account.SEWERAGE, quote.sewerage))
    return tuple(
        _Price(account, account.value, charge.yen, charge.tax_yen)
        for account, charge in charges
        if charge
    )
