"""What a contract can be found by, and the index over it."""

from __future__ import annotations

from sqlalchemy import DDL, ForeignKey, column, event, table
from sqlalchemy.orm import Mapped, mapped_column

from db.models import customer, member  # noqa: F401 - their tables get indexes here
from db.models.base import STRICT, Base
from db.models.types import Line, Number

SEARCH_INDEX = table("search_index", column("rowid"), column("tokens"), column("search_index"))
"""SQLite's index: a row for a contract, written with its tokens and deleted with the same ones."""


class SearchKey(Base):
    """The folded keys of one contract; derived, and written by ``search_keys.refresh`` alone."""

    __tablename__ = "search_key"
    __table_args__ = (STRICT,)

    contract_id: Mapped[int] = mapped_column(
        ForeignKey("contract.id"), primary_key=True, autoincrement=False
    )
    name: Mapped[str] = mapped_column(Line(300, 0))
    kana: Mapped[str] = mapped_column(Line(600, 0))
    address: Mapped[str] = mapped_column(Line(1000, 0))
    phone: Mapped[str] = mapped_column(Line(60, 0))
    numbers: Mapped[str] = mapped_column(Line(400, 0))


class SearchFrequency(Base):
    """How many contracts have a token; derived, and written where the keys are."""

    __tablename__ = "search_frequency"
    __table_args__ = (STRICT,)

    token: Mapped[str] = mapped_column(Line(40), primary_key=True)
    rows: Mapped[int] = mapped_column(Number(0, 2_147_483_647))


MAKE_INDEX = """
CREATE VIRTUAL TABLE search_index
USING fts5(tokens, content='', columnsize=0, detail=none, tokenize='ascii')
"""

MAKE_VECTOR = """
CREATE FUNCTION search_vector(name text, kana text, address text, phone text, numbers text)
RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL RESTRICTED COST 10000 AS $$
SELECT array_to_tsvector(ARRAY(
    SELECT field || piece
    FROM (
        SELECT field, ascii(letter) AS a,
            lead(ascii(letter), 1) OVER word AS b, lead(ascii(letter), 2) OVER word AS c
        FROM (VALUES ('n', name), ('k', kana), ('t', address)) AS texts (field, key),
            unnest(string_to_array(key, NULL)) WITH ORDINALITY AS letters (letter, place)
        WINDOW word AS (PARTITION BY field ORDER BY place)
    ) AS run,
    unnest(ARRAY[
        CASE WHEN a <> 32 AND a <> 45 AND NOT a BETWEEN 48 AND 57
            AND NOT a BETWEEN 97 AND 122 AND NOT a BETWEEN 12449 AND 12538 THEN to_hex(a) END,
        CASE WHEN a <> 32 AND b <> 32 THEN to_hex(a) || 'x' || to_hex(b) END,
        CASE WHEN (a = 45 OR a BETWEEN 48 AND 57) AND (b = 45 OR b BETWEEN 48 AND 57)
            AND (c = 45 OR c BETWEEN 48 AND 57)
            THEN to_hex(a) || 'x' || to_hex(b) || 'x' || to_hex(c) END
    ]) AS pieces (piece)
    WHERE piece IS NOT NULL
    UNION ALL
    SELECT field || substr(key, start, 4)
    FROM (VALUES ('p', phone), ('m', numbers)) AS digits (field, key),
        generate_series(1, length(key) - 3) AS start
    WHERE strpos(substr(key, start, 4), ' ') = 0
))
$$
"""

INDEX_VECTOR = """
CREATE INDEX ix_search_key_tokens ON search_key
USING gin (search_vector(name, kana, address, phone, numbers)) WITH (gin_pending_list_limit = 256)
"""

_IN_CODE_ORDER = {"sqlite": "", "postgresql": ' COLLATE "C"'}
_BEGINNINGS = (
    ("search_key", "ix_search_key_name", "name{order}"),
    ("search_key", "ix_search_key_kana", "kana{order}"),
    ("customer", "ix_customer_email", "lower(email{order}){order}"),
    ("member", "ix_member_email_lower", "lower(email{order}){order}"),
)


def ordered_indexes(dialect: str) -> list[tuple[str, str]]:
    """Tables, and the statements that index the beginnings of their texts by code points."""
    order = _IN_CODE_ORDER[dialect]
    return [
        (table, f"CREATE INDEX {name} ON {table} ({of.format(order=order)})")
        for table, name, of in _BEGINNINGS
    ]


def _attach() -> None:
    made = {"sqlite": [MAKE_INDEX], "postgresql": [MAKE_VECTOR, INDEX_VECTOR]}
    dropped = {"sqlite": "DROP TABLE search_index", "postgresql": "DROP FUNCTION search_vector"}
    keys = SearchKey.__table__
    for dialect, statements in made.items():
        for statement in statements:
            event.listen(keys, "after_create", _on(dialect, statement))
        event.listen(keys, "after_drop", _on(dialect, dropped[dialect]))
        for table_name, statement in ordered_indexes(dialect):
            table_made = Base.metadata.tables[table_name]
            event.listen(table_made, "after_create", _on(dialect, statement))


def _on(dialect: str, statement: str) -> DDL:
    ddl: DDL = DDL(statement)  # type: ignore[no-untyped-call]
    return ddl.execute_if(dialect=dialect)


_attach()
