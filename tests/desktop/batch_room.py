"""A supervisor in the room of batches, on a small practice town."""

from __future__ import annotations

import datetime as dt
import shutil
from functools import partial

from PySide6.QtCore import Qt
from sqlalchemy import func, select

from db.demo.town import LEAST_CUSTOMERS, fill
from db.engine import Database, open_engine
from db.models import BatchItem, Document, DocumentDebt
from db.queries.batches import batches
from db.rules.paper import ItemState, PaperKind
from desktop.screens.batches import BatchesScreen
from tests.factories import add_setting
from tests.made_once import made_once

AS_OF = dt.date(2024, 9, 18)
BUNDLE = 4
ESC, TAB, ENTER, SPACE = (
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
)
DOWN, RIGHT = Qt.Key.Key_Down, Qt.Key.Key_Right


def town_url(template, tmp_path, folders):
    """Where this test's own copy of the town is."""
    folder = made_once("batch_town", partial(_settle, template), folders)
    file = tmp_path / "town.db"
    shutil.copyfile(folder / "town.db", file)
    return f"sqlite:///{file}"


def _settle(template, folder):
    file = folder / "town.db"
    shutil.copyfile(template, file)
    database = Database(open_engine(f"sqlite:///{file}"))
    fill(database, customers=max(LEAST_CUSTOMERS, 400), seed=1, as_of=AS_OF)
    with database.writing() as session:
        add_setting(session, "paper.bundle_size", str(BUNDLE))
    database.dispose()


class Room:
    """What a supervisor sees and does there."""

    def __init__(self, desk, show, qtbot):
        self.desk, self.qtbot = desk, qtbot
        self.told, self.noted = [], []
        desk.messages.told.connect(lambda message: self.told.append(message.text))
        desk.messages.noted.connect(self.noted.append)
        self.screen = show(BatchesScreen(desk))
        self.screen.resize(1178, 600)
        self.screen.setFocus()
        self.screen.reload()
        self.settle()

    @property
    def new(self):
        """The new batch: form, plan and run."""
        return self.screen.new

    def settle(self):
        """Wait until nothing is under way any more."""
        self.qtbot.waitUntil(lambda: not self.desk.tasks.busy, timeout=60_000)

    def press(self, *keys):
        """Press keys wherever the focus is."""
        for key in keys:
            target = self.screen.focusWidget()
            if isinstance(key, str):
                self.qtbot.keyClicks(target, key)
            else:
                self.qtbot.keyClick(target, key)

    def proceed(self):
        """F12, and what comes of it."""
        self.screen.proceed()
        self.settle()

    def choose(self, kind):
        """Choose a kind of notice with the arrows."""
        combo = self.new.form.kind.combo
        combo.setFocus()
        at = self.new.form.kind.values().index(kind)
        for _ in range(at - combo.currentIndex()):
            self.qtbot.keyClick(combo, DOWN)
        assert self.new.form.kind.value() is kind

    def look(self, kind=PaperKind.REMINDER):
        """Look at the plan of a kind."""
        self.choose(kind)
        self.proceed()

    def asked(self):
        """The yen on the notices that were issued, with fees and interest."""
        with self.desk.database.reading() as session:
            yen = select(func.sum(Document.yen)).where(Document.batch_id.is_not(None))
            return session.scalar(yen)

    def issue(self, folder, kind=PaperKind.REMINDER):
        """Look at the plan, and issue it into a folder."""
        self.look(kind)
        folder.mkdir(exist_ok=True)
        self.new.plan.folder.edit.setFocus()
        self.press(str(folder))
        self.proceed()

    def turn(self, part):
        """Go to another part of the room."""
        self.screen.part.button(part).click()
        self.settle()

    def batch(self):
        """The newest batch as it is kept, or None."""
        with self.desk.database.reading() as session:
            found = batches(session)
        return found[0] if found else None

    def issued(self):
        """How many notices the database says were issued, their yen, and their numbers."""
        with self.desk.database.reading() as session:
            of_batch = (
                select(Document.id, Document.number)
                .join(BatchItem, BatchItem.document_id == Document.id)
                .where(BatchItem.state == ItemState.ISSUED)
                .order_by(Document.id)
            )
            papers = session.execute(of_batch).all()
            asked = select(func.sum(DocumentDebt.yen)).where(
                DocumentDebt.document_id.in_([paper.id for paper in papers])
            )
            yen = session.scalar(asked) or 0
        return len(papers), yen, [int(paper.number.rpartition("-")[2]) for paper in papers]
