from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gaoxing.documents.deed import load
from gaoxing.documents.distinct import distinct
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.matters.registration_change.deeds import deeds
from gaoxing.matters.registration_change.fields import FIELDS
from gaoxing.matters.registration_change.particulars import particulars

ON = date(2026, 11, 25)
FOLDER = Path(deeds.__code__.co_filename).with_name("deeds")


def money(amount: int) -> dict:
    return {"amount": str(amount), "currency": "CNY"}


ROWS = {
    "name": {"from": "昆山某某五金有限公司", "to": "昆山新某某五金有限公司"},
    "domicile": {"from": "元丰路1号", "to": "玉山镇某某路2号"},
    "legal_representative": {"from": "张三", "to": "李四"},
    "more": {"item": "registered_capital", "from": money(1_000_000), "to": money(5_000_000)},
    "less": {"item": "registered_capital", "from": money(5_000_000), "to": money(1_000_000)},
    "business_scope": {"add": ("五金产品研发",), "remove": ("五金产品零售",)},
    "company_type": {"from": "limited_liability", "to": "joint_stock"},
    "shareholders": {"transferor": "张三", "transferee": "王五", "percent": "30"},
    "again": {"item": "shareholders", "transferor": "张三", "transferee": "赵六", "amount": money(200_000)},
}


def form(*rows: str, enterprise: str = "昆山某某五金有限公司", **plain: object) -> Form:
    answers = {f"changes.{at}.{column}": value for at, row in enumerate(rows) for column, value in {"item": row, **ROWS[row]}.items()}
    given = {"enterprise": enterprise, "uscc": "91320583MA0000007R", **answers, **plain}
    return Form("registration_change", "2026", {path: Answer(value, Source.TYPED) for path, value in given.items()})


def names(*rows: str, **plain: object) -> list[str]:
    return [each.name for each in deeds(form(*rows, **plain), ON)]


def text(layout) -> str:
    cells = (run for block in layout.values["blocks"] for row in block["rows"] for cell in row for run in cell)
    return "".join(run["text"] for block in layout.values["blocks"] for run in block["runs"]) + "".join(run["text"] for run in cells)


def one(name: str, *rows: str, **plain: object) -> str:
    return text(next(each for each in deeds(form(*rows, **plain), ON) if each.name.startswith(name)))


@pytest.mark.parametrize("row", ["name", "more", "business_scope"])
def test_a_change_of_the_charter_takes_a_resolution_and_an_amendment(row: str) -> None:
    assert names(row) == ["股东会决议", "章程修正案"]


def test_who_moves_promises_what_is_true_of_the_new_premises() -> None:
    assert names("domicile") == ["股东会决议", "章程修正案", "住所（经营场所）使用承诺书"]
    promise = next(each for each in deeds(form("domicile"), ON) if "承诺书" in each.name)
    assert "住所（经营场所）：玉山镇某某路2号" in text(promise)
    assert "昆山某某五金有限公司（盖章）：" in text(promise)


def test_a_company_of_another_type_takes_a_new_charter_and_no_amendment() -> None:
    assert names("company_type") == ["股东会决议"]
    said = one("股东会决议", "company_type")
    assert "通过变更公司类型以后的公司章程" in said
    assert "不高于公司净资产额" in said
    assert "通过公司章程修正案" not in said


def test_the_company_as_it_was_resolves_on_its_type() -> None:
    said = one("股东会决议", "company_type")
    assert ("应到股东" in said, "公司有表决权股份总数" in said) == (True, False)
    assert "应当经代表三分之二以上表决权的股东通过" in said


def test_a_company_limited_by_shares_that_becomes_a_limited_one_meets_by_its_own_articles() -> None:
    said = one("股东会决议", "company_type", enterprise="昆山某某五金股份有限公司", **{"changes.0.from": "joint_stock", "changes.0.to": "limited_liability"})
    assert "公司有表决权股份总数" in said
    assert "净资产额" not in said


def test_a_new_legal_representative_alone_leaves_the_charter_as_it_is() -> None:
    assert names("legal_representative") == ["股东会决议", "法定代表人任免职文件"]
    assert "修改公司章程，" not in one("股东会决议", "legal_representative").replace("修改公司章程、", "")


