"""Which materials closing down calls for follows from the procedure, the reason and who files."""

from datetime import date

import pytest

from gaoxing.catalogue import matter
from gaoxing.forms.form import Answer, Form, Source

MATTER = matter("deregistration")


def form(**answers):
    return Form("deregistration", "2026", {path: Answer(value, Source.SAID) for path, value in answers.items()})


def certain(**answers):
    return [each.name for each, sure in MATTER.needed(form(enterprise="昆山样例贸易有限公司", **answers)) if sure]


def test_nothing_is_ruled_out_before_the_procedure_is_chosen():
    assert len(MATTER.needed(form(enterprise="昆山样例贸易有限公司"))) == len(MATTER.materials)


def test_the_simplified_way_calls_for_the_promise_of_all_investors_alone():
    assert certain(procedure="simplified") == ["公司注销登记申请书", "简易注销全体投资人承诺书"]


def test_the_ordinary_way_calls_for_resolution_report_and_tax_clearance():
    assert certain(procedure="ordinary") == ["公司注销登记申请书", "解散公司的股东会决议", "债权人公告", "清算报告", "清税证明"]


@pytest.mark.parametrize(("reason", "name", "there"), [("被宣告破产", "法院终结程序的裁定", True), ("和别家合并", "清算报告", False)])
def test_the_reason_decides_too(reason, name, there):
    assert (name in certain(procedure="ordinary", reason=reason)) is there


def test_a_sole_trader_brings_its_own_form_and_no_report():
    found = certain(procedure="ordinary", uscc="92320583MA0000007N")
    assert "个体工商户登记（备案）申请书" in found
    assert "清算报告" not in found


def test_every_state_that_the_list_names_is_known():
    told = MATTER.needs(form(procedure="ordinary"))
    assert [told.holds(each.state) for each in MATTER.materials]


@pytest.mark.parametrize(
    ("reason", "paper"),
    [("营业执照被吊销", "吊销营业执照、责令关闭、撤销登记的决定或者法院解散公司的判决"), ("公司分立了", "合并协议或者分立的决议、决定")],
)
def test_what_stands_in_for_the_resolution_has_to_be_brought(reason, paper):
    found = certain(procedure="ordinary", reason=reason)
    assert paper in found
    assert "解散公司的股东会决议" not in found


@pytest.mark.parametrize("reason", ["股东会决议解散", "营业执照被吊销", "公司合并了", "被宣告破产"])
@pytest.mark.parametrize("procedure", ["ordinary", "simplified"])
@pytest.mark.parametrize("alone", ["yes", "no"])
def test_the_list_holds_every_paper_that_was_drafted_and_misses_none(reason, procedure, alone):
    given = {"enterprise": "昆山样例贸易有限公司", "reason": reason, "procedure": procedure, "sole_shareholder": alone}
    *drafted, last = MATTER.papers(form(**given), date(2026, 11, 25))
    assert [each.name for each in drafted if each.name not in str(last.values)] == []
    assert "还没有生成" not in str(last.values)
