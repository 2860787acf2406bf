import pytest

from gaoxing.facts.name_slot import find_slots, is_name, name_after, name_before


def slots(text, closed=()):
    return [each.name for each in find_slots(text, closed)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("法人由丁大宝变更为苏小云", ["丁大宝", "苏小云"]),
        ("盛夏把名下三成转给何苗另外", ["盛夏", "何苗"]),
        ("从廖大强换成他儿子廖小晨", ["廖大强", "廖小晨"]),
        ("苏小云卸任，何苗接任", ["苏小云", "何苗"]),
        ("新法人叫邵阳，老法人是丁大宝", ["丁大宝"]),
        ("转让给欧阳雪法人也换", ["欧阳雪"]),
        ("换成何苗", ["何苗"]),
        ("我们老板詹大成年纪大了", ["詹大成"]),
        ("老板何苗身体不好", ["何苗"]),
        ("何苗要接手丁大宝手里的股份", ["何苗", "丁大宝"]),
        ("丁大宝、苏小云分别将股权转给何苗", ["丁大宝", "苏小云", "何苗"]),
        ("转让方丁大宝，受让方苏小云", ["丁大宝", "苏小云"]),
    ],
)
def test_a_name_is_read_from_the_place_where_only_a_name_can_stand(text, names):
    assert slots(text) == names


@pytest.mark.parametrize("text", ["法人由佐藤健一改为中村和也", "法定代表人佐藤健一卸任，中村和也接任"])
def test_a_frame_holds_a_name_whatever_its_surname(text):
    assert slots(text) == ["佐藤健一", "中村和也"]


@pytest.mark.parametrize(
    "text", ["住所相应地变更为", "由有限责任公司变更为股份有限公司", "由于市场不好", "免去职务", "把公司转给别人", "注册资本由一百万变更为五百万"]
)
def test_words_of_the_form_are_no_names(text):
    assert slots(text) == []


def test_no_name_stands_in_a_closed_span():
    assert slots("转给何苗，另外", [(2, 4)]) == []


def test_a_name_stands_right_before_and_right_after_a_place():
    assert (name_before("一下乌兰把她的", 4), name_after("转给靳小乙，转让款", 2), name_before("我们把", 2)) == ("乌兰", "靳小乙", "")


@pytest.mark.parametrize(("text", "is_one"), [("丁大宝", True), ("欧阳小雪", True), ("公司法人", False), ("于是", False), ("大宝", False)])
def test_a_name_begins_with_a_surname(text, is_one):
    assert is_name(text) == is_one
