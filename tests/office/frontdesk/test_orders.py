"""Commands at the desk: put off, taken back, amended, all right; what each does, and what is replied. Persons and enterprises are made up."""

import html
import re

import pytest

from gaoxing.forms.correction import Correction
from gaoxing.office.cases import queries as cases
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.words import Words
from gaoxing.office.frontdesk.orders import Do, Order, order, reply, ways
from gaoxing.office.frontdesk.reading import taken_from

PARTNERS = "我想开公司，注册资本一百万，股东丁大宝占六成，电话13800138000，苏小云占四成，电话13900139000。"


@pytest.fixture
def told(on):
    def ordered(said, words=None, asked=""):
        words = words or Words().state(PARTNERS)
        return order(said, asked, taken_from(words, on=on), words)

    return ordered


def test_all_right_agrees(told):
    assert told("都对") == Order(Do.AGREE)


@pytest.mark.parametrize(("said", "reply"), [("跳过", ""), ("不知道", "put_off"), ("还没想好呢", "put_off")])
def test_the_open_question_is_put_off(told, said, reply):
    assert told(said, asked="domicile") == Order(Do.SKIP, "domicile", told=reply)


def test_nothing_asked_is_nothing_to_skip(told):
    assert told("跳过") == Order(Do.TELL, told="nothing_asked")


def test_a_filled_blank_said_to_be_unknown_is_left_to_the_readers(told):
    assert told("先空着", asked="registered_capital") is None


def test_the_last_entry_is_taken_back_and_its_blank_asked_again(told):
    words = Words().state(PARTNERS).add("前进东路88号", "domicile")
    assert told("上一条不对", words) == Order(Do.REMOVE, "domicile", number=1, told="taken_back")


def test_what_follows_takes_the_place_of_the_last_entry(told):
    words = Words().state(PARTNERS).add("前进东路88号", "domicile")
    assert told("上一条不对，前进西路99号", words, "employees") == Order(Do.REPLACE, "domicile", "前进西路99号", 1)


def test_a_correction_by_hand_is_taken_back_where_it_came_last(told):
    words = Words().state(PARTNERS).add("五个人", "employees").correct(Correction("domicile", value="前进东路88号", after=1))
    assert told("上一条不对", words) == Order(Do.RESTORE, "domicile", place=("domicile", ""), told="taken_back")
    assert told("上一条不对", words.add("长期", "operating_term")).number == 2


def test_the_free_statement_is_not_taken_back(told):
    assert told("上一条不对") == Order(Do.WHICH, told="nothing_back")


def test_a_blank_named_is_asked_again_or_takes_the_value_at_once(told):
    assert told("改一下注册资本") == Order(Do.ASK, "registered_capital")
    assert told("注册资本改一下，两百万") == Order(Do.ANSWER, "registered_capital", "两百万")
    assert told("丁大宝的电话错了") == Order(Do.ASK, "parties.0.mobile")


def test_which_blank_is_asked_where_none_or_several_are_meant(told):
    assert told("改一下") == Order(Do.WHICH, told="which")
    assert told("改一下电话") == Order(Do.WHICH, subject="电话", told="which")
    assert told("改一下天气") == Order(Do.WHICH, subject="天气", told="unknown_blank")


@pytest.mark.parametrize(("said", "asked"), [("不对", "paper_licence"), ("注册资本改成两百万", ""), ("我们做软件", "business_scope")])
def test_words_for_the_form_are_no_order(told, said, asked):
    assert told(said, asked=asked) is None


def test_a_yes_to_a_single_reading_is_its_answer(told):
    words = Words().state("我想开公司，卖食品，做保健品")
    assert told("对", words, "business_scope.0") is None
    assert told("不是", words, "business_scope.0") is None


