"""What contracts will be once a delivery is stored, read from its lines over what is stored."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from db.commands.search_ahead import Foreseen
from db.exchange.matching import is_delivered
from db.exchange.staging import target_named
from db.queries.search_keys import keys_of
from db.rules.import_words import FileKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.exchange.gathering import Gathering
    from db.exchange.targets import Target

_AT_ONCE: Final = 1000

_CONTRACT, _CUSTOMER, _LOCATION, _METER = (
    target_named(kind)
    for kind in (FileKind.CONTRACTS, FileKind.CUSTOMERS, FileKind.LOCATIONS, FileKind.METERS)
)
# the contracts that will be found by other words
_TOUCHED: Final = {
    FileKind.CUSTOMERS: "SELECT id FROM contract WHERE customer_id IN ("
    "SELECT id FROM f_customers WHERE same = 0)",
    FileKind.LOCATIONS: "SELECT id FROM contract WHERE location_id IN ("
    "SELECT id FROM f_locations WHERE same = 0)",
    # of the place to which a meter comes, and of the one from which it goes
    FileKind.METERS: "SELECT id FROM contract WHERE location_id IN ("
    "SELECT location_id FROM f_meters WHERE same = 0 UNION SELECT meter.location_id"
    " FROM meter JOIN f_meters f ON f.id = meter.id WHERE f.same = 0)",
    FileKind.CONTRACTS: "SELECT id FROM f_contracts WHERE same = 0",
}
_KEYED: Final = (
    (_CONTRACT, "portal_number customer_number"),
    (_CUSTOMER, "name kana latin_name phone"),
    (_LOCATION, "address address_kana address_latin"),
)
_HUNG: Final = ("serial", "installed_on", "removed_on")
_THEIRS: Final = (
    "CASE WHEN (m.ended_on IS NULL OR m.installed_on <= m.ended_on)"
    " AND (m.removed_on IS NULL OR m.removed_on >= m.started_on) THEN 1 ELSE 0 END"
)
_MOVED_TO: Final = ("customer_id", "location_id", "started_on", "ended_on")


@dataclass(frozen=True, slots=True)
class Foresight:
    """Looks ahead for one delivery, after its checks and before anything of it is stored."""

    gathering: Gathering

    def find(self) -> int:
        """Note the contracts whose search keys may change; says how many."""
        staging = self.gathering.staging
        staging.run(
            "CREATE TEMP TABLE touched (contract_id INTEGER PRIMARY KEY, customer_id INTEGER,"
            " location_id INTEGER, started_on {day}, ended_on {day})"
        )
        if not self._question:
            return 0
        self._index()
        values = ", ".join(self._will_be(_CONTRACT, column) for column in _MOVED_TO)
        count = staging.run(
            f"INSERT INTO touched SELECT w.id, {values}"  # noqa: S608 names only
            f" FROM ({self._question}) w{_joined(_CONTRACT, 'w.id')}"
        )
        staging.analyse("touched")
        return count

    def overlooked(self) -> list[int]:
        """The contracts that are touched now and were not when they were noted."""
        if not self._question:
            return []
        found = self.gathering.connection.exec_driver_sql(
            f"SELECT id FROM ({self._question}) w"  # noqa: S608 names only
            " WHERE id NOT IN (SELECT contract_id FROM touched)"
        )
        return list(found.scalars())

    def after(self, contract_id: int) -> list[Foreseen]:
        """The next touched contracts, with the keys they will have; none after the last."""
        rows = self.gathering.staging.rows(self._contracts(contract_id), _AT_ONCE)
        if not rows:
            return []
        meters = self._meters(rows[0].contract_id, rows[-1].contract_id)
        serials, stands = _by_contract(self.gathering.connection.exec_driver_sql(meters))
        return [
            Foreseen(
                row.contract_id,
                keys_of(row, serials.get(row.contract_id, [])),
                (row.contract_version, row.customer_version, row.location_version),
                stands.get(row.contract_id, 0),
            )
            for row in rows
        ]

    @property
    def _question(self) -> str:
        come = (question for kind, question in _TOUCHED.items() if kind in self.gathering.kinds)
        return " UNION ".join(come)

    def _index(self) -> None:
        staging = self.gathering.staging
        for name in _TOUCHED:
            staging.run(f"CREATE INDEX f_{name}_differs ON f_{name} (id) WHERE same = 0")
            if not staging.on_sqlite:  # there it is the key already
                staging.run(f"CREATE INDEX s_{name}_n ON s_{name} (n)")
        staging.run("CREATE INDEX f_meters_place ON f_meters (location_id) WHERE same = 0")

    def _contracts(self, after: int) -> str:
        versions = (_version(target) for target in (_CONTRACT, _CUSTOMER, _LOCATION))
        facts = (
            f"{self._will_be(target, column)} AS {column}"
            for target, columns in _KEYED
            for column in columns.split()
        )
        return (
            f"SELECT w.contract_id, {', '.join((*versions, *facts))} FROM touched w"  # noqa: S608
            f"{_joined(_CONTRACT, 'w.contract_id')}{_joined(_CUSTOMER, 'w.customer_id')}"
            f"{_joined(_LOCATION, 'w.location_id')}"
            f" WHERE w.contract_id > {after} ORDER BY w.contract_id"
        )

    def _meters(self, first: int, last: int) -> str:
        """The meters at the places of some contracts, as in ``meter_serials``."""
        come = ", ".join(self._will_be(_METER, column) for column in _HUNG)
        kept = ", ".join(f"meter.{column}" for column in _HUNG)
        which = f"w.contract_id BETWEEN {first} AND {last}"
        return (
            f"SELECT m.*, m.id * 1000 + m.version AS stand, {_THEIRS} AS theirs FROM ("  # noqa: S608
            f"SELECT w.*, CAST(meter.id AS BIGINT) AS id, meter.version AS version, {kept}"
            " FROM touched w JOIN meter ON meter.location_id = w.location_id"
            " LEFT JOIN f_meters ON f_meters.id = meter.id AND f_meters.same = 0"
            f" WHERE {which} AND f_meters.n IS NULL"
            f" UNION ALL SELECT w.*, f_meters.id, COALESCE(meter.version, 0) + 1, {come}"
            " FROM touched w JOIN f_meters ON f_meters.location_id = w.location_id"
            " AND f_meters.same = 0 JOIN s_meters ON s_meters.n = f_meters.n"
            f" LEFT JOIN meter ON meter.id = f_meters.id WHERE {which}"
            ") m ORDER BY m.installed_on DESC, m.id DESC"
        )

    def _will_be(self, target: Target, column: str) -> str:
        """What a column will hold: as it comes, or as it is where none comes or differs."""
        value = target.columns[column]
        brought = f"{value[0]}_{target.name}.{value[2:]}"
        kept = f"{target.table}.{column}"
        kinds = self.gathering.kinds
        delivered = self.gathering.delivered(target.name) if target.name in kinds else ()
        if is_delivered(value, delivered):
            return f"CASE WHEN f_{target.name}.n IS NULL THEN {kept} ELSE {brought} END"
        return f"CASE WHEN {target.table}.id IS NULL THEN {brought} ELSE {kept} END"


def _joined(target: Target, number: str) -> str:
    """Join the stored row of a number, and the line that is new or differs from it."""
    table, found, staged = target.table, f"f_{target.name}", f"s_{target.name}"
    return (
        f" LEFT JOIN {table} ON {table}.id = {number}"
        f" LEFT JOIN {found} ON {found}.id = {number} AND {found}.same = 0"
        f" LEFT JOIN {staged} ON {staged}.n = {found}.n"
    )


def _version(target: Target) -> str:
    more = f"CASE WHEN f_{target.name}.n IS NULL THEN 0 ELSE 1 END"
    return f"COALESCE({target.table}.version, 0) + {more} AS {target.table}_version"


def _by_contract(meters: Iterable[Any]) -> tuple[dict[int, list[str]], dict[int, int]]:
    serials, stands = defaultdict[int, list[str]](list), defaultdict[int, int](int)
    for meter in meters:
        stands[meter.contract_id] += meter.stand
        if meter.theirs:
            serials[meter.contract_id].append(meter.serial)
    return serials, stands
