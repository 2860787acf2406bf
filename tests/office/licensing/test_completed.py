"""The end of a joint case: a state like every other, with its word wherever a state is shown, and archived when its time comes."""

from datetime import timedelta

import pytest

from gaoxing.casework.tables import shipped
from gaoxing.office.cases import archiving
from gaoxing.office.cases.models import Case
from tests.office.licensing.conftest import states, why
from tests.office.people.conftest import signed_in  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture
def completed(registered, act):
    """A case all of whose other licences were refused: it is at its end."""
    case = registered()
    for each in set(states(case)) - {"business_licence"}:
        act(case, each, "refuse", reasons=why("conditions_unmet"))
    return Case.objects.get(pk=case.pk)


@pytest.mark.parametrize("name", ["joint_licence", "registration"])
def test_every_state_of_a_case_s_table_is_a_state_of_the_case(name):
    known = {each.value: each.label for each in Case.State}
    assert {state: row.term for state, row in shipped()[name].states.items() if known.get(state) != row.term} == {}


def test_the_row_shows_the_word_and_not_the_code(completed):
    assert (completed.state, completed.get_state_display()) == ("completed", "已办结")


@pytest.mark.parametrize(
    ("who", "where"), [("applicant", "/cases"), ("applicant", "/cases/{}"), ("window_clerk", "/staff/cases/{}"), ("window_clerk", "/staff/joint/{}")]
)
def test_every_page_that_shows_the_case_says_that_it_is_done(completed, cast, signed_in, who, where):  # noqa: F811
    page = signed_in(cast[who]).get(where.format(completed.number)).content.decode()
    assert "已办结" in page
    assert ">completed<" not in page


def test_a_completed_case_is_archived_by_itself_and_stays_whole(completed, now):
    later = now + timedelta(days=400)
    assert archiving.archive_due(now=later) == 1
    assert Case.objects.get(pk=completed.pk).state == "archived"
    assert [each.whole for each in archiving.look(number=completed.number)] == [True]


def test_the_decision_is_the_last_entry_of_its_story(completed):
    assert completed.events.order_by("number").last().act == "complete"
    assert completed.due is None
    assert completed.events.filter(act="complete").count() == 1
