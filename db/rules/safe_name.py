"""Names of files that every system takes and that never lead out of their folder."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# file systems allow 255 bytes of UTF-8, and a sync or backup program adds some of its own
_MOST_BYTES: Final = 200
_MOST_SUFFIX_BYTES: Final = 16
_USUAL: Final = "mizumado"
_NOT_IN_NAMES: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f]+')
_UNSEEN: Final = frozenset({"Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Windows opens a device under these names, whatever follows the first dot
_DEVICES: Final = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    | {f"{port}{number}" for port in ("COM", "LPT") for number in range(10)}
)


def safe_name(name: str) -> str:
    """A file name, never a path: NFKC first, then what is left of it; never empty or too long."""
    # full-width slashes and dots become real ones before anything is judged
    folded = unicodedata.normalize("NFKC", name)
    seen = "".join("/" if unicodedata.category(c) in _UNSEEN else c for c in folded)
    plain = _trimmed(_NOT_IN_NAMES.sub("_", seen))
    stem, dot, suffix = plain.rpartition(".")
    if not dot or len(suffix.encode()) > _MOST_SUFFIX_BYTES:
        stem, dot, suffix = plain, "", ""
    if stem.partition(".")[0].strip().upper() in _DEVICES:
        stem = f"{_USUAL} {stem}"
    stem = _trimmed(_cut(stem, _MOST_BYTES - len((dot + suffix).encode()))) or _USUAL
    return f"{stem}{dot}{suffix}"


def _trimmed(name: str) -> str:
    # a leading dot hides a file, a trailing dot or space is dropped by Windows
    return name.strip(" ._")


def _cut(text: str, most_bytes: int) -> str:
    return text.encode()[:most_bytes].decode(errors="ignore")
