"""The tour's data: the billing host's files written and taken in again, and the first backup."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from desktop.tour.guide import Guide, Steps

HOST_FOLDER: Final = "料金ホスト"
"""Where the tour writes the host's files, inside the folder that the tour works in."""

BACKUP_FOLDER: Final = "バックアップ"
"""Where the tour's backup goes, beside it."""


_SPOILT: Final = slice(1, 60, 12)


def data_of_administrators(guide: Guide) -> Steps:
    """Write what is stored, take it in again with amounts that do not add up, and back up."""
    yield from guide.trigger(guide.main.actions_.data)
    data = guide.main.work.common.data
    yield from guide.tab_to(data.part.button(0))
    yield from guide.press(Qt.Key.Key_Right)
    yield from guide.choose(data.exports.encoding.combo, "UTF-8")
    yield from guide.tab_to(data.exports.folder.edit)
    yield from guide.write(HOST_FOLDER)
    yield from guide.press(Qt.Key.Key_F12)
    guide.take("export")
    yield from guide.tab_to(data.part.button(1))
    yield from guide.press(Qt.Key.Key_Left)
    _spoil(Path(HOST_FOLDER))
    data.imports.take((Path(HOST_FOLDER),))
    yield guide.settled
    yield from guide.press(Qt.Key.Key_F12)
    guide.take("import")
    yield from guide.tab_to(data.part.button(0))
    for _ in range(2):
        yield from guide.press(Qt.Key.Key_Right)
    yield from guide.tab_to(data.backups.form.folder.edit)
    yield from guide.write(BACKUP_FOLDER)
    for _ in ("store the folder", "back up"):
        yield from guide.press(Qt.Key.Key_F12)
    guide.take("backups")


def _spoil(folder: Path) -> None:
    (bills,) = folder.glob("BILL*")
    lines = bills.read_bytes().split(b"\r\n")
    lines[_SPOILT] = [line[: line.rindex(b",") + 1] + b"1" for line in lines[_SPOILT]]
    bills.write_bytes(b"\r\n".join(lines))
