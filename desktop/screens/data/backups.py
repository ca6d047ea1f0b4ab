"""The backups there are, one made or tried out now, and when and where they are made."""

from __future__ import annotations

import shlex
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from db.commands.settings import change_settings
from db.errors import RuleBroken
from db.exchange.backup import BackedUp
from db.exchange.backup_drill import Drilled
from db.rules.csv_safety import csv_cell
from desktop import errors
from desktop.actions import Commit
from desktop.long_work import LongWork
from desktop.screens.data.acts import backups_state, make_backup, try_out
from desktop.screens.data.backup_columns import backup_columns, moment
from desktop.screens.data.backup_form import BackupForm
from desktop.screens.data.progress import ProgressLine
from desktop.theme import Kind
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.fact_list import FactList
from desktop.widgets.labels import ElidedLabel, Label
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.record_table import RecordTable
from desktop.widgets.skeleton import Skeleton
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.desk import Desk
    from desktop.screens.data.acts import BackupsState, KeptBackup

_BESIDE = 388


class Backups(Translated, QWidget):
    """F12 makes a backup now, or stores what is typed into the settings beside the list."""

    commits_changed = Signal()
    changed = Signal()  # a backup was made or tried out, or when they are made was set

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._desk = desk
        self._state: BackupsState | None = None
        self._outcome: BackedUp | Drilled | Exception | None = None
        self._error: Exception | None = None
        self._storing = False
        self.work = LongWork(desk.tasks, self)
        self.done = Banner(Kind.OK, "", self)
        self.problem = Banner(Kind.ERR, "", self)
        self.progress = ProgressLine(self.work, self)
        self.table: RecordTable[KeptBackup] = RecordTable(
            backup_columns(), self, name=self._name, identity=_file, harmless=csv_cell
        )
        self.nothing = Placeholder("inbox", self)
        self.unknown = Placeholder("circle-x", self, colour="err")
        self.retry = Button("", ButtonKind.PRIMARY, "refresh", self)
        self.command_title = Label("", "sub", self)
        self.command = ElidedLabel("", "body", self, selectable=True)
        self.copy = Button("", ButtonKind.PLAIN, "copy", self)
        self.facts = FactList(self, name_width=112)
        self.make = Button("", ButtonKind.PRIMARY, "history", self)
        self.try_out = Button("", ButtonKind.PLAIN, "check", self)
        self.form = BackupForm(desk, self)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def commits(self) -> Commit | None:
        """What F12 does here now."""
        if self._storing or self._state is None:
            return None
        if self.form.changes():
            return Commit.STORE
        return None if self.work.running else Commit.RUN

    def proceed(self) -> None:
        """F12: store what is typed, or make a backup."""
        if self.commits is Commit.STORE:
            self._store()
        elif self.commits is Commit.RUN:
            self._run(make_backup)

    def reload(self) -> None:
        """Fetch anew what there is; what is typed stays."""
        self.skeleton.start(self.tr("Looking for the backups…"))
        work = partial(backups_state, desk=self._desk)
        self._desk.tasks.read(self, work, self._show, self._fail)

    def take_focus(self) -> None:
        """Go to the list."""
        shown = self._body.currentWidget()
        target = self.retry if shown is self.unknown else self.table
        (self.make if shown is self.nothing else target).setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        self.retry.set_text(self.tr("Try again"))
        self.try_out.set_text(self.tr("Try out"))
        self.copy.set_text(self.tr("Copy"))
        self.command_title.setText(self.tr("Restore with"))
        first = self.tr("“Back up now” makes the first one; desks go on working meanwhile.")
        if self._state is not None and self._state.folder is None:
            first = self.tr("Set a folder for them first.")
        self.nothing.say(self.tr("There is no backup yet"), first)
        if self._error is not None:
            self.unknown.say(self.tr("The backups cannot be shown"), errors.sentence(self._error))
        self._tell()

    def _build(self) -> None:
        self.unknown.add_button(self.retry)
        self._body = QStackedWidget(self)
        for page in (self.table, self.nothing, self.unknown):
            self._body.addWidget(page)
        self.skeleton = Skeleton(self._body)
        command = row(self.command_title, self.command, self.copy, gap=10, margins=(14, 4, 8, 8))
        command.setStretch(1, 1)
        listed = column(self._body, command, gap=4)
        listed.setStretch(0, 1)
        top = column(self.done, self.problem, self.progress, gap=8)
        left = column(top, Card(listed, self), gap=8)
        left.setStretch(1, 1)
        acts = column(
            self.facts, 6, row(self.make, self.try_out, STRETCH, gap=6), margins=(14, 12, 14, 12)
        )
        settings = column(self.form, margins=(14, 10, 14, 10))
        beside = column(Card(acts, self), Card(settings, self), STRETCH, gap=10)
        room = QScrollArea(self)
        room.setWidgetResizable(True)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setWidget(clear_box(beside))
        room.setFixedWidth(_BESIDE)
        whole = row(left, room, gap=12)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.table.selection_changed.connect(self._tell)
        self.retry.clicked.connect(self.reload)
        self.make.clicked.connect(self._make)
        self.try_out.clicked.connect(self._try_out)
        self.copy.clicked.connect(self._copy)
        self.form.store.clicked.connect(self._store)
        self.form.edited.connect(self._tell)
        self.work.changed.connect(self._tell)
        self.work.ended.connect(self._end)
        self.work.failed.connect(self._end)

    def _show(self, state: BackupsState) -> None:
        self.skeleton.stop()
        self._state, self._error = state, None
        self.form.show_facts(state.facts)
        self.table.show_rows(state.backups)
        self._body.setCurrentWidget(self.table if state.backups else self.nothing)
        if self.table.selected() is None:
            self.table.select(0)
        self.retranslate()

    def _fail(self, error: Exception) -> None:
        self.skeleton.stop()
        self._error = error
        self._body.setCurrentWidget(self.unknown)
        self.retranslate()

    def _make(self) -> None:
        if not self.work.running:
            self._run(make_backup)

    def _try_out(self) -> None:
        chosen = self.table.selected()
        if chosen is not None and not self.work.running:
            self._run(partial(try_out, file=chosen.backup.file))

    def _run(self, work: Callable[..., object]) -> None:
        self._outcome = None
        self.work.run(partial(work, desk=self._desk))

    def _end(self, outcome: BackedUp | Drilled | Exception) -> None:
        self._outcome = outcome
        self._tell()
        if not self.isVisible():
            shown = self.problem if isinstance(outcome, Exception) else self.done
            self._desk.messages.note(shown.text())
        self.changed.emit()
        self.reload()

    def _store(self) -> None:
        changes = self.form.changes()
        if self._storing or not changes or not self.form.check():
            return
        self._storing = True
        self._tell()
        known = self.form.versions()
        work = partial(
            change_settings,
            changes=changes,
            versions={name: known[name] for name in changes},
            by=self._desk.actor,
            now=self._desk.now,
        )
        self._desk.tasks.write(self, work, self._stored, self._not_stored)

    def _stored(self, changed: tuple[str, ...]) -> None:
        self._storing, self._outcome = False, None
        self.form.accept()
        self._desk.messages.note(self.tr("%n setting(s) stored", "", len(changed)))
        self.changed.emit()
        self.reload()

    def _not_stored(self, error: Exception) -> None:
        self._storing = False
        self._outcome = error
        self.reload()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.command.text())
        self._desk.messages.note(self.tr("The command was copied"))

    def _tell(self, _what: object = None) -> None:
        state, chosen, running = self._state, self.table.selected(), self.work.running
        self.make.setEnabled(state is not None and not running)
        self.try_out.setEnabled(chosen is not None and not running)
        for shown in (self.command_title, self.command, self.copy):
            shown.setVisible(chosen is not None)
        if chosen is not None:
            words = ("mizumado-db", "restore", str(chosen.backup.file), "--replace")
            self.command.setText(shlex.join(words))
        if state is not None:
            self.facts.show_facts(self._facts(state))
        self.form.set_busy(self._storing)
        self._name_make()
        self._tell_outcome()
        self.commits_changed.emit()

    def _tell_outcome(self) -> None:
        outcome = self._outcome
        wrong = isinstance(outcome, Exception) or (isinstance(outcome, Drilled) and outcome.found)
        self.problem.setVisible(bool(wrong))
        self.done.setVisible(outcome is not None and not wrong)
        match outcome:
            case RuleBroken() if outcome.code == "record.changed":
                self.problem.say(
                    self.tr(
                        "Somebody changed the settings meanwhile. What you typed is kept; "
                        "store once more if yours is right."
                    )
                )
            case Exception():
                self.problem.say(errors.sentence(outcome))
            case Drilled() if outcome.found:
                self.problem.say(self.tr("%n fault(s) found in this backup", "", outcome.found))
            case Drilled():
                words = self.tr("{file} came back whole: every row is there and all is sound.")
                self.done.say(words.format(file=outcome.backup.file.name))
            case BackedUp():
                words = self.tr("Backed up and checked: {file}")
                self.done.say(words.format(file=outcome.backup.file.name))

    def _name_make(self) -> None:
        key = "  F12" if self.commits is Commit.RUN else ""
        self.make.set_text(self.tr("Back up now") + key)

    def _facts(self, state: BackupsState) -> list[tuple[str, str]]:
        history = state.history
        tried = moment(history.tried_at)
        if history.faults:
            tried = self.tr("{moment}, faults found").format(moment=tried)
        unset = self.tr("none is set")
        return [
            (self.tr("Folder"), unset if state.folder is None else str(state.folder)),
            (self.tr("Last backup"), moment(history.made_at)),
            (self.tr("Last tried out"), tried),
        ]

    def _name(self) -> str:
        return self.tr("Backups")


def _file(kept: KeptBackup) -> str:
    return kept.backup.file.name
