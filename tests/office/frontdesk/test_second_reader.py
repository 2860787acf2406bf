"""The language model at the desk: asked only when pressed for, named beforehand, its values marked, its failing harmless."""

import re
import threading

import pytest

from gaoxing.engines.language_model import setting
from gaoxing.office.cases.models import Case, Step
from gaoxing.office.cases.queries import form_of, words_of
from gaoxing.office.frontdesk import second_reader
from tests.engines.language_model.endpoint_here import KEY, fails, hangs, raw, running, says

SAID = "我想注册公司，我叫丁大宝，身份证320583199003072147。兜里一共就八十万块钱摆进去"
CAPITAL = {"path": "registered_capital", "value": {"amount": "800000", "currency": "CNY"}, "words": "八十万块钱"}
MARK = "语言模型填，请确认"


@pytest.fixture
def endpoint(settings):
    """An endpoint that the operator turned on, ready to propose the capital."""
    with running() as up:
        settings.LANGUAGE_MODEL = {setting.URL: up.url, setting.MODEL: "qwen-test", setting.KEY: KEY, setting.SECONDS: "3"}
        up.behave = says({"values": [CAPITAL]})
        yield up


@pytest.fixture
def desk(endpoint, visitor):
    """A visitor's desk with a statement on it."""
    visitor.post("/draft/words", {"words": SAID})
    return visitor


def page(browser, address="/desk"):
    return browser.get(address).content.decode()


def test_nothing_leaves_while_one_types_and_reads(desk, endpoint):
    page(desk)
    page(desk, "/draft/check")
    desk.post("/draft/words", {"words": SAID + "，监事不设"})
    assert endpoint.asked == []


def test_the_desk_says_who_would_read_and_what_is_hidden(desk):
    shown = page(desk)
    assert "qwen-test（本机）" in shown
    assert "代号" in shown
    assert "可以不请" in shown


def test_pressed_it_reads_once_and_its_value_stands_marked_with_its_words(desk, endpoint):
    shown = desk.post("/draft/model", follow=True).content.decode()
    assert len(endpoint.asked) == 1
    assert MARK in shown
    assert "语言模型填了 1 项" in shown
    assert "80万元" in shown
    form = form_of(Case.objects.get())
    assert [each.words for each in form.answers["registered_capital"].evidence] == ["八十万块钱"]


def test_the_check_page_and_the_history_name_the_model_too(desk):
    desk.post("/draft/model")
    assert MARK in page(desk, "/draft/check")
    assert "请语言模型再读" in page(desk, "/draft/history")


def test_numbers_of_people_do_not_leave(desk, endpoint):
    desk.post("/draft/model")
    assert b"320583199003072147" not in endpoint.asked[0][2]


def test_the_browser_gets_only_the_parts_that_changed(desk):
    partly = desk.post("/draft/model", headers={"hx-request": "true"}).content.decode()
    assert 'id="second-reader"' in partly
    assert MARK in partly
    assert "<html" not in partly


def test_the_question_that_somebody_is_answering_stays(desk):
    shown = desk.post("/draft/model", {"asked": "domicile"}, headers={"hx-request": "true"}).content.decode()
    assert 'id="answer-domicile"' in shown


def test_it_is_a_step_that_can_be_undone_and_taken_out(desk):
    desk.post("/draft/model")
    assert Step.objects.last().act == Step.Act.MODEL
    desk.post("/draft/undo")
    assert MARK not in page(desk)
    desk.post("/draft/redo")
    assert MARK in page(desk)
    desk.post("/draft/model/drop")
    assert MARK not in page(desk)
    assert words_of(Case.objects.get()).proposals == ()


def test_when_the_words_go_the_value_goes(desk):
    desk.post("/draft/model")
    desk.post("/draft/words", {"words": "我想注册公司，我叫丁大宝"})
    assert MARK not in page(desk)


def test_what_is_said_later_stands_above_it(desk):
    desk.post("/draft/model")
    desk.post("/draft/words", {"addition": "注册资本三百万元"})
    assert form_of(Case.objects.get()).value("registered_capital")["amount"] == "3000000"
    assert MARK not in page(desk)


def test_a_hand_stands_above_it(desk):
    desk.post("/draft/model")
    desk.post("/draft/correct", {"path": "registered_capital", "text": "两百万元"})
    assert form_of(Case.objects.get()).value("registered_capital")["amount"] == "2000000"


def test_an_invented_value_changes_nothing_and_that_is_told(desk, endpoint):
    endpoint.behave = says({"values": [{"path": "domicile", "value": "人民路1号", "words": "人民路1号"}]})
    shown = desk.post("/draft/model", headers={"hx-request": "true"}).content.decode()
    assert MARK not in shown
    assert "没有别的能填的" in shown


