"""What is late goes up: who is told at red and at double red, once a step, never at night or on a free day; supervisions; contacts in time."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from gaoxing.office.aftercare import leaders
from gaoxing.office.aftercare.escalating import escalate, quiet, stewards_of, supervise_due, tell_of_contacts, tell_of_supervisions
from gaoxing.office.aftercare.models import Part, Request, Stewardship
from gaoxing.office.notices.models import Notice
from gaoxing.office.people.models import Person
from tests.office.aftercare.conftest import CALL, acts, again

pytestmark = pytest.mark.django_db


def on(text):
    return datetime.strptime(f"2026-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=ZoneInfo("Asia/Shanghai"))


RED, DOUBLE_RED = on("11-30 09:00"), on("12-02 09:00")
"""The first part of a request that was sent on 11-24 is due on 11-27, a Friday, at 17:00."""


@pytest.fixture
def named(cast, now):
    """The leader in charge and the first leader of the whole zone."""
    leaders.name(2, cast["leader"], cast["leader"], now=now)
    leaders.name(3, cast["chief"], cast["leader"], now=now)


def told(event="request_escalated"):
    """The accounts that were told, each as often as it was."""
    names = dict(Person.objects.values_list("pk", "account"))
    return sorted(names[each] or "enterprise" for each in Notice.objects.filter(event=event).values_list("person", flat=True))


@pytest.mark.parametrize("moment", ["11-24 09:00", "11-24 08:00", "11-24 20:59", "10-10 10:00"])
def test_the_staff_are_told_by_day_on_a_working_day(db, moment):
    assert quiet(on(moment)) is False


@pytest.mark.parametrize("moment", ["11-24 07:59", "11-24 21:00", "11-25 00:00", "11-28 10:00", "11-29 10:00", "10-01 10:00"])
def test_nobody_is_told_at_night_at_a_weekend_or_on_a_holiday(db, moment):
    assert quiet(on(moment)) is True


def test_nothing_goes_up_while_it_is_in_time(sent, named):
    sent()
    assert [escalate(at) for at in (on("11-26 18:00"), on("11-27 17:00"))] == [0, 0]


def test_red_goes_to_the_leader_in_charge_once(sent, named):
    sent()
    assert [escalate(at) for at in (on("11-27 17:01"), on("11-27 18:00"), RED)] == [1, 0, 0]
    assert told() == ["leader"]


def test_double_red_goes_to_the_first_leader_besides_once(in_hand, named):
    Part.objects.filter(request=in_hand().request, number=2).update(state="done")
    assert [escalate(at) for at in (RED, on("12-01 20:00"), DOUBLE_RED, on("12-02 10:00"))] == [1, 0, 1, 0]
    assert told() == ["leader", "leader-2"]


def test_who_leads_is_asked_once_a_place_however_many_parts_are_late(sent, named, monkeypatch):
    """Of three requests the first part is double red, which two leaders are told of, and the second red, which is told one."""
    for number in range(3):
        sent(words=f"第{number}处跳闸")
    asked = []
    ask = leaders._told
    monkeypatch.setattr(leaders, "_told", lambda *place: asked.append(place) or ask(*place))
    assert escalate(DOUBLE_RED) == 9
    assert len(asked) == len(set(asked)) == 3


def test_a_leader_named_between_two_ticks_is_told_by_the_next(sent, cast, now):
    sent()
    leaders.name(2, cast["leader"], cast["leader"], now=now)
    escalate(RED)
    leaders.name(2, cast["chief"], cast["leader"], now=now)
    sent(words="又跳闸了")
    escalate(RED)
    assert sorted(set(told())) == ["leader", "leader-2"]


def test_a_step_that_was_missed_is_made_up_for(sent, named):
    sent()
    assert escalate(DOUBLE_RED) >= 2
    assert set(told()) == {"leader", "leader-2"}


def test_what_turns_red_at_night_or_at_a_weekend_is_told_the_next_working_morning(sent, named):
    sent()
    assert [escalate(on(each)) for each in ("11-27 21:30", "11-28 10:00", "11-29 10:00", "11-30 07:59")] == [0, 0, 0, 0]
    assert escalate(on("11-30 08:00")) == 1


def test_each_part_goes_up_for_itself(sent, named):
    request = sent()
    Part.objects.filter(request=request).update(due=on("11-27 17:00"))
    assert escalate(RED) == 2


def test_a_part_that_has_an_outcome_goes_up_no_more(answered, named):
    request = answered()
    Part.objects.filter(request=request).update(due=on("11-27 17:00"))
    assert escalate(RED) == 0


def test_a_unit_that_has_it_anew_is_told_of_anew(sent, press, units, named):
    request = sent()
    escalate(RED)
    Part.objects.filter(request=request, number=1).update(sent=on("11-30 10:00"))
    assert escalate(on("11-30 11:00")) == 1


def test_what_its_steward_lets_lie_goes_up_too(brought, named):
    brought()
    assert [escalate(at) for at in (on("11-27 17:00"), on("11-27 17:01"), DOUBLE_RED, on("12-02 10:00"))] == [0, 1, 1, 0]


@pytest.mark.parametrize(("rejections", "who"), [(1, ["leader"]), (2, ["leader", "leader-2"])])
def test_dissatisfaction_climbs_with_every_time(answered, press, named, rejections, who):
    request = press(answered(), "reject", "applicant", reason="unsolved")
    Request.objects.filter(pk=request.pk).update(rejections=rejections)
    assert escalate(on("11-24 18:00")) == rejections
    assert told() == who


def test_everybody_is_told_why_in_their_own_language(sent, named, cast):
    Person.objects.filter(pk=cast["leader"].pk).update(language="en")
    sent()
    escalate(RED)
    assert Notice.objects.get(event="request_escalated").language == "en"


def test_what_is_double_red_is_supervised_by_itself_once(sent):
    request = sent()
    assert [supervise_due(at) for at in (RED, on("12-01 23:59"), on("12-02 07:59"), DOUBLE_RED, on("12-02 10:00"))] == [0, 0, 0, 1, 0]
    found = again(request)
    assert (found.supervised_until, acts(found)[-1], found.events.last().role) == (on("12-04 17:00"), "supervise", "system")


def test_a_supervision_that_was_answered_is_not_opened_again_for_the_same_delay(sent, press):
    request = sent()
    supervise_due(DOUBLE_RED)
    press(request, "answer_supervision", "steward", note="明天换好", at=on("12-02 11:00"))
    assert supervise_due(on("12-03 10:00")) == 0
    assert again(request).supervised_until is None


def test_a_request_of_two_late_parts_is_supervised_once(sent):
    request = sent()
    Part.objects.filter(request=request).update(due=on("11-27 17:00"))
    assert supervise_due(DOUBLE_RED) == 1
    assert acts(again(request)).count("supervise") == 1


def test_steward_and_lead_units_are_told_of_a_supervision_once(sent, press):
    press(sent(), "supervise", "leader", reason="declined")
    assert [tell_of_supervisions(on(each)) for each in ("11-24 11:00", "11-25 10:00", "11-26 17:00")] == [3, 0, 0]
    assert told("request_supervised") == ["of-city", "of-power", "steward"]
    assert told("supervision_overdue") == []


def test_a_supervision_nobody_answered_goes_to_the_first_leader_once(sent, press, named):
    press(sent(), "supervise", "leader", reason="declined")
    tell_of_supervisions(on("11-24 11:00"))
    assert [tell_of_supervisions(on(each)) for each in ("11-26 17:01", "11-26 22:00", "11-27 09:00")] == [1, 0, 0]
    assert told("supervision_overdue") == ["leader-2"]


def test_a_unit_whose_part_is_over_is_told_of_no_supervision(sent, press):
    request = press(sent(), "supervise", "leader", reason="declined")
    Part.objects.filter(request=request, number=2).update(state="done")
    tell_of_supervisions(on("11-24 11:00"))
    assert told("request_supervised") == ["of-power", "steward"]


def test_a_supervision_of_what_is_archived_is_nobodys(sent, press):
    request = press(sent(), "supervise", "leader", reason="declined")
    Request.objects.filter(pk=request.pk).update(state="archived")
    assert tell_of_supervisions(on("11-24 11:00")) == 0


def test_the_steward_is_told_of_an_urgent_request_at_once_and_a_leader_when_it_is_late(brought, named):
    brought(urgent=True)
    assert [tell_of_contacts(on(each)) for each in ("11-24 10:30", "11-24 11:30", "11-24 11:31", "11-24 12:00")] == [1, 0, 2, 0]
    assert (told("contact_urgent"), told("contact_late")) == (["steward"], ["leader", "steward"])


def test_of_an_ordinary_contact_that_is_late_the_steward_alone_is_told_once(brought, press):
    press(brought(), "receive", "steward")
    assert [tell_of_contacts(on(each)) for each in ("11-24 11:00", "11-25 17:00", "11-25 17:01", "11-25 22:00", "11-26 09:00")] == [0, 0, 1, 0, 0]
    assert told("contact_late") == ["steward"]


def test_an_urgent_request_of_the_night_is_told_in_the_morning(brought):
    request = brought(urgent=True)
    Request.objects.filter(pk=request.pk).update(made=on("11-27 22:00"))
    assert [tell_of_contacts(on(each)) for each in ("11-27 22:00", "11-28 10:00", "11-30 08:00")] == [0, 0, 1]


def test_whoever_was_contacted_is_not_late(brought, press):
    press(press(brought(urgent=True), "receive", "steward"), "contact", "steward", **CALL)
    assert tell_of_contacts(on("11-26 10:00")) == 0


def test_a_request_is_served_by_its_clients_steward_else_by_every_one(brought, cast, now):
    request = brought()
    assert stewards_of(request, now) == (cast["steward"],)
    Stewardship.objects.update(until=on("11-23 10:00").date())
    assert set(stewards_of(request, now)) == {cast["steward"], cast["colleague"]}


def test_a_steward_whose_account_was_closed_serves_nobody(brought, cast, now):
    request = brought()
    Person.objects.filter(pk=cast["steward"].pk).update(is_active=False)
    assert stewards_of(request, now) == (cast["colleague"],)
