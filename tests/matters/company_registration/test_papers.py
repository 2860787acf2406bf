from __future__ import annotations

import io
from datetime import date
from typing import Any

import pypdf
import pytest

from gaoxing.engines.typst import TypstRenderer
from gaoxing.forms.form import Form
from gaoxing.matters.company_registration.papers import papers
from tests.documents.filled import HOSTILE, IDENTITY, MOBILE, USCC, company, party

ON = date(2026, 11, 24)
POINTS_A4 = (595, 842)


@pytest.fixture(scope="module")
def renderer() -> TypstRenderer:
    return TypstRenderer()


@pytest.fixture(scope="module")
def pages(renderer: TypstRenderer) -> list[str]:
    return printed(renderer, company())


def printed(renderer: TypstRenderer, form: Form) -> list[str]:
    """The text of every page, blanks and line breaks taken out."""
    layout, *_ = papers(form, ON)
    reader = pypdf.PdfReader(io.BytesIO(renderer.render(layout).content))
    return ["".join(page.extract_text().split()) for page in reader.pages]


def values(form: Form) -> Any:
    layout, *_ = papers(form, ON)
    return layout.values


def ticked(boxes: list[dict[str, Any]]) -> list[str]:
    return [box["label"] for box in boxes if box["ticked"]]


@pytest.mark.parametrize(
    "text",
    [
        "昆山甲乙丙智能装备有限公司",
        "江苏省苏州市昆山市玉山镇前进西路1888号3幢502室",
        "500万元",
        "伍佰万元整",
        "工业机器人制造；五金产品零售",
        "0512-57300000",
        "215300",
        "20年",
        "副本2个",
        "35人",
        "董事长",
        "苏州甲乙创业投资合伙企业（有限合伙）",
        "2029年6月30日",
        "自公司成立之日起五年内",
        "60%",
        "知识产权",
        "liaison@example.cn",
    ],
)
def test_what_was_said_stands_on_the_form(pages: list[str], text: str):
    assert text in "".join(pages)


@pytest.mark.parametrize(
    "title",
    [
        "公司登记（备案）申请书",
        "基本信息（必填项）",
        "设立（仅设立登记填写）",
        "变更（仅变更登记填写，只填写与本次申请有关的事项）",
        "备案（仅备案填写）",
        "指定代表/委托代理人（必填项）",
        "申请人签署（必填项）",
        "法定代表人信息",
        "董事、监事、高级管理人员信息",
        "股东（发起人）、外国投资者出资情况",
        "登记联络员信息",
        "财务负责人信息",
        "“多证合一”政府部门共享信息",
        "受益所有人信息备案承诺",
        "实名登记确认表",
        "法定代表人身份信息页",
    ],
)
def test_every_sheet_of_the_form_is_there_even_where_nothing_was_said(renderer: TypstRenderer, title: str):
    assert title in "".join(printed(renderer, company(**dict.fromkeys(company().to_contract()))))


def test_identity_numbers_and_mobiles_stand_on_identity_pages_alone(pages: list[str]):
    bearing = [page for page in pages if IDENTITY in page or MOBILE in page or USCC in page]
    assert len(bearing) >= 5
    assert all("身份信息页注：本页载有个人敏感信息" in page or "身份证件复印件、影印件粘贴处" in page for page in bearing)
    assert not any("出资方式" in page or "基本信息" in page for page in bearing)


def test_every_page_says_that_it_is_a_sample_and_which_page_of_how_many(pages: list[str]):
    for number, page in enumerate(pages, 1):
        assert "样张，以登记机关发布的文书为准" in page
        assert f"第{number}页共{len(pages)}页" in page


def test_every_page_is_a4(renderer: TypstRenderer):
    layout, *_ = papers(company(), ON)
    boxes = [page.mediabox for page in pypdf.PdfReader(io.BytesIO(renderer.render(layout).content)).pages]
    assert {(round(box.width), round(box.height)) for box in boxes} == {POINTS_A4}


def test_markup_in_a_name_stays_text_on_every_sheet(renderer: TypstRenderer):
    form = company(
        name=HOSTILE,
        domicile=HOSTILE,
        business_scope=[HOSTILE],
        parties=[party(HOSTILE, "legal_representative", "director", "liaison", "agent", amount="1", percent="1")],
    )
    assert "".join(printed(renderer, form)).count("".join(HOSTILE.split())) >= 10


