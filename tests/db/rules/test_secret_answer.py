"""The portal's secret answer: folded so that the script it is typed in does not matter."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.errors import RuleBroken
from db.rules.member_passwords import member_problems
from db.rules.secret_answer import MOST, fold, judged, tries_left


@pytest.mark.parametrize(
    "typed", ["タマ", "たま", "ﾀﾏ", "タ マ", "たまー", "た・ま", "タ－マ", "た-ま"]
)
def test_scripts_and_signs_make_no_difference(typed):
    assert fold(typed) == "たま"


@pytest.mark.parametrize("typed", ["Tama", "ＴＡＭＡ", "ｔａｍａ", "ta-ma"])
def test_latin_letters_are_words_of_their_own(typed):
    assert fold(typed) == "tama" != fold("タマ")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "answer.missing"),
        (" 　・ーｰ-", "answer.missing"),
        ("あ" * 25, "answer.too_long"),
        ("ﷺ" * 3, "answer.too_long"),
        ("𠮷" * 19, "answer.too_long"),
        ("た\0ま", "text.unreadable"),
        ("た\ud83dま", "text.unreadable"),
        ("た\u202eま", "text.invisible"),
        ("た\rま", "text.line_break"),
    ],
)
def test_what_can_be_no_answer(typed, code):
    with pytest.raises(RuleBroken) as broken:
        judged(typed)
    assert broken.value.code == code
    assert broken.value.facts.keys() <= {"field", "most"}


@given(
    st.text(st.one_of(st.characters(), st.sampled_from("タたﾀーｰ・- 𠮷がか\u3099")), max_size=30)
)
@example("A´")
def test_what_is_kept_is_what_bcrypt_hashes(typed):
    try:
        folded = judged(typed)
    except RuleBroken:
        return
    assert 1 <= len(folded) <= MOST
    assert len(folded.encode()) <= 72
    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("tried", "passed", "left"), [(0, 0, 3), (1, 0, 2), (3, 0, 0), (5, 0, 0), (2, 2, 3), (4, 1, 0)]
)
def test_three_wrong_answers_a_day(tried, passed, left):
    assert tries_left(tried, passed) == left


@pytest.mark.parametrize(
    ("password", "problems"),
    [
        ("犀川の橋を渡る風", ()),
        ("水と空と風と雲と山と川と橋と町と雪と花と鳥と月", ()),
        ("水と空と風と雲と山と川と橋と町と雪と花と鳥と月と星と", ("password.too_many_bytes",)),
        ("風\ud83d", ("password.unreadable",)),
        ("い" * 2000, ("password.too_long",)),
    ],
)
def test_a_members_password_is_as_long_as_the_portal_can_hash(password, problems):
    assert member_problems(password, "hanako1") == problems
