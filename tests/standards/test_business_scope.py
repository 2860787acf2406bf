from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.standards import business_scope
from gaoxing.standards.business_scope import AFTER, BEFORE, FILING, ended, item, items, licence_text, resolve

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


@pytest.mark.parametrize(
    ("name", "before", "change"),
    [("货物进出口", date(2022, 12, 29), date(2022, 12, 30)), ("机动车驾驶员培训", date(2022, 4, 30), date(2022, 5, 1))],
)
def test_a_row_of_data_frees_an_item_from_its_day(name, before, change):
    assert (item(name, before).licensed, item(name, change).licensed) == (True, False)
    assert item(name) == item(name, change)


def test_an_ended_item_is_offered_until_its_day_and_kept_by_forms():
    last = date(2023, 11, 30)
    assert "食品经营" in {each.name for each in items(last)}
    assert "食品经营" not in {each.name for each in items(date(2023, 12, 1))}
    assert item("食品经营", date(2026, 11, 24)).licence == "食品经营许可证（后置）"
    assert "食品经营（依法" in licence_text(["食品经营"], last)


def test_an_ended_item_names_what_is_chosen_instead():
    day = date(2026, 11, 24)
    assert ended("食品经营", date(2023, 11, 30)) is None
    assert [ended(name, day) for name in ("食品销售", "卖月亮")] == [None, None]
    assert {each for old in _ended(day) for each in old.successors} <= set(NAMES)


def _ended(day):
    return [found for each in business_scope.items(date(2020, 1, 1)) if (found := ended(each.name, day))]


def test_a_licence_of_an_older_day_prints_the_block_of_that_day():
    assert licence_text(["货物进出口"], date(2022, 6, 1)).startswith("许可项目：货物进出口")
    assert licence_text(["货物进出口"]).startswith("一般项目：货物进出口")


def test_resolving_gives_the_version_of_the_day():
    assert resolve("货物进出口", date(2022, 6, 1)).permit == "对外贸易经营者备案登记"
    assert resolve("货物进出口").permit == ""


def test_status_and_its_words_agree():
    assert [each.name for each in (*business_scope.items(date(2022, 3, 1)), *items()) if not _agrees(each)] == []


def _agrees(version):
    told = next((each for each in (BEFORE, AFTER) if each in version.licence), FILING if version.licence.startswith("备案：") else "")
    return version.approval == told and version.licensed == (told in {BEFORE, AFTER})


def test_versions_of_an_item_never_overlap():
    for day in (date(2021, 4, 29), date(2022, 5, 1), date(2022, 12, 30), date(2023, 12, 1), date(2026, 11, 24)):
        names = [each.name for each in items(day)]
        assert len(names) == len(set(names))


def test_codes_are_written_as_seen_and_never_twice():
    codes = {each.code: each.name for each in items() if each.code}
    assert len(codes) == 7
    assert codes["F3134"] == "软件销售"
    assert all(code[0].isalpha() and code[1:].isdigit() and len(code) == 5 for code in codes)


def test_what_is_doubtful_is_marked():
    assert item("商业保理业务").doubtful
    assert not item("软件销售").doubtful
    assert {each.source for each in items()} == {"S16", "S29", "K", "K?"}
