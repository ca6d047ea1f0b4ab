"""What has to be true of lines together, and of lines and what is stored, kind by kind.

Each check is a question whose rows are at fault: number, what the field says, what it should say.
"""

# ruff: noqa: S608 - only names of tables and columns are put into the questions here

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from db.exchange.matching import Found
from db.rules.import_facts import MOST_LISTED
from db.rules.import_words import Fault, FileKind
from db.rules.words import ESTIMATED_CODES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.exchange.staging import Staging


class Check(NamedTuple):
    """One question; no per cent sign stands in it, which drivers would read as a place."""

    field: str
    fault: Fault
    question: str


def _order(kind: FileKind, earlier: str, later: str) -> Check:
    return Check(
        later,
        Fault.ORDER,
        f"SELECT s.n, s.{later}, s.{earlier} FROM s_{kind} s JOIN f_{kind} f ON f.n = s.n"
        f" WHERE s.{later} < s.{earlier}",
    )


_LINE: Final = "FROM s_{0} s JOIN f_{0} f ON f.n = s.n"
_READING: Final = _LINE.format("readings")
_BILL: Final = _LINE.format("bills")
_PAYMENT: Final = _LINE.format("payments")
_OVER: Final = _LINE.format("overpayments")
_OF_TARIFF: Final = frozenset({Fault.PRICE, Fault.TAX, Fault.TARIFF})
_CODES: Final = ", ".join(str(int(code)) for code in sorted(ESTIMATED_CODES))

# the contracts of a place, those delivered and those that stay as they are
_SPANS: Final = (
    "SELECT f.location_id, s.n, s.started_on, s.ended_on FROM s_contracts s"
    " JOIN f_contracts f ON f.n = s.n"
    " UNION ALL SELECT c.location_id, NULL, c.started_on, c.ended_on FROM contract c"
    " WHERE c.location_id IN (SELECT location_id FROM f_contracts)"
    " AND c.id NOT IN (SELECT id FROM f_contracts)"
)
_OVERLAPPING_CONTRACTS: Final = (
    "SELECT COALESCE(n, before), started_on,"
    " CASE WHEN until = '2200-12-31' THEN '…' ELSE CAST(until AS TEXT) END FROM ("
    " SELECT n, started_on, LAG(n) OVER place AS before, MAX(COALESCE(ended_on, '2200-12-31'))"
    " OVER (PARTITION BY location_id ORDER BY started_on, n"
    " ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS until"
    f" FROM ({_SPANS}) AS spans WINDOW place AS (PARTITION BY location_id ORDER BY started_on, n)"
    ") AS ordered WHERE started_on < until AND COALESCE(n, before) IS NOT NULL"
)
# the periods of a contract; a bill issued anew for the same month has the same one
_PERIODS: Final = (
    "SELECT f.contract_id, s.month, MIN(s.n) AS n, MIN(s.from_on) AS from_on,"
    f" MAX(s.to_on) AS to_on {_BILL} GROUP BY f.contract_id, s.month"
    " UNION ALL SELECT b.contract_id, b.month, NULL, MIN(b.from_on), MAX(b.to_on) FROM bill b"
    " WHERE b.contract_id IN (SELECT contract_id FROM f_bills)"
    " AND b.id NOT IN (SELECT id FROM f_bills) GROUP BY b.contract_id, b.month"
)
_OVERLAPPING_BILLS: Final = (
    "SELECT COALESCE(n, before), from_on, until FROM ("
    " SELECT n, month, from_on, LAG(month) OVER periods AS month_before,"
    " LAG(n) OVER periods AS before, LAG(to_on) OVER periods AS until"
    f" FROM ({_PERIODS}) AS spans WINDOW periods AS (PARTITION BY contract_id ORDER BY month, n)"
    ") AS ordered WHERE from_on < until AND month <> month_before"
    " AND COALESCE(n, before) IS NOT NULL"
)
_WITH_PLACES: Final = (
    f"{_READING} LEFT JOIN s_contracts sc ON sc.customer_number = s.contract"
    " LEFT JOIN f_contracts fc ON fc.n = sc.n LEFT JOIN contract c ON c.id = f.contract_id"
    " LEFT JOIN s_meters sm ON sm.serial = s.meter"
    " LEFT JOIN f_meters fm ON fm.n = sm.n LEFT JOIN meter m ON m.id = f.meter_id"
)
_INSTALLED: Final = "CASE WHEN fm.n IS NULL THEN m.installed_on ELSE sm.installed_on END"
_REMOVED: Final = "CASE WHEN fm.n IS NULL THEN m.removed_on ELSE sm.removed_on END"
_STARTED: Final = "CASE WHEN fc.n IS NULL THEN c.started_on ELSE sc.started_on END"
_ENDED: Final = "CASE WHEN fc.n IS NULL THEN c.ended_on ELSE sc.ended_on END"
_RAN: Final = "s.current_value - s.previous_value + s.old_meter_m3"
_PRICED: Final = (
    f"{_BILL} LEFT JOIN prices w ON w.tariff = s.tariff AND w.usage_class = s.usage_class"
    " AND w.account = '{0}' AND w.m3 = s.{1} WHERE s.{0}_yen IS NOT NULL"
)
_DEBT_YEN: Final = "COALESCE(sd.yen, d.yen)"
_WITH_DEBT: Final = (
    " LEFT JOIN f_debts fd ON fd.id = f.debt_id LEFT JOIN s_debts sd ON sd.n = fd.n"
    " LEFT JOIN debt d ON d.id = f.debt_id"
)
_SAME_DEBT: Final = (
    "o.contract = s.contract AND o.month = s.month AND o.sequence = s.sequence"
    " AND o.account = s.account"
)


