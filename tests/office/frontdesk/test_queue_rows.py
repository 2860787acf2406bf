"""The lists' words: a row without its form, the boxes that narrow, the addresses that keep what was chosen."""

from datetime import timedelta

import pytest
from django.utils import translation

from gaoxing.office.cases import queue
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.narrowing import Narrowed
from gaoxing.office.frontdesk import queue_rows
from gaoxing.office.people.models import Unit
from tests.office.cases.conftest import NAME
from tests.office.frontdesk.casting import *  # noqa: F403

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(staff):
    return staff("window_clerk")


@pytest.fixture
def boxes(clerk, now):
    """The boxes of a list by name."""
    return lambda wanted=None, decided=False: {each.name: each for each in queue_rows.choosers(clerk, wanted or Narrowed(), now=now, decided=decided)}


def test_a_row_says_title_matter_state_handler_and_clock(sent_case, clerk, now):
    sent_case()
    Case.objects.update(handler=clerk)
    row = queue_rows.rows(queue.waiting(clerk, now=now).cases, now=now, clocks=True)[0]
    assert (row.title, row.matter, row.state, row.handler, row.light) == (NAME, "个体工商户设立登记", "已提交", "王某", "green")
    assert "共3个" in row.clock.sentence


def test_a_row_of_the_newest_reads_no_clock_and_has_its_light_all_the_same(sent_case, clerk, now):
    sent_case()
    row = queue_rows.rows(queue.newest(clerk, now=now).cases, now=now + timedelta(days=9), clocks=False)[0]
    assert (row.clock, row.light, row.word) == (None, "red", "已超期")


def test_a_row_is_said_in_english(sent_case, clerk, now):
    sent_case()
    with translation.override("en"):
        row = queue_rows.rows(queue.newest(clerk, now=now).cases, now=now, clocks=False)[0]
    assert (row.state, row.word.lower()) == ("Submitted", "in time")


def test_a_case_without_a_title_says_so(sent_case, clerk, now):
    sent_case()
    Case.objects.update(title=b"")
    assert queue_rows.rows(Case.objects.all(), now=now, clocks=False)[0].title == "（还没有名称）"


def test_a_case_whose_title_does_not_open_says_so_and_the_others_stand(sent_case, clerk, now):
    case = sent_case()
    moved = Case(pk=case.pk + 1, title=case.title, matter=case.matter, state=case.state)
    assert [each.title for each in queue_rows.rows([moved, case], now=now, clocks=False)] == ["（这份打不开）", NAME]


def test_the_rows_of_a_page_ask_for_their_handlers_once(sent_case, clerk, now, django_assert_num_queries):
    sent_case()
    Case.objects.update(handler=clerk)
    listed = queue.newest(clerk, now=now).cases
    with django_assert_num_queries(1):
        queue_rows.rows(listed * 5, now=now, clocks=False)


def test_the_queue_offers_open_states_alone_and_all_cases_offer_every_one(boxes):
    assert "已归档" not in dict(boxes()["state"].choices).values()
    assert "已归档" in dict(boxes(decided=True)["state"].choices).values()
    assert "draft" not in dict(boxes(decided=True)["state"].choices)


def test_light_and_turn_are_offered_where_something_is_still_to_be_done(boxes):
    assert {"light", "turn"} <= set(boxes())
    assert not {"light", "turn"} & set(boxes(decided=True))


def test_every_box_begins_with_all(boxes):
    assert {each.choices[0] for each in boxes().values()} == {("", "全部")}


def test_colleagues_are_offered_and_oneself_as_me(boxes, staff):
    other = staff("examiner")
    assert boxes()["handler"].choices == (("", "全部"), ("mine", "我"), ("nobody", "还没有人办"), (str(other.pk), "王某"))


def test_units_are_offered_where_there_are_any_and_no_closed_one(boxes, now):
    assert "unit" not in boxes() or len(boxes()["unit"].choices) == 1
    open_one = Unit.objects.create(code="01", name="登记科")
    Unit.objects.create(code="02", name="撤了的科", closed=now.date())
    assert boxes()["unit"].choices == (("", "全部"), (str(open_one.pk), "登记科"))


def test_what_was_chosen_stands_chosen_and_is_said_in_words(boxes):
    chosen = boxes(Narrowed(state="accepted", light="today"))
    assert (chosen["state"].chosen, chosen["matter"].chosen) == ("accepted", "")
    assert queue_rows.said(chosen.values()) == "状态：已受理；时限：今天到期"


def test_an_address_keeps_what_was_chosen_and_escapes_it():
    assert queue_rows.address(Narrowed()) == ""
    assert queue_rows.address(Narrowed(matter="a&b=c")) == "?matter=a%26b%3Dc"
