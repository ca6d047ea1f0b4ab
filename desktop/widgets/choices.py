"""Several choices of which any number is taken, ticked off side by side or below each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.widgets.field import Field
from desktop.widgets.layouts import column, row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QBoxLayout

V = TypeVar("V")


class ChoicesField(Field, Generic[V]):
    """A field of ticks; the choices keep their values while their words change."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None, *, standing: bool = False) -> None:
        box = QWidget()
        box.setObjectName("clear")
        self._line: QBoxLayout = column(gap=2) if standing else row(gap=16)
        box.setLayout(self._line)
        self._values: list[V] = []
        self.ticks: list[QCheckBox] = []
        super().__init__(box, parent)
        self._line.addStretch(1)

    def set_choices(self, choices: Sequence[tuple[V, str]]) -> None:
        """Offer these values under these words; what is taken stays if it is still offered."""
        if [value for value, _ in choices] != self._values:
            self._make([value for value, _ in choices])
        for tick, (_, words) in zip(self.ticks, choices, strict=True):
            tick.setText(words.replace("&", "&&"))
            tick.setAccessibleName(words)

    def taken(self) -> tuple[V, ...]:
        """The values ticked."""
        pairs = zip(self._values, self.ticks, strict=True)
        return tuple(value for value, tick in pairs if tick.isChecked())

    def take(self, values: Iterable[V]) -> None:
        """Tick exactly these."""
        wanted = set(values)
        for value, tick in zip(self._values, self.ticks, strict=True):
            tick.setChecked(value in wanted)

    def values(self) -> tuple[V, ...]:
        """The values offered, in their order."""
        return tuple(self._values)

    def words(self) -> str:
        """The words of what is taken."""
        return " / ".join(tick.accessibleName() for tick in self.ticks if tick.isChecked())

    def _make(self, values: list[V]) -> None:
        taken = self.taken()
        for tick in self.ticks:
            self._line.removeWidget(tick)
            tick.deleteLater()
        self._values = values
        self.ticks = [QCheckBox(self.editor) for _ in values]
        for place, tick in enumerate(self.ticks):
            self._line.insertWidget(place, tick)
            tick.toggled.connect(self.chosen)
        if self.ticks:
            self.editor.setFocusProxy(self.ticks[0])
        self.take(taken)
