"""Documents as they were issued, batches of them, and announcements to towns and of closures."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.migrations.parts import (
    Part,
    blob,
    code,
    day,
    instant,
    key,
    make_table,
    number,
    refers,
    rule,
    text,
    unique,
    version,
)

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_KEPT = "id, contract_id, title, title_en, body, body_en, published_on, withdrawn_on, version"
_RULES = {
    "one_audience": "contract_id IS NULL OR town = ''",
    "closed_then_open": "portal_closed_to > portal_closed_from",
    "closed_from_and_to": "(portal_closed_to IS NULL) = (portal_closed_from IS NULL)",
}


def upgrade() -> None:
    """Make the tables, each after those it refers to."""
    for make in (
        _make_document_file,
        _make_batch,
        _make_document,
        _make_document_debt,
        _make_print_event,
        _make_batch_item,
        _make_cutoff_decision,
        _make_number_series,
    ):
        make()
    op.create_index("ix_contact_started_at", "contact", ["started_at"])
    _widen_announcement()
    _make_announcement_seen()


def downgrade() -> None:
    """Remove them, each before those it refers to."""
    op.drop_table("announcement_seen")
    _narrow_announcement()
    op.drop_index("ix_contact_started_at", "contact")
    for table in (
        "number_series",
        "cutoff_decision",
        "batch_item",
        "print_event",
        "document_debt",
        "document",
        "batch",
        "document_file",
    ):
        op.drop_table(table)


def _make_document_file() -> None:
    make_table(
        "document_file",
        key(),
        text("sha256", 64, 64),
        number("size", 1, 999_999_999),
        blob("content", 64_000_000),
        unique("sha256"),
    )


def _make_batch() -> None:
    make_table(
        "batch",
        key(),
        text("key", 36, 36),
        text("kind", 40),
        code("state", "planned running cancelled done"),
        refers("office_id", "office.id"),
        text("criteria", 4000),
        day("issued_on"),
        day("limit_on", null=True),
        day("seen_to", null=True),
        number("bundle_size", 1, 5000),
        refers("planned_by", "staff.id"),
        instant("planned_at"),
        instant("started_at", null=True),
        instant("ended_at", null=True),
        version(),
        unique("key"),
        rule("ended_after_started", "ended_at >= started_at"),
    )
    op.create_index("ix_batch_planned_at", "batch", ["planned_at"])


def _make_document() -> None:
    make_table(
        "document",
        key(),
        text("kind", 40),
        text("number", 40),
        refers("customer_id", "customer.id", null=True),
        refers("contract_id", "contract.id", null=True),
        refers("batch_id", "batch.id", null=True),
        refers("file_id", "document_file.id", null=True),
        number("first_page", 1, 100_000),
        number("pages", 1, 1000),
        code("language", "ja en"),
        day("month", null=True),
        number("yen", 0, 999_999_999, null=True),
        day("limit_on", null=True),
        number("reissue", 0, 9),
        day("issued_on"),
        instant("issued_at"),
        refers("issued_by", "staff.id"),
        day("mailed_on", null=True),
        day("returned_on", null=True),
        day("published_on", null=True),
        instant("seen_at", null=True),
        version(),
        unique("kind", "number"),
    )
    op.create_index("ix_document_customer_id_issued_on", "document", ["customer_id", "issued_on"])
    op.create_index("ix_document_contract_id", "document", ["contract_id"])
    op.create_index("ix_document_batch_id", "document", ["batch_id"])
    op.create_index("ix_document_issued_at", "document", ["issued_at"])


def _make_document_debt() -> None:
    make_table(
        "document_debt",
        refers("document_id", "document.id", primary=True),
        refers("debt_id", "debt.id", primary=True),
        number("yen", 0, 999_999_999),
        number("fee_yen", 0, 999_999_999),
        number("interest_yen", 0, 999_999_999),
    )
    op.create_index("ix_document_debt_debt_id", "document_debt", ["debt_id"])


def _make_print_event() -> None:
    make_table(
        "print_event",
        key(),
        refers("document_id", "document.id"),
        instant("at"),
        refers("staff_id", "staff.id"),
        text("desk", 60, 0),
        code("way", "printer file bundle"),
        text("printer", 200, 0),
        number("copies", 1, 99),
        text("failure", 200, 0),
        version(),
    )
    op.create_index("ix_print_event_document_id", "print_event", ["document_id"])
    op.create_index("ix_print_event_at", "print_event", ["at"])


def _make_batch_item() -> None:
    make_table(
        "batch_item",
        key(),
        refers("batch_id", "batch.id"),
        number("position", 1, 9_999_999),
        refers("customer_id", "customer.id"),
        refers("contract_id", "contract.id"),
        code("state", "waiting issued left_out"),
        text("exclusion", 40, null=True),
        refers("document_id", "document.id", null=True),
        number("water_yen", 0, 999_999_999),
        number("sewerage_yen", 0, 999_999_999),
        version(),
        unique("batch_id", "position"),
    )
    op.create_index("ix_batch_item_batch_id_state", "batch_item", ["batch_id", "state"])


def _make_cutoff_decision() -> None:
    make_table(
        "cutoff_decision",
        key(),
        refers("contract_id", "contract.id"),
        refers("warning_id", "document.id"),
        number("approved", 0, 1),
        text("reason", 500, 0),
        refers("decided_by", "staff.id"),
        day("decided_on"),
        day("execute_on", null=True),
        version(),
        unique("warning_id"),
        rule("approved_with_day", "(execute_on IS NULL) = (approved = 0)"),
    )
    op.create_index("ix_cutoff_decision_contract_id", "cutoff_decision", ["contract_id"])


def _make_number_series() -> None:
    make_table(
        "number_series",
        text("name", 60, primary=True),
        number("last", 0, 999_999_999),
    )


def _widen_announcement() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _make_announcement_anew(_added(), more=", town", filler=", ''")
        return
    op.add_column("announcement", sa.Column("town", sa.Text(), server_default="", nullable=False))
    op.alter_column("announcement", "town", server_default=None)
    op.create_check_constraint("town_values", "announcement", "length(town) BETWEEN 0 AND 60")
    for part in (part for parts in _added()[1:4] for part in parts):
        if isinstance(part, sa.Column):
            op.add_column("announcement", part)
    for name, check in _RULES.items():
        op.create_check_constraint(name, "announcement", check)


def _added() -> list[list[Part]]:
    return [
        text("town", 60, 0),
        instant("portal_closed_from", null=True),
        instant("portal_closed_to", null=True),
        refers("written_by", "staff.id", null=True),
        *(rule(name, check) for name, check in _RULES.items()),
    ]


def _narrow_announcement() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _make_announcement_anew([], more="", filler="")
        return
    for column in ("town", "portal_closed_from", "portal_closed_to", "written_by"):
        op.drop_column("announcement", column)


def _make_announcement_anew(added: list[list[Part]], *, more: str, filler: str) -> None:
    op.drop_index("ix_announcement_contract_id", "announcement")
    op.rename_table("announcement", "announcement_before")
    make_table(
        "announcement",
        key(),
        refers("contract_id", "contract.id", null=True),
        text("title", 100),
        text("title_en", 200, 0),
        text("body", 4000, 0),
        text("body_en", 8000, 0),
        day("published_on"),
        day("withdrawn_on", null=True),
        version(),
        rule("withdrawn_after_published", "withdrawn_on >= published_on"),
        *added,
    )
    op.execute(
        f"INSERT INTO announcement ({_KEPT}{more}) "  # noqa: S608 names of columns only
        f"SELECT {_KEPT}{filler} FROM announcement_before ORDER BY id"
    )
    op.drop_table("announcement_before")
    op.create_index("ix_announcement_contract_id", "announcement", ["contract_id"])


def _make_announcement_seen() -> None:
    make_table(
        "announcement_seen",
        refers("announcement_id", "announcement.id", primary=True),
        refers("contract_id", "contract.id", primary=True),
        instant("seen_at"),
        refers("told_by", "staff.id", null=True),
    )
    op.create_index("ix_announcement_seen_contract_id", "announcement_seen", ["contract_id"])
