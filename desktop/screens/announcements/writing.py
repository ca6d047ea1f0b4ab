"""Writing an announcement: the form, then the page to read it once more, then it is stored."""

from __future__ import annotations

from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from db.errors import RuleBroken
from db.queries.announcements import announcement
from desktop import errors
from desktop.screens.announcements.acts import reaching, storing
from desktop.screens.announcements.check import CheckPage
from desktop.screens.announcements.form import AnnouncementForm
from desktop.theme import Kind
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.error_summary import ErrorSummary, Fault
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from db.queries.announcement_reach import Reached
    from db.queries.announcements import AnnouncementFacts
    from desktop.desk import Desk


class Step(Enum):
    """How far the writing is."""

    INPUT = auto()
    CHECK = auto()


class Writing(Translated, QWidget):
    """One announcement at a time; left and come back to, it is as it was."""

    left = Signal()  # back to the list; what is typed stays
    stored = Signal(object)  # the id of the new or changed one
    step_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._desk = desk
        self._key = desk.new_key()
        self._busy = False
        self._tried = False
        self._refused: Exception | None = None
        self._title = Label("", "h1", self)
        self.back = Button("", ButtonKind.PLAIN, parent=self)
        self.discard = Button("", ButtonKind.DANGER, parent=self)
        self.go = Button("", ButtonKind.PRIMARY, "check", self)
        self.banner = Banner(Kind.ERR, "", self)
        self.fixed = Banner(Kind.INFO, "", self)
        self.summary = ErrorSummary(self)
        self.form = AnnouncementForm(desk, self)
        self.check = CheckPage(self)
        self.escape = QAction(self)
        self.next_error = QAction(self)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def step(self) -> Step:
        """Whether it is typed or read once more."""
        return Step.CHECK if self._pages.currentWidget() is self.check else Step.INPUT

    @property
    def unsaved(self) -> bool:
        """Whether something is typed that is not stored."""
        return self.form.changed

    def begin(self, facts: AnnouncementFacts | None) -> None:
        """Write a new announcement, or change one."""
        self._key = self._desk.new_key()
        self._tried, self._refused = False, None
        self.form.begin(facts)
        self.summary.show_faults(())
        self._go_to(Step.INPUT)

    def proceed(self) -> None:
        """F12: from the form to the page to be read, from there into the database."""
        if self._busy:
            return
        self._refused = None
        if self.step is Step.CHECK:
            self._store()
            return
        self._tried = True
        if self._show_problems():
            self.summary.take_focus()
            return
        self._set_busy(True)
        work = reaching(self._desk, self.form.wording())
        self._desk.tasks.read(self, work, self._show_check, self._refuse)

    def take_focus(self) -> None:
        """Let the keyboard work where the writing is."""
        place = self.go if self.step is Step.CHECK else self.form.first_field()
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        new = self.form.kept is None
        self._title.setText(self.tr("New announcement") if new else self.tr("Change announcement"))
        checking = self.step is Step.CHECK
        back = self.tr("Back to the form") if checking else self.tr("Back to the list")
        self.back.set_text(back + "  Esc")
        self.discard.set_text(self.tr("Discard"))
        go = self.tr("Store") if checking else self.tr("Check")
        self.go.set_text(go + "  F12")
        self.escape.setText(back)
        self.next_error.setText(self.tr("Next error"))
        self.fixed.say(self.tr("Customers have read this already: only its end can be changed."))
        self.fixed.setVisible(self.form.only_end)
        self.discard.setVisible(not checking)
        if self._tried:
            self._show_problems()
        self._say_refused()

    def _build(self) -> None:
        room = QScrollArea(self)
        room.setWidgetResizable(True)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room.setWidget(self.form)
        self._pages = QStackedWidget(self)
        for part in (room, self.check):
            self._pages.addWidget(part)
        self.escape.setShortcut(QKeySequence("Esc"))
        self.next_error.setShortcut(QKeySequence("Ctrl+E"))
        for action in (self.escape, self.next_error):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)
        head = row(self._title, STRETCH, self.discard, self.back, self.go, gap=10)
        page = column(head, self.banner, self.fixed, self.summary, self._pages, gap=8)
        page.setStretch(4, 1)
        self.setLayout(page)

    def _connect(self) -> None:
        self.form.edited.connect(self._hear)
        self.go.clicked.connect(self.proceed)
        self.back.clicked.connect(self._go_back)
        self.escape.triggered.connect(self._go_back)
        self.discard.clicked.connect(self._drop)
        self.next_error.triggered.connect(self.summary.to_next)

    def _go_to(self, step: Step) -> None:
        self._pages.setCurrentIndex(0 if step is Step.INPUT else 1)
        self.retranslate()
        self.take_focus()
        self.step_changed.emit()

    def _go_back(self) -> None:
        if self._busy:
            return
        if self.step is Step.CHECK:
            self._go_to(Step.INPUT)
        else:
            self.left.emit()

    def _drop(self) -> None:
        self.begin(None)
        self.left.emit()

    def _hear(self) -> None:
        self._refused = None
        if self._tried:
            self._show_problems()
        self._say_refused()

    def _show_problems(self) -> bool:
        found = {
            key: problem if isinstance(problem, str) else errors.sentence(problem)
            for key, problem in self.form.problems().items()
        }
        found |= self._refusal_at_field()
        self.form.show_problems(found)
        fields = self.form.fields
        self.summary.show_faults(
            [
                Fault(fields[key].editor.accessibleName(), words, fields[key].editor)
                for key, words in found.items()
            ]
        )
        return bool(found)

    def _refusal_at_field(self) -> dict[str, str]:
        error = self._refused
        field = error.facts.get("field") if isinstance(error, RuleBroken) else None
        if error is None or not isinstance(field, str) or field not in self.form.fields:
            return {}
        return {field: errors.sentence(error)}

    def _say_refused(self) -> None:
        error = self._refused
        told = error is not None and not self._refusal_at_field()
        self.banner.setVisible(told)
        if error is None or not told:
            return
        changed = isinstance(error, RuleBroken) and error.code == "record.changed"
        meanwhile = self.tr(
            "Somebody changed this meanwhile. What you typed is kept; fields that differ say "
            "what is stored now. Check and store once more if yours is right."
        )
        self.banner.say(meanwhile if changed else errors.sentence(error))

    def _show_check(self, reached: Reached) -> None:
        self._set_busy(False)
        self.check.show_wording(self.form.wording(), reached)
        self._go_to(Step.CHECK)

    def _store(self) -> None:
        self._set_busy(True)
        work = storing(self._desk, self.form.wording(), self.form.kept, self._key)
        self._desk.tasks.write(self, work, self._take_stored, self._refuse)

    def _take_stored(self, outcome: object) -> None:
        self._set_busy(False)
        kept = self.form.kept
        self.begin(None)
        self.stored.emit(kept.announcement_id if kept else outcome)

    def _refuse(self, error: Exception) -> None:
        self._set_busy(False)
        self._refused = error
        self._go_to(Step.INPUT)
        if self._show_problems():
            self.summary.take_focus()
        kept = self.form.kept
        if kept is not None and isinstance(error, RuleBroken) and error.code == "record.changed":
            work = partial(
                announcement, announcement_id=kept.announcement_id, today=self._desk.today
            )
            self._desk.tasks.read(self, work, self._take_present)

    def _take_present(self, facts: AnnouncementFacts) -> None:
        self.form.take_present(facts)
        self.retranslate()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.go.setEnabled(not busy)
