"""Which materials a change calls for follows from its items and from who files; before an item is known nothing is ruled out."""

from datetime import date

import pytest

from gaoxing.catalogue import matter
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.intake import papers

DAY = date(2026, 11, 25)
MATTER = matter("registration_change")
COMPANY = {"enterprise": "昆山样例五金有限公司"}


def form(**answers):
    return Form("registration_change", "2026", {path.replace("__", "."): Answer(value, Source.SAID) for path, value in answers.items()})


def certain(**answers):
    return [each.name for each, sure in MATTER.needed(form(**answers)) if sure]


def test_nothing_is_ruled_out_before_an_item_is_known():
    assert len(MATTER.needed(form(**COMPANY))) == len(MATTER.materials)


def test_a_move_calls_for_the_new_premises_and_no_transfer():
    found = certain(**COMPANY, changes__0__item="domicile")
    assert found == ["公司登记（备案）申请书", "股东会决议", "章程修正案", "住所（经营场所）使用承诺书", "新住所使用相关文件", "营业执照正本和副本"]


def test_a_new_type_calls_for_its_whole_charter():
    found = certain(**COMPANY, changes__0__item="company_type", changes__0__to="joint_stock")
    assert "变更公司类型以后的公司章程" in found
    assert "章程修正案" not in found


def test_a_charter_that_names_the_legal_representative_is_told_of():
    assert "写明法定代表人姓名的章程的修正案" in certain(**COMPANY, changes__0__item="legal_representative")
    both = {"changes__0__item": "legal_representative", "changes__1__item": "name"}
    assert "写明法定代表人姓名的章程的修正案" not in certain(**COMPANY, **both)


def test_a_single_shareholder_decides_alone():
    found = certain(**COMPANY, changes__0__item="domicile", sole_shareholder="yes")
    assert "股东决定" in found
    assert "股东会决议" not in found


def test_a_transfer_calls_for_the_agreement_and_no_new_licence():
    found = certain(**COMPANY, changes__0__item="shareholders")
    assert {"股权转让协议", "新股东的身份证明或者主体资格文件"} <= set(found)
    assert "营业执照正本和副本" not in found


@pytest.mark.parametrize(("to", "there"), [("500000", True), ("3000000", False)])
def test_only_less_capital_calls_for_an_announcement(to, there):
    capital = {"changes__0__item": "registered_capital", "changes__0__from": {"amount": "1000000", "currency": "CNY"}}
    found = certain(**COMPANY, **capital, changes__0__to={"amount": to, "currency": "CNY"})
    assert ("减资公告的材料" in found) is there


def test_a_sole_trader_whose_operator_changes_brings_a_traders_papers():
    found = certain(uscc="92320583MA0000007N", changes__0__item="legal_representative")
    assert {"个体工商户登记（备案）申请书", "变更经营者承诺书", "清税的证明"} <= set(found)
    assert "公司登记（备案）申请书" not in found


def test_every_state_that_the_list_names_is_known():
    told = MATTER.needs(form(changes__0__item="domicile"))
    assert [told.holds(each.state) for each in MATTER.materials]


class Drawn:
    """A renderer that gives the values back."""

    def render(self, layout):
        return layout


@pytest.mark.parametrize("item", ["name", "domicile", "legal_representative", "registered_capital", "business_scope", "shareholders", "company_type"])
@pytest.mark.parametrize("enterprise", ["昆山样例五金有限公司", "昆山样例五金股份有限公司", "昆山市玉山镇样例小吃店"])
def test_the_list_holds_every_paper_that_was_drafted_and_misses_none(item, enterprise):
    less = {"changes__0__from": {"amount": "2", "currency": "CNY"}, "changes__0__to": {"amount": "1", "currency": "CNY"}}
    *drafted, last = papers(form(enterprise=enterprise, changes__0__item=item, **(less if item == "registered_capital" else {})), on=DAY, renderer=Drawn())
    assert [each.name for each in drafted if each.name.partition("（转")[0] not in str(last.values)] == []
    assert "还没有生成" not in str(last.values)


def test_the_list_of_materials_comes_last_and_counts_what_was_made():
    sold = {"changes__0__item": "shareholders", "changes__0__transferor": "丁大宝", "changes__0__transferee": "苏小云"}
    last = papers(form(**COMPANY, **sold), on=date(2026, 11, 25), renderer=Drawn())[-1]
    assert last.name == "申请材料清单"
    assert "还没有生成" not in str(last.values)
