"""Folds names, readings and addresses to the keys that a search compares.

Only keys are folded; what is registered is never changed. Names, readings, addresses and the words
of a query all pass through the same ``fold``, so a word finds its text in whatever form it was
written: 髙橋 and 高橋, ﾔﾏﾀﾞ and やまだ, 片町二丁目3番4号 and 片町2-3-4. In a key every run of digits
ends in one hyphen, and a hyphen stands nowhere else.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import jaconv

from db.name_variants import name_variants

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; ``spans[i]`` is the part of the source that became its i-th character."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SearchKeys:
    """What one contract can be found by; several texts of a field stand apart by a space.

    The portal number stands first among the numbers.
    """

    name: str
    kana: str
    address: str
    phone: str
    numbers: str


# a character with the marks that belong to it: voicing, accents, variation selectors
_MARKS = "\u0300-\u036f\u3099\u309a\uff9e\uff9f\ufe00-\ufe0f\U000e0100-\U000e01ef\u200d"
_MARK = re.compile(f"[{_MARKS}]")
_CLUSTER = re.compile(f".[{_MARKS}]*", re.DOTALL)
_VARIANTS = str.maketrans(name_variants().key_forms())
_LARGE_KANA = str.maketrans(
    "ァィゥェォッャュョヮヵヶゝゞ〻ㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ",
    "アイウエオツヤユヨワカケヽヾ々クシストヌハヒフヘホムラリルレロ",
)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−⁃─━~〜˗➖〰", "-"))
_KANJI = "々\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KANA = "ァ-ヺー"
_DROPPED = r"\s・･·•,、.。'’‘´`\"“”「」『』()\[\]【】{}<>〈〉《》/\\|:;…=-"


def fold_text(text: str) -> str:
    """The key of one text, without the way back to it: a town has millions of them."""
    if _MARK.search(text):
        key = "".join(map(_fold_cluster, _CLUSTER.findall(text)))
    else:
        key = text.translate(_LETTERS)
    there = set(key)
    for pattern, replace, needed in _STEPS:
        # most texts lack what most steps look for
        if not needed or not needed.isdisjoint(there):
            key = pattern.sub(replace, key)
            there = set(key)
    return key.translate(_PLAIN_KANA)


def fold(text: str) -> Folded:
    """The key of ``text`` and where in it every character of the key comes from."""
    letters: list[str] = []
    spans: list[Span] = []
    for match in _CLUSTER.finditer(text):
        letter = _fold_cluster(match.group())
        letters.append(letter)
        spans += [match.span()] * len(letter)
    folded = Folded("".join(letters), tuple(spans))
    for pattern, replace, _ in _STEPS:
        folded = _substitute(folded, pattern, replace)
    return Folded(folded.text.translate(_PLAIN_KANA), folded.spans)


def text_key(*texts: str | None) -> str:
    """The key of one field of a contract: its texts folded, apart by a space."""
    return " ".join(key for text in texts if text and (key := fold_text(text)))


def phone_key(phone: str | None) -> str:
    """The digits of a customer's phone numbers, international ones as dialled at home."""
    plain = re.sub(r"\+81[\s()-]*0?", "0", unicodedata.normalize("NFKC", phone or ""))
    numbers = (re.sub("[^0-9]", "", number) for number in re.split("[/,;、・\n]", plain))
    return " ".join(filter(None, numbers))


def number_key(number: str) -> str:
    """The letters and digits of a customer, portal, payment or meter number."""
    plain = unicodedata.normalize("NFKC", number).casefold()
    if plain.isalnum():
        return plain
    return "".join(character for character in plain if character.isalnum())


def numbers_key(numbers: Iterable[str]) -> str:
    """The key of all the numbers of one contract, apart by a space."""
    return " ".join(key for number in numbers if (key := number_key(number)))


@lru_cache(maxsize=1 << 14)
def _fold_cluster(cluster: str) -> str:
    plain = unicodedata.normalize("NFKC", cluster).translate(_DASHES)
    if plain < "\u2e80":
        plain = unicodedata.normalize("NFKD", plain.casefold())
    kept = "".join(character for character in plain if _is_kept(character))
    return jaconv.hira2kata(kept).translate(_LARGE_KANA).translate(_VARIANTS)


class _Letters(dict[int, str]):
    """What each character without marks folds to, found out once."""

    def __missing__(self, code: int) -> str:
        letter = self[code] = _fold_cluster(chr(code))
        return letter


_LETTERS: Final = _Letters()


def _is_kept(character: str) -> bool:
    # marks that NFKC could not join, controls, formats and lone surrogates say nothing;
    # a line break or a tab still parts two words
    return character.isspace() or unicodedata.category(character) not in {"Mn", "Cc", "Cf", "Cs"}


