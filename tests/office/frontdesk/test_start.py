"""The way in: the start page, consent before anything is stored, the privacy page, examples, the tour."""

import html
import re

import pytest
from django.test import Client

from gaoxing.catalogue import matters
from gaoxing.intake import receive
from gaoxing.names.composition import split
from gaoxing.names.judgement import Verdict
from gaoxing.names.verdict import judge
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.queries import words_of
from gaoxing.office.frontdesk.examples import EXAMPLES
from gaoxing.office.frontdesk.offering import in_order
from gaoxing.office.frontdesk.visitor import DRAFTS, FETCHED
from gaoxing.speech.transcript import Transcript

pytestmark = pytest.mark.django_db


def text_of(response):
    return html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_the_start_page_explains_the_service_and_stores_nothing(stranger):
    response = stranger.get("/")
    assert all(each.name in text_of(response) for each in matters())
    assert "同意并开始" in text_of(response)
    assert (Case.objects.count(), "sessionid" in response.cookies) == (0, False)


def test_nothing_is_stored_before_consent(stranger, statement):
    response = stranger.post("/draft/words", {"words": statement})
    assert response.status_code == 403
    assert "还没有同意隐私说明" in text_of(response)
    assert Case.objects.count() == 0


def test_the_desk_leads_a_stranger_to_the_start_page(stranger):
    assert stranger.get("/desk", follow=True).redirect_chain == [("/", 302)]


def test_the_version_agreed_to_is_kept_with_the_draft(visitor, statement):
    visitor.post("/draft/words", {"words": statement})
    case = Case.objects.get()
    assert case.consent
    assert case.consented == case.created


def test_consent_to_an_older_version_is_asked_again(visitor, monkeypatch):
    monkeypatch.setattr("gaoxing.office.frontdesk.visitor.PRIVACY", "2099-01")
    assert visitor.get("/desk").status_code == 302


def test_the_privacy_page_needs_no_consent_and_tells_how_long(stranger):
    assert re.search(r"改动后\s*30\s*天", text_of(stranger.get("/privacy")))


def test_who_goes_on_is_led_back_to_the_draft(visitor, statement):
    assert "继续上次的草稿" not in text_of(visitor.get("/"))
    visitor.post("/draft/words", {"words": statement})
    assert "继续上次的草稿" in text_of(visitor.get("/"))


@pytest.mark.parametrize("number", range(1, len(EXAMPLES) + 1))
def test_an_example_is_tried_with_the_consent(stranger, number):
    stranger.post("/consent", {"example": str(number)})
    assert words_of(Case.objects.get()).statement == EXAMPLES[number - 1].words


@pytest.mark.parametrize("number", ["", "0", "9", "x"])
def test_without_an_example_nothing_is_said(stranger, number):
    assert stranger.post("/consent", {"example": number}).status_code == 302
    assert Case.objects.count() == 0


def test_an_example_never_takes_the_place_of_what_was_said(visitor, statement):
    visitor.post("/draft/words", {"words": statement})
    visitor.post("/draft/example", {"example": "1"})
    assert {words_of(each).statement for each in Case.objects.all()} == {statement, EXAMPLES[0].words}
    assert len(visitor.session["drafts"]) == 2


def test_an_example_fills_the_sheet_at_once(visitor):
    page = visitor.post("/draft/example", {"example": "2"}, follow=True)
    assert page.redirect_chain == [("/desk", 302)]
    assert "200万元（人民币）" in text_of(page)


def test_an_example_is_refused_before_consent(stranger):
    assert stranger.post("/draft/example", {"example": "1"}).status_code == 403
    assert Case.objects.count() == 0


def test_the_empty_desk_offers_the_examples_and_a_spoken_one_does_not(visitor, statement):
    assert text_of(visitor.get("/desk")).count("昆山试办软件有限公司") == 1
    visitor.post("/draft/words", {"words": "我要开公司"})
    assert "昆山试办软件有限公司" not in text_of(visitor.get("/desk"))


