"""The screen of accounts: who may sign in, where, as what; made, changed, unlocked, disabled."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from db.commands.staff import Issued
from db.rules.csv_safety import csv_cell
from db.rules.permissions import Action, may
from db.rules.search_text import fold_text
from desktop import errors
from desktop.permission_words import who_can
from desktop.screens.staff_accounts.account_card import AccountCard, Act
from desktop.screens.staff_accounts.acts import doing, found, storing
from desktop.screens.staff_accounts.columns import has_left, is_locked, staff_columns
from desktop.screens.staff_accounts.form import AccountForm
from desktop.screens.staff_accounts.one_time_password import OneTimePassword
from desktop.theme import Kind
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.record_table import RecordTable
from desktop.widgets.segments import Segments
from desktop.widgets.skeleton import Skeleton
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from db.commands.staff import NewStaff, StaffChanges
    from db.queries.staff_accounts import OfficeLine, StaffLine
    from desktop.desk import Desk
    from desktop.screens.staff_accounts.acts import Found

_STATE = "staff_accounts/columns"
_CHOICES = 4


class StaffAccounts(Translated, QWidget):
    """The list at the left, the account stood on at the right; supervisors see their office."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._may_see = may(desk.staff.role, Action.UNLOCK_OFFICE_STAFF)
        self._may_manage = may(desk.staff.role, Action.MANAGE_STAFF)
        self._error: Exception | None = None
        self._offices: tuple[OfficeLine, ...] = ()
        self._form: AccountForm | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes to its parts alone
        self._title = Label("", "h1", self)
        self._scope = Label("", "sub", self)
        self.new = QAction(self)
        self.new_button = Button("", ButtonKind.PRIMARY, "plus", self)
        self.find_action = QAction(self)
        self.sought = QLineEdit(self)
        self.filter = Segments("", _CHOICES, self)
        self.table: RecordTable[StaffLine] = RecordTable(
            staff_columns(desk.language, desk.clock),
            self,
            name=self._table_name,
            identity=_staff_id,
            harmless=csv_cell,
        )
        self.table.arrange(desk.memory.state(_STATE))
        self.card = AccountCard(desk, self)
        self.nothing = Placeholder("users", self)
        self.problem = Placeholder("circle-x", self, colour="err")
        self.refusal = Placeholder("lock", self)
        self._build()
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Fetch the accounts anew; the one stood on stays."""
        if self._may_see:
            self.skeleton.start(self.tr("Fetching the accounts…"))
            mine = None if self._may_manage else self._desk.staff.id
            work = partial(found, colleagues_of=mine)
            self._desk.tasks.read(self, work, self._show, self._fail)

    def keep_state(self) -> None:
        """Remember how the columns are arranged."""
        self._desk.memory.keep_state(_STATE, self.table.arrangement())

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Staff accounts"))
        self._title.setText(self.tr("Staff accounts"))
        self._scope.setText("" if self._may_manage else self.tr("of your own office"))
        self.new.setText(self.tr("New account"))
        self.new_button.setToolTip("" if self._may_manage else who_can(Action.MANAGE_STAFF))
        self.find_action.setText(self.tr("Filter the accounts"))
        self.sought.setPlaceholderText(self.tr("ID or name  Ctrl+F"))
        self.sought.setAccessibleName(self.tr("Filter the accounts"))
        self.filter.set_name(self.tr("Accounts shown"))
        self.nothing.say(
            self.tr("No account is like that"), self.tr("The filter hides the others.")
        )
        self.refusal.say(
            self.tr("Your role does not see to accounts"), who_can(Action.UNLOCK_OFFICE_STAFF)
        )
        self._count()
        if self._error is not None:
            self._fail(self._error)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        tools = row(self.sought, self.filter, STRETCH, margins=(16, 9, 16, 8))
        tools.setStretch(0, 1)
        listed = column(gap=0, margins=(1, 1, 1, 1))
        listed.addLayout(tools)
        listed.addWidget(self.table, 1)
        listed.addWidget(self.nothing, 1)
        whole = row(Card(listed, self), self.card, gap=12)
        whole.setStretch(0, 1)
        self._body = QStackedWidget(self)
        for part in (clear_box(whole), self.problem, self.refusal):
            self._body.addWidget(part)
        self._body.setCurrentIndex(0 if self._may_see else 2)
        self.skeleton = Skeleton(self._body)
        self.new.setShortcut(QKeySequence("Ins"))
        self.find_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Find))
        for action in (self.new, self.find_action):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)
        self.new.setEnabled(self._may_manage)
        self.new_button.follow(self.new, shows_key=True)
        self.new_button.setVisible(self._may_see)
        head = row(self._title, self._scope, STRETCH, self.new_button, gap=10)
        page = column(head, self._body, gap=10, margins=(20, 12, 20, 12))
        page.setStretch(1, 1)
        self.setLayout(page)
        self.nothing.hide()

    def _connect(self) -> None:
        self.new.triggered.connect(self._make)
        self.find_action.triggered.connect(self.sought.setFocus)
        self.sought.textChanged.connect(self._narrow)
        self.sought.returnPressed.connect(self.table.setFocus)
        self.filter.chosen.connect(self._narrow)
        self.table.selection_changed.connect(self.card.show_account)
        self.table.chosen.connect(self._change)
        self.table.copied.connect(self._say_copied)
        self.card.wanted.connect(self._do)

    def _table_name(self) -> str:
        return self.tr("Staff accounts")

    def _say_copied(self) -> None:
        self._desk.messages.note(self.tr("Copied the row"))

    def _show(self, outcome: Found) -> None:
        self.skeleton.stop()
        self._error = None
        lines, self._offices = outcome
        self._body.setCurrentIndex(0)
        self.table.show_rows(lines)
        self._narrow()
        self.card.show_account(self.table.selected())
        if self._form is not None and self._form.line is not None:
            same = [each for each in lines if each.staff_id == self._form.line.staff_id]
            if same and same[0].version != self._form.line.version:
                self._form.show_present(same[0])

    def _fail(self, error: Exception) -> None:
        self.skeleton.stop()
        self._error = error
        self.problem.say(self.tr("The accounts cannot be shown"), errors.sentence(error))
        self._body.setCurrentWidget(self.problem)

    def _narrow(self) -> None:
        self._count()
        self.table.show_only(self._is_wanted)
        empty = self.table.records.rowCount() == 0
        self.table.setVisible(not empty)
        self.nothing.setVisible(empty)
        if self.table.selected() is None:
            self.table.select(0)

    def _count(self) -> None:
        words = (self.tr("All"), self.tr("Active"), self.tr("Locked"), self.tr("Disabled"))
        counts = [
            self.table.records.count(partial(self._is_sort, number)) for number in range(_CHOICES)
        ]
        self.filter.set_labels(words, counts)

    def _is_wanted(self, line: StaffLine) -> bool:
        sought = fold_text(self.sought.text())
        names = (line.login_id, line.name, line.name_latin)
        found = any(sought in fold_text(name) for name in names)
        return found and self._is_sort(self.filter.current(), line)

    def _is_sort(self, number: int, line: StaffLine) -> bool:
        left = has_left(line, self._desk.today)
        locked = not left and is_locked(line, self._desk.now)
        return (True, not left, locked, left)[number]

    def _make(self) -> None:
        self._open_form(None)

    def _change(self) -> None:
        line = self.table.selected()
        if line is not None and not self.card.why_not(Act.CHANGE):
            self._open_form(line)

    def _open_form(self, line: StaffLine | None) -> None:
        form = AccountForm(self._desk, self._offices, line, self)
        form.wanted.connect(self._store)
        form.comparing.connect(self.reload)
        form.finished.connect(self._forget_form)
        self._form = form
        form.open()

    def _forget_form(self) -> None:
        self._form = None
        self.table.setFocus()

    def _store(self, typed: NewStaff | StaffChanges) -> None:
        work = storing(self._desk, typed, self._form.line if self._form else None)
        self._desk.tasks.write(self, work, self._take_outcome, self._refuse)

    def _refuse(self, error: Exception) -> None:
        if self._form is not None:
            self._form.refuse(error)

    def _do(self, act: Act) -> None:
        line = self.table.selected()
        if act is Act.CHANGE:
            self._change()
        elif line is not None:
            self.card.set_busy()
            work = doing(self._desk, act, line)
            self._desk.tasks.write(self, work, self._take_outcome, self._tell_failure)

    def _take_outcome(self, outcome: object) -> None:
        if self._form is not None:
            self._form.stored()
        if isinstance(outcome, Issued):
            OneTimePassword(outcome, self).open()
        else:
            self._desk.messages.note(self.tr("The account was changed."))
        self.reload()

    def _tell_failure(self, error: Exception) -> None:
        self._desk.messages.tell(Kind.ERR, errors.sentence(error))
        self.reload()


def _staff_id(line: StaffLine) -> object:
    return line.staff_id