def test_an_empty_form_names_no_one_and_no_amount():
    empty = values(Form("company_registration", "2026"))
    assert texts(empty) - {"2026-11-24"} == {""}
    assert not any(boxes(empty))


def test_fifty_shareholders_run_over_pages_under_the_same_head(renderer: TypstRenderer):
    rows = [party(f"股东{number:02d}", amount="100000", percent="2") for number in range(50)]
    pages = printed(renderer, company(parties=rows))
    heads = [page for page in pages if "认缴出资额（万元）出资比例出资方式出资期限" in page]
    assert len(heads) >= 2
    assert all(f"股东{number:02d}" in "".join(heads) for number in range(50))
    assert "合计500100%" in heads[-1]


def test_the_legal_representatives_posts_are_ticked():
    assert ticked(values(company())["legal_posts"]) == ["董事长"]
    alone = company(parties=[party("甲一", "legal_representative", "director", "manager")])
    assert ticked(values(alone)["legal_posts"]) == ["董事（代表公司执行公司事务）", "经理"]


def test_a_term_without_end_ticks_its_own_box():
    term = values(company(operating_term="indefinite"))["term"]
    assert (ticked(term["indefinite"]), ticked(term["limited"]), term["years"]) == (["长期"], [], "")


def test_a_limited_term_gives_its_years():
    term = values(company(operating_term={"years": 30}))["term"]
    assert (ticked(term["indefinite"]), len(ticked(term["limited"])), term["years"]) == ([], 1, "30")


def test_a_paper_licence_that_is_not_wanted_is_not_ticked():
    assert ticked(values(company(paper_licence="no"))["paper_licence"]) == []


def test_the_way_of_setting_up_a_joint_stock_company_is_ticked():
    assert ticked(values(company(company_type="joint_stock", setup_mode="promotion"))["setup_mode"]) == ["发起设立"]


def test_the_type_of_company_follows_from_the_shareholders():
    assert values(company())["company_type"] == "有限责任公司(自然人投资或控股)"


def test_a_type_that_the_shareholders_do_not_decide_is_the_one_that_was_said():
    assert values(company(parties=[party("甲一", amount="1", percent="1")]))["company_type"] == "有限责任公司"


def test_the_officers_sheet_leaves_out_who_only_holds_a_share():
    assert [row["name"] for row in values(company())["officers"]] == ["甲一", "乙二", "丙三", "丁四", "戊五"]


def test_a_form_of_an_edition_that_has_no_template_is_not_printed():
    with pytest.raises(LookupError):
        papers(Form("company_registration", "1999"), ON)


def texts(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set().union(*(texts(inner) for key, inner in value.items() if key != "label"), set())
    if isinstance(value, list):
        return set().union(*map(texts, value), set())
    return {value} if isinstance(value, str) else set()


def boxes(value: Any) -> list[bool]:
    if isinstance(value, dict):
        return [each for inner in value.values() for each in boxes(inner)]
    if isinstance(value, list):
        return [each for inner in value for each in boxes(inner)]
    return [value] if isinstance(value, bool) else []


@pytest.mark.parametrize("odd", ["", "abc", "-1", "NaN", "1e99", "９", "\x00", {"years": "x"}, {"amount": "x", "currency": "Q"}, {"currency": "CNY"}])
@pytest.mark.parametrize("path", ["registered_capital", "operating_term", "employees", "domicile", "licence_copies", "paper_licence"])
def test_a_value_of_the_wrong_shape_is_left_out_and_no_trace(path: str, odd: Any):
    assert values(company(**{path: odd}))["name"] == "昆山甲乙丙智能装备有限公司"


@pytest.mark.parametrize("odd", ["", "abc", "NaN", "1e99", "-5", "0.001"])
@pytest.mark.parametrize("column", ["amount", "percent", "method", "due"])
def test_a_contribution_of_the_wrong_shape_is_left_out_and_no_trace(column: str, odd: str):
    rows = [party("甲一", "director", **{"contribution": {"amount": "5000000", "percent": "100", column: odd}})]
    assert [row["name"] for row in values(company(parties=rows))["shareholders"]] == ["甲一"]
