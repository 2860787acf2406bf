"""The way in: the start page, consent before anything is stored, the privacy page, examples, the tour."""

import html
import re

import pytest

from gaoxing.catalogue import matters
from gaoxing.intake import receive
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.queries import words_of
from gaoxing.office.frontdesk.examples import EXAMPLES
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
    assert words_of(Case.objects.get()).statement == statement


@pytest.mark.parametrize("each", EXAMPLES, ids=lambda each: str(each.title))
def test_every_example_fills_a_form_without_a_question_of_two_readings(each, now):
    taken = receive(Transcript.of(each.words), on=now.date())
    assert taken.form.asks == ()
    assert len(taken.form.answers) >= 6


def test_the_tour_is_a_page_and_is_offered_until_it_was_seen(visitor):
    assert 'id="tour"' in visitor.get("/desk").content.decode()
    assert "半分钟" in text_of(visitor.get("/tour"))
    assert 'id="tour"' not in visitor.get("/desk").content.decode()
