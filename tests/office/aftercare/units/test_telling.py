"""What the units are told: a new part, one that nobody signed for, a light, a reply by stage, a task; to every handler, each once, never at night."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from gaoxing.office.aftercare.forces.models import ForceTask
from gaoxing.office.aftercare.models import Part
from gaoxing.office.aftercare.units.telling import sentences, tell_units
from gaoxing.office.notices.models import Notice
from gaoxing.office.notices.queries import content_of
from gaoxing.office.people.models import Person
from tests.office.aftercare.conftest import part

pytestmark = pytest.mark.django_db


def on(day, hour=10, minute=40, month=11):
    return datetime(2026, month, day, hour, minute, tzinfo=ZoneInfo("Asia/Shanghai"))


def told(person):
    """The texts that somebody was sent, oldest first."""
    return [content_of(each)[1] for each in Notice.objects.filter(person=person.pk, event="part_asks").order_by("pk")]


def test_every_handler_of_the_lead_and_the_co_unit_is_told_of_a_new_part_once(sent, cast, staff, units):
    second = staff("unit_handler", "of-power-2", units["power"])
    sent()
    assert [tell_units(on(24)), tell_units(on(24, 11))] == [4, 0]
    assert "新派来一件" in told(cast["power"])[0]
    assert told(second) == told(cast["power"])
    assert sum("请你们协办" in each for each in told(cast["city"])) == 1
    assert told(cast["police"]) == []


@pytest.mark.parametrize("at", [on(24, 22), on(25, 6), on(28, 10)])
def test_nobody_is_told_at_night_or_on_a_free_day(sent, at):
    sent()
    assert tell_units(at) == 0
    assert not Notice.objects.filter(event="part_asks").exists()


def test_a_part_that_nobody_signed_for_and_one_that_is_late_are_told_step_by_step(sent, cast):
    sent()
    for day, month in ((24, 11), (26, 11), (30, 11), (3, 12), (4, 12)):
        tell_units(on(day, month=month))
    assert [each.partition("：")[2][:6] for each in told(cast["power"])] == ["新派来一件，", "派来满 1 ", "已经超期，请", "超期很久了，"]


def test_a_part_in_hand_that_is_nearly_due_is_told_of(in_hand, cast):
    in_hand()
    tell_units(on(27))
    assert any("快到期了" in each for each in told(cast["power"]))


def test_a_unit_is_reminded_on_the_day_that_its_reply_named_and_once_more_after_it(in_hand, press, cast):
    press(in_hand(), "reply", "power", note="变压器在路上", next_reply="2026-11-25")
    for day in (24, 25, 26, 26):
        tell_units(on(day))
    texts = told(cast["power"])
    assert sum("今天是说好的" in each for each in texts) == 1
    assert sum("过了日子" in each for each in texts) == 1


def test_a_part_that_was_answered_is_told_of_no_more(in_hand, cast):
    Part.objects.filter(pk=in_hand().pk).update(state="done", due=None)
    assert tell_units(on(24)) == 1
    assert told(cast["power"]) == []


def test_a_part_that_was_sent_again_is_new_again(sent, cast, press, units):
    found = part(sent(), 1)
    tell_units(on(24))
    press(found, "object", "power", reason="not_our_duty", suggested=units["police"].pk)
    press(found, "redispatch", "leader", later=timedelta(minutes=9), unit=units["police"].pk)
    tell_units(on(24, 11))
    assert sum("新派来一件" in each for each in told(cast["police"])) == 1


def test_a_task_is_told_to_its_person_or_its_unit_when_given_due_and_late(in_hand, cast, units, now):
    found = in_hand()
    told_of = {"part": found, "meeting": 3, "made": now, "due": date(2026, 11, 25)}
    ForceTask.objects.create(number=1, unit=units["police"], **told_of)
    ForceTask.objects.create(number=2, unit=units["city"], person=cast["city"], **told_of)
    for day in (24, 25, 26):
        tell_units(on(day))
    assert [each.partition("：")[2] for each in told(cast["police"])] == [sentences()[each] for each in ("task_new", "task", "task_late")]
    ForceTask.objects.update(state="done")
    assert [each for each in told(cast["city"]) if "专班" in each] == told(cast["police"])


def test_each_is_told_in_their_own_language(sent, cast):
    Person.objects.filter(pk=cast["power"].pk).update(language="en")
    sent()
    tell_units(on(24))
    assert "please" in told(cast["power"])[0]
