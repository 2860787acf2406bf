"""What is said of the place and the money that a few trades are bound to; what must not be read."""

from __future__ import annotations

import pytest

from gaoxing.facts.statement import hear
from gaoxing.matters.joint_licence.site import site_facts
from gaoxing.speech.transcript import Transcript, Turn


def read(said: str, trade: str = "ktv", asked: str | None = None) -> dict:
    transcript = Transcript((Turn(said, asked=asked),)) if asked else Transcript.of(said)
    return {each.field: each.value for each in site_facts(hear(transcript), trade)}


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("开在居民楼里", "dwelling"),
        ("就在我们小区里面", "dwelling"),
        ("商场负二楼", "deep_basement"),
        ("地下三层", "deep_basement"),
        ("商场B2", "deep_basement"),
        ("在负一楼", "basement"),
        ("租了个地下室", "basement"),
        ("本来想租地下室，现在改在居民楼", "dwelling"),
        ("在居民楼旁边", None),
        ("不在居民楼里", None),
        ("离居民楼有点远", None),
        ("小区里的商铺", None),
        ("商场三楼", None),
    ],
)
def test_the_kind_of_place_is_read_and_what_is_beside_it_is_not(said: str, kind: str | None):
    assert read(said).get("place.kind") == kind


@pytest.mark.parametrize(
    ("said", "metres"),
    [
        ("离最近的小学一百五十米", 150),
        ("距离中学大概有300米", None),
        ("距离中学有300米", 300),
        ("旁边一百米就是中学", 100),
        ("八十米外有个小学", 80),
        ("离学校一百多米", None),
        ("离地铁站一百米", None),
        ("店面一百平米，对面是学校", None),
        ("离小学不远", None),
    ],
)
def test_the_distance_to_a_school_is_read_only_where_it_is_exact(said: str, metres: int | None):
    assert read(said, "internet_cafe").get("place.school_distance") == metres


def test_asked_about_it_a_bare_figure_of_metres_is_the_distance():
    assert read("三百米", asked="place.school_distance") == {"place.school_distance": 300}


@pytest.mark.parametrize(
    ("said", "amount"),
    [("注册资本一百万", "1000000"), ("注册资金写两百万", "2000000"), ("装修花了一百万", None), ("房租一年十万", None), ("注册资本一百来万", None)],
)
def test_the_capital_is_read_and_no_other_amount(said: str, amount: str | None):
    found = read(said, "dispatch_co").get("capital")
    assert (found and found["amount"]) == amount


def test_a_bare_amount_answers_the_question_about_the_capital():
    assert read("三十万", "travel", asked="capital")["capital"] == {"amount": "300000", "currency": "CNY"}


@pytest.mark.parametrize("trade", ["restaurant", None])
def test_of_other_trades_nothing_is_read(trade: str | None):
    assert read("在地下室，离小学一百米，注册资本一百万", trade) == {}
