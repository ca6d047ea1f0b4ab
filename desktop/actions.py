"""What can be done in the main window: the words, the keys, and when it is usable."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence


def _keys(*keys: str) -> list[QKeySequence]:
    return [QKeySequence(key) for key in keys]


class Commit(Enum):
    """What F12 does where the clerk is."""

    FINISH = auto()
    ACCEPT = auto()
    CHECK = auto()
    CARRY_OUT = auto()
    STORE = auto()
    RUN = auto()


class Actions(QObject):
    """The actions of the main window, by name; buttons, keys and lists all stand for these."""

    _commits = Commit.FINISH

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.help = self._make("F1")
        self.search = self._make("F2")
        self.location = self._make("F3")
        self.check = self._make("F4")
        self.refresh = self._make("F5")
        self.overview = self._make("Alt+1", checkable=True)
        self.chart = self._make("Alt+2", checkable=True)
        self.history = self._make("F6", "Alt+3", checkable=True)
        self.documents = self._make("F7", "Alt+4", checkable=True)
        self.member = self._make("F8", "Alt+5", checkable=True)
        self.add_location = self._make("Alt+6", checkable=True)
        self.withdraw = self._make("Alt+7", checkable=True)
        self.contacts = self._make("Alt+8", checkable=True)
        self.contract = self._make("Alt+9", checkable=True)
        self.holds = self._make("Alt+H", checkable=True)
        self.print = self._make("F10", "Ctrl+P")
        self.print.setAutoRepeat(False)  # a key held down must not print twice
        self.park = self._make("F11")
        self.commit = self._make("F12")
        self.wrong_opening = self._make("Ctrl+Backspace")
        self.memo = self._make("Ctrl+M")
        self.snippets = self._make("Ctrl+T")
        self.general = self._make("Ctrl+N")
        self.texts = self._make("Alt+0", checkable=True)
        self.announcements = self._make("Alt+N", checkable=True)
        self.pending = self._make("", checkable=True)
        self.audit = self._make("", checkable=True)
        self.staff = self._make("", checkable=True)
        self.batches = self._make("", checkable=True)
        self.daily_sheet = self._make("", checkable=True)
        self.data = self._make("", checkable=True)
        self.settings = self._make("", checkable=True)
        self.copy_number = self._make("Ctrl+Shift+C")
        self.language = self._make("Ctrl+Shift+L")
        self.lock = self._make("Ctrl+L")
        self.new_password = self._make("")
        self.sign_out = self._make("Ctrl+Shift+Q")
        self.retranslate()

    def of_customer(self) -> tuple[QAction, ...]:
        """What needs an open customer; the rest is always usable."""
        return (
            *self.customer_places(),
            self.location,
            self.check,
            self.print,
            self.wrong_opening,
            self.memo,
            self.snippets,
            self.copy_number,
        )

    def customer_places(self) -> tuple[QAction, ...]:
        """The places at which one customer is looked at or served, in the portal's order."""
        return (
            self.overview,
            self.chart,
            self.history,
            self.documents,
            self.member,
            self.add_location,
            self.withdraw,
            self.contacts,
            self.contract,
            self.holds,
        )

    def common_places(self) -> tuple[QAction, ...]:
        """The places that need no customer."""
        return (
            self.announcements,
            self.texts,
            self.pending,
            self.batches,
            self.daily_sheet,
            self.audit,
            self.staff,
            self.data,
            self.settings,
        )

    def sections(self) -> tuple[QAction, ...]:
        """The places one can be at, of which one is ticked."""
        return (*self.customer_places(), *self.common_places())

    def function_keys(self) -> dict[int, QAction]:
        """What the bar of function keys shows; the other places stay empty."""
        return {
            1: self.help,
            2: self.search,
            3: self.location,
            4: self.check,
            5: self.refresh,
            6: self.history,
            7: self.documents,
            8: self.member,
            10: self.print,
            11: self.park,
            12: self.commit,
        }

    def everything(self) -> list[QAction]:
        """Every action, in the order of the keys' list."""
        return [action for action in self.children() if isinstance(action, QAction)]

    def name_commit(self, commits: Commit) -> None:
        """Say what F12 does now."""
        self._commits = commits
        self.commit.setText(self._commit_words())

    def retranslate(self) -> None:
        """Set the words anew."""
        for action, text in (self._work_words() | self._place_words()).items():
            action.setText(text)

    def _make(self, *keys: str, checkable: bool = False) -> QAction:
        action = QAction(self)
        action.setShortcuts(_keys(*(key for key in keys if key)))
        action.setCheckable(checkable)
        return action

    def _commit_words(self) -> str:
        return {
            Commit.FINISH: QCoreApplication.translate("Actions", "Finish"),
            Commit.ACCEPT: QCoreApplication.translate("Actions", "Accept"),
            Commit.CHECK: QCoreApplication.translate("Actions", "Check"),
            Commit.CARRY_OUT: QCoreApplication.translate("Actions", "Carry out"),
            Commit.STORE: QCoreApplication.translate("Actions", "Store"),
            Commit.RUN: QCoreApplication.translate("Actions", "Run"),
        }[self._commits]

    def _work_words(self) -> dict[QAction, str]:
        return {
            self.help: QCoreApplication.translate("Actions", "Keys"),
            self.search: QCoreApplication.translate("Actions", "Search"),
            self.location: QCoreApplication.translate("Actions", "Location"),
            self.check: QCoreApplication.translate("Actions", "Identity"),
            self.refresh: QCoreApplication.translate("Actions", "Refresh"),
            self.print: QCoreApplication.translate("Actions", "Print"),
            self.park: QCoreApplication.translate("Actions", "Park"),
            self.commit: self._commit_words(),
            self.wrong_opening: QCoreApplication.translate("Actions", "Wrong customer"),
            self.memo: QCoreApplication.translate("Actions", "Memo"),
            self.snippets: QCoreApplication.translate("Actions", "Phrases"),
            self.general: QCoreApplication.translate("Actions", "Contact without a customer"),
            self.copy_number: QCoreApplication.translate("Actions", "Copy the portal number"),
            self.language: QCoreApplication.translate("Actions", "日本語 / English"),
            self.lock: QCoreApplication.translate("Actions", "Lock the screen"),
            self.new_password: QCoreApplication.translate("Actions", "Change password"),
            self.sign_out: QCoreApplication.translate("Actions", "Sign out"),
        }

    def _place_words(self) -> dict[QAction, str]:
        return {
            self.overview: QCoreApplication.translate("Actions", "Overview"),
            self.chart: QCoreApplication.translate("Actions", "Usage && amount"),
            self.history: QCoreApplication.translate("Actions", "Billing history"),
            self.documents: QCoreApplication.translate("Actions", "Documents"),
            self.contract: QCoreApplication.translate("Actions", "Contract"),
            self.member: QCoreApplication.translate("Actions", "Membership"),
            self.add_location: QCoreApplication.translate("Actions", "Add a location"),
            self.withdraw: QCoreApplication.translate("Actions", "Withdrawal"),
            self.contacts: QCoreApplication.translate("Actions", "Contacts"),
            self.holds: QCoreApplication.translate("Actions", "Holds"),
            self.pending: QCoreApplication.translate("Actions", "Registrations"),
            self.announcements: QCoreApplication.translate("Actions", "Announcements"),
            self.texts: QCoreApplication.translate("Actions", "FAQ && terms"),
            self.batches: QCoreApplication.translate("Actions", "Batches"),
            self.daily_sheet: QCoreApplication.translate("Actions", "Daily sheet"),
            self.data: QCoreApplication.translate("Actions", "Data exchange"),
            self.settings: QCoreApplication.translate("Actions", "Settings"),
            self.audit: QCoreApplication.translate("Actions", "Audit log"),
            self.staff: QCoreApplication.translate("Actions", "Staff accounts"),
        }
