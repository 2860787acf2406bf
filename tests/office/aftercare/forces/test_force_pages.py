"""The task force's page by each role: who forms it, keeps its members, records its meetings, settles its tasks; refusals keep what was typed."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from gaoxing.office.aftercare.firing import note_of
from gaoxing.office.aftercare.forces import tasks
from gaoxing.office.aftercare.forces.models import ForceTask
from gaoxing.office.aftercare.models import CoUnit, Part, PartEvent
from gaoxing.office.audit.models import Entry
from tests.office.aftercare.conftest import acts, part
from tests.office.aftercare.units.conftest import expressions, read, where

pytestmark = pytest.mark.django_db

MEETING = {"held": "2026-11-24", "note": "定下夜里施工", "words-1": "开挖路面", "due-1": "2026-11-25"}

SHORT = (
    ({"held": ""}, "哪天开的会"),
    ({"held": "2026-11-25"}, "不能晚于今天"),
    ({"note": " "}, "会办纪要"),
    ({"words-1": ""}, "第 1 项任务要写明做什么"),
    ({"owner-1": ""}, "交给谁"),
    ({"owner-1": "u999999"}, "只能交给"),
    ({"due-1": "2026-11-23"}, "不能早于今天"),
    ({"due-1": "明天"}, "哪天做完"),
    ({"words-3": "又一项"}, "第 2 项任务"),
)
"""What a meeting may fall short in, and what is then said."""


@pytest.fixture
def posted(browser):
    """Posts to an address of the force's page by the revision that it shows."""

    def done(found, who, tail, **fields):
        found = part(found.request, found.number)
        return browser(who).post(where(found, f"/force/{tail}"), {"revision": found.revision, **fields})

    return done


def alert(answer):
    """What a refusal says."""
    return read(answer).partition('role="alert">')[2].partition("</p>")[0]


@pytest.mark.parametrize("who", ["steward", "leader"])
def test_a_steward_or_a_leader_forms_it_and_says_why(in_hand, posted, cast, units, who):
    found = in_hand()
    answer = posted(found, who, "convene", lead=cast["task_force_lead"].pk, unit=[units["police"].pk, units["city"].pk], note="三家一起定")
    assert (answer.status_code, answer["Location"]) == (302, where(found, "/force"))
    found = part(found.request, 1)
    assert (found.force_lead, found.force_members.count(), found.state) == (cast["task_force_lead"], 2, "in_hand")
    event = found.events.get(act="convene")
    assert (event.role, note_of(event)["note"]) == (who, "三家一起定")


@pytest.mark.parametrize("who", ["power", "city"])
def test_a_unit_does_not_form_it_and_sees_no_form_for_it(in_hand, posted, browser, cast, who):
    found = in_hand()
    answer = posted(found, who, "convene", lead=cast["task_force_lead"].pk)
    assert (answer.status_code, "服务专员" in alert(answer), part(found.request, 1).force_lead) == (409, True, None)
    assert "/force/convene" not in read(browser(who).get(where(found, "/force")))


def test_a_lead_is_somebody_with_that_role(in_hand, posted, cast, units):
    found = in_hand()
    for lead in ("", "x", "999999", "9" * 30, cast["power"].pk):
        answer = posted(found, "leader", "convene", lead=lead, unit=[units["police"].pk], note="要一起定")
        assert (lead, answer.status_code, "没有选负责人" in alert(answer), "要一起定" in read(answer)) == (lead, 409, True, True)
    assert not part(found.request, 1).force_members.exists()


def test_a_unit_that_is_none_forms_nothing_at_all(in_hand, posted, cast, units):
    found = in_hand()
    answer = posted(found, "leader", "convene", lead=cast["task_force_lead"].pk, unit=[units["police"].pk, 999999])
    assert (answer.status_code, "没有这个单位" in alert(answer)) == (409, True)
    found = part(found.request, 1)
    assert (found.force_lead, found.force_members.count(), acts(found)[-1]) == (None, 0, "sign")


def test_too_long_a_reason_is_refused_and_kept(in_hand, posted, cast):
    answer = posted(in_hand(), "leader", "convene", lead=cast["task_force_lead"].pk, note="长" * 2001)
    assert (answer.status_code, "最多写 2000 个字" in alert(answer), "长" * 2001 in read(answer)) == (409, True, True)


