"""The left side of the login: the bureau, the portal's hours and its advice on passwords."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame

from db.rules.service_hours import parse_hours
from desktop.bureau_texts import TextKind
from desktop.format import LanguageCode
from desktop.theme import Kind
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.chip import Chip
from desktop.widgets.labels import IconLabel, Label, Paragraph
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from db.queries.settings import BureauFacts
    from desktop.i18n import Language

_WIDTH = 384
_EVERY_MS = 15_000


class BrandSide(Translated, QFrame):
    """What the portal's own login page tells its customers, for staff to tell them the same."""

    text_wanted = Signal(TextKind)

    def __init__(
        self, language: Language, clock: Callable[[], dt.datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setFixedWidth(_WIDTH)
        self._language = language
        self._clock = clock
        self._bureau: BureauFacts | None = None
        self._title = Label("", "h1", self)
        self._name = Label("", "sub", self)
        self._hours_heading = Label("", "h3", self)
        self.hours = Label("", "body", self)
        self.state = Chip("", Kind.MUTE, "clock", self)
        self._advice_heading = Label("", "h3", self)
        self._advice = Paragraph("", "sub", self)
        self._copyright = Paragraph("", "xs", self)
        self.links = {kind: _Link(kind, self) for kind in _linked()}
        self._lay_out()
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._show_hours)
        self._tick.start(_EVERY_MS)
        self.retranslate()

    def show_bureau(self, bureau: BureauFacts) -> None:
        """Show whose desk this is, and the portal's hours."""
        self._bureau = bureau
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Water Customer Desk"))
        self._hours_heading.setText(self.tr("Portal hours"))
        self._advice_heading.setText(self.tr("For security"))
        self._advice.setText(
            self.tr(
                "To prevent others from signing in:\n"
                "・ Do not use a password of another service.\n"
                "・ Do not use a password that is easy to guess.\n"
                "・ Change your password from time to time.\n"
                "Change it after signing in, in the menu under your name."
            )
        )
        self.links[TextKind.ABOUT].set_text(self.tr("About this site"))
        self.links[TextKind.PRIVACY].set_text(self.tr("Privacy"))
        self.links[TextKind.TERMS].set_text(self.tr("Terms of use"))
        self._name.setText(self._bureau_name())
        self._show_copyright()
        self._show_hours()

    def _bureau_name(self) -> str:
        if self._bureau is None:
            return ""
        japanese = self._language.code is LanguageCode.JA
        return self._bureau.bureau_name if japanese else self._bureau.bureau_name_en

    def _show_copyright(self) -> None:
        line = f"© {self._clock().year} {self._bureau_name()} All Rights Reserved."
        self._copyright.setText(line if self._bureau_name() else "")

    def _show_hours(self) -> None:
        for part in self._about_hours():
            part.setVisible(self._bureau is not None)
        if self._bureau is None:
            return
        hours = parse_hours(self._bureau.portal_hours)
        self.hours.setText(self._hours_words(self._bureau.portal_hours))
        now = self._clock()
        change = hours.next_change(now)
        if change is None:
            self.state.show_state(self.tr("Open at all hours"), Kind.OK, "okc")
            return
        at = f"{change.hour}:{change:%M}"
        if hours.is_open(now):
            self.state.show_state(self.tr("Open until {time}").format(time=at), Kind.OK, "okc")
        else:
            self.state.show_state(
                self.tr("Closed until {time}").format(time=at), Kind.WARN, "clock"
            )

    def _about_hours(self) -> tuple[QWidget, ...]:
        return (self._hours_heading, self.hours, self.state)

    def _hours_words(self, text: str) -> str:
        hours = parse_hours(text)
        opens, closes = hours.text.split("-")
        if not hours.closes_next_day:
            return self.tr("Every day {opens}–{closes}").format(opens=opens, closes=closes)
        closes = f"{hours.closes_at.hour}:{hours.closes_at:%M}"
        told = self.tr("Every day {opens}–{closes} of the next day")
        return told.format(opens=opens, closes=closes)

    def _lay_out(self) -> None:
        for link in self.links.values():
            link.wanted.connect(self.text_wanted)
        for part in self._about_hours():
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        drop = IconLabel("drop", "bar_mark", self, size="icon_large", filled=True)
        self.setLayout(
            column(
                row(drop, column(self._title, self._name, gap=2), STRETCH, gap=12),
                STRETCH,
                self._hours_heading,
                self.hours,
                2,
                row(self.state, STRETCH),
                22,
                self._advice_heading,
                self._advice,
                STRETCH,
                row(*self.links.values(), STRETCH, gap=16),
                self._copyright,
                gap=6,
                margins=(28, 32, 20, 24),
            )
        )


class _Link(Button):
    """A button that looks like a link and opens one text."""

    wanted = Signal(TextKind)

    def __init__(self, kind: TextKind, parent: QWidget) -> None:
        super().__init__("", ButtonKind.GHOST, parent=parent)
        self._wants = kind
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.wanted.emit(self._wants)


def _linked() -> tuple[TextKind, ...]:
    return (TextKind.ABOUT, TextKind.PRIVACY, TextKind.TERMS)