@pytest.mark.parametrize("each", EXAMPLES, ids=lambda each: str(each.title))
def test_every_example_fills_a_form_without_a_question_of_two_readings(each, now):
    taken = receive(Transcript.of(each.words), on=now.date())
    assert taken.form.asks == ()
    assert len(taken.form.answers) >= 6


def test_no_example_bears_a_name_that_could_not_be_registered(now):
    named = [receive(Transcript.of(each.words), on=now.date()).form.value("name") for each in EXAMPLES]
    found = [judge(split(each), (), now.date()).verdict for each in named if each]
    assert len(found) == 2
    assert set(found) == {Verdict.FREE}


def test_the_tour_is_offered_until_it_was_seen_and_stays_at_hand(visitor):
    assert 'id="tour" aria-labelledby="tour-title" data-first' in visitor.get("/desk").content.decode()
    assert "半分钟" in text_of(visitor.get("/tour"))
    page = visitor.get("/desk").content.decode()
    assert 'id="tour"' in page
    assert "data-first" not in page


def test_what_can_be_filled_in_comes_first_with_its_time_limit(stranger):
    text = text_of(stranger.get("/"))
    places = [text.index(each.summary) for each in sorted(in_order(), key=lambda each: not each.fillable)]
    assert places == sorted(places)
    assert all(each.time_limit in text for each in matters() if each.fillable)


def test_the_start_page_says_what_is_kept_who_sees_it_and_how_it_is_deleted(stranger):
    text = text_of(stranger.get("/"))
    assert re.search(r"最后一次改动后\s*30\s*天", text)
    assert all(each in text for each in ("存什么", "存多久", "谁能看", "怎么删"))


def test_the_privacy_page_names_every_cookie_that_is_set(visitor):
    visitor.post("/comfort", {"elder": "on", "theme": "dark", "language": "zh-hans"})
    visitor.get("/tour")
    page = visitor.get("/privacy").content.decode()
    assert [name for name in visitor.cookies if f"<code>{name}</code>" not in page] == []


def test_the_privacy_page_names_whom_to_ask(stranger, settings):
    assert "请找办事窗口的工作人员" in text_of(stranger.get("/privacy"))
    settings.CONTACT = "测试窗口 0512-00000000"
    assert "请联系：测试窗口 0512-00000000" in text_of(stranger.get("/privacy"))


def test_taking_the_consent_back_deletes_every_draft_of_this_browser(visitor, statement):
    visitor.post("/draft/words", {"words": statement})
    visitor.post("/draft/example", {"example": "1"})
    page = visitor.post("/privacy/withdraw", follow=True)
    assert "已经全部删去" in text_of(page)
    assert Case.objects.count() == 0
    assert visitor.get("/desk").status_code == 302


def test_taking_the_consent_back_leaves_the_drafts_of_others(visitor, statement):
    Client().post("/consent", {"example": "1"})
    visitor.post("/draft/words", {"words": statement})
    visitor.post("/privacy/withdraw")
    assert words_of(Case.objects.get()).statement == EXAMPLES[0].words


def test_a_draft_that_came_by_a_code_stays_in_its_home(visitor, statement):
    visitor.post("/draft/words", {"words": statement})
    session = visitor.session
    session[FETCHED] = session[DRAFTS]
    session.save()
    visitor.post("/privacy/withdraw")
    assert Case.objects.count() == 1
    assert visitor.get("/desk").status_code == 302


def test_nobody_is_told_that_all_is_deleted_while_something_is_kept(visitor):
    assert "已经全部删去" not in text_of(visitor.get("/privacy?withdrawn=1"))


def test_what_is_only_understood_is_told_where_there_is_such_a_matter(card_only, stranger):
    assert "会告诉您去哪里办" in stranger.get("/").content.decode()
    assert card_only == "deregistration"


def test_no_list_stands_empty_where_every_matter_is_filled(stranger):
    assert "会告诉您去哪里办" not in stranger.get("/").content.decode()
