"""Staff, customers, contracts, and what is billed and paid."""

from __future__ import annotations

from alembic import op

from db.migrations.parts import (
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

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, each after those it refers to."""
    for make in (
        _make_customer,
        _make_location,
        _make_office,
        _make_contract,
        _make_meter,
        _make_staff,
        _make_contract_party,
        _make_reading,
        _make_bill,
        _make_debt,
        _make_overpayment,
        _make_payment,
    ):
        make()


def downgrade() -> None:
    """Remove them, each before those it refers to."""
    for table in (
        "payment",
        "overpayment",
        "debt",
        "bill",
        "reading",
        "contract_party",
        "staff",
        "meter",
        "contract",
        "office",
        "location",
        "customer",
    ):
        op.drop_table(table)


def _make_customer() -> None:
    make_table(
        "customer",
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
    )


def _make_location() -> None:
    make_table(
        "location",
        key(),
        text("postal_code", 7, 7),
        text("address", 200),
        text("address_kana", 300),
        text("address_latin", 300),
        version(),
    )
    op.create_index("ix_location_postal_code", "location", ["postal_code"])


def _make_office() -> None:
    make_table(
        "office",
        key(),
        text("code", 10),
        text("name", 60),
        text("name_latin", 60),
        version(),
        unique("code"),
    )


def _make_contract() -> None:
    make_table(
        "contract",
        key(),
        refers("customer_id", "customer.id"),
        refers("location_id", "location.id"),
        text("customer_number", 10),
        text("portal_number", 16, 16),
        code("usage_class", "household business"),
        code("drainage", "none public"),
        code("payment_method", "slip debit"),
        day("started_on"),
        day("ended_on", null=True),
        version(),
        rule("ended_after_started", "ended_on >= started_on"),
        unique("customer_number"),
        unique("portal_number"),
    )
    op.create_index("ix_contract_customer_id", "contract", ["customer_id"])
    op.create_index("ix_contract_location_id", "contract", ["location_id"])


def _make_meter() -> None:
    make_table(
        "meter",
        key(),
        refers("location_id", "location.id"),
        text("serial", 20),
        number("bore_mm", 1, 999),
        day("installed_on"),
        day("removed_on", null=True),
        day("exchange_due_on"),
        version(),
        rule("removed_after_installed", "removed_on >= installed_on"),
        unique("serial"),
    )
    op.create_index("ix_meter_location_id", "meter", ["location_id"])


def _make_staff() -> None:
    make_table(
        "staff",
        key(),
        refers("office_id", "office.id"),
        text("login_id", 64),
        text("name", 60),
        text("name_latin", 60),
        code("role", "counter phone supervisor admin"),
        text("password_hash", 100),
        code("password_kind", "initial one_time own"),
        instant("password_set_at"),
        instant("password_expires_at", null=True),
        number("failed_count", 0, 999_999),
        instant("failed_since", null=True),
        instant("locked_until", null=True),
        instant("last_signed_in_at", null=True),
        day("left_on", null=True),
        version(),
        unique("login_id"),
    )


def _make_contract_party() -> None:
    make_table(
        "contract_party",
        key(),
        refers("contract_id", "contract.id"),
        refers("customer_id", "customer.id"),
        code("role", "addressee account_holder owner manager"),
        day("started_on"),
        day("ended_on", null=True),
        version(),
        rule("ended_after_started", "ended_on >= started_on"),
    )
    op.create_index("ix_contract_party_contract_id", "contract_party", ["contract_id"])
    op.create_index("ix_contract_party_customer_id", "contract_party", ["customer_id"])


def _make_reading() -> None:
    make_table(
        "reading",
        key(),
        refers("contract_id", "contract.id"),
        refers("meter_id", "meter.id"),
        day("read_on"),
        number("previous_value", 0, 9_999_999, null=True),
        number("current_value", 0, 9_999_999, null=True),
        number("old_meter_m3", 0, 999_999),
        number("usage_m3", 0, 999_999),
        number("status_code", 1, 9, null=True),
        version(),
        unique("contract_id", "read_on"),
    )


def _make_bill() -> None:
    make_table(
        "bill",
        key(),
        refers("contract_id", "contract.id"),
        refers("reading_id", "reading.id"),
        day("month"),
        number("sequence", 1, 99),
        day("issued_on"),
        day("from_on"),
        day("to_on"),
        number("usage_m3", 0, 999_999),
        number("sewerage_m3", 0, 999_999, null=True),
        number("settled_m3", -999_999, 999_999),
        code("usage_class", "household business"),
        text("tariff", 40),
        text("payment_number", 16, 16),
        version(),
        rule("period_runs_forward", "to_on > from_on"),
        unique("contract_id", "month", "sequence"),
    )
    op.create_index("ix_bill_payment_number", "bill", ["payment_number"])
    op.create_index("ix_bill_reading_id", "bill", ["reading_id"])


def _make_debt() -> None:
    make_table(
        "debt",
        key(),
        refers("bill_id", "bill.id"),
        code("account", "water sewerage"),
        number("yen", 0, 999_999_999),
        number("tax_yen", 0, 999_999_999),
        day("due_on"),
        day("limitation_on"),
        code("collection", "planned requested debited failed instalments written_off", null=True),
        day("collection_on", null=True),
        day("corrected_on", null=True),
        version(),
        rule("tax_within", "tax_yen <= yen"),
        unique("bill_id", "account"),
    )


def _make_overpayment() -> None:
    make_table(
        "overpayment",
        key(),
        refers("debt_id", "debt.id"),
        number("yen", 1, 999_999_999),
        day("found_on"),
        code("way", "open refund set_off"),
        day("settled_on", null=True),
        version(),
    )
    op.create_index("ix_overpayment_debt_id", "overpayment", ["debt_id"])


def _make_payment() -> None:
    make_table(
        "payment",
        key(),
        refers("debt_id", "debt.id"),
        number("yen", 1, 999_999_999),
        day("paid_on"),
        code("channel", "bank convenience app debit counter"),
        day("confirmed_on", null=True),
        version(),
    )
    op.create_index("ix_payment_debt_id", "payment", ["debt_id"])
