"""Writes a reading in Latin letters as on signs and passports: ヘボン式, long vowels short.

Kanazawa's English addresses write Honmachi: ン is always n.
"""

from __future__ import annotations

import re
from typing import Final

_ROWS: Final = {
    "": "アイウエオ",
    "k": "カキクケコ",
    "g": "ガギグゲゴ",
    "s": "サシスセソ",
    "z": "ザジズゼゾ",
    "t": "タチツテト",
    "d": "ダヂヅデド",
    "n": "ナニヌネノ",
    "h": "ハヒフヘホ",
    "b": "バビブベボ",
    "p": "パピプペポ",
    "m": "マミムメモ",
    "r": "ラリルレロ",
}
_ODD: Final = {
    "シ": "shi", "ジ": "ji", "チ": "chi", "ツ": "tsu", "ヂ": "ji", "ヅ": "zu", "フ": "fu",
    "ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ワ": "wa", "ヰ": "i", "ヱ": "e", "ヲ": "o", "ン": "n",
    "ヴ": "vu", "ー": "", "・": " ", "ヵ": "ka", "ヶ": "ga",
}  # fmt: skip
_PLAIN: Final = {
    kana: consonant + vowel
    for consonant, row in _ROWS.items()
    for kana, vowel in zip(row, "aiueo", strict=True)
} | _ODD
_SMALL: Final = {"ャ": "ya", "ュ": "yu", "ョ": "yo", "ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e",
                 "ォ": "o"}  # fmt: skip
# long: オオ, オウ, ユウ; but not where a word begins as in イノウエ, nor plain ウウ as in マツウラ
_LONG: Final = re.compile(r"oo|(?<!n)ou|(?<=n)ou(?!e)|(?<=y)uu|(?<=[sc]h)uu|(?<=j)uu")


def latin(kana: str) -> str:
    """``kana`` in Latin letters, each word with a capital: ヤマダ ハナコ is Yamada Hanako."""
    return " ".join(_word(word) for word in kana.split())


def _word(kana: str) -> str:
    letters = ""
    for character in kana:
        letters = _appended(letters, character)
    doubled = re.sub("ッ(?=ch)", "t", letters)
    doubled = re.sub("ッ(.)", r"\1\1", doubled)
    word = _LONG.sub(lambda match: match.group()[0], doubled)
    return word[:1].upper() + word[1:]


def _appended(letters: str, character: str) -> str:
    small = _SMALL.get(character)
    if small is None:
        return letters + _PLAIN.get(character, character)
    if small[0] != "y":  # フェ is fe, ティ is ti
        return letters[:-1] + small
    stem = letters[:-1]
    palatal = stem.endswith(("sh", "ch", "j"))
    return stem + (small[1:] if palatal else small)
