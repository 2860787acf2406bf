"""The supervision of a request: opened by a leader or the system, one at a time, answered in words by its steward or a lead unit, by nobody else."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from gaoxing.office.aftercare.models import Part, RequestEvent
from gaoxing.office.aftercare.queries import content_of
from gaoxing.office.audit.models import Entry
from gaoxing.office.refusal import NotAllowed
from tests.office.aftercare.conftest import acts, again, part

pytestmark = pytest.mark.django_db


def on(text):
    return datetime.strptime(f"2026-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def supervised(sent, press):
    """A request that a leader supervises."""
    return lambda **told: press(sent(**told), "supervise", "leader", reason="declined")


def test_it_is_to_be_answered_within_two_working_days_and_moves_nothing(supervised):
    request = supervised()
    assert (request.supervised_until, request.state, part(request, 1).state) == (on("11-26 17:00"), "in_hand", "dispatched")


def test_over_a_weekend_it_is_answered_in_working_days(sent, press):
    assert press(sent(), "supervise", "leader", reason="declined", at=on("11-27 10:00")).supervised_until == on("12-01 17:00")


@pytest.mark.parametrize("who", ["steward", "power", "city"])
def test_its_steward_or_a_unit_that_leads_a_part_answers_it(supervised, press, who):
    request = press(supervised(), "answer_supervision", who, note="明天换好")
    assert (request.supervised_until, acts(request)[-1]) == (None, "answer_supervision")
    assert Entry.objects.filter(act="request.answer_supervision").count() == 1


@pytest.mark.parametrize("who", ["colleague", "police", "applicant", "leader", "examiner", "system"])
def test_nobody_else_answers_it(supervised, press, who):
    request = supervised()
    with pytest.raises(NotAllowed):
        press(request, "answer_supervision", who, note="明天换好")
    assert again(request).supervised_until == on("11-26 17:00")


@pytest.mark.parametrize("note", ["", "  \n"])
def test_an_answer_without_words_is_none(supervised, press, note):
    with pytest.raises(NotAllowed, match="请写明怎么答复督办"):
        press(supervised(), "answer_supervision", "steward", note=note)


def test_what_is_not_supervised_is_not_answered(sent, press):
    with pytest.raises(NotAllowed, match="没有督办在等答复"):
        press(sent(), "answer_supervision", "steward", note="明天换好")


def test_an_answer_that_is_late_is_still_an_answer(supervised, press):
    assert press(supervised(), "answer_supervision", "steward", note="换好了", at=on("12-10 10:00")).supervised_until is None


def test_one_waits_at_a_time_until_its_time_is_over(supervised, press):
    request = supervised()
    with pytest.raises(NotAllowed, match="已经有一次督办在等答复"):
        press(request, "supervise", "leader", reason="overdue", at=on("11-26 17:00"))
    again_until = press(request, "supervise", "leader", reason="overdue", at=on("11-26 17:01")).supervised_until
    assert again_until == on("11-30 17:00")


@pytest.mark.parametrize("who", ["steward", "power", "applicant"])
def test_only_a_leader_or_the_system_supervises(sent, press, who):
    request = sent()
    with pytest.raises(NotAllowed):
        press(request, "supervise", who, reason="declined")
    assert again(request).supervised_until is None


def test_a_supervision_names_its_reason(sent, press):
    with pytest.raises(NotAllowed):
        press(sent(), "supervise", "leader")


@pytest.mark.parametrize("bring", ["brought", "planned", "answered", "accepted"])
def test_what_is_with_no_unit_is_not_supervised(request, press, bring):
    with pytest.raises(NotAllowed):
        press(request.getfixturevalue(bring)(), "supervise", "leader", reason="declined")


def test_it_is_answered_even_after_the_enterprise_accepted(supervised, press):
    request = supervised()
    for number, who in ((1, "power"), (2, "city")):
        press(part(request, number), "sign", who)
    press(part(request, 1), "advise", "city", note="可以开挖")
    for number, who in ((1, "power"), (2, "city")):
        press(part(request, number), "finish", who, note="好了", outcome="solved")
    press(again(request), "accept", "applicant", rating=5, solved="yes")
    assert press(again(request), "answer_supervision", "steward", note="已经办好").supervised_until is None


def test_a_unit_that_lost_its_part_answers_no_more(supervised, press, units):
    request = supervised()
    Part.objects.filter(request=request, number=2).update(lead=units["police"])
    with pytest.raises(NotAllowed):
        press(request, "answer_supervision", "city", note="明天换好")
    assert press(request, "answer_supervision", "police", note="明天换好").supervised_until is None


def test_the_words_of_the_answer_lie_sealed(supervised, press):
    request = press(supervised(), "answer_supervision", "steward", note="明天换变压器")
    event = RequestEvent.objects.get(subject=request, act="answer_supervision")
    assert "变压器".encode() not in bytes(event.note)
    assert "变压器" not in str(content_of(request))
