"""The reading notice (水道・下水道検針のお知らせ): what the meter showed, and what it will cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.rules.invoice import Charged
from db.rules.periods import months_before
from db.rules.words import Account

if TYPE_CHECKING:
    import datetime as dt

    from db.rules.notice_facts import NoticeHead
    from db.rules.tariff import Tariff
    from db.rules.words import MeterStatus, PaymentMethod, UsageClass


@dataclass(frozen=True, slots=True)
class MeterRead:
    """What was read; ``current_value`` None makes ``usage_m3`` an estimate.

    ``old_meter_m3`` ran through a meter exchanged since the reading before, ``settled_m3`` of the
    usage put an earlier estimate right, ``sewerage_m3`` drained.
    """

    meter_serial: str
    read_on: dt.date
    from_on: dt.date
    previous_value: int | None
    current_value: int | None
    usage_m3: int
    sewerage_m3: int | None
    old_meter_m3: int = 0
    settled_m3: int = 0
    status: MeterStatus | None = None

    @property
    def estimated(self) -> bool:
        """Whether nobody could read the meter."""
        return self.current_value is None

    @property
    def days(self) -> int:
        """The days from the reading before to this one."""
        return (self.read_on - self.from_on).days


@dataclass(frozen=True, slots=True)
class LastDebit:
    """How the last debit went: the bill of ``month``, ``yen`` on the day ``on``."""

    month: dt.date
    on: dt.date
    yen: int
    succeeded: bool


@dataclass(frozen=True, slots=True)
class ReadingNotice:
    """The facts of a reading notice; ``due_on`` is the debit's day, or that of the slip.

    ``expected`` is what the reading comes to, as far as is known on its day.
    """

    head: NoticeHead
    read: MeterRead
    expected: tuple[Charged, ...]
    method: PaymentMethod
    due_on: dt.date | None
    last_year_m3: int | None = None
    last_debit: LastDebit | None = None

    @property
    def yen(self) -> int:
        """All that is expected to be billed, with tax."""
        return sum(charged.yen for charged in self.expected)

    @property
    def next_reading_about(self) -> dt.date:
        """Around when the meter is read again."""
        return two_months_on(self.read.read_on)


def two_months_on(read_on: dt.date) -> dt.date:
    """The same day two months later, or that month's 28th: rounds are about two months apart."""
    return months_before(read_on, -2).replace(day=min(read_on.day, 28))


def expected_of(
    tariff: Tariff, usage_class: UsageClass, *, usage_m3: int, sewerage_m3: int | None
) -> tuple[Charged, ...]:
    """What a reading comes to before it is billed."""
    quote = tariff.quote(usage_class, usage_m3=usage_m3, sewerage_m3=sewerage_m3)
    priced = ((Account.WATER, quote.water), (Account.SEWERAGE, quote.sewerage))
    return tuple(
        Charged(account, charge.yen, charge.tax_yen, tariff.tax_percent)
        for account, charge in priced
        if charge is not None
    )
