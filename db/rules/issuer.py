"""Who issues a paper: what stands in its head and where a reader may ask."""

from __future__ import annotations

from dataclasses import dataclass


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