def test_a_stale_page_forms_nothing_and_keeps_the_ticks(in_hand, press, browser, cast, units):
    found = in_hand()
    press(found, "reply", "power", note="先说一声", next_reply="2026-11-25")
    fields = {"revision": found.revision, "lead": cast["task_force_lead"].pk, "unit": [units["police"].pk], "note": "要一起定"}
    answer = browser("leader").post(where(found, "/force/convene"), fields)
    assert (answer.status_code, "已经有人办了“阶段答复”" in alert(answer)) == (409, True)
    assert expressions(r'value="(\d+)" checked', read(answer)) == [str(units["police"].pk)]
    assert part(found.request, 1).force_lead is None


def test_before_it_is_signed_for_or_once_it_is_over_none_is_formed(sent, posted, cast):
    found = part(sent(), 1)
    for state in ("dispatched", "waiting", "extension_asked", "done", "ended"):
        Part.objects.filter(pk=found.pk).update(state=state)
        assert posted(found, "leader", "convene", lead=cast["task_force_lead"].pk).status_code == 409
    assert part(found.request, 1).force_lead is None


def test_another_lead_takes_over_and_the_first_sees_it_no_more(formed, posted, browser, staff, cast, units):
    found = formed()
    cast["second"] = staff("task_force_lead", "force-2")
    assert browser("second").get(where(found)).status_code == 404
    assert posted(found, "leader", "convene", lead=cast["second"].pk, unit=[]).status_code == 302
    assert [browser(who).get(where(found)).status_code for who in ("second", "task_force_lead", "police")] == [200, 404, 200]
    assert posted(found, "second", "minutes", held="2026-11-24", note="接着办").status_code == 302


@pytest.mark.parametrize("who", ["colleague", "window_clerk", "examiner"])
def test_whoever_has_nothing_to_do_with_it_finds_nothing(minuted, posted, browser, who):
    found = minuted()
    assert browser(who).get(where(found, "/force")).status_code in (403, 404)
    for tail, fields in (("convene", {"lead": 1}), ("members", {"leave": 1}), ("minutes", MEETING), ("tasks/1", {"do": "done", "note": "好了"})):
        assert posted(found, who, tail, **fields).status_code in (403, 404)
    assert ForceTask.objects.filter(state="open").count() == 2


def test_the_hint_says_what_speaks_for_it_and_that_nothing_does(in_hand, browser, units, now):
    found = in_hand()
    steward = browser("steward")
    assert "这一件还没有到" in read(steward.get(where(found, "/force")))
    CoUnit.objects.create(part=found, unit=units["police"])
    for number in (7, 8):
        PartEvent.objects.create(subject=found, number=number, act="object", source="dispatched", target="objected", role="unit_handler", at=now)
    page = read(steward.get(where(found, "/force")))
    assert ("要 3 家单位一起办。" in page, "这件诉求里退回过 2 次。" in page, "已经超期" in page, "这一件还没有到" in page) == (True, True, False, False)


def test_a_late_part_is_worth_a_task_force(in_hand, browser, monkeypatch, now):
    found = in_hand()
    monkeypatch.setattr(timezone, "now", lambda: found.due + timedelta(hours=1))
    assert "可以交专班：已经超期。" in read(browser("leader").get(where(found, "/force")))


@pytest.mark.parametrize(("who", "status"), [("task_force_lead", 302), ("steward", 302), ("leader", 302), ("power", 409), ("city", 409), ("police", 409)])
def test_members_are_kept_by_whoever_leads_or_serves(formed, posted, browser, units, who, status):
    found = formed()
    assert ("加进专班" in read(browser(who).get(where(found, "/force")))) == (status == 302)
    answer = posted(found, who, "members", member=f"u{units['city'].pk}")
    assert (answer.status_code, found.force_members.filter(unit=units["city"]).exists()) == (status, status == 302)
    assert posted(found, who, "members", leave=units["police"].pk).status_code == status
    assert found.force_members.filter(unit=units["police"]).exists() == (status == 409)


