"""What a task force keeps: sealed in its own place, brought under a new key, gone with the person's data; and its tasks told once, by day, to who has them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from gaoxing.engines.fault import Fault
from gaoxing.engines.sealing import Sealer
from gaoxing.office.aftercare.forces import tasks
from gaoxing.office.aftercare.forces.models import ForceMember, ForceTask
from gaoxing.office.aftercare.forces.sealed import OF_FORCES, task_place
from gaoxing.office.aftercare.holding import HOLDING
from gaoxing.office.aftercare.models import Part, PartEvent
from gaoxing.office.aftercare.sealed import SEALED
from gaoxing.office.aftercare.units.story import meetings
from gaoxing.office.aftercare.units.telling import sentences, tell_units
from gaoxing.office.notices.models import Notice
from gaoxing.office.notices.queries import content_of
from gaoxing.office.people.models import RoleAssignment
from gaoxing.office.vault import office_sealer
from tests.office.aftercare.conftest import part
from tests.office.aftercare.units.conftest import read, where

pytestmark = pytest.mark.django_db

NEW = b"\x0f" * 16


def on(day, hour=10, minute=40):
    return datetime(2026, 11, day, hour, minute, tzinfo=ZoneInfo("Asia/Shanghai"))


def told(person):
    """What somebody was told of tasks, oldest first, by the kind of sentence."""
    kinds = {words: kind for kind, words in sentences().items() if kind.startswith("task")}
    texts = [content_of(each)[1].partition("：")[2] for each in Notice.objects.filter(person=person.pk, event="part_asks").order_by("pk")]
    return [kinds[each] for each in texts if each in kinds]


@pytest.fixture
def worked(minuted, cast, now):
    """A part whose first task is done, its second open."""

    def made():
        found = minuted()
        tasks.finish(ForceTask.objects.get(number=1), "放行了，请打 13912345678", cast["police"], now=now + timedelta(minutes=30))
        return found

    return made


def test_words_and_notes_of_tasks_are_listed_as_sealed():
    assert {each.name for each in OF_FORCES} == {"aftercare.forcetask.words", "aftercare.forcetask.note"}
    assert all(each in SEALED for each in OF_FORCES)


def test_a_task_opens_in_its_own_place_and_column_alone(worked):
    worked()
    first, second = ForceTask.objects.order_by("number")
    for blob in (first.note, second.words):
        with pytest.raises(Fault):
            tasks.words_of(ForceTask(part=first.part, number=1, words=blob))
    assert tasks.words_of(ForceTask(part=first.part, number=1, words=first.words)) == "夜里放行施工车辆"


def test_tasks_and_minutes_come_under_a_new_key_and_open_by_it_alone(worked):
    found = worked()
    newer = Sealer((NEW, *office_sealer().keys))
    done = {each.name: each.renew(newer, 0) for each in SEALED if each.name in ("aftercare.forcetask.words", "aftercare.forcetask.note")}
    assert {name: (step.renewed, step.broken) for name, step in done.items()} == {"aftercare.forcetask.words": (2, ()), "aftercare.forcetask.note": (1, ())}
    task = ForceTask.objects.get(part=found, number=1)
    alone = Sealer((NEW,))
    assert "放行".encode() in alone.unseal(bytes(task.words), place=task_place(task, "words"))
    assert "请打".encode() in alone.unseal(bytes(task.note), place=task_place(task, "note"))
    assert {each.renew(newer, 0).renewed for each in OF_FORCES} == {0}


def test_what_a_person_told_goes_from_tasks_and_minutes_and_the_counts_stay(worked, owner, browser, now):
    found = worked()
    HOLDING.delete(owner, now)
    assert {(bytes(each.words), bytes(each.note)) for each in ForceTask.objects.all()} == {(b"", b"")}
    assert {bytes(each.note) for each in PartEvent.objects.filter(subject=found)} == {b""}
    assert [(each.words, each.held) for each in meetings(part(found.request, 1))] == [("", "")]
    assert (ForceTask.objects.count(), ForceMember.objects.count()) == (2, 1)
    page = read(browser("leader").get(where(found, "/force")))
    assert ("任务 2 项" in page, "夜里" in page) == (True, False)


def test_the_data_of_one_person_leaves_anothers_alone(worked, other, now):
    worked()
    HOLDING.delete(other, now)
    assert all(bytes(each.words) for each in ForceTask.objects.all())


def test_a_task_is_told_when_it_is_given_due_and_late_each_once(minuted, cast):
    minuted()
    for at in (on(24), on(24, 11), on(25), on(26), on(26, 16), on(27), on(30)):
        tell_units(at)
    assert told(cast["police"]) == ["task_new", "task", "task_late"]
    assert told(cast["city"]) == ["task", "task_late"]
    assert told(cast["power"]) == []


@pytest.mark.parametrize("at", [on(24, 21), on(24, 23), on(25, 3), on(28), on(29)])
def test_no_task_is_told_at_night_or_on_a_free_day(minuted, cast, at):
    minuted()
    tell_units(at)
    assert not Notice.objects.filter(event="part_asks").exists()


def test_a_task_that_is_done_is_told_no_more_and_a_reopened_one_is_told_late(minuted, cast, now):
    minuted()
    task = ForceTask.objects.get(number=1)
    tasks.finish(task, "放行了", cast["police"], now=now)
    tell_units(on(26))
    assert told(cast["police"]) == []
    task.refresh_from_db()
    tasks.reopen(task, cast["task_force_lead"], now=now)
    tell_units(on(27))
    assert told(cast["police"]) == ["task_late"]


def test_whoever_was_named_is_told_alone_while_they_handle_for_the_unit(minuted, cast, staff, units):
    second = staff("unit_handler", "of-city-2", units["city"])
    minuted()
    tell_units(on(24))
    assert (told(cast["city"]), told(second)) == (["task"], [])


@pytest.mark.parametrize("how", ["role", "account"])
def test_when_whoever_was_named_is_gone_the_unit_is_told_and_has_the_task(minuted, cast, staff, units, how):
    second = staff("unit_handler", "of-city-2", units["city"])
    minuted()
    if how == "role":
        RoleAssignment.objects.filter(person=cast["city"]).update(until=date(2026, 11, 23))
    else:
        type(cast["city"]).objects.filter(pk=cast["city"].pk).update(is_active=False)
    tell_units(on(24))
    assert (told(cast["city"]), told(second)) == ([], ["task"])
    assert [each.number for each in tasks.tasks_of(second, on=date(2026, 11, 24))] == [2]


def test_who_left_a_unit_keeps_no_task_of_it_on_their_desk(minuted, cast, units, now):
    minuted()
    RoleAssignment.objects.filter(person=cast["city"]).update(unit=units["police"])
    city = type(cast["city"]).objects.get(pk=cast["city"].pk)
    assert [each.number for each in tasks.tasks_of(city, on=now.date())] == [1]
    assert not tasks.may_finish(ForceTask.objects.get(number=2), city, now=now)


@pytest.mark.parametrize(("state", "kinds"), [("ended", []), ("impossible", []), ("done", ["task"]), ("in_hand", ["task"])])
def test_nobody_is_asked_for_the_tasks_of_a_part_that_goes_no_further(minuted, cast, state, kinds):
    Part.objects.filter(pk=minuted().pk).update(state=state)
    tell_units(on(24))
    assert told(cast["city"]) == kinds


def test_a_task_whose_day_is_moved_is_told_of_anew(minuted, cast):
    minuted()
    tell_units(on(24))
    ForceTask.objects.filter(number=2).update(due=date(2026, 11, 25))
    tell_units(on(25))
    assert told(cast["city"]) == ["task", "task"]
