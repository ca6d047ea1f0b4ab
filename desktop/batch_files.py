"""The folder that a batch of notices is written into: each file whole, or not there at all."""

from __future__ import annotations

import hashlib
import os
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.errors import RuleBroken
from db.rules.file_faults import file_fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from db.rules.paper import PaperKind


@dataclass(frozen=True, slots=True)
class BatchFolder:
    """Where the files of one batch are, and what they are called: reminder-12-001.pdf."""

    folder: Path
    kind: PaperKind
    batch_id: int

    def bundle(self, number: int) -> Path:
        """The file of a bundle; their names sort in posting order."""
        return self._named(f"{number:03}.pdf")

    @property
    def list(self) -> Path:
        """The control list."""
        return self._named("list.csv")

    @property
    def totals(self) -> Path:
        """The totals sheet."""
        return self._named("totals.pdf")

    def has(self, number: int, *, size: int, sha256: str) -> bool:
        """Whether a bundle was written already, and nobody changed it since."""
        file = self.bundle(number)
        try:
            if file.stat().st_size != size:
                return False
            return hashlib.sha256(file.read_bytes()).hexdigest() == sha256
        except OSError:
            return False

    def _named(self, end: str) -> Path:
        return self.folder / f"{self.kind.value}-{self.batch_id}-{end}"


def require_usable_folder(folder: Path) -> None:
    """Go on only with a folder that is there and takes files; raises as ``write_whole`` does."""
    if not folder.is_dir():
        raise RuleBroken("batch.folder_missing", folder=str(folder))
    probe = folder / ".mizumado"
    write_whole(probe, b"-")
    with _told_plainly(folder):
        probe.unlink()


def write_whole(file: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, also when the machine stops.

    Raises ``batch.folder_missing``, ``.folder_closed``, ``.folder_full`` or ``.folder_failed``.
    """
    part = file.with_name(f".{file.name}.part")
    try:
        with _told_plainly(file.parent):
            with part.open("wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(file)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


@contextmanager
def _told_plainly(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        told = {"folder": str(folder), "why": error.strerror or ""}
        raise RuleBroken(f"batch.folder_{file_fault(error)}", **told) from error
