"""Files that nobody takes for finished before all of them are, and what is told of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Unfinished:
    """Files under other names until they are completed together; otherwise none of them is left.

    What leaves the bureau is recorded before it can be taken away: between the last of them and
    ``complete`` the record is committed.
    """

    def __init__(self) -> None:
        self._parts: dict[Path, Path] = {}

    def __enter__(self) -> Unfinished:
        return self

    def __exit__(self, *_: object) -> None:
        for part in self._parts:
            part.unlink(missing_ok=True)

    def begun(self, place: Path) -> Path:
        """Under which name to write what will be at ``place``."""
        part = place.with_name(f".{place.name}.part")
        self._parts[part] = place
        return part

    def complete(self) -> None:
        """Give the files their names; one that stood there before is replaced."""
        for part, place in self._parts.items():
            part.replace(place)
