"""What comes and goes as files (データ連携), and backups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.rules.permissions import Action, may
from desktop.permission_words import who_can
from desktop.screens.data.backups import Backups
from desktop.screens.data.exports import ExportPart
from desktop.screens.data.imports import ImportPart
from desktop.screens.data.progress import stage_words
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.segments import Segments
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFocusEvent

    from desktop.actions import Commit
    from desktop.desk import Desk
    from desktop.long_work import Stand
    from desktop.widgets.record_table import RecordTable

_IMPORT, _BACKUPS = 0, 2


class DataScreen(Translated, QWidget):
    """For administrators; ``proceed`` is what F12 does while ``commits`` says what that is.

    What runs goes on while another screen shows, and behind the lock; ``stop`` ends it.
    """

    commits_changed = Signal()
    delivered = Signal(object)  # when, a moment
    backups_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._may = may(desk.staff.role, Action.BACK_UP)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes to its parts alone
        self.setAcceptDrops(self._may)
        self._title = Label("", "h1", self)
        self.running = Label("", "sub", self)
        self.part = Segments("", 3, self)
        self.imports = ImportPart(desk, self)
        self.exports = ExportPart(desk, self)
        self.backups = Backups(desk, self)
        self._parts = (self.imports, self.exports, self.backups)
        self.refusal = Placeholder("lock", self)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def commits(self) -> Commit | None:
        """What F12 does here now, None for nothing."""
        return self._shown().commits if self._may else None

    def proceed(self) -> None:
        """F12: what the part shown does with it."""
        if self._may:
            self._shown().proceed()

    def show_backups(self) -> None:
        """Show the backups, ready for F12."""
        self.part.choose(_BACKUPS)
        self._turn(_BACKUPS)
        self.backups.take_focus()

    def stop(self) -> None:
        """Let what runs stop cleanly: whoever started it goes."""
        for part in self._parts:
            part.work.stop()

    def reload(self) -> None:
        """Fetch anew what is shown; what is filled in stays."""
        if self._may:
            self._shown().reload()

    def keep_state(self) -> None:
        """Remember how the columns are arranged."""
        for name, table in self._tables():
            self._desk.memory.keep_state(f"data/{name}", table.arrangement())

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Data exchange"))
        self._title.setText(self.tr("Data exchange"))
        self.part.set_name(self.tr("Part of the screen"))
        self.part.set_labels((self.tr("Import"), self.tr("Export"), self.tr("Backups")))
        self.refusal.say(self.tr("Your role does not exchange data"), who_can(Action.BACK_UP))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._may:
            self._shown().take_focus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self._takes(event.mimeData()):
            files = _files_of(event.mimeData())
            event.acceptProposedAction()
            self.part.choose(_IMPORT)
            self._turn(_IMPORT)
            self.imports.chooser.take(files)

    def _takes(self, data: QMimeData) -> bool:
        """Whether these can be dropped: files, while no others are stored."""
        return self._may and not self.imports.work.running and bool(_files_of(data))

    def _build(self) -> None:
        self._pages = QStackedWidget(self)
        for page in (*self._parts, self.refusal):
            self._pages.addWidget(page)
        if not self._may:
            self._pages.setCurrentWidget(self.refusal)
        self.part.setVisible(self._may)
        head = row(self._title, 8, self.part, self.running, STRETCH, gap=10)
        whole = column(head, self._pages, gap=10, margins=(20, 12, 20, 12))
        whole.setStretch(1, 1)
        self.setLayout(whole)
        for name, table in self._tables():
            table.arrange(self._desk.memory.state(f"data/{name}"))

    def _connect(self) -> None:
        self.part.chosen.connect(self._turn)
        self.imports.delivered.connect(self.delivered)
        self.backups.changed.connect(self.backups_changed)
        for part in self._parts:
            part.commits_changed.connect(self.commits_changed)
            part.work.progressed.connect(self._show_stand)
            part.work.changed.connect(self._rest)

    def _shown(self) -> ImportPart | ExportPart | Backups:
        return self._parts[self.part.current()]

    def _turn(self, number: int) -> None:
        self._pages.setCurrentIndex(number)
        self.running.setText("")
        self.commits_changed.emit()
        self.reload()

    def _show_stand(self, stand: Stand) -> None:
        # what runs in the part shown is told there
        elsewhere = any(part.work.running for part in self._parts if part is not self._shown())
        self.running.setText(stage_words()[stand.stage] if elsewhere else "")

    def _rest(self, _running: bool) -> None:
        self.running.setText("")

    def _tables(self) -> tuple[tuple[str, RecordTable[Any]], ...]:
        return (
            ("import_found", self.imports.found.table),
            ("import_files", self.imports.result.files),
            ("import_refusals", self.imports.result.refusals),
            ("import_runs", self.imports.earlier),
            ("export", self.exports.table),
            ("backups", self.backups.table),
        )


def _files_of(data: QMimeData) -> list[str]:
    places = data.urls()
    return [place.toLocalFile() for place in places if place.isLocalFile()]
