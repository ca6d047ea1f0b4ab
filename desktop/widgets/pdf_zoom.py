"""How large a page is shown, in pixels a point."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from math import sqrt
from typing import TYPE_CHECKING, ClassVar, Final

if TYPE_CHECKING:
    from PySide6.QtCore import QSizeF

_STEPS: Final = (0.25, 0.35, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0)
_MOST_PIXELS: Final = 24_000_000  # a picture takes four bytes of memory for each
_NEAR: Final = 1.02


class Fit(Enum):
    """What a page is fitted to."""

    PAGE = auto()
    WIDTH = auto()


@dataclass(frozen=True, slots=True)
class Zoom:
    """A zoom that was chosen, or what the page is to fit."""

    TRUE_SIZE: ClassVar[float] = 96 / 72

    fit: Fit | None = Fit.PAGE
    factor: float = 1.0

    def scale(self, page: QSizeF, room: QSizeF, *, bar: int) -> float:
        """Pixels a point for a page of that size in points; ``bar`` is a scroll bar's width."""
        wide, high = room.width() / page.width(), room.height() / page.height()
        if self.fit is Fit.PAGE:
            return max(0.1, min(wide, high))
        if self.fit is Fit.WIDTH:
            beside = wide if wide <= high else (room.width() - bar) / page.width()
            return max(0.1, beside)
        return self.factor * self.TRUE_SIZE

    def larger(self, scale: float) -> Zoom:
        """The next step up from where the page is now."""
        now = scale / self.TRUE_SIZE
        return Zoom(None, next((step for step in _STEPS if step > now * _NEAR), _STEPS[-1]))

    def smaller(self, scale: float) -> Zoom:
        """The next step down from where the page is now."""
        now = scale / self.TRUE_SIZE
        down = (step for step in reversed(_STEPS) if step * _NEAR < now)
        return Zoom(None, next(down, _STEPS[0]))


def fine_enough(scale: float, page: QSizeF) -> float:
    """The scale to draw a page in, so that the picture fits into memory."""
    most = sqrt(_MOST_PIXELS / (page.width() * page.height()))
    return round(min(scale, most), 4)
