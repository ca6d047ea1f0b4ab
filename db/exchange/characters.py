"""Decodes what a host wrote and finds what may not be stored: broken bytes, own characters."""

from __future__ import annotations

import functools
import re
import sys
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from db.rules.import_words import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping

_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_BROKEN_BYTE: Final = range(0xDC80, 0xDD00)
_PRIVATE: Final = range(0xE000, 0xF900)
# Python reads the bytes A0 and FD to FF as these, though CP932 gives them no meaning
_MEANINGLESS: Final = range(0xF8F0, 0xF8F4)
# nearly every line, and four times as fast as asking each character
_ORDINARY: Final = re.compile(r"[\n -~\u3000-\u9fff\uff00-\uffee]*")


class Wrong(NamedTuple):
    """What is wrong with a text, and where or what exactly."""

    fault: Fault
    detail: str


def decoded(content: bytes, encoding: str) -> str:
    """The text, with each byte that is no text in ``encoding`` kept as a lone surrogate."""
    return content.decode(encoding, "surrogateescape")


def is_plain(text: str) -> bool:
    """Whether a text of many lines holds nothing but what can be stored as it is."""
    if _ORDINARY.fullmatch(text):
        return True
    seen = text.replace("\n", "").replace("\u3000", "")
    return seen.isprintable() or not _suspects().search(seen)


def mended(text: str, gaiji: Mapping[str, str]) -> str:
    """The text with the host's own characters as the ones they mean, where that is known."""
    return _suspects().sub(lambda found: gaiji.get(found[0], found[0]), text)


def wrong_with(text: str, encoding: str) -> Wrong | None:
    """What keeps a text from being stored; None when nothing does.

    The detail of broken bytes is their place in the text, counted in bytes from 1, and their value.
    """
    found = _suspects().search(text)
    if found is None:
        return None
    code = ord(found[0])
    if code in _BROKEN_BYTE:
        before = text[: found.start()].encode(encoding, "surrogateescape")
        return Wrong(Fault.BYTES, f"{len(before) + 1}: {code - 0xDC00:02X}")
    if code in _MEANINGLESS and encoding == "cp932":
        before = text[: found.start()].encode(encoding, "surrogateescape")
        return Wrong(Fault.BYTES, f"{len(before) + 1}: {_host_code(found[0], encoding)}")
    if code in _PRIVATE:
        return Wrong(Fault.GAIJI, _host_code(found[0], encoding))
    return Wrong(Fault.CONTROL, f"U+{code:04X}")


def shown(text: str) -> str:
    """The text as a report can show it: what cannot be seen as its code."""
    return _suspects().sub(lambda found: f"<{_code(found[0])}>", text)


def _code(character: str) -> str:
    code = ord(character)
    return f"{code - 0xDC00:02X}" if code in _BROKEN_BYTE else f"U+{code:04X}"


def _host_code(character: str, encoding: str) -> str:
    if encoding == "cp932":
        return character.encode("cp932").hex().upper()
    return f"U+{ord(character):04X}"


@functools.cache
def _suspects() -> re.Pattern[str]:
    """Everything that cannot be seen, and codes that are no characters."""
    codes = [code for code in range(sys.maxunicode + 1) if _is_suspect(code)]
    spans: list[list[int]] = []
    for code in codes:
        if spans and code == spans[-1][1] + 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return re.compile("[" + "".join(f"\\U{a:08x}-\\U{b:08x}" for a, b in spans) + "]")


def _is_suspect(code: int) -> bool:
    no_character = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    # a soft hyphen and the joiners of names in other scripts are unseen too
    return no_character or unicodedata.category(chr(code)) in _UNSEEN
