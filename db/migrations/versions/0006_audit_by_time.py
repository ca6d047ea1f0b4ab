"""The audit is read by time too: a million events are gone through in a moment."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    columns = ["at", "id", "kind", "staff_id"]
    op.create_index("ix_audit_event_at", "audit_event", columns)


def downgrade() -> None:
    """Remove it."""
    op.drop_index("ix_audit_event_at", "audit_event")