def test_a_member_that_is_none_is_refused_with_a_sentence(formed, posted):
    found = formed()
    for member in ("", "u", "u0", "x3", "u999999", "u１", "u" + "9" * 25, "p3"):
        answer = posted(found, "leader", "members", member=member)
        assert (member, answer.status_code, "没有这个单位" in alert(answer)) == (member, 409, True)


def test_who_is_named_later_goes_for_the_unit_and_joining_again_keeps_them(formed, posted, units, cast):
    found, unit = formed(), units["police"].pk
    for member in (f"u{unit}p{cast['police'].pk}", f"u{unit}"):
        assert posted(found, "leader", "members", member=member).status_code == 302
    assert found.force_members.get().person == cast["police"]


def test_a_leaving_that_is_none_changes_nothing_and_writes_nothing(formed, posted, units):
    found = formed()
    for leave in ("", "x", units["city"].pk):
        assert posted(found, "leader", "members", leave=leave).status_code == 302
    assert (found.force_members.count(), Entry.objects.filter(act="force.left").count()) == (1, 0)


def test_minutes_are_the_leads_and_nobody_elses(formed, posted, browser):
    found = formed()
    for who in ("power", "city", "police", "steward", "leader"):
        answer = posted(found, who, "minutes", held="2026-11-24", note="定了")
        assert (who, answer.status_code, "专班负责人" in alert(answer)) == (who, 409, True)
        assert "/force/minutes" not in read(browser(who).get(where(found, "/force")))
    assert "minute" not in acts(found)


def test_a_meeting_that_falls_short_keeps_every_row_that_was_typed(formed, posted, units):
    found = formed()
    for wrong, said in SHORT:
        typed = {**MEETING, "owner-1": f"u{units['city'].pk}", **wrong}
        answer = posted(found, "task_force_lead", "minutes", **typed)
        assert (wrong, answer.status_code, said in alert(answer)) == (wrong, 409, True)
        assert [value for name, value in typed.items() if name in ("note", "words-1", "words-3") and value.strip() and value not in read(answer)] == []
    assert (ForceTask.objects.count(), "minute" in acts(found)) == (0, False)


def test_a_stale_meeting_is_refused_and_kept(formed, press, browser, units):
    found = formed()
    press(found, "reply", "power", note="先说一声", next_reply="2026-11-25", later=timedelta(minutes=15))
    answer = browser("task_force_lead").post(where(found, "/force/minutes"), {**MEETING, "owner-1": f"u{units['city'].pk}", "revision": found.revision})
    assert (answer.status_code, "已经有人办了" in alert(answer), "定下夜里施工" in read(answer), "开挖路面" in read(answer)) == (409, True, True, True)
    assert not ForceTask.objects.exists()


def test_a_second_meeting_counts_its_tasks_on(minuted, posted, units):
    found = minuted()
    assert posted(found, "task_force_lead", "minutes", **MEETING, **{"owner-1": f"u{units['power'].pk}"}).status_code == 302
    third = ForceTask.objects.get(number=3)
    assert (tasks.words_of(third), third.unit, third.meeting) == ("开挖路面", units["power"], part(found.request, 1).events.get(number=third.meeting).number)
    assert ForceTask.objects.filter(meeting=third.meeting).count() == 1


def test_minutes_are_sealed_and_open_on_the_page_of_those_who_see_the_part(minuted, browser):
    found = minuted()
    event = found.events.get(act="minute")
    assert "夜里施工".encode() not in bytes(event.note)
    assert all("定下夜里施工" in read(browser(who).get(where(found, "/force"))) for who in ("police", "power", "steward", "leader"))
    assert not any("夜里施工" in str(each.details) for each in Entry.objects.all())


@pytest.mark.parametrize(("who", "done"), [("police", 302), ("task_force_lead", 302), ("power", 409), ("city", 409), ("steward", 409), ("leader", 409)])
def test_a_task_is_done_by_its_unit_or_the_lead_and_reopened_by_the_lead_alone(minuted, posted, who, done):
    found = minuted()
    assert posted(found, who, "tasks/1", do="done", note="放行了").status_code == done
    ForceTask.objects.filter(number=1).update(state="done", done=found.changed)
    reopened = posted(found, who, "tasks/1", do="reopen").status_code
    assert reopened == (302 if who == "task_force_lead" else 409)
    assert ForceTask.objects.get(number=1).state == ("open" if reopened == 302 else "done")


