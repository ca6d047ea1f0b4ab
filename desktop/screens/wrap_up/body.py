"""What stands in the panel and where: it folds in a low window and opens in a wide one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop import theme
from desktop.contact_parts.entries import Entries
from desktop.contact_parts.running_time import RunningTime
from desktop.screens.wrap_up.acts import ActsList
from desktop.screens.wrap_up.earlier import EarlierContacts
from desktop.screens.wrap_up.identity_part import IdentityPart
from desktop.theme import Kind
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Rule
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from desktop.desk import Desk

_SIDE = 15
_MEMO, _MEMO_LOW = 66, 50
_ACTS, _ACTS_LOW, _ACTS_WIDE = 3, 1, 8
_GAP, _GAP_LOW = 8, 6


class PanelBody(Translated, QWidget):
    """Heading, the parts of the contact, and below them what ends it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self.title = Label("", "h2", self)
        self.time = RunningTime(desk.clock, self)
        self.wrong = Button("", ButtonKind.ICON, "x", self)
        self.trouble = Banner(Kind.WARN, "", self)
        self.entries = Entries(desk, self)
        self.identity = IdentityPart(desk, self)
        self.acts = ActsList(self)
        self.earlier = EarlierContacts(self)
        self.finish = Button("", ButtonKind.PRIMARY, parent=self)
        self._wide = False
        self._build()
        self.identity.opened.connect(self._fold)
        self.retranslate()

    def show_wide(self, *, wide: bool) -> None:
        """Show earlier contacts too, where the window has room for them."""
        self._wide = wide
        self._fold()

    def reveal(self, part: QWidget) -> None:
        """Scroll to a part."""
        self._scroll.ensureWidgetVisible(part, 0, 8)

    def retranslate(self) -> None:
        self.title.setText(self.tr("This contact"))
        self.wrong.set_text(self.tr("Opened by mistake: close without a record of a contact"))
        self.finish.set_text(self.tr("Record and finish  F12"))
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._fold()
        super().changeEvent(event)

    def _build(self) -> None:
        self.trouble.hide()
        heading = row(self.title, STRETCH, self.time, self.wrong, margins=(_SIDE, 0, 8, 0))
        entries = self.entries
        self._about = clear_box(column(Rule(self), entries.topic, entries.transfer, gap=7), self)
        self._work = work = column(
            self.trouble, entries.channel, self.identity, self._about, entries.memo,
            self.acts, self.earlier, gap=8, margins=(_SIDE, 0, _SIDE, 8),
        )  # fmt: skip
        # free height goes to the memo, and below everything where it is hidden; the memo
        # asks for none, or the rest would have to scroll
        narrow = entries.memo.edit.sizePolicy().horizontalPolicy()
        entries.memo.edit.setSizePolicy(narrow, QSizePolicy.Policy.Ignored)
        work.setStretchFactor(entries.memo, 100)
        work.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(clear_box(work))
        foot = column(
            Rule(self), entries.follow_up, self.finish, gap=6, margins=(_SIDE, 0, _SIDE, 10)
        )
        self._foot = clear_box(foot, self)
        self._whole: QVBoxLayout = column(heading, self._scroll, self._foot, gap=6)
        self._whole.setStretchFactor(self._scroll, 1)
        self.setLayout(self._whole)
        QWidget.setTabOrder(self.finish, self.wrong)

    def _fold(self) -> None:
        look = theme.of(self)
        low, asking = look.compact, self.identity.is_open()
        self._work.setSpacing(_GAP_LOW if low else _GAP)
        self._whole.setContentsMargins(0, 5 if low else 10, 0, 0)
        self.entries.memo.edit.setMinimumHeight(_MEMO_LOW if low else _MEMO)
        # what is asked of the speaker comes first: the rest waits where there is no room
        self._about.setVisible(not (low and asking))
        self.entries.memo.setVisible(not (low and asking))
        self._foot.setVisible(not (low and asking))
        self.acts.setVisible(not asking and self.acts.has_any())
        self.acts.show_most(_ACTS_WIDE if self._wide else _ACTS_LOW if low else _ACTS)
        self.earlier.setVisible(self._wide and not asking and not self.earlier.is_empty())
