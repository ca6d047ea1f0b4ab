"""Who did or saw what, kept so that a later change shows.

Events and seals are only ever added: triggers refuse UPDATE and DELETE on both databases.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import DDL, Index, event
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import STRICT, Base
from db.models.types import Instant, Line, Number, Word
from db.rules.words import EventKind

_ID = Number(1, 2_147_483_647)


class AuditEvent(Base):
    """One act or one look, written in the transaction of the act."""

    __tablename__ = "audit_event"
    __table_args__ = (
        Index("ix_audit_event_customer_id_at", "customer_id", "at"),
        Index("ix_audit_event_staff_id_at", "staff_id", "at"),
        # with what is filtered by, so that a million events are passed over without their rows
        Index("ix_audit_event_at", "at", "id", "kind", "staff_id"),
        STRICT | {"sqlite_autoincrement": True},
    )

    # no foreign keys: the record outlives what it speaks of
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[dt.datetime] = mapped_column(Instant)
    kind: Mapped[EventKind] = mapped_column(Word(EventKind))
    staff_id: Mapped[int | None] = mapped_column(_ID)
    desk: Mapped[str] = mapped_column(Line(60, 0))
    customer_id: Mapped[int | None] = mapped_column(_ID)
    contract_id: Mapped[int | None] = mapped_column(_ID)
    facts: Mapped[str] = mapped_column(Line(4000))


class AuditSeal(Base):
    """A hash over the events up to one of them and over the seal before."""

    __tablename__ = "audit_seal"
    __table_args__ = (STRICT | {"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    up_to: Mapped[int] = mapped_column(_ID, unique=True)
    count: Mapped[int] = mapped_column(Number(1, 2_147_483_647))
    root: Mapped[str] = mapped_column(Line(64, 64))
    prev: Mapped[str] = mapped_column(Line(64, 64))
    sealed_at: Mapped[dt.datetime] = mapped_column(Instant)


REFUSING_FUNCTION = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '%% is only ever added to', TG_TABLE_NAME; END $$
"""


def refusing_triggers(table: str, dialect: str) -> list[str]:
    """The statements after which ``table`` takes no UPDATE and no DELETE."""
    if dialect == "sqlite":
        return [
            f"CREATE TRIGGER {table}_no_{act} BEFORE {act} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is only ever added to'); END"
            for act in ("update", "delete")
        ]
    refusing = f"BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT"
    return [f"CREATE TRIGGER {table}_no_change {refusing} EXECUTE FUNCTION refuse_change()"]


def _on(dialect: str, statement: str) -> DDL:
    ddl: DDL = DDL(statement)  # type: ignore[no-untyped-call]
    return ddl.execute_if(dialect=dialect)


def _attach(table: type[Base]) -> None:
    for dialect in ("sqlite", "postgresql"):
        for statement in refusing_triggers(table.__tablename__, dialect):
            event.listen(table.__table__, "after_create", _on(dialect, statement))


event.listen(AuditEvent.__table__, "before_create", _on("postgresql", REFUSING_FUNCTION))
_attach(AuditEvent)
_attach(AuditSeal)
