"""What is stored, as a form shows it, beside what is typed: drafts and other counters go by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.theme import Kind
from desktop.widgets.banner import Banner

if TYPE_CHECKING:
    from desktop.screens.procedures.form import ProcedureForm
    from desktop.widgets.banner import BannerStack


class Stored(QObject):
    """The facts a form was filled with, and newer ones that another counter left."""

    discarded = Signal()  # the draft that was brought back
    reloaded = Signal()  # the form stands on the newer facts, with what was typed in it

    def __init__(self, form: ProcedureForm, banners: BannerStack, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._banners = banners
        self._facts: Any = None
        self._newer: Any = None
        self._banner: Banner | None = None
        self.filling = True
        self.shown: dict[str, str] = {}

    @property
    def is_stale(self) -> bool:
        """Whether another counter has changed what is stored."""
        return self._banner is not None

    def begin(self, facts: Any) -> None:
        """Show what is stored; nothing is typed yet."""
        self._fill(facts)
        self._facts, self.shown = facts, self._form.content()

    def bring_back(self, draft: dict[str, str]) -> None:
        """Type what a draft kept, and offer to discard it."""
        self._form.restore(draft)
        told = self.tr("What was typed here before has been brought back.")
        banner = Banner(Kind.INFO, told, action_text=self.tr("Discard it"), closable=True)
        banner.acted.connect(self._discard)
        self._banners.add(banner)

    def tell(self, newer: Any) -> None:
        """Say what another counter changed; what is typed stays until it is reloaded."""
        typed = self._form.content()
        self._fill(newer)
        now = self._form.content()
        self._fill(self._facts)
        self._form.restore(typed)
        self._newer = newer
        self._take_away()
        reload = self.tr("Reload") + "  F5"
        self._banner = Banner(Kind.WARN, self._told(now), action_text=reload)
        self._banner.acted.connect(self.reload)
        self._banners.add(self._banner)
        self._banner.action.setFocus()

    def reload(self) -> None:
        """Show what is stored now, put back over it what the clerk had typed."""
        if self._banner is None:
            return
        self._take_away()
        was, form = self.shown, self._form
        typed = {key: text for key, text in form.content().items() if text != was.get(key)}
        self.begin(self._newer)
        form.restore(typed)
        beside = self.tr("Stored at another counter: {value}")
        for key in typed.keys() & form.fields.keys():
            now = self.shown.get(key, "")
            if now not in (was.get(key), typed[key]):
                form.fields[key].show_notice(beside.format(value=form.words(key, now)))
        self.reloaded.emit()

    def _discard(self) -> None:
        self._form.restore(self.shown)
        self.discarded.emit()

    def _fill(self, facts: Any) -> None:
        self.filling = True
        self._form.fill(facts)
        self.filling = False

    def _told(self, now: dict[str, str]) -> str:
        head = self.tr("This was changed at another counter: compare and reload. Yours is kept.")
        nothing, lines = self.tr("(none)"), [head]
        for key, was in self.shown.items():
            if now.get(key, was) != was:
                words = [self._form.words(key, value) or nothing for value in (was, now[key])]
                lines.append(f"{self._form.label(key)}: {' → '.join(words)}")
        return "\n".join(lines)

    def _take_away(self) -> None:
        if self._banner is not None:
            self._banners.remove(self._banner)
        self._banner = None
