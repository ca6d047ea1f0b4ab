"""The bars by which the post sorts a letter (郵便カスタマバーコード): code and address number.

The rules are those of Japan Post's manual (郵便番号・バーコードマニュアル, pages 11 to 24).
"""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import cache
from typing import Final


class Bar(IntEnum):
    """A bar by its form: full height, from the middle up or down, or the middle only."""

    LONG = 1
    UPPER = 2
    LOWER = 3
    TIMING = 4


_START: Final = (Bar.LONG, Bar.LOWER)
_STOP: Final = (Bar.LOWER, Bar.LONG)
_CONTROL: Final = tuple(f"CC{number}" for number in range(1, 9))
# in the order of the values that the check character adds up
_SYMBOLS: Final = (*"0123456789-", *_CONTROL)
_ALL_FORMS: Final = "144114132312123141321213231411414324342234432243423441111"
_FORMS: Final = {
    symbol: _ALL_FORMS[3 * value : 3 * value + 3] for value, symbol in enumerate(_SYMBOLS)
}
_FILLER: Final = "CC4"
_MODULUS: Final = 19
_POSTAL_DIGITS: Final = 7
_ADDRESS_SYMBOLS: Final = 13
_LETTERS_A_CONTROL: Final = 10
# a code of this end is that of a whole city, which says nothing about the town
_WHOLE_CITY: Final = "00"

_KANJI_DIGITS: Final = "〇一二三四五六七八九"
_KANJI_UNITS: Final = {"十": 10, "百": 100, "千": 1000}
_KANJI_NUMBER: Final = "[〇一二三四五六七八九十百千]+"
_SUFFIX: Final = "丁目|丁|番地|番|号|地割|線|の|ノ"
_NUMBERED: Final = re.compile(f"({_KANJI_NUMBER})(?={_SUFFIX})")
# what is numbered in the name of a town (一番丁, 東一番町, 一ノ宮町, 北6条) is not of the number
_FIRST: Final = re.compile(
    rf"\d+(?![\d条])|{_KANJI_NUMBER}(?=丁目|番地|番(?![丁町])|号|地割|線)|(?<![A-Z])[A-Z](?![A-Z])"
)
_HYPHENS: Final = re.compile("[‐‑‒–—―−⁃─━]")
_DROPPED: Final = re.compile(r"[&/・.]")
_FLOOR: Final = re.compile(r"(?<=\d)F(?![A-Z])")
_WORD: Final = re.compile("[A-Z]{2,}")


def customer_barcode(postal_code: str, address: str) -> tuple[Bar, ...]:
    """The 67 bars for seven digits and an address; none for the code of a whole city or no code."""
    known = len(postal_code) == _POSTAL_DIGITS and postal_code.isascii() and postal_code.isdigit()
    if not known or postal_code.endswith(_WHOLE_CITY):
        return ()
    body = (*postal_code, *_address_symbols(address_number(address)))
    check = _SYMBOLS[-sum(map(_SYMBOLS.index, body)) % _MODULUS]
    drawn = (bar for symbol in (*body, check) for bar in _bars(symbol))
    return (*_START, *drawn, *_STOP)


def address_number(address: str) -> str:
    """The address number (住所表示番号) in an address: figures, hyphens and single letters."""
    text = _HYPHENS.sub("-", unicodedata.normalize("NFKC", address)).upper()
    text = _DROPPED.sub("", text)
    begun = _FIRST.search(text)
    if begun is None:
        return ""
    text = _NUMBERED.sub(lambda found: str(_number(found[1])), text[begun.start() :])
    text = _FLOOR.sub("-", _WORD.sub("-", text))
    text = re.sub("-+", "-", re.sub("[^0-9A-Z-]", "-", text)).strip("-")
    return re.sub("-?([A-Z])-?", r"\1", text)


def _address_symbols(number: str) -> list[str]:
    """Thirteen symbols; of a letter that is cut in two the first half stays, as the manual says."""
    symbols = [symbol for letter in number for symbol in _symbols(letter)]
    return [*symbols, *[_FILLER] * _ADDRESS_SYMBOLS][:_ADDRESS_SYMBOLS]


def _symbols(letter: str) -> tuple[str, ...]:
    if letter in _SYMBOLS:
        return (letter,)
    control, digit = divmod(ord(letter) - ord("A"), _LETTERS_A_CONTROL)
    return (_CONTROL[control], str(digit))


@cache
def _bars(symbol: str) -> tuple[Bar, ...]:
    return tuple(Bar(int(form)) for form in _FORMS[symbol])


def _number(kanji: str) -> int:
    """The number of 二十三 or 二三."""
    if not any(letter in _KANJI_UNITS for letter in kanji):
        return int("".join(str(_KANJI_DIGITS.index(letter)) for letter in kanji))
    total = digit = 0
    for letter in kanji:
        if letter in _KANJI_UNITS:
            total += (digit or 1) * _KANJI_UNITS[letter]
            digit = 0
        else:
            digit = _KANJI_DIGITS.index(letter)
    return total + digit
