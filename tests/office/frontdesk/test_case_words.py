"""A case in plain words, in both languages; one that does not open or has no name says so."""

import pytest
from django.utils import translation

from gaoxing.casework.clock import Light
from gaoxing.casework.tables import shipped, table
from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk import case_words
from gaoxing.office.language import said
from tests.office.cases.conftest import NAME
from tests.office.frontdesk.casting import *  # noqa: F403

pytestmark = pytest.mark.django_db


def test_every_state_of_a_case_has_its_place_among_the_models():
    cases = [found for found in shipped().values() if found.id == "joint_licence" or "registration" in found.matters[0]]
    states = {state: each.term for found in cases for state, each in found.states.items()}
    assert dict(Case.State.choices) == states


@pytest.mark.parametrize(
    ("matter", "known"), [("company_registration", True), ("registration_change", True), ("joint_licence", True), ("project_filing", False), ("", False)]
)
def test_a_matter_can_be_submitted_where_a_table_leads_it(matter, known):
    assert case_words.submittable(matter) is known


def test_a_term_is_said_in_the_language_of_the_page():
    state = table("registration").states["accepted"]
    assert (said(state), case_words.plainly(state)) == ("已受理", "已经受理，等待审查。")
    with translation.override("en"):
        assert (said(state), case_words.plainly(state)) == ("Accepted", "Accepted; waiting to be examined.")


def test_a_clock_has_a_light_a_word_and_a_sentence(sent_case, now):
    clock = case_words.clock_of(sent_case(), now=now)
    assert (clock.light, clock.word) == ("green", "来得及")
    assert "从下一个工作日起算，共3个" in clock.sentence


def test_a_draft_has_no_clock(draft_of, now):
    assert case_words.clock_of(draft_of(), now=now) is None


@pytest.mark.parametrize("light", list(Light))
def test_every_light_has_a_word_beside_its_colour(light):
    assert case_words.light_word(light)


def test_a_case_is_called_by_its_enterprise(sent_case):
    assert case_words.title(sent_case()) == NAME


def test_a_case_that_does_not_open_says_so(sent_case):
    case = sent_case()
    case.form = b"\x00" * 40
    assert case_words.title(case) == "（这份打不开）"


def test_a_form_without_a_name_says_so():
    assert case_words.title_of(None) == "（还没有名称）"


def test_a_role_that_the_table_does_not_know_stands_as_it_is():
    assert case_words.role_word("deregistration", "examiner") == "审核人员"
    assert case_words.role_word("deregistration", "nobody") == "nobody"
