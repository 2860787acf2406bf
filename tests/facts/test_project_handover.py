"""Who takes over in a filed project. Persons, enterprises and numbers are made up."""

import pytest

from gaoxing.facts.project_handover import contact_changes, contact_slots, handed_over
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript


def statement(*turns):
    return hear(Transcript.of(*turns), slots=contact_slots)


def changes(*turns):
    return [{column: value for column, (value, _) in each.columns.items()} for each in contact_changes(statement(*turns))]


@pytest.mark.parametrize(
    "said",
    [
        "联系人从蒋小丽换成魏大墨，手机19800001234",
        "联系人也要换，原来的蒋小丽离职了，换成魏大墨，19800001234",
        "联系人由蒋小丽变更为魏大墨，电话19800001234",
    ],
)
def test_a_contact_follows_another(said: str):
    assert changes(said) == [{"from.name": "蒋小丽", "to.name": "魏大墨", "to.mobile": "19800001234"}]


def test_a_number_alone_can_change():
    assert changes("联系人电话改成13933334444") == [{"to.mobile": "13933334444"}]


def test_a_number_given_in_passing_changes_nothing():
    assert changes("总投资改成两亿，有事打我手机13933334444") == []


def test_a_contact_left_alone_does_not_change():
    assert changes("联系人电话改成13933334444", "联系电话先不改了") == []


def test_the_change_stands_where_it_was_first_spoken_of():
    [change] = contact_changes(statement("备案变更", "联系人换成魏大墨，19800001234"))
    assert change.first[0] == 1
    assert {each.words for each in change.evidence} == {"魏大墨", "19800001234"}


def test_the_unit_hands_the_project_on():
    old, new = handed_over(statement("项目单位由昆山旧示例有限公司变更为昆山新示例有限公司"))
    assert (old.name, new.name) == ("昆山旧示例有限公司", "昆山新示例有限公司")


def test_two_enterprises_named_side_by_side_hand_nothing_on():
    assert handed_over(statement("昆山甲示例有限公司的项目，供应商是昆山乙示例有限公司")) == (None, None)


def test_whoever_is_named_with_a_number_is_the_new_contact():
    assert changes("联系人不是我了，找我们新来的魏大墨，19800001234") == [{"to.name": "魏大墨", "to.mobile": "19800001234"}]


@pytest.mark.parametrize(
    "said",
    [
        "昆山甲示例有限公司的示例印刷项目，我们公司改名了，项目单位改成昆山乙示例有限公司",
        "企业名称变了原来叫昆山甲示例有限公司现在叫昆山乙示例有限公司项目还是那个项目",
        "建设单位由昆山甲示例有限公司变更为昆山乙示例有限公司",
    ],
)
def test_the_unit_has_another_name(said: str):
    assert [each.name for each in handed_over(statement(said)) if each] == ["昆山甲示例有限公司", "昆山乙示例有限公司"]


def test_two_enterprises_alone_hand_nothing_on():
    assert handed_over(statement("昆山甲示例有限公司的设备是跟昆山乙示例有限公司买的")) == (None, None)


def test_a_contact_written_down_before_and_now():
    [row] = changes("联系人以前写的我爸，邵国平，现在写我妈，瞿兰英，电话13700002298")
    assert row == {"from.name": "邵国平", "to.name": "瞿兰英", "to.mobile": "13700002298"}


def test_an_old_number_stands_before_its_new_one():
    assert changes("联系电话13900001212改为13900003434") == [{"from.mobile": "13900001212", "to.mobile": "13900003434"}]


def test_whoever_is_to_be_reached_from_now_on_is_the_new_one():
    [row] = changes("我们的联系人变了，以前是葛明远，他调去示例市了，以后找田思思，电话 15862000077")
    assert row == {"from.name": "葛明远", "to.name": "田思思", "to.mobile": "15862000077"}
