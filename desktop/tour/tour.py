"""Leads the program through a contact of 山田 花子 and takes a picture of every screen."""

from __future__ import annotations

import datetime as dt
import itertools
import logging
import shutil
import tempfile
import time
from contextlib import chdir
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer

from db.demo.practice import prepare
from desktop.printing import PRINTER
from desktop.settings import Memory, Settings
from desktop.tour.album import Album
from desktop.tour.data_steps import BACKUP_FOLDER, HOST_FOLDER
from desktop.tour.notice_files import draw_notices
from desktop.tour.paper_steps import BATCH_FOLDER, NO_PRINTER
from desktop.tour.steps import contact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from desktop.app import App

logger = logging.getLogger(__name__)
MOMENT: Final = dt.datetime(2024, 9, 18, 18, 13, tzinfo=ZoneInfo("Asia/Tokyo"))
_EVERY_MS = 10
_QUIET = 5  # looks, in which what is shown is laid out
_PATIENCE = 60.0  # seconds; a step takes longer only when something is wrong


def fixed_clock() -> dt.datetime:
    """The moment of the tour, at which the clock stands still."""
    return MOMENT


def numbered_keys() -> Callable[[], str]:
    """Keys as forms are opened with, the same in every tour: a receipt's number comes of them."""
    numbers = itertools.count(1)

    def key() -> str:
        return str(UUID(int=next(numbers)))

    return key


def _at_once() -> bool:
    return True


class Tour(QObject):
    """Takes one step after the other, each once what it waits for has come and stays."""

    def __init__(self, app: QApplication, steps: Iterator[Callable[[], bool]]) -> None:
        super().__init__(app)
        self._app = app
        self._steps = steps
        self._come: Callable[[], bool] = _at_once
        self._quiet = 0
        self._since = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        try:
            self._quiet = self._quiet + 1 if self._come() else 0
            if self._quiet >= _QUIET:
                self._go_on()
            elif time.monotonic() - self._since > _PATIENCE:
                self._stop(1, "the tour waits in vain")
        except Exception:
            logger.exception("the tour")
            self._stop(1, "the tour stumbled")

    def _go_on(self) -> None:
        come = next(self._steps, None)
        if come is None:
            self._stop(0, "the tour is over")
            return
        self._come, self._quiet, self._since = come, 0, time.monotonic()

    def _stop(self, code: int, why: str) -> None:
        self._timer.stop()
        logger.info(why)
        self._app.exit(code)


def render(app: QApplication, folder: Path, start: Callable[..., App]) -> int:
    """Draw every screen and every kind of notice into ``folder``; the exit code is 0."""
    app.setCursorFlashTime(0)  # else the cursor is in one picture and not in the next
    album = Album(folder.resolve())
    # a batch is issued into a folder of the temporary one: its name is the same in every tour
    with tempfile.TemporaryDirectory(prefix="mizumado") as place, chdir(place):
        for own in (BATCH_FOLDER, HOST_FOLDER, BACKUP_FOLDER):
            Path(own).mkdir()
        town = Path(place) / "town.sqlite"
        url = prepare(town, now=MOMENT)
        notices = _draw_notices(album.folder, town)
        memory = Memory(Path(place) / "memory.ini")
        memory.keep_text(PRINTER, NO_PRINTER)
        settings = Settings(database=url, desk="窓口3")
        program = start(app, settings, memory, fixed_clock, numbered_keys())
        Tour(app, contact(program, album))
        program.start()
        code = app.exec()
        pictures = album.close()
    logger.info("%d pictures and %d notices are in %s", pictures, notices, album.folder)
    return code


def _draw_notices(folder: Path, town: Path) -> int:
    """Draw them from a town of their own: what is issued there is not issued in the tour."""
    other = town.with_name("notices.sqlite")
    shutil.copyfile(town, other)
    return len(draw_notices(folder, f"sqlite:///{other}", now=MOMENT))
