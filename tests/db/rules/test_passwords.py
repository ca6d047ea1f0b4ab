"""Passwords that others guess are refused, good ones in any script are taken."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib

import bcrypt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import RuleBroken
from db.rules.passwords import Failures, Problem, _common, after_failure, prehash, problems

NOW = dt.datetime(2024, 9, 18, 9, 13, tzinfo=dt.UTC)


def minutes(count):
    return dt.timedelta(minutes=count)


@pytest.mark.parametrize(
    "password",
    [
        "kawa-no-nagare", "雨の日も窓口で笑う", "Tr0ub4dor&3xx", "purple bicycle 7 river",
        "ﾐﾄﾞﾘﾉｵｵｷﾅｶﾊﾞﾝ", "𠮷野家の牛丼大盛り", "kanazawanikuruhitobito", "h7%Gk2!q",
        "さくらがさいたよ", "suidou20240918", "夏休み八月三十一日",
    ],
)  # fmt: skip
def test_good_passwords(password):
    assert problems(password, "tanaka") == ()


@pytest.mark.parametrize(
    ("password", "problem"),
    [
        ("kawa-no", Problem.TOO_SHORT),
        ("川の流れる音", Problem.TOO_SHORT),
        ("𠮷𠮷𠮷野𠮷𠮷𠮷", Problem.TOO_SHORT),
        ("", Problem.TOO_SHORT),
        ("雨" + "の日も窓口で" * 11, Problem.TOO_LONG),
        ("kawa-no\ud842", Problem.UNREADABLE),
        ("tanaka.megumi", Problem.IS_LOGIN_ID),
        ("ＴＡＮＡＫＡ．ＭＥＧＵＭＩ", Problem.IS_LOGIN_ID),
        ("Tanaka.Megumi2024", Problem.IS_LOGIN_ID),
        ("password", Problem.COMMON),
        ("Passw0rd", Problem.COMMON),
        ("PASSWORD1!", Problem.COMMON),
        ("suidou2024", Problem.COMMON),
        ("Kanazawa123!", Problem.COMMON),
        ("mizu1234", Problem.COMMON),
        ("ｓｕｉｄｏｕ２０２４", Problem.COMMON),
        ("スイドウ2024", Problem.COMMON),
        ("水道局2024!", Problem.COMMON),
        ("パスワード", Problem.COMMON),
        ("ﾊﾟｽﾜｰﾄﾞ123", Problem.COMMON),
        ("1q2w3e4r", Problem.COMMON),
        ("12345678", Problem.PREDICTABLE),
        ("90123456", Problem.PREDICTABLE),
        ("87654321", Problem.PREDICTABLE),
        ("qwertyui", Problem.PREDICTABLE),
        ("abcd1234", Problem.PREDICTABLE),
        ("aaaabbbb", Problem.PREDICTABLE),
        ("aaaaaaaa", Problem.PREDICTABLE),
        ("umikaumika", Problem.PREDICTABLE),
        ("あいうえおかきく", Problem.PREDICTABLE),
    ],
)
def test_bad_passwords(password, problem):
    assert problem in problems(password, "tanaka.megumi")


def test_all_that_is_wrong_is_told_at_once():
    assert problems("mizu", "mizu") == (Problem.TOO_SHORT, Problem.IS_LOGIN_ID, Problem.COMMON)


def test_a_pasted_book_is_refused_at_once():
    assert problems("窓口で" * 3_000_000, "tanaka") == (Problem.TOO_LONG,)


def test_a_bureau_may_ask_for_longer_passwords():
    assert problems("kawa-no-nagare", "tanaka", min_length=15) == (Problem.TOO_SHORT,)


def test_the_list_is_long_enough_and_knows_the_place():
    assert len(_common()) > 500
    assert {"suidou", "kanazawa", "mizu", "水道", "ぱすわーど"} <= _common()


def test_a_long_japanese_password_fits_into_bcrypt():
    password = "窓口" * 32
    assert len(prehash(password)) == 44
    hashed = bcrypt.hashpw(prehash(password), bcrypt.gensalt(4))
    assert bcrypt.checkpw(prehash(password), hashed)
    assert not bcrypt.checkpw(prehash(password + "口"), hashed)


def test_the_prepared_form_is_fixed_for_ever():
    digest = hashlib.sha256("みずまど 2024".encode()).digest()
    assert prehash("みずまど　２０２４") == base64.b64encode(digest)


def test_half_a_surrogate_pair_is_refused():
    with pytest.raises(RuleBroken) as refused:
        prehash("a\udc00")
    assert refused.value.code == "password.unreadable"


@given(st.text(alphabet=st.characters(codec=None), max_size=100), st.text(max_size=20))
def test_any_text_is_judged_without_failing(password, login_id):
    found = problems(password, login_id)
    if not found:
        assert len(prehash(password)) == 44
        assert b"\0" not in prehash(password)


@given(st.text(min_size=1, max_size=20), st.integers(0, 99_999))
def test_the_login_id_never_passes(login_id, number):
    assert Problem.IS_LOGIN_ID in problems(login_id, login_id)
    word = "tanaka." + "".join(filter(str.isalnum, login_id)) + "a"
    assert Problem.IS_LOGIN_ID in problems(f"{word}{number}", word)
    assert Problem.IS_LOGIN_ID in problems(f"{word}{number}", f"{word}1")


def failing(*at_minutes):
    state = Failures()
    for minute in at_minutes:
        state = after_failure(state, NOW + minutes(minute))
    return state


def test_five_failures_in_fifteen_minutes_lock_for_fifteen():
    four = failing(0, 1, 2, 3)
    assert (four.count, four.locked_until) == (4, None)
    five = failing(0, 1, 2, 3, 14.9)
    assert five.locked_until == NOW + minutes(29.9)
    assert five.locked(NOW + minutes(29.8))
    assert not five.locked(NOW + minutes(29.9))


def test_slow_mistakes_do_not_lock():
    assert failing(0, 1, 2, 3, 15) == Failures(count=1, since=NOW + minutes(15))


def test_a_locked_account_is_not_locked_for_longer():
    five = failing(0, 0, 0, 0, 0)
    assert after_failure(five, NOW + minutes(10)) == five


def test_after_a_lock_the_count_begins_anew():
    assert failing(0, 0, 0, 0, 0, 15) == Failures(count=1, since=NOW + minutes(15))
    assert failing(0, 0, 0, 0, 0, 15, 15, 15, 15, 15).locked_until == NOW + minutes(30)


@given(st.lists(st.integers(0, 120), max_size=40))
def test_a_guesser_gets_at_most_eight_tries_in_fifteen_minutes(at_minutes):
    state, tried = Failures(), []
    for minute in sorted(at_minutes):
        if not state.locked(NOW + minutes(minute)):
            tried.append(minute)
        state = after_failure(state, NOW + minutes(minute))
    for minute in tried:
        assert sum(minute <= other < minute + 15 for other in tried) <= 8
