"""A case's applicant is asked for a rating when it ended, and gives it with one tap on its page."""

import pytest

from gaoxing.office.cases.models import Case
from gaoxing.office.people import accounts
from gaoxing.office.people.delegating import Span, empower
from gaoxing.office.ratings.models import Rating
from tests.office.frontdesk.casting import *  # noqa: F403
from tests.office.frontdesk.casting import press, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def number(mine, drafted):
    return submit(mine)


@pytest.fixture
def ended(number, clerk):
    press(clerk, number, "not_accept", kind=["not_our_office"], about=[""], words=["由别的机关登记"])
    return number


def test_a_case_in_hand_asks_for_nothing(mine, number):
    assert "这次办得怎么样" not in mine.get(f"/cases/{number}").content.decode()
    assert not Rating.objects.exists()


def test_a_case_that_was_not_accepted_is_rated_with_one_tap(mine, ended):
    rating = Rating.objects.get()
    assert "这次办得怎么样" in mine.get(f"/cases/{ended}").content.decode()
    mine.post(f"/ratings/{rating.pk}", {"level": "satisfied"})
    assert "您评的是“满意”" in mine.get(f"/cases/{ended}").content.decode()


def test_the_rating_names_who_handled_the_case(ended):
    rating, case = Rating.objects.get(), Case.objects.get()
    assert (rating.reference, rating.clerk, rating.unit, rating.person) == (ended, case.handler, case.unit, case.owner)


def test_an_agent_is_not_asked_in_the_principals_place(ended, owner, signed_in, now, on):
    agent = accounts.applicant_of("13900008888", language="zh-hans", now=now)
    empower(owner, agent, acts=["see_case"], matters=[], span=Span(on, on.replace(year=2030)), now=now)
    assert "这次办得怎么样" not in signed_in(agent).get(f"/cases/{ended}").content.decode()


def test_a_withdrawn_case_is_not_rated(mine, number, owner, now):
    from gaoxing.office.cases.firing import fire
    from gaoxing.office.firing.pressed import Pressed

    fire(number, Pressed("withdraw"), owner, now=now)
    assert not Rating.objects.exists()
