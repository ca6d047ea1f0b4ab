"""What the delivered bills should come to by the tariff files, for the checks to compare with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from db.errors import RuleBroken
from db.rules.words import Account, UsageClass
from db.tariffs import tariffs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.exchange.staging import Staging

_COLUMNS: Final = ("tariff", "usage_class", "account", "m3", "yen", "tax_yen")
_USED: Final = {Account.WATER: "usage_m3", Account.SEWERAGE: "sewerage_m3"}
_MOST: Final = 1_000_000


def make_prices(staging: Staging) -> None:
    """Reckon each price that occurs among the bills once."""
    staging.run(
        "CREATE TEMP TABLE prices (tariff TEXT, usage_class TEXT, account TEXT, m3 INTEGER,"
        " yen INTEGER, tax_yen INTEGER, PRIMARY KEY (tariff, usage_class, account, m3))"
    )
    rows = list(_prices(staging))
    if rows:
        staging.put_new("prices", _COLUMNS, rows)
    staging.analyse("prices")


def _prices(staging: Staging) -> Iterator[tuple[str | int, ...]]:
    for account, used in _USED.items():
        question = (
            f"SELECT DISTINCT tariff, usage_class, {used} FROM s_bills WHERE {used} IS NOT NULL"  # noqa: S608
        )
        for code, use, m3 in staging.rows(question, _MOST):
            try:
                price = tariffs().coded(code).price(account, UsageClass(use), m3)
            except RuleBroken:
                continue  # the check of the tariff's name tells it
            yield (code, use, account.value, m3, price.yen, price.tax_yen)
