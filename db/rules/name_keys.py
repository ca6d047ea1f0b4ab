"""The search keys of names and readings: every way in which people say one and the same name.

A company is found with 株式会社 and without, a former name in brackets instead of the present one,
a name without kanji in any turn of its parts. What is said most often stands first in a key.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from db.name_variants import name_variants
from db.rules.search_text import fold_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MOST_TURNS: Final = 3
_NATIVE: Final = re.compile("[々\u3041-\u3096\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_BETWEEN: Final = re.compile(r"[\s・･,、]+")
_BRACKETS: Final = re.compile(r"[(\[〔【](?:旧姓|旧氏)?([^)\]〕】]+)[)\]〕】]")
_SHORT_FORMS: Final = {each.short for each in name_variants().legal_words}
_LEGAL_WORDS: Final = re.compile(
    "|".join(
        sorted(
            {
                fold_text(text)
                for each in name_variants().legal_words
                for text in (each.word, each.reading)
            },
            key=lambda text: (-len(text), text),
        )
    )
)
_LATIN_END: Final = re.compile(f"(?<=[a-z0-9]{{4}})(?:{'|'.join(name_variants().latin_endings)})$")


def name_key(name: str, latin_name: str | None = None) -> str:
    """The key of a registered name and of the one in Latin letters."""
    return " ".join(dict.fromkeys([*_ways(name), *_ways(latin_name or "")]))


def kana_key(kana: str, name: str) -> str:
    """The key of the reading of a name."""
    return " ".join(dict.fromkeys(_ways(kana, turned=not _NATIVE.search(name))))


def without_legal_words(key: str) -> str:
    """A folded name without 株式会社 and the like; the whole where nothing else is in it."""
    return _LATIN_END.sub("", _LEGAL_WORDS.sub("", key)) or key


def _ways(text: str, *, turned: bool = True) -> Iterator[str]:
    if not text:
        return
    for said in (text, *_by_former_name(unicodedata.normalize("NFKC", text))):
        whole = fold_text(said)
        yield from filter(None, (without_legal_words(whole), whole))
        if turned and not _NATIVE.search(said):
            yield from filter(None, map(fold_text, _turns(said)))


def _by_former_name(text: str) -> Iterable[str]:
    """山田(佐藤) 花子 is 山田 花子, and 佐藤 花子 too."""
    found = _BRACKETS.search(text)
    if not found or found[1] in _SHORT_FORMS:
        return ()
    before, after = text[: found.start()].strip(), text[found.end() :].strip()
    given = after or " ".join(_BETWEEN.split(before)[1:])
    return (f"{before} {after}", f"{found[1]} {given}")


def _turns(text: str) -> list[str]:
    """The parts of a name, each first once; of many parts twice round, to be found anywhere."""
    parts = [part for part in _BETWEEN.split(text) if part]
    if len(parts) > _MOST_TURNS:
        return [" ".join(parts + parts[:-1])]
    return [" ".join(parts[at:] + parts[:at]) for at in range(1, len(parts))]
