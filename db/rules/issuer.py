"""Who issues a paper: what stands in its head and where a reader may ask."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

# the last letter that ends a municipality's name: 四日市市上下水道局 is an office of 四日市市
_MUNICIPALITY: Final = re.compile(r".+[市町村]")
_UNION: Final = "企業団"
_MUNICIPALITY_LATIN: Final = re.compile(r".+? (?:City|Town|Village)(?= |$)")


@dataclass(frozen=True, slots=True)
class Issuer:
    """The bureau, the office and the member of staff; ``fictional`` makes every paper a 見本.

    What a bureau has not set is empty and is left out; the Latin names are for English paper.
    """

    bureau: str
    bureau_latin: str
    office: str
    office_latin: str
    staff: str
    staff_latin: str
    postal_code: str = ""
    address: str = ""
    address_latin: str = ""
    phone: str = ""
    fictional: bool = False

    @property
    def defendant(self) -> str:
        """Whom to sue over its decisions: the municipality it is an office of, or the union.

        Public bodies are sued, not their offices (行政事件訴訟法11条); empty when nothing is set.
        """
        found = None if _UNION in self.bureau else _MUNICIPALITY.match(self.bureau)
        return found.group() if found else self.bureau

    @property
    def defendant_latin(self) -> str:
        """The same in Latin letters; empty where the bureau's Latin name does not tell."""
        if _UNION in self.bureau:
            return self.bureau_latin
        found = _MUNICIPALITY_LATIN.match(self.bureau_latin)
        return found.group() if found else ""
