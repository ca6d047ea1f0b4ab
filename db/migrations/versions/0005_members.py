"""Members of the portal, the contracts they hold, their passwords, and mail to them."""

from __future__ import annotations

from alembic import op

from db.migrations.parts import (
    Part,
    code,
    instant,
    key,
    make_table,
    number,
    one_of_those,
    refers,
    rule,
    text,
    version,
)

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, each after those it refers to."""
    _make_member()
    _make_member_contract()
    _make_password_history()
    _make_outbox()


def downgrade() -> None:
    """Remove them, each before those it refers to."""
    for table in ("outbox", "password_history", "member_contract", "member"):
        op.drop_table(table)


def _make_member() -> None:
    make_table(
        "member",
        key(),
        refers("customer_id", "customer.id"),
        code("state", "pending active suspended withdrawn refused"),
        code("registered_via", "portal desk"),
        text("login_id", 20),
        text("name", 100, 0),
        text("kana", 200, 0),
        text("phone", 20, 0),
        text("postal_code", 7, 7, null=True),
        text("address", 200, 0),
        text("email", 254, 0),
        code("language", "ja en"),
        number("mails_reading", 0, 1),
        number("mails_billing", 0, 1),
        number("mails_overdue", 0, 1),
        _secrets(),
        instant("locked_until", null=True),
        text("terms_version", 20),
        instant("consented_at"),
        instant("registered_at"),
        instant("activated_at", null=True),
        _endings(),
        version(),
        rule("question_and_answer", "(secret_question IS NULL) = (secret_answer_hash IS NULL)"),
        rule("password_kind", "(password_hash IS NULL) = (password_kind IS NULL)"),
    )
    op.create_index("ix_member_customer_id", "member", ["customer_id"])
    op.create_index("ix_member_email", "member", ["email"])
    op.create_index("ix_member_state_registered_at", "member", ["state", "registered_at"])
    holds_id = "state IN ('pending', 'active', 'suspended')"
    one_of_those("uq_member_login_id_held", "member", "login_id", holds_id)


def _secrets() -> list[Part]:
    questions = "first_pet mothers_birthplace first_school favourite_food childhood_friend"
    return [
        *code("secret_question", questions, null=True),
        *text("secret_answer_hash", 100, null=True),
        *instant("secret_set_at", null=True),
        *text("password_hash", 100, null=True),
        *code("password_kind", "initial one_time own", null=True),
        *instant("password_set_at", null=True),
        *instant("password_expires_at", null=True),
    ]


def _endings() -> list[Part]:
    refusals = "not_the_user number_mismatch former_occupant duplicate unreachable other"
    return [
        *instant("suspended_at", null=True),
        *code("suspension", "own_request misuse protection", null=True),
        *instant("refused_at", null=True),
        *code("refusal", refusals, null=True),
        *instant("withdrawn_at", null=True),
        *code("withdrawal", "moving not_used security other", null=True),
    ]


def _make_member_contract() -> None:
    make_table(
        "member_contract",
        key(),
        refers("member_id", "member.id"),
        refers("contract_id", "contract.id"),
        instant("held_from", null=True),
        instant("held_to", null=True),
        version(),
        rule("held_to_after_from", "held_to >= held_from"),
    )
    op.create_index("ix_member_contract_member_id", "member_contract", ["member_id"])
    op.create_index("ix_member_contract_contract_id", "member_contract", ["contract_id"])
    held = "held_from IS NOT NULL AND held_to IS NULL"
    one_of_those("uq_member_contract_contract_id_held", "member_contract", "contract_id", held)


def _make_password_history() -> None:
    make_table(
        "password_history",
        key(),
        refers("member_id", "member.id"),
        text("password_hash", 100),
        instant("set_at"),
    )
    op.create_index("ix_password_history_member_id", "password_history", ["member_id"])


def _make_outbox() -> None:
    make_table(
        "outbox",
        key(),
        refers("member_id", "member.id"),
        text("kind", 40),
        code("language", "ja en"),
        text("to_address", 254),
        text("facts", 4000),
        code("state", "queued sending sent failed unclear cancelled"),
        instant("queued_at"),
        instant("due_at"),
        number("tries", 0, 999),
        instant("sent_at", null=True),
        text("problem", 500, 0),
        version(),
    )
    op.create_index("ix_outbox_member_id", "outbox", ["member_id"])
    op.create_index("ix_outbox_state_due_at", "outbox", ["state", "due_at"])
