"""Names, parts, neighbours and judgements as plain data."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from gaoxing.names.composition import split
from gaoxing.names.judgement import Finding, Hit, Judgement, Verdict, weight
from gaoxing.names.name import Kind, Order, Part
from gaoxing.names.neighbour import Neighbour, State

HIT = Hit("昆山禾屿科技厂", "E3", Verdict.UNAVAILABLE, "released", "字号相同。", "《规定》第十七条", date(2027, 1, 2))
FINDING = Finding("LETTERS", Verdict.FORBIDDEN, 2, 4, "AI", "有字母。", "改成汉字。", "《规定》第五条")


def test_a_part_is_found_by_its_kind():
    name = split("昆山禾屿科技有限公司")
    assert name.part(Kind.TRADE_NAME) == Part(Kind.TRADE_NAME, "禾屿", 2, 4)
    assert name.part(Kind.BRANCH) is None


def test_a_name_cannot_be_changed():
    name = split("昆山禾屿科技有限公司")
    with pytest.raises(FrozenInstanceError):
        name.trade_name = "别的"  # type: ignore[misc]


def test_a_judgement_becomes_json_with_its_days_and_places():
    name = split("昆山AI科技有限公司")
    answer = Judgement(name, Verdict.FORBIDDEN, (FINDING,), (HIT,), ("昆山朗禾科技有限公司",)).to_json()
    assert answer["hits"][0]["free_from"] == "2027-01-02"
    assert (answer["findings"][0]["start"], answer["findings"][0]["end"]) == (2, 4)
    assert answer["suggestions"] == ["昆山朗禾科技有限公司"]
    assert json.loads(json.dumps(answer)) == answer


def test_a_hit_without_an_end_has_none_in_json():
    open_end = Hit("昆山禾屿科技厂", "E3", Verdict.UNAVAILABLE, "active", "字号相同。", "《规定》第十七条")
    answer = Judgement(split("昆山禾屿科技厂"), Verdict.UNAVAILABLE, (), (open_end,)).to_json()
    assert answer["hits"][0]["free_from"] is None


@pytest.mark.parametrize(
    ("lighter", "heavier"),
    [
        (Verdict.FREE, Verdict.SIMILAR),
        (Verdict.SIMILAR, Verdict.RESTRICTED),
        (Verdict.RESTRICTED, Verdict.UNAVAILABLE),
        (Verdict.UNAVAILABLE, Verdict.FORBIDDEN),
    ],
)
def test_each_verdict_outweighs_the_one_before(lighter: Verdict, heavier: Verdict):
    assert weight(lighter) < weight(heavier)


def test_a_neighbour_needs_no_end_and_no_kind():
    one = Neighbour("昆山禾屿科技厂", "昆山", "禾屿", "科技", "厂", State.ACTIVE, date(2024, 1, 2), "3205")
    assert one.until is None
    assert one.sole_trader is None


def test_orders_and_kinds_are_words():
    assert [str(each) for each in Order] == ["first", "behind_trade_name", "before_form", "none"]
    assert len(set(map(str, Kind))) == len(Kind)