def test_the_amendment_lists_what_the_charter_states_and_nothing_else() -> None:
    said = one("章程修正案", "name", "legal_representative")
    assert "昆山新某某五金有限公司" in said
    assert "张三" not in said


@pytest.mark.parametrize(("answer", "words"), [("yes", "股东决定，"), ("no", "股东会决议，"), (None, "股东会决议（股东决定），")])
def test_a_paper_says_by_what_the_change_was_decided(answer: str | None, words: str) -> None:
    known = {"sole_shareholder": answer} if answer else {}
    assert f"的{words}将注册资本由" in one("债务清偿", "less", **known)
    assert f"的{words}拟将注册资本由" in one("减资公告", "less", **known)


@pytest.mark.parametrize(("row", "there"), [("more", True), ("less", True), ("shareholders", True), ("name", False)])
def test_the_amendment_has_every_shareholders_contribution_where_it_alters(row: str, there: bool) -> None:
    assert ("认缴的出资额、出资方式和出资日期如下" in one("章程修正案", row)) is there


def test_the_shareholders_that_the_register_knows_stand_in_the_amendment() -> None:
    lines = ("张三　40万元（40%）", "王五　60万元（60%）")
    said = one("章程修正案", "shareholders", **{"changes.0.to": lines})
    assert "张三40万元（40%）" in said
    assert "王五60万元（60%）" in said


@pytest.mark.parametrize(("enterprise", "there"), [("昆山某某五金有限公司", True), ("昆山某某五金股份有限公司", False)])
def test_only_a_limited_company_has_years_to_pay_an_increase_in(enterprise: str, there: bool) -> None:
    assert ("新增注册资本的出资期限为" in one("章程修正案", "more", enterprise=enterprise)) is there


@pytest.mark.parametrize(("enterprise", "article"), [("昆山某某五金有限公司", "第四十六条"), ("昆山某某五金股份有限公司", "第九十五条")])
def test_the_amendment_names_the_article_of_its_kind_of_company(enterprise: str, article: str) -> None:
    layout = next(each for each in deeds(form("name", enterprise=enterprise), ON) if each.name == "章程修正案")
    assert layout.basis == f"《公司法》第三十五条、{article}"


def test_one_shareholder_decides_in_place_of_a_meeting() -> None:
    assert names("name", sole_shareholder="yes") == ["股东决定", "章程修正案"]


def test_a_transfer_alone_takes_no_resolution() -> None:
    assert names("shareholders") == ["章程修正案", "股权转让协议（张三转王五）", "股权转让通知书（张三转王五）"]


def test_every_transfer_has_its_own_agreement() -> None:
    assert [each for each in names("shareholders", "again") if "协议" in each] == ["股权转让协议（张三转王五）", "股权转让协议（张三转赵六）"]


def test_the_only_shareholder_has_nobody_to_notify_of_a_transfer() -> None:
    assert not [each for each in names("shareholders", sole_shareholder="yes") if "通知" in each]


def test_who_is_a_shareholder_already_needs_no_notice_to_the_others() -> None:
    assert not [each for each in names("shareholders", **{"changes.0.from": ("张三　70万元", "王五　30万元")}) if "通知" in each]
    assert [each for each in names("shareholders", **{"changes.0.from": ("张三　70万元", "李四　30万元")}) if "通知" in each]


def test_two_transfers_between_the_same_persons_are_two_papers() -> None:
    drawn = [each.name for each in distinct(deeds(form("shareholders", "shareholders"), ON)) if "协议" in each.name]
    assert drawn == ["股权转让协议（张三转王五）", "股权转让协议（张三转王五）（之二）"]


def test_shares_of_a_joint_stock_company_pass_without_registration_papers() -> None:
    assert names("shareholders", enterprise="昆山某某五金股份有限公司") == []


def test_a_new_legal_representative_is_appointed_and_the_former_removed() -> None:
    said = one("法定代表人任免职文件", "legal_representative")
    assert "免去张三" in said
    assert "任命李四" in said


