"""How far long work is: its stage, a bar, the time that remains, and how to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop import format as written
from desktop.long_work import Stand
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.labels import ElidedLabel, Label
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from desktop.long_work import LongWork

translate = QCoreApplication.translate
_MINUTE = 60
_HUNDRED = 100
# a bar counts in ints of 32 bits, and files are larger
_STEPS = 1000


def left(seconds: float | None) -> str:
    """How long a stage still takes; nothing while nobody knows."""
    if seconds is None:
        return ""
    if seconds < _MINUTE:
        return translate("Progress", "Less than a minute left")
    minutes = round(seconds / _MINUTE)
    return translate("Progress", "Minutes left: about %n", "", minutes)


def stage_words() -> dict[str, str]:
    """What is being done, by its stage."""
    return {
        "": translate("Progress", "Preparing…"),
        "copying": translate("Progress", "Copying…"),
        "checking": translate("Progress", "Checking…"),
        "keys": translate("Progress", "Preparing the search…"),
        "restoring": translate("Progress", "Restoring for practice…"),
        "reading": translate("Progress", "Reading…"),
        "storing": translate("Progress", "Storing…"),
        "writing": translate("Progress", "Writing…"),
    }


class ProgressLine(Translated, QWidget):
    """Follows a piece of long work of ``part``, where Esc stops it; hidden while nothing runs."""

    def __init__(self, work: LongWork, part: QWidget) -> None:
        super().__init__(part)
        self.setObjectName("clear")
        self._work = work
        self._stand = Stand()
        self.stage = ElidedLabel("", "h3", self)
        self.done = Label("", "num", self)
        self.left = Label("", "sub", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(3)
        self.stop = Button("", ButtonKind.PLAIN, "x", self)
        self.stop_key = QAction(part)
        self.stop_key.setShortcut(QKeySequence("Esc"))
        self.stop_key.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.stop_key.setEnabled(False)
        part.addAction(self.stop_key)
        line = row(self.stage, self.done, STRETCH, self.left, self.stop, gap=12)
        self.setLayout(column(line, self.bar, gap=6))
        self.stop.clicked.connect(work.stop)
        self.stop_key.triggered.connect(work.stop)
        work.changed.connect(self._follow)
        work.progressed.connect(self.show_stand)
        self.retranslate()
        self.hide()

    def show_stand(self, stand: Stand) -> None:
        """Show how far it is."""
        self._stand = stand
        known = stand.of > 0
        self.bar.setMaximum(_STEPS if known else 0)
        self.bar.setValue(min(_STEPS, stand.done * _STEPS // stand.of) if known else 0)
        share = f"{written.number(stand.done * _HUNDRED // stand.of)} %" if known else ""
        self.done.setText(share)
        stopping = self._work.stopping
        words = self.tr("Stopping…") if stopping else stage_words()[stand.stage]
        self.stage.setText(words)
        self.left.setText("" if stopping else left(stand.seconds))
        self.stop.setEnabled(not stopping)
        self.bar.setAccessibleName(f"{words} {share}".strip())

    def retranslate(self) -> None:
        self.stop.set_text(self.tr("Stop") + "  Esc")
        self.stop_key.setText(self.tr("Stop"))
        self.show_stand(self._stand)

    def _follow(self, running: bool) -> None:
        self.show_stand(Stand())
        self.stop_key.setEnabled(running)
        self.setVisible(running)
