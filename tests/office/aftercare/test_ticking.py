"""What goes on by itself: taking up, reminders, the end of silence and of waiting; as often as the tick runs, each once."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command

from gaoxing.office.aftercare import holding, kept, ticking
from gaoxing.office.aftercare.models import Client, PartEvent, Request, RequestEvent
from gaoxing.office.aftercare.queries import content_of
from gaoxing.office.aftercare.sealed import SEALED
from gaoxing.office.aftercare.ticking import DUE, lapse_due, receive_due, remind_of_silence, remind_of_supplies
from gaoxing.office.notices.models import Notice
from gaoxing.office.vault import office_sealer
from tests.office.aftercare.conftest import again, part

pytestmark = pytest.mark.django_db


def on(day, hour=10, minute=0, month=11):
    return datetime(2026, month, day, hour, minute, tzinfo=ZoneInfo("Asia/Shanghai"))


def waiting_notices():
    return Notice.objects.filter(event="request_waits").count()


def test_what_nobody_took_up_within_its_day_is_taken_up_by_itself(brought):
    request = brought()
    assert receive_due(on(25, 17)) == 0
    assert receive_due(on(25, 17, 1)) == 1
    assert (again(request).state, again(request).events.last().role) == ("received", "system")
    assert receive_due(on(26)) == 0


def test_silence_is_reminded_of_twice_and_each_once(answered):
    answered()
    told = [remind_of_silence(at) for at in (on(26), on(27), on(27, 16), on(30), on(1, month=12), on(2, month=12))]
    assert told == [0, 1, 0, 0, 1, 0]
    assert waiting_notices() == 2


def test_silence_ends_after_seven_working_days_and_counts_as_not_rated(answered):
    request = answered()
    assert lapse_due(on(3, 17, month=12)) == 0
    assert lapse_due(on(3, 17, 1, month=12)) == 1
    assert (again(request).state, again(request).unrated, again(request).rating) == ("accepted", True, None)
    assert lapse_due(on(4, month=12)) == 0
    assert remind_of_silence(on(4, month=12)) == 0


def test_after_a_redo_silence_is_reminded_of_anew(answered, press):
    request = answered()
    assert remind_of_silence(on(27)) == 1
    request = press(request, "reject", "applicant", reason="slow", at=on(27))
    request = press(request, "redo", "leader", parts=[2], at=on(27))
    press(part(request, 2), "sign", "city", at=on(27))
    press(part(request, 2), "finish", "city", note="又办了", outcome="solved", at=on(27))
    assert remind_of_silence(on(30)) == 0
    assert remind_of_silence(on(2, month=12)) == 1


def test_an_enterprise_is_reminded_of_what_it_is_to_send_and_then_not_waited_for(in_hand, press):
    found = press(in_hand(), "ask_enterprise", "power", reason="papers", at=on(24, 11))
    assert [remind_of_supplies(at) for at in (on(1, 17, month=12), on(1, 17, 1, month=12), on(2, month=12))] == [0, 1, 0]
    assert remind_of_supplies(on(8, 17, month=12)) == 0
    assert remind_of_supplies(on(8, 17, 1, month=12)) == 1
    assert part(found.request, 1).state == "ended"
    assert again(found.request).state == "in_hand"


def test_what_is_ended_for_want_of_an_answer_goes_to_the_enterprise_with_the_rest(in_hand, press):
    found = press(in_hand(), "ask_enterprise", "power", reason="papers", at=on(24, 11))
    press(part(found.request, 2), "sign", "city")
    press(part(found.request, 2), "finish", "city", note="好了", outcome="solved")
    remind_of_supplies(on(9, month=12))
    assert again(found.request).state == "answered"


def test_nobody_is_told_where_the_enterprise_has_no_account(answered, owner):
    request = answered()
    before = Notice.objects.count()
    Request.objects.filter(pk=request.pk).update(owner=None)
    assert remind_of_silence(on(27)) == 0
    assert Notice.objects.count() == before


def test_whoever_is_quicker_than_the_tick_is_not_overtaken(brought, press):
    request = brought()
    press(request, "receive", "steward")
    assert ticking._fired(request, "receive", on(26)) is False
    assert again(request).events.count() == 2


def test_the_minutes_tick_runs_all_of_it(brought, capsys):
    Request.objects.filter(pk=brought().pk).update(made=on(2, month=1))
    call_command("tick")
    assert "诉求自动受理 1" in capsys.readouterr().out
    assert {"超期升级", "督办通知", "等企业补充"} < {term for term, _run in DUE}


def test_requests_are_kept_for_their_years_and_then_deleted_with_all_their_parts(accepted, press, brought):
    request = press(accepted(), "archive", "system")
    brought("还没有办完的另一件")
    rule = kept.KEPT[0]
    later = request.changed + timedelta(days=kept.DAYS)
    assert (rule.due(later), rule.due(later + timedelta(seconds=1)), rule.held()) == (0, 1, 2)
    assert rule.delete(later + timedelta(seconds=1)) == 1
    assert Request.objects.get().state == "submitted"
    assert not PartEvent.objects.filter(subject__request=request.pk).exists()


def test_a_persons_requests_are_handed_out_with_their_words(sent, owner, other):
    request = sent()
    [row] = holding.HOLDING.rows(owner)
    assert (row["number"], row["mobile"], len(row["parts"])) == (request.number, "13900001234", 2)
    assert row["parts"][0]["words"].startswith("车间")
    assert holding.HOLDING.numbers(owner) == [request.pk]
    assert holding.HOLDING.rows(other) == []


def test_what_a_person_has_deleted_keeps_its_count_and_nothing_of_them(sent, owner, now):
    request = sent()
    assert holding.HOLDING.delete(owner, now) == 1
    found = again(request)
    assert (found.owner, bytes(found.content), found.said, found.reached) == (None, b"", "", "")
    assert {bytes(each.content) for each in found.parts.all()} == {b""}
    assert {bytes(each.note) for each in RequestEvent.objects.all()} == {b""}
    assert Client.objects.get().person is None
    assert content_of(found) == {}


def test_everything_sealed_is_told_and_comes_under_a_new_key(in_hand, press, settings):
    press(in_hand(), "reply", "power", note="正在订设备", next_reply="2026-12-01")
    assert {each.name for each in SEALED} >= {"aftercare.request.content", "aftercare.part.content", "aftercare.partevent.note", "aftercare.request.said"}
    old = settings.GAOXING_KEY
    settings.GAOXING_KEY = f"{'ab' * 16},{old}"
    steps = {each.name: each.renew(office_sealer(), 0) for each in SEALED}
    assert all(step.broken == () for step in steps.values())
    assert steps["aftercare.part.content"].renewed == 2
    assert content_of(Request.objects.get())["mobile"] == "13900001234"
