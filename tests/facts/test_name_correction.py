import pytest

from gaoxing.facts.enterprise import find_enterprises
from gaoxing.facts.name_correction import mended_name, renamed


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("我开公司的昆山志高不是志高是致高致敬的致高办公用品有限公司", "昆山致高办公用品有限公司"),
        ("公司叫昆山云海不对是云山机械有限公司", "昆山云山机械有限公司"),
        ("名称昆山瑞达说错了瑞通电子科技有限公司", "昆山瑞通电子科技有限公司"),
        ("名称昆山云帆不对，苏州云帆科技有限公司", "苏州云帆科技有限公司"),
    ],
)
def test_a_slip_inside_a_name_is_left_out(said, name):
    assert [each.name for each in find_enterprises(said)] == [name]


@pytest.mark.parametrize("said", ["昆山志高不是我的公司", "昆山云海机械", "名称昆山云海不对外经营机械"])
def test_where_no_slip_stands_nothing_is_mended(said):
    assert mended_name(said, 0, len(said)) is None


@pytest.mark.parametrize("country", ["日本", "韩国", "德国"])
def test_a_holders_country_is_no_part_of_its_name(country):
    assert [each.name for each in find_enterprises(f"股东是{country}的大成精密株式会社占百分之六十")] == ["大成精密株式会社"]


@pytest.mark.parametrize("form", ["中心", "合伙企业", "事务所"])
def test_a_partnership_bears_its_kind_in_brackets(form):
    assert [each.name for each in find_enterprises(f"股东苏州聚力企业管理{form}（有限合伙）出资三百万")] == [f"苏州聚力企业管理{form}（有限合伙）"]


@pytest.mark.parametrize("ending", ["民宿", "酒店", "旅馆", "驿站", "农庄", "书社", "水果摊", "清吧", "草莓园"])
def test_a_sole_traders_name_ends_with_its_kind_of_house(ending):
    assert [each.name for each in find_enterprises(f"名称昆山市玉山镇阿福{ending}，经营者李四")] == [f"昆山市玉山镇阿福{ending}"]


@pytest.mark.parametrize(
    ("said", "core"),
    [
        ("不叫云起了，叫云帆，帆船的帆", "云帆科技有限公司"),
        ("不叫云起了，叫云凡，帆船的帆，法人丁凡，平凡的凡", "云帆科技有限公司"),
        ("不叫云起科技了，改叫云帆贸易", "云帆贸易有限公司"),
        ("不叫云起了，叫什么再想想", ""),
        ("不叫云起了，再想想", ""),
    ],
)
def test_a_name_taken_back_gets_the_new_one_or_none(said, core):
    assert renamed(said, "云起科技有限公司")[0] == core


@pytest.mark.parametrize("said", ["不叫丁大宝了，叫丁小宝", "叫云帆"])
def test_words_of_another_name_take_nothing_back(said):
    assert renamed(said, "云起科技有限公司") is None
