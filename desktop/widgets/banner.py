"""Banners: what the clerk must know, in the layout above the work and never over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPainterPath
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop import theme
from desktop.theme import Kind
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.labels import IconLabel, Paragraph
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

ICONS = {
    Kind.INFO: "info",
    Kind.OK: "okc",
    Kind.WARN: "warn",
    Kind.ERR: "circle-x",
    Kind.MUTE: "info",
}
_ACCENT = 5


class Banner(Translated, QFrame):
    """One message with at most one way to mend its matter."""

    acted = Signal()
    closed = Signal()

    def __init__(
        self,
        kind: Kind,
        text: str,
        parent: QWidget | None = None,
        *,
        icon: str = "",
        action_text: str = "",
        closable: bool = False,
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self.setProperty("banner", "info" if kind is Kind.MUTE else str(kind))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.icon = IconLabel(icon or ICONS[kind], parent=self)
        self.icon.show_icon(icon or ICONS[kind], theme.of(self).tint(kind).mark)
        self.label = Paragraph(text, parent=self)
        self.label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.action = Button(action_text, ButtonKind.GHOST, parent=self)
        self.action.setVisible(bool(action_text))
        self.close_button = Button("", ButtonKind.ICON, "x", self)
        self.close_button.setVisible(closable)
        self._lay_out()
        self.action.clicked.connect(self.acted)
        self.close_button.clicked.connect(self.closed)
        self.setAccessibleName(text)
        self.retranslate()

    def text(self) -> str:
        """What the banner says."""
        return self.label.text()

    def say(self, text: str) -> None:
        """Say something else in the same place, to screen readers too."""
        self.label.setText(text)
        self.setAccessibleName(text)
        self.announce()

    def announce(self) -> None:
        """Have screen readers read the message now."""
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def retranslate(self) -> None:
        self.close_button.set_text(self.tr("Close this message"))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = theme.of(self)
        radius = look.px("r2")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setClipPath(outline)
        painter.fillRect(0, 0, _ACCENT, self.height(), look.tint(self.kind).mark)

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 3, 6, 3)
        line.setSpacing(8)
        line.addWidget(self.icon)
        line.addWidget(self.label, 1)
        line.addWidget(self.action)
        line.addWidget(self.close_button)
        self.setMinimumHeight(36)


class BannerStack(QWidget):
    """The place above the work where banners stand, the newest on top; empty, it takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._banners: list[Banner] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def add(self, banner: Banner, *, seconds: int = 0) -> None:
        """Show a banner, for some seconds only if asked; it goes when acted upon or closed."""
        self._banners.insert(0, banner)
        self._column.insertWidget(0, banner)
        banner.acted.connect(self._remove_sender)
        banner.closed.connect(self._remove_sender)
        if seconds:
            QTimer.singleShot(seconds * 1000, banner, banner.closed.emit)
        banner.show()
        self.show()
        banner.announce()

    def banners(self) -> list[Banner]:
        """The banners now standing, from the top."""
        return list(self._banners)

    def remove(self, banner: Banner) -> None:
        """Take a banner away, if it still stands."""
        if banner not in self._banners:
            return
        self._banners.remove(banner)
        self._column.removeWidget(banner)
        banner.hide()
        banner.deleteLater()
        self.setVisible(bool(self._banners))

    def clear(self) -> None:
        """Take every banner away."""
        for banner in self.banners():
            self.remove(banner)

    def _remove_sender(self) -> None:
        banner = self.sender()
        if isinstance(banner, Banner):
            self.remove(banner)
