"""What of names a search takes for one another: variant characters, and the words of legal persons.

Only search keys are folded with this; what is registered is stored, shown and printed as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class VariantLevel(StrEnum):
    """How near to one another the characters of a family are."""

    SAME = "same"
    CONFUSED = "confused"


@dataclass(frozen=True, slots=True)
class VariantSet:
    """Families of characters from one source; in each the form that keys hold stands first."""

    level: VariantLevel
    source: str
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LegalWord:
    """株式会社 and the like, with its reading, its short form in brackets, and that of banks."""

    word: str
    reading: str
    short: str = ""
    bank: str = ""


@dataclass(frozen=True, slots=True)
class NameVariants:
    """The whole table; ``latin_endings`` close a company's name in Latin letters."""

    sets: tuple[VariantSet, ...]
    legal_words: tuple[LegalWord, ...]
    latin_endings: tuple[str, ...]

    def key_forms(self) -> dict[str, str]:
        """Variant character to the one that search keys hold in its place.

        Raises ValueError for a family or a character that would fold in two ways.
        """
        forms: dict[str, str] = {}
        for family in self._families(VariantLevel.SAME):
            _add(forms, family)
        for family in self._families(VariantLevel.CONFUSED):
            first, others = family[0], family[1:]
            for form in [form for form, key in forms.items() if key in others]:
                forms[form] = first
            _add(forms, family)
        return forms

    def _families(self, level: VariantLevel) -> Iterable[str]:
        return (family for each in self.sets if each.level is level for family in each.families)


def _add(forms: dict[str, str], family: str) -> None:
    first, others = family[0], family[1:]
    if not others or first in forms or not forms.keys().isdisjoint(others):
        raise ValueError(f"the family {family} stands alone or folds in two ways")
    if not set(forms.values()).isdisjoint(others):
        raise ValueError(f"{family}: another family folds to one of its variants")
    forms.update(dict.fromkeys(others, first))
