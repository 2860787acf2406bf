from __future__ import annotations

import pytest

from gaoxing.matters.enterprise_request.problems import clauses, problems


def told(*turns: str) -> list[frozenset[str]]:
    return [each.topics for each in problems([clauses(number, said) for number, said in enumerate(turns)])]


def number(*turns: str) -> int:
    return len(told(*turns))


@pytest.mark.parametrize(
    "said",
    [
        "宿舍不够，能不能批块地让我们自己盖",
        "招不到人，能不能给点招聘补贴",
        "路口限行，搞得我们只能半夜发货",
        "孩子没有学位，人才都留不住了",
        "环评批不下来，因为专家那边说要改方案",
        "老跳闸，料都废了，得有人来查查这条线路",
        "公司门前的路灯坏了，夜班员工出行不安全",
        "红绿灯时间能不能调一下，工人骑电瓶车出过两次事了",
    ],
)
def test_a_complaint_and_its_remedy_effect_or_cause_are_one(said):
    assert number(said) == 1


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("停车位不够还有宿舍漏水", 2),
        ("第一，老停电；第二，路面全是坑", 2),
        ("停车位不够。焊工招不到。", 2),
        ("招工难，贷款难，用地难", 3),
        ("厂门口的沟一下雨就倒灌进车间去年反映过治安的事已经解决了", 1),
        ("晚上有人打架，还有园区网络信号差，手机打不通，麻烦协调运营商", 2),
        ("第一抽贷第二磨齿工被隔壁厂挖走能不能帮忙招人", 2),
        ("想申请专精特新不晓得条件够不够然后研发费用加计扣除那个表也不会填", 2),
        ("车位不够，食堂也没有", 2),
        ("食堂、班车、停车，这三样不解决，谁愿意来", 3),
        ("想说说停车位和食堂的事", 2),
        ("出口欧洲要做碳足迹；专利被人仿了", 2),
    ],
)
def test_separate_problems_are_told_apart(said, wanted):
    assert number(said) == wanted


def test_two_problems_of_one_topic_stand_twice_behind_a_marker():
    assert number("一个老员工申请了仲裁。另外还有一个工人的工伤一直没认定下来") == 2


def test_a_further_thing_of_the_same_trouble_is_no_further_problem():
    assert number("电工招不到，还有焊工也缺") == 1


@pytest.mark.parametrize(
    "said",
    [
        "我们厂有两百人住宿舍。",
        "感谢你们上次帮忙解决停车的事。",
        "隔壁厂也说招工难，他们自己会来反映。",
        "贷款倒是不缺。",
        "我不是来要补贴的。",
    ],
)
def test_background_thanks_and_what_is_settled_are_no_problem(said):
    assert told(said + "我们就是网络老掉线。") == [{"network"}]


@pytest.mark.parametrize(
    ("later", "left"),
    [
        ("停车的事不用报了", [{"food"}]),
        ("第二个不用报了，刚谈好", [{"parking"}]),
        ("停车那个物业解决了，你就别登记了", [{"food"}]),
        ("取消吧，食堂那件", [{"parking"}]),
    ],
)
def test_a_later_word_takes_a_problem_back(later, left):
    assert told("第一，停车位不够，第二，食堂没人承包", later) == left


def test_withdrawing_the_contact_takes_no_problem_back():
    assert told("网络老掉线", "联系人不要写了，取消") == [{"network"}]


def test_the_heads_of_a_list_are_one_with_their_details():
    assert told("反映停车和食堂两件事", "停车位是真不够", "食堂是没人承包") == [{"parking"}, {"food"}]


def test_a_look_back_adds_nothing():
    assert number("网络老掉线。停车位不够。就是这两个事，网络的事先帮我们解决") == 2


def test_the_number_said_joins_what_no_marker_parted():
    assert number("就一个事，宿舍不够。食堂小得转不开身。") == 1


def test_nothing_said_is_no_problem():
    assert told("你好") == []
