"""A step that the office refused: kept as such, and whoever goes on all the same goes on."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from gaoxing.office.refusal import NotAllowed
from gaoxing.office.simulation.models import Run
from gaoxing.office.simulation.planned import Planned, Refused
from gaoxing.office.simulation.playing import begin, play
from tests.office.simulation.cast import moment

AT = moment("2024-03-04T10:00")


@pytest.fixture
def run(db):
    return Run.objects.create(seed=7, scale=Decimal("0.01"), begins=date(2024, 3, 1), months=1)


@pytest.fixture
def refusing(run):
    """Plays a step that is refused with what comes next."""

    def played(refusal):
        def refuse(_step, _world):
            raise refusal

        begin(run, [lambda _world: [Planned(AT, "first", "refuse")]])
        play(run, {"refuse": refuse, "rest": lambda _step, _world: ()})
        return list(run.steps.order_by("at").values_list("key", "done", "refused"))

    return played


def test_whoever_goes_on_after_a_refusal_goes_on(refusing):
    following = [Planned(AT + timedelta(days=1), "second", "rest")]
    assert refusing(Refused("不行", following)) == [("first", True, "不行"), ("second", True, "")]


def test_what_would_follow_after_the_span_does_not(refusing):
    assert refusing(Refused("不行", [Planned(AT + timedelta(days=90), "second", "rest")])) == [("first", True, "不行")]


def test_a_plain_refusal_ends_the_matter(refusing):
    assert refusing(NotAllowed("不行")) == [("first", True, "不行")]
