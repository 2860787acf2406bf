from __future__ import annotations

import pytest

from gaoxing.matters.enterprise_request.clauses import CAUSE, EFFECT, Clause, clauses, heard_right


def texts(said: str) -> list[str]:
    return [each.text for each in clauses(0, said)]


def alone(text: str) -> Clause:
    return Clause(0, 0, len(text), text, "turn")


def test_clauses_end_at_marks():
    assert texts("停车位不够，食堂难吃。宿舍漏水") == ["停车位不够", "食堂难吃", "宿舍漏水"]


def test_without_marks_a_marker_begins_a_clause():
    assert texts("停车位不够还有宿舍漏水") == ["停车位不够", "还有宿舍漏水"]


def test_what_only_names_something_is_one_with_what_is_said_of_it():
    assert texts("工人，本地的不肯干") == ["工人，本地的不肯干"]


def test_things_listed_are_clauses_of_their_own():
    assert [(each.text, each.parted) for each in clauses(0, "说说停车位和食堂的事")] == [("说说停车位", "turn"), ("食堂的事", "list")]


def test_two_words_of_one_thing_are_no_list():
    assert texts("安全评价和环评一起报上去没批") == ["安全评价和环评一起报上去没批"]


@pytest.mark.parametrize("said", ["第一宿舍不够", "二是宿舍不够", "首先宿舍不够", "1、宿舍不够", "一、宿舍不够", "一个是宿舍不够"])
def test_a_numbered_item_is_known(said):
    assert alone(said).item


@pytest.mark.parametrize("said", ["第二天就坏了", "万一是坏的", "第一季度没单子", "统一是这样", "第一个用的人"])
def test_a_number_of_something_else_is_no_item(said):
    assert not alone(said).item


@pytest.mark.parametrize("said", ["还有食堂", "另外食堂", "再就是食堂", "顺便问食堂", "对了食堂"])
def test_something_further_is_known(said):
    assert alone(said).more


@pytest.mark.parametrize("said", ["还有两个人", "不对了", "另外一半"])
def test_something_that_only_sounds_further_is_not(said):
    assert not alone(said).more


@pytest.mark.parametrize("said", ["已经解决了", "不用报了", "我们自己谈妥了", "电是够用的", "贷款不缺", "那个算了", "你就别登记了"])
def test_what_needs_no_help_is_settled(said):
    assert alone(said).settled


@pytest.mark.parametrize("said", ["一直没解决", "解决不了", "怎么解决", "没修好", "能不能批下来", "你们说十月修好", "我们算不算"])
def test_what_still_needs_help_is_not_settled(said):
    assert not alone(said).settled


@pytest.mark.parametrize("said", ["感谢你们上次帮忙", "我不是来要补贴的", "跟停车没关系"])
def test_thanks_and_denials_are_spent(said):
    assert alone(said).spent


def test_another_firms_trouble_is_of_others_unless_it_troubles_us():
    assert alone("隔壁那家厂也说停车难").of_others
    assert not alone("隔壁公司的货车天天堵在我们门口").of_others


@pytest.mark.parametrize("said", ["我是○○○○○○的厂长", "联系人○○○", "电话○○○○○○○○○○○", "我叫○○○", "我们是做弹簧的"])
def test_who_speaks_is_formal(said):
    assert alone(said).formal


def test_effect_and_cause_are_told_apart_from_complaints():
    assert alone("搞得我们半夜发货").does(EFFECT)
    assert alone("因为没有土地证").does(CAUSE)


@pytest.mark.parametrize(("said", "meant"), [("能平报告退回来了", "能评报告退回来了"), ("还评批不下来", "环评批不下来"), ("专精特心怎么报", "专精特新怎么报")])
def test_words_of_the_trade_are_heard_by_their_sound(said, meant):
    assert heard_right(said) == meant


@pytest.mark.parametrize("said", ["工商说让我来", "我去上班", "能不能评一评"])
def test_other_words_stay_as_heard(said):
    assert heard_right(said) == said
