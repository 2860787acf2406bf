import html
import re
from dataclasses import replace

import pytest
from django.test import Client

from gaoxing.catalogue import matters
from gaoxing.checks.rule import Finding, Level
from gaoxing.engines.fault import Fault
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.queries import words_of
from gaoxing.office.frontdesk import actions, limits, offering, papers

pytestmark = pytest.mark.django_db
IDENTITY = "320583199001011234"


def text_of(response):
    return html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode()))


def asked_on(response):
    return re.search(r'name="asked" value="([^"]+)"', response.content.decode())[1]


def value_at(response, path):
    found = re.search(rf'data-field="{re.escape(path)}".*?<dd>(.*?)</dd>', response.content.decode(), re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>|\s", "", found[1])) if found else None


def test_the_first_page_is_blank_and_stores_nothing(visitor):
    response = visitor.get("/desk")
    assert response.status_code == 200
    assert "说出您要办的事" in text_of(response)
    assert Case.objects.count() == 0
    assert "sessionid" not in response.cookies


def test_what_is_typed_fills_the_sheet(typing, statement):
    response = typing(words=statement)
    assert value_at(response, "registered_capital") == "100万元（人民币）"
    assert value_at(response, "name") == "昆山测试软件有限公司"
    assert "填好" in text_of(response)


def test_the_page_shows_the_draft_again_when_it_is_opened_again(typing, visitor, statement):
    typing(words=statement)
    page = visitor.get("/desk")
    assert value_at(page, "registered_capital") == "100万元（人民币）"
    assert statement in text_of(page)


def test_the_words_behind_a_value_are_marked(typing, statement):
    page = typing(words=statement).content.decode()
    assert re.search(r'<mark data-for="registered_capital"[^>]*>一百万', page)


def test_one_question_is_asked_and_the_number_left_is_told(typing, statement):
    page = typing(words=statement).content.decode()
    assert page.count('name="asked"') == 1
    assert re.search(r"一共还差 \d+ 项", page)


def test_an_answer_becomes_an_entry_of_its_own_with_its_question(typing, statement):
    typing(words=statement)
    response = typing(words=statement, asked="registered_capital", answer="两百万")
    assert value_at(response, "registered_capital") == "200万元（人民币）"
    entries = words_of(Case.objects.get()).entries
    assert [(entry.said, entry.asked) for entry in entries] == [(statement, None), ("两百万", "registered_capital")]


def test_an_answer_that_says_nothing_of_the_question_is_asked_again(typing, statement):
    page = typing(words=statement)
    asked = re.search(r'name="asked" value="([^"]+)"', page.content.decode())[1]
    assert "请换个说法" in text_of(typing(words=statement, asked=asked, answer="嗯嗯"))


def test_an_addition_corrects_what_was_said(typing, statement):
    response = typing(words=statement, addition="不对，注册资本改成三百万元")
    assert value_at(response, "registered_capital") == "300万元（人民币）"


def test_an_entry_can_be_amended_and_taken_back(typing, statement):
    typing(words=statement, asked="registered_capital", answer="两百万")
    assert value_at(typing("/draft/turns/1", said="五百万"), "registered_capital") == "500万元（人民币）"
    assert value_at(typing("/draft/turns/1/remove"), "registered_capital") == "100万元（人民币）"
    assert value_at(typing("/draft/turns/1/remove"), "registered_capital") == "100万元（人民币）"


def test_another_question_can_be_answered_first(typing, visitor, statement):
    typing(words=statement)
    paths = re.findall(r'href="/desk\?ask=([^"#]+)#question"', visitor.get("/desk").content.decode())
    assert asked_on(visitor.get(f"/desk?ask={paths[3]}")) == paths[3]
    assert asked_on(visitor.get("/desk?ask=no_such_blank")) == asked_on(visitor.get("/desk")) == paths[0]


def test_without_javascript_a_post_leads_back_to_the_page(visitor, statement):
    response = visitor.post("/draft/words", {"words": statement}, follow=True)
    assert response.redirect_chain == [("/desk", 302)]
    assert value_at(response, "registered_capital") == "100万元（人民币）"


def test_an_identity_number_is_masked_everywhere_but_where_it_is_typed(typing, visitor):
    typing(words="我想开公司，我叫张三，我占百分之百", asked="parties.0.id_number", answer=IDENTITY)
    page = visitor.get("/desk").content.decode()
    outside = re.sub(r"<textarea.*?</textarea>", "", page, flags=re.DOTALL)
    assert IDENTITY not in outside
    assert "3205**********1234" in outside


def test_markup_in_what_is_said_is_text(typing, visitor):
    typing(words="我要开公司，名称叫<script>alert(1)</script>有限公司")
    page = visitor.get("/desk").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_words_without_a_matter_are_told_what_can_be_done_here(typing):
    page = text_of(typing(words="今天天气不错"))
    assert "还没听出您要办哪件事" in page
    assert "公司设立登记" in page
    assert "个体工商户" in page


def test_a_matter_can_be_chosen_with_a_button(typing):
    page = typing(words="今天天气不错").content.decode()
    assert 'name="matter" value="company_registration"' in page
    assert value_at(typing("/draft/matter", matter="company_registration"), "registered_capital") == "待填"


def test_where_every_matter_can_be_filled_in_none_is_listed_as_only_heard(typing):
    page = text_of(typing(words="今天天气不错"))
    assert all(each.fillable for each in matters())
    assert "还不能在这里填" not in page


def test_a_matter_that_cannot_be_filled_yet_says_so_and_what_comes_next(typing, visitor, monkeypatch):
    typing(words="我要办公司注销登记")
    heard = tuple(replace(each, fields=()) for each in offering.matters())
    monkeypatch.setattr(offering, "matters", lambda: heard)
    page = text_of(visitor.get("/desk"))
    assert "能听懂、还不能在这里填的事" in page


def test_every_finding_stands_with_its_level_and_its_basis(typing, taken, statement, monkeypatch):
    findings = tuple(Finding("X-1", ("registered_capital",), level, f"号码{IDENTITY}不对", "《公司法》第四十八条") for level in Level)
    monkeypatch.setattr(actions, "read", lambda words, *, now: replace(taken, form=taken.form.without(["name"]), findings=findings))
    page = text_of(typing(words=statement))
    assert "审查意见 3 条" in page
    assert all(word in page for word in ("必须改", "人工核", "请留意", "1 处必须改"))
    assert "供您参考 1 条（不用改）" in page
    assert len(re.findall(r"依据：\s*《公司法》第四十八条", page)) == 4
    assert IDENTITY not in page


def test_beginning_again_deletes_everything(typing, visitor, statement):
    typing(words=statement)
    visitor.post("/draft/restart")
    assert Case.objects.count() == 0
    assert statement not in text_of(visitor.get("/desk"))


def test_another_browser_sees_nothing(typing, statement):
    typing(words=statement)
    assert statement not in text_of(Client().get("/desk"))


def test_the_application_is_a_pdf_that_nobody_stores(typing, visitor, statement):
    typing(words=statement)
    response = visitor.get("/draft/application.pdf")
    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF")
    assert response["Content-Disposition"].startswith("attachment")
    assert "no-store" in response["Cache-Control"]


def test_without_a_form_there_is_nothing_to_download(visitor):
    response = visitor.get("/draft/application.pdf")
    assert response.status_code == 409
    assert "请先在首页" in text_of(response)


def test_an_engine_that_fails_says_what_to_do(typing, visitor, statement, monkeypatch):
    class Broken:
        def render(self, layout):
            raise Fault("缺少字体，请安装 fonts-noto-cjk。", permanent=True)

    monkeypatch.setattr(papers, "renderer", Broken)
    typing(words=statement)
    response = visitor.get("/draft/application.pdf")
    assert response.status_code == 503
    assert "fonts-noto-cjk" in text_of(response)


def test_the_longest_turn_is_read_and_the_rest_is_told(typing, statement):
    response = typing(words=statement + "嗯" * 20_000)
    assert response.status_code == 200
    assert value_at(response, "registered_capital") == "100万元（人民币）"
    assert "只读了前 6000 字" in text_of(response)


def test_a_hundred_thousand_characters_are_kept(typing):
    response = typing(words="天" * 100_000)
    assert response.status_code == 200
    assert len(words_of(Case.objects.get()).statement) == 100_000


def test_one_character_more_is_too_long_and_nothing_is_lost(typing, statement):
    typing(words=statement)
    response = typing(words="天" * 100_001)
    assert response.status_code == 413
    assert "没有保存" in text_of(response)
    assert words_of(Case.objects.get()).statement == statement


def test_a_post_of_megabytes_is_refused_in_a_sentence(visitor):
    response = visitor.post("/draft/words", {"words": "x" * 5_000_000}, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 413
    assert "内容太长" in text_of(response)


def test_a_draft_of_two_hundred_entries_takes_no_more(typing, monkeypatch):
    monkeypatch.setattr(actions, "MOST_ENTRIES", 2)
    typing(words="我要开公司")
    typing(addition="一")
    response = typing(addition="二")
    assert response.status_code == 409
    assert "没有保存" in text_of(response)


@pytest.mark.parametrize("said", ["", "   ", "😀🎉", "hello world", "こんにちは", "\x00\x01\x02", "\ud83d", "a" * 500, "<>&\"'"])
def test_whatever_is_typed_the_page_answers(typing, visitor, said):
    assert typing(words=said.encode("utf-8", "surrogatepass")).status_code == 200
    assert visitor.get("/desk").status_code == 200


def test_an_empty_amendment_is_not_saved(typing, statement):
    typing(words=statement, addition="补充")
    response = typing("/draft/turns/1", said="")
    assert response.status_code == 400
    assert "请先写一句话" in text_of(response)


def test_a_machine_that_posts_without_end_is_slowed_down(typing, monkeypatch):
    monkeypatch.setattr(limits, "PER_DRAFT", "3/m")
    typing(words="我要开公司")
    codes = [typing(words="我要开公司").status_code for _ in range(5)]
    assert codes == [200, 200, 200, 429, 429]


def test_a_draft_changed_elsewhere_meanwhile_is_read_again(typing, statement, monkeypatch):
    typing(words=statement)
    read, interrupted = actions.read, []

    def meanwhile(words, *, now):
        if not interrupted:
            interrupted.append(True)
            actions.say(actions.Hand(Case.objects.get().reference), None, addition="从业人员五人", now=now)
        return read(words, now=now)

    monkeypatch.setattr(actions, "read", meanwhile)
    typing(addition="注册资本改成三百万元")
    assert [entry.said for entry in words_of(Case.objects.get()).entries] == [statement, "从业人员五人", "注册资本改成三百万元"]


def test_a_question_put_off_gives_way_to_the_next_and_is_counted(typing, statement):
    first = asked_on(typing(words=statement))
    response = typing("/draft/skip", field=first)
    assert asked_on(response) != first
    assert "1 项您跳过了" in text_of(response)


def test_the_last_question_put_off_is_asked_again_with_a_way_out(typing, visitor, statement):
    typing(words=statement)
    for _ in range(len(re.findall(r'href="/desk\?ask=', visitor.get("/desk").content.decode()))):
        response = typing("/draft/skip", field=asked_on(visitor.get("/desk")))
    assert "现在再问一次" in text_of(response)
    assert 'href="/draft/check"' in response.content.decode()


def test_putting_off_before_anything_was_said_stores_nothing(visitor):
    assert visitor.post("/draft/skip", {"field": "name"}).url == "/desk"
    assert Case.objects.count() == 0


def test_a_second_vain_answer_offers_to_spell_or_to_fill_in_by_hand(typing, statement):
    typing(words=statement, asked="operating_term", answer="嗯嗯")
    response = typing(words=statement, asked="operating_term", answer="这个嘛")
    assert asked_on(response) == "operating_term"
    assert 'href="/draft/blanks/operating_term"' in response.content.decode()
    assert "动手填这一栏" in text_of(response)


def test_a_vain_answer_is_asked_again_without_javascript_too(visitor, statement):
    response = visitor.post("/draft/words", {"words": statement, "asked": "operating_term", "answer": "嗯嗯"}, follow=True)
    assert asked_on(response) == "operating_term"
    assert "请换个说法" in text_of(response)


def test_the_question_before_is_one_step_away_with_the_answer_it_has(typing, visitor, statement):
    page = typing(words=statement, asked="operating_term", answer="二十年").content.decode()
    assert 'href="/desk?ask=operating_term#question"' in page
    assert re.search(r"现在填的是：\s*20年", text_of(visitor.get("/desk?ask=operating_term")))


def test_a_question_asked_again_is_answered_anew(typing, statement):
    typing(words=statement, asked="operating_term", answer="二十年")
    response = typing(words=statement, asked="operating_term", answer="三十年")
    assert value_at(response, "operating_term") == "30年"


def test_a_choice_can_be_tapped(typing, visitor, statement):
    typing(words=statement)
    page = visitor.get("/desk?ask=paper_licence").content.decode()
    assert re.findall(r'name="choice" value="([^"]+)"', page) == ["是", "否"]
    typing(asked="paper_licence", choice="否")
    assert words_of(Case.objects.get()).entries[-1].said == "否"


def test_all_right_said_to_a_question_is_answered_and_no_entry(typing, statement):
    response = typing(words=statement, asked="operating_term", answer="都对。")
    assert "“都对”记不进这一题" in text_of(response)
    assert asked_on(response) == "operating_term"
    assert len(words_of(Case.objects.get()).entries) == 1


def test_all_right_said_to_a_question_is_answered_without_javascript_too(visitor, statement):
    response = visitor.post("/draft/words", {"words": statement, "asked": "operating_term", "answer": "没错"}, follow=True)
    assert "“都对”记不进这一题" in text_of(response)


def test_all_right_said_before_anything_else_says_so(typing):
    assert "还没有可以核对的内容" in text_of(typing(words="", addition="都对"))


def test_all_right_with_nothing_left_to_ask_confirms(typing, taken, statement, monkeypatch):
    monkeypatch.setattr(actions, "read", lambda words, *, now: replace(taken, questions=()))
    response = typing(words=statement, addition="都对")
    assert response["HX-Redirect"] == "/draft/done"
    assert Case.objects.get().confirmed == Case.objects.get().revision


def test_the_matter_says_why_and_what_it_takes(typing):
    page = text_of(typing(words="我想开公司，注册资本一百万"))
    assert re.search(r"因为您说了\s*开公司", page)
    assert "昆山市行政审批局" in page
    assert "公司章程" in page


def test_the_matter_chosen_by_hand_can_be_left_to_the_words_again(typing):
    typing(words="我想开公司，注册资本一百万")
    page = text_of(typing("/draft/matter", matter="sole_trader_registration"))
    assert "是您自己选的" in page
    assert "像是要办公司设立登记" in page
    assert "因为您说了" in text_of(typing("/draft/matter", matter=""))


def test_a_matter_that_is_none_is_refused_in_a_sentence(typing):
    typing(words="我想开公司")
    response = typing("/draft/matter", matter="no_such_matter")
    assert response.status_code == 409
    assert "没有这件事可选" in text_of(response)


def test_a_further_matter_stated_is_offered_as_a_draft_of_its_own(typing, visitor):
    page = typing(words="我的店要注销，再开一家公司").content.decode()
    assert "您还提到注销登记" in page
    visitor.post("/drafts/new", {"matter": "deregistration"})
    assert sorted(Case.objects.values_list("matter", flat=True)) == ["company_registration", "deregistration"]
