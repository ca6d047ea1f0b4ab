"""The screen of announcements: what this customer is told, all that is announced, writing one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.errors import RuleBroken
from db.queries.announcements import CustomerAnnouncement, unread_count
from db.rules.permissions import Action, may
from desktop import errors
from desktop.permission_words import who_can
from desktop.screens.announcements.acts import of_all, of_customer, telling, withdrawing
from desktop.screens.announcements.listing import EVERYWHERE, HERE, AnnouncementList
from desktop.screens.announcements.reader import AnnouncementReader
from desktop.screens.announcements.writing import Step, Writing
from desktop.theme import Kind
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.skeleton import Skeleton
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from db.queries.announcements import AnnouncementLine
    from desktop.case import Case
    from desktop.desk import Desk
    from desktop.screens.announcements.listing import Row
    from desktop.tasks import Task


class AnnouncementsScreen(Translated, QWidget):
    """A list at the left, the text at the right; ``commit`` is what F12 does while ``step`` is."""

    unread_changed = Signal(int)  # how many the customer being served does not know
    told = Signal()  # an act was added to the contact
    closures_changed = Signal()  # the portal's closure may be another now
    step_changed = Signal(object)  # Step, or None while nothing is written

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case: Case | None = None
        self._error: Exception | None = None
        self._task: Task[Any] | None = None
        self._wanted: int | None = None  # to be stood on as soon as it is there
        self._last_step: Step | None = None
        self._may_write = may(desk.staff.role, Action.WRITE_ANNOUNCEMENT)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes to its parts alone
        self._title = Label("", "h1", self)
        self._draft = Label("", "sub", self)
        self.new = QAction(self)
        self.tell = QAction(self)
        self.new_button = Button("", ButtonKind.PRIMARY, "plus", self)
        self.list = AnnouncementList(desk, self.tell, self)
        self.reader = AnnouncementReader(desk, self.tell, self)
        self.writing = Writing(desk, self)
        self.problem = Placeholder("circle-x", self, colour="err")
        self.retry = Button("", ButtonKind.PRIMARY, "refresh", self)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def step(self) -> Step | None:
        """How far the writing is; None while the list shows and F12 does nothing here."""
        return self.writing.step if self._pages.currentWidget() is self._written else None

    @property
    def unsaved(self) -> bool:
        """Whether something is typed that is not stored; leaving the screen loses nothing."""
        return self.writing.unsaved

    def show_case(self, case: Case | None) -> None:
        """Whose announcements these are; of somebody else nothing stays."""
        before, self._case = self._case, case
        same = before and case and before.head.customer_id == case.head.customer_id
        if same:
            return
        self.list.offer_customer(offered=case is not None)
        self.list.show_customer(())
        self.unread_changed.emit(0)
        if case is not None:
            count = partial(unread_count, customer_id=case.head.customer_id, today=self._desk.today)
            self._desk.tasks.read(self, count, self.unread_changed.emit, self._count_nothing)
        if self.isVisible():
            self.reload()

    def show_unread(self) -> None:
        """Go to what the customer being served does not know yet."""
        self._show_list()
        self.list.offer_customer(offered=self._case is not None)
        self.reload()

    def show_announcement(self, announcement_id: int) -> None:
        """Go to one announcement among all."""
        self._show_list()
        self._wanted = announcement_id
        self.list.scope.choose(EVERYWHERE)
        self.reload()

    def reload(self) -> None:
        """Fetch the announcements anew; the one stood on stays, and so does what is typed."""
        if self._task is not None:
            self._task.drop()
        self.skeleton.start(self.tr("Fetching the announcements…"))
        read = self._desk.tasks.read
        if self.list.scope.current() == HERE and self._case is not None:
            work = of_customer(self._desk, self._case)
            self._task = read(self, work, self._show_customer, self._fail)
        else:
            self._task = read(self, of_all(self._desk), self._show_all, self._fail)

    def proceed(self) -> None:
        """F12: on with what is being written; on the list it does nothing."""
        if self.step is not None:
            self.writing.proceed()

    def keep_state(self) -> None:
        """Remember how the columns are arranged."""
        self.list.keep_state()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Announcements"))
        self._title.setText(self.tr("Announcements"))
        self.tell.setText(self.tr("Told the customer"))
        self.retry.set_text(self.tr("Try again"))
        unsaved = self.unsaved
        self.new.setText(self.tr("Go on writing") if unsaved else self.tr("New announcement"))
        self._draft.setText(self.tr("One is written but not stored yet.") if unsaved else "")
        denied = "" if self._may_write else who_can(Action.WRITE_ANNOUNCEMENT)
        self.new_button.setToolTip(denied)
        if self._error is not None:
            self.problem.say(
                self.tr("The announcements cannot be shown"), errors.sentence(self._error)
            )

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.step is not None:
            self.writing.take_focus()
        elif self._body.currentWidget() is self.problem:
            self.retry.setFocus()
        else:
            self.list.take_focus()

    def _build(self) -> None:
        both = row(self.list, self.reader, gap=12)
        both.setStretch(0, 2)
        both.setStretch(1, 1)
        self.problem.add_button(self.retry)
        self._body = QStackedWidget(self)
        for part in (clear_box(both), self.problem):
            self._body.addWidget(part)
        self.skeleton = Skeleton(self._body)
        head = row(self._title, STRETCH, self._draft, self.new_button, gap=10)
        listed = column(head, self._body, gap=10)
        listed.setStretch(1, 1)
        self._listed, self._written = clear_box(listed), self.writing
        self._pages = QStackedWidget(self)
        for page in (self._listed, self._written):
            self._pages.addWidget(page)
        self.new.setShortcut(QKeySequence("Ins"))
        self.new.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.new.setEnabled(self._may_write)
        self.addAction(self.new)
        self.new_button.follow(self.new, shows_key=True)
        self.setLayout(column(self._pages, margins=(20, 12, 20, 12)))

    def _connect(self) -> None:
        self.new.triggered.connect(self._write)
        self.tell.triggered.connect(self._tell)
        self.retry.clicked.connect(self.reload)
        self.list.scope_changed.connect(self.reload)
        self.list.selection_changed.connect(self._stand_on)
        self.list.chosen.connect(self._choose)
        self.reader.change_wanted.connect(self._change)
        self.reader.withdraw_wanted.connect(self._withdraw)
        self.writing.left.connect(self._show_list)
        self.writing.stored.connect(self._take_stored)
        self.writing.step_changed.connect(self._tell_step)

    def _show_customer(self, rows: tuple[CustomerAnnouncement, ...]) -> None:
        self._come()
        self.list.show_customer(rows)
        self.unread_changed.emit(sum(1 for told in rows if told.unread))

    def _show_all(self, rows: tuple[AnnouncementLine, ...]) -> None:
        self._come()
        self.list.show_all(rows)
        if self._wanted is not None:
            self.list.stand_on(self._wanted)
            self._wanted = None

    def _come(self) -> None:
        self.skeleton.stop()
        self._error = self._task = None
        self._body.setCurrentIndex(0)

    def _fail(self, error: Exception) -> None:
        self.skeleton.stop()
        self._error, self._task = error, None
        self._body.setCurrentWidget(self.problem)
        self.retranslate()

    def _count_nothing(self, _error: Exception) -> None:
        # whoever opened the customer is told already that the database is away
        self.unread_changed.emit(0)

    def _stand_on(self, each: Row | None) -> None:
        unread = isinstance(each, CustomerAnnouncement) and each.unread
        placed = isinstance(each, CustomerAnnouncement) and each.contract_id is not None
        allowed = may(self._desk.staff.role, Action.RECORD_CONTACT)
        self.tell.setEnabled(unread and placed and allowed and self._case is not None)
        self.reader.told.setToolTip("" if allowed else who_can(Action.RECORD_CONTACT))
        self.reader.show_row(each)

    def _choose(self, each: Row) -> None:
        if isinstance(each, CustomerAnnouncement):
            self.reader.text.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.reader.change.isEnabled():
            self._change()

    def _tell(self) -> None:
        each, case = self.list.selected(), self._case
        if case is None or not isinstance(each, CustomerAnnouncement) or each.contract_id is None:
            return
        self.tell.setEnabled(False)
        work = telling(self._desk, each, each.contract_id, case.contact.contact_id)
        self._desk.tasks.write(self, work, self._take_told, self._tell_failure)

    def _take_told(self, noted: bool) -> None:
        already = self.tr("The customer knows of it already")
        self._desk.messages.note(self.tr("Noted that you told them") if noted else already)
        self.told.emit()
        self.reload()

    def _write(self) -> None:
        if self._may_write:
            if not self.unsaved:
                self.writing.begin(None)
            self._show_writing()

    def _change(self) -> None:
        each = self.list.selected()
        if self.unsaved:
            first = self.tr("Store or discard this one first; then change the other.")
            self._desk.messages.note(first)
        elif each is not None:
            self.writing.begin(each.facts)
        self._show_writing()

    def _withdraw(self, reason: str) -> None:
        each = self.list.selected()
        if each is not None:
            self.reader.set_busy()
            work = withdrawing(self._desk, each.facts, reason)
            self._desk.tasks.write(self, work, self._take_withdrawn, self._tell_failure)

    def _take_withdrawn(self, _outcome: object) -> None:
        self._desk.messages.note(self.tr("Withdrawn: customers find it no more"))
        self.closures_changed.emit()
        self.reload()

    def _take_stored(self, announcement_id: int) -> None:
        self._desk.messages.note(self.tr("The announcement is stored"))
        self.closures_changed.emit()
        self.show_announcement(announcement_id)

    def _tell_failure(self, error: Exception) -> None:
        self._stand_on(self.list.selected())
        if isinstance(error, RuleBroken) and error.facts.get("field") == "announcement.reason":
            self.reader.show_reason_error(errors.sentence(error))
            return
        self._desk.messages.tell(Kind.ERR, errors.sentence(error))
        self.reload()

    def _show_writing(self) -> None:
        self._pages.setCurrentWidget(self._written)
        self.writing.take_focus()
        self._tell_step()

    def _show_list(self) -> None:
        self._pages.setCurrentWidget(self._listed)
        self.retranslate()
        self.list.take_focus()
        self._tell_step()

    def _tell_step(self) -> None:
        if self.step is not self._last_step:
            self._last_step = self.step
            self.step_changed.emit(self.step)
