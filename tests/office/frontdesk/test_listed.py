"""The rows of a clerks' list: the same HTML as the templates would make, every value escaped, numbers of people masked."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.template.loader import render_to_string
from django.test.html import parse_html

from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk.case_words import Clock
from gaoxing.office.frontdesk.queue_rows import Row
from gaoxing.office.frontdesk.templatetags.listed import listed

FILED = datetime(2026, 11, 24, 16, 30, tzinfo=UTC)
HOSTILE = """<script>"&'</script>"""


@pytest.fixture
def row():
    return Row(Case(number="320583-2026-000123", filed=FILED), "昆山市玉山镇测试面馆", "个体工商户设立登记", "已受理", "王某", "green", "来得及")


def test_a_row_leads_to_its_case_and_says_when_it_was_submitted_here(row):
    assert str(listed([row])).strip() == (
        '<tr><th scope="row"><a href="/staff/cases/320583-2026-000123">320583-2026-000123</a></th>'
        '<td><span lang="zh-Hans">昆山市玉山镇测试面馆</span><br><span class="hint">个体工商户设立登记</span></td><td>已受理</td><td>王某</td>'
        '<td><time datetime="2026-11-25T00:30:00+08:00">2026-11-25 00:30</time><br><span class="clock green"><strong>来得及</strong></span></td></tr>'
    )


@pytest.mark.parametrize("column", ["title", "matter", "state", "handler", "light", "word"])
def test_whatever_a_row_says_is_escaped(row, column):
    page = str(listed([replace(row, **{column: HOSTILE})]))
    assert "<script>" not in page
    assert "&lt;script&gt;&quot;&amp;&#x27;&lt;/script&gt;" in page


def test_a_number_is_escaped_in_its_address_and_as_it_stands(row):
    page = str(listed([replace(row, case=Case(number='1"><b>', filed=FILED))]))
    assert page.count("1&quot;&gt;&lt;b&gt;") == 2
    assert "<b>" not in page


def test_numbers_of_people_in_a_title_are_masked(row):
    assert "138****1234" in str(listed([replace(row, title="联系13800001234")]))


def test_a_row_that_nobody_has_in_hand_says_so(row):
    assert "<td>还没有人办</td>" in str(listed([replace(row, handler="")]))


def test_a_row_without_a_time_shows_its_light_alone(row):
    page = str(listed([replace(row, case=Case(number="n", filed=None))]))
    assert "<time" not in page
    assert '<td><span class="clock green">' in page


@pytest.mark.parametrize("note", ["", "还没有2028年的放假安排"])
@pytest.mark.parametrize("sentence", ["第2个工作日，共3个", HOSTILE])
def test_a_clock_is_the_same_as_on_the_page_of_a_case(row, sentence, note):
    clock = Clock("yellow", "快到期", sentence, note)
    told = render_to_string("filing/clock.html", {"clock": clock}).strip()
    assert parse_html(f"<td>{told}</td>") in parse_html(f"<table>{listed([replace(row, clock=clock)])}</table>")


def test_rows_stand_in_their_order(row):
    page = str(listed(replace(row, case=Case(number=each, filed=FILED)) for each in ("n2", "n1")))
    assert page.index("n2") < page.index("n1")


def test_a_list_without_rows_is_empty():
    assert listed([]) == ""