def test_what_was_done_is_read_by_the_force_and_typed_words_stay_by_their_own_task(minuted, posted, browser):
    found = minuted()
    page = read(posted(found, "task_force_lead", "tasks/1", task="1", do="done", note="长" * 501))
    assert page.count("长" * 501) == 1
    assert page.index('id="task-1"') < page.index("长" * 501) < page.index('id="task-2"')
    assert posted(found, "police", "tasks/1", do="done", note="请打 13912345678，已放行").status_code == 302
    page = read(browser("city").get(where(found, "/force")))
    assert ("已放行" in page, "13912345678" in page, "做完了" in page) == (True, False, True)


def test_an_act_on_a_task_leaves_its_mark_in_the_audit_and_the_part_alone(minuted, posted):
    found = minuted()
    posted(found, "police", "tasks/1", do="done", note="放行了")
    posted(found, "task_force_lead", "tasks/1", do="reopen")
    assert [Entry.objects.filter(act=each).count() for each in ("task.made", "task.done", "task.reopened")] == [2, 1, 1]
    task = ForceTask.objects.get(number=1)
    assert (task.done, task.done_by, tasks.note_of(task), part(found.request, 1).revision) == (None, None, "", found.revision)


def test_an_open_task_stops_solved_on_the_page_until_it_is_said_why_or_done(minuted, press, browser, posted):
    found = press(minuted(), "advise", "city", note="可以开挖", later=timedelta(minutes=30))
    power, fields = browser("power"), {"act": "finish", "note": "换好了", "outcome": "solved", "revision": found.revision}
    assert "专班还有 2 项任务没有做完" in read(power.get(where(found)))
    answer = power.post(where(found, "/act"), fields)
    assert (answer.status_code, "请写明为什么" in alert(answer), "换好了" in read(answer)) == (409, True, True)
    assert power.post(where(found, "/act"), {**fields, "tasks_note": "  "}).status_code == 409
    for number, who in ((1, "police"), (2, "city")):
        posted(found, who, f"tasks/{number}", do="done", note="做好了")
    assert power.post(where(found, "/act"), fields).status_code == 302


def test_why_a_task_is_open_is_kept_and_read_by_the_unit(minuted, press, browser):
    found = press(minuted(), "advise", "city", note="可以开挖", later=timedelta(minutes=30))
    press(found, "finish", "task_force_lead", note="换好了", outcome="solved", tasks_note="绿化下周补种", later=timedelta(minutes=40))
    assert "专班任务没有做完：绿化下周补种" in read(browser("city").get(where(found)))


@pytest.mark.parametrize("outcome", ["partly", "explained", "passed_up", "planned"])
def test_only_solved_waits_for_the_tasks(minuted, press, outcome):
    found = press(minuted(), "advise", "city", note="可以开挖", later=timedelta(minutes=30))
    assert press(found, "finish", "power", note="先这样", outcome=outcome, later=timedelta(minutes=40)).outcome == outcome


def test_a_member_sees_this_part_and_not_the_other_of_the_request(minuted, browser):
    found = minuted()
    police = browser("police")
    other = part(found.request, 2)
    assert [police.get(where(each, tail)).status_code for each in (found, other) for tail in ("", "/force")] == [200, 200, 404, 404]
    assert police.post(where(other, "/force/tasks/1"), {"do": "done", "note": "好了"}).status_code == 404


@pytest.mark.parametrize(("day", "word"), [(23, "过期了"), (24, "今天到期"), (25, "来得及")])
def test_a_task_says_how_its_day_stands(minuted, browser, day, word):
    found = minuted()
    ForceTask.objects.filter(number=1).update(due=date(2026, 11, day))
    page = read(browser("police").get(where(found, "/force"))).partition('id="task-1"')[2].partition('id="task-2"')[0]
    assert [each for each in ("过期了", "今天到期", "来得及") if each in page] == [word]
