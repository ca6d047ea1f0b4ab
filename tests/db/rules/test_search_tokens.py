"""A contract is kept under tokens, and whatever finds it needs only tokens that it has."""

from __future__ import annotations

from dataclasses import astuple

from hypothesis import given
from hypothesis import strategies as st

from db.rules.search_plan import Plan, plan, tokens_asked
from db.rules.search_rank import ranking
from db.rules.search_terms import matches, parse_query
from db.rules.search_text import SearchKeys, numbers_key, phone_key, text_key
from db.rules.search_tokens import EVERYBODY, needs, tokens

ICHIRO = SearchKeys(
    name=text_key("林 一"),
    kana=text_key("ハヤシ ハジメ"),
    address=text_key("片町2-13"),
    phone=phone_key("076-263-4821"),
    numbers=numbers_key(["AB-12345"]),
)


def _terms(text):
    return parse_query(text).terms


def _counted(*everybody, of=None):
    found = {EVERYBODY: of or len(everybody)}
    for keys in everybody:
        for token in tokens(keys):
            found[token] = found.get(token, 0) + 1
    return found


def test_the_tokens_of_a_contract_are_its_pieces_as_code_points():
    assert tokens(SearchKeys("林一", "ハヤ", "町2-13-", "0762 99", "ab123")) == {
        *("n6797", "n4e00", "n6797x4e00", "k30cfx30e4"),
        *("t753a", "t753ax32", "t32x2d", "t2dx31", "t31x33", "t33x2d"),
        *("t32x2dx31", "t2dx31x33", "t31x33x2d"),
        *("p0762", "mab12", "mb123"),
    }


def test_no_token_spans_two_texts_of_a_field():
    assert not tokens(SearchKeys("a b", "", "1 23", "076 2634", "12 34")) - {"t32x33", "p2634"}


@given(st.text(st.sampled_from("林一片町ハヤシ2-13 4821ab花")), st.data())
def test_what_a_word_finds_has_the_tokens_of_one_of_its_ways(text, data):
    query = parse_query(text)
    address = data.draw(st.text(st.sampled_from("林一片町2-13丁目")))
    keys = SearchKeys(ICHIRO.name, ICHIRO.kana, text_key(address), ICHIRO.phone, ICHIRO.numbers)
    for term in query.terms:
        if matches(keys, (term,)):
            assert any(need.tokens <= tokens(keys) for need in needs(term))


def test_a_token_that_nobody_has_is_no_hope():
    assert plan(_terms("山田"), _counted(ICHIRO)) == Plan(hopeless=True)
    assert plan(_terms("林 山田"), _counted(ICHIRO)) == Plan(hopeless=True)
    assert plan(_terms("林"), {}) == Plan(hopeless=True)


def test_a_word_that_is_rare_enough_is_asked_of_the_index_and_others_are_not():
    counted = _counted(ICHIRO, of=100)
    counted |= {token: 90 for token in tokens(ICHIRO) if token.startswith("t")}

    (group,) = plan(_terms("林一 片町"), counted).groups

    assert group == (("n6797x4e00",),)


def test_of_a_long_word_the_four_rarest_pieces_are_asked():
    counted = _counted(ICHIRO, of=100) | {"k30cfx30e4": 5}

    ((way,),) = plan(_terms("ハヤシハシメ"), counted).groups

    assert len(way) == 4
    assert "k30cfx30e4" not in way


def test_pieces_that_every_fourth_has_are_not_asked_besides():
    counted = _counted(ICHIRO, of=100) | {"k30cfx30e4": 26, "k30e4x30b7": 25}

    ((way,),) = plan(_terms("ハヤシハ"), counted).groups

    assert way == ("k30b7x30cf", "k30e4x30b7")


def test_what_every_twelfth_has_is_looked_for_among_all():
    counted = _counted(ICHIRO, of=100) | {"n6797x4e00": 9}

    assert plan(_terms("林一"), counted) == Plan()
    assert plan(_terms("林一"), counted, dense=3).groups == ((("n6797x4e00",),),)


def test_one_kana_among_words_is_not_asked_of_the_index():
    ((way,),) = plan(_terms("ハ 林"), _counted(ICHIRO, of=100)).groups

    assert way == ("n6797",)


def test_a_complete_number_leads_by_itself():
    (term,) = _terms("1702 4458 0031 2296")

    assert plan((term,), {EVERYBODY: 10}) == Plan(beside=term)
    among_many = _counted(ICHIRO, of=9999) | {"n6797": 500}
    assert plan(_terms("林 1702445800312296"), among_many).beside is not None


def test_a_date_that_is_part_of_a_number_too_is_looked_for_in_both_ways():
    (term,) = _terms("19800401")
    keys = SearchKeys("", "", "", "", "1980040177")

    known = plan((term,), _counted(keys, of=10_000))

    assert known.beside == term
    assert [len(way) for way in known.groups[0]] == [4]


def test_the_frequencies_asked_for_are_those_of_all_pieces():
    asked = tokens_asked(_terms("林花"))

    assert asked == {EVERYBODY, "n6797x82b1", "k6797x82b1", "t6797x82b1"}


def _places(text, *everybody):
    best = ranking(_terms(text))
    return sorted(
        range(len(everybody)), key=lambda at: best.place(astuple(everybody[at]), ended=False)
    )


def _named(name, kana="ア", numbers=""):
    return SearchKeys(text_key(name), text_key(kana), "", "", numbers)


def test_a_whole_number_stands_before_everything():
    longer = _named("山田", numbers="1702445812345678 12345670")
    whole = _named("渡辺", "ワ", numbers="1702445812345679 1234567")

    assert _places("1234567", longer, whole) == [1, 0]


def test_names_that_are_the_same_stand_before_those_that_begin_so_and_these_before_others():
    others = _named("小林"), _named("林田"), _named("林", "ン")

    assert _places("林", *others) == [2, 1, 0]


def test_a_name_is_whole_in_whatever_turn_its_parts_were_typed():
    assert _places("花子 山田", _named("山田花子美"), _named("山田 花子")) == [1, 0]
