import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.address_part import Part, arabic, read_parts, replace_parts

FIGURES = "零一二三四五六七八九"


def counted(number):
    """A number below 10,000 as it is counted aloud; written for this test alone."""
    said, pending = "", False
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        figure = number // place % 10
        if figure:
            said += ("零" if pending and said else "") + FIGURES[figure] + unit
            pending = False
        else:
            pending = True
    return said


@given(st.integers(1, 9999))
def test_a_counted_number_is_written_in_digits(number):
    assert arabic(counted(number)) == str(number)


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("三零幺", "301"),
        ("幺零六", "106"),
        ("十二", "12"),
        ("两百零二", "202"),
        ("三百二", "320"),
        ("三百幺二", "312"),
        ("一千八百八十六", "1886"),
        ("一百一十八杠六", "118-6"),
        ("负一", "负1"),
        ("88", "88"),
    ],
)
def test_spoken_numbers_are_written_as_on_a_door(said, written):
    assert arabic(said) == written


@pytest.mark.parametrize(
    ("said", "texts"),
    [
        ("二十八号楼五楼", ["28号楼", "5楼"]),
        ("二幢一单元三零二室", ["2幢", "1单元", "302室"]),
        ("A座1201室", ["A座", "1201室"]),
        ("一百号门面一个月三千", ["100号门面"]),
        ("五号二楼两百平", ["5号", "2楼"]),
        ("八号三号车间", ["8号", "3号车间"]),
        ("租了间房", []),
    ],
)
def test_parts_follow_one_another_until_the_talk_begins(said, texts):
    parts, end = read_parts(said, 0)
    assert [part.text for part in parts] == texts
    assert 0 <= end <= len(said)


def test_a_replaced_part_gives_up_what_is_named_anew_and_keeps_the_rest():
    parts = (Part("house", "5号"), Part("floor", "2楼"), Part("room", "201室"))
    assert replace_parts(parts, (Part("floor", "3楼"),)) == (Part("house", "5号"), Part("floor", "3楼"), Part("room", "201室"))
    assert replace_parts(parts, (Part("house", "6号"), Part("room", "301室"))) == (Part("house", "6号"), Part("room", "301室"))
    assert replace_parts(parts, ()) == parts


@pytest.mark.parametrize(("said", "written"), [("1至2层", "1至2层"), ("一到三楼", "1到3楼"), ("三十到三十五号", "30-35号"), ("三十杠二号", "30-2号")])
def test_a_range_of_floors_stays_as_it_was_said(said, written):
    assert arabic(said) == written
