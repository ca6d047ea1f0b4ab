"""The control list of a batch (発行一覧) as a CSV file that spreadsheets open as it is."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from db.rules.csv_safety import csv_cell
from desktop.notices.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.rules.batch_totals import ControlLine
    from desktop.format import LanguageCode

_COLUMNS: Final = (
    *("position", "number", "state", "reason", "customer_number", "name", "postal_code"),
    *("address", "water", "sewerage", "extra", "total", "pages", "bundle", "page"),
)


def batch_list(lines: Iterable[ControlLine], language: LanguageCode) -> bytes:
    """The list in UTF-8 with a byte order mark, one line a notice; no cell acts as a formula."""
    said = words("batch_totals", language)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(said("list", column) for column in _COLUMNS)
    writer.writerows(_cells(line, said) for line in lines)
    return text.getvalue().encode("utf-8-sig")


def _cells(line: ControlLine, said: Words) -> list[str | int | None]:
    return [
        line.position,
        line.number,
        said.code(line.state),
        said.code(line.exclusion) if line.exclusion else "",
        csv_cell(line.customer_number),
        csv_cell(line.to.name),
        csv_cell(said.postal_code(line.to.postal_code)),
        csv_cell(line.to.address),
        line.water_yen,
        line.sewerage_yen,
        line.extra_yen,
        line.water_yen + line.sewerage_yen + line.extra_yen,
        line.pages,
        line.bundle,
        line.page,
    ]
