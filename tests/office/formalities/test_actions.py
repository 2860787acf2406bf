"""The steps after a licence: asked for together, handed in once, followed through outages, never done unless the body said so."""

from datetime import timedelta

import pytest

from gaoxing.engines.registers.body import Errand
from gaoxing.engines.registers.rehearsal import Rehearsal
from gaoxing.office.audit.models import Entry
from gaoxing.office.formalities import actions, steps
from gaoxing.office.formalities.models import Formality
from gaoxing.office.formalities.particulars import values_for
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db
State = Formality.State


@pytest.fixture
def asked(shop, owner, now):
    """Asks for steps of the shop."""

    def made(*names):
        return actions.begin(shop, names or ["seal", "tax", "bank"], owner, "applicant", now=now)

    return made


def run(now, *, minutes=0):
    return actions.advance_due(now=now + timedelta(minutes=minutes))


def test_all_connected_steps_are_offered_after_the_licence(shop):
    assert [each.id for each in actions.offered(shop)] == ["seal", "tax", "social_insurance", "housing_fund", "bank"]


def test_a_case_without_a_licence_is_offered_nothing_and_refused(clean, sent, bodies, owner, now):
    case = sent("我想办个体户，开一家面馆，名字叫昆山市玉山镇测试样例面馆，经营场所在昆山市玉山镇天边路1号")
    assert actions.offered(case) == ()
    with pytest.raises(NotAllowed, match="领到营业执照以后"):
        actions.begin(case, ["tax"], owner, "applicant", now=now)


def test_steps_asked_for_are_handed_in_and_done(asked, now):
    asked()
    assert run(now) == 3
    assert run(now, minutes=1) == 3
    assert set(Formality.objects.values_list("state", flat=True)) == {State.DONE}
    assert run(now, minutes=2) == 0


def test_a_step_is_asked_for_once(asked, shop):
    asked("tax")
    with pytest.raises(NotAllowed, match="没有重复交"):
        asked("bank", "tax")
    assert [each.step for each in shop.formalities.all()] == ["tax"]
    assert "tax" not in [each.id for each in actions.offered(shop)]


@pytest.mark.parametrize("names", [["nonsense"], ["tax", "x" * 400]])
def test_a_step_that_is_none_is_refused(asked, names):
    with pytest.raises(NotAllowed, match="不能在这里办"):
        asked(*names)


def test_nothing_chosen_is_told(shop, owner, now):
    with pytest.raises(NotAllowed, match="至少勾一项"):
        actions.begin(shop, [], owner, "applicant", now=now)


def test_a_body_that_is_not_connected_is_not_offered(shop, bodies, asked):
    bodies("TAX")
    assert [each.id for each in actions.offered(shop)] == ["tax"]
    with pytest.raises(NotAllowed, match="不能在这里办"):
        asked("bank")


def test_a_setting_that_cannot_be_read_is_as_not_connected(shop, settings):
    settings.BODIES = {"GAOXING_TAX_URL": "http://tax.example"}
    assert actions.offered(shop) == ()


def test_an_outage_is_told_and_tried_again_after_growing_waits(asked, bodies, now):
    (row,) = asked("tax")
    bodies(twin="failing")
    assert run(now) == 0
    row.refresh_from_db()
    assert (row.state, row.tries, row.due) == (State.WAITING, 1, now + timedelta(minutes=1))
    assert "没有应答" in row.trouble
    assert run(now) == 0
    run(now, minutes=1)
    row.refresh_from_db()
    assert (row.tries, row.due) == (2, now + timedelta(minutes=6))


def test_after_the_outage_it_goes_on_and_the_trouble_is_gone(asked, bodies, now):
    (row,) = asked("tax")
    bodies(twin="failing")
    run(now)
    bodies()
    assert run(now, minutes=1) == 1
    row.refresh_from_db()
    assert (row.state, row.trouble, row.tries) == (State.HANDED_IN, "", 0)


def test_after_the_last_try_the_applicant_is_told_to_do_it_themselves(asked, bodies, now):
    (row,) = asked("tax")
    bodies(twin="failing")
    Formality.objects.update(tries=len(actions.WAITS))
    run(now)
    row.refresh_from_db()
    assert (row.state, row.due) == (State.GIVEN_UP, None)


@pytest.mark.parametrize("twin", ["failing", "nonsense"])
def test_what_was_handed_in_is_asked_after_however_long_and_never_taken_for_done(asked, bodies, now, twin):
    (row,) = asked("tax")
    run(now)
    bodies(twin=twin)
    Formality.objects.update(tries=99)
    run(now)
    row.refresh_from_db()
    assert row.state == State.HANDED_IN
    assert row.due == now + timedelta(minutes=actions.WAITS[-1])
    assert row.trouble


def test_a_slow_body_is_asked_again_later(asked, bodies, now):
    (row,) = asked("tax")
    bodies(twin="slow")
    run(now)
    run(now)
    row.refresh_from_db()
    assert (row.state, row.due) == (State.HANDED_IN, now + actions.ASK_AGAIN)


def test_what_is_declined_keeps_the_body_s_sentence(asked, now, monkeypatch):
    (row,) = asked("tax")
    monkeypatch.setattr(Rehearsal, "hand_in", lambda self, errand: "D1")
    run(now)
    run(now)
    row.refresh_from_db()
    assert (row.state, row.ended) == (State.DECLINED, now)
    assert "材料不符" in row.told


def test_a_body_taken_away_ends_the_step_with_what_to_do(asked, bodies, now, settings):
    (row,) = asked("tax")
    settings.BODIES = {}
    run(now)
    row.refresh_from_db()
    assert row.state == State.GIVEN_UP
    assert "自己办" in row.trouble


def test_of_two_ticks_only_one_hands_in(asked, now, monkeypatch):
    (row,) = asked("tax")
    handed = []

    def hand_in(self, errand):
        handed.append(actions.advance(Formality.objects.get(), now=now))
        return "A1"

    monkeypatch.setattr(Rehearsal, "hand_in", hand_in)
    assert actions.advance(row, now=now)
    assert handed == [False]


def test_a_claim_that_was_left_by_a_crash_runs_out(asked, now):
    (row,) = asked("tax")
    Formality.objects.update(claimed=now)
    assert run(now) == 0
    assert run(now, minutes=6) == 1
    row.refresh_from_db()
    assert row.state == State.HANDED_IN


@pytest.mark.parametrize("one", steps.steps(), ids=lambda each: each.id)
def test_a_body_is_given_just_what_its_step_needs(shop, one):
    found = values_for(shop, one)
    assert set(found) == set(one.needs)
    assert found["name"] == "昆山市玉山镇测试样例面馆"
    assert found["uscc"].startswith("92320583")
    assert (found["contact"], found["mobile"]) == ("丁大宝", "13800001234")


def test_a_body_is_never_given_an_identity_number(shop):
    told = [value for one in steps.steps() for value in values_for(shop, one).values()]
    assert not [each for each in told if "320583199001011216" in each]


def test_the_audit_knows_the_step_and_no_word_of_the_enterprise(asked, now):
    (row,) = asked("tax")
    run(now)
    run(now)
    acts = Entry.objects.filter(subject_kind="formalities.formality", subject=row.pk).order_by("pk")
    assert [each.act for each in acts] == ["formality.asked", "formality.handed_in", "formality.done"]


def test_a_step_may_only_need_what_a_body_may_be_given():
    assert {need for each in steps.steps() for need in each.needs} <= steps.VALUES
    assert steps.step("nonsense") is None
    assert Errand("tax", "t", {}).words["{step}"] == "tax"
