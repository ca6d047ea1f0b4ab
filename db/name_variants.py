"""Reads from ``resources/search`` what of names a search takes for one another."""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files
from typing import Any

from db.rules.name_variants import LegalWord, NameVariants, VariantLevel, VariantSet


@functools.cache
def name_variants() -> NameVariants:
    """The table of the program, read once."""
    text = (files("resources") / "search" / "name_variants.toml").read_text(encoding="utf-8")
    return name_variants_in(text)


def name_variants_in(text: str) -> NameVariants:
    """The table that a TOML text describes; a text at fault raises ValueError or KeyError."""
    read = tomllib.loads(text)
    return NameVariants(
        sets=tuple(map(_set, read["variants"])),
        legal_words=tuple(LegalWord(**word) for word in read["legal_words"]),
        latin_endings=tuple(read["latin"]["legal_endings"]),
    )


def _set(table: dict[str, Any]) -> VariantSet:
    return VariantSet(VariantLevel(table["level"]), table["source"], tuple(table["families"]))
