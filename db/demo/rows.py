"""The rows of a fictional town, as the database stores them: days as ISO text, codes as text.

The fields of each kind are the columns of its table in any order; what is left out (``version``)
is 1 everywhere.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

R = TypeVar("R", bound=tuple[Any, ...])


class CustomerRow(NamedTuple):
    """A row of ``customer``."""

    id: int
    host_number: str
    kind: str
    name: str
    kana: str
    latin_name: str | None
    phone: str | None
    email: str | None
    born_on: str | None
    postal_code: str | None
    address: str | None
    note: str
    version: int = 1


class LocationRow(NamedTuple):
    """A row of ``location``."""

    id: int
    host_number: str
    postal_code: str
    address: str
    address_kana: str
    address_latin: str
    version: int = 1


class MeterRow(NamedTuple):
    """A row of ``meter``."""

    id: int
    location_id: int
    serial: str
    bore_mm: int
    installed_on: str
    removed_on: str | None
    exchange_due_on: str
    version: int = 1


class ContractRow(NamedTuple):
    """A row of ``contract``."""

    id: int
    customer_id: int
    location_id: int
    customer_number: str
    portal_number: str
    usage_class: str
    drainage: str
    payment_method: str
    started_on: str
    ended_on: str | None
    version: int = 1


class PartyRow(NamedTuple):
    """A row of ``contract_party``."""

    id: int
    contract_id: int
    customer_id: int
    role: str
    started_on: str
    ended_on: str | None
    version: int = 1


class ReadingRow(NamedTuple):
    """A row of ``reading``."""

    id: int
    contract_id: int
    meter_id: int
    read_on: str
    previous_value: int
    current_value: int | None
    old_meter_m3: int
    usage_m3: int
    status_code: int | None
    version: int = 1


class BillRow(NamedTuple):
    """A row of ``bill``."""

    id: int
    contract_id: int
    reading_id: int
    month: str
    sequence: int
    issued_on: str
    from_on: str
    to_on: str
    usage_m3: int
    sewerage_m3: int | None
    settled_m3: int
    usage_class: str
    tariff: str
    payment_number: str
    version: int = 1


class DebtRow(NamedTuple):
    """A row of ``debt``."""

    id: int
    bill_id: int
    account: str
    yen: int
    tax_yen: int
    due_on: str
    limitation_on: str
    collection: str | None
    collection_on: str | None
    corrected_on: str | None
    version: int = 1


class PaymentRow(NamedTuple):
    """A row of ``payment``."""

    id: int
    receipt_number: str
    debt_id: int
    yen: int
    paid_on: str
    channel: str
    confirmed_on: str | None
    version: int = 1


class OverpaymentRow(NamedTuple):
    """A row of ``overpayment``."""

    id: int
    host_number: str
    debt_id: int
    yen: int
    found_on: str
    way: str
    settled_on: str | None
    version: int = 1


class DocumentRow(NamedTuple):
    """A row of ``document``; what the billing host issued has no file here."""

    id: int
    kind: str
    number: str
    customer_id: int
    contract_id: int
    month: str
    yen: int
    limit_on: str | None
    issued_on: str
    issued_at: str
    issued_by: int
    mailed_on: str | None
    published_on: str | None
    seen_at: str | None
    returned_on: str | None = None
    language: str = "ja"
    batch_id: int | None = None
    file_id: int | None = None
    first_page: int = 1
    pages: int = 1
    reissue: int = 0
    version: int = 1


class DocumentDebtRow(NamedTuple):
    """A row of ``document_debt``."""

    document_id: int
    debt_id: int
    yen: int
    fee_yen: int
    interest_yen: int


class Table(Generic[R]):
    """Collects the rows of one table, and numbers them."""

    def __init__(self, name: str, kind: type[R]) -> None:
        self.name = name
        self.columns: tuple[str, ...] = kind._fields  # type: ignore[attr-defined]
        self.rows: list[R] = []
        self.add = self.rows.append
        self.number: Callable[[], int] = itertools.count(1).__next__


class Rows:
    """Collects the rows of a part of the town; emptied part by part."""

    def __init__(self) -> None:
        self.customers = Table("customer", CustomerRow)
        self.locations = Table("location", LocationRow)
        self.meters = Table("meter", MeterRow)
        self.contracts = Table("contract", ContractRow)
        self.parties = Table("contract_party", PartyRow)
        self.readings = Table("reading", ReadingRow)
        self.bills = Table("bill", BillRow)
        self.debts = Table("debt", DebtRow)
        self.payments = Table("payment", PaymentRow)
        self.overpayments = Table("overpayment", OverpaymentRow)
        self.documents = Table("document", DocumentRow)
        self.document_debts = Table("document_debt", DocumentDebtRow)

    @property
    def tables(self) -> tuple[Table[Any], ...]:
        """Every table, what others refer to first."""
        return tuple(vars(self).values())

    def __len__(self) -> int:
        return sum(len(table.rows) for table in self.tables)

    def clear(self) -> None:
        """Forget the rows, but not how far they are numbered."""
        for table in self.tables:
            table.rows.clear()
