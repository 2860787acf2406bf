"""A run is played step by step, each whole or not at all: stopped anywhere and gone on with, it comes to the same report."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.simulation import playing
from gaoxing.office.simulation.conducting import Wanted, begun, conduct
from gaoxing.office.simulation.models import Hands, Run, Step
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.players import registrations
from gaoxing.office.simulation.report import lines
from gaoxing.office.simulation.world import World
from tests.office.simulation.conftest import WANTED, forget, quiet, taken_back, told

pytestmark = pytest.mark.django_db
AT = datetime(2024, 3, 5, 2, tzinfo=UTC)


class Stopped(Exception):
    """Stands for a kill."""


@pytest.fixture(scope="module")
def whole(office):
    """The report of a run that nothing stopped; the database is as empty as before."""
    with taken_back():
        found = conduct(WANTED, quiet)
    forget()
    return found


@pytest.fixture
def falling(monkeypatch):
    """Lets the run fall in the middle of these steps."""

    def put(*places):
        handled, numbers = playing._handled, iter(range(100_000))

        def fall(step, world, handler):
            found = handled(step, world, handler)
            if next(numbers) in places:
                raise Stopped
            return found

        monkeypatch.setattr(playing, "_handled", fall)

    return put


@pytest.fixture
def small(alone):
    """A run in which nothing is planned yet."""
    return Run.objects.create(seed=1, scale=Decimal(1), begins=WANTED.begins, months=1)


def planned(key, kind="talk", **told):
    return Planned(AT, key, kind, told)


def test_a_run_that_fell_at_several_steps_comes_to_the_same_report(whole, alone, falling):
    falling(2, 20, 37)
    for wanted in (WANTED, None, WANTED):
        with pytest.raises(Stopped):
            conduct(wanted, quiet)
    assert told(conduct(None, quiet)) == told(whole)


def test_another_seed_plays_another_year(small):
    other = Run.objects.create(seed=2, scale=small.scale, begins=small.begins, months=small.months)
    first, second = ([registrations.meant(World(run), {"n": n, "what": "shop"}).values["name"] for n in range(5)] for run in (small, other))
    assert not set(first) & set(second)


def test_the_year_has_statements_cases_and_no_broken_invariant(whole):
    assert whole["reading"]["陈述"] >= 2
    assert whole["cases"]
    assert not [name for name, each in whole["invariants"].items() if each["broken"]]


def test_the_report_reads_as_text(whole):
    text = "\n".join(lines(whole))
    assert "种子 11" in text
    assert "审计链完整：看了" in text


def test_a_step_that_falls_leaves_nothing_behind(small):
    playing.begin(small, [lambda _world: [planned("one")]])

    def fall(step, world):
        Hands.objects.create(run=small, worker="x", free=AT)
        raise Stopped

    with pytest.raises(Stopped):
        playing.play(small, {"talk": fall})
    assert not Step.objects.get().done
    assert not Hands.objects.exists()


def test_what_the_office_refuses_is_kept_and_the_run_goes_on(small):
    playing.begin(small, [lambda _world: [planned("one"), planned("two")]])

    def refuse(step, world):
        world.hands("clerk", step.at, 60)
        raise NotAllowed("现在不能办")

    playing.play(small, {"talk": refuse})
    assert set(Step.objects.values_list("done", "refused")) == {(True, "现在不能办")}
    assert not Hands.objects.exists()


def test_what_would_come_after_the_span_is_not_planned(small):
    late = Planned(datetime(2024, 4, 1, 2, tzinfo=UTC), "late", "talk")
    playing.begin(small, [lambda _world: [planned("one"), late]])
    assert Step.objects.get().key == "one"


def test_what_follows_is_played_in_the_order_of_time(small):
    playing.begin(small, [lambda _world: [planned("b"), planned("a")]])
    heard = []
    playing.play(small, {"talk": lambda step, _world: heard.append(step.key) or ()})
    assert heard == ["a", "b"]
    assert (small.played, small.at) == (2, AT)


def test_a_database_with_anybody_in_it_is_refused_with_what_to_do(alone):
    Person.objects.create(account="wang.wei", kind=Person.Kind.STAFF)
    with pytest.raises(NotAllowed, match=r"真实的账号.*空的数据目录"):
        begun(WANTED)
    assert not Run.objects.exists()


def test_another_run_in_the_same_place_is_refused_and_names_the_one_that_is_there(small):
    with pytest.raises(NotAllowed, match=r"种子 1、.*--resume"):
        begun(WANTED)


def test_nothing_to_go_on_with_is_told(alone):
    with pytest.raises(NotAllowed, match="没有停下的模拟"):
        begun(None)


@pytest.mark.parametrize(("scale", "months", "day", "why"), [("0", 1, 1, "scale"), ("21", 1, 1, "scale"), ("1", 13, 1, "months"), ("1", 1, 2, "第一天")])
def test_a_span_or_scale_that_cannot_be_is_refused(alone, scale, months, day, why):
    with pytest.raises(NotAllowed, match=why):
        begun(Wanted(1, Decimal(scale), WANTED.begins.replace(day=day), months))


def test_the_world_draws_the_same_for_the_same_key(small):
    world = World(small)
    assert world.chance("a", 1).random() == World(small).chance("a", 1).random() != world.chance("a", 2).random()


def test_what_was_planned_already_stays_as_it_was_and_the_rest_is_planned(small):
    later = Planned(datetime(2024, 3, 9, tzinfo=UTC), "b", "talk")
    seen = []

    def talk(step, world):
        seen.append((step.key, step.at))
        return (later, Planned(datetime(2024, 3, 20, tzinfo=UTC), f"{step.key}c", "talk")) if step.key in ("a1", "a2") else ()

    playing.begin(small, [lambda world: (planned("a1"), planned("a2"))])
    playing.play(small, {"talk": talk})
    assert [key for key, _at in seen] == ["a1", "a2", "b", "a1c", "a2c"]
    assert small.steps.filter(done=True).count() == 5
