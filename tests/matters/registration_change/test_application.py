"""The application for a change: each item with what is registered and what it will be, what is filed along, and who signs."""

from datetime import date

import pytest

from gaoxing.forms.form import Answer, Form, Source
from gaoxing.matters.registration_change.application import TITLE, application

ON = date(2026, 11, 25)
SOLE = "92320583MA0000007N"


def values(edition="2026", **answers):
    form = Form("registration_change", edition, {path.replace("__", "."): Answer(value, Source.SAID) for path, value in answers.items()})
    return application(form, ON).values


def items(**answers):
    return {each["label"]: (each["former"], each["coming"]) for each in values(**answers)["items"] if each["ticked"]}


def ticked(list_of_boxes):
    return [each["label"] for each in list_of_boxes if each["ticked"]]


def test_an_item_stands_with_what_is_registered_and_what_it_will_be():
    assert items(changes__0__item="domicile", changes__0__from="元丰路1号", changes__0__to="晨丰路22号") == {"住所": (["元丰路1号"], ["晨丰路22号"])}


def test_every_item_of_the_form_is_printed_whether_it_changes_or_not():
    assert [each["label"] for each in values()["items"]] == ["名称", "住所", "法定代表人", "注册资本", "经营范围", "股东（发起人）", "公司类型"]


def test_a_sum_is_written_with_its_currency():
    assert items(changes__0__item="registered_capital", changes__0__to={"amount": "3000000", "currency": "CNY"})["注册资本"][1] == ["300万元（人民币）"]


def test_a_type_is_written_in_its_official_word():
    assert items(changes__0__item="company_type", changes__0__to="joint_stock")["公司类型"][1] == ["股份有限公司"]


def test_the_whole_scope_is_printed_where_the_registered_one_is_known():
    scope = {"changes__0__item": "business_scope", "changes__0__add": ("软件开发",), "changes__0__remove": ("五金产品零售",)}
    known = items(**scope, changes__0__from=("五金产品零售", "金属制品销售"))
    assert known["经营范围"] == (["五金产品零售；金属制品销售"], ["金属制品销售；软件开发"])
    assert items(**scope)["经营范围"] == ([], ["增加：软件开发", "减少：五金产品零售"])


def test_a_passing_is_told_where_the_shareholders_to_be_are_not_known():
    sold = {"changes__0__item": "shareholders", "changes__0__transferor": "丁大宝", "changes__0__transferee": "苏小云"}
    assert items(**sold, changes__0__percent="20")["股东（发起人）"][1] == ["丁大宝将占注册资本20%的股权转让给苏小云"]
    assert items(**sold)["股东（发起人）"][1] == ["丁大宝将股权转让给苏小云"]


def test_the_shareholders_to_be_stand_in_the_annex_a_line_each():
    lines = ("丁大宝　认缴40万元（40%）", "苏小云　认缴60万元（60%）")
    found = values(changes__0__item="shareholders", changes__0__transferee="苏小云", changes__0__from=lines[:1], changes__0__to=lines)
    assert found["owners"] == [{"name": "丁大宝", "held": "认缴40万元（40%）"}, {"name": "苏小云", "held": "认缴60万元（60%）"}]
    assert [each["name"] for each in found["newcomers"]] == ["苏小云"]


def test_who_is_a_shareholder_already_is_no_newcomer():
    found = values(changes__0__item="shareholders", changes__0__transferee="苏小云", changes__0__from=("苏小云　认缴60万元",))
    assert found["newcomers"] == []


@pytest.mark.parametrize(
    ("item", "filed"),
    [
        ("domicile", ["章程修正案"]),
        ("legal_representative", []),
        ("registered_capital", ["认缴的出资数额", "章程修正案"]),
        ("shareholders", ["认缴的出资数额", "章程修正案"]),
        ("company_type", ["修改后的章程"]),
    ],
)
def test_what_is_filed_along_is_ticked(item, filed):
    assert ticked(values(enterprise="昆山样例五金有限公司", changes__0__item=item)["filings"]) == filed


def test_a_new_period_of_contribution_is_filed_and_said():
    found = values(enterprise="昆山样例五金有限公司", contribution_due="2031-06-30")
    assert (ticked(found["filings"]), found["filing_notes"]) == (["认缴的出资数额", "章程修正案"], ["调整后的出资期限：2031年6月30日"])


def test_the_years_of_an_increase_are_printed_as_counting_from_the_change():
    rise = {"changes__0__item": "registered_capital", "changes__0__to": {"amount": "3000000", "currency": "CNY"}}
    found = values(enterprise="昆山样例五金有限公司", increase_due={"years": 5}, **rise)
    assert found["filing_notes"] == ["新增出资的出资期限：自变更登记之日起5年内"]


@pytest.mark.parametrize(("item", "reissued"), [("shareholders", False), ("domicile", True)])
def test_the_licence_is_issued_anew_where_the_item_stands_on_it(item, reissued):
    assert values(changes__0__item=item)["reissued"] is reissued


def test_the_new_legal_representative_signs():
    led = {"changes__0__item": "legal_representative", "changes__0__from": "丁大宝", "changes__0__to": "苏小云"}
    assert values(**led)["signers"] == ["变更后的法定代表人（苏小云）签字：", "公司盖章："]
    assert values(changes__0__item="domicile")["signers"] == ["法定代表人签字：", "公司盖章："]


def test_both_operators_of_a_sole_trader_sign():
    led = {"uscc": SOLE, "changes__0__item": "legal_representative", "changes__0__from": "丁大宝", "changes__0__to": "苏小云"}
    found = values(**led)
    assert (found["title"], found["signers"][:2]) == ("个体工商户登记（备案）申请书", ["经营者（丁大宝）签字：", "变更后的经营者（苏小云）签字："])


def test_a_sole_traders_form_has_rows_of_its_own():
    assert [each["label"] for each in values(enterprise="玉山镇样例小吃店")["items"]][1:4] == ["经营场所", "经营范围", "出资额"]


def test_who_takes_part_twice_confirms_once():
    led = {"changes__0__item": "legal_representative", "changes__0__to": "苏小云"}
    sold = {"changes__1__item": "shareholders", "changes__1__transferor": "丁大宝", "changes__1__transferee": "苏小云"}
    assert values(**led, **sold)["everybody"] == [{"name": "苏小云", "posts": "法定代表人、股东"}]


@pytest.mark.parametrize("edition", ["2022", "2026"])
def test_every_edition_has_its_template(edition):
    assert application(Form("registration_change", edition), ON).template.is_file()


def test_another_edition_is_no_form_of_ours():
    with pytest.raises(LookupError):
        application(Form("registration_change", "1999"), ON)


def test_the_title_is_the_companys():
    assert values()["title"] == TITLE


@pytest.mark.parametrize(("uscc", "itself", "how"), [("92320583MA0000007N", "本个体工商户", "组成形式"), ("91320583MA0000007R", "本企业", "产生方式")])
def test_a_new_operator_is_neither_elected_nor_engaged(uscc, itself, how):
    found = values(uscc=uscc, changes__0__item="legal_representative", changes__0__to="苏小云")
    assert (found["itself"], found["how"]) == (itself, how)
    assert ("家庭经营" in str(found["heads"])) is (how == "组成形式")
