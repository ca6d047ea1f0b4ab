"""The bar code by which shops take money: GS1-128 with the application identifier 91, 44 digits.

| digits | what |
|---|---|
| 1-2 | 91 |
| 3-8 | the company code of the bureau |
| 9-29 | free: how many bills the slip asks for, and the payment number of the first of them |
| 30 | how many times the slip was issued anew |
| 31-36 | the last day on which shops take it, YYMMDD; 999999: none |
| 37 | stamp tax: always 0, public money is exempt |
| 38-43 | yen |
| 44 | check digit |

The layout is that of GS1 Japan's guideline for payment slips (標準料金代理収納ガイドライン).
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from db.rules.paper_settings import PLACEHOLDER_COMPANY_CODE

if TYPE_CHECKING:
    import datetime as dt

MOST_YEN: Final = 300_000
"""The most that a shop takes on one slip."""

DIGITS: Final = 44
_IDENTIFIER: Final = "91"
_NO_LAST_DAY: Final = "999999"
_NO_STAMP_TAX: Final = "0"
_COMPANY_DIGITS: Final = len(PLACEHOLDER_COMPANY_CODE)
_NUMBER_DIGITS: Final = 16
_BILLS_DIGITS: Final = 5
_MOST_REISSUES: Final = 9


class NoBarcode(StrEnum):
    """Why a slip bears no bar code and is not payable in shops."""

    OVER_LIMIT = "over_limit"
    NOTHING_DUE = "nothing_due"
    NO_NUMBER = "no_number"
    NO_COMPANY_CODE = "no_company_code"
    REISSUED_TOO_OFTEN = "reissued_too_often"


def slip_barcode(
    *,
    company_code: str,
    payment_number: str,
    reissue: int,
    expires_on: dt.date | None,
    yen: int,
    bills: int = 1,
) -> str | NoBarcode:
    """The 44 digits of a slip, or why it has none; ``reissue`` is 0 on the first one."""
    missing = _missing(company_code, payment_number, reissue=reissue, yen=yen)
    if missing is not None:
        return missing
    until = _NO_LAST_DAY if expires_on is None else f"{expires_on:%y%m%d}"
    free = f"{bills:0{_BILLS_DIGITS}}{payment_number}"
    body = f"{_IDENTIFIER}{company_code}{free}{reissue}{until}{_NO_STAMP_TAX}{yen:06}"
    return f"{body}{check_digit(body)}"


def check_digit(body: str) -> int:
    """The last digit: modulo 10 with weights 3 and 1 from the right, over all before it."""
    return -(3 * sum(map(int, body[::-2])) + sum(map(int, body[-2::-2]))) % 10


def barcode_lines(barcode: str) -> tuple[str, str]:
    """What stands below the bars for people, parted as the guideline parts it."""
    return (
        f"({barcode[:2]}){barcode[2:8]}-{barcode[8:30]}",
        f"{barcode[30:36]}-{barcode[36]}-{barcode[37:43]}-{barcode[43]}",
    )


def _missing(company_code: str, payment_number: str, *, reissue: int, yen: int) -> NoBarcode | None:
    if yen <= 0:
        return NoBarcode.NOTHING_DUE
    if yen > MOST_YEN:
        return NoBarcode.OVER_LIMIT
    if not _is_number(company_code, _COMPANY_DIGITS):
        return NoBarcode.NO_COMPANY_CODE
    if not _is_number(payment_number, _NUMBER_DIGITS):
        return NoBarcode.NO_NUMBER
    return NoBarcode.REISSUED_TOO_OFTEN if reissue > _MOST_REISSUES else None


def _is_number(text: str, digits: int) -> bool:
    return len(text) == digits and text.isascii() and text.isdigit()
