"""The task force: when a part is worth one, who belongs to it and sees the part, minutes that become tasks, and what an open task holds up."""

from datetime import timedelta

import pytest

from gaoxing.casework.acting import Reason
from gaoxing.office.aftercare.actions import Plan, plan
from gaoxing.office.aftercare.forces import forming, tasks
from gaoxing.office.aftercare.forces.models import ForceTask
from gaoxing.office.aftercare.forces.tasks import Minutes, Wanted
from gaoxing.office.aftercare.holding import HOLDING
from gaoxing.office.aftercare.models import CoUnit, Part, PartEvent
from gaoxing.office.aftercare.permissions import parts_visible_to
from gaoxing.office.aftercare.sealed import SEALED
from gaoxing.office.audit.models import Entry
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.vault import office_sealer
from tests.office.aftercare.conftest import part
from tests.office.aftercare.forces.conftest import TODAY
from tests.office.aftercare.units.conftest import read, where

pytestmark = pytest.mark.django_db


def test_three_units_two_returns_or_a_late_part_are_worth_a_task_force(in_hand, units, now, cast):
    found = in_hand()
    assert forming.worth(found, now=now) == ()
    CoUnit.objects.create(part=found, unit=units["police"])
    assert "3 家" in forming.worth(found, now=now)[0]
    for number in (8, 9):
        PartEvent.objects.create(subject=found, number=number, act="object", source="dispatched", target="objected", role="unit_handler", at=now)
    assert [each for each in forming.worth(found, now=now + timedelta(days=7)) if "2 次" in each or "超期" in each] == ["这件诉求里退回过 2 次。", "已经超期。"]


def test_a_member_sees_the_part_and_leaves_it_no_more(formed, cast, units, now):
    found = formed()
    on = now.date()
    assert parts_visible_to(cast["police"], on=on).get() == found
    assert [each.name for each in forming.member_units(found)] == [units[each].name for each in ("power", "city", "police")]
    forming.leave(found, units["police"].pk, cast["task_force_lead"], now=now)
    assert not parts_visible_to(cast["police"], on=on).exists()
    assert Entry.objects.filter(act="force.left").count() == 1


def test_a_unit_may_send_one_of_its_handlers_and_nobody_elses(formed, cast, units, now):
    found, lead = formed(), cast["task_force_lead"]
    with pytest.raises(NotAllowed, match="不是“样例交警中队”的经办人"):
        forming.join(found, units["police"].pk, cast["city"].pk, lead, now=now)
    assert forming.join(found, units["police"].pk, cast["police"].pk, lead, now=now).unit == units["police"]
    assert found.force_members.get().person == cast["police"]


@pytest.mark.parametrize("who", ["power", "police", "city"])
def test_a_unit_does_not_say_who_belongs_to_it(formed, cast, units, now, who):
    with pytest.raises(NotAllowed, match="由专班负责人"):
        forming.join(formed(), units["city"].pk, 0, cast[who], now=now)


def test_without_a_task_force_nobody_joins_one_and_a_unit_that_is_none_is_refused(in_hand, formed, cast, units, now):
    with pytest.raises(NotAllowed, match="还没有交给专班"):
        forming.join(in_hand(words="别的事"), units["city"].pk, 0, cast["leader"], now=now)
    with pytest.raises(NotAllowed, match="没有这个单位"):
        forming.join(formed(), 0, 0, cast["leader"], now=now)


def test_minutes_become_tasks_and_both_are_sealed(minuted, cast, now):
    found = minuted()
    first, second = ForceTask.objects.order_by("number")
    assert [tasks.words_of(each) for each in (first, second)] == ["夜里放行施工车辆", "开挖路面"]
    assert (first.meeting, second.person, second.due) == (found.events.get(act="minute").number, cast["city"], TODAY)
    assert "放行".encode() not in bytes(first.words)
    assert Entry.objects.filter(act="task.made").count() == 2


@pytest.mark.parametrize(
    ("held", "words", "given", "said"),
    [
        (None, "定了", (), "哪天开的会"),
        (TODAY + timedelta(days=1), "定了", (), "不能晚于今天"),
        (TODAY, " ", (), "会办纪要"),
        (TODAY, "长" * 2001, (), "1 到 2000"),
        (TODAY, "定了", (Wanted("", 1, 0, TODAY),), "第 1 项任务要写明做什么"),
        (TODAY, "定了", (Wanted("做", 0, 0, TODAY),), "交给谁"),
        (TODAY, "定了", (Wanted("做", 1, 0, None),), "哪天做完"),
        (TODAY, "定了", (Wanted("做", 1, 0, TODAY - timedelta(days=1)),), "不能早于今天"),
        (TODAY, "定了", (Wanted("做", 10**9, 0, TODAY),), "只能交给主办"),
        (TODAY, "定了", (Wanted("做", 1, 0, TODAY),) * 21, "最多记 20 项"),
    ],
)
def test_minutes_that_fall_short_are_refused_and_nothing_is_kept(formed, cast, now, held, words, given, said):
    found = formed()
    with pytest.raises(NotAllowed, match=said):
        tasks.minute(found, Minutes(held, words, given), cast["task_force_lead"], revision=found.revision, now=now)
    assert not ForceTask.objects.exists()
    assert not found.events.filter(act="minute").exists()


