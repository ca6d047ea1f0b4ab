"""The pieces that revisions make tables of; what a landed revision uses here never changes."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

Part = sa.Column[object] | sa.Constraint | sa.Index


def make_table(table: str, *parts: list[Part], autoincrement: bool = False) -> None:
    """Make ``table`` of its parts, STRICT on SQLite."""
    flat = [part for some in parts for part in some]
    # nothing but STRICT makes SQLite hold a column to its type
    options = {"sqlite_strict": True} | ({"sqlite_autoincrement": True} if autoincrement else {})
    op.create_table(table, *flat, **options)


def key() -> list[Part]:
    """The surrogate key."""
    return [sa.Column("id", sa.Integer(), primary_key=True)]


def _checked(
    name: str, kind: sa.types.TypeEngine[Any], check: str, null: bool, *, primary: bool = False
) -> list[Part]:
    return [
        sa.Column(name, kind, nullable=null, primary_key=primary),
        sa.CheckConstraint(check, name=f"{name}_values"),
    ]


def text(
    name: str, longest: int, shortest: int = 1, *, null: bool = False, primary: bool = False
) -> list[Part]:
    """Text of ``shortest`` to ``longest`` characters."""
    check = f"length({name}) BETWEEN {shortest} AND {longest}"
    return _checked(name, sa.Text(), check, null, primary=primary)


def code(name: str, codes: str, *, null: bool = False) -> list[Part]:
    """One of the codes, given with spaces between."""
    quoted = ", ".join(f"'{code}'" for code in codes.split())
    return _checked(name, sa.Text(), f"{name} IN ({quoted})", null)


def number(name: str, least: int, most: int, *, null: bool = False) -> list[Part]:
    """A whole number between two bounds."""
    return _checked(name, sa.Integer(), f"{name} BETWEEN {least} AND {most}", null)


def total(name: str) -> list[Part]:
    """A sum of very many numbers."""
    most = 999_999_999_999_999
    return _checked(name, sa.BigInteger(), f"{name} BETWEEN -{most} AND {most}", null=False)


def day(name: str, *, null: bool = False) -> list[Part]:
    """A calendar day."""
    check = f"{name} BETWEEN '1900-01-01' AND '2200-12-31'"
    return _checked(name, sa.Date(), check, null)


def instant(name: str, *, null: bool = False) -> list[Part]:
    """A moment, in UTC."""
    return [sa.Column(name, sa.DateTime(timezone=True), nullable=null)]


def blob(name: str, most: int) -> list[Part]:
    """A file's bytes."""
    return _checked(name, sa.LargeBinary(), f"length({name}) BETWEEN 1 AND {most}", null=False)


def refers(name: str, target: str, *, null: bool = False, primary: bool = False) -> list[Part]:
    """A reference to ``target``, such as ``customer.id``."""
    reference = sa.ForeignKey(target)
    return [sa.Column(name, sa.Integer(), reference, nullable=null, primary_key=primary)]


def unique(*names: str) -> list[Part]:
    """Names that no two rows share."""
    return [sa.UniqueConstraint(*names)]


def rule(name: str, check: str) -> list[Part]:
    """A rule over several columns."""
    return [sa.CheckConstraint(check, name=name)]


def version() -> list[Part]:
    """The count of changes for optimistic locking."""
    return number("version", 1, 999_999_999)


def refuse_changes(*tables: str) -> None:
    """Let the tables take no UPDATE and no DELETE."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$\n"
            "BEGIN RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME; END $$"
        )
    for table in tables:
        _refuse_change(table, op.get_bind().dialect.name)


def refuse_changes_again(table: str) -> None:
    """Let a table that was made anew take no UPDATE and no DELETE, as before."""
    _refuse_change(table, op.get_bind().dialect.name)


def one_of_those(name: str, table: str, column: str, where: str) -> None:
    """No two rows share the column's value among those where a condition holds."""
    condition = sa.text(where)
    op.create_index(
        name, table, [column], unique=True, sqlite_where=condition, postgresql_where=condition
    )


def _refuse_change(table: str, dialect: str) -> None:
    if dialect == "postgresql":
        op.execute(
            f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
        return
    for act in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{act} BEFORE {act} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is only ever added to'); END"
        )
