"""The type on paper: each letter from the first font that has it, and copied as it was stored."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

import resources
from desktop.notices.variants import variants_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfbase.pdfdoc import PDFDocument

_FONTS: Final = Path(resources.__file__).parent / "fonts"
_FALLBACK: Final = "NotoSansJP-Subset"
# a letter, the marks that join it (か + ゙), and the selector of one of its forms (辻󠄀)
CLUSTER: Final = "(?s:.)[\u0300-\u036f\u3099\u309a]*[\ufe00-\ufe0f\U000e0100-\U000e01ef]?"
"""What must stay together, as a pattern."""

_CLUSTERS: Final = re.compile(CLUSTER)
_JOINING: Final = re.compile("[\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_WIDTHS_REMEMBERED: Final = 16384
_SELECTOR: Final = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
# printers put this where they lack a letter: seen at once, unlike an empty box
_MISSING: Final = "〓"
# codes of our own, which no text reaches: private ones in a text have no glyph and become 〓
_FIRST_OWN_CODE: Final = 0x100000


class Face(StrEnum):
    """A shipped font by its file; the last two have figures of one width."""

    TEXT = "BIZUDPGothic-Regular"
    BOLD = "BIZUDPGothic-Bold"
    FIGURES = "BIZUDGothic-Regular"
    FIGURES_BOLD = "BIZUDGothic-Bold"

    __hash__ = str.__hash__  # every text on a page is looked up by its face


# by face the letters that it was seen to draw itself, nearly all of every text
_PLAIN: Final[dict[Face, set[str]]] = {face: set() for face in Face}


class PaperFont(TTFont):  # type: ignore[misc]  # ReportLab ships no types
    """A TrueType font whose text can be copied: rare kanji and variants as they were stored."""

    def __init__(self, name: str) -> None:
        # without room kept for all of ASCII a subset holds what is drawn and nothing else
        super().__init__(name, str(_FONTS / f"{name}.ttf"), asciiReadable=False, shapable=False)
        self._variants = variants_of(self.face.get_table("cmap"))
        self._own_codes: dict[str, int] = {}
        self._texts: dict[int, str] = {}

    def glyph_of(self, letter: str, selector: str) -> int | None:
        """The glyph for a letter in the form that ``selector`` asks for, if the font has it."""
        code = ord(letter)
        if code >= _FIRST_OWN_CODE:
            return None
        if selector and (code, ord(selector)) in self._variants:
            named = self._variants[code, ord(selector)]
            return self.face.charToGlyph.get(code) if named is None else named
        return None if selector else self.face.charToGlyph.get(code)

    def own(self, text: str, glyph: int) -> str:
        """A character that draws ``glyph`` and is copied as ``text``."""
        if text not in self._own_codes:
            code = _FIRST_OWN_CODE + len(self._own_codes)
            self._own_codes[text], self._texts[code] = code, text
            self.face.charToGlyph[code] = glyph
            self.face.charWidths[code] = self.pdfScale(self.face.hmetrics[glyph][0])
        return chr(self._own_codes[text])

    def addObjects(self, doc: PDFDocument) -> None:
        """Embed the subsets with maps to Unicode of our own.

        ReportLab writes a code beyond U+FFFF with five digits, which readers take for others.
        """
        subsets = self.state[doc].subsets
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            prefix = SUBSETN(number) + b"+" + self.face.name + self.face.subfontNameX
            name = prefix.decode("ascii")
            doc.idToObject[f"toUnicodeCMap:{name}"].content = self._to_unicode(name, subset)

    def _to_unicode(self, name: str, subset: list[int]) -> str:
        rows = [
            f"<{code:02X}> <{self._texts.get(letter, chr(letter)).encode('utf-16-be').hex()}>"
            for code, letter in enumerate(subset)
            if letter
        ]
        blocks: list[str] = []
        for start in range(0, len(rows), 100):  # more than a hundred in a block are not allowed
            part = rows[start : start + 100]
            blocks += [f"{len(part)} beginbfchar", *part, "endbfchar"]
        return "\n".join([*_before_rows(name), *blocks, *_AFTER_ROWS])


_AFTER_ROWS: Final = ("endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end")


def _before_rows(name: str) -> list[str]:
    return [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]


@cache
def font(name: str) -> PaperFont:
    """The shipped font of that name, ready to be drawn with."""
    loaded = PaperFont(name)
    pdfmetrics.registerFont(loaded)
    return loaded


def clusters(text: str) -> list[str]:
    """The text in pieces that must stay together: letters with their marks and selectors."""
    return _CLUSTERS.findall(text) if _JOINING.search(text) else list(text)


def runs(text: str, face: Face) -> Iterator[tuple[PaperFont, str]]:
    """The text as stretches of one font each, in characters that this font draws."""
    if text and _PLAIN[face].issuperset(text):
        yield font(face), text
        return
    stretch, last = "", font(face)
    for cluster in clusters(text):
        chosen, drawn = _drawn(cluster, face)
        if chosen is last and drawn == cluster and len(cluster) == 1:
            _PLAIN[face].add(cluster)
        if chosen is not last and stretch:
            yield last, stretch
            stretch = ""
        last = chosen
        stretch += drawn
    if stretch:
        yield last, stretch


def unprintable(text: str) -> tuple[str, ...]:
    """What no shipped font has, in the order in which it comes; on paper it becomes 〓."""
    if _PLAIN[Face.TEXT].issuperset(text):
        return ()
    return tuple(dict.fromkeys(c for c in clusters(text) if _found(c, Face.TEXT) is None))


def text_width(text: str, face: Face, size: float) -> float:
    """How wide the text becomes, in points."""
    return _ems(text, face) * size


@lru_cache(_WIDTHS_REMEMBERED)
def _ems(text: str, face: Face) -> float:
    return sum(_advance(cluster, face) for cluster in clusters(text))


@cache
def _advance(cluster: str, face: Face) -> float:
    chosen, drawn = _drawn(cluster, face)
    return float(chosen.stringWidth(drawn, 1))


@cache
def _drawn(cluster: str, face: Face) -> tuple[PaperFont, str]:
    """The font for a cluster, and the one character that it draws for it."""
    found = _found(cluster, face)
    if found is None:
        chosen = font(face)
        return chosen, chosen.own(cluster, chosen.face.charToGlyph[ord(_MISSING)])
    chosen, glyph = found
    plain = len(cluster) == 1
    return chosen, cluster if plain else chosen.own(cluster, glyph)


@cache
def _found(cluster: str, face: Face) -> tuple[PaperFont, int] | None:
    selector = cluster[-1] if len(cluster) > 1 and _SELECTOR.match(cluster[-1]) else ""
    letter = unicodedata.normalize("NFC", cluster.removesuffix(selector))
    if len(letter) > 1:  # a mark that makes no letter with what stands before it
        return None
    # a form that no font knows is drawn in the usual one: the same letter to a reader
    for form in (selector, ""):
        for known in (font(face), font(_FALLBACK)):
            if glyph := known.glyph_of(letter, form):
                return known, glyph
    return None
