"""Pre-checks while the applicant speaks: what a statement brings up, and what it must not."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.intake import receive
from gaoxing.speech.transcript import Transcript

DAY = date(2026, 11, 25)


def found(*said: str) -> set[str]:
    taken = receive(Transcript.of(*said), on=DAY, matter_id="joint_licence")
    return {each.rule for each in taken.findings}


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("我想开个网吧，办个体户", "JL-05"),
        ("开个网咖，店在居民楼里", "JL-06"),
        ("开个网吧，离最近的中学一百八十米", "JL-07"),
        ("想开个KTV，在住宅楼里", "JL-08"),
        ("想开个KTV，租的是地下二层", "JL-08"),
        ("想开个KTV，在负一楼", "JL-09"),
        ("想开个KTV，离学校五十米", "JL-10"),
        ("开个劳务派遣公司，注册资金五十万", "JL-11"),
        ("开个旅行社，注册资本十万", "JL-12"),
        ("开个货运公司，车都不超过4.5吨", "JL-13"),
        ("开个印刷厂，办个体户", "JL-16"),
        ("开便利店，只卖包装好的，关东煮现场做", "JL-03"),
        ("想办个民办幼儿园", "JL-02"),
        ("开个面馆，店在太仓市示例路1号", "ADDR-01"),
    ],
)
def test_what_stands_against_it_is_told_at_once(said: str, rule: str):
    assert rule in found(said)


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("用公司名义开个网吧", "JL-05"),
        ("开个网吧，在居民楼对面的商场", "JL-06"),
        ("开个网吧，离最近的中学三百米", "JL-07"),
        ("开个网吧，离地铁站一百米", "JL-07"),
        ("想开个KTV，在商场三楼", "JL-08"),
        ("想开个KTV，楼下是地铁", "JL-09"),
        ("想开个KTV，离学校两公里", "JL-10"),
        ("开个劳务派遣公司，注册资金三百万", "JL-11"),
        ("开个劳务派遣公司，装修五十万", "JL-11"),
        ("开个旅行社，注册资本一百万", "JL-12"),
        ("开个面馆，注册资本十万", "JL-12"),
        ("开个货运公司，有辆大货车", "JL-13"),
        ("开个面馆，在居民楼里，离小学五十米", "JL-07"),
    ],
)
def test_what_does_not_stand_against_it_is_not_told(said: str, rule: str):
    assert rule not in found(said)


def test_a_place_put_right_is_told_of_no_more():
    assert "JL-08" in found("想开个KTV，在负二楼")
    assert "JL-08" not in found("想开个KTV，在负二楼", "不对，是在负一楼")


def test_a_capital_raised_is_told_of_no_more():
    assert "JL-11" not in found("开个劳务派遣公司，注册资本一百万", "注册资本改成两百万")