def test_a_task_is_done_by_its_unit_once_and_found_not_done_by_the_lead(minuted, cast, now):
    minuted()
    task = ForceTask.objects.get(number=1)
    with pytest.raises(NotAllowed, match="由它或者专班负责人来记"):
        tasks.finish(task, "放行了", cast["power"], now=now)
    with pytest.raises(NotAllowed, match="怎么做的"):
        tasks.finish(task, " ", cast["police"], now=now)
    tasks.finish(task, "放行了", cast["police"], now=now)
    with pytest.raises(NotAllowed, match="刚才在别处记过"):
        tasks.finish(task, "放行了", cast["task_force_lead"], now=now)
    task.refresh_from_db()
    assert (task.state, task.done_by, tasks.note_of(task)) == ("done", cast["police"], "放行了")
    with pytest.raises(NotAllowed, match="由专班负责人来定"):
        tasks.reopen(task, cast["police"], now=now)
    tasks.reopen(task, cast["task_force_lead"], now=now)
    assert ForceTask.objects.get(number=1).state == "open"


def test_open_tasks_stand_on_their_owners_list_and_nobody_elses(minuted, cast, now):
    minuted()
    listed = {who: [each.number for each in tasks.tasks_of(cast[who], on=now.date())] for who in ("police", "city", "power", "leader")}
    assert listed == {"police": [1], "city": [2], "power": [], "leader": []}
    seen = {who: tasks.visible_to(cast[who], on=now.date()).count() for who in ("police", "power", "leader", "colleague", "applicant", "system")}
    assert seen == {"police": 2, "power": 2, "leader": 2, "colleague": 0, "applicant": 0, "system": 0}


def test_a_unit_with_an_open_task_does_not_leave(minuted, cast, units, now):
    with pytest.raises(NotAllowed, match="还有任务没有做完"):
        forming.leave(minuted(), units["police"].pk, cast["leader"], now=now)


def test_a_part_that_is_redone_by_another_unit_leaves_its_open_tasks_behind_with_the_reason(minuted, press, cast, units, now):
    """One of its two tasks was done before: it stays as it is."""
    found = press(minuted(), "advise", "city", note="可以开挖", later=timedelta(minutes=30))
    tasks.finish(found.tasks.get(number=2), "挖好了", cast["city"], now=now + timedelta(minutes=31))
    press(found, "finish", "power", note="换了", outcome="partly", later=timedelta(minutes=32))
    press(part(found.request, 2), "sign", "city", later=timedelta(minutes=33))
    press(part(found.request, 2), "finish", "city", note="划了", outcome="solved", later=timedelta(minutes=34))
    request = press(found.request, "reject", "applicant", reason="unsolved", later=timedelta(minutes=35))
    plans = [Plan(each.number, each.category, "x", "", units["police" if each.number == 1 else "city"].pk) for each in request.parts.all()]
    plan(request, plans, cast["leader"], revision=request.revision, now=now + timedelta(minutes=36))
    assert list(found.tasks.values_list("number", "state", "why")) == [(1, "closed", "elsewhere"), (2, "done", "")]
    assert not tasks.tasks_of(cast["police"], on=now.date()).exists()
    assert Entry.objects.filter(act="task.closed", reason="task.elsewhere").count() == 1


def test_a_part_that_is_sent_elsewhere_after_an_objection_leaves_them_too(minuted, press, units):
    found = minuted()
    Part.objects.filter(pk=found.pk).update(state="objected")
    press(found, "redispatch", "leader", unit=units["police"].pk, later=timedelta(hours=1))
    assert set(found.tasks.values_list("state", flat=True)) == {"closed"}


def test_a_part_that_its_own_unit_does_again_keeps_its_tasks(minuted, press, units):
    found = minuted()
    Part.objects.filter(pk=found.pk).update(state="objected")
    press(found, "designate", "leader", unit=units["power"].pk, later=timedelta(hours=1))
    assert set(found.tasks.values_list("state", flat=True)) == {"open"}


def test_a_task_that_nobody_has_to_do_is_told_so_and_can_neither_be_done_nor_reopened(minuted, cast, units, browser, press, now):
    found = minuted()
    Part.objects.filter(pk=found.pk).update(state="objected")
    press(found, "redispatch", "leader", unit=units["police"].pk, later=timedelta(hours=1))
    task = found.tasks.select_related("part__request", "unit").get(number=1)
    for deed in (lambda: tasks.finish(task, "放行了", cast["police"], now=now), lambda: tasks.reopen(task, cast["task_force_lead"], now=now)):
        with pytest.raises(NotAllowed, match="刚才在别处记过"):
            deed()
    assert "不用做了：这一件改由别的单位主办" in read(browser("task_force_lead").get(where(found, "/force")))


