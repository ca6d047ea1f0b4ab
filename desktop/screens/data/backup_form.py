"""Where backups go, when one is due, and how many are kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from db.errors import RuleBroken
from db.rules.paper_setting_fields import SETTING_FIELDS
from desktop import errors
from desktop.folder_field import FolderField
from desktop.setting_words import label
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.field import TextField
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.queries.paper_settings import SettingFacts
    from desktop.desk import Desk

_FOLDER = "backup.folder"
_NARROW = ("backup.time", "backup.keep_daily", "backup.keep_weekly", "backup.keep_monthly")


class BackupForm(Translated, QWidget):
    """The settings of backups; what is typed over them stays until it is stored or dropped."""

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._facts: dict[str, SettingFacts] = {}
        self.title = Label("", "h2", self)
        self.folder = FolderField(desk, self, remembered="", named=partial(label, _FOLDER), lines=1)
        self.narrow = {name: TextField(QLineEdit(), self, lines=2) for name in _NARROW}
        self.drop_button = Button("", ButtonKind.PLAIN, parent=self)
        self.store = Button("", ButtonKind.PLAIN, "check", self)
        time, daily, weekly, monthly = self.narrow.values()
        first, second = row(time, daily, gap=10), row(weekly, monthly, gap=10)
        for line in (first, second):
            line.setStretch(0, 1)
            line.setStretch(1, 1)
        buttons = row(STRETCH, self.drop_button, self.store)
        self.setLayout(column(self.title, self.folder, first, second, buttons, gap=4))
        for edit in self.edits().values():
            edit.textEdited.connect(self._hear)
        self.folder.edited.connect(self._hear)
        self.drop_button.clicked.connect(self.drop)
        self.retranslate()

    def edits(self) -> dict[str, QLineEdit]:
        """Where each setting is typed, by its name."""
        narrow = {name: field.edit for name, field in self.narrow.items()}
        return {_FOLDER: self.folder.edit} | narrow

    def show_facts(self, facts: Sequence[SettingFacts]) -> None:
        """Show what is set, except where something else is typed."""
        edits = self.edits()
        typed = self.changes()
        for each in facts:
            self._facts[each.name] = each
            if each.name not in typed:
                edits[each.name].setText(_shown(each))
                edits[each.name].setCursorPosition(0)
        self._tell()

    def changes(self) -> dict[str, str]:
        """What is typed otherwise than it is set."""
        typed = {name: self.edits()[name].text() for name in self._facts}
        return {name: text for name, text in typed.items() if text != _shown(self._facts[name])}

    def versions(self) -> dict[str, int]:
        """The counts of changes that the form was loaded with."""
        return {name: known.version for name, known in self._facts.items()}

    def check(self) -> bool:
        """Say at each field what is wrong with what is typed; whether nothing is."""
        right = True
        for name, text in self.changes().items():
            try:
                SETTING_FIELDS[name].stored(text)
            except RuleBroken as broken:
                self._field(name).show_error(errors.sentence(broken))
                right = right and self._stop_at(name)
        return right

    def accept(self) -> None:
        """What is typed is stored: the next that is fetched is shown."""
        self._facts.clear()

    def drop(self) -> None:
        """Show again what is set."""
        for name, known in self._facts.items():
            self.edits()[name].setText(_shown(known))
        self._hear()

    def set_busy(self, busy: bool) -> None:
        """Rest while it is stored."""
        self._tell(busy=busy)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Schedule and keeping"))
        for name, field in self.narrow.items():
            field.set_label(*label(name))
        self.drop_button.set_text(self.tr("Discard changes"))
        self._tell()

    def _stop_at(self, name: str) -> bool:
        self.edits()[name].setFocus()
        return False

    def _field(self, name: str) -> TextField | FolderField:
        return self.folder if name == _FOLDER else self.narrow[name]

    def _hear(self) -> None:
        for name in self.edits():
            self._field(name).show_error("")
        self._tell()
        self.edited.emit()

    def _tell(self, *, busy: bool = False) -> None:
        changed = bool(self.changes())
        self.drop_button.setEnabled(changed and not busy)
        self.store.setEnabled(changed and not busy)
        words = self.tr("Storing…") if busy else self.tr("Store")
        self.store.set_text(words + ("  F12" if changed and not busy else ""))


def _shown(facts: SettingFacts) -> str:
    field = SETTING_FIELDS[facts.name]
    return field.shown(facts.value or field.usual)
