from __future__ import annotations

from datetime import date

import pytest

from gaoxing.documents.deed import load
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.matters.deregistration.deeds import FILES, deeds

ON = date(2026, 11, 25)
COMPANY = {"enterprise": "昆山某某贸易有限公司", "uscc": "91320583MA0000007R", "reason": "股东会决议解散"}


def form(**given: str) -> Form:
    return Form("deregistration", "2026", {path: Answer(value, Source.TYPED) for path, value in {**COMPANY, **given}.items()})


def names(**given: str) -> list[str]:
    return [each.name for each in deeds(form(**given), ON)]


def said(name: str, **given: str) -> str:
    layout = next(each for each in deeds(form(**given), ON) if each.name == name)
    return "".join(run["text"] for block in layout.values["blocks"] for run in block["runs"])


def test_an_ordinary_deregistration_takes_resolution_announcement_and_report() -> None:
    assert names(procedure="ordinary") == ["解散公司的股东会决议", "债权人公告", "清算报告"]


def test_a_simplified_one_takes_the_promise_alone() -> None:
    assert names(procedure="simplified") == ["简易注销全体投资人承诺书"]


@pytest.mark.parametrize(
    ("reason", "drawn"),
    [
        ("股东会决议解散", ["解散公司的股东会决议", "债权人公告", "清算报告"]),
        ("营业执照被吊销", ["债权人公告", "清算报告"]),
        ("人民法院判决解散", ["债权人公告", "清算报告"]),
        ("和另一家公司合并", []),
        ("被宣告破产", []),
    ],
)
def test_what_ends_a_company_decides_which_papers_its_shareholders_draw_up(reason: str, drawn: list[str]) -> None:
    assert names(procedure="ordinary", reason=reason) == drawn


@pytest.mark.parametrize("name", ["解散公司的股东会决议", "债权人公告", "清算报告"])
def test_the_reason_stands_once_and_whole(name: str) -> None:
    written = said(name, procedure="ordinary")
    assert written.count("股东会决议解散") == 1
    assert "解散事由：股东会决议解散" in written


@pytest.mark.parametrize(
    ("enterprise", "words", "share"),
    [
        ("昆山某某贸易有限公司", "代表三分之二以上表决权的股东通过", "股东的出资比例"),
        ("昆山某某股份有限公司", "出席会议的股东所持表决权的三分之二以上通过", "股东持有的股份比例"),
    ],
)
def test_each_kind_of_company_resolves_and_distributes_by_its_own_articles(enterprise: str, words: str, share: str) -> None:
    assert words in said("解散公司的股东会决议", procedure="ordinary", enterprise=enterprise)
    assert f"按照{share}分配" in said("清算报告", procedure="ordinary", enterprise=enterprise)


@pytest.mark.parametrize(
    ("given", "article"), [({"sole_shareholder": "yes"}, "第六十条"), ({"enterprise": "昆山某某股份有限公司"}, "第一百一十六条"), ({}, "第六十六条")]
)
def test_the_resolution_names_the_articles_of_who_resolves(given: dict[str, str], article: str) -> None:
    basis = deeds(form(procedure="ordinary", **given), ON)[0].basis
    assert [each for each in ("第六十条", "第一百一十六条", "第六十六条") if each in basis] == [article]


def test_no_paper_is_drawn_up_before_the_procedure_is_chosen() -> None:
    assert names() == []


def test_one_shareholder_decides_alone() -> None:
    assert names(procedure="ordinary", sole_shareholder="yes")[0] == "解散公司的股东决定"
    assert "只有一个股东" in said("解散公司的股东决定", procedure="ordinary", sole_shareholder="yes")


def test_a_sole_trader_promises_without_a_public_notice() -> None:
    promise = said("简易注销全体投资人承诺书", procedure="simplified", enterprise="昆山市玉山镇某某小吃店", uscc="92320583MA0000007N")
    assert ("本个体工商户" in promise, "本企业" in promise) == (True, False)
    assert "公示期为二十日" not in promise
    assert "连带责任" not in promise
    assert "公示期为二十日" in said("简易注销全体投资人承诺书", procedure="simplified")


def test_a_sole_trader_has_no_liquidation_report() -> None:
    assert names(procedure="ordinary", enterprise="昆山市玉山镇某某小吃店") == []


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ({"debts": "none"}, "未发生债权债务"),
        ({"debts": "settled"}, "债务已经全部清偿"),
        ({"tax_clearance": "cleared"}, "取得清税证明"),
        ({"tax_clearance": "none"}, "未涉及纳税义务"),
    ],
)
def test_the_report_says_only_what_was_answered(answer: dict[str, str], sentence: str) -> None:
    assert sentence in said("清算报告", procedure="ordinary", **answer)
    assert sentence not in said("清算报告", procedure="ordinary")


def test_what_is_still_open_has_a_blank_to_write_in() -> None:
    layout = next(each for each in deeds(form(procedure="ordinary"), ON) if each.name == "清算报告")
    open_ones = [block["runs"] for block in layout.values["blocks"] if block["runs"] and block["runs"][0]["text"].endswith("清理情况：")]
    assert [[run["text"] for run in runs][1:] for runs in open_ones] == [[""], [""]]


def test_debts_still_open_are_never_called_settled() -> None:
    report = said("清算报告", procedure="ordinary", debts="open", tax_clearance="open")
    assert "全部清偿" not in report
    assert "取得清税证明" not in report


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_deed_cites_the_rule_that_requires_it(file) -> None:
    basis = load(file)["basis"]
    assert all("《" in each for each in ([basis] if isinstance(basis, str) else basis.values()))
    assert load(file)["mark"]
