"""The audit's kinds of events are no longer listed in the table: each new part adds some."""

from __future__ import annotations

from alembic import op

from db.migrations.parts import (
    code,
    instant,
    key,
    make_table,
    number,
    refuse_changes_again,
    text,
)

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_LISTED = (
    "sign_in sign_in_failed locked sign_out password_changed "
    "staff_created staff_unlocked searched customer_opened bills_viewed exported"
)


def upgrade() -> None:
    """Let a kind be any word."""
    if op.get_bind().dialect.name == "sqlite":
        _make_anew(listed=False)
        return
    op.drop_constraint("ck_audit_event_kind_values", "audit_event")
    op.create_check_constraint("kind_values", "audit_event", "length(kind) BETWEEN 1 AND 40")


def downgrade() -> None:
    """List the kinds again; fails when later kinds were recorded, for no event is ever removed."""
    if op.get_bind().dialect.name == "sqlite":
        _make_anew(listed=True)
        return
    op.drop_constraint("ck_audit_event_kind_values", "audit_event")
    codes = ", ".join(f"'{kind}'" for kind in _LISTED.split())
    op.create_check_constraint("kind_values", "audit_event", f"kind IN ({codes})")


def _make_anew(*, listed: bool) -> None:
    for act in ("update", "delete"):
        op.execute(f"DROP TRIGGER audit_event_no_{act}")
    for index in ("customer_id_at", "staff_id_at"):
        op.drop_index(f"ix_audit_event_{index}", "audit_event")
    op.rename_table("audit_event", "audit_event_before")
    make_table(
        "audit_event",
        key(),
        instant("at"),
        code("kind", _LISTED) if listed else text("kind", 40),
        number("staff_id", 1, 2_147_483_647, null=True),
        text("desk", 60, 0),
        number("customer_id", 1, 2_147_483_647, null=True),
        number("contract_id", 1, 2_147_483_647, null=True),
        text("facts", 4000),
        autoincrement=True,
    )
    op.execute(
        "INSERT INTO audit_event (id, at, kind, staff_id, desk, customer_id, contract_id, facts) "
        "SELECT id, at, kind, staff_id, desk, customer_id, contract_id, facts "
        "FROM audit_event_before ORDER BY id"
    )
    op.drop_table("audit_event_before")
    op.create_index("ix_audit_event_customer_id_at", "audit_event", ["customer_id", "at"])
    op.create_index("ix_audit_event_staff_id_at", "audit_event", ["staff_id", "at"])
    refuse_changes_again("audit_event")
