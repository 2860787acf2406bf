import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.standards.region_code import KUNSHAN, Known, countries, enclosing, known, region, regions, short_name, town, towns


@pytest.mark.parametrize("code", ["110000", "320000", "320500", "320583", "320523", "320584", "341200", "820000", "710000"])
def test_a_code_of_the_table_is_known_exactly(code):
    assert known(code) is Known.EXACT


@pytest.mark.parametrize("code", ["341225", "412827", "513021", "110108"])
def test_a_county_that_the_table_lacks_is_not_accused(code):
    assert known(code) is Known.PREFIX


@pytest.mark.parametrize("code", ["990000", "000000", "32058", "3205833", "32058X", "", "３２０５８３"])
def test_a_code_of_no_province_is_unknown(code):
    assert known(code) is Known.UNKNOWN


@given(st.text(max_size=8))
def test_any_text_gets_an_answer(code):
    assert known(code) in Known


def test_kunshan_bears_an_old_code_too():
    assert region(KUNSHAN).name == "昆山市"
    assert not region(KUNSHAN).abolished
    assert (region("320523").name, region("320523").abolished) == ("昆山县", True)


def test_the_enclosing_divisions_come_largest_first():
    assert [each.name for each in enclosing("320583")] == ["江苏省", "苏州市", "昆山市"]
    assert [each.name for each in enclosing("341225")] == ["安徽省", "阜阳市"]


def test_there_are_34_provinces_and_13_prefectures_in_jiangsu():
    assert len(regions(level="province")) == 34
    assert sum(each.code.startswith("32") for each in regions(level="prefecture")) == 13


def test_every_row_names_its_source_and_lies_within_a_known_province():
    assert {each.source for each in regions()} <= {"S14", "K"}
    assert all(region(f"{each.code[:2]}0000") for each in regions())


def test_kunshan_has_ten_towns_beside_its_two_zones():
    assert sum(each.name.endswith("镇") for each in towns()) == 10
    assert len(towns()) == 12


@pytest.mark.parametrize(
    ("said", "name"),
    [("高新区", "玉山镇"), ("玉山镇", "玉山镇"), ("正仪", "巴城镇"), ("南港", "张浦镇"), ("石浦", "千灯镇"), ("陆杨", "周市镇"), ("兵希", "昆山开发区")],
)
def test_a_spoken_alias_leads_to_its_town(said, name):
    assert town(said).name == name


def test_a_place_elsewhere_is_no_town_of_kunshan():
    assert town("松江") is None


def test_the_countries_of_foreign_shareholders_are_known_by_their_short_names():
    assert {"德国", "日本", "新加坡", "香港"} <= countries()


@pytest.mark.parametrize(("name", "short"), [("昆山市", "昆山"), ("江苏省", "江苏"), ("广西壮族自治区", "广西"), ("昆山", "昆山")])
def test_a_division_is_called_without_its_last_word(name: str, short: str):
    assert short_name(name) == short
