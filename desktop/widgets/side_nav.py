"""The list of functions down the left side: a stable map of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop import assets, theme
from desktop.widgets.buttons import plain_text, with_key
from desktop.widgets.card import Rule
from desktop.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QKeyEvent

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SideNav(QFrame):
    """Sections of checkable actions; one stop for Tab, the arrows go up and down, Enter opens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nav")
        self._entries: list[NavEntry] = []
        self._entry_list = QWidget(self)
        self._entry_list.setObjectName("clear")
        self._column = QVBoxLayout(self._entry_list)
        self._column.setContentsMargins(0, 6, 0, 6)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._area = _Scroller(self)
        self._area.setWidget(self._entry_list)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.addWidget(self._area)
        self._fit()

    def add_section(self) -> Label:
        """Begin a section, under a heading to be given its text; from the second on, a line."""
        if self._entries:
            self._insert(Rule(self), gap=10)
        heading = Label("", "xs", self)
        heading.setContentsMargins(16, 0, 8, 4)
        self._insert(heading, gap=8)
        return heading

    def add_entry(self, action: QAction, icon: str) -> NavEntry:
        """Add a function; its text, key, tick and being usable are the action's."""
        entry = NavEntry(action, icon, self)
        self._entries.append(entry)
        self._insert(entry)
        action.changed.connect(self._move_tab_stop)
        self._move_tab_stop()
        return entry

    def entries(self) -> list[NavEntry]:
        """The functions from the top."""
        return list(self._entries)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        usable = [entry for entry in self._entries if entry.isEnabled()]
        here = next((n for n, entry in enumerate(usable) if entry.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
        elif 0 <= here + step < len(usable):
            usable[here + step].setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(usable[here + step])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        self.setFixedWidth(theme.of(self).px("nav"))

    def _insert(self, widget: QWidget, *, gap: int = 0) -> None:
        end = self._column.count() - 1
        if gap and end:
            self._column.insertSpacing(end, gap)
            end += 1
        self._column.insertWidget(end, widget)

    def _move_tab_stop(self) -> None:
        usable = [entry for entry in self._entries if entry.isEnabled()]
        here = next((entry for entry in usable if entry.isChecked()), None)
        if here is not None:
            self._area.ensureWidgetVisible(here, 0, here.height())
        stop = here or (usable[0] if usable else None)
        for entry in self._entries:
            tabbed = entry is stop
            entry.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if tabbed else Qt.FocusPolicy.ClickFocus
            )


class _Scroller(QScrollArea):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the arrows go from function to function: it would scroll by them


class NavEntry(QPushButton):
    """One function in the list, standing for its action."""

    def __init__(self, action: QAction, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self._icon = icon
        self.setCheckable(action.isCheckable())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._copy_action)
        self._draw_icon()
        self._copy_action()

    def nextCheckState(self) -> None:
        """Leave the tick to the action, which may decline."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _STEPS:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._draw_icon()
        super().changeEvent(event)

    def _draw_icon(self) -> None:
        look = theme.of(self)
        size = look.px("icon")
        self.setIconSize(QSize(size, size))
        picture = assets.icon(
            self._icon,
            look.colour("text2"),
            size=size,
            checked=look.colour("primary"),
            disabled=look.colour("disabled"),
        )
        self.setIcon(picture)

    def _copy_action(self) -> None:
        text = plain_text(self._action)
        # the gap between icon and word is Qt's own 4 px, too narrow for a list
        self.setText("\N{EN SPACE}" + text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setToolTip(with_key(self._action.toolTip() or text, self._action))
        self.setEnabled(self._action.isEnabled())
        self.setChecked(self._action.isChecked())
