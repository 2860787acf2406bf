"""Two things that may happen in either order come to the same: nothing is lost, nothing done twice, whoever comes first."""

from datetime import timedelta
from itertools import permutations

import pytest

from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.submitting import Judged, Sent, submit
from gaoxing.office.licensing import committing, correcting, duties, issuing, visiting
from gaoxing.office.licensing.duties import apply_due
from gaoxing.office.licensing.models import Item, OpeningDuty, Visit
from gaoxing.office.refusal import NotAllowed
from tests.office.licensing.conftest import NUMBER, SHOP, item, states, taken_of, why

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
REST = ("seal_filing", "fire_check", "signboard", "drainage")


def licensed(case, act):
    """The business licence is granted."""
    for name in ("complete", "examine"):
        act(case, "business_licence", name)
    act(case, "business_licence", "grant", **NUMBER)


def by_window(cast):
    return Actor(cast["window_clerk"].pk, "window_clerk")


def by_owner(owner):
    return Actor(owner.pk, "applicant")


def in_order(deeds, first):
    """Do both, the named one first."""
    for each in sorted(deeds, key=lambda name: name != first):
        deeds[each]()


@pytest.mark.parametrize("first", ["looks", "licensed"])
def test_a_unit_looks_before_or_after_the_business_licence(sent_case, act, first):
    case = sent_case()
    in_order({"looks": lambda: act(case, "drainage", "complete"), "licensed": lambda: licensed(case, act)}, first)
    found = item(case, "drainage")
    assert (found.state, found.said is not None, found.due is not None) == ("accepted", True, True)


@pytest.mark.parametrize("first", ["reports", "licensed"])
def test_a_unit_writes_a_defect_before_or_after_the_business_licence(sent_case, act, first):
    case = sent_case()
    report = lambda: act(case, "drainage", "report", reasons=why("missing_paper", "缺排水图"))  # noqa: E731
    in_order({"reports": report, "licensed": lambda: licensed(case, act)}, first)
    assert states(case)["drainage"] == "dispatched"
    assert [each.words for each in correcting.list_of(case)] == ["缺排水图"]


@pytest.mark.parametrize("first", ["commits", "licensed"])
def test_the_applicant_commits_before_or_after_the_business_licence(sent_case, act, owner, now, first):
    case = sent_case()
    commit = lambda: committing.commit(item(case, "fire_check"), by=by_owner(owner), agreed=True, now=now)  # noqa: E731
    in_order({"commits": commit, "licensed": lambda: licensed(case, act)}, first)
    assert act(case, "fire_check", "grant_by_commitment", number="样-消-1").state == "granted"


@pytest.mark.parametrize("first", ["picks", "completes"])
def test_the_visit_is_picked_before_or_after_the_papers_are_complete(registered, act, cast, owner, now, first):
    case = registered()
    visit = visiting.offer(case, visiting.usual(now=now), by=by_window(cast), now=now)
    pick = lambda: visiting.pick(case, visit.pk, 0, by=by_owner(owner), now=now)  # noqa: E731
    in_order({"picks": pick, "completes": lambda: act(case, "fire_check", "complete")}, first)
    found = item(case, "fire_check")
    assert (found.state, found.appointment_id) == ("visit", visit.pk)
    assert Visit.objects.filter(case=case).count() == 1


@pytest.mark.parametrize("first", ["chooses", "grants"])
def test_results_wait_for_all_only_where_that_was_chosen_before_they_were_granted(registered, act, owner, now, first):
    case = registered()
    for name in ("complete", "examine"):
        act(case, "signboard", name)
    choose = lambda: issuing.choose(case, "all", by=by_owner(owner), now=now)  # noqa: E731
    in_order({"chooses": choose, "grants": lambda: act(case, "signboard", "grant", number="样-招-1")}, first)
    assert (item(case, "signboard").issued is None) is (first == "chooses")
    issuing.choose(case, "ready", by=by_owner(owner), now=now)
    assert item(case, "signboard").issued is not None


@pytest.mark.parametrize("first", ["refuses", "grants"])
def test_a_refusal_and_a_grant_of_two_units_stand_side_by_side(registered, act, first):
    case = registered()
    for name in ("complete", "examine"):
        act(case, "signboard", name)
    refuse = lambda: act(case, "drainage", "refuse", reasons=why("conditions_unmet"))  # noqa: E731
    in_order({"refuses": refuse, "grants": lambda: act(case, "signboard", "grant", number="样-招-1")}, first)
    assert (states(case)["drainage"], states(case)["signboard"]) == ("refused", "granted")
    assert states(case)["food_operation"] == "dispatched"


@pytest.mark.parametrize("order", list(permutations(("food_operation", "fire_check", "drainage")))[::3])
def test_the_last_of_three_decisions_ends_the_case_whichever_it_is(registered, act, order):
    case = registered()
    for each in ("seal_filing", "signboard"):
        act(case, each, "withdraw", who="applicant")
    for each in order:
        assert Case.objects.get(pk=case.pk).state == "submitted"
        act(case, each, "refuse", reasons=why("conditions_unmet"))
    assert Case.objects.get(pk=case.pk).state == "completed"


