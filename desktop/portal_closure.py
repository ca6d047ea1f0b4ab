"""That the portal is closed to customers, or will be soon: above the work, and at the login."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal

from db.rules.announcements import TOLD_AHEAD
from db.rules.periods import in_japan
from desktop import format as written
from desktop.format import LanguageCode
from desktop.theme import Kind
from desktop.widgets.banner import Banner

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from db.rules.announcements import Closure
    from desktop.i18n import Language

translate = QCoreApplication.translate
_LOOKS_EVERY_MS = 30_000


def closure_words(closure: Closure, now: dt.datetime, code: LanguageCode) -> str:
    """Since when or from when the portal is closed, until when, and why."""
    closes, opens = in_japan(closure.closed_from), in_japan(closure.closed_to)
    why = (closure.title_en if code is LanguageCode.EN else "") or closure.title
    if closure.is_now(now):
        told = translate(
            "Hours",
            "The portal is closed until {opens}: customers cannot reach it now. {why}",
        )
    else:
        told = translate("Hours", "The portal will be closed from {closes} to {opens}. {why}")
    today = in_japan(now).date()
    return told.format(
        closes=_moment(closes, today, code), opens=_moment(opens, today, code), why=why
    )


def is_told(closure: Closure | None, now: dt.datetime) -> bool:
    """Whether it is time to speak of the closure: a day ahead, until it is over."""
    if closure is None:
        return False
    return closure.closed_from - TOLD_AHEAD <= now < closure.closed_to


class PortalClosedBanner(Banner):
    """Shows itself from a day before the portal closes until it opens again.

    ``details_wanted`` asks for the announcement; whoever owns the banner fetches the closure with
    ``db.queries.announcements.portal_closed`` and hands it over, as often as it refreshes.
    """

    details_wanted = Signal(int)  # announcement id

    def __init__(
        self,
        language: Language,
        clock: Callable[[], dt.datetime],
        parent: QWidget | None = None,
        *,
        leads_on: bool = False,
    ) -> None:
        self._closure: Closure | None = None
        self._language = language
        self._clock = clock
        self._leads_on = leads_on
        super().__init__(Kind.WARN, "", parent, icon="clock")
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOKS_EVERY_MS)
        self._watch.timeout.connect(self.retranslate)
        self.acted.connect(self._lead_on)
        self.hide()

    def show_closure(self, closure: Closure | None) -> None:
        """Speak of this closure when it is time to; None has nothing to say."""
        self._closure = closure
        if closure is None:
            self._watch.stop()
        else:
            self._watch.start()
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        closure, now = self._closure, self._clock()
        self.action.setVisible(self._leads_on)
        self.action.set_text(translate("Hours", "Read the announcement"))
        if closure is not None and is_told(closure, now):
            words = closure_words(closure, now, self._language.code)
            if words != self.text():
                self.say(words)
        self.setVisible(is_told(closure, now))

    def _lead_on(self) -> None:
        if self._closure is not None:
            self.details_wanted.emit(self._closure.announcement_id)


def _moment(at: dt.datetime, today: dt.date, code: LanguageCode) -> str:
    time = f"{at.hour}:{at:%M}"
    if at.date() == today:
        return translate("Hours", "{time} today").format(time=time)
    day = written.day_of_month(at.date(), code)
    return translate("Hours", "{time} on {day}").format(time=time, day=day)
