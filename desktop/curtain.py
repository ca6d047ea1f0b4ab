"""A curtain before the work: nothing of it can be read or reached, and all of it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow


@dataclass(frozen=True, slots=True)
class _Hidden:
    window: QWidget
    modality: Qt.WindowModality


class Curtain(QObject):
    """Covers a main window with one widget, and hides every other window of the program."""

    def __init__(self, window: QMainWindow, cover: QWidget) -> None:
        super().__init__(cover)
        self._window = window
        self._cover = cover
        self._title = ""
        self._titled = ""
        self._focus: QWidget | None = None
        self._behind: list[QWidget] = []
        self._hidden: list[_Hidden] = []
        self.is_drawn = False

    def draw(self, title: str) -> None:
        """Hide the work; the window is called ``title`` until the curtain is lifted."""
        self._focus = QApplication.focusWidget()
        self.is_drawn = True
        self._title, self._titled = title, self._window.windowTitle()
        self._window.setWindowTitle(title)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._hide_all()
        self._fit()
        self._cover.show()
        self._cover.raise_()

    def rename(self, title: str) -> None:
        """Call the covered window something else, such as in the other language."""
        self._title = title
        self._window.setWindowTitle(title)

    def lift(self) -> None:
        """Show the work as it was, the cursor where it stood."""
        self.is_drawn = False
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._cover.hide()
        self._window.setWindowTitle(self._titled)
        self._show_all()
        focus, self._focus = self._focus, None
        if focus is not None and isValid(focus):
            focus.window().activateWindow()
            focus.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride:
            # taken as typed text, no key reaches an action of the window behind
            event.accept()
            return True
        if kind == QEvent.Type.Show and isinstance(watched, QWidget):
            if watched.isWindow() or watched.parent() is self._window:
                QTimer.singleShot(0, self, self._hide_all)
        elif watched is self._window:
            self._follow(kind)
        return False

    def _follow(self, kind: QEvent.Type) -> None:
        if kind == QEvent.Type.Resize:
            self._fit()
        elif kind == QEvent.Type.WindowTitleChange and self._window.windowTitle() != self._title:
            self._titled = self._window.windowTitle()
            self._window.setWindowTitle(self._title)

    def _fit(self) -> None:
        self._cover.setGeometry(self._window.rect())

    def _hide_all(self) -> None:
        if not self.is_drawn:
            return
        QToolTip.hideText()
        for window in QApplication.topLevelWidgets():
            if window is not self._window and window.isVisible():
                self._hide_window(window)
        for part in self._window.children():
            if isinstance(part, QWidget) and part.isVisible() and part is not self._cover:
                self._behind.append(part)
                part.hide()

    def _hide_window(self, window: QWidget) -> None:
        if window.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip):
            window.close()
            return
        self._hidden.append(_Hidden(window, window.windowModality()))
        window.hide()

    def _show_all(self) -> None:
        for part in self._behind:
            if isValid(part):
                part.show()
        for other in self._hidden:
            if isValid(other.window):
                other.window.setWindowModality(other.modality)
                other.window.show()
        self._behind, self._hidden = [], []
