import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.standards import business_scope
from gaoxing.standards.business_scope import item, items, licence_text, resolve

NAMES = [each.name for each in items()]


def test_the_catalogue_holds_639_items_and_no_name_twice():
    assert len(NAMES) == len(set(NAMES)) == 639


def test_a_tenth_and_more_of_the_items_are_licensed():
    assert sum(each.licensed for each in items()) == 102


def test_an_item_knows_its_licence_and_class():
    meal = item("餐饮服务")
    assert (meal.licensed, meal.licence, meal.industry_code) == (True, "食品经营许可证（后置）", "H6210")
    assert "开咖啡店" in meal.colloquial


def test_an_unknown_item_is_refused_with_a_sentence():
    with pytest.raises(KeyError, match="no item"):
        item("卖月亮")


@given(st.sampled_from(NAMES))
def test_every_item_said_without_its_marks_is_found_again(name):
    assert resolve(name.replace("（", "").replace("）", "").replace("、", "")).name == name


@given(st.sampled_from(NAMES))
def test_every_item_typed_with_half_width_brackets_is_found_again(name):
    assert resolve(name.replace("（", "(").replace("）", ")")).name == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("普通货物仓储服务", "普通货物仓储服务（不含危险化学品等需许可审批的项目）"),
        ("食品销售", "食品销售"),
        ("食品互联网销售", "食品互联网销售"),
        ("货物进出口", "货物进出口"),
        ("道路货物运输", None),
        ("互联网销售", "互联网销售（除销售需要许可的商品）"),
        ("专业保洁清洗消毒服务", "专业保洁、清洗、消毒服务"),
    ],
)
def test_a_bare_form_is_its_own_item_or_the_only_one_with_a_bracket(words, name):
    found = resolve(words)
    assert (found.name if found else None) == name


def test_the_licence_prints_licensed_items_first_each_block_with_its_sentence():
    text = licence_text(["企业管理", "餐饮服务", "食品销售"])
    assert text.startswith("许可项目：餐饮服务；食品销售（依法须经批准的项目")
    assert text.endswith("一般项目：企业管理（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）")


def test_a_block_without_items_is_not_printed():
    assert "许可项目" not in licence_text(["企业管理"])
    assert licence_text([]) == ""


def test_every_industry_code_is_well_formed():
    from gaoxing.standards.industry import well_formed

    assert [each.name for each in items() if each.industry_code and not well_formed(each.industry_code)] == []


def test_the_loose_names_lead_to_items_only():
    assert set(business_scope.loose_names().values()) <= set(NAMES)
