"""The name of an investment project. Projects are made up."""

import pytest

from gaoxing.facts.project_name import find_project_names, in_project_names, named_project
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("项目名称是示例零件扩建项目", "示例零件扩建项目"),
        ("项目名称嘛就写示例冷库项目项目地址在示例路", "示例冷库项目"),
        ("项目名称定为“示例阀门扩建项目”，属于扩建", "示例阀门扩建项目"),
        ("项目名称《示例车间改造项目》", "示例车间改造项目"),
        ("项目就叫示例轴承项目技改类的", "示例轴承项目"),
        ("项目：示例托盘迁建项目，迁建", "示例托盘迁建项目"),
        ("名字暂定高强度示例件项目", "高强度示例件项目"),
        ("项目名称你写年产5000吨示例树脂项目", "年产5000吨示例树脂项目"),
        ("项目名称：示例机床（二期）", "示例机床（二期）"),
        ("昆山示例有限公司，示例电机扩产项目，总投资两亿", "示例电机扩产项目"),
        ("昆山示例有限公司的示例测试项目建设地点要改", "示例测试项目"),
        ("去年备案的示例模具项目总投资往上调", "示例模具项目"),
        ("项目名称定制示例柜产线项目投两千五百万", "定制示例柜产线项目"),
        ("要备个案就是示例结构件车间项目公司是示例", "示例结构件车间项目"),
        ("这个项目叫什么叫示例注塑件项目地方是在示例路", "示例注塑件项目"),
        ("要在示例路36号新上一个示例传感器封测项目，全新建设", "示例传感器封测项目"),
        ("昆山示例有限公司一个新建项目真空示例炉制造项目占地三十亩", "真空示例炉制造项目"),
        ("关于申请办理示例食品加工项目备案的请示", "示例食品加工项目"),
        ("来电，称其立体示例库生产项目备案后面积核减", "立体示例库生产项目"),
        ("就是那个示例凝胶生产项目名字要改", "示例凝胶生产项目"),
    ],
)
def test_a_name_ends_where_the_talk_goes_on(words: str, name: str):
    assert [each.name for each in find_project_names(words)] == [name]


@pytest.mark.parametrize(
    "words",
    [
        "我们这个项目要备案",
        "想做个技改项目",
        "项目名称还没想好，先空着",
        "投资项目备案",
        "项目是去年开始谈的",
        "，准备上一条新的涂布线项目",
        "二八年底弄完。项目要快",
    ],
)
def test_talk_of_a_project_names_none(words: str):
    assert find_project_names(words) == ()


@pytest.mark.parametrize("words", ["示例电机技改项目", "就叫示例电机技改项目吧", "叫什么好呢，就叫示例电机技改项目"])
def test_a_bare_answer_is_the_name(words: str):
    assert [each.name for each in find_project_names(words, answering=True)] == ["示例电机技改项目"]


def test_a_later_name_overrides_an_earlier_one():
    turns = [("项目名叫示例产线扩建。", False), ("就叫示例产线扩建项目。", False)]
    assert named_project(turns)[1].name == "示例产线扩建项目"


def test_a_name_denied_at_once_does_not_count():
    assert named_project([("项目不是叫示例甲件项目，项目叫示例乙件项目", False)])[1].name == "示例乙件项目"


def test_a_name_left_open_is_none():
    assert named_project([("项目叫示例甲件项目", False), ("项目名称先空着", False)])[1] is None


def test_a_name_that_is_the_new_one_is_passed_over():
    assert named_project([("项目叫示例甲件项目", False)], without=[(0, 3)])[1] is None


def test_a_works_in_a_projects_name_is_no_enterprise():
    said = hear(Transcript.of("项目名称就叫汽车示例部件二期项目企业是昆山示例冷却有限公司"))
    assert len(in_project_names(said)) == 1
