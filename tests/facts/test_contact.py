from __future__ import annotations

import pytest

from gaoxing.facts.contact import contact_facts
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript


def reached(*said: str | tuple[str, str]) -> tuple[object, object]:
    statement = hear(Transcript.of(*said))
    found = {fact.field: fact.value for fact in contact_facts(statement)}
    return found.get("contact.name"), found.get("contact.mobile")


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("我叫张三，电话13800138000", ("张三", "13800138000")),
        ("我是昆山示例机械有限公司的厂长鲁卫东，手机13800138000", ("鲁卫东", "13800138000")),
        ("联系人写张三，弓长张，手机13800138000", ("张三", "13800138000")),
        ("消息发给我助理吧，她叫李四，号码是13800138000", ("李四", "13800138000")),
        ("回头跟我李四联系就行", ("李四", None)),
        ("有事找我们行政主管李四，0512-57300000", ("李四", "0512-57300000")),
        ("昆山示例机械有限公司，找我们行政苌青，13800138000", ("苌青", "13800138000")),
        ("联系人是法务乜小刚。", ("乜小刚", None)),
        ("昆山示例机械有限公司，人事总监南宫雪，13800138000", ("南宫雪", "13800138000")),
        ("昆山示例机械有限公司，张三。", ("张三", None)),
        ("接待人总经办主任贺晓楠（电话0512-57300000）", ("贺晓楠", "0512-57300000")),
        ("找苗会计，名字叫苗雨欣，电话13800138000", ("苗雨欣", "13800138000")),
        ("联系我们办公室小孟孟凡星幺三八零零幺三八零零零", ("孟凡星", "13800138000")),
        ("打这个号吧13800138000，我姓庞", (None, "13800138000")),
        ("找我孟厂长孟德全13800138000", ("孟德全", "13800138000")),
        ("停车位不够，谢敏谢谢的谢敏捷的敏", ("谢敏", None)),
        ("停车位不够，谢敏谢谢的谢敏捷的敏是我们房东", (None, None)),
    ],
)
def test_whoever_is_to_be_reached_is_read(said, wanted):
    assert reached(said) == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (("老板姓钱你别打给他，打给我就行，我叫邬晓彤，13800138000",), ("邬晓彤", "13800138000")),
        (("我叫张三，有事联系我们会计李四，13800138000",), ("李四", "13800138000")),
        (("物业的电话13900139000打不通，我叫张三，13800138000",), ("张三", "13800138000")),
        (("我们想和苏大的实验室合作",), (None, None)),
    ],
)
def test_somebody_only_mentioned_is_not_the_contact(said, wanted):
    assert reached(*said) == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (("联系人张三，13800138000", "联系人还是换成王五吧，号码13700137000"), ("王五", "13700137000")),
        (("联系人张三，13800138000", "号码也换一个，写13700137000"), ("张三", "13700137000")),
        (("联系人张三，13800138000", "联系人还是不要写了，取消"), (None, None)),
        ((("contact.name", "张三，弓长张"), ("contact.mobile", "一三八零零一三八零零零")), ("张三", "13800138000")),
        (("电话一三八零零零零六四幺二不对最后四位是六四二幺，我叫韩立新",), ("韩立新", "13800006421")),
    ],
)
def test_a_later_word_overrides(said, wanted):
    assert reached(*said) == wanted


def test_a_wrong_length_stays_as_said():
    assert reached("我叫张三，手机1380013800") == ("张三", "1380013800")


def test_the_name_has_its_own_words_as_evidence():
    said = "联系隗明，13800138000"
    [name, _] = contact_facts(hear(Transcript.of(said)))
    assert [said[each.start : each.end] for each in name.evidence] == ["隗明"]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("昆山样例重工有限公司，任工，13800138000。", (None, "13800138000")),
        ("公司昆山样例智控有限公司研发总监邬海洋电话13800138000", ("邬海洋", "13800138000")),
        ("我是昆山样例汽车有限公司行政小吴吴晓晴电话13800138000", ("吴晓晴", "13800138000")),
        ("我是总经理助理殷小北，手机13800138000", ("殷小北", "13800138000")),
    ],
)
def test_a_title_is_no_part_of_a_name(said, wanted):
    assert reached(said) == wanted
