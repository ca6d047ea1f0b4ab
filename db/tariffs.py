"""Reads the bureau's tariffs from ``resources/tariff`` for the rules to reckon with."""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files
from typing import Any

from db.rules.tariff import Scheme, Tariff, Tariffs, Tier
from db.rules.words import Account, UsageClass


@functools.cache
def tariffs() -> Tariffs:
    """Every revision of the prices of Kanazawa's bureau, read once."""
    text = (files("resources") / "tariff" / "kanazawa.toml").read_text(encoding="utf-8")
    return tariffs_in(text)


def tariffs_in(text: str) -> Tariffs:
    """The tariffs that a TOML text describes; a text at fault raises ValueError or KeyError."""
    return Tariffs(tuple(_tariff(table) for table in tomllib.loads(text)["tariff"]))


def _tariff(table: dict[str, Any]) -> Tariff:
    return Tariff(
        code=table["code"],
        valid_from=table["valid_from"],
        tax_percent=table["tax_percent"],
        schemes={
            account: {use: _scheme(table[account.value][use.value]) for use in UsageClass}
            for account in Account
        },
    )


def _scheme(table: dict[str, Any]) -> Scheme:
    return Scheme(
        basic_yen=table["basic_yen"],
        basic_published=table["basic_published"],
        tiers=tuple(
            Tier(tier.get("up_to_m3"), tier["yen_per_m3"], tier["published"])
            for tier in table["tiers"]
        ),
    )
