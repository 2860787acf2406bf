"""What the microphone heard, posted with the words: the facts choose the way to write it that makes sense, and say so; a hand has the last word."""

import json
import re

import pytest

from gaoxing.office.cases import queries, reading
from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk.forms import SpokenField

pytestmark = pytest.mark.django_db

OPENING = "我要注册公司，我叫周一一"
WRONG, RIGHT = "身份证三四零零零零一九九零零一零一零零一五", "身份证三四零零零零一九九零零一零一零零一六"
HEARD = json.dumps([[WRONG, [RIGHT]]])
PAGE = "a-page-of-its-own"


@pytest.fixture
def speak(typing):
    """Posts as the page does while one speaks; gives the page's parts."""

    def post(words, heard=HEARD, step=1, **more):
        return typing(words=words, heard=heard, page=PAGE, step=step, **more).content.decode()

    return post


def entries():
    return queries.words_of(Case.objects.get()).entries


def statement():
    return entries()[0].said


def unread(typing, number=0, text=RIGHT):
    return typing(f"/draft/turns/{number}/heard", text=text).content.decode()


def test_a_check_digit_chooses_between_what_was_heard_and_the_page_says_so(speak):
    page = speak(f"{OPENING}，{WRONG}。")
    assert statement() == f"{OPENING}，{RIGHT}。"
    assert '<del lang="zh-Hans">一零零一五</del> → <ins lang="zh-Hans">一零零一六</ins>' in page
    assert re.search(r'<mark[^>]* class="\s?rewritten"[^>]*>六</mark>', page)


def test_the_chosen_spellings_stand_right_below_the_words(visitor, speak):
    speak(f"{OPENING}，{WRONG}。")
    page = visitor.get("/desk").content.decode()
    places = [page.index(f'id="{each}"') for each in ("words", "rewrites", "rewrites-title", "undoing", "question", "heard")]
    assert places == sorted(places)


def test_a_page_without_chosen_spellings_has_an_empty_place_for_them(visitor, speak):
    part = '<section id="rewrites" class="rewrites" hx-swap-oob="true"></section>'
    assert part in speak(f"{OPENING}。", heard="")
    assert part.replace(' hx-swap-oob="true"', "") in visitor.get("/desk").content.decode()


def test_taking_a_spelling_back_empties_its_place_on_the_page(speak, typing):
    assert '<section id="rewrites" class="rewrites" aria-labelledby="rewrites-title" hx-swap-oob="true">' in speak(f"{OPENING}，{WRONG}。")
    assert '<section id="rewrites" class="rewrites" hx-swap-oob="true"></section>' in unread(typing)


def test_without_other_ways_the_words_stay_as_they_were_written(speak):
    page = speak(f"{OPENING}，{WRONG}。", heard="")
    assert statement() == f"{OPENING}，{WRONG}。"
    assert "rewrites-title" not in page


def test_a_sentence_that_was_edited_is_not_weighed(speak):
    speak(f"{OPENING}，{WRONG}六。")
    assert statement() == f"{OPENING}，{WRONG}六。"
    assert entries()[0].spoken == ()


def test_what_was_chosen_is_taken_back_and_never_chosen_again(speak, typing):
    speak(f"{OPENING}，{WRONG}。")
    assert "rewrites-title" not in unread(typing)
    assert statement() == f"{OPENING}，{WRONG}。"
    speak(f"{OPENING}，{WRONG}。法人是我。", step=2)
    assert statement() == f"{OPENING}，{WRONG}。法人是我。"


def test_a_page_that_did_not_see_the_choice_yet_brings_it_about_once_more(speak):
    speak(f"{OPENING}，{WRONG}")
    speak(f"{OPENING}，{WRONG}，法人是我", step=2)
    assert statement() == f"{OPENING}，{RIGHT}，法人是我"


def test_the_same_words_with_other_ways_that_came_later_are_weighed(speak):
    speak(f"{OPENING}，{WRONG}", heard="")
    speak(f"{OPENING}，{WRONG}", step=2)
    assert statement() == f"{OPENING}，{RIGHT}"


def test_a_spoken_answer_is_weighed_by_what_was_asked(speak):
    speak("我要注册一家公司", heard="")
    page = speak("我要注册一家公司", heard="", step=2, answer="一百晚", asked="registered_capital", heard_answer=json.dumps([["一百晚", ["一百万"]]]))
    assert [(each.said, each.asked) for each in entries()[1:]] == [("一百万", "registered_capital")]
    assert "<del" in page


def test_without_javascript_the_way_back_is_a_form(visitor, speak):
    speak(f"{OPENING}，{WRONG}。")
    response = visitor.post("/draft/turns/0/heard", {"text": RIGHT})
    assert (response.status_code, statement()) == (302, f"{OPENING}，{WRONG}。")


@pytest.mark.parametrize("heard", ["{", "7", "null", '"a"', "[[]]", '[["甲", "乙"]]', '[["甲", [7, "", "甲"]], [7, ["乙"]]]', "[" * 5000, '[["", ["乙"]]]'])
def test_what_is_no_list_of_ways_is_passed_over_and_the_words_are_kept(speak, heard):
    speak(f"{OPENING}。", heard=heard)
    assert statement() == f"{OPENING}。"
    assert all(not each.others for each in SpokenField(required=False).clean(heard))


def test_the_ways_are_weighed_only_when_something_new_was_heard(speak, monkeypatch):
    speak(f"{OPENING}，{WRONG}。", heard=json.dumps([[WRONG, ["身份证忘了"]]]))
    calls = []
    monkeypatch.setattr(reading, "receive", lambda *given, **more: calls.append(given[0]) or original(*given, **more))
    speak(f"{OPENING}，{WRONG}。法", heard=json.dumps([[WRONG, ["身份证忘了"]]]), step=2)
    assert [[turn.alternatives for turn in each.turns] for each in calls] == [[()]]


original = reading.receive
