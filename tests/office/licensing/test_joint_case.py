"""A joint case: submitted once, its licences sent to their units, one list of corrections, what hangs between them, its end."""

from datetime import timedelta

import pytest

from gaoxing.casework.tables import table
from gaoxing.office.cases.effects import EFFECTS as CASES_OWN
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.story import points
from gaoxing.office.cases.submitting import Judged, Sent, submit
from gaoxing.office.licensing import correcting
from gaoxing.office.licensing.case_effects import EFFECTS
from gaoxing.office.licensing.case_facts import KNOWN
from gaoxing.office.licensing.item_effects import EFFECTS as OF_ITEMS
from gaoxing.office.licensing.item_facts import KNOWN as OF_AN_ITEM
from gaoxing.office.licensing.models import Item, OpeningDuty
from gaoxing.office.notices.queries import inbox
from gaoxing.office.refusal import NotAllowed
from tests.office.licensing.conftest import NUMBER, item, states, taken_of, why

pytestmark = pytest.mark.django_db
LICENCES = {"business_licence", "seal_filing", "food_operation", "fire_check", "signboard", "drainage"}


def test_every_effect_and_fact_of_the_two_tables_is_known():
    case, licence = table("joint_licence"), table("licence_item")
    assert {name for row in case.transitions for name in row.effects} <= set(CASES_OWN) | set(EFFECTS)
    assert {name for row in licence.transitions for name in row.effects} <= set(OF_ITEMS)
    assert {guard.fact for guard in licence.guards.values()} <= set(OF_AN_ITEM)
    assert {"units_silent", "defects_unsent", "nothing_defective", "items_open"} == set(KNOWN)


def test_every_state_of_an_item_is_a_state_of_the_table():
    assert {each.value: each.label for each in Item.State} == {name: each.term for name, each in table("licence_item").states.items()}


def test_a_submitted_case_is_split_and_only_what_waits_for_nothing_is_dispatched(sent_case):
    case = sent_case()
    assert states(case) == {each: "dispatched" if each == "business_licence" else "waiting" for each in LICENCES}
    assert case.joint.trade == "restaurant"
    assert case.state == "submitted"


def test_each_licence_goes_to_the_unit_of_its_authority(sent_case, units):
    case = sent_case()
    assert item(case, "fire_check").unit == units["fire"]
    assert {item(case, each).unit for each in ("signboard", "drainage")} == {units["works"]}


def test_the_whole_has_45_working_days_and_15_more_once(sent_case, cast, press):
    case = sent_case()
    assert case.due.date().isoformat() == "2027-01-26"
    after = press(case, "extend", cast["leader"], reasons=why("complex"))
    assert after.due > case.due
    with pytest.raises(NotAllowed, match="已经延长过一次"):
        press(case, "extend", cast["leader"], reasons=why("complex"))


def test_a_trade_that_is_not_known_is_not_submitted_but_led_to_the_window(draft_of, owner, now):
    case, taken = draft_of("我要开个密室逃脱，证照一起办"), taken_of("我要开个密室逃脱，证照一起办", now.date())
    with pytest.raises(NotAllowed, match="请窗口接手"):
        submit(case, Judged(taken.form, (), 0), Sent("page", case.revision), owner, now=now)
    assert Case.objects.get(pk=case.pk).state == "draft"


def test_a_granted_business_licence_lets_all_that_waited_for_it_go_on(registered):
    case = registered()
    assert states(case) == {**dict.fromkeys(LICENCES, "dispatched"), "business_licence": "granted"}
    assert item(case, "food_operation").due is not None


def test_a_unit_that_looked_while_it_waited_need_not_look_again(sent_case, act):
    case = sent_case()
    act(case, "fire_check", "complete")
    for name in ("complete", "examine"):
        act(case, "business_licence", name)
    act(case, "business_licence", "grant", **NUMBER)
    assert (states(case)["fire_check"], states(case)["signboard"]) == ("accepted", "dispatched")


def say_all(case, act, licences):
    for each in licences:
        act(case, each, "complete")


def test_the_window_accepts_once_every_unit_has_said(sent_case, act, cast, press):
    case = sent_case()
    with pytest.raises(NotAllowed, match="还有单位没有说"):
        press(case, "accept", cast["window_clerk"])
    say_all(case, act, sorted(LICENCES))
    assert press(case, "accept", cast["window_clerk"]).state == "accepted"


def test_after_five_working_days_nobody_waits_for_a_silent_unit(sent_case, cast, press):
    assert press(sent_case(), "accept", cast["window_clerk"], later=timedelta(days=8)).state == "accepted"


