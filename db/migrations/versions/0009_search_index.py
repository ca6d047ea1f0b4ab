"""An index over pieces of the search keys, how many contracts have each, and other ways to find."""

from __future__ import annotations

from alembic import op
from sqlalchemy.orm import Session

from db.commands import search_keys
from db.migrations.parts import make_table, number, text

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_INDEX = """
CREATE VIRTUAL TABLE search_index
USING fts5(tokens, content='', columnsize=0, detail=none, tokenize='ascii')
"""
_FUNCTION = """
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
_TOKENS = """
CREATE INDEX ix_search_key_tokens ON search_key
USING gin (search_vector(name, kana, address, phone, numbers)) WITH (gin_pending_list_limit = 256)
"""
_BEGINNINGS = (
    ("search_key", "ix_search_key_name", "name{order}"),
    ("search_key", "ix_search_key_kana", "kana{order}"),
    ("customer", "ix_customer_email", "lower(email{order}){order}"),
    ("member", "ix_member_email_lower", "lower(email{order}){order}"),
)


def upgrade() -> None:
    """Make the index and fill it from what is registered: the keys hold more than before."""
    op.drop_index("ix_search_key_kana", "search_key")
    for table, name, of in _BEGINNINGS:
        op.execute(f"CREATE INDEX {name} ON {table} ({of.format(order=_order())})")
    op.create_index("ix_customer_born_on", "customer", ["born_on"])
    make_table(
        "search_frequency", text("token", 40, primary=True), number("rows", 0, 2_147_483_647)
    )
    for statement in [_INDEX] if _on_sqlite() else [_FUNCTION, _TOKENS]:
        op.execute(statement)
    with Session(op.get_bind(), join_transaction_mode="rollback_only") as session:
        search_keys.rebuild(session)


def downgrade() -> None:
    """Go back to keys that are gone through one by one."""
    if _on_sqlite():
        op.execute("DROP TABLE search_index")
    else:
        op.execute("DROP INDEX ix_search_key_tokens")
        op.execute("DROP FUNCTION search_vector")
    op.drop_table("search_frequency")
    op.drop_index("ix_customer_born_on", "customer")
    for table, name, _of in reversed(_BEGINNINGS):
        op.drop_index(name, table)
    op.create_index("ix_search_key_kana", "search_key", ["kana"])


def _on_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def _order() -> str:
    return "" if _on_sqlite() else ' COLLATE "C"'
