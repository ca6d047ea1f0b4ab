"""What a delivery is before it is stored, how far it has come, and what became of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from db.errors import RuleBroken
from db.rules.import_words import OF_FILES

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from db.rules.import_words import Fault, FileKind, ImportStage, ImportState
    from db.rules.issuer import Issuer

MOST_REFUSED_SETTING: Final = "import.most_refused"
MOST_LISTED: Final = 100_000
"""After so many refused lines a run stops reading: the file is not what it is taken for."""

_MOST: Final = re.compile(r"(\d{1,9})|(\d{1,3}(?:\.\d{1,3})?)%", re.ASCII)


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file as it was found; ``problem`` says why it cannot be stored, "" when it can.

    Problems: ``empty``, ``unknown_name`` (no layout's pattern fits), ``wrong_header`` (a pattern
    fits, the header record is another's), ``unreadable``. ``rows`` is how many data records its
    trailer counts, None where it counts none.
    """

    path: Path
    kind: FileKind | None
    layout: str
    size: int
    problem: str = ""
    rows: int | None = None

    @property
    def name(self) -> str:
        """The file's own name, as far as it is text."""
        return self.path.name.encode("utf-8", "replace").decode()


@dataclass(frozen=True, slots=True)
class Delivery:
    """The files of one run, in the order in which they refer to each other."""

    files: tuple[FoundFile, ...]

    @property
    def size(self) -> int:
        """Bytes in all."""
        return sum(file.size for file in self.files)

    @property
    def problems(self) -> tuple[FoundFile, ...]:
        """The files that cannot be stored."""
        return tuple(file for file in self.files if file.problem)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come in its stage: ``done`` of ``of``, in the units of the stage."""

    stage: ImportStage
    done: int
    of: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """One refused line: what a field said, why not, and what would have been right."""

    file: str
    line: int
    field: str
    value: str
    reason: Fault
    expected: str = ""


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file's lines; ``yen`` and ``usage_m3`` total it with refused lines."""

    name: str
    kind: FileKind
    sha256: str
    rows_read: int = 0
    rows_new: int = 0
    rows_changed: int = 0
    rows_unchanged: int = 0
    rows_refused: int = 0
    yen: int = 0
    usage_m3: int = 0


@dataclass(frozen=True, slots=True)
class ImportReport:
    """How a run ended; ``run_id`` is None of a trial, which is not recorded.

    ``came_at`` is when the same files had been stored. ``locked_s`` is how long the switch took,
    in which other desks could not write on SQLite.
    """

    state: ImportState
    run_id: int | None
    by: str
    desk: str
    begun_at: dt.datetime
    ended_at: dt.datetime
    most_refused: str
    files: tuple[FileReport, ...]
    refusals: tuple[Refusal, ...] = ()
    trial: bool = False
    came_at: dt.datetime | None = None
    locked_s: float = 0.0

    @property
    def rows_read(self) -> int:
        """The data records of all files."""
        return sum(file.rows_read for file in self.files)

    @property
    def rows_refused(self) -> int:
        """The refused ones among them."""
        return sum(file.rows_refused for file in self.files)

    @property
    def has_wrong_file(self) -> bool:
        """Whether a file as a whole is refused, such as one without its end."""
        return not OF_FILES.isdisjoint(map(attrgetter("reason"), self.refusals))


@dataclass(frozen=True, slots=True)
class ImportSheet:
    """What the printed report of a run says, with the refused lines that are to stand in it."""

    report: ImportReport
    issuer: Issuer
    made_at: dt.datetime


def most_refused(text: str) -> str:
    """How many lines may be refused, as it is stored: ``0``, ``20`` or ``0.5%``.

    Raises ``import.limit_unreadable``.
    """
    found = _MOST.fullmatch(text.strip())
    if found is None or (found[2] and float(found[2]) > 100):
        raise RuleBroken("import.limit_unreadable", text=text)
    return found[0]


def too_many(refused: int, read: int, limit: str) -> bool:
    """Whether more lines were refused than ``limit``, such as ``20`` or ``0.5%``, lets pass."""
    if limit.endswith("%"):
        return refused * 100 > read * float(limit[:-1])
    return refused > int(limit)