def test_the_one_list_joins_what_the_units_wrote_and_stops_only_what_it_concerns(sent_case, registered, act, cast, now):
    case = registered()
    act(case, "food_operation", "report", reasons=why("missing_paper", "缺健康证明", "fs_manager_doc"))
    act(case, "signboard", "report", reasons=why("illegible", "效果图看不清"))
    with pytest.raises(NotAllowed, match="还有单位没有说"):
        correcting.send(case, cast["window_clerk"], revision=None, now=now)
    say_all(case, act, ["fire_check", "drainage", "seal_filing"])
    case = correcting.send(case, cast["window_clerk"], revision=None, now=now)
    assert [each.words for each in points(case)] == ["缺健康证明", "效果图看不清"]
    assert points(case)[0].about.startswith("食品经营许可：")
    found = states(case)
    assert (found["food_operation"], found["signboard"], found["fire_check"]) == ("correcting", "correcting", "accepted")


def test_after_the_list_nothing_may_be_added_and_the_correction_frees_what_waited(registered, act, cast, owner, now):
    case = registered()
    act(case, "food_operation", "report", reasons=why("missing_paper", "缺健康证明"))
    say_all(case, act, ["fire_check", "drainage", "seal_filing", "signboard"])
    case = correcting.send(case, cast["window_clerk"], revision=None, now=now)
    taken, later = taken_of("我想在高新区开个火锅店，四百平，装修五十万，门口挂招牌，烟不卖，油水要下下水道", now.date()), now + timedelta(days=1)
    with pytest.raises(NotAllowed, match="没补正"):
        submit(case, Judged(taken.form, (), 0), Sent("again", case.revision), owner, now=later)
    submit(case, Judged(taken.form, (), 0), Sent("again", case.revision, answers={1: "补了"}), owner, now=later)
    assert states(case)["food_operation"] == "dispatched"
    assert Case.objects.get(pk=case.pk).state == "submitted"
    with pytest.raises(NotAllowed, match="一次性告知已经发出"):
        act(case, "food_operation", "report", later=timedelta(days=2), reasons=why("illegible"))


def test_the_clerks_own_page_cannot_send_a_list_of_its_own(registered, act, cast, press):
    case = registered()
    act(case, "food_operation", "report", reasons=why("missing_paper"))
    say_all(case, act, ["fire_check", "drainage", "seal_filing", "signboard"])
    with pytest.raises(NotAllowed, match="合成一张清单"):
        press(case, "ask_correction", cast["window_clerk"], reasons=why("missing_paper"))


def test_a_refusal_blocks_nothing_else(registered, act):
    case = registered()
    act(case, "fire_check", "refuse", reasons=why("conditions_unmet"))
    assert {states(case)[each] for each in LICENCES - {"business_licence", "fire_check"}} == {"dispatched"}


def test_what_cannot_be_without_a_refused_licence_ends_and_its_applicant_is_told_why(sent_case, act, owner):
    case = sent_case()
    act(case, "business_licence", "refuse", reasons=why("conditions_unmet"))
    assert set(states(case).values()) == {"refused", "stopped"}
    assert any("不再办" in each.text for each in inbox(owner.pk))
    assert Case.objects.get(pk=case.pk).state == "completed"


def test_the_case_is_complete_with_its_last_outcome_and_not_before(registered, act):
    case = registered()
    for each in ("seal_filing", "signboard"):
        act(case, each, "complete")
        act(case, each, "examine")
        act(case, each, "grant", number=f"样-{each}")
    assert Case.objects.get(pk=case.pk).state == "submitted"
    for each in ("food_operation", "fire_check", "drainage"):
        act(case, each, "refuse", reasons=why("conditions_unmet"))
    assert Case.objects.get(pk=case.pk).state == "completed"


def test_a_withdrawn_case_ends_all_that_was_not_granted(registered, cast, press):
    case = registered()
    press(case, "withdraw", cast["applicant"])
    found = states(case)
    assert found.pop("business_licence") == "granted"
    assert set(found.values()) == {"stopped"}


def test_an_applicant_may_withdraw_one_licence_and_keep_the_rest(registered, act):
    case = registered()
    act(case, "drainage", "withdraw", who="applicant")
    assert (states(case)["drainage"], states(case)["food_operation"]) == ("withdrawn", "dispatched")


def test_what_is_only_due_after_the_opening_is_a_duty(sent_case):
    case = sent_case("开家书店，两百平方，招牌要挂")
    assert [(each.licence, each.days, each.due) for each in OpeningDuty.objects.filter(case=case)] == [("hygiene_filing", 30, None)]