def _substitute(
    folded: Folded, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str]
) -> Folded:
    letters: list[str] = []
    spans: list[Span] = []
    done = 0
    for match in pattern.finditer(folded.text):
        start, end = match.span()
        new = replace(match)
        letters += (folded.text[done:start], new)
        spans += folded.spans[done:start]
        spans += [_source(folded.spans, start, end)] * len(new)
        done = end
    if not letters:
        return folded
    letters.append(folded.text[done:])
    return Folded("".join(letters), (*spans, *folded.spans[done:]))


def _source(spans: tuple[Span, ...], start: int, end: int) -> Span:
    if start == end:  # nothing of the source: the place behind a character, or within one (¼)
        within = start < len(spans) and spans[start - 1] == spans[start]
        return spans[start] if within else (spans[start - 1][1],) * 2
    return spans[start][0], spans[end - 1][1]


_DIGITS: Final = {kanji: digit for digit, kanji in enumerate("〇一二三四五六七八九")} | {
    "ニ": 2,
    "ハ": 8,
}
_TENS: Final = {"十": 10, "百": 100, "千": 1000}
# ニ45番地 and 二45番地: one of Kanazawa's lots; only kana that stand alone, so ハチ is not 八千
_LOOK_ALIKES: Final = dict(zip("ニハロカチトタエ", "二八口力千卜夕工", strict=True))
_PLAIN_KANA: Final = str.maketrans(
    "ヴガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヲヰヱヷヸヹヺ",
    # ヂ as ジ and ヅ as ズ: readings are kept with either (イイヅカ, イイズカ)
    "ウカキクケコサシスセソタシステトハヒフヘホハヒフヘホオイエワイエオ",
)


def _numeral(match: re.Match[str]) -> str:
    kanji = match.group()
    if not any(character in _TENS for character in kanji):
        return "".join(str(_DIGITS[character]) for character in kanji)
    total, digit = 0, 0
    for character in kanji:
        if character in _TENS:
            total += (digit or 1) * _TENS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return str(total + digit)


class _Step(NamedTuple):
    """A rule; where any are ``needed``, it changes no text without one of these characters."""

    pattern: re.Pattern[str]
    replace: Callable[[re.Match[str]], str]
    needed: frozenset[str]


def _steps(*steps: tuple[str, str, Callable[[re.Match[str]], str]]) -> tuple[_Step, ...]:
    return tuple(
        _Step(re.compile(pattern), replace, frozenset(needed)) for needed, pattern, replace in steps
    )


_COMPANIES: Final = {each.short: each.word for each in name_variants().legal_words if each.short}
_BANKS: Final = {
    each.bank: each.reading.translate(_LARGE_KANA)
    for each in name_variants().legal_words
    if each.bank
}
_SHORT, _BANK = "|".join(_COMPANIES), "".join(_BANKS)
_LOT_WORDS = (
    "丁目?|番地?(?![町丁匠])|号[室棟館]?|ノ(?=[0-9])|チヨウメ|バンチ(?!ヨウ)|バン(?!チヨウ|マチ|カン)"
    "|ゴウ(?:シツ|トウ|カン)?"
)
_FIGURES: Final = "0123456789"
_STEPS: Final = _steps(
    ("々ヽヾ", f"(?<=([{_KANJI}]))々|(?<=([ァ-ヺ]))[ヽヾ]", lambda match: match[1] or match[2]),
    (
        "()",
        rf"\(({_SHORT})\)|\(([{_BANK}])(?:\)|$)|^([{_BANK}])\)",
        lambda match: _COMPANIES[match[1]] if match[1] else _BANKS[match[2] or match[3]],
    ),
    ("丁番号", r"[〇一二三四五六七八九十百千]+(?=[丁番号])|(?<![ァ-ヺー])[ニハ](?=丁目)", _numeral),
    (
        # 番町, 番丁 and 番匠 are names of places, not lots
        _FIGURES,
        rf"(?<=[0-9])(?:{_LOT_WORDS}|[ー{_DROPPED}])+",
        lambda _match: "-",
    ),
    ("", rf"(?<![0-9])[{_DROPPED}]+", lambda _match: ""),
    # 磯部町ニの45 as 磯部町ニ45
    ("ノ", f"(?:(?<=[{_KANJI}])|(?<=[{_KANJI}][ァ-ヺ]))ノ(?=[0-9])", lambda _match: ""),
    # 光が丘, 光ガ丘, 光ヶ丘; but not before the 甲, 乙 of a lot
    ("ガカ", f"(?<=[{_KANJI}])[ガカ](?=[{_KANJI}])(?![甲乙丙丁])", lambda _match: "ケ"),
    (
        "".join(_LOOK_ALIKES),
        f"(?<![{_KANA}])[{''.join(_LOOK_ALIKES)}](?![{_KANA}])",
        lambda match: _LOOK_ALIKES[match.group()],
    ),
    ("ー", "ー+", lambda _match: ""),
    (_FIGURES, "(?<=[0-9])(?![0-9-])", lambda _match: "-"),
)