@pytest.mark.parametrize("first", ["withdraws", "refuses"])
def test_the_last_outcome_may_be_the_applicants_or_the_units(registered, act, first):
    case = registered()
    for each in ("seal_filing", "signboard", "food_operation"):
        act(case, each, "refuse", reasons=why("conditions_unmet"))
    refuse = lambda: act(case, "drainage", "refuse", reasons=why("conditions_unmet"))  # noqa: E731
    in_order({"withdraws": lambda: act(case, "fire_check", "withdraw", who="applicant"), "refuses": refuse}, first)
    assert Case.objects.get(pk=case.pk).state == "completed"
    assert case.events.filter(act="complete").count() == 1


def corrected(case, owner, now):
    """The applicant sends the correction."""
    case.refresh_from_db()
    taken = taken_of(SHOP, now.date())
    submit(case, Judged(taken.form, (), 0), Sent("again", case.revision, answers={1: "补了"}), owner, now=now + DAY)


def listed(case, act, cast, now):
    """The one list is out: food was reported, the others were complete."""
    act(case, "food_operation", "report", reasons=why("missing_paper", "缺健康证明"))
    for each in REST:
        act(case, each, "complete")
    case.refresh_from_db()
    return correcting.send(case, cast["window_clerk"], revision=None, now=now)


@pytest.mark.parametrize("first", ["corrects", "decides"])
def test_another_unit_decides_before_or_after_the_correction(registered, act, cast, owner, now, first):
    case = registered()
    listed(case, act, cast, now)
    refuse = lambda: act(case, "signboard", "refuse", later=2 * DAY, reasons=why("conditions_unmet"))  # noqa: E731
    in_order({"corrects": lambda: corrected(case, owner, now), "decides": refuse}, first)
    assert (states(case)["food_operation"], states(case)["signboard"]) == ("dispatched", "refused")


@pytest.mark.parametrize("first", ["withdraws", "corrects"])
def test_the_licence_that_was_listed_is_withdrawn_before_or_after_the_correction(registered, act, cast, owner, now, first):
    case = registered()
    listed(case, act, cast, now)
    withdraw = lambda: act(case, "food_operation", "withdraw", who="applicant", later=2 * DAY)  # noqa: E731
    in_order({"withdraws": withdraw, "corrects": lambda: corrected(case, owner, now)}, first)
    assert states(case)["food_operation"] == "withdrawn"
    assert Case.objects.get(pk=case.pk).state == "submitted"


def test_a_case_whose_last_licences_were_decided_while_it_was_corrected_ends_with_the_correction(registered, act, cast, owner, now):
    case = registered()
    listed(case, act, cast, now)
    for each in REST:
        act(case, each, "refuse", reasons=why("conditions_unmet"))
    act(case, "food_operation", "withdraw", who="applicant")
    assert Case.objects.get(pk=case.pk).state == "correction_asked"
    corrected(case, owner, now)
    assert Case.objects.get(pk=case.pk).state == "completed"


@pytest.mark.parametrize("first", ["opens", "done"])
def test_a_duty_is_done_before_or_after_the_day_of_opening_was_told(sent_case, owner, now, first):
    case = sent_case("开家书店，两百平方，招牌要挂")
    duty, by = case.duties.get(), by_owner(owner)
    opens = lambda: duties.open_shop(case, now.date(), by=by, now=now)  # noqa: E731
    in_order({"opens": opens, "done": lambda: duties.finish(duty, by=by, now=now)}, first)
    assert OpeningDuty.objects.get(pk=duty.pk).done == now
    assert apply_due(now=now + 29 * DAY) == 0


@pytest.mark.parametrize("first", ["withdrawn", "granted"])
def test_the_business_licence_and_the_withdrawal_of_all_meet(sent_case, act, press, cast, first):
    case = sent_case()
    for name in ("complete", "examine"):
        act(case, "business_licence", name)
    deeds = {"withdrawn": lambda: press(case, "withdraw", cast["applicant"]), "granted": lambda: act(case, "business_licence", "grant", **NUMBER)}
    if first == "withdrawn":
        deeds["withdrawn"]()
        with pytest.raises(NotAllowed):
            deeds["granted"]()
        assert set(states(case).values()) == {"stopped"}
    else:
        in_order(deeds, first)
        assert states(case).pop("business_licence") == "granted"
        assert Item.objects.filter(case=case, state="stopped").count() == 5


@pytest.mark.parametrize("first", ["offers", "withdraws"])
def test_nobody_is_asked_for_a_visit_that_no_licence_needs_any_more(registered, act, cast, owner, now, first):
    case = registered()
    needing = list(visiting.wanted(case).values_list("licence", flat=True))
    withdraw = lambda: [act(case, each, "withdraw", who="applicant") for each in needing]  # noqa: E731
    if first == "withdraws":
        withdraw()
        with pytest.raises(NotAllowed, match="没有要上门"):
            visiting.offer(case, visiting.usual(now=now), by=by_window(cast), now=now)
        return
    visit = visiting.offer(case, visiting.usual(now=now), by=by_window(cast), now=now)
    withdraw()
    visiting.pick(case, visit.pk, 0, by=by_owner(owner), now=now)
    assert not Item.objects.filter(case=case, state="visit").exists()
