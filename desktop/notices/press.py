"""A PDF written as it grows: each page is packed and put into the file as soon as it is full.

ReportLab makes the fonts and the file's particulars; it would keep every page until the end.
"""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Final

from reportlab.pdfbase.pdfdoc import (
    PDFDocument,
    PDFIndirectObject,
    PDFObject,
    PDFTrailer,
    ViewerPreferencesPDFDictionary,
)

from db.rules.periods import in_japan

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from desktop.notices.lettering import PaperFont

_HEADER: Final = b"%PDF-1.4\n%\x93\x8c\x8b\x9e\n"
_EFFORT: Final = 4  # of zlib's nine: the higher ones cost more than they gain on pages
_FREE: Final = b"0000000000 65535 f \n"


class _Late(PDFObject):  # type: ignore[misc]  # ReportLab ships no types
    """An object that is written last, when all is known."""

    __RefOnly__ = 1

    def __init__(self, write: Callable[[], bytes]) -> None:
        self._write = write

    def format(self, _document: PDFDocument) -> bytes:
        """Its bytes."""
        return self._write()


class Press:
    """The file that pages are put into, ``width`` by ``height`` points each."""

    def __init__(
        self,
        title: str,
        *,
        language: str,
        width: float,
        height: float,
        made_at: dt.datetime,
    ) -> None:
        self._document = document = PDFDocument(compression=1, invariant=1, lang=language)
        document.setTitle(title)
        document.setAuthor("")
        document.setSubject("")
        document.setCreator("Mizumado")
        document.setDateFormatter(_Stamp(made_at))
        self._file = io.BytesIO()
        self._file.write(_HEADER)
        self._box = f"[0 0 {width:.2f} {height:.2f}]".encode()
        self._codes: dict[str, dict[str, int]] = {}
        self._offsets: dict[int, int] = {}
        self._pages: list[int] = []
        self._forms: list[int] = []
        self._tree = self._late(self._tree_bytes)
        self._resources = self._late(self._resource_bytes)

    @property
    def pages(self) -> int:
        """How many pages were put in so far."""
        return len(self._pages)

    def text(self, stretches: Iterable[tuple[PaperFont, str]], size: float) -> bytes:
        """What draws a text, to be put between a place and the end of the text."""
        parts: list[bytes] = []
        for font, drawn in stretches:
            for subset, codes in self._coded(font, drawn):
                name = font.getSubsetInternalName(subset, self._document)
                parts.append(b"%b %g Tf (%b) Tj" % (name.encode(), size, _escaped(codes)))
        return b" ".join(parts)

    def _coded(self, font: PaperFont, drawn: str) -> list[tuple[int, bytes]]:
        """The text in the codes of the font's subsets: what ``splitString`` gives, sooner."""
        known = self._codes.setdefault(font.fontName, {})
        try:
            codes = [known[letter] for letter in drawn]
        except KeyError:
            split: list[tuple[int, bytes]] = font.splitString(drawn, self._document)
            assigned = font.state[self._document].assignments
            known.update((chr(code), number) for code, number in assigned.items())
            return split
        subset = codes[0] >> 8
        if any(code >> 8 != subset for code in codes):
            return list(font.splitString(drawn, self._document))
        return [(subset, bytes(code & 255 for code in codes))]

    def add_form(self, code: bytes) -> bytes:
        """Keep what many pages have in common; gives what draws it on each of them."""
        head = b"/Type /XObject /Subtype /Form /BBox %b /Resources %d 0 R" % (
            self._box,
            self._resources,
        )
        self._forms.append(self._put_stream([code], head))
        return b"/X%d Do" % len(self._forms)

    def add_page(self, code: list[bytes]) -> None:
        """Put a page in; what was drawn on it is not kept."""
        contents = self._put_stream(code)
        number = self._next_number()
        page = b"<< /Type /Page /Parent %d 0 R /MediaBox %b /Resources %d 0 R /Contents %d 0 R >>"
        self._put(number, page % (self._tree, self._box, self._resources, contents))
        self._pages.append(number)

    def finish(self) -> bytes:
        """The whole file, with the fonts that were used."""
        document = self._document
        for font in document.delayedFonts:
            font.addObjects(document)
        catalog = document.Catalog
        catalog.Outlines = None
        catalog.Pages = document.idToObject[document.numberToId[self._tree]]
        catalog.ViewerPreferences = ViewerPreferencesPDFDictionary()
        catalog.ViewerPreferences["DisplayDocTitle"] = "true"
        document.info.invariant = document.invariant
        document.info.digest(document.signature)
        root, info = document.Reference(catalog), document.Reference(document.info)
        self._put_the_rest()
        self._put_index(PDFTrailer, Root=root, Info=info, ID=document.ID())
        return self._file.getvalue()

    def _late(self, write: Callable[[], bytes]) -> int:
        self._document.Reference(_Late(write))
        number: int = self._document.objectcounter
        return number

    def _next_number(self) -> int:
        self._document.objectcounter += 1
        number: int = self._document.objectcounter
        return number

    def _put_stream(self, code: list[bytes], head: bytes = b"") -> int:
        packed = zlib.compress(b"\n".join(code), _EFFORT)
        self._document.updateSignature(packed)
        number = self._next_number()
        told = b"<< %b /Length %d /Filter /FlateDecode >>" % (head, len(packed))
        self._put(number, told + b"\nstream\n" + packed + b"\nendstream")
        return number

    def _put(self, number: int, content: bytes) -> None:
        self._offsets[number] = self._file.tell()
        self._file.write(b"%d 0 obj\n%b\nendobj\n" % (number, content))

    def _put_the_rest(self) -> None:
        """Write the objects that ReportLab keeps; writing one may make another."""
        document, number = self._document, 0
        while number < document.objectcounter:
            number += 1
            if number not in self._offsets:
                name = document.numberToId[number]
                kept = PDFIndirectObject(name, document.idToObject[name])
                self._offsets[number] = self._file.tell()
                self._file.write(kept.format(document))

    def _put_index(self, trailer: type, **facts: object) -> None:
        begins, count = self._file.tell(), len(self._offsets) + 1
        self._file.write(b"xref\n0 %d\n" % count + _FREE)
        for number in range(1, count):
            self._file.write(b"%010d 00000 n \n" % self._offsets[number])
        self._file.write(trailer(begins, Size=count, **facts).format(self._document))

    def _tree_bytes(self) -> bytes:
        kids = b" ".join(b"%d 0 R" % number for number in self._pages)
        return b"<< /Type /Pages /Count %d /Kids [%b] >>" % (len(self._pages), kids)

    def _resource_bytes(self) -> bytes:
        fonts, _ = self._document.idToObjectNumberAndVersion["BasicFonts"]
        forms = b" ".join(b"/X%d %d 0 R" % each for each in enumerate(self._forms, 1))
        return b"<< /Font %d 0 R /XObject << %b >> /ProcSet [/PDF /Text] >>" % (fonts, forms)


class _Stamp:
    """Dates a file by what it tells, not by when it was made, so that its bytes stay the same."""

    def __init__(self, moment: dt.datetime) -> None:
        self._text = f"D:{in_japan(moment):%Y%m%d%H%M%S}+09'00'"

    def __call__(self, *_clock: int) -> str:
        return self._text


def _escaped(codes: bytes) -> bytes:
    plain = codes.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return plain.replace(b"\r", b"\\r").replace(b"\n", b"\\n")
