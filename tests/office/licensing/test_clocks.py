"""How long a licence takes: its clock runs from its dispatch, rests while somebody else must act, and stops with its outcome."""

from datetime import timedelta

import pytest

from gaoxing.office.audit.entry import Actor
from gaoxing.office.licensing import clocking, correcting, duties, issuing, results
from gaoxing.office.licensing.models import JointCase, OpeningDuty
from gaoxing.office.refusal import NotAllowed
from tests.office.licensing.conftest import item, states, why

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def reading(case, licence, at):
    return clocking.reading(item(case, licence).events.all(), now=at)


def test_what_waits_has_no_clock_yet(sent_case, now):
    case = sent_case()
    assert reading(case, "food_operation", now) is None
    assert item(case, "food_operation").due is None


def test_a_clock_starts_with_the_dispatch_and_not_with_the_submission(sent_case, act, now):
    case = sent_case()
    for name in ("complete", "examine"):
        act(case, "business_licence", name)
    act(case, "business_licence", "grant", later=7 * DAY)
    assert item(case, "food_operation").due > now + 7 * DAY


def test_each_licence_counts_the_catalogue_s_own_days(registered):
    case = registered()
    due = {each: item(case, each).due for each in ("seal_filing", "food_operation", "drainage")}
    assert item(case, "seal_filing").days < item(case, "food_operation").days < item(case, "drainage").days
    assert due["seal_filing"] < due["food_operation"] < due["drainage"]


def test_a_correction_moves_the_end_of_the_licences_concerned_alone(registered, act, cast, now):
    case = registered()
    before = {each: item(case, each).due for each in ("food_operation", "fire_check")}
    act(case, "food_operation", "report", reasons=why("missing_paper"))
    for each in ("fire_check", "signboard", "drainage", "seal_filing"):
        act(case, each, "complete")
    case.refresh_from_db()
    correcting.send(case, cast["window_clerk"], revision=case.revision, now=now + DAY)
    assert states(case)["food_operation"] == "correcting"
    assert (item(case, "food_operation").due, item(case, "fire_check").due) == (None, before["fire_check"])


def test_the_one_list_is_sent_once_with_every_unit_s_points(registered, act, cast, now):
    case = registered()
    act(case, "food_operation", "report", reasons=why("missing_paper", words="缺培训证明"))
    act(case, "fire_check", "report", reasons=why("wrong_form", words="平面图没有比例"))
    for each in ("signboard", "drainage", "seal_filing"):
        act(case, each, "complete")
    case.refresh_from_db()
    assert [each.words for each in correcting.list_of(case)] == ["缺培训证明", "平面图没有比例"]
    sent = correcting.send(case, cast["window_clerk"], revision=case.revision, now=now)
    assert correcting.list_of(sent) == ()
    with pytest.raises(NotAllowed):
        correcting.send(sent, cast["window_clerk"], revision=sent.revision, now=now)


def test_a_unit_adds_nothing_once_the_list_is_out(registered, act, cast, now):
    case = registered()
    act(case, "food_operation", "report", reasons=why("missing_paper"))
    for each in ("fire_check", "signboard", "drainage"):
        act(case, each, "complete")
    case.refresh_from_db()
    correcting.send(case, cast["window_clerk"], revision=case.revision, now=now + 9 * DAY)
    with pytest.raises(NotAllowed, match="一次性告知已经发出"):
        act(case, "seal_filing", "report", reasons=why("missing_paper"))


@pytest.mark.parametrize("name", ["grant", "examine", "inspect", "verify", "revoke", "extend"])
def test_what_is_decided_is_not_decided_again(registered, act, name):
    case = registered()
    act(case, "signboard", "refuse", reasons=why("conditions_unmet"))
    with pytest.raises(NotAllowed):
        act(case, "signboard", name, number="样-1", reasons=why("complex"))
    assert states(case)["signboard"] == "refused"


def test_a_decided_licence_has_no_end_any_more(registered, act):
    case = registered()
    act(case, "signboard", "refuse", reasons=why("conditions_unmet"))
    found = item(case, "signboard")
    assert (found.due, reading(case, "signboard", found.events.last().at).stopped) == (None, found.events.last().at)


def test_a_visit_that_is_not_made_stands_before_the_examination(registered, act):
    case = registered()
    act(case, "fire_check", "complete")
    with pytest.raises(NotAllowed, match="先上门看过场地"):
        act(case, "fire_check", "examine")


def test_results_that_come_together_wait_for_the_last(registered, act, now):
    case = registered()
    JointCase.objects.filter(case=case).update(delivery="all")
    for name in ("complete", "examine"):
        act(case, "signboard", name)
    act(case, "signboard", "grant", number="样-招-1")
    assert item(case, "signboard").issued is None
    assert issuing.issue_ready(case, now=now) == 0
    for each in ("seal_filing", "food_operation", "fire_check", "drainage"):
        act(case, each, "refuse", reasons=why("conditions_unmet"))
    assert item(case, "signboard").issued is not None


def test_a_sheet_has_what_was_issued_and_nothing_that_was_refused(registered, act, now):
    case = registered()
    act(case, "signboard", "refuse", reasons=why("conditions_unmet"))
    drawn = str(results.layout(case, address="http://office.example/permits/x", on=now.date()))
    assert item(case, "business_licence").number in drawn
    assert item(case, "signboard").document not in drawn


def test_a_duty_is_counted_from_the_opening(registered, owner, now):
    case = registered()
    OpeningDuty.objects.create(case=case, licence="drill", name="样例义务", authority="样例单位", basis="样例", days=15)
    duties.open_shop(case, now.date(), by=Actor(owner.pk, "applicant"), now=now)
    assert OpeningDuty.objects.get(case=case, licence="drill").due == now.date() + 15 * DAY
