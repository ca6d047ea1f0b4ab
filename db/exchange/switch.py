"""The one moment in which a delivery becomes what is stored: all of it, or nothing."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from db.errors import RuleBroken
from db.exchange.matching import highest_id
from db.exchange.targets import DEBTS, TARGETS, Target
from db.rules.import_words import FileKind

if TYPE_CHECKING:
    from collections.abc import Collection

    from db.exchange.staging import Staging


def still_as_found(staging: Staging, given: dict[str, int]) -> None:
    """Look, under the lock, whether the numbers given out in advance are still free.

    Raises RuleBroken ``import.overtaken``: somebody else wrote what only deliveries write.
    """
    for target in TARGETS:
        known = given.get(target.table)
        if known is not None and highest_id(staging, target) != known:
            raise RuleBroken("import.overtaken", table=target.table)


def store(staging: Staging, target: Target, delivered: Collection[str]) -> None:
    """Write what is new and what really differs; raises RuleBroken ``import.overtaken``."""
    if not target.only_changes:
        _insert(staging, target)
    _update(staging, target, delivered)


def payments_to(staging: Staging, kinds: Collection[str]) -> dt.date | None:
    """The last day whose confirmed payments a delivery tells of; None without any."""
    if FileKind.PAYMENTS not in kinds:
        return None
    last = staging.rows(
        "SELECT MAX(s.paid_on) FROM s_payments s JOIN f_payments f ON f.n = s.n"
        " WHERE s.confirmed_on IS NOT NULL",
        1,
    )[0][0]
    return dt.date.fromisoformat(last) if isinstance(last, str) else last


def _insert(staging: Staging, target: Target) -> None:
    columns = ", ".join(target.columns)
    values = ", ".join(target.columns.values())
    staging.run(
        f"INSERT INTO {target.table} (id, version, {columns}) SELECT f.id, 1, {values}"  # noqa: S608
        f" FROM s_{target.name} s JOIN f_{target.name} f ON f.n = s.n"
        " WHERE f.seen IS NULL"
    )


def _update(staging: Staging, target: Target, delivered: Collection[str]) -> None:
    changes = ", ".join(
        f"{column} = {value}"
        for column, value in target.columns.items()
        if value.startswith("f.") or value.removeprefix("s.") in delivered
    )
    wanted = "f.seen IS NOT NULL AND f.same = 0"
    # a debt of this very delivery is found without a version, and its bill may just have changed
    unmoved = "1 = 1" if target.name in (FileKind.DEBITS, DEBTS) else "t.version = f.seen"
    if target.only_changes:
        wanted = "f.same = 0"
    changed = staging.run(
        f"UPDATE {target.table} AS t SET version = t.version + 1, {changes}"  # noqa: S608
        f" FROM s_{target.name} s JOIN f_{target.name} f ON f.n = s.n"
        f" WHERE t.id = f.id AND {wanted} AND {unmoved}"
    )
    question = f"SELECT COUNT(*) FROM f_{target.name} f WHERE {wanted}"  # noqa: S608 names only
    if changed != staging.connection.exec_driver_sql(question).scalar_one():
        raise RuleBroken("import.overtaken", table=target.table)
