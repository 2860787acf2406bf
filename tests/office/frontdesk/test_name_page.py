"""The live check of a name on the page, as the views answer it. Every name is made up."""

import html
import re

import pytest
from django.db import OperationalError

from gaoxing.office.cases import name_check
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.queries import form_of

pytestmark = pytest.mark.django_db
TAKEN = "昆山沐禾智能科技有限公司"
SAID = f"我想注册一家公司，名称叫{TAKEN}，注册资本一百万元。"
CHANGE = f"我要办变更登记，企业名称是{TAKEN}，名称改成昆山沐禾信息技术有限公司。"


def source(response):
    return response.content.decode()


def text_of(response):
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", source(response))))


@pytest.fixture
def correcting(visitor):
    """Posts about one blank as the page does."""

    def post(address, blank="name", **fields):
        return visitor.post(f"/draft/{address}", {"path": blank, "row": "", **fields}, headers={"hx-request": "true"})

    return post


def beside(response, path="name"):
    found = re.search(rf'id="blank-{re.escape(path)}"(.*?)\n  </div>\n?(?:  <div class="blank|</dl>|\n</dl>)', source(response), re.DOTALL)
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[1]))) if found else ""


def suggestions(response):
    return re.findall(r'<button class="button" type="submit" name="text" value="([^"]+)" lang="zh-Hans">', source(response))


def answer(path="name"):
    return form_of(Case.objects.get()).answers[path]


def test_a_name_is_judged_while_it_is_typed(register, typing):
    register(TAKEN)
    page = text_of(typing(words=SAID))
    assert "不可用" in page
    assert "与已有名称完全相同" in page
    assert "碰到的名称 1 个" in page
    assert "规则 E1" in page
    assert "《企业名称登记管理规定》第十七条" in page


def test_a_free_name_is_called_free(register, typing):
    register("昆山恒越机械有限公司")
    assert "可用" in beside(typing(words=SAID))


def test_the_parts_of_the_name_stand_under_their_words(register, typing):
    register("昆山恒越机械有限公司")
    shown = beside(typing(words=SAID))
    assert [part for part in ("昆山 行政区划", "沐禾 字号", "智能科技 行业", "有限公司 组织形式") if part not in shown] == []


def test_what_offends_is_marked_and_said_to_those_who_hear_the_page(typing):
    page = typing(words=SAID.replace("沐禾智能科技", "国家级芯片"))
    assert "<mark>国家级</mark>" in source(page)
    assert "（问题在“国家级”）" in text_of(page)


def test_the_verdict_is_told_at_once_with_what_was_filled(register, typing):
    register(TAKEN)
    told = re.search(r'<p id="told"[^>]*>(.*?)</p>', source(typing(words=SAID)), re.DOTALL)[1]
    assert f"名称“{TAKEN}”：不可用。" in told


def test_the_verdict_is_not_told_again_with_the_next_sentence(register, typing):
    register(TAKEN)
    typing(words=SAID)
    told = re.search(r'<p id="told"[^>]*>(.*?)</p>', source(typing(words=SAID + "员工五个人。")), re.DOTALL)[1]
    assert TAKEN not in told


def test_a_name_taken_is_a_finding_beside_the_others(register, typing):
    register(TAKEN)
    findings = re.search(r'<section id="findings".*?</section>', source(typing(words=SAID)), re.DOTALL)[0]
    assert "必须改" in findings
    assert 'href="#blank-name"' in findings


def test_the_check_page_tells_it_too(register, typing, visitor):
    register(TAKEN)
    typing(words=SAID)
    assert f"碰到的名称：“{TAKEN}”。" in text_of(visitor.get("/draft/check"))


def test_the_check_page_says_that_no_register_was_searched(db, typing, visitor):
    typing(words=SAID)
    assert "没有查重名：登记机关的名称库还没有装进来" in text_of(visitor.get("/draft/check"))


def test_the_check_page_is_silent_where_it_was_searched(register, typing, visitor):
    register(TAKEN)
    typing(words=SAID)
    assert "没有查重名" not in text_of(visitor.get("/draft/check"))