def test_a_part_is_not_answered_as_solved_over_an_open_task_unless_it_is_said_why(minuted, press):
    found = press(minuted(), "advise", "city", note="可以开挖", later=timedelta(minutes=30))
    given = {"note": "换好了", "later": timedelta(minutes=40)}
    with pytest.raises(NotAllowed, match="任务没有做完"):
        press(found, "finish", "power", outcome="solved", **given)
    assert press(found, "finish", "power", outcome="solved", tasks_note="绿化下周补种", **given).state == "done"


def test_what_is_only_explained_waits_for_no_task(minuted, press):
    found = press(minuted(), "advise", "city", note="可以开挖", later=timedelta(minutes=30))
    assert press(found, "finish", "power", note="政策不允许", outcome="explained", later=timedelta(minutes=40)).state == "done"


def test_the_words_of_tasks_go_with_the_persons_data_and_come_under_a_new_key(minuted, owner, now):
    minuted()
    column = next(each for each in SEALED if each.name == "aftercare.forcetask.words")
    assert column.renew(office_sealer(), 0).broken == ()
    HOLDING.delete(owner, now)
    assert {bytes(each.words) for each in ForceTask.objects.all()} == {b""}


def test_a_leader_forms_it_by_its_page_with_the_units_that_are_ticked(in_hand, browser, cast, units):
    found, leader = in_hand(), browser("leader")
    page = read(leader.get(where(found, "/force")))
    assert page.count(" checked>") == 2
    answer = leader.post(where(found, "/force/convene"), {"revision": found.revision, "lead": "", "unit": [units["police"].pk], "note": "要一起定"})
    assert (answer.status_code, "没有选负责人" in read(answer), "要一起定" in read(answer), read(answer).count(" checked>")) == (409, True, True, 1)
    fields = {"revision": found.revision, "lead": cast["task_force_lead"].pk, "unit": [units["police"].pk]}
    assert leader.post(where(found, "/force/convene"), fields).status_code == 302
    assert "样例交警中队" in read(browser("police").get(where(found, "/force")))


def test_a_meeting_is_recorded_by_its_page_and_a_refused_one_keeps_what_was_typed(formed, browser, units, cast):
    found, lead = formed(), browser("task_force_lead")
    fields = {
        "revision": found.revision,
        "held": "2026-11-24",
        "note": "定下夜里施工",
        "words-1": "开挖路面",
        "owner-1": f"u{units['city'].pk}p{cast['city'].pk}",
    }
    answer = lead.post(where(found, "/force/minutes"), fields)
    assert (answer.status_code, "哪天做完" in read(answer), "开挖路面" in read(answer), "定下夜里施工" in read(answer)) == (409, True, True, True)
    assert lead.post(where(found, "/force/minutes"), {**fields, "due-1": "2026-11-25"}).status_code == 302
    page = read(lead.get(where(found, "/force")))
    assert "任务 1 项" in page
    assert "会办纪要 1 份" in page
    assert "定下夜里施工" in page
    assert "style=" not in page


def test_a_task_is_settled_by_the_page_of_its_owner(minuted, browser):
    found, police = minuted(), browser("police")
    assert "夜里放行施工车辆" in read(police.get("/staff/parts"))
    assert police.post(where(found, "/force/tasks/1"), {"do": "done", "note": ""}).status_code == 409
    assert police.post(where(found, "/force/tasks/1"), {"do": "done", "note": "放行了"}).status_code == 302
    assert "夜里放行施工车辆" not in read(police.get("/staff/parts"))
    assert browser("task_force_lead").post(where(found, "/force/tasks/1"), {"do": "reopen"}).status_code == 302
    assert police.post(where(found, "/force/tasks/9"), {"do": "done", "note": "放行了"}).status_code == 404


def test_members_are_kept_by_the_page(formed, browser, units):
    found, lead = formed(), browser("task_force_lead")
    assert lead.post(where(found, "/force/members"), {"member": f"u{units['city'].pk}"}).status_code == 302
    assert lead.post(where(found, "/force/members"), {"leave": units["police"].pk}).status_code == 302
    assert [each.unit for each in found.force_members.all()] == [units["city"]]
    assert lead.post(where(found, "/force/members"), {"member": "nonsense"}).status_code == 409


def test_a_part_without_a_reason_kind_is_not_changed_by_a_stray_reason(in_hand, cast, now):
    found = in_hand()
    pressed = Pressed("convene", (Reason("complex", "复杂"),), details={"lead": cast["task_force_lead"].pk})
    with pytest.raises(NotAllowed, match="不用写理由"):
        forming.convene(found, pressed, (), cast["leader"], now=now)
    assert part(found.request, 1).force_lead is None
    assert Part.objects.filter(force_members__isnull=False).count() == 0
