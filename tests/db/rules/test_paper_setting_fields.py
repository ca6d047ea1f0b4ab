"""What a bureau may set, however it is typed."""

from __future__ import annotations

from dataclasses import fields

import pytest

from db.errors import RuleBroken
from db.rules.paper_setting_fields import SETTING_FIELDS, valid_invoice_number
from db.rules.paper_settings import PaperSettings


def stored(name, typed):
    return SETTING_FIELDS[name].stored(typed)


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("paper.company_code", "９１２ ３４５", "912345"),
        ("paper.invoice_number", "Ｔ７０００－０１２０－５０００２", "T7000012050002"),
        ("paper.invoice_number", "7000012050002", "T7000012050002"),
        ("paper.invoice_number", " ", ""),
        ("paper.window_x_mm", "－１．５", "-1.5"),
        ("paper.window_y_mm", "+20", "20"),
        ("paper.window_y_mm", "-0.0", "0"),
        ("paper.slip_days", "３０", "30"),
        ("paper.interest_rate", "１４．６", "1460"),
        ("paper.interest_rate_first_month", "7.25", "725"),
        ("paper.reminder_fee_yen", "0", "0"),
        ("bureau.name", "  金沢市企業局 ", "金沢市企業局"),
        ("bureau.phone", "０７６ー２２０ー２１１１", "076-220-2111"),
        ("bureau.phone", "", ""),
        ("bureau.postal_code", "〒920-8577", "9208577"),
        ("hours.staff", "８：００～２０：００", "8:00-20:00"),
        ("days.closed", "2024/12/30、2024-08-15 2024-12-30", "2024-08-15 2024-12-30"),
        ("desk.lock_minutes", "25", "25"),
        ("import.most_refused", " ２０ ", "20"),
        ("import.most_refused", "0.5％", "0.5%"),
    ],
)
def test_what_is_typed_is_kept_in_one_form(name, typed, kept):
    assert stored(name, typed) == kept
    assert stored(name, SETTING_FIELDS[name].shown(kept)) == kept


@pytest.mark.parametrize(
    ("name", "typed", "code"),
    [
        ("paper.company_code", "12345", "setting.company_code"),
        ("paper.invoice_number", "T7000012050003", "setting.invoice_number"),
        ("paper.invoice_number", "T700001205000", "setting.invoice_number"),
        ("paper.window_x_mm", "0.3", "setting.millimetres"),
        ("paper.window_x_mm", "20.5", "setting.millimetres"),
        ("paper.window_x_mm", "", "setting.millimetres"),
        ("paper.slip_days", "0", "setting.whole_number"),
        ("paper.slip_days", "91", "setting.whole_number"),
        ("paper.slip_days", "3.5", "setting.whole_number"),
        ("paper.bundle_size", "viele", "setting.whole_number"),
        ("paper.interest_rate", "30.01", "setting.percent"),
        ("paper.interest_rate", "14.605", "setting.percent"),
        ("bureau.name", " ", "text.missing"),
        ("bureau.address", "金沢市" * 50, "text.too_long"),
        ("paper.subject_water", "水" * 41, "text.too_long"),
        ("paper.places_latin", "a" * 101, "text.too_long"),
        ("bureau.phone", "電話なし", "setting.phone"),
        ("bureau.postal_code", "920", "setting.postal_code"),
        ("hours.portal", "朝から", "setting.hours"),
        ("days.closed", "2024-02-30", "setting.closed_days"),
        ("import.most_refused", "many", "import.limit_unreadable"),
        ("import.most_refused", "101%", "import.limit_unreadable"),
    ],
)
def test_what_cannot_be_is_refused_and_says_where(name, typed, code):
    with pytest.raises(RuleBroken) as refused:
        stored(name, typed)
    assert (refused.value.code, refused.value.facts["field"]) == (code, name)


def test_the_check_digit_is_that_of_corporate_numbers():
    assert valid_invoice_number("7000012050002")  # the National Tax Agency
    assert not any(valid_invoice_number(f"{digit}000012050002") for digit in "012345689")


def test_every_setting_of_paper_has_its_field_and_its_usual_value_is_valid():
    assert {f"paper.{field.name}" for field in fields(PaperSettings)} <= set(SETTING_FIELDS)
    for field in SETTING_FIELDS.values():
        if field.usual:
            assert field.stored(field.shown(field.usual)) == field.usual
    assert SETTING_FIELDS["paper.window_x_mm"].usual == "0"
    assert SETTING_FIELDS["paper.interest_rate"].shown("1460") == "14.6"
