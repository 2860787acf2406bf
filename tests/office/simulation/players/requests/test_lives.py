"""Lives of requests: drawn by chance and always the same, every turn taken in a year."""

from collections import Counter
from datetime import date
from decimal import Decimal
from random import Random

import pytest

from gaoxing.office.simulation.models import Run
from gaoxing.office.simulation.players.requests import lives
from gaoxing.office.simulation.players.requests.lives import Life
from gaoxing.office.simulation.players.requests.statements import Manner, Trouble
from gaoxing.office.simulation.world import World
from tests.office.simulation.players.requests.conftest import name_of

_DRAWN = []
TROUBLE = Trouble("车间老是跳闸", "utilities", "utilities", grade="complex")


@pytest.fixture
def year(db):
    """A whole year at scale 1, nothing of it played."""
    return World(Run.objects.create(seed=7, scale=Decimal(1), begins=date(2024, 1, 1), months=12))


@pytest.fixture
def drawn(year):
    """Every life of it, drawn once for all tests."""
    if not _DRAWN:
        _DRAWN.extend(lives.life(year, name) for name in lives.names(year))
    return _DRAWN


def of(*turns):
    return Life("00001", lives.ENTERPRISE, (TROUBLE,), False, "周敏", "13906000001", Manner(), frozenset(turns))


class Never(Random):
    """A chance that nothing is left to."""

    def random(self):
        return 0.9999


def test_a_year_has_more_than_fifteen_hundred_requests(year):
    assert len(list(lives.names(year))) == lives.YEAR > 1_500


def test_a_life_is_always_the_same(year):
    assert lives.life(year, "00007") == lives.life(year, "00007")


def test_another_seed_draws_other_lives(year):
    other = World(Run(seed=8, scale=Decimal(1), begins=date(2024, 1, 1), months=12, pk=year.run.pk))
    assert [lives.life(other, name) for name in ("00001", "00002", "00003")] != [lives.life(year, name) for name in ("00001", "00002", "00003")]


def test_every_turn_is_taken_several_times_a_year(drawn):
    found = Counter("|".join(turn.split("|")) for life in drawn for turn in lives.TURNS if life.turns == frozenset(turn.split("|")))
    assert set(found) == set(lives.TURNS)
    assert min(found.values()) >= 3


def test_requests_come_from_everywhere(drawn):
    found = Counter(each.source for each in drawn)
    assert set(found) == {lives.ENTERPRISE, lives.STEWARD, lives.VISIT, lives.WINDOW, lives.HOTLINE}
    assert found[lives.ENTERPRISE] > len(drawn) / 2


def test_all_classes_are_asked_for(drawn):
    found = Counter(each.category for life in drawn for each in life.troubles)
    assert {"policy", "construction", "finance", "labour", "utilities", "market", "amenities", "other"} <= set(found)


def test_most_ask_for_one_thing(drawn):
    found = Counter(len(each.troubles) for each in drawn)
    assert found[1] > len(drawn) / 2
    assert max(found) == 4


def test_nobody_asks_for_the_same_twice_in_one_breath(drawn):
    assert all(len({each.say for each in life.troubles}) == len(life.troubles) for life in drawn)


def test_every_number_is_somebody_else_s(drawn):
    assert len({each.mobile for each in drawn}) == len(drawn)


def test_who_is_in_haste_says_so_or_nothing(drawn):
    assert all(each.manner.urgent in (True, None) for each in drawn if each.urgent)


def test_some_belong_elsewhere_and_they_take_no_turn(drawn):
    strays = [each for each in drawn if each.stray]
    assert 0.02 < len(strays) / len(drawn) < 0.05
    assert not [each for each in strays if each.turns]


def test_a_life_takes_the_turn_it_was_sent_to_take():
    assert of("reject").takes("reject", 0, Never())


def test_a_life_takes_another_turn_by_chance_alone():
    assert not of().takes("reject", 0.5, Never())
    assert of().takes("reject", 1, Random(1))


@pytest.mark.parametrize("turn", ["withdraw:received", "end:in_hand", "merge:received", "twice"])
def test_a_life_that_has_a_turn_to_take_does_not_end_early_by_chance(turn):
    assert not of("reject").takes(turn, 1, Random(1))


def test_a_life_that_was_sent_to_end_early_does():
    assert of("withdraw:received").takes("withdraw:received", 0, Never())


def test_the_name_of_a_turn_leads_to_a_life_that_takes_it(year):
    assert all(lives.life(year, name_of(turn)).turns == frozenset(turn.split("|")) for turn in lives.TURNS)


def test_what_is_sent_to_take_a_turn_is_the_enterprise_s_own(year):
    assert {lives.life(year, name_of(turn)).source for turn in lives.TURNS} == {lives.ENTERPRISE}


def test_a_hard_trouble_is_graded_so():
    assert lives.graded(TROUBLE, "utilities") == "complex"


def test_a_trouble_as_hard_as_its_category_says_is_not_graded():
    assert lives.graded(Trouble("什么", "policy", grade="simple"), "policy") == ""
    assert lives.graded(Trouble("什么", "policy"), "policy") == ""


def test_a_share_of_nothing_is_never_drawn():
    assert {lives.drawn((("a", 1), ("b", 0)), Random(seed)) for seed in range(30)} == {"a"}
