"""Cells that a spreadsheet shows as text instead of running them as formulas."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_FORMULA_STARTS: Final = frozenset("=+-@|%\t\r\n")
_NUMBER: Final = re.compile(r"[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?", re.ASCII)


def csv_cell(text: str) -> str:
    """The cell with an apostrophe before it if it could act as a formula.

    Full-width signs count too, and signs behind spaces; a plain number such as -1,200 stays one.
    """
    if _NUMBER.fullmatch(text):
        return text
    # a NUL or other unprintable sign before the formula would be dropped by some programs
    start = next((c for c in text if c in _FORMULA_STARTS or not _is_blank(c)), "")
    folded = unicodedata.normalize("NFKC", start)
    return f"'{text}" if folded[:1] in _FORMULA_STARTS and folded else text


def _is_blank(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) in {"Cc", "Cf"}
