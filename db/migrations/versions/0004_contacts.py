"""Contacts with their identity checks and drafts, protections and holds."""

from __future__ import annotations

from alembic import op

from db.migrations.parts import (
    code,
    day,
    instant,
    key,
    make_table,
    one_of_those,
    refers,
    rule,
    text,
    unique,
    version,
)

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_SPEAKERS = (
    "user addressee account_holder owner manager "
    "co_resident agent guardian heir employee third_party"
)


def upgrade() -> None:
    """Make the tables, each after those it refers to."""
    _make_contact()
    _make_identity_check()
    _make_draft()
    _make_request()
    _make_debit_account()
    _make_protection()
    _make_hold()


def downgrade() -> None:
    """Remove them, each before those it refers to."""
    for table in (
        "hold",
        "protection",
        "debit_account",
        "request",
        "draft",
        "identity_check",
        "contact",
    ):
        op.drop_table(table)


def _make_contact() -> None:
    make_table(
        "contact",
        key(),
        refers("staff_id", "staff.id"),
        text("desk", 60, 0),
        refers("customer_id", "customer.id", null=True),
        refers("contract_id", "contract.id", null=True),
        code("channel", "counter phone post office"),
        code("state", "open parked finished wrong_opening"),
        instant("started_at"),
        instant("ended_at", null=True),
        text("topic", 40, null=True),
        text("memo", 4000, 0),
        text("transferred_to", 60, 0),
        day("follow_up_on", null=True),
        code("follow_up_by", "staff supervisor", null=True),
        instant("followed_up_at", null=True),
        version(),
        rule("ended_after_started", "ended_at >= started_at"),
        rule("ended_or_not", "(ended_at IS NULL) = (state IN ('open', 'parked'))"),
    )
    op.create_index("ix_contact_customer_id_started_at", "contact", ["customer_id", "started_at"])
    op.create_index("ix_contact_staff_id_state", "contact", ["staff_id", "state"])
    op.create_index("ix_contact_follow_up_on", "contact", ["follow_up_on"])


def _make_identity_check() -> None:
    make_table(
        "identity_check",
        key(),
        refers("contact_id", "contact.id"),
        instant("at"),
        refers("staff_id", "staff.id"),
        code("speaker", _SPEAKERS),
        code("method", "document questions call_back override"),
        text("items", 400, 0),
        code("result", "passed failed"),
        text("reason", 500, 0),
    )
    op.create_index("ix_identity_check_contact_id", "identity_check", ["contact_id"])


def _make_draft() -> None:
    make_table(
        "draft",
        key(),
        refers("contact_id", "contact.id"),
        text("form", 40),
        text("content", 20_000),
        instant("saved_at"),
        unique("contact_id", "form"),
    )


def _make_request() -> None:
    make_table(
        "request",
        text("key", 36, 36, primary=True),
        text("kind", 40),
        refers("staff_id", "staff.id"),
        instant("at"),
        text("outcome", 2000),
    )


def _make_debit_account() -> None:
    make_table(
        "debit_account",
        key(),
        refers("contract_id", "contract.id"),
        text("bank", 60),
        text("branch", 60, 0),
        version(),
        unique("contract_id"),
    )


def _make_protection() -> None:
    make_table(
        "protection",
        key(),
        refers("customer_id", "customer.id"),
        code("source", "support_measure protection_order police own_request"),
        text("counterparty", 200, 0),
        day("from_on"),
        day("to_on"),
        text("note", 2000, 0),
        refers("begun_by", "staff.id"),
        instant("reviewed_at", null=True),
        instant("ended_at", null=True),
        refers("ended_by", "staff.id", null=True),
        version(),
        rule("to_after_from", "to_on >= from_on"),
    )
    op.create_index("ix_protection_customer_id", "protection", ["customer_id"])
    one_of_those(
        "uq_protection_customer_id_active", "protection", "customer_id", "ended_at IS NULL"
    )


def _make_hold() -> None:
    make_table(
        "hold",
        key(),
        refers("customer_id", "customer.id"),
        refers("debt_id", "debt.id", null=True),
        code("kind", "dispute instalments reported_payment returned_mail"),
        day("from_on"),
        day("to_on", null=True),
        text("reason", 500),
        refers("set_by", "staff.id"),
        instant("ended_at", null=True),
        refers("ended_by", "staff.id", null=True),
        version(),
        rule("to_after_from", "to_on >= from_on"),
    )
    op.create_index("ix_hold_customer_id", "hold", ["customer_id"])
    op.create_index("ix_hold_debt_id", "hold", ["debt_id"])
