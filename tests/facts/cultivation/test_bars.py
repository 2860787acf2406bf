"""Why a figure is not taken though its topic is known."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.facts.cultivation.bars import REASON_LATER, SENTENCES
from gaoxing.facts.cultivation.figures import figures

DAY = date(2026, 11, 25)


def why(text):
    return [each.barred for each in figures(text, DAY)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("去年营收八千万", ""),
        ("同行去年营收八千万", "others"),
        ("隔壁厂去年研发五百万", "others"),
        ("集团去年营收八十亿", "others"),
        ("客户去年营收八千万", "others"),
        ("今年目标营收一个亿", "plan"),
        ("今年打算研发投入六百万", "plan"),
        ("去年营收八千万是目标", "plan"),
        ("明年营收一个亿", "plan"),
        ("如果去年营收八千万", "plan"),
        ("去年营收增长了八千万", "growth"),
        ("去年新招了十个研发人员", "growth"),
        ("去年营收大概八千万", "vague"),
        ("去年员工几十个人", "vague"),
        ("去年每个月营收八百万", "average"),
        ("去年月均营收八百万", "average"),
        ("三年累计研发一千五百万", REASON_LATER),
        ("近两年研发八百万", REASON_LATER),
        ("去年软件业务营收三千万", "part"),
        ("去年子公司营收三千万", "others"),
        ("去年外贸营收三千万", "part"),
        ("去年营收一千万美元", "currency"),
        ("去年营收八百万欧元", "currency"),
        ("去年上半年营收四千万", "unfinished"),
        ("去年三季度营收四千万", "unfinished"),
        ("今年营收八千万", "unfinished"),
        ("今年前十个月研发四百万", "unfinished"),
        ("发明专利三项在申请", "pending"),
        ("发明专利三项失效了", "pending"),
        ("买来的发明专利三项", "pending"),
    ],
)
def test_the_reason_is_told(text, reason):
    assert why(text) == [reason]


@pytest.mark.parametrize(
    "text",
    [
        "同行去年做得好，我们去年营收八千万",
        "今年目标一个亿，去年营收八千万",
        "本来计划九千万，实际营收八千万是去年的",
        "去年底员工一百个人",
        "今年员工一百个人",
        "2018年5月成立的，去年营收八千万",
        "去年研发增长到五百万",
    ],
)
def test_what_only_stands_near_such_words_is_taken(text):
    assert why(text)[-1] == ""


def test_a_headcount_of_today_is_of_no_earlier_year():
    assert why("去年营收八千万，现在员工一百个") == ["", "year"]


def test_every_question_ends_as_one():
    assert all(each.endswith("？") or each.endswith("。") for each in SENTENCES.values())


@pytest.mark.parametrize("silent", ["others", "plan", "denied"])
def test_what_is_no_past_of_ours_is_not_asked_about(silent):
    assert silent not in SENTENCES
