"""Two names held against each other: rule by rule, in and out of the pool, and against an oracle that shares no code."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gaoxing.names.comparison import ORDER, compare, met
from gaoxing.names.composition import compose, split
from gaoxing.names.judgement import Verdict
from gaoxing.names.neighbour import State
from tests.names import oracle
from tests.names.pool import ON, judged, registered, told

SAID = st.text("启奇澜兰蓝行乐重越悦源元", min_size=2, max_size=4)
TRADE = st.sampled_from(sorted({word for each in (*oracle.SYNONYMS, *oracle.NEAR) for word in each} | oracle.TRADELESS))
PARTS = st.tuples(st.sampled_from(["昆山", "苏州", "太仓"]), SAID, TRADE, st.sampled_from(oracle.FORMS))


@settings(max_examples=400, deadline=None)
@given(PARTS, PARTS)
def test_two_names_meet_under_the_rule_that_an_independent_reading_finds(one: oracle.Parts, other: oracle.Parts):
    hit = compare(split(compose(*one)), registered(compose(*other)), ON)
    expected = oracle.rule(one, other)
    assert (hit.rule if hit and hit.rule != "G1" else None) == expected
    assert hit is None or (hit.verdict is Verdict.UNAVAILABLE) == (hit.rule in oracle.BINDING)


@settings(max_examples=150, deadline=None)
@given(PARTS, st.sampled_from(["same", "reordered", "one more", "one less", "other form", "other place"]), st.randoms(use_true_random=False))
def test_a_variant_meets_its_origin_under_the_rule_expected(one: oracle.Parts, kind: str, random):
    other = varied(one, kind, random)
    hit = compare(split(compose(*one)), registered(compose(*other)), ON)
    assert (hit.rule if hit and hit.rule != "G1" else None) == oracle.rule(one, other)


def varied(parts: oracle.Parts, kind: str, random) -> oracle.Parts:
    region, said, trade, form = parts
    letters = list(said)
    random.shuffle(letters)
    return {
        "same": parts,
        "reordered": (region, "".join(letters), trade, form),
        "one more": (region, said + "禾", trade, form),
        "one less": (region, said[1:] if len(said) > 2 else said, trade, form),
        "other form": (region, said, trade, "有限责任公司"),
        "other place": ("常熟", said, trade, form),
    }[kind]


@settings(max_examples=100, deadline=None)
@given(PARTS, PARTS)
def test_every_rule_is_the_same_both_ways(one: oracle.Parts, other: oracle.Parts):
    first, second = split(compose(*one)), split(compose(*other))
    assert all(met(rule, first, second) == met(rule, second, first) for rule in ORDER if rule != "E1")


@pytest.mark.parametrize(
    ("rule", "one", "other"),
    [
        ("N1", "昆山启澜机械有限公司", "昆山启澜模具有限公司"),
        ("N1", "昆山启澜环保科技有限公司", "昆山启澜科技有限公司"),
        ("N2", "昆山乐行机械有限公司", "昆山月航机械有限公司"),
        ("N2", "昆山重明机械有限公司", "昆山虫明机械有限公司"),
        ("N3", "昆山禾屿机械有限公司", "昆山禾屿在线机械有限公司"),
        ("N4", "昆山澜启机械有限公司", "昆山启澜机械有限公司"),
        ("N4", "昆山新禾屿机械有限公司", "昆山大禾屿机械有限公司"),
        ("N4", "昆山禾新屿机械有限公司", "昆山禾屿机械有限公司"),
        ("N5", "昆山禾屿实业有限公司", "昆山新禾屿发展有限公司"),
    ],
)
def test_an_informative_rule_shows_and_refuses_nothing(rule: str, one: str, other: str):
    assert told(one, other) == ("提示相近", [rule])
    assert told(other, one) == ("提示相近", [rule])


def test_characters_of_similar_shape_are_shown_where_they_sound_different():
    assert told("昆山未央机械有限公司", "昆山末央机械有限公司")[1] == ["G1"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("昆山启澜机械有限公司", "昆山启明机械有限公司"), ("昆山禾屿实业有限公司", "昆山禾苑发展有限公司"), ("昆山启澜机械有限公司", "昆山奇兰餐饮有限公司")],
)
def test_names_with_little_in_common_do_not_meet(one: str, other: str):
    assert told(one, other) == ("可用", [])


def test_a_name_of_another_prefecture_is_in_another_pool():
    there = registered("无锡启澜科技有限公司", prefecture="3202")
    assert told("昆山启澜科技有限公司", there) == ("可用", [])
    assert told("上海启澜科技有限公司", "昆山启澜科技有限公司") == ("可用", [])


def test_a_provinces_name_in_the_pool_is_only_shown():
    judgement = judged("昆山启澜科技有限公司", "江苏启澜科技有限公司")
    assert str(judgement.verdict) == "提示相近"
    assert "不在同一登记机关" in judgement.hits[0].message


def test_a_municipality_is_one_pool():
    there = registered("上海启澜科技有限公司", prefecture="3101")
    assert told("上海启澜技术有限公司", there) == ("不可用", ["B1"])


def test_a_name_without_a_division_is_only_shown_what_it_meets():
    verdict, rules = told("启澜科技有限公司", "昆山启澜科技有限公司")
    assert (verdict, rules) == ("限用", ["E3", "NO_REGION"])


def test_a_sole_traders_name_is_kept_apart_from_enterprises():
    assert told("昆山禾屿饭店", "昆山禾屿餐饮有限公司", sole_trader=True) == ("提示相近", ["N1"])
    factory = registered("昆山禾屿五金厂", sole_trader=True)
    assert told("昆山禾屿五金有限公司", factory) == ("提示相近", ["E3"])
    assert told("昆山禾屿五金有限公司", registered("昆山禾屿五金厂")) == ("不可用", ["E3"])


@pytest.mark.parametrize(
    ("state", "since", "until", "bound"),
    [
        (State.RETAINED, date(2026, 9, 25), None, True),
        (State.RETAINED, date(2026, 9, 24), None, False),
        (State.RETAINED, date(2025, 12, 1), date(2026, 11, 24), True),
        (State.RETAINED, date(2025, 11, 1), date(2026, 11, 23), False),
        (State.RELEASED, date(2025, 11, 25), None, True),
        (State.RELEASED, date(2025, 11, 24), None, False),
        (State.HELD, date(2020, 1, 1), None, True),
        (State.HELD, date(2026, 1, 1), date(2026, 2, 1), False),
        (State.ACTIVE, date(1999, 1, 1), None, True),
        (State.ACTIVE, date(2026, 11, 25), None, False),
    ],
)
def test_a_name_binds_only_while_its_time_runs(state: State, since: date, until: date | None, bound: bool):
    hit = compare(split("昆山启澜科技有限公司"), registered("昆山启澜科技有限公司", state, since, until=until), ON)
    assert (hit is not None) == bound


def test_before_the_regulation_was_in_force_its_rules_refuse_nothing():
    early = registered("昆山启澜科技有限公司", since=date(2015, 1, 1))
    assert told("昆山启澜科技有限公司", early, on=date(2020, 12, 31)) == ("可用", [])
    assert told("昆山启澜科技有限公司", early, on=date(2021, 3, 1)) == ("不可用", ["E1"])


def test_a_hit_says_what_to_do_and_names_its_article():
    hit = judged("昆山启澜信息技术有限公司", "昆山启澜科技有限公司").hits[0]
    assert "投资关系" in hit.message
    assert hit.basis == "《企业名称登记管理规定》第十七条"