@pytest.mark.django_db
def test_a_single_reading_is_taken_or_dropped_by_a_button(typing):
    page = page_of(typing(words="我想开公司，卖食品，做保健品"))
    assert "“做保健品”指的是保健食品（预包装）销售吗？" in page
    assert "请您说是不是" in page
    typing(choice="不是", asked="business_scope.0")
    form = cases.form_of(Case.objects.get())
    assert (form.asks, form.value("business_scope")) == ((), ("食品销售",))
    typing(path="/draft/undo")
    typing(choice="保健食品（预包装）销售", asked="business_scope.0")
    assert cases.form_of(Case.objects.get()).value("business_scope") == ("食品销售", "保健食品（预包装）销售")


def test_without_a_form_only_all_right_is_understood(told):
    assert told("上一条不对", Words().state("今天天气不错")) is None
    assert told("都对", Words().state("今天天气不错")) == Order(Do.AGREE)


def test_the_ways_lead_to_the_blanks_that_may_be_meant(on):
    taken = taken_from(Words().state(PARTNERS), on=on)
    assert [way.label for way in ways("电话", taken)] == ["丁大宝的移动电话", "苏小云的移动电话"]
    assert ways("电话", taken)[0].address == "/desk?ask=parties.0.mobile#question"
    assert "注册资本" in [way.label for way in ways("", taken)]


def test_every_reply_is_a_sentence(on):
    taken = taken_from(Words().state(PARTNERS), on=on)
    told = ("not_yet", "put_off", "nothing_asked", "nothing_back", "taken_back", "which", "unknown_blank")
    assert all(reply(each, taken).endswith(("。", "？")) for each in told)
    assert reply("<script>", taken) == ""


def page_of(response):
    return html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode()))


def kept():
    return cases.words_of(Case.objects.get())


@pytest.mark.django_db
def test_said_at_the_desk_a_command_is_no_entry(typing):
    typing(words=PARTNERS)
    page = page_of(typing(answer="不知道", asked="domicile"))
    assert "没关系，这一项先放着" in page
    assert (kept().skipped, len(kept().entries)) == (("domicile",), 1)


@pytest.mark.django_db
def test_taken_back_the_answer_is_gone_and_asked_again(typing):
    typing(words=PARTNERS)
    typing(answer="前进东路88号", asked="domicile")
    page = page_of(typing(addition="上一条不对"))
    assert "上一条收回了，请再说一次。" in page
    assert cases.form_of(Case.objects.get()).value("domicile") is None
    assert [entry.number for entry in kept().entries] == [0]


@pytest.mark.django_db
def test_a_new_value_behind_the_command_is_taken_at_once(typing):
    typing(words=PARTNERS)
    typing(answer="前进东路88号", asked="domicile")
    typing(addition="上一条不对，昆山市前进西路99号")
    assert cases.form_of(Case.objects.get()).value("domicile") == "昆山市前进西路99号"
    assert "200万元" in page_of(typing(addition="注册资本改一下，两百万"))


@pytest.mark.django_db
def test_a_blank_to_amend_is_asked_about_with_its_value(typing):
    typing(words=PARTNERS)
    assert "现在填的是： 100万元" in page_of(typing(addition="改一下注册资本"))


@pytest.mark.django_db
def test_without_javascript_the_command_leads_to_the_same_page(visitor):
    visitor.post("/draft/words", {"words": PARTNERS})
    response = visitor.post("/draft/words", {"addition": "改一下电话"}, follow=True)
    assert "told=which" in response.redirect_chain[-1][0]
    assert "丁大宝的移动电话" in page_of(response)
    response = visitor.post("/draft/words", {"answer": "跳过", "asked": "domicile"}, follow=True)
    assert "您跳过了" in page_of(response)


@pytest.mark.django_db
@pytest.mark.parametrize("told", ["<script>alert(1)</script>", "which", "nothing_back", "x" * 500])
def test_an_address_written_by_hand_shows_only_the_replies_that_there_are(visitor, told):
    visitor.post("/draft/words", {"words": PARTNERS})
    response = visitor.get("/desk", {"told": told, "about": "<script>alert(1)</script>"})
    assert response.status_code == 200
    assert b"alert(1)" not in response.content
