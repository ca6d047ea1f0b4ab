"""What the billing host delivered, run by run, and which of its lines were refused."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import STRICT, Base
from db.models.types import Code, Instant, Line, Number, Total, Word, digits
from db.rules.import_words import FileKind, ImportState

_MOST_ROWS = 2_000_000_000


class ImportRun(Base):
    """One delivery of the billing host, stored whole or not at all; nobody changes it afterwards.

    ``staff_id`` is empty when a computer ran it by itself; ``desk`` says which.
    """

    __tablename__ = "import_run"
    __table_args__ = (CheckConstraint("ended_at >= begun_at", name="ended_after_begun"), STRICT)

    id: Mapped[int] = mapped_column(primary_key=True)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    desk: Mapped[str] = mapped_column(Line(60, 0))
    begun_at: Mapped[dt.datetime] = mapped_column(Instant, index=True)
    ended_at: Mapped[dt.datetime] = mapped_column(Instant)
    state: Mapped[ImportState] = mapped_column(Code(ImportState))
    most_refused: Mapped[str] = mapped_column(Line(20))


class ImportFile(Base):
    """One file of a delivery: its SHA-256, what became of its lines, and what they come to.

    ``yen`` and ``usage_m3`` total the file, as its trailer does: refused lines are in them.
    """

    __tablename__ = "import_file"
    __table_args__ = (UniqueConstraint("run_id", "position"), STRICT)

    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("import_run.id"))
    position: Mapped[int] = mapped_column(Number(1, 999))
    name: Mapped[str] = mapped_column(Line(255))
    kind: Mapped[FileKind] = mapped_column(Word(FileKind))
    sha256: Mapped[str] = mapped_column(digits(64), index=True)
    rows_read: Mapped[int] = mapped_column(Number(0, _MOST_ROWS))
    rows_new: Mapped[int] = mapped_column(Number(0, _MOST_ROWS))
    rows_changed: Mapped[int] = mapped_column(Number(0, _MOST_ROWS))
    rows_unchanged: Mapped[int] = mapped_column(Number(0, _MOST_ROWS))
    rows_refused: Mapped[int] = mapped_column(Number(0, _MOST_ROWS))
    yen: Mapped[int] = mapped_column(Total())
    usage_m3: Mapped[int] = mapped_column(Total())


class ImportRefusal(Base):
    """One line that was refused: where, what it said, why, and what would have been right.

    Line 0 stands for the file itself.
    """

    __tablename__ = "import_refusal"
    __table_args__ = (Index("ix_import_refusal_file_id_line", "file_id", "line"), STRICT)

    id: Mapped[int] = mapped_column(primary_key=True)
    file_id: Mapped[int] = mapped_column(ForeignKey("import_file.id"))
    line: Mapped[int] = mapped_column(Number(0, _MOST_ROWS))
    field: Mapped[str] = mapped_column(Line(60, 0))
    value: Mapped[str] = mapped_column(Line(200, 0))
    reason: Mapped[str] = mapped_column(Line(40))
    expected: Mapped[str] = mapped_column(Line(200, 0))
