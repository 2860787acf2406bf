"""The joint window beside an oracle that reckons the same from the bare tables in another way, over answers of every kind."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gaoxing.matters.joint_licence import trades
from gaoxing.matters.joint_licence.bundle.papers import Way, asked_for, papers
from gaoxing.matters.joint_licence.bundle.saving import saving
from gaoxing.matters.joint_licence.determination.determining import determine
from gaoxing.matters.joint_licence.permits.loading import shipped
from gaoxing.matters.joint_licence.planning.choices import Choices
from gaoxing.matters.joint_licence.planning.plan import plan
from gaoxing.matters.joint_licence.planning.schedule import schedule
from tests.matters.joint_licence import by_hand

DAY = date(2026, 11, 25)
EVERY = list(shipped().trades)
NUMBERS = st.sampled_from([0, 1, 30, 30.5, 31, 100, 300, 300.5, 301, 5000])
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        **{each.id: NUMBERS if each.kind == "number" else st.booleans() for each in shipped().questions.values()},
        **{each: st.booleans() for each in shipped().circumstances},
    },
)


@settings(max_examples=150, deadline=None)
@given(trade=st.sampled_from(EVERY), answers=ANSWERS)
def test_the_licences_are_those_found_by_hand(trade: str, answers: dict):
    assert list(trades.licences(trade, answers)) == by_hand.licences(trade, answers)


@settings(max_examples=150, deadline=None)
@given(trade=st.sampled_from(EVERY), answers=ANSWERS)
def test_the_papers_are_those_found_by_hand(trade: str, answers: dict):
    wanted = trades.licences(trade, answers)
    assert list(asked_for(wanted, answers, shipped())) == by_hand.papers(list(wanted), answers)
    assert {each.material.id for each in papers(wanted, answers) if each.way is Way.UPLOAD} == by_hand.to_bring(list(wanted), answers)


@settings(max_examples=150, deadline=None)
@given(trade=st.sampled_from(EVERY), answers=ANSWERS)
def test_every_licence_is_said_to_be_needed_not_needed_or_open_and_rightly(trade: str, answers: dict):
    found = determine(trade, answers)
    needed, refused, opened = ({each.licence.id for each in verdicts} for verdicts in (found.needed, found.not_needed, found.open))
    assert needed == set(by_hand.licences(trade, answers))
    assert not refused & (needed | opened)
    assert set(shipped().trades[trade].licences) <= needed | refused | opened


@settings(max_examples=60, deadline=None)
@given(trade=st.sampled_from(EVERY), answers=ANSWERS, further=ANSWERS)
def test_what_was_said_not_to_be_needed_stays_so_whatever_else_is_answered(trade: str, answers: dict, further: dict):
    refused = {each.licence.id for each in determine(trade, answers).not_needed}
    assert not refused & set(by_hand.licences(trade, {**further, **shipped().answered(answers)}))  # a yes brings its noes with it


@settings(max_examples=150, deadline=None)
@given(trade=st.sampled_from(EVERY), answers=ANSWERS, stopped=st.dictionaries(st.sampled_from(list(shipped().licences)), st.integers(0, 20), max_size=3))
def test_the_plan_ends_each_licence_on_the_day_found_by_living_through_the_days(trade: str, answers: dict, stopped: dict):
    wanted = trades.licences(trade, answers)
    spans = schedule(wanted, shipped(), Choices(stops=stopped))
    lived = by_hand.lived_through([each for each in wanted if not _due_after_opening(each)], stopped)
    assert {each.licence.id: each.end for each in spans if not each.after_opening} == lived


@settings(max_examples=60, deadline=None)
@given(trade=st.sampled_from(EVERY), answers=ANSWERS)
def test_a_stop_never_makes_anything_earlier_and_a_commitment_never_later(trade: str, answers: dict):
    wanted = trades.licences(trade, answers)
    usual = plan(wanted, answers, DAY)
    stopped = plan(wanted, answers, DAY, Choices(stops=dict.fromkeys(wanted, 3)))
    committed = plan(wanted, answers, DAY, Choices(commitments=frozenset(wanted)))
    assert committed.opening <= usual.opening <= stopped.opening


@settings(max_examples=60, deadline=None)
@given(trade=st.sampled_from(EVERY), answers=ANSWERS)
def test_phases_follow_one_another_without_a_gap(trade: str, answers: dict):
    for each in schedule(trades.licences(trade, answers), shipped(), Choices(stops={"ibar": 4, "entertainment": 5})):
        edges = [(phase.begin, phase.end) for phase in each.phases]
        assert all(first[1] == second[0] for first, second in pairwise(edges))
        assert not edges or (edges[0][0], edges[-1][1]) == (each.begin, each.end)


@settings(max_examples=60, deadline=None)
@given(trade=st.sampled_from(EVERY), answers=ANSWERS)
def test_what_is_saved_is_what_is_counted_by_hand(trade: str, answers: dict):
    wanted = trades.licences(trade, answers)
    told = saving(wanted, answers)
    asked = by_hand.papers(list(wanted), answers)
    fields = [field for each in wanted for field in by_hand.LICENCES[each]["fields"]]
    assert (told.materials.separately, told.unique) == (len(asked), len(set(asked)))
    assert tuple(told.fields) == (len(fields), len(set(fields)))
    assert told.days.separately == sum(by_hand.days(each) for each in wanted)


@pytest.mark.parametrize("licence", list(shipped().licences))
def test_the_laws_days_are_those_reckoned_by_hand(licence: str):
    assert shipped().licences[licence].statutory == by_hand.days(licence)


def _due_after_opening(licence: str) -> bool:
    return by_hand.LICENCES[licence].get("duty", {}).get("event") == "opening"
