"""The form read aloud on the check page: lines there without a script, private numbers by their ends unless asked. Persons are made up."""

import html
import re

import pytest

from gaoxing.intake import Taken
from gaoxing.office.frontdesk.aloud import aloud

pytestmark = pytest.mark.django_db
SAID = "我想开公司，注册资本一百万，法人丁大宝，身份证320583199001010010。"


def text_of(response):
    return html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_without_a_form_nothing_is_read():
    assert aloud(Taken(None, None)).parts == ()


def test_the_check_page_holds_the_lines_and_no_whole_number(typing, visitor):
    typing(words=SAID)
    page = text_of(visitor.get("/draft/check"))
    assert "注册资本：一百万元。" in page
    assert "丁大宝，大小的大，宝贝的宝" in page
    assert "三二零五开头，尾号零零幺零" in page
    assert "幺九九零零幺零幺" not in page


def test_numbers_are_read_whole_where_it_is_asked_for(typing, visitor):
    typing(words=SAID)
    response = visitor.get("/draft/check?aloud=whole")
    assert "三二零五八三，幺九九零零幺零幺，零零幺零" in text_of(response)
    assert '<details class="aloud" id="aloud" open>' in response.content.decode()
    assert "open" not in re.search(r'<details class="aloud"[^>]*>', visitor.get("/draft/check?aloud=<script>").content.decode())[0]


def test_the_button_is_hidden_until_a_script_finds_a_voice(typing, visitor):
    typing(words=SAID)
    page = visitor.get("/draft/check").content.decode()
    assert re.search(r'<p class="row" id="aloud-ways" hidden>', page)
    assert "gaoxing/aloud" in page


def test_an_english_page_reads_english(typing, visitor):
    typing(words=SAID)
    visitor.cookies["language"] = "en"
    page = text_of(visitor.get("/draft/check"))
    assert "Registered capital: 1,000,000 yuan." in page
    assert "Number 1: 丁大宝." in page
