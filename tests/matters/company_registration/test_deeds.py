"""The papers of a new company: which are made, what they say, which article each clause serves, and that PDF and Word say the same."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pypdf
import pytest

from gaoxing import catalogue
from gaoxing.documents.deed import load
from gaoxing.documents.document import Layout
from gaoxing.engines.fault import Fault
from gaoxing.engines.typst import TypstRenderer
from gaoxing.forms.form import Form
from gaoxing.matters.company_registration import deeds as own
from gaoxing.matters.company_registration.papers import papers
from tests.documents.companies import FEN, LONG_NAME, fifty, pair, promoters, sole, supervised
from tests.documents.drawn import bare, composed_text, docx_text, pdf_text, runs
from tests.documents.filled import HOSTILE, IDENTITY, MOBILE, USCC, company, party

ON = date(2026, 11, 25)
FORMS = {"board": company, "sole": sole, "pair": pair, "promoters": promoters, "supervised": supervised}
FIRST, REAL_NAMES, PREMISES, LIST = "公司登记（备案）申请书", "实名登记确认表", "住所（经营场所）使用承诺书", "申请材料清单"
ATTORNEY, EXEMPTION = "授权委托书", "受益所有人信息免予备案承诺书"
APPOINTED = "法定代表人、董事、监事和高级管理人员的任职文件"
NONE_SUPERVISES = "全体股东同意不设监事的书面文件"

LAST_ARTICLE = 266

ARTICLE_46 = {
    "第一项": ("公司名称：", "公司住所："),
    "第二项": ("公司的经营范围：",),
    "第三项": ("公司的注册资本为",),
    "第四项": ("股东的姓名或者名称、认缴的出资额、出资方式和出资日期如下",),
    "第五项": ("股东的姓名或者名称、认缴的出资额、出资方式和出资日期如下",),
    "第六项": ("行使下列职权", "董事由", "作出"),
    "第七项": ("公司的法定代表人由", "变更"),
    "第八项": ("营业期限",),
}
ARTICLE_95 = {
    "第一项": "公司名称：",
    "第二项": "公司的经营范围：",
    "第三项": "公司的设立方式：",
    "第四项": "公司的注册资本为",
    "第五项": "类别股",
    "第六项": "发起人的姓名或者名称、认购的股份数、出资方式如下",
    "第七项": "董事会",
    "第八项": "公司的法定代表人由",
    "第九项": "审计委员会",
    "第十项": "利润",
    "第十一项": "解散",
    "第十二项": "公告",
    "第十三项": "本章程没有规定的事项",
}


@pytest.fixture(scope="module")
def renderer() -> TypstRenderer:
    return TypstRenderer()


def names(form: Form, on: date = ON) -> list[str]:
    return [layout.name for layout in papers(form, on)]


def paper(form: Form, name: str) -> Layout:
    [found] = [layout for layout in papers(form, ON) if layout.name == name]
    return found


def text(form: Form, name: str) -> str:
    return composed_text(paper(form, name))


def sheet_text(layout: Layout, renderer: TypstRenderer) -> str:
    """An official sheet as it is drawn."""
    return bare("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(renderer.render(layout).content)).pages))


def served(layout: Layout, item: str) -> str:
    """The words of the clauses that serve an item, `第四十六条第三项`."""
    return "".join(run["text"] for block in layout.values["blocks"] if f"{item}" in re.split("[、，]|《[^》]+》", block["basis"]) for run in block["runs"])


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (company(), [FIRST, REAL_NAMES, ATTORNEY, "公司章程", "股东会决议", "董事会决议", APPOINTED, PREMISES, LIST]),
        (sole(), [FIRST, REAL_NAMES, "公司章程", "股东决定", "董事决定", APPOINTED, NONE_SUPERVISES, PREMISES, EXEMPTION, LIST]),
        (pair(), [FIRST, REAL_NAMES, "公司章程", "股东会决议", APPOINTED, PREMISES, EXEMPTION, LIST]),
        (
            promoters(),
            [
                *(FIRST, REAL_NAMES, "发起人协议", "公司章程", "发起人缴足股款的声明", "成立大会的会议记录", "董事会决议", APPOINTED, PREMISES),
                *(EXEMPTION, LIST),
            ],
        ),
        (
            supervised(),
            [
                *(FIRST, REAL_NAMES, "公司章程", "股东会决议", "职工代表的选举文件", "董事会决议", "监事会决议", APPOINTED, PREMISES),
                *(EXEMPTION, LIST),
            ],
        ),
    ],
)
def test_the_papers_that_are_called_for_stand_in_the_order_of_filing(form: Form, expected: list[str]) -> None:
    assert names(form) == expected


def test_a_sole_promoter_holds_no_meeting_and_agrees_with_nobody() -> None:
    people = [party("甲一", "shareholder", "legal_representative", "director", "manager", amount="1000000", percent="100"), party("乙二", "supervisor")]
    made = names(promoters(parties=people))
    assert "股东决定" in made
    assert not {"发起人协议", "成立大会的会议记录"} & set(made)


def test_before_the_kind_of_company_is_known_its_own_papers_are_promised_and_not_drawn() -> None:
    empty = Form("company_registration", "2026")
    assert names(empty) == [FIRST, REAL_NAMES, PREMISES, LIST]
    assert "“公司章程”还没有生成" in text(empty, LIST)


@pytest.mark.parametrize(("form", "made"), [(pair(), False), (company(), True)])
def test_a_power_of_attorney_is_made_where_an_agent_is_named(form: Form, made: bool) -> None:
    assert (ATTORNEY in names(form)) is made


def test_the_power_of_attorney_asks_for_each_of_the_four_permissions() -> None:
    written = text(company(), ATTORNEY)
    assert written.count("□同意□不同意") == 4
    assert all(each in written for each in ("核对登记材料中的复印件", "修改申请人自备文件的错误", "修改有关表格的填写错误", "领取营业执照"))


@pytest.mark.parametrize("make", [company, sole, pair, supervised])
@pytest.mark.parametrize("item", ARTICLE_46)
def test_the_charter_of_a_limited_company_has_every_item_of_article_46(make, item: str) -> None:
    clauses = served(paper(make(), "公司章程"), f"第四十六条{item}")
    assert all(words in clauses for words in ARTICLE_46[item])


@pytest.mark.parametrize("item", ARTICLE_95)
def test_the_charter_of_a_company_limited_by_shares_has_every_item_of_article_95(item: str) -> None:
    assert ARTICLE_95[item] in served(paper(promoters(), "公司章程"), f"第九十五条{item}")


@pytest.mark.parametrize(
    "words",
    [
        "公司名称：昆山甲乙丙智能装备有限公司",
        "公司住所：江苏省苏州市昆山市玉山镇前进西路1888号3幢502室",
        "工业机器人制造；五金产品零售",
        "人民币500万元（大写：人民币伍佰万元整）",
        "公司的营业期限：20年",
        "甲一30060%货币2029年6月30日",
        "苏州甲乙创业投资合伙企业（有限合伙）5010%知识产权自公司成立之日起五年内",
        "合计500100%",
        "由三名董事组成",
        "设监事一名",
        "公司的法定代表人由代表公司执行公司事务的董事长担任",
        "应当于会议召开十五日前通知全体股东",
        "代表三分之二以上表决权的股东通过",
        "三十日内未答复的，视为放弃优先购买权",
        "董事每届任期三年",
        "监事的任期每届为三年",
        "自公司成立之日起五年内缴足",
    ],
)
def test_the_charter_says_what_the_form_says_and_what_the_law_wants(words: str) -> None:
    assert words in text(company(), "公司章程")


@pytest.mark.parametrize(
    ("make", "present", "absent"),
    [
        (sole, ("公司不设股东会", "股东任命", "公司不设董事会", "公司不设监事会，也不设监事", "公司设经理"), ("首次股东会会议", "优先购买权", "监事的任期")),
        (pair, ("首次股东会会议", "公司不设董事会", "设监事一名", "公司可以设经理"), ("监事会主席", "审计委员会", "董事长")),
        (supervised, ("监事会由三名监事组成，其中职工代表一名", "监事会设主席一人", "其中职工代表一名，由公司职工"), ("设监事一名", "审计委员会")),
        (promoters, ("在董事会中设审计委员会，由三名董事组成", "董事会每年度至少召开两次会议", "公司设经理"), ("监事的任期", "设监事一名")),
    ],
)
def test_the_charter_has_the_bodies_that_the_company_has(make, present: tuple[str, ...], absent: tuple[str, ...]) -> None:
    written = text(make(), "公司章程").replace("公司设监事会，由", "监事会由")
    assert [each for each in present if each not in written] == []
    assert [each for each in absent if each in written] == []


@pytest.mark.parametrize(
    ("roles", "words"),
    [
        (("director",), "由代表公司执行公司事务的董事担任"),
        (("manager",), "新任经理为公司的法定代表人"),
        ((), "该职务只能是代表公司执行公司事务的董事或者经理"),
    ],
)
def test_the_charter_says_how_the_legal_representative_is_made_and_changed(roles: tuple[str, ...], words: str) -> None:
    people = [party("甲一", "shareholder", "legal_representative", *roles, amount="5000000", percent="100")]
    assert words in text(company(parties=people), "公司章程")


@pytest.mark.parametrize("form", [pair(parties=[party("甲一", amount="1"), party("乙二", "director", amount="1"), party("丙三", "director")])])
@pytest.mark.parametrize("name", ["公司章程", "股东会决议"])
def test_a_number_that_the_law_does_not_know_makes_a_draft_that_says_so(form: Form, name: str) -> None:
    assert "（起草说明：董事的人数还没有定下" in text(form, name)
    assert "（起草说明：监事的" in text(form, name)


@pytest.mark.parametrize("make", FORMS.values(), ids=FORMS)
def test_no_old_word_of_the_law_before_2024_is_used(make) -> None:
    written = "".join(composed_text(layout) for layout in papers(make(), ON)[1:])
    assert not re.findall("执行董事|股东大会|创立大会|董事局|注册资金", written)


@pytest.mark.parametrize("make", FORMS.values(), ids=FORMS)
def test_identity_numbers_and_telephones_stand_on_no_deed(make) -> None:
    written = "".join(composed_text(layout) for layout in papers(make(), ON)[1:])
    assert not [each for each in (IDENTITY, MOBILE, USCC) if each in written]


@pytest.mark.parametrize("make", FORMS.values(), ids=FORMS)
def test_every_paper_names_the_rule_that_requires_it(make) -> None:
    assert [layout.name for layout in papers(make(), ON) if not re.search("《.+》", layout.basis)] == []


@pytest.mark.parametrize("make", FORMS.values(), ids=FORMS)
def test_every_value_on_a_deed_leads_back_to_the_form(make) -> None:
    form = make()
    paths = {run["path"] for layout in papers(form, ON)[1:] for run in runs(layout) if run["text"] and run["path"]}
    assert "name" in paths
    assert paths <= set(form.answers)


@pytest.mark.parametrize("make", FORMS.values(), ids=FORMS)
def test_every_shareholder_has_a_place_to_sign_the_charter(make) -> None:
    form = make()
    signed = [block for block in paper(form, "公司章程").values["blocks"] if block["kind"] == "signatures"][-1]
    owners = [each["name"] for each in form.rows("parties") if each.get("contribution")]
    assert [row[0][0]["text"] for row in signed["rows"]] == owners


def test_the_resolution_elects_each_person_and_names_the_one_who_called_the_meeting() -> None:
    written = text(company(), "股东会决议")
    assert all(f"选举{name}为公司董事" in written for name in ("甲一", "乙二", "丙三"))
    assert "选举丁四为公司监事" in written
    assert "出资最多的股东甲一" in written


def test_the_board_elects_its_chair_and_engages_the_officers() -> None:
    written = text(company(), "董事会决议")
    assert all(each in written for each in ("选举甲一为公司董事长", "聘任乙二为公司经理", "聘任戊五为公司财务负责人"))


def test_the_board_of_a_company_with_a_committee_elects_it_and_sends_someone_to_register() -> None:
    written = text(promoters(), "董事会决议")
    assert written.count("为董事会审计委员会成员") == 3
    assert "申请设立登记" in written


def test_the_employees_and_not_the_owners_elect_their_own() -> None:
    assert "选举己六为公司职工代表监事" in text(supervised(), "职工代表的选举文件")
    assert "选举己六" not in text(supervised(), "股东会决议")


def test_everyone_appointed_declares_that_nothing_bars_him_and_signs() -> None:
    layout = paper(company(), APPOINTED)
    [signed] = [block for block in layout.values["blocks"] if block["kind"] == "signatures"]
    assert [row[0][0]["text"] for row in signed["rows"]] == ["甲一", "乙二", "丙三", "丁四", "戊五"]
    assert "失信被执行人" in composed_text(layout)


def test_the_inaugural_meeting_decides_every_item_of_article_104() -> None:
    basis = "".join(block["basis"] for block in paper(promoters(), "成立大会的会议记录").values["blocks"])
    assert [item for item in "一二三四六" if f"第一百零四条第{item}项" not in basis] == []


def test_the_promoters_agreement_says_what_each_subscribes() -> None:
    written = text(promoters(), "发起人协议")
    assert "甲010020%货币" in written
    assert "公司的设立方式：发起设立" in written


def test_a_number_of_shares_that_nobody_said_is_left_to_write_in() -> None:
    blanks = [run for run in runs(paper(promoters(), "公司章程")) if run["text"] == "" and run["path"] == ""]
    assert len(blanks) >= 3


def test_the_list_tells_what_was_made_from_what_must_be_brought() -> None:
    tables = [block["rows"] for block in paper(sole(), LIST).values["blocks"] if block["kind"] == "table"]
    made, brought = ([row[0][0]["text"] for row in rows] for rows in tables)
    assert set(made) == set(names(sole())) - {LIST}
    assert "股东（发起人）的身份证明或者主体资格文件" in brought
    assert not {"验资证明", "股款已经缴足的证明"} & set(brought)


@pytest.mark.parametrize("make", FORMS.values(), ids=FORMS)
def test_every_paper_of_the_list_that_is_ours_was_made(make) -> None:
    assert "还没有生成" not in text(make(), LIST)


def test_every_paper_this_system_makes_stands_in_the_list_of_materials() -> None:
    listed = {each.name for each in catalogue.matter("company_registration").materials if each.form}
    every = {name for make in FORMS.values() for name in names(make())} | {ATTORNEY}
    assert every - {LIST} <= listed


def number(numeral: str) -> int:
    """A Chinese numeral below a thousand."""
    figures = {figure: value for value, figure in enumerate("零一二三四五六七八九")}
    total, last = 0, 0
    for each in numeral:
        if each in figures:
            last = figures[each]
        else:
            total, last = total + (last or 1) * {"十": 10, "百": 100}[each], 0
    return total + last


@pytest.mark.parametrize("file", own.FILES, ids=lambda file: file.stem)
def test_a_deed_cites_no_article_that_the_company_law_does_not_have(file: Path) -> None:
    cited = [
        part for text in re.findall("《公司法》([^《]*)", file.read_text(encoding="utf-8")) for part in re.findall("第([一二三四五六七八九十百零]+)条", text)
    ]
    assert [each for each in cited if not 1 <= number(each) <= LAST_ARTICLE] == []


@pytest.mark.parametrize("file", own.FILES, ids=lambda file: file.stem)
def test_a_deed_names_its_source(file: Path) -> None:
    assert re.fullmatch("S[0-9]+( S[0-9]+| K)*", load(file)["mark"])


@pytest.mark.parametrize("make", FORMS.values(), ids=FORMS)
def test_pdf_and_word_say_what_was_composed(make, renderer: TypstRenderer) -> None:
    for layout in papers(make(), ON)[1:]:
        composed = composed_text(layout)
        assert docx_text(layout) == composed, layout.name
        assert pdf_text(layout, renderer) == composed, layout.name


def test_fifty_names_of_forty_characters_and_two_hundred_items_hold(renderer: TypstRenderer) -> None:
    charter = paper(fifty(), "公司章程")
    assert pdf_text(charter, renderer) == composed_text(charter)
    assert composed_text(charter).count(LONG_NAME[:38]) == 100


def test_a_capital_of_one_fen_stands_in_the_charter() -> None:
    assert "人民币0.000001万元（大写：人民币壹分）" in text(sole(registered_capital=FEN), "公司章程")


def test_a_character_outside_the_face_is_a_sentence_and_no_box(renderer: TypstRenderer) -> None:
    rare = paper(sole(name="昆山\U0003134a有限公司"), "公司章程")
    with pytest.raises(Fault, match="U\\+3134A"):
        renderer.render(rare)


def test_markup_in_a_name_stays_text_on_every_deed(renderer: TypstRenderer) -> None:
    form = sole(name=HOSTILE, parties=[party(HOSTILE, "shareholder", "director", "legal_representative", amount="1", percent="1")])
    for layout in papers(form, ON)[1:]:
        assert bare(HOSTILE) in pdf_text(layout, renderer)


def test_the_same_form_makes_the_same_papers() -> None:
    assert papers(company(), ON) == papers(company(), ON)


def test_on_a_day_of_the_old_edition_there_is_no_sheet_of_real_names() -> None:
    early = papers(company(), date(2026, 4, 1))
    assert REAL_NAMES not in [layout.name for layout in early]
    assert "还没有生成" not in composed_text(early[-1])


@pytest.mark.parametrize(("make", "post"), [(promoters, "董事（审计委员会成员）"), (supervised, "监事（职工代表）")])
@pytest.mark.parametrize("name", [APPOINTED, REAL_NAMES])
def test_who_sits_for_the_staff_or_on_the_audit_committee_is_marked(make, post: str, name: str) -> None:
    assert post in text(make(), name)


@pytest.mark.parametrize("edition", ["2022", "2026"])
@pytest.mark.parametrize(("make", "mark"), [(promoters, "审计委员会成员"), (supervised, "职工代表")])
def test_the_application_of_either_edition_marks_them_too(make, mark: str, edition: str, renderer: TypstRenderer) -> None:
    form = make()
    application = papers(replace(form, edition=edition), ON)[0]
    unmarked = papers(
        replace(make(parties=[{**each, "audit_committee": "no", "employee_representative": "no"} for each in form.rows("parties")]), edition=edition), ON
    )
    for read in (partial(sheet_text, renderer=renderer), docx_text):
        drawn, plain = (read(each).count(mark) for each in (application, unmarked[0]))
        assert drawn > plain


@pytest.mark.parametrize("name", [PREMISES])
def test_the_board_signs_for_a_company_limited_by_shares_and_the_owners_for_a_limited_one(name: str) -> None:
    signed = {
        make: [row[0][0]["text"] for block in paper(make(), name).values["blocks"] if block["kind"] == "signatures" for row in block["rows"]]
        for make in (promoters, supervised)
    }
    assert signed == {promoters: [f"甲{row}" for row in range(5)], supervised: ["甲一", "庚七"]}


@pytest.mark.parametrize(("committee", "words"), [("yes", "股东会选举董事，可以"), ("no", "股东会选举董事、监事，可以")])
def test_a_charter_elects_supervisors_only_where_there_are_any(committee: str, words: str) -> None:
    people = [*({**each, "audit_committee": committee} for each in promoters().rows("parties")), party("辛八", "supervisor")]
    assert words in text(promoters(parties=people if committee == "no" else people[:-1]), "公司章程")
