"""The clock of the whole case: 45 working days, 15 more once; it rests for the one correction and not for one licence's hearing, which rests beside it."""

from datetime import timedelta

import pytest

from gaoxing.office.cases import clocking as of_cases
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.submitting import Judged, Sent, submit
from gaoxing.office.licensing import clocking, correcting
from gaoxing.office.licensing.models import Item
from gaoxing.office.refusal import NotAllowed
from gaoxing.standards import working_days
from tests.office.licensing.conftest import NUMBER, SHOP, item, states, taken_of, why

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
KTV = "用公司名义开个KTV，八百平方，装修三百万，用中央空调"
REST = ("seal_filing", "fire_check", "signboard", "drainage")


def due(case):
    return Case.objects.get(pk=case.pk).due


def days_between(first, last):
    """Working days after the one day, to the other."""
    return working_days.count(first.date(), last.date())


@pytest.fixture
def before_a_hearing(sent_case, act):
    """A KTV's case whose entertainment licence is examined: only its hearing stands before the decision."""

    def made():
        case = sent_case(KTV)
        for name in ("complete", "examine"):
            act(case, "business_licence", name)
        act(case, "business_licence", "grant", **NUMBER)
        market = item(case, "business_licence").unit
        Item.objects.filter(case=case, licence="entertainment").update(state="examined", unit=market)
        return case

    return made


@pytest.fixture
def listed(registered, act, cast):
    """Sends the one list of a case in which food was reported; at the moment given."""

    def made(at):
        case = registered()
        act(case, "food_operation", "report", reasons=why("missing_paper", "缺健康证明"))
        for each in REST:
            act(case, each, "complete")
        case.refresh_from_db()
        return correcting.send(case, cast["window_clerk"], revision=None, now=at)

    return made


def test_the_whole_has_45_working_days_from_its_submission(sent_case, now):
    assert days_between(now, due(sent_case())) == 45


def test_a_leader_adds_15_working_days_with_a_reason(sent_case, press, cast, now):
    case = sent_case()
    press(case, "extend", cast["leader"], reasons=why("complex"))
    assert days_between(now, due(case)) == 60


def test_nobody_but_a_leader_adds_days_and_nobody_without_a_reason_or_too_late(sent_case, press, cast, now):
    case = sent_case()
    for who, reasons in (("window_clerk", why("complex")), ("fire", why("complex")), ("applicant", why("complex")), ("leader", ())):
        with pytest.raises(NotAllowed):
            press(case, "extend", cast[who], reasons=reasons)
    assert case.events.filter(act="extend").count() == 0
    with pytest.raises(NotAllowed, match="已经到期"):
        press(case, "extend", cast["leader"], later=due(case) - now + DAY, reasons=why("complex"))


def test_a_correction_lets_the_whole_rest_for_as_long_as_it_is_awaited(listed, owner, now):
    case = listed(now)
    assert due(case) is None
    taken, later = taken_of(SHOP, now.date()), now + 14 * DAY
    submit(case, Judged(taken.form, (), 0), Sent("again", case.revision, answers={1: "补了"}), owner, now=later)
    assert days_between(now, due(case)) == 45 + 10


def test_only_the_listed_licence_rests_while_the_correction_is_awaited(listed, now):
    case = listed(now)
    resting = [each.licence for each in Item.objects.filter(case=case) if each.state != "granted" and each.due is None]
    assert resting == ["food_operation"]


def test_a_hearing_lets_its_own_licence_rest_and_neither_the_whole_nor_another(before_a_hearing, act):
    case = before_a_hearing()
    whole, others = due(case), {each.licence: each.due for each in Item.objects.filter(case=case).exclude(licence="entertainment")}
    act(case, "entertainment", "open_hearing")
    assert (due(case), item(case, "entertainment").due) == (whole, None)
    assert {each.licence: each.due for each in Item.objects.filter(case=case).exclude(licence="entertainment")} == others


def test_a_hearing_moves_its_own_licences_end_by_its_working_days(before_a_hearing, act):
    case = before_a_hearing()
    before = item(case, "entertainment").due
    act(case, "entertainment", "open_hearing")
    act(case, "entertainment", "close_hearing", later=14 * DAY)
    assert days_between(before, item(case, "entertainment").due) == 10


def test_the_clock_of_a_heard_licence_says_why_it_rests_and_nothing_is_decided(before_a_hearing, act, now):
    case = before_a_hearing()
    act(case, "entertainment", "open_hearing")
    found = clocking.clock_of(item(case, "entertainment"), now=now + DAY)
    assert (found.light, found.word, "听证" in found.sentence) == ("paused", "暂停计时", True)
    for name in ("grant", "refuse", "open_hearing"):
        with pytest.raises(NotAllowed):
            act(case, "entertainment", name, reasons=why("conditions_unmet"), **NUMBER)
    assert states(case)["entertainment"] == "hearing"


def test_an_applicant_may_withdraw_a_licence_while_it_is_heard(before_a_hearing, act):
    case = before_a_hearing()
    act(case, "entertainment", "open_hearing")
    assert act(case, "entertainment", "withdraw", who="applicant").state == "withdrawn"


def test_a_licence_is_late_on_its_own_and_the_whole_is_not(registered, now):
    case = registered()
    later = item(case, "food_operation").due + DAY
    assert clocking.clock_of(item(case, "food_operation"), now=later).word == "已超期"
    assert of_cases.reading(Case.objects.get(pk=case.pk), now=later).late == 0


def test_the_whole_is_late_after_its_45_days(sent_case, now):
    case = sent_case()
    assert of_cases.reading(case, now=due(case) + 2 * DAY).late > 0


@pytest.mark.parametrize("state", ["completed", "withdrawn"])
def test_a_case_at_its_end_has_no_end_any_more(registered, act, press, cast, state):
    case = registered()
    if state == "withdrawn":
        press(case, "withdraw", cast["applicant"])
    else:
        for each in set(states(case)) - {"business_licence"}:
            act(case, each, "refuse", reasons=why("conditions_unmet"))
    assert (Case.objects.get(pk=case.pk).state, due(case)) == (state, None)


def test_units_have_five_working_days_to_say_whether_papers_are_complete(sent_case, press, cast, now):
    case = sent_case()
    for days in (1, 6):
        with pytest.raises(NotAllowed, match="还有单位没有说"):
            press(case, "accept", cast["window_clerk"], later=days * DAY)
    assert press(case, "accept", cast["window_clerk"], later=8 * DAY).state == "accepted"


def test_a_silent_unit_does_not_hold_up_the_one_list_after_its_days(registered, act, cast, now):
    case = registered()
    act(case, "food_operation", "report", reasons=why("missing_paper", "缺健康证明"))
    case.refresh_from_db()
    sent = correcting.send(case, cast["window_clerk"], revision=None, now=now + 8 * DAY)
    assert sent.state == "correction_asked"


def test_defects_bar_the_acceptance_until_they_are_told(registered, act, press, cast):
    case = registered()
    act(case, "food_operation", "report", reasons=why("missing_paper", "缺健康证明"))
    with pytest.raises(NotAllowed, match="先一次告知申请人"):
        press(case, "accept", cast["window_clerk"], later=8 * DAY)


def test_defects_of_a_licence_that_was_withdrawn_bar_nothing_and_are_not_told(registered, act, press, cast):
    case = registered()
    act(case, "food_operation", "report", reasons=why("missing_paper", "缺健康证明"))
    act(case, "food_operation", "withdraw", who="applicant")
    assert correcting.list_of(case) == ()
    assert press(case, "accept", cast["window_clerk"], later=8 * DAY).state == "accepted"
