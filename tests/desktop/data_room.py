"""An administrator at the data screen."""

from __future__ import annotations

import shutil

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from db.engine import Database, open_engine
from db.exchange.exporting import export_files
from db.exchange.layout_files import load_layouts
from desktop.screens.data import DataScreen
from tests.factories import add_bill, add_contract, add_customer

IMPORT, EXPORT, BACKUPS = range(3)


class DataRoom:
    """What an administrator sees and does there."""

    def __init__(self, desk, show, qtbot, *, part):
        self.desk, self.qtbot = desk, qtbot
        self.noted, self.told, self.delivered = [], [], []
        desk.messages.noted.connect(self.noted.append)
        desk.messages.told.connect(lambda message: self.told.append(message.text))
        self.screen = show(DataScreen(desk))
        self.screen.delivered.connect(self.delivered.append)
        self.screen.resize(1178, 600)
        self.screen.part.button(part).click()
        self.screen.setFocus()
        self.settle()

    def settle(self):
        """Wait until nothing is under way any more."""
        self.qtbot.waitUntil(lambda: not self.desk.tasks.busy, timeout=30_000)

    def press(self, key):
        """Press a key wherever the focus is."""
        self.qtbot.keyClick(self.screen.focusWidget(), key)

    def proceed(self):
        """F12, and what comes of it."""
        self.screen.proceed()
        self.settle()

    def drop(self, *paths):
        """Drop files on the screen."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        at, copy = QPointF(50, 50), Qt.DropAction.CopyAction
        none = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
        entered = QDragEnterEvent(QPoint(50, 50), copy, data, *none)
        self.screen.dragEnterEvent(entered)
        assert entered.isAccepted()
        self.screen.dropEvent(QDropEvent(at, copy, data, *none))
        self.settle()


def delivery(template, folder, *, desk):
    """Write into ``folder`` what a billing host with two customers would deliver."""
    folder.mkdir()
    file = folder.with_name("host.db")
    shutil.copyfile(template, file)
    host = Database(open_engine(f"sqlite:///{file}"))
    with host.writing() as session:
        for name in ("山田 花子", "佐藤 健一"):
            add_bill(session, add_contract(session, add_customer(session, name)))
    export_files(host, folder, layouts=load_layouts(), by=desk.actor, now=desk.now)
    host.dispose()
    return folder


def spoil(folder, pattern, line, *, field, value):
    """Change one field of one line of a file, both counted from 0; -1 is the last."""
    (file,) = folder.glob(pattern)
    lines = file.read_bytes().split(b"\r\n")
    fields = lines[line].split(b",")
    fields[field] = value
    lines[line] = b",".join(fields)
    file.write_bytes(b"\r\n".join(lines))
