"""What has too little room in a window, lies over something, or cannot be named or reached."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from desktop.screens.customer.location_switcher import LocationSwitcher
from desktop.widgets.labels import ElidedLabel
from desktop.widgets.skeleton import Skeleton
from tests.journeys.screens import visible

LEAST_TARGET = 24
CUT_ON_PURPOSE = (ElidedLabel, LocationSwitcher)
OVER_OTHERS = (Skeleton,)


def name_of(widget):
    """Say which widget it is, for whoever reads that a test failed."""
    words = getattr(widget, "text", str)() or widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} {words[:40]!r} {widget.width()}x{widget.height()}"


def cut(window):
    """Give the labels and buttons that have less room than their words need."""
    for widget in [*visible(window, QLabel), *visible(window, QPushButton)]:
        need = widget.sizeHint()
        flexible = isinstance(widget, CUT_ON_PURPOSE) or getattr(widget, "wordWrap", bool)()
        if (need.width() > widget.width() and not flexible) or _is_low(widget):
            yield f"{name_of(widget)} needs {need.width()}x{need.height()}"


def _is_low(widget):
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height()
    return isinstance(widget, QLabel) and widget.fontMetrics().height() > widget.height()


def covered(window):
    """Give the pairs of parts that lie over each other, and the parts that stick out."""
    for parent in visible(window):
        if isinstance(parent, (QAbstractScrollArea, QStackedWidget, QLineEdit)):
            continue
        parts = [part for part in _children(parent) if not isinstance(part, OVER_OTHERS)]
        for one, other in combinations(parts, 2):
            if one.geometry().intersects(other.geometry()):
                yield f"{name_of(one)} over {name_of(other)}"
        for part in parts:
            if not _room(parent).contains(part.geometry()):
                yield f"{name_of(part)} out of {name_of(parent)}"


def _room(parent):
    above = parent.parentWidget()
    scrolled = isinstance(above, QAbstractScrollArea) and parent is above.viewport()
    return parent.rect().adjusted(0, -10_000, 0, 10_000) if scrolled else parent.rect()


def _children(parent):
    inside = parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [part for part in inside if part.isVisible() and not part.isWindow()]


def usable(window):
    """Give what Tab can reach."""
    tab = Qt.FocusPolicy.TabFocus
    parts = [w for w in visible(window) if w.isEnabled() and w.focusPolicy() & tab == tab]
    return [w for w in parts if w.focusProxy() is None]


def nameless(window):
    for widget in usable(window):
        told = QAccessible.queryAccessibleInterface(widget)
        if told is None or not told.text(QAccessible.Text.Name).strip():
            yield name_of(widget)


def tiny(window):
    kinds = (*visible(window, QAbstractButton), *visible(window, QLineEdit))
    for widget in kinds:
        if widget.isEnabled() and min(widget.width(), widget.height()) < LEAST_TARGET:
            yield name_of(widget)