def test_a_reduction_is_announced_and_the_debts_accounted_for() -> None:
    assert names("less")[2:] == ["减资公告", "债务清偿或者担保情况的说明"]
    assert "由500万元（人民币）减少至100万元（人民币）" in one("减资公告", "less")


def test_the_resolution_says_each_item_once_with_old_and_new() -> None:
    said = one("股东会决议", "name", "domicile", "more", "business_scope")
    assert "由“昆山某某五金有限公司”变更为“昆山新某某五金有限公司”" in said
    assert "由“元丰路1号”变更为“玉山镇某某路2号”" in said
    assert "新增注册资本400万元" in said
    assert ("增加：五金产品研发" in said, "减少：五金产品零售" in said, "法定代表人由" in said) == (True, True, False)


def test_a_joint_stock_company_meets_by_its_own_articles() -> None:
    said = one("股东会决议", "domicile", enterprise="昆山某某五金股份有限公司")
    assert "会议召开二十日前" in said
    assert "三十日内提出申请" in said


def test_the_amendment_is_signed_under_the_new_name_by_the_new_legal_representative() -> None:
    blocks = next(each for each in deeds(form("name", "legal_representative"), ON) if each.name == "章程修正案").values["blocks"]
    assert [block["rows"][0][0][0]["text"] for block in blocks if block["kind"] == "signatures"] == ["昆山新某某五金有限公司", "李四"]


def test_the_amendment_lists_what_passes_from_whom_to_whom() -> None:
    said = one("章程修正案", "shareholders", "again")
    assert "占注册资本30%的股权" in said
    assert "20万元（人民币）出资额对应的股权" in said


def test_every_value_in_an_agreement_leads_back_to_its_blank() -> None:
    layout = next(each for each in deeds(form("shareholders"), ON) if "协议" in each.name)
    paths = {run["path"] for block in layout.values["blocks"] for run in block["runs"]}
    assert {"enterprise", "uscc", "changes.0.transferor", "changes.0.transferee", "changes.0.percent"} <= paths


def test_what_was_not_said_stays_open_in_the_agreement() -> None:
    layout = next(each for each in deeds(form("shareholders"), ON) if "协议" in each.name)
    price = next(block for block in layout.values["blocks"] if "转让价款" in "".join(run["text"] for run in block["runs"]))
    assert [run["text"] for run in price["runs"]][1] == ""


def test_a_sole_trader_that_passes_on_has_both_operators_promise() -> None:
    assert names("legal_representative", enterprise="昆山市玉山镇某某小吃店", uscc="92320583MA0000007N") == ["变更经营者承诺书"]


def test_nothing_changed_takes_no_paper() -> None:
    assert names() == []


def test_a_new_pay_in_date_is_resolved_and_written_into_the_charter() -> None:
    assert names(contribution_due="2031-06-30") == ["股东会决议", "章程修正案"]
    assert "2031年6月30日" in one("章程修正案", contribution_due="2031-06-30")


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.toml")), ids=lambda file: file.stem)
def test_every_deed_cites_its_rule_and_can_be_composed(file: Path) -> None:
    basis = load(file)["basis"]
    assert all("《" in each for each in ([basis] if isinstance(basis, str) else basis.values()))
    told = particulars(form("name", "domicile", "legal_representative", "more", "business_scope", "company_type", "shareholders"))
    assert all(told.holds(block.get("when", "")) in {True, False} for block in load(file)["block"])


def test_the_last_row_of_an_item_speaks_for_it_and_a_step_needs_both_sums() -> None:
    told = particulars(form("domicile", "more"))
    assert (told.run("capital_step").text, told.run("capital_step").path) == ("400万元", "changes.1.to")
    assert particulars(form("domicile")).run("capital_step").text == ""


def test_papers_before_the_new_company_law_are_not_written() -> None:
    assert deeds(form("name"), date(2024, 6, 30)) == ()


@pytest.mark.parametrize(("rows", "asked"), [(("domicile",), True), (("shareholders",), False), ((), False)])
def test_whether_one_owns_it_all_is_asked_only_where_somebody_has_to_resolve(rows: tuple[str, ...], asked: bool) -> None:
    question = next(each for each in FIELDS if each.id == "sole_shareholder")
    assert question.wanted(form(*rows)) is asked