def test_three_to_five_suggestions_are_buttons(register, typing):
    register(TAKEN)
    found = suggestions(typing(words=SAID))
    assert 3 <= len(found) <= 5
    assert all(each.startswith("昆山") and each.endswith("智能科技有限公司") for each in found)


def test_a_suggestion_is_put_into_the_form_by_choice_and_is_free(register, typing, correcting):
    register(TAKEN)
    chosen = suggestions(typing(words=SAID))[0]
    page = correcting("correct", text=chosen)
    assert (answer().value, answer().source) == (chosen, "typed")
    assert "可用" in beside(page)
    assert suggestions(page) == []


def test_a_suggestion_is_undone_in_one_step(register, typing, correcting, visitor):
    register(TAKEN)
    correcting("correct", text=suggestions(typing(words=SAID))[0])
    typing("/draft/undo")
    assert answer().value == TAKEN
    assert "不可用" in beside(visitor.get("/desk"))


def test_a_suggestion_gives_way_to_the_words_again(register, typing, correcting):
    register(TAKEN)
    correcting("correct", text=suggestions(typing(words=SAID))[0])
    correcting("restore")
    assert answer().value == TAKEN


def test_without_javascript_a_suggestion_leads_back_to_the_blank(register, visitor):
    register(TAKEN)
    visitor.post("/draft/words", {"words": SAID})
    chosen = suggestions(visitor.get("/desk"))[0]
    response = visitor.post("/draft/correct", {"path": "name", "row": "", "text": chosen})
    assert (response.status_code, response["Location"]) == (302, "/desk#blank-name")
    assert answer().value == chosen


def test_without_a_register_the_page_says_so(typing):
    shown = beside(typing(words=SAID))
    assert "还没查重名" in shown
    assert "名称库还没有装进来" in shown


def test_without_a_register_the_suggestions_are_not_called_available(typing):
    page = typing(words=SAID.replace("沐禾智能科技", "沐禾国家级芯片"))
    assert len(suggestions(page)) >= 3
    assert "也还没查重名" in beside(page)
    assert "现在可用" not in beside(page)


def test_an_outage_is_a_visible_status_and_keeps_what_was_said(register, typing, monkeypatch):
    register(TAKEN)
    monkeypatch.setattr(name_check, "judgement", _broken)
    response = typing(words=SAID)
    assert response.status_code == 200
    assert "名称库现在查不了" in beside(response)
    assert answer().value == TAKEN


def test_a_change_leaves_out_the_enterprises_own_name(register, typing):
    register(TAKEN)
    page = typing(words=CHANGE)
    assert answer("changes.0.to").value == "昆山沐禾信息技术有限公司"
    assert "可用" in beside(page, "changes.0.to")
    assert "碰到的名称" not in text_of(page)


def test_a_suggestion_for_a_change_goes_into_its_row(register, typing, correcting):
    register(TAKEN, "昆山沐禾网络科技有限公司")
    page = typing(words=CHANGE)
    row = re.search(r'name="path" value="changes.0.to"><input type="hidden" name="row" value="([^"]*)">', source(page))[1]
    correcting("correct", "changes.0.to", row=html.unescape(row), text=suggestions(page)[0])
    assert answer("changes.0.to").value == suggestions(page)[0]


def test_a_shop_beside_a_company_is_only_shown(register, typing):
    register("昆山老街坊餐饮有限公司")
    page = typing(words="我要开个体户，店名叫昆山老街坊面馆，做面条。")
    assert "提示相近" in beside(page)
    assert "风险" in beside(page)


def test_a_form_without_a_name_shows_no_check(typing):
    assert "name-check" not in source(typing(words="我想注册一家公司，注册资本一百万元。"))


def test_no_style_and_no_script_stands_in_the_check(register, typing):
    register(TAKEN)
    found = re.search(r'<div class="name-check.*?</form>', source(typing(words=SAID)), re.DOTALL)[0]
    assert not re.search(r"style=|<script|onclick", found)


def test_on_an_english_page_the_verdict_and_the_reasons_are_english(register, visitor, typing):
    register(TAKEN)
    visitor.cookies["language"] = "en"
    page = text_of(typing(words=SAID))
    assert "Not available (不可用)" in page
    assert "The very same name" in page
    assert "1 name in the way" in page


def _broken(*_, **__):
    raise OperationalError("no such table")
