"""The funnel of promotion, written down a second time: every stage, act and role is tried."""

from __future__ import annotations

import pytest

from gaoxing.casework import acting, tables
from gaoxing.casework.acting import Outcome, Refused, Why

TABLE = tables.table("promotion")
PROMOTERS = {"steward", "unit_handler", "leader"}
SIGNED = ("signed", "registered", "on_file", "begun", "built")
WAYS = {
    ("lead", "talk"): "talks",
    ("lead", "sign"): "signed",
    ("talks", "sign"): "signed",
    ("signed", "register"): "registered",
    ("signed", "put_on_file"): "on_file",
    ("registered", "put_on_file"): "on_file",
    ("on_file", "begin"): "begun",
    ("begun", "build"): "built",
    ("begun", "produce"): "producing",
    ("built", "produce"): "producing",
    **{(state, "increase"): state for state in (*SIGNED, "producing")},
    **{(state, "change_investor"): state for state in SIGNED},
    **{(state, "report_month"): state for state in ("begun", "built")},
    **{(state, "drop"): "dropped" for state in ("lead", "talks", *SIGNED)},
}
GOOD = {guard.fact: guard.must for guard in TABLE.guards.values()}


@pytest.mark.parametrize("state", list(TABLE.states))
@pytest.mark.parametrize("act", list(TABLE.acts))
def test_every_step_leads_where_it_should_for_those_who_promote(state: str, act: str):
    for role in (*PROMOTERS, "examiner", "applicant", "system"):
        answer = acting.fire(TABLE, state, act, GOOD, role)
        leads = isinstance(answer, Outcome) and answer.target == WAYS.get((state, act))
        assert leads == ((state, act) in WAYS and role in PROMOTERS)


@pytest.mark.parametrize("act", ["sign", "register", "put_on_file", "begin", "build", "produce", "increase", "change_investor"])
def test_every_step_from_the_signing_on_wants_its_evidence(act: str):
    state = next(state for state, name in WAYS if name == act)
    answer = acting.fire(TABLE, state, act, {**GOOD, "evidence_missing": True}, "steward")
    assert isinstance(answer, Refused)
    assert (answer.why, "凭据" in answer.sentence) == (Why.GUARD, True)


def test_a_project_in_production_only_increases():
    assert {row.act for row in TABLE.leaving("producing")} == {"increase"}
