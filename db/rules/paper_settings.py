"""What a bureau sets for its paper: numbers that the law wants, days, fees, and the envelope."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PLACEHOLDER_COMPANY_CODE: Final = "999999"
"""The company code that comes with the program: no shop takes money for it, so paper is 見本."""


@dataclass(frozen=True, slots=True)
class PaperSettings:
    """Days, yen and millimetres as set, or the usual; what a real bureau sets is its own.

    ``company_code`` are the six digits of a GS1 company code behind its leading 4;
    ``invoice_number`` is T and thirteen digits (適格請求書発行事業者登録番号) or empty.
    ``window_x_mm`` and ``window_y_mm`` shift what stands in the envelope's window. A rate is in
    hundredths of a per cent a year: 1460 is 14.6 %. A ``subject`` is the revenue account (歳入科目)
    and ``places`` are where to pay besides shops (納入場所), as 地方自治法施行令154条3項 wants them
    named; ``latin`` is for English paper.
    """

    company_code: str = PLACEHOLDER_COMPANY_CODE
    invoice_number: str = ""
    window_x_mm: float = 0.0
    window_y_mm: float = 0.0
    slip_days: int = 30
    reminder_after_days: int = 20
    reminder_days: int = 20
    demand_after_days: int = 15
    demand_days: int = 20
    warning_after_days: int = 15
    warning_days: int = 14
    execution_days: int = 7
    reminder_fee_yen: int = 100
    interest_rate: int = 1460
    interest_rate_first_month: int = 730
    bundle_size: int = 500
    subject_water: str = "水道事業収益（水道料金）"
    subject_water_latin: str = "water (water charge)"
    subject_sewerage: str = "下水道事業収益（下水道使用料）"
    subject_sewerage_latin: str = "sewerage (sewerage charge)"
    places: str = "当局の窓口、出納取扱金融機関・収納取扱金融機関"
    places_latin: str = "our counters, banks that collect for us"

    @property
    def company_code_missing(self) -> bool:
        """Whether the bureau has not set its own company code yet."""
        return self.company_code == PLACEHOLDER_COMPANY_CODE
