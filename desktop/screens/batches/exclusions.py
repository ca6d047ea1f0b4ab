"""Whom a batch leaves out: some always, with the reason, some as the supervisor chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from db.rules.batch_criteria import ALWAYS_EXCLUDED, CHOSEN_EXCLUSIONS
from db.rules.paper import Exclusion
from desktop import batch_words, paper_words
from desktop.widgets.choices import ChoicesField
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_ALWAYS: Final = tuple(each for each in Exclusion if each in ALWAYS_EXCLUDED)
# a notice that asks for no money is kept from nobody by these
_ABOUT_MONEY: Final = frozenset(CHOSEN_EXCLUSIONS) - {Exclusion.RETURNED_MAIL}


class ExclusionsField(Translated, ChoicesField[Exclusion]):
    """A tick for each reason; those that hold always are ticked and rest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._asking = True
        super().__init__(parent, standing=True)
        self.retranslate()
        self.take((*CHOSEN_EXCLUSIONS, *_ALWAYS))

    def taken(self) -> frozenset[Exclusion]:  # type: ignore[override]
        """The reasons ticked."""
        return frozenset(super().taken()) | ALWAYS_EXCLUDED

    def follow(self, *, asking: bool) -> None:
        """Let those rest that make no difference to a notice that asks for no money."""
        self._asking = asking
        self.retranslate()

    def retranslate(self) -> None:
        self.set_label(self.tr("Leave out"))
        chosen = [(each, paper_words.exclusion(each)) for each in CHOSEN_EXCLUSIONS]
        self.set_choices([*chosen, *((each, batch_words.always(each)) for each in _ALWAYS)])
        rests = self.tr("Only a notice that asks for money is kept back by this.")
        for why, tick in zip(self.values(), self.ticks, strict=True):
            without = why in _ABOUT_MONEY and not self._asking
            tick.setEnabled(why not in ALWAYS_EXCLUDED and not without)
            tick.setToolTip(rests if without else "")
