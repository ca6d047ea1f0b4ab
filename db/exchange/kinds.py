"""What the lines of each kind of file say, and which values a line may bring.

The limits are those of the tables: what a line brings is refused here or stored, never cut.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Final

from db.models import (
    Bill,
    Contract,
    ContractParty,
    Customer,
    Debt,
    Location,
    Meter,
    Overpayment,
    Payment,
    Reading,
)
from db.models.types import Code, Line, Number
from db.rules.import_words import FileKind

if TYPE_CHECKING:
    from collections.abc import Mapping


class Sort(Enum):
    """What sort of value a field holds."""

    TEXT = auto()
    NUMBER = auto()
    DAY = auto()
    MONTH = auto()
    CODE = auto()


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a line; ``least`` and ``most`` bound a number or the length of a text.

    ``blank`` is what an empty optional one is stored as; ``digits`` says that a text is a number,
    ``mail`` that it is an address of mail.
    """

    name: str
    sort: Sort
    optional: bool
    least: int = 0
    most: int = 0
    codes: tuple[str, ...] = ()
    blank: str | None = None
    digits: bool = False
    mail: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """The fields of a kind, which of them name a line, and which of them are totalled."""

    kind: FileKind
    key: tuple[str, ...]
    fields: Mapping[str, Field]
    yen: tuple[str, ...] = ()
    usage_m3: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    """Days that cannot lie ahead of the run."""


def _field(column: Any, name: str = "", *, optional: bool | None = None) -> Field:
    kind = column.type
    found = Field(name or column.key, Sort.DAY, column.nullable if optional is None else optional)
    if isinstance(kind, Line):
        never_null = kind.shortest == 0
        least, most = max(1, kind.shortest), kind.longest
        text = replace(found, sort=Sort.TEXT, least=least, most=most, digits=least == most)
        return replace(text, optional=True, blank="") if never_null else text
    if isinstance(kind, Number):
        return replace(found, sort=Sort.NUMBER, least=kind.least, most=kind.most)
    if isinstance(kind, Code):
        codes = tuple(code.value for code in kind.kind if code not in kind.without)
        return replace(found, sort=Sort.CODE, codes=codes)
    return found


def _fields(*fields: Any) -> dict[str, Field]:
    made = (field if isinstance(field, Field) else _field(field) for field in fields)
    return {field.name: field for field in made}


_CUSTOMER: Final = _field(Customer.host_number, "customer")
_LOCATION: Final = _field(Location.host_number, "location")
_CONTRACT: Final = _field(Contract.customer_number, "contract")
_MONTH: Final = replace(_field(Bill.month), sort=Sort.MONTH)
_OF_DEBT: Final = (_CONTRACT, _MONTH, Bill.sequence, Debt.account)

KINDS: Final[Mapping[FileKind, Kind]] = {
    kind.kind: kind
    for kind in (
        Kind(
            FileKind.CUSTOMERS,
            ("host_number",),
            _fields(
                Customer.host_number,
                Customer.kind,
                Customer.name,
                Customer.kana,
                Customer.latin_name,
                Customer.phone,
                replace(_field(Customer.email), mail=True),
                Customer.born_on,
                Customer.postal_code,
                Customer.address,
                Customer.note,
            ),
            past=("born_on",),
        ),
        Kind(
            FileKind.LOCATIONS,
            ("host_number",),
            _fields(
                Location.host_number,
                Location.postal_code,
                Location.address,
                Location.address_kana,
                Location.address_latin,
            ),
        ),
        Kind(
            FileKind.METERS,
            ("serial",),
            _fields(
                Meter.serial,
                _LOCATION,
                Meter.bore_mm,
                Meter.installed_on,
                Meter.removed_on,
                Meter.exchange_due_on,
            ),
        ),
        Kind(
            FileKind.CONTRACTS,
            ("customer_number",),
            _fields(
                Contract.customer_number,
                _CUSTOMER,
                _LOCATION,
                Contract.portal_number,
                Contract.usage_class,
                Contract.drainage,
                Contract.payment_method,
                Contract.started_on,
                Contract.ended_on,
            ),
        ),
        Kind(
            FileKind.PARTIES,
            ("contract", "role", "customer", "started_on"),
            _fields(
                _CONTRACT,
                _CUSTOMER,
                ContractParty.role,
                ContractParty.started_on,
                ContractParty.ended_on,
            ),
        ),
        Kind(
            FileKind.READINGS,
            ("contract", "read_on"),
            _fields(
                _CONTRACT,
                _field(Meter.serial, "meter"),
                Reading.read_on,
                Reading.previous_value,
                Reading.current_value,
                Reading.old_meter_m3,
                Reading.usage_m3,
                Reading.status_code,
            ),
            usage_m3=("usage_m3",),
            past=("read_on",),
        ),
        Kind(
            FileKind.BILLS,
            ("contract", "month", "sequence"),
            _fields(
                _CONTRACT,
                _MONTH,
                Bill.sequence,
                Bill.issued_on,
                Bill.from_on,
                Bill.to_on,
                Bill.usage_m3,
                Bill.sewerage_m3,
                Bill.settled_m3,
                Bill.usage_class,
                Bill.tariff,
                Bill.payment_number,
                _field(Debt.due_on),
                _field(Debt.yen, "water_yen", optional=True),
                _field(Debt.tax_yen, "water_tax_yen", optional=True),
                _field(Debt.limitation_on, "water_limitation_on", optional=True),
                _field(Debt.corrected_on, "water_corrected_on"),
                _field(Debt.yen, "sewerage_yen", optional=True),
                _field(Debt.tax_yen, "sewerage_tax_yen", optional=True),
                _field(Debt.limitation_on, "sewerage_limitation_on", optional=True),
                _field(Debt.corrected_on, "sewerage_corrected_on"),
                replace(_field(Debt.yen, "total_yen", optional=True), most=1_999_999_998),
            ),
            yen=("water_yen", "sewerage_yen"),
            usage_m3=("usage_m3",),
        ),
        Kind(
            FileKind.PAYMENTS,
            ("receipt_number",),
            _fields(
                Payment.receipt_number,
                *_OF_DEBT,
                Payment.yen,
                Payment.paid_on,
                Payment.channel,
                Payment.confirmed_on,
            ),
            yen=("yen",),
            past=("paid_on", "confirmed_on"),
        ),
        Kind(
            FileKind.DEBITS,
            ("contract", "month", "sequence", "account"),
            _fields(*_OF_DEBT, _field(Debt.collection, optional=False), Debt.collection_on),
        ),
        Kind(
            FileKind.OVERPAYMENTS,
            ("host_number",),
            _fields(
                Overpayment.host_number,
                *_OF_DEBT,
                Overpayment.yen,
                Overpayment.found_on,
                Overpayment.way,
                Overpayment.settled_on,
            ),
            yen=("yen",),
            past=("found_on",),
        ),
    )
}
"""Every kind, in the order in which their lines refer to each other."""
