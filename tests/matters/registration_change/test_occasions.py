"""The days that a change hangs on. Everybody and every number is made up."""

from datetime import date

import pytest

from gaoxing.facts.fact import Certainty
from gaoxing.facts.statement import hear
from gaoxing.intake import receive
from gaoxing.matters.registration_change.occasions import occasions
from gaoxing.speech.transcript import Transcript

TODAY = date(2026, 11, 25)
OURS = "昆山泊川贸易有限公司变更住所到玉山镇某某路2号，"
LESS = "昆山泊川贸易有限公司减资，注册资本从五百万减到一百万，"


def told(*turns):
    return {each.field: each.readings or each.value for each in occasions(hear(Transcript.of(*turns), TODAY), TODAY)}


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("决议是2026年11月3日作出的", "2026-11-03"),
        ("上个月20号开的股东会", "2026-10-20"),
        ("股东会决议日期2026年11月10日", "2026-11-10"),
        ("股东会是昨天开的", "2026-11-24"),
        ("今天刚作的股东决定", "2026-11-25"),
        ("前天股东会通过了", "2026-11-23"),
        ("上周三我们股东开会作了决议", "2026-11-18"),
        ("决议日期是2026年12月1日", "2026-12-01"),
        ("我昨天一个人作的股东决定", "2026-11-24"),
        ("股东大会二〇二六年十一月九日召开", "2026-11-09"),
        ("决议上写的是2026年11月3日", "2026-11-03"),
        ("我们开股东会那天是2026年11月3日", "2026-11-03"),
        ("股东会2026年11月3日开的，不对，是2026年11月6日", "2026-11-06"),
    ],
)
def test_the_day_of_the_resolution_is_read(said, day):
    assert told(OURS + said) == {"resolved": day}


@pytest.mark.parametrize(
    "said",
    [
        "上个月开的股东会",
        "前阵子开过股东会了",
        "股东会还没开",
        "打算12月3号开股东会",
        "下个月3号开股东会",
        "股东会11月30号之前要开",
        "股东会决议今天带来了",
        "今天来交股东会决议",
        "2026年11月3日签的租房合同",
        "董事会2026年11月3日开的",
        "上一次股东会是2025年3月8日开的",
        "决议大概2026年11月3日作出的",
        "决议日期写2026年11月3日行不行",
        "2026年11月作的决议",
        "不是2026年11月3日开的股东会",
        "2026年11月3日搬的家，股东会没开",
        "章程是2019年5月6日股东会通过的",
        "股东会通知是2026年10月15日发的",
    ],
)
def test_what_is_planned_vague_or_of_something_else_is_no_resolution(said):
    assert told(OURS + said) == {}


@pytest.mark.parametrize("said", ["11月5号股东会通过的", "全体股东11月5日一致同意并作出决议"])
def test_a_day_without_a_year_is_a_question_of_two_readings(said):
    (fact,) = occasions(hear(Transcript.of(OURS + said), TODAY), TODAY)
    assert (fact.certainty, fact.readings) == (Certainty.UNSURE, ("2026-11-05", "2025-11-05"))


@pytest.mark.parametrize("answer", ["今年的", "2026年"])
def test_the_year_answers_which_of_two_days_is_meant(answer):
    assert told(OURS, ("resolved", "11月3号"), ("resolved", answer)) == {"resolved": "2026-11-03"}


@pytest.mark.parametrize(
    ("answer", "day"), [("昨天开的会", "2026-11-24"), ("上周五", "2026-11-20"), ("还没开，打算2026年12月3日开", None), ("2026年11月", None)]
)
def test_an_answer_about_the_resolution_wants_a_whole_day_that_has_been_settled(answer, day):
    form = receive(Transcript.of(OURS, ("resolved", answer)), on=TODAY).form
    assert form.value("resolved") == day


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("减资公告是2026年10月1日登的", "2026-10-01"),
        ("公告是上个月10号发的", "2026-10-10"),
        ("2026年9月30日在公示系统发的减资公告", "2026-09-30"),
        ("9月28号在报纸上公告了", ("2026-09-28", "2025-09-28")),
    ],
)
def test_the_day_of_the_announcement_is_read(said, day):
    assert told(LESS + said) == {"reduction_announced": day}


@pytest.mark.parametrize("said", ["公告已经登了", "公告下个月1号登", "公告期到2026年11月15日", "上个月登的公告", "2026年10月1日登的招聘启事"])
def test_no_day_of_an_announcement_is_made_up(said):
    assert told(LESS + said) == {}


def test_where_nothing_is_reduced_an_announcement_is_none():
    assert told(OURS + "公告是2026年10月1日登的") == {}


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("公司成立于2019年5月", "2019-05"),
        ("公司是2019年5月6号成立的", "2019-05-06"),
        ("营业执照上的成立日期2018年3月12日", "2018-03-12"),
        ("我们公司二零一七年注册的", "2017"),
        ("成立日期2019年5月6日，不对，2019年6月5日", "2019-06-05"),
        ("我们公司2015年就开了", "2015"),
    ],
)
def test_the_founding_is_read_as_far_as_it_was_said(said, day):
    assert told(OURS + said) == {"established": day}


def test_a_company_that_was_opened_then_is_only_likely_founded_then():
    (fact,) = occasions(hear(Transcript.of(OURS + "我们公司2015年就开了"), TODAY), TODAY)
    assert fact.certainty is Certainty.LIKELY


@pytest.mark.parametrize(
    "said",
    ["公司成立好几年了", "我2019年5月来昆山的", "子公司是2020年成立的", "2019年注册了一个商标", "我们2023年成立了工会", "2018年搬到这里的", "公司2028年成立"],
)
def test_what_is_no_founding_of_this_company_gives_none(said):
    assert told(OURS + said) == {}


def test_both_days_of_one_sentence_find_their_blanks():
    assert told(LESS + "公告日期2026年9月20日，决议日期2026年9月15日") == {"resolved": "2026-09-15", "reduction_announced": "2026-09-20"}


def test_the_words_shown_are_those_of_the_day():
    (fact,) = occasions(hear(Transcript.of("决议是2026年11月3日作出的"), TODAY), TODAY)
    assert fact.evidence[0].words == "2026年11月3日"


def test_the_year_denied_is_not_the_one_meant():
    assert told(OURS, ("resolved", "11月3号"), ("resolved", "不是今年，是去年")) == {"resolved": "2025-11-03"}


@pytest.mark.parametrize(("answer", "filled"), [("昨天刚登的", {"reduction_announced": "2026-11-24"}), ("没有登过", {}), ("准备2026年12月1日登", {})])
def test_an_announcement_asked_about_is_one_that_was_made(answer, filled):
    assert told(LESS, ("reduction_announced", answer)) == filled
