"""Which towns have a postal code, from ``resources/postal``."""

from __future__ import annotations

import csv
import functools
from collections import defaultdict
from importlib.resources import files

from db.rules.postal import Town, tidy_postal_code


def towns(postal_code: str) -> tuple[Town, ...]:
    """The towns with a postal code, however it is typed, in the post office's order.

    None for a code outside the prefecture, for one that is not complete, and for what is no code.
    """
    return _towns_by_code().get(tidy_postal_code(postal_code), ())


@functools.cache
def _towns_by_code() -> dict[str, tuple[Town, ...]]:
    text = (files("resources") / "postal" / "ishikawa.csv").read_text(encoding="utf-8")
    found = defaultdict(list)
    for row in csv.DictReader(text.splitlines()):
        found[row["postal_code"]].append(Town(**row))
    return {code: tuple(those) for code, those in found.items()}