@pytest.mark.parametrize("behave", [fails(401), fails(500), fails(429), raw(b"x", kind="text/html"), says("不知道"), says("")])
def test_where_it_fails_a_sentence_says_so_and_the_draft_is_as_it_was(desk, endpoint, behave):
    before = form_of(Case.objects.get())
    endpoint.behave = behave
    answer = desk.post("/draft/model", headers={"hx-request": "true"})
    text = answer.content.decode()
    assert answer.status_code == 503
    assert re.search(r'id="second-reader".*role="alert">语言模型这次没有帮上忙。.*可以自己接着填', text, re.DOTALL)
    assert KEY not in text
    assert "重新开始" not in text
    assert form_of(Case.objects.get()) == before


def test_where_it_fails_a_browser_without_javascript_gets_a_page(desk, endpoint):
    endpoint.behave = fails(500)
    answer = desk.post("/draft/model")
    assert answer.status_code == 503
    assert "可以自己接着填" in answer.content.decode()
    assert "重新开始" not in re.sub(r"<header.*?</header>", "", answer.content.decode(), flags=re.DOTALL)


def test_a_slow_model_is_given_up_in_time(desk, endpoint, settings):
    settings.LANGUAGE_MODEL = {**settings.LANGUAGE_MODEL, setting.SECONDS: "1"}
    endpoint.behave = hangs
    assert "没有在规定的时间里" in desk.post("/draft/model").content.decode()


def test_never_more_than_two_are_asked_at_once(desk, endpoint, monkeypatch):
    monkeypatch.setattr(second_reader, "_ROOM", threading.BoundedSemaphore(1))
    second_reader._ROOM.acquire()
    assert "正忙" in desk.post("/draft/model").content.decode()
    assert endpoint.asked == []


def test_the_room_is_free_again_after_a_fault(desk, endpoint):
    endpoint.behave = fails(500)
    for _ in range(second_reader.AT_ONCE + 1):
        desk.post("/draft/model")
    assert len(endpoint.asked) == second_reader.AT_ONCE + 1


def test_a_machine_that_presses_on_and_on_is_slowed(desk, endpoint):
    answers = [desk.post("/draft/model").status_code for _ in range(8)]
    assert answers[-1] == 429
    assert len(endpoint.asked) < 8


def test_nothing_said_is_nothing_to_read(endpoint, visitor):
    assert visitor.post("/draft/model").status_code == 302
    assert endpoint.asked == []


def test_without_consent_nothing_is_sent(endpoint, stranger):
    assert stranger.post("/draft/model").status_code == 403
    assert endpoint.asked == []


def test_get_asks_nobody(desk, endpoint):
    assert desk.get("/draft/model").status_code == 405
    assert endpoint.asked == []


def test_where_it_is_off_the_desk_says_nothing_of_it(visitor):
    visitor.post("/draft/words", {"words": SAID})
    assert "语言模型" not in page(visitor)
    assert visitor.post("/draft/model").status_code == 409


def test_a_wrong_setting_counts_as_off(visitor, settings):
    settings.LANGUAGE_MODEL = {setting.URL: "http://hall.example", setting.MODEL: "m"}
    visitor.post("/draft/words", {"words": SAID})
    assert "语言模型" not in page(visitor)


def test_the_privacy_page_names_the_reader(desk):
    shown = page(desk, "/privacy")
    assert "qwen-test（本机）" in shown
    assert "话不出这台机器" in shown


def test_a_reader_far_away_is_told_to_be_far_away(visitor, settings):
    settings.LANGUAGE_MODEL = {setting.URL: "https://api.deepseek.com", setting.MODEL: "deepseek-chat"}
    assert "它不在这台机器上" in page(visitor, "/privacy")


def test_another_reader_is_to_be_agreed_to_again(visitor, settings):
    visitor.post("/draft/words", {"words": SAID})
    settings.LANGUAGE_MODEL = {setting.URL: "https://api.deepseek.com", setting.MODEL: "deepseek-chat"}
    assert visitor.post("/draft/words", {"words": SAID}).status_code == 403
    visitor.post("/consent")
    assert visitor.get("/desk").status_code == 200


def test_the_key_is_on_no_page(desk):
    desk.post("/draft/model")
    for address in ("/desk", "/privacy", "/draft/check", "/draft/history"):
        assert KEY not in page(desk, address)


def test_the_panel_has_no_inline_style_or_script(desk):
    (panel,) = re.findall(r'<section id="second-reader".*?</section>', page(desk), re.DOTALL)
    assert "style=" not in panel
    assert "<script" not in panel
