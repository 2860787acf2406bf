"""Places where only a name can stand, whatever its characters; and words that stand there and are none."""

import pytest

from gaoxing.facts.name_frame import tallies
from gaoxing.facts.person import find_names


def names(text):
    return [each.name for each in find_names(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("监事和风。", ["和风"]),
        ("我，暨小白，技术入股", ["暨小白"]),
        ("我，连天枝，给他当监事", ["连天枝"]),
        ("我井上清，出六十万", ["井上清"]),
        ("就我一个股东，薄荷，薄荷糖的薄荷", ["薄荷"]),
        ("董事沙洲、绿洲，监事丁大宝", ["沙洲", "绿洲", "丁大宝"]),
        ("丛林、查理、桂花香、时雨", ["丛林", "查理", "桂花香", "时雨"]),
        ("常青五，冷月三，侯亮二", ["常青", "冷月", "侯亮"]),
        ("唯一股东是我，麦家俊。", ["麦家俊"]),
        ("经营者我，鲁长贵，资金八万", ["鲁长贵"]),
        ("代理人写我，尚可，电话一三八", ["尚可"]),
        ("发起的是卓然，也就是我", ["卓然"]),
    ],
)
def test_a_name_is_found_by_its_place(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "监事就空着",
        "经营者别写我了",
        "法人和监事对调一下",
        "监事换人",
        "执行董事让他当",
        "我，应届生，想开店",
        "我先说，出资的事再定",
        "家里老人一个八十一，一个七十九",
        "成立公司，聘任经理",
    ],
)
def test_words_of_talk_in_the_place_of_a_name_name_nobody(text):
    assert names(text) == []


@pytest.mark.parametrize(("text", "count"), [("常青五，冷月三，侯亮二", 3), ("常青五，冷月三", 0), ("常青五，然后再说，冷月五", 0), ("甲六，乙四", 2)])
def test_numbers_make_a_tally_only_in_a_row_and_only_ten(text, count):
    assert len(tallies(text)) == count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("股东马志远占六成，志远做法人", ["马志远", "马志远"]),
        ("股东马志远、丁志远，志远做法人", ["马志远", "丁志远"]),
        ("大股东凌霄汉，法人凌总", ["凌霄汉"]),
    ],
)
def test_part_of_a_name_is_no_further_name(text, found):
    assert names(text) == found
