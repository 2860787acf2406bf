"""The application for closing down: procedure, reason, debts and taxes ticked as they were said, and who signs."""

from datetime import date

import pytest

from gaoxing.forms.form import Answer, Form, Source
from gaoxing.matters.deregistration.application import TITLE, application

ON = date(2026, 11, 25)


def values(**answers):
    return application(Form("deregistration", "2026", {path: Answer(value, Source.SAID) for path, value in answers.items()}), ON).values


def ticked(list_of_boxes):
    return [each["label"] for each in list_of_boxes if each["ticked"]]


@pytest.mark.parametrize(("procedure", "label"), [("ordinary", "普通注销"), ("simplified", "简易注销")])
def test_the_procedure_is_ticked(procedure, label):
    assert ticked(values(procedure=procedure)["procedure"]) == [label]


@pytest.mark.parametrize(
    ("reason", "label"),
    [
        ("股东会决议解散", ["股东会决议解散"]),
        ("营业期限到期", ["公司章程规定的营业期限届满或者其他解散事由出现"]),
        ("和别的公司合并", ["因合并或者分立需要解散"]),
        ("被吊销营业执照", ["依法被吊销营业执照、责令关闭或者被撤销"]),
        ("破产", ["被宣告破产"]),
        ("生意不好", []),
        ("股东会决议和别的公司合并", []),
    ],
)
def test_a_reason_is_ticked_only_where_it_means_one_box(reason, label):
    found = values(enterprise="昆山样例贸易有限公司", reason=reason)
    assert (ticked(found["reasons"]), found["reason"]) == (label, reason)


def test_debts_and_taxes_are_ticked_as_they_were_said():
    found = values(debts="settled", tax_clearance="none", announced="yes")
    assert (ticked(found["debts"]), ticked(found["taxes"]), ticked(found["announced"])) == (["已清理完毕"], ["未涉及纳税义务"], ["已公告（公示）期满"])


def test_what_is_still_open_has_no_tick():
    found = values(debts="open", tax_clearance="open", announced="no")
    assert [ticked(found[each]) for each in ("debts", "taxes", "announced")] == [[], [], []]


@pytest.mark.parametrize(("procedure", "cases"), [("simplified", ["未发生债权债务"]), ("ordinary", [])])
def test_the_case_for_the_simplified_way_is_ticked_for_it_alone(procedure, cases):
    assert ticked(values(procedure=procedure, debts="none")["simple_cases"]) == cases


def test_all_investors_sign_the_simplified_way():
    assert "全体投资人签字或者盖章：" in values(procedure="simplified")["signers"]
    assert values(procedure="ordinary")["signers"][0].startswith("清算组负责人签字")


def test_a_sole_trader_closes_down_on_its_own_form():
    found = values(uscc="92320583MA0000007N", reason="不想做了", tax_clearance="none")
    assert (found["title"], ticked(found["reasons"]), ticked(found["taxes"])) == ("个体工商户登记（备案）申请书", ["停止经营"], ["未涉及"])
    assert found["signers"][0] == "经营者签字："


def test_the_title_is_the_companys():
    assert values()["title"] == TITLE


@pytest.mark.parametrize("edition", ["2022", "2026"])
def test_every_edition_has_its_template(edition):
    assert application(Form("deregistration", edition), ON).template.is_file()
