"""The whole loop, by the people who may: from what an enterprise says to its own acceptance, and every way round."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from gaoxing.casework.clock import Light
from gaoxing.office.aftercare import clocking
from gaoxing.office.aftercare.actions import Plan, Told, bring, plan
from gaoxing.office.aftercare.firing import note_of
from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.audit.models import Entry
from gaoxing.office.notices.models import Notice
from gaoxing.office.refusal import NotAllowed
from tests.office.aftercare.conftest import CALL, ENTERPRISE, PROBLEMS, RATED, WORDS, acts, again, part

pytestmark = pytest.mark.django_db
SHANGHAI = ZoneInfo("Asia/Shanghai")


def on(day, hour=10, minute=0, month=11):
    return datetime(2026, month, day, hour, minute, tzinfo=SHANGHAI)


def test_a_request_goes_from_its_words_to_the_enterprises_acceptance(accepted, press):
    request = press(accepted(), "archive", "system")
    assert acts(request) == ["submit", "receive", "contact", "decompose", "dispatch", "answer", "accept", "archive"]
    assert (request.state, request.rating, request.solved, request.unrated) == ("archived", 5, True, False)


def test_every_act_leaves_one_event_and_one_entry_of_the_audit(accepted):
    request = accepted()
    parts = Part.objects.filter(request=request)
    assert Entry.objects.filter(act__startswith="request.", subject_kind="aftercare.request").count() == request.events.count() + 1
    assert Entry.objects.filter(act__startswith="part.").count() == sum(each.events.count() for each in parts)


def test_the_enterprise_is_told_of_its_answer_and_nobody_else_of_its_words(answered, owner):
    answered()
    told = Notice.objects.filter(event="request_went_on")
    assert {each.person for each in told} == {owner.pk}
    assert told.count() > 3


def test_the_last_part_hands_the_request_to_its_enterprise_and_none_before(sent, press):
    request = sent()
    press(part(request, 2), "sign", "city")
    press(part(request, 2), "finish", "city", note="已经划线", outcome="solved")
    assert again(request).state == "in_hand"
    press(part(request, 1), "sign", "power")
    press(part(request, 1), "decline", "power", note="没有容量", reason="resources_lacking")
    assert again(request).state == "answered"


def test_a_lead_unit_cannot_finish_before_its_co_unit_answered(in_hand, press):
    found = in_hand()
    with pytest.raises(NotAllowed, match="协办单位没有答复"):
        press(found, "finish", "power", note="已经办好", outcome="solved")
    press(found, "advise", "city", note="同意开挖")
    assert press(found, "finish", "power", note="已经办好", outcome="solved").outcome == "solved"


@pytest.mark.parametrize("told", [{"note": "", "outcome": "solved"}, {"note": "好了", "outcome": "great"}, {"note": "好了"}])
def test_nothing_is_finished_without_an_answer_and_its_outcome(sent, press, told):
    found = press(part(sent(), 2), "sign", "city")
    with pytest.raises(NotAllowed, match="结果类别"):
        press(found, "finish", "city", **told)


def test_a_unit_returns_a_part_once_and_the_leader_sends_it_elsewhere(sent, press, units):
    found = press(part(sent(), 1), "object", "power", reason="not_our_duty")
    found = press(found, "redispatch", "leader", unit=units["police"].pk)
    assert (found.state, found.lead) == ("dispatched", units["police"])
    with pytest.raises(NotAllowed, match="由主办单位经办人"):
        press(found, "sign", "power")
    with pytest.raises(NotAllowed, match="已经退回过一次"):
        press(found, "object", "police", reason="not_our_duty")
    assert press(found, "sign", "police").state == "in_hand"


def test_a_part_sent_to_a_unit_that_helped_does_not_wait_for_its_own_answer(sent, press, units):
    """The city helped the power station; now that it leads, nobody is left to answer it."""
    found = press(part(sent(), 1), "object", "power", reason="not_our_duty")
    found = press(press(found, "redispatch", "leader", unit=units["city"].pk), "sign", "city")
    assert not found.co_units.exists()
    assert press(found, "finish", "city", note="已经办好", outcome="solved").state == "done"


def test_a_lead_unit_that_is_written_as_its_own_helper_is_not_waited_for(in_hand, press, units):
    found = in_hand()
    found.co_units.update(unit=units["power"])
    assert press(found, "finish", "power", note="已经办好", outcome="solved").state == "done"


def test_a_designated_unit_cannot_return_it(sent, press, units):
    found = press(part(sent(), 1), "object", "power", reason="not_our_duty")
    found = press(found, "designate", "leader", unit=units["power"].pk)
    with pytest.raises(NotAllowed, match="领导已经指定"):
        press(found, "object", "power", reason="not_our_duty")


def test_a_returned_part_needs_a_unit_that_still_acts(sent, press, units, now):
    found = press(part(sent(), 1), "object", "power", reason="not_our_duty")
    units["police"].closed = now.date()
    units["police"].save()
    for unit in ("", "x", 0, 10**30, units["police"].pk):
        with pytest.raises(NotAllowed, match="请选一个"):
            press(found, "redispatch", "leader", unit=unit)


@pytest.mark.parametrize(("at", "late"), [(on(25, 16, 59), False), (on(25, 17), False), (on(25, 17, 1), True), (on(26), True)])
def test_a_part_is_returned_within_one_working_day_or_not_at_all(sent, press, at, late):
    found = part(sent(), 1)
    if late:
        with pytest.raises(NotAllowed, match="不能再退回"):
            press(found, "object", "power", reason="not_our_duty", at=at)
    else:
        assert press(found, "object", "power", reason="not_our_duty", at=at).state == "objected"


@pytest.mark.parametrize(("at", "late"), [(on(26, 16), False), (on(27, 9), True), (on(27, 18), True)])
def test_an_extension_is_asked_a_working_day_before_due_or_not_at_all(in_hand, press, at, late):
    found = in_hand()
    assert found.due == on(27, 17)
    if late:
        with pytest.raises(NotAllowed, match="不到一个工作日"):
            press(found, "ask_extension", "power", reason="complex", note="要等设备", at=at)
    else:
        assert press(found, "ask_extension", "power", reason="complex", note="要等设备", at=at).state == "extension_asked"


def test_an_extension_is_granted_once_and_moves_the_due_day_by_its_grade(in_hand, press):
    found = press(in_hand(), "ask_extension", "power", reason="complex", note="要等设备")
    found = press(found, "grant_extension", "leader", at=on(25))
    assert found.due == on(2, 17, month=12)
    with pytest.raises(NotAllowed, match="不能再延"):
        press(found, "ask_extension", "power", reason="complex", note="还要等", at=on(26))


def test_an_extension_that_is_refused_moves_nothing_and_may_be_asked_again(in_hand, press):
    found = press(in_hand(), "ask_extension", "power", reason="complex", note="要等设备")
    found = press(found, "refuse_extension", "leader", reason="can_be_done")
    assert (found.state, found.due) == ("in_hand", on(27, 17))
    assert press(found, "ask_extension", "power", reason="outside", note="等上级").state == "extension_asked"


def test_what_is_overdue_when_it_is_decided_is_not_extended(in_hand, press):
    found = press(in_hand(), "ask_extension", "power", reason="complex", note="要等设备")
    with pytest.raises(NotAllowed, match="已经到期"):
        press(found, "grant_extension", "leader", at=on(30))
    assert press(found, "refuse_extension", "leader", reason="unreasoned", at=on(30)).state == "in_hand"


def test_waiting_for_the_enterprise_counts_no_day(in_hand, press):
    found = press(in_hand(), "ask_enterprise", "power", reason="papers")
    assert (found.due, clocking.light_of(found, now=on(24, month=12))) == (None, Light.PAUSED)
    with pytest.raises(NotAllowed, match="请写明"):
        press(found, "supply", "applicant", at=on(30))
    found = press(found, "supply", "applicant", note="变压器铭牌见照片", at=on(30))
    assert (found.state, found.due) == ("in_hand", on(3, 17, month=12))


@pytest.mark.parametrize("named", ["", "明天", "2026-11-24", "2026-11-01"])
def test_a_reply_by_stage_names_a_day_that_is_to_come(in_hand, press, named):
    with pytest.raises(NotAllowed, match="下次答复的日子"):
        press(in_hand(), "reply", "power", note="正在订设备", next_reply=named)


def test_a_reply_by_stage_keeps_its_day_and_moves_no_limit(in_hand, press):
    found = press(in_hand(), "reply", "power", note="正在订设备", next_reply="2026-12-01")
    assert (found.next_reply.isoformat(), found.due) == ("2026-12-01", on(27, 17))
    assert note_of(found.events.get(act="reply"))["note"] == "正在订设备"


def test_a_task_force_is_led_by_somebody_with_that_role_who_may_then_finish(in_hand, press, cast):
    found = press(in_hand(), "advise", "city", note="同意")
    with pytest.raises(NotAllowed, match="没有选负责人"):
        press(found, "convene", "steward", lead=cast["leader"].pk)
    with pytest.raises(NotAllowed, match="由专班负责人"):
        press(found, "minute", "task_force_lead", note="三家一起定")
    found = press(found, "convene", "steward", lead=cast["task_force_lead"].pk)
    press(found, "minute", "task_force_lead", note="三家一起定")
    assert press(found, "finish", "task_force_lead", note="换了变压器", outcome="solved").handler == cast["task_force_lead"]


@pytest.mark.parametrize("told", [{}, {"rating": 5}, {"solved": "yes"}, {"rating": 6, "solved": "yes"}, {"rating": 0, "solved": "no"}])
def test_nothing_is_accepted_without_a_rating_and_whether_it_is_solved(answered, press, told):
    request = answered()
    with pytest.raises(NotAllowed, match="满意程度"):
        press(request, "accept", "applicant", **told)
    assert again(request).state == "answered"
    assert not Entry.objects.filter(act="request.accept").exists()


def test_a_steward_accepts_only_with_a_recorded_call(answered, press):
    request = answered()
    with pytest.raises(NotAllowed, match="联系了谁"):
        press(request, "accept", "steward", **RATED)
    request = press(request, "accept", "steward", **RATED, **CALL)
    assert note_of(request.events.get(act="accept"))["whom"] == "联系人甲"


def test_silence_is_never_satisfaction(answered, press):
    request = answered()
    with pytest.raises(NotAllowed, match="没有等满"):
        press(request, "lapse", "system", at=on(3, 17, month=12))
    request = press(request, "lapse", "system", at=on(3, 17, 1, month=12))
    assert (request.state, request.unrated, request.rating, request.solved) == ("accepted", True, None, None)


def test_whoever_is_not_satisfied_has_it_redone_by_the_next_level(answered, press):
    request = press(answered(), "reject", "applicant", reason="unsolved")
    assert (request.state, request.rejections) == ("redoing", 1)
    with pytest.raises(NotAllowed, match="由领导"):
        press(request, "redo", "steward")
    request = press(request, "redo", "leader", parts=[1])
    assert [(each.number, each.state) for each in request.parts.all()] == [(1, "dispatched"), (2, "done")]
    assert part(request, 1).outcome == ""
    assert part(request, 1).co_units.get().advised is None


def test_a_second_redo_needs_another_reviewer(answered, press):
    request = press(press(answered(), "reject", "applicant", reason="unsolved"), "redo", "leader", parts=[2])
    press(part(request, 2), "sign", "city")
    press(part(request, 2), "finish", "city", note="又划了线", outcome="partly")
    request = press(request, "reject", "applicant", reason="slow")
    with pytest.raises(NotAllowed, match="另一个人复核"):
        press(request, "redo", "leader", parts=[2])
    request = press(request, "redo", "chief", parts=[2])
    assert (request.rejections, request.state) == (2, "in_hand")


def test_a_bad_rating_is_called_back_before_it_is_archived(accepted, press):
    request = accepted(rating=1)
    with pytest.raises(NotAllowed, match="差评还没有回访"):
        press(request, "archive", "system")
    with pytest.raises(NotAllowed, match="联系了谁"):
        press(request, "call_back", "steward")
    request = press(request, "call_back", "steward", **CALL)
    assert request.called_back is not None
    assert press(request, "archive", "system").state == "archived"


@pytest.mark.parametrize(("at", "late"), [(on(24, 23, month=12), False), (on(25, 0, month=12), True)])
def test_a_request_is_opened_again_within_thirty_days(accepted, press, at, late):
    request = press(accepted(), "archive", "steward")
    if late:
        with pytest.raises(NotAllowed, match="另提一件"):
            press(request, "reopen", "applicant", reason="came_back", at=at)
    else:
        request = press(request, "reopen", "applicant", reason="came_back", at=at)
        assert (request.state, request.rejections, request.rating) == ("redoing", 1, None)


def test_merged_requests_keep_each_originators_own_answer(sent, press, cast, other, now):
    main = sent()
    second = bring(Told("昆山样例邻居有限公司", "我们这边也老是跳闸", PROBLEMS[:1], owner=other), other, now=now)
    second = press(second, "merge", "steward", main=main.pk)
    for number, who in ((1, "power"), (2, "city")):
        press(part(main, number), "sign", who)
    press(part(main, 1), "advise", "city", note="同意")
    for number, who in ((1, "power"), (2, "city")):
        press(part(main, number), "finish", who, note="已经办好", outcome="solved")
    assert (again(second).state, again(main).state) == ("answered", "answered")
    press(main, "accept", "applicant", **RATED)
    assert again(second).state == "answered"
    cast["applicant"] = other
    assert press(second, "reject", "applicant", reason="unsolved").state == "redoing"


def test_what_is_merged_may_be_redone_only_with_a_part_of_its_own(sent, brought, press, cast, units, now):
    main, second = sent(), brought("隔壁厂房也跳闸")
    second = press(second, "merge", "steward", main=main.pk)
    for number in (1, 2):
        part(main, number).co_units.all().delete()
        press(part(main, number), "sign", "power" if number == 1 else "city")
        press(part(main, number), "finish", "power" if number == 1 else "city", note="办好了", outcome="solved")
    second = press(again(second), "reject", "applicant", reason="unsolved")
    with pytest.raises(NotAllowed, match="没有主办单位"):
        press(second, "redo", "leader")
    kept = [Plan(each.number, each.category, "跳闸", lead=units["power"].pk) for each in second.parts.all()]
    second = plan(again(second), kept, cast["steward"], revision=again(second).revision, now=now)
    assert press(second, "redo", "leader").state == "in_hand"
    assert set(second.parts.values_list("state", flat=True)) == {"dispatched"}


@pytest.mark.parametrize("which", ["itself", "nothing", "merged", "over"])
def test_only_an_open_request_of_its_own_can_be_a_main_one(brought, press, which):
    request, second = brought(), brought("还有一件别的事，厂门口堵车")
    third = press(brought("食堂排队太久"), "withdraw", "applicant")
    wanted = {"itself": request.pk, "nothing": 0, "over": third.pk}.get(which)
    if which == "merged":
        wanted = press(second, "merge", "steward", main=brought("第四件，夜里没有路灯").pk).pk
    with pytest.raises(NotAllowed, match="另选主单"):
        press(request, "merge", "steward", main=wanted)


def test_a_request_with_others_in_it_is_not_merged_nor_withdrawn(brought, press):
    main, second, third = brought(), brought("厂门口堵车"), brought("食堂排队太久")
    press(second, "merge", "steward", main=main.pk)
    with pytest.raises(NotAllowed, match="不能再并入"):
        press(main, "merge", "steward", main=third.pk)
    with pytest.raises(NotAllowed, match="不能再并入"):
        press(main, "withdraw", "applicant")


def test_what_its_enterprise_withdraws_ends_with_all_its_parts(sent, press):
    request = press(sent(), "withdraw", "applicant")
    assert (request.state, set(request.parts.values_list("state", flat=True))) == ("withdrawn", {"ended"})


def test_what_is_not_taken_up_names_a_reason_and_the_right_channel(brought, press):
    request = brought()
    with pytest.raises(NotAllowed, match="应该走的渠道"):
        press(request, "not_accept", "steward", reason="legal_dispute")
    with pytest.raises(NotAllowed, match="请写明不予受理的理由"):
        press(request, "not_accept", "steward", note="请找法院")
    request = press(request, "not_accept", "steward", reason="legal_dispute", note="劳动争议请向仲裁委员会申请仲裁")
    assert request.state == "not_accepted"
    assert "仲裁委员会" in note_of(request.events.get(act="not_accept"))["note"]


def test_a_supervision_has_a_day_to_be_answered_by(sent, press):
    request = press(sent(), "supervise", "leader", reason="overdue", at=on(24))
    assert request.supervised_until == on(26, 17)
    assert request.state == "in_hand"


def test_nothing_is_dispatched_that_has_no_lead_unit(planned, press, cast, now):
    request = press(planned(), "decompose", "steward")
    request = plan(request, [Plan(0, "market", "还要找配套厂")], cast["steward"], revision=request.revision, now=now)
    with pytest.raises(NotAllowed, match="没有主办单位"):
        press(request, "dispatch", "steward")


def test_a_request_shows_the_worst_light_of_its_parts_and_its_own_before(brought, sent, press):
    assert clocking.light_of_request(brought("厂门口堵车"), now=on(24, 11)) is Light.GREEN
    request = sent()
    assert clocking.light_of_request(request, now=on(24, 12)) is Light.GREEN
    assert clocking.light_of_request(request, now=on(26, 9)) is Light.YELLOW
    assert clocking.light_of_request(request, now=on(30)) is Light.RED
    assert clocking.light_of_request(request, now=on(3, month=12)) is Light.DOUBLE_RED
    assert clocking.light_of(part(request, 2), now=on(26)) is Light.YELLOW


def test_an_urgent_part_has_the_short_limit(sent):
    assert part(sent(urgent=True), 2).due == on(27, 17)
    assert part(Request.objects.get(), 1).due == on(27, 17)


def test_the_office_reads_the_words_again(sent):
    from gaoxing.office.aftercare.queries import content_of

    request = sent()
    assert content_of(request) == {"words": WORDS, "contact": "联系人甲", "mobile": "13900001234"}
    assert content_of(part(request, 2))["words"] == "员工停车位不够"
    assert request.enterprise == ENTERPRISE
    assert request.due is None
    assert request.made + timedelta(minutes=5) == request.changed
