"""How the staged lines of each kind meet the tables: what they refer to, and what they store.

In the SQL here ``s`` is a staged line, ``t`` the stored row of the same name, ``f`` what was found
out about the line. What a delivery itself brings anew is looked up in tables called ``new_…``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from db.rules.import_words import FileKind

if TYPE_CHECKING:
    from collections.abc import Mapping

DEBTS: Final = "debts"
"""The two debts of each bill, staged by the lines of bills."""


class Ref(NamedTuple):
    """Something a line refers to: the column of its id, how it is found, which field names it."""

    column: str
    joins: str
    found: str
    field: str
    gone: str
    """How a line refused before is recognised as the one referred to, "" where none can be."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where the lines of a kind go; ``columns`` tells each column's value by ``s`` and ``f``."""

    name: str
    table: str
    match: str
    columns: Mapping[str, str]
    refs: tuple[Ref, ...] = ()
    only_changes: bool = False


def _ref(to: str, table: str, key: str, field: str) -> Ref:
    """Refer by the number of a whole ``table`` that came before as the kind ``to``."""
    joins = (
        f" LEFT JOIN {table} ON {table}.{key} = s.{field}"
        f" LEFT JOIN new_{to} ON new_{to}.{key} = s.{field}"
    )
    found = f"COALESCE({table}.id, new_{to}.id)"
    return Ref(f"{table}_id", joins, found, field, f"gone_{to} g WHERE g.{key} = s.{field}")


_CUSTOMER: Final = _ref("customers", "customer", "host_number", "customer")
_LOCATION: Final = _ref("locations", "location", "host_number", "location")
_METER: Final = _ref("meters", "meter", "serial", "meter")
_CONTRACT: Final = _ref("contracts", "contract", "customer_number", "contract")
_READING: Final = Ref(
    "reading_id",
    f" LEFT JOIN reading ON reading.contract_id = {_CONTRACT.found} AND reading.read_on = s.to_on"
    " LEFT JOIN new_readings ON new_readings.contract = s.contract"
    " AND new_readings.read_on = s.to_on",
    "COALESCE(reading.id, new_readings.id)",
    "to_on",
    "gone_readings g WHERE g.contract = s.contract AND g.read_on = s.to_on",
)
_SAME_BILL: Final = (
    "{0}.contract = s.contract AND {0}.month = s.month AND {0}.sequence = s.sequence"
)
_BILL: Final = Ref(
    "bill_id",
    " LEFT JOIN bill ON bill.contract_id = contract.id AND bill.month = s.month"
    " AND bill.sequence = s.sequence"
    f" LEFT JOIN new_bills ON {_SAME_BILL.format('new_bills')}",
    "COALESCE(bill.id, new_bills.id)",
    "month",
    f"gone_bills g WHERE {_SAME_BILL.format('g')}",
)
_DEBT: Final = Ref(
    "debt_id",
    " LEFT JOIN debt ON debt.bill_id = bill.id AND debt.account = s.account"
    f" LEFT JOIN new_debts ON {_SAME_BILL.format('new_debts')} AND new_debts.account = s.account",
    "COALESCE(debt.id, new_debts.id)",
    "account",
    "",
)
_OF_DEBT: Final = (_CONTRACT, _BILL, _DEBT)


def _alike(names: str) -> dict[str, str]:
    return {name: f"s.{name}" for name in names.split()}


def _by(*refs: Ref) -> dict[str, str]:
    return {ref.column: f"f.{ref.column}" for ref in refs}


TARGETS: Final = (
    Target(
        FileKind.CUSTOMERS,
        "customer",
        "t.host_number = s.host_number",
        _alike(
            "host_number kind name kana latin_name phone email born_on postal_code address note"
        ),
    ),
    Target(
        FileKind.LOCATIONS,
        "location",
        "t.host_number = s.host_number",
        _alike("host_number postal_code address address_kana address_latin"),
    ),
    Target(
        FileKind.METERS,
        "meter",
        "t.serial = s.serial",
        _by(_LOCATION) | _alike("serial bore_mm installed_on removed_on exchange_due_on"),
        (_LOCATION,),
    ),
    Target(
        FileKind.CONTRACTS,
        "contract",
        "t.customer_number = s.customer_number",
        _by(_CUSTOMER, _LOCATION)
        | _alike(
            "customer_number portal_number usage_class drainage payment_method started_on ended_on"
        ),
        (_CUSTOMER, _LOCATION),
    ),
    Target(
        FileKind.PARTIES,
        "contract_party",
        f"t.contract_id = {_CONTRACT.found} AND t.customer_id = {_CUSTOMER.found}"
        " AND t.role = s.role AND t.started_on = s.started_on",
        _by(_CONTRACT, _CUSTOMER) | _alike("role started_on ended_on"),
        (_CONTRACT, _CUSTOMER),
    ),
    Target(
        FileKind.READINGS,
        "reading",
        f"t.contract_id = {_CONTRACT.found} AND t.read_on = s.read_on",
        _by(_CONTRACT, _METER)
        | _alike("read_on previous_value current_value old_meter_m3 usage_m3 status_code"),
        (_CONTRACT, _METER),
    ),
    Target(
        FileKind.BILLS,
        "bill",
        f"t.contract_id = {_CONTRACT.found} AND t.month = s.month AND t.sequence = s.sequence",
        _by(_CONTRACT, _READING)
        | _alike(
            "month sequence issued_on from_on to_on usage_m3 sewerage_m3 settled_m3"
            " usage_class tariff payment_number"
        ),
        (_CONTRACT, _READING),
    ),
    Target(
        DEBTS,
        "debt",
        "t.bill_id = s.bill_id AND t.account = s.account",
        _alike("bill_id account yen tax_yen due_on limitation_on corrected_on"),
    ),
    Target(
        FileKind.PAYMENTS,
        "payment",
        "t.receipt_number = s.receipt_number",
        _by(_DEBT) | _alike("receipt_number yen paid_on channel confirmed_on"),
        _OF_DEBT,
    ),
    Target(
        FileKind.DEBITS,
        "debt",
        f"t.id = {_DEBT.found}",
        _alike("collection collection_on"),
        _OF_DEBT,
        only_changes=True,
    ),
    Target(
        FileKind.OVERPAYMENTS,
        "overpayment",
        "t.host_number = s.host_number",
        _by(_DEBT) | _alike("host_number yen found_on way settled_on"),
        _OF_DEBT,
    ),
)
"""Where each kind goes, in the order in which they refer to each other."""

NAMED_BY: Final = {
    FileKind.CUSTOMERS: "host_number",
    FileKind.LOCATIONS: "host_number",
    FileKind.METERS: "serial",
    FileKind.CONTRACTS: "customer_number",
    FileKind.READINGS: "contract, read_on",
    FileKind.BILLS: "contract, month, sequence",
    DEBTS: "contract, month, sequence, account",
}
"""By what others refer to the lines of a kind."""
