"""What can be done in the main window: the words, the keys, and when it is usable."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence


def _keys(*keys: str) -> list[QKeySequence]:
    return [QKeySequence(key) for key in keys]


class Actions(QObject):
    """The actions of the main window, by name; buttons, keys and lists all stand for these."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.help = self._make("F1")
        self.search = self._make("F2")
        self.location = self._make("F3")
        self.refresh = self._make("F5")
        self.overview = self._make("Alt+1", checkable=True)
        self.chart = self._make("Alt+2", checkable=True)
        self.history = self._make("F6", "Alt+3", checkable=True)
        self.contract = self._make("Alt+4", checkable=True)
        self.texts = self._make("Alt+0", checkable=True)
        self.copy_number = self._make("Ctrl+Shift+C")
        self.language = self._make("Ctrl+Shift+L")
        self.new_password = self._make("")
        self.sign_out = self._make("Ctrl+Shift+Q")
        self.retranslate()

    def of_customer(self) -> tuple[QAction, ...]:
        """What needs an open customer; the rest is always usable."""
        return (
            self.overview,
            self.chart,
            self.history,
            self.contract,
            self.location,
            self.copy_number,
        )

    def sections(self) -> tuple[QAction, ...]:
        """The places one can be at, of which one is ticked."""
        return (self.overview, self.chart, self.history, self.contract, self.texts)

    def function_keys(self) -> dict[int, QAction]:
        """What the bar of function keys shows; the other places stay empty."""
        return {
            1: self.help,
            2: self.search,
            3: self.location,
            5: self.refresh,
            6: self.history,
        }

    def everything(self) -> list[QAction]:
        """Every action, in the order of the keys' list."""
        return [action for action in self.children() if isinstance(action, QAction)]

    def retranslate(self) -> None:
        """Set the words anew."""
        for action, text in self._words().items():
            action.setText(text)

    def _make(self, *keys: str, checkable: bool = False) -> QAction:
        action = QAction(self)
        action.setShortcuts(_keys(*(key for key in keys if key)))
        action.setCheckable(checkable)
        return action

    def _words(self) -> dict[QAction, str]:
        return {
            self.help: QCoreApplication.translate("Actions", "Keys"),
            self.search: QCoreApplication.translate("Actions", "Search"),
            self.location: QCoreApplication.translate("Actions", "Location"),
            self.refresh: QCoreApplication.translate("Actions", "Refresh"),
            self.overview: QCoreApplication.translate("Actions", "Overview"),
            self.chart: QCoreApplication.translate("Actions", "Usage && amount"),
            self.history: QCoreApplication.translate("Actions", "Billing history"),
            self.contract: QCoreApplication.translate("Actions", "Contract"),
            self.texts: QCoreApplication.translate("Actions", "Terms && privacy"),
            self.copy_number: QCoreApplication.translate("Actions", "Copy the portal number"),
            self.language: QCoreApplication.translate("Actions", "日本語 / English"),
            self.new_password: QCoreApplication.translate("Actions", "Change password"),
            self.sign_out: QCoreApplication.translate("Actions", "Sign out"),
        }
