"""The settings of the bureau: who issues paper, its numbers, limits, fees, and the envelope."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from db.commands.settings import change_settings
from db.errors import RuleBroken
from db.queries.paper_settings import setting_facts
from db.rules.permissions import Action, may
from desktop import errors
from desktop.format import short_date
from desktop.notices.calibration_sheet import calibration_sheet
from desktop.permission_words import who_can
from desktop.printing import Paper, PaperOut
from desktop.screens.paper_settings.form import SettingsForm
from desktop.setting_words import Group
from desktop.theme import Kind
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.error_summary import ErrorSummary, Fault
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.skeleton import Skeleton
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from db.queries.paper_settings import SettingFacts
    from desktop.desk import Desk


class PaperSettingsScreen(Translated, QWidget):
    """Administrators change the settings, supervisors read them; what is typed outlives leaving.

    ``save`` is what F12 does here, while ``unsaved`` counts anything.
    """

    unsaved_changed = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._may_change = may(desk.staff.role, Action.MANAGE_SETTINGS)
        self._may_see = self._may_change or may(desk.staff.role, Action.RUN_BATCH)
        self._busy = False
        self._failed: Exception | None = None
        self._refused: Exception | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes to its parts alone
        self._title = Label("", "h1", self)
        self._scope = Label("", "sub", self)
        self.discard = Button("", ButtonKind.PLAIN, parent=self)
        self.store = Button("", ButtonKind.PRIMARY, "check", self)
        self.summary = ErrorSummary(self)
        self.banner = Banner(Kind.ERR, "", self)
        self.form = SettingsForm(self)
        self.sheet = Button("", ButtonKind.PLAIN, "print", self)
        self.sheet_file = Button("", ButtonKind.PLAIN, "doc", self)
        self.problem = Placeholder("circle-x", self, colour="err")
        self.refusal = Placeholder("lock", self)
        self.next_error = QAction(self)
        self.save_key = QAction(self)
        self.out = PaperOut(desk, self)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def unsaved(self) -> int:
        """How many settings are typed otherwise than they are set."""
        return len(self.form.changes()) if self._may_change else 0

    def reload(self) -> None:
        """Fetch the settings anew; what is typed stays."""
        if self._may_see:
            self.skeleton.start(self.tr("Fetching the settings…"))
            self._desk.tasks.read(self, setting_facts, self._show, self._fail)

    def save(self) -> None:
        """Store what is typed, all of it or nothing."""
        changes = self.form.changes()
        if self._busy or not self._may_change or not changes:
            return
        self._refused = None
        if self._show_problems():
            self.summary.take_focus()
            return
        self._set_busy(True)
        versions = {name: self.form.versions()[name] for name in changes}
        work = partial(
            change_settings,
            changes=changes,
            versions=versions,
            by=self._desk.actor,
            now=self._desk.now,
        )
        self._desk.tasks.write(self, work, self._take_stored, self._refuse)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Settings"))
        self._title.setText(self.tr("Settings"))
        self.discard.set_text(self.tr("Discard changes"))
        self.sheet.set_text(self.tr("Print calibration sheet"))
        self.sheet_file.set_text(self.tr("Save as PDF"))
        self.next_error.setText(self.tr("Next error"))
        self.save_key.setText(self.tr("Store the settings"))
        self.refusal.say(
            self.tr("Your role does not see the settings"), who_can(Action.MANAGE_SETTINGS)
        )
        if self._failed is not None:
            self.problem.say(self.tr("The settings cannot be shown"), errors.sentence(self._failed))
        self._show_problems(told=bool(self.summary.faults()))
        self._count()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        first = next(iter(self.form.fields.values()))
        if self._body.currentIndex() == 0:
            first.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        buttons = row(self.sheet, self.sheet_file, STRETCH, gap=8, margins=(0, 4, 0, 0))
        self.form.add_below(Group.ENVELOPE, buttons)
        last, following = self.form.edits(Group.ENVELOPE)[-1], self.form.edits(Group.DAYS)[0]
        for first, second in pairwise((last, self.sheet, self.sheet_file, following)):
            QWidget.setTabOrder(first, second)
        room = QScrollArea(self)
        room.setWidgetResizable(True)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room.setWidget(self.form)
        self._body = QStackedWidget(self)
        for part in (room, self.problem, self.refusal):
            self._body.addWidget(part)
        self._body.setCurrentIndex(0 if self._may_see else 2)
        self.skeleton = Skeleton(self._body)
        self.next_error.setShortcut(QKeySequence("Ctrl+E"))
        self.save_key.setShortcut(QKeySequence("Ctrl+S"))
        for action in (self.next_error, self.save_key):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)
        for shown in (self.discard, self.store):
            shown.setVisible(self._may_see)
        if not self._may_change:
            self.form.set_read_only()
        head = row(self._title, self._scope, STRETCH, self.discard, self.store, gap=10)
        page = column(head, self.banner, self.summary, self._body, gap=10, margins=(20, 12, 20, 12))
        page.setStretch(3, 1)
        self.setLayout(page)
        self.banner.hide()

    def _connect(self) -> None:
        self.form.edited.connect(self._hear)
        self.discard.clicked.connect(self._drop)
        self.store.clicked.connect(self.save)
        self.save_key.triggered.connect(self.save)
        self.next_error.triggered.connect(self.summary.to_next)
        self.sheet.clicked.connect(self._print_sheet)
        self.sheet_file.clicked.connect(self._save_sheet)

    def _show(self, facts: tuple[SettingFacts, ...]) -> None:
        self.skeleton.stop()
        self._failed = None
        self._body.setCurrentIndex(0)
        self.form.show_facts(facts)
        self._count()

    def _fail(self, error: Exception) -> None:
        self.skeleton.stop()
        self._failed = error
        self._body.setCurrentWidget(self.problem)
        self.retranslate()

    def _hear(self) -> None:
        self._refused = None
        self._show_problems(told=bool(self.summary.faults()))
        self._count()

    def _drop(self) -> None:
        self.summary.show_faults(())
        self.form.drop()

    def _take_stored(self, changed: tuple[str, ...]) -> None:
        self._set_busy(False)
        self.form.accept()
        self._desk.messages.note(self.tr("%n setting(s) stored", "", len(changed)))
        self.reload()

    def _refuse(self, error: Exception) -> None:
        self._set_busy(False)
        self._refused = error
        self._show_problems()
        if isinstance(error, RuleBroken) and error.code == "record.changed":
            self.reload()

    def _show_problems(self, *, told: bool = True) -> bool:
        """Say what is wrong above and at each field; whether anything is."""
        sentences = self.form.check() if told else {}
        fields = self.form.fields
        self.summary.show_faults(
            [
                Fault(fields[name].editor.accessibleName(), words, fields[name].editor)
                for name, words in sentences.items()
            ]
        )
        error = self._refused
        self.banner.setVisible(error is not None)
        if error is not None:
            changed = isinstance(error, RuleBroken) and error.code == "record.changed"
            meanwhile = self.tr(
                "Somebody changed the settings meanwhile. What you typed is kept; "
                "fields that differ say what is set now. Store once more if yours is right."
            )
            self.banner.say(meanwhile if changed else errors.sentence(error))
        return bool(sentences)

    def _count(self) -> None:
        number = self.unsaved
        self.store.setEnabled(number > 0 and not self._busy)
        self.discard.setEnabled(number > 0 and not self._busy)
        words = self.tr("Storing…") if self._busy else self.tr("Store the settings")
        self.store.set_text(f"{words}  F12")
        denied = "" if self._may_change else who_can(Action.MANAGE_SETTINGS)
        self.store.setToolTip(denied)
        told = self.tr("%n change(s) not stored yet", "", number) if number else ""
        self._scope.setText(told if self._may_change else self.tr("to be read only"))
        self.unsaved_changed.emit(number)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._count()

    def _print_sheet(self) -> None:
        paper = self._sheet()
        if paper is not None:
            self.out.print(paper)

    def _save_sheet(self) -> None:
        paper = self._sheet()
        if paper is not None:
            self.out.save(paper)

    def _sheet(self) -> Paper | None:
        shift = self.form.shift()
        if shift is None:
            self._show_problems()
            self.summary.take_focus()
            return None
        data = calibration_sheet(*shift, self._desk.language.code, made_at=self._desk.now)
        return Paper(None, short_date(self._desk.today), None, self.tr("Calibration sheet"), data)
