"""The billing host's own numbers, by which its files name what they bring, and the runs of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import sqlalchemy as sa
from alembic import op

from db.migrations.parts import (
    Part,
    code,
    day,
    instant,
    key,
    make_table,
    number,
    refers,
    rule,
    text,
    total,
    unique,
    version,
)

if TYPE_CHECKING:
    from collections.abc import Callable

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_MOST_ROWS: Final = 2_000_000_000
_NUMBER: Final = {
    "customer": "host_number",
    "location": "host_number",
    "payment": "receipt_number",
    "overpayment": "host_number",
}
_TEN_DIGITS: Final = {
    "sqlite": "printf('%010d', id)",
    "postgresql": "lpad(id::text, 10, '0')",
}


def upgrade() -> None:
    """Number what there is by its key, and make the tables of runs."""
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    for table, column in _NUMBER.items():
        (_make_anew if on_sqlite else _add)(table, column)
    _make_import_run()
    _make_import_file()
    _make_import_refusal()


def downgrade() -> None:
    """Forget the runs and the numbers."""
    for table in ("import_refusal", "import_file", "import_run"):
        op.drop_table(table)
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    for table, column in _NUMBER.items():
        if on_sqlite:
            _make_anew(table, "")
        else:
            op.drop_column(table, column)


def _add(table: str, column: str) -> None:
    op.add_column(table, sa.Column(column, sa.Text()))
    op.execute(f"UPDATE {table} SET {column} = {_TEN_DIGITS['postgresql']}")  # noqa: S608 names only
    op.alter_column(table, column, nullable=False)
    op.create_check_constraint(f"{column}_values", table, f"length({column}) BETWEEN 1 AND 20")
    op.create_unique_constraint(f"uq_{table}_{column}", table, [column])


def _make_anew(table: str, column: str) -> None:
    parts, index = _TABLES[table]()
    added = [text(column, 20), unique(column)] if column else []
    # the references of other tables go on to mean the table that comes in this one's place
    op.execute("PRAGMA legacy_alter_table=ON")
    if index:
        op.drop_index(f"ix_{table}_{index}", table)
    op.rename_table(table, f"{table}_before")
    make_table(table, *parts, *added)
    kept = ", ".join(part.name for some in parts for part in some if isinstance(part, sa.Column))
    more, filler = (f", {column}", f", {_TEN_DIGITS['sqlite']}") if column else ("", "")
    op.execute(
        f"INSERT INTO {table} ({kept}{more}) "  # noqa: S608 names of columns only
        f"SELECT {kept}{filler} FROM {table}_before ORDER BY id"
    )
    op.drop_table(f"{table}_before")
    if index:
        op.create_index(f"ix_{table}_{index}", table, [index])
    op.execute("PRAGMA legacy_alter_table=OFF")


def _customer() -> tuple[list[list[Part]], str]:
    parts = [
        key(),
        code("kind", "person company"),
        text("name", 100),
        text("kana", 200),
        text("latin_name", 200, null=True),
        text("phone", 20, null=True),
        text("email", 254, null=True),
        day("born_on", null=True),
        text("postal_code", 7, 7, null=True),
        text("address", 200, null=True),
        text("note", 2000, 0),
        version(),
    ]
    return parts, ""


def _location() -> tuple[list[list[Part]], str]:
    parts = [
        key(),
        text("postal_code", 7, 7),
        text("address", 200),
        text("address_kana", 300),
        text("address_latin", 300),
        version(),
    ]
    return parts, "postal_code"


def _payment() -> tuple[list[list[Part]], str]:
    parts = [
        key(),
        refers("debt_id", "debt.id"),
        number("yen", 1, 999_999_999),
        day("paid_on"),
        code("channel", "bank convenience app debit counter"),
        day("confirmed_on", null=True),
        version(),
    ]
    return parts, "debt_id"


def _overpayment() -> tuple[list[list[Part]], str]:
    parts = [
        key(),
        refers("debt_id", "debt.id"),
        number("yen", 1, 999_999_999),
        day("found_on"),
        code("way", "open refund set_off"),
        day("settled_on", null=True),
        version(),
    ]
    return parts, "debt_id"


_TABLES: Final[dict[str, Callable[[], tuple[list[list[Part]], str]]]] = {
    "customer": _customer,
    "location": _location,
    "payment": _payment,
    "overpayment": _overpayment,
}


def _make_import_run() -> None:
    make_table(
        "import_run",
        key(),
        refers("staff_id", "staff.id", null=True),
        text("desk", 60, 0),
        instant("begun_at"),
        instant("ended_at"),
        code("state", "stored refused cancelled came_before"),
        text("most_refused", 20),
        rule("ended_after_begun", "ended_at >= begun_at"),
    )
    op.create_index("ix_import_run_begun_at", "import_run", ["begun_at"])


def _make_import_file() -> None:
    make_table(
        "import_file",
        key(),
        refers("run_id", "import_run.id"),
        number("position", 1, 999),
        text("name", 255),
        text("kind", 40),
        text("sha256", 64, 64),
        number("rows_read", 0, _MOST_ROWS),
        number("rows_new", 0, _MOST_ROWS),
        number("rows_changed", 0, _MOST_ROWS),
        number("rows_unchanged", 0, _MOST_ROWS),
        number("rows_refused", 0, _MOST_ROWS),
        total("yen"),
        total("usage_m3"),
        unique("run_id", "position"),
    )
    op.create_index("ix_import_file_sha256", "import_file", ["sha256"])


def _make_import_refusal() -> None:
    make_table(
        "import_refusal",
        key(),
        refers("file_id", "import_file.id"),
        number("line", 0, _MOST_ROWS),
        text("field", 60, 0),
        text("value", 200, 0),
        text("reason", 40),
        text("expected", 200, 0),
    )
    op.create_index("ix_import_refusal_file_id_line", "import_refusal", ["file_id", "line"])