def _of_account(account: str, used: str) -> tuple[Check, ...]:
    priced = _PRICED.format(account, used)
    yen, tax = f"s.{account}_yen", f"s.{account}_tax_yen"
    return (
        Check(
            f"{account}_tax_yen",
            Fault.MISSING,
            f"SELECT s.n, {yen}, '' {_BILL} WHERE {yen} IS NOT NULL"
            f" AND ({tax} IS NULL OR s.{account}_limitation_on IS NULL OR s.{used} IS NULL)",
        ),
        Check(
            f"{account}_tax_yen",
            Fault.RANGE,
            f"SELECT s.n, {tax}, {yen} {_BILL} WHERE {tax} > {yen}",
        ),
        Check(
            f"{account}_yen",
            Fault.PRICE,
            f"SELECT s.n, {yen}, w.yen {priced} AND w.yen <> {yen}",
        ),
        Check(
            f"{account}_tax_yen",
            Fault.TAX,
            f"SELECT s.n, {tax}, w.tax_yen {priced} AND w.tax_yen <> {tax} AND w.yen = {yen}",
        ),
    )


CHECKS: Final[dict[str, tuple[Check, ...]]] = {
    FileKind.METERS: (
        _order(FileKind.METERS, "installed_on", "removed_on"),
        _order(FileKind.METERS, "installed_on", "exchange_due_on"),
    ),
    FileKind.CONTRACTS: (
        _order(FileKind.CONTRACTS, "started_on", "ended_on"),
        Check(
            "portal_number",
            Fault.DUPLICATE,
            f"SELECT s.n, s.portal_number, o.customer_number {_LINE.format('contracts')}"
            " JOIN contract o ON o.portal_number = s.portal_number"
            " WHERE o.customer_number <> s.customer_number",
        ),
        Check("started_on", Fault.OVERLAP, _OVERLAPPING_CONTRACTS),
    ),
    FileKind.PARTIES: (_order(FileKind.PARTIES, "started_on", "ended_on"),),
    FileKind.READINGS: (
        Check(
            "usage_m3",
            Fault.USAGE,
            f"SELECT s.n, s.usage_m3, {_RAN} {_READING} WHERE s.usage_m3 <> {_RAN}",
        ),
        Check(
            "current_value",
            Fault.MISSING,
            f"SELECT s.n, '', s.status_code {_READING} WHERE s.current_value IS NULL"
            f" AND (s.status_code IS NULL OR s.status_code NOT IN ({_CODES}))",
        ),
        Check(
            "meter",
            Fault.ELSEWHERE,
            f"SELECT s.n, s.meter, '' {_WITH_PLACES}"
            " WHERE COALESCE(fc.location_id, c.location_id)"
            " <> COALESCE(fm.location_id, m.location_id)",
        ),
        Check(
            "read_on",
            Fault.NOT_THERE,
            f"SELECT s.n, s.read_on, {_INSTALLED} {_WITH_PLACES}"
            f" WHERE s.read_on < {_INSTALLED} OR s.read_on > {_REMOVED}"
            f" OR s.read_on < {_STARTED} OR s.read_on > {_ENDED}",
        ),
    ),
    FileKind.BILLS: (
        _order(FileKind.BILLS, "issued_on", "due_on"),
        Check(
            "to_on",
            Fault.ORDER,
            f"SELECT s.n, s.to_on, s.from_on {_BILL} WHERE s.to_on <= s.from_on",
        ),
        Check("from_on", Fault.OVERLAP, _OVERLAPPING_BILLS),
        Check(
            "tariff",
            Fault.TARIFF,
            f"SELECT s.n, s.tariff, '' {_BILL} WHERE s.tariff NOT IN (SELECT tariff FROM prices)",
        ),
        *_of_account("water", "usage_m3"),
        *_of_account("sewerage", "sewerage_m3"),
        Check(
            "sewerage_yen",
            Fault.MISSING,
            f"SELECT s.n, '', s.sewerage_m3 {_BILL}"
            " WHERE s.sewerage_m3 IS NOT NULL AND s.sewerage_yen IS NULL",
        ),
        Check(
            "water_yen",
            Fault.MISSING,
            f"SELECT s.n, '', '' {_BILL} WHERE s.water_yen IS NULL AND s.sewerage_yen IS NULL",
        ),
        Check(
            "total_yen",
            Fault.TOTAL,
            "SELECT s.n, s.total_yen, COALESCE(s.water_yen, 0) + COALESCE(s.sewerage_yen, 0)"
            f" {_BILL} WHERE s.total_yen <> COALESCE(s.water_yen, 0) + COALESCE(s.sewerage_yen, 0)",
        ),
        Check(
            "total_yen",
            Fault.DROPPED,
            f"SELECT s.n, s.total_yen, MIN(d.account) {_BILL} JOIN debt d ON d.bill_id = f.id"
            " WHERE (d.account = 'water' AND s.water_yen IS NULL)"
            " OR (d.account = 'sewerage' AND s.sewerage_yen IS NULL) GROUP BY s.n, s.total_yen",
        ),
    ),
    FileKind.PAYMENTS: (
        _order(FileKind.PAYMENTS, "paid_on", "confirmed_on"),
        Check(
            "confirmed_on",
            Fault.CONFIRMED,
            f"SELECT s.n, '', p.confirmed_on {_PAYMENT} JOIN payment p ON p.id = f.id"
            " WHERE p.confirmed_on IS NOT NULL AND s.confirmed_on IS NULL",
        ),
        Check(
            "yen",
            Fault.TOO_MUCH,
            f"SELECT s.n, s.yen, {_DEBT_YEN} {_PAYMENT}{_WITH_DEBT} WHERE s.yen > {_DEBT_YEN}"
            f" AND s.yen > {_DEBT_YEN}"
            f" + COALESCE((SELECT SUM(o.yen) FROM s_overpayments o WHERE {_SAME_DEBT}), 0)"
            " + COALESCE((SELECT SUM(o.yen) FROM overpayment o WHERE o.debt_id = f.debt_id"
            " AND o.host_number NOT IN (SELECT host_number FROM s_overpayments)), 0)",
        ),
    ),
    FileKind.OVERPAYMENTS: (
        _order(FileKind.OVERPAYMENTS, "found_on", "settled_on"),
        Check(
            "settled_on",
            Fault.MISSING,
            f"SELECT s.n, '', s.way {_OVER} WHERE s.way <> 'open' AND s.settled_on IS NULL",
        ),
        Check(
            "yen",
            Fault.TOO_MUCH,
            f"SELECT s.n, s.yen, '' {_OVER} WHERE s.yen >"
            " COALESCE((SELECT SUM(p.yen) FROM payment p WHERE p.debt_id = f.debt_id"
            " AND p.id NOT IN (SELECT id FROM f_payments)), 0)"
            " + COALESCE((SELECT SUM(sp.yen) FROM s_payments sp JOIN f_payments fp ON fp.n = sp.n"
            " WHERE fp.debt_id = f.debt_id), 0)",
        ),
    ),
}
"""The checks of each kind, in the order in which their faults are told."""


def faults(staging: Staging, kind: str, *, priced: bool) -> Iterator[Found]:
    """The lines of a kind that break a rule; a line is told of once, by its first fault."""
    told: set[int] = set()
    for check in CHECKS.get(kind, ()):
        if check.fault in _OF_TARIFF and not priced:
            continue
        for n, value, expected in staging.rows(check.question, MOST_LISTED):
            if n not in told:
                told.add(n)
                shown = "" if expected is None else str(expected)
                yield Found(n, check.field, str(value), check.fault, shown)
