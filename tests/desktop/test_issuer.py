"""Who issues the paper of a desk, as it is set and whoever has signed in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.rules.issuer import Issuer
from desktop.format import LanguageCode
from desktop.issuer import issuer
from desktop.notices.words import words


def test_the_paper_of_a_desk_names_its_bureau_office_and_staff(desk):
    bureau = replace(
        desk.bureau,
        bureau_name="金沢市企業局",
        bureau_name_en="Kanazawa Waterworks",
        bureau_postal_code="9200031",
        bureau_address="金沢市広岡3丁目3番30号",
        bureau_address_en="3-3-30 Hirooka, Kanazawa",
        bureau_phone="076-100-2377",
        fictional=True,
    )
    named = issuer(replace(desk, bureau=bureau))
    assert named.fictional
    assert (named.staff, named.office) == (desk.staff.name, desk.staff.office_name)
    assert words("control_copy", LanguageCode.JA).whereabouts(named) == (
        f"金沢市企業局 {desk.staff.office_name}",
        "〒920-0031 金沢市広岡3丁目3番30号",
        "電話 076-100-2377",
    )
    assert words("control_copy", LanguageCode.EN).whereabouts(named)[1:] == (
        "〒920-0031 3-3-30 Hirooka, Kanazawa",
        "Phone 076-100-2377",
    )


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("9200031", "〒920-0031"),
        ("920-0031", "〒920-0031"),
        ("９２０－００３１", "〒９２０-００３１"),
        ("abroad", "〒abroad"),
        ("", ""),
    ],
)
def test_a_postal_code_is_printed_as_an_envelope_bears_it(typed, printed):
    assert words("login_letter", LanguageCode.JA).postal_code(typed) == printed


@pytest.mark.parametrize(
    ("bureau", "latin", "sued"),
    [
        ("金沢市企業局", "Kanazawa City Public Enterprise Bureau", "Kanazawa City"),
        ("津幡町上下水道課", "Tsubata Town", "Tsubata Town"),
        ("金沢市企業局", "Kanazawa Waterworks", ""),
        ("金沢市企業局", "Citywide Waterworks", ""),
        ("加賀水道企業団", "Kaga City Water Supply Authority", "Kaga City Water Supply Authority"),
    ],
)
def test_the_city_to_sue_is_known_in_latin_letters_where_the_bureau_s_name_tells(
    bureau, latin, sued
):
    assert Issuer(bureau, latin, "", "", "", "").defendant_latin == sued
