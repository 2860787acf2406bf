"""Who should apply, and why; on invented enterprises."""

from __future__ import annotations

from datetime import timedelta

import pytest

from gaoxing import catalogue
from gaoxing.checks.assessment.hinting import RENEW_WITHIN, Call, hints, materials
from gaoxing.checks.assessment.verdict import Verdict
from tests.matters.ladder.filled import DAY, SURE, filled, standing


def found(held=None, **changed):
    return hints(catalogue.standings(filled(**changed), DAY, confirmed=SURE), held or {}, DAY)


def of(rung, hinted):
    return next((each for each in hinted if each.rung == rung), None)


def test_whoever_meets_the_next_rung_is_told_to_apply_with_the_materials():
    hint = of("technology_sme", found())
    assert (hint.call, hint.verdict) == (Call.APPLY, Verdict.MET)
    assert hint.materials == materials(standing("technology_sme"))
    assert hint.materials


def test_what_only_experts_are_left_to_judge_may_be_applied_for():
    hint = of("high_tech_enterprise", found({"technology_sme": DAY + timedelta(days=400)}))
    assert (hint.call, hint.verdict) == (Call.APPLY, Verdict.EXPERT)


def test_one_step_is_told_with_its_gap():
    hint = of("technology_sme", found(technical_staff__2025=9))
    assert hint.call is Call.NEARLY
    assert "还差1人" in hint.gap.sentence


def test_a_few_missing_data_are_asked_for_and_nobody_is_told_to_apply():
    hint = of("technology_sme", found(resident=None))
    assert (hint.call, hint.wants) == (Call.ASK, ("resident",))


def test_a_rung_of_which_little_is_known_is_not_hinted_at():
    hinted = hints(catalogue.standings(filled(resident=None, staff__2025=None), DAY), {}, DAY, most_wants=1)
    assert of("technology_sme", hinted) is None


def test_whoever_fails_more_than_one_condition_gets_no_hint_for_that_rung():
    assert of("technology_sme", found(resident=False, prohibited_products=True)) is None


@pytest.mark.parametrize(("days", "told"), [(0, True), (RENEW_WITHIN, True), (RENEW_WITHIN + 1, False)])
def test_a_certificate_that_ends_within_half_a_year_is_to_be_renewed(days, told):
    hint = of("high_tech_enterprise", found({"high_tech_enterprise": DAY + timedelta(days=days)}))
    assert (hint is not None) is told
    assert not told or (hint.call, hint.until) == (Call.RENEW, DAY + timedelta(days=days))


def test_what_stands_in_the_way_of_a_renewal_is_told():
    hint = of("high_tech_enterprise", found({"high_tech_enterprise": DAY + timedelta(days=20)}, core_rights=False))
    assert hint.verdict is Verdict.UNMET
    assert len(hint.unmet) == 1


def test_the_most_urgent_comes_first():
    hinted = found({"high_tech_enterprise": DAY + timedelta(days=20)})
    assert [each.call for each in hinted] == sorted((each.call for each in hinted), key=list(Call).index)
    assert hinted[0].call is Call.RENEW


def test_a_rung_that_is_held_and_runs_on_is_not_hinted_at():
    assert of("technology_sme", found({"technology_sme": DAY + timedelta(days=400)})) is None


def test_a_rung_judged_by_an_earlier_round_says_so():
    held = of("gazelle", found({"gazelle": DAY}))
    assert (held.batch, held.past) == ("2024", True)


def test_a_rung_whose_figures_stand_until_changed_is_of_no_round():
    hint = of("technology_sme", found())
    assert (hint.batch, hint.past) == ("", False)
