"""The audit, announcements, settings, and what a contract is found by."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.migrations.parts import (
    code,
    day,
    instant,
    key,
    make_table,
    number,
    refers,
    refuse_changes,
    rule,
    text,
    unique,
    version,
)

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, each after those it refers to."""
    for make in (
        _make_audit_event,
        _make_audit_seal,
        _make_setting,
        _make_announcement,
        _make_search_key,
    ):
        make()
    refuse_changes("audit_event", "audit_seal")


def downgrade() -> None:
    """Remove them, each before those it refers to."""
    for table in (
        "search_key",
        "announcement",
        "setting",
        "audit_seal",
        "audit_event",
    ):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_change")


def _make_audit_event() -> None:
    make_table(
        "audit_event",
        key(),
        instant("at"),
        code(
            "kind",
            "sign_in sign_in_failed locked sign_out password_changed "
            "staff_created staff_unlocked searched customer_opened bills_viewed exported",
        ),
        number("staff_id", 1, 2_147_483_647, null=True),
        text("desk", 60, 0),
        number("customer_id", 1, 2_147_483_647, null=True),
        number("contract_id", 1, 2_147_483_647, null=True),
        text("facts", 4000),
        autoincrement=True,
    )
    op.create_index("ix_audit_event_customer_id_at", "audit_event", ["customer_id", "at"])
    op.create_index("ix_audit_event_staff_id_at", "audit_event", ["staff_id", "at"])


def _make_audit_seal() -> None:
    make_table(
        "audit_seal",
        key(),
        number("up_to", 1, 2_147_483_647),
        number("count", 1, 2_147_483_647),
        text("root", 64, 64),
        text("prev", 64, 64),
        instant("sealed_at"),
        unique("up_to"),
        autoincrement=True,
    )


def _make_setting() -> None:
    make_table(
        "setting",
        [
            sa.Column("name", sa.Text(), primary_key=True),
            *rule("name_values", "length(name) BETWEEN 1 AND 60"),
        ],
        text("value", 4000, 0),
        version(),
    )


def _make_announcement() -> None:
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
    )
    op.create_index("ix_announcement_contract_id", "announcement", ["contract_id"])


def _make_search_key() -> None:
    make_table(
        "search_key",
        [
            sa.Column(
                "contract_id",
                sa.Integer(),
                sa.ForeignKey("contract.id"),
                primary_key=True,
                autoincrement=False,
            )
        ],
        text("name", 300, 0),
        text("kana", 600, 0),
        text("address", 1000, 0),
        text("phone", 60, 0),
        text("numbers", 400, 0),
    )
    op.create_index("ix_search_key_kana", "search_key", ["kana"])
