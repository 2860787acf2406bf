"""Lights told from columns: at every edge the same as the clock reads from the events, and the same for the database as for a row."""

from datetime import datetime, timedelta
from itertools import combinations_with_replacement, product
from zoneinfo import ZoneInfo

import pytest

from gaoxing.casework.clock import Light
from gaoxing.office.aftercare import clocking, lights
from gaoxing.office.aftercare.models import Part, Request
from tests.office.aftercare.conftest import again, part

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)
EDGES = ("11-25 17:00", "11-26 17:00", "11-27 17:00", "11-28 12:00", "11-30 00:00", "12-02 00:00", "12-04 17:00")
"""When a part that was sent on 11-24 should have been signed for, turns yellow, is due; a free day, the next one, double red, and later."""


def on(text):
    return datetime.strptime(f"2026-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=ZoneInfo("Asia/Shanghai"))


def around(edges=EDGES):
    """Each edge, a second before it and a second after."""
    return [on(edge) + more for edge in edges for more in (-SECOND, timedelta(0), SECOND)]


def lit(row, now):
    """The light of a stored part or request at a moment, from its columns."""
    at = lights.moment(now)
    return lights.light_of_part(row, at) if isinstance(row, Part) else lights.light_of(row, row.parts.all(), at)


def narrowed(light, now):
    return set(Request.objects.filter(lights.condition(light, lights.moment(now))).values_list("pk", flat=True))


def test_a_part_nobody_signed_for_has_the_light_of_its_clock_at_every_edge(sent):
    found = part(sent(), 1)
    assert [lit(found, at) for at in around()] == [clocking.light_of(found, now=at) for at in around()]


def test_a_part_that_was_signed_for_has_the_light_of_its_clock_at_every_edge(in_hand):
    found = in_hand()
    assert [lit(found, at) for at in around()] == [clocking.light_of(found, now=at) for at in around()]


def test_a_request_with_the_units_has_the_worst_light_of_its_parts_at_every_edge(sent):
    request = sent()
    assert [lit(request, at) for at in around()] == [clocking.light_of_request(request, now=at) for at in around()]


def test_a_request_with_its_steward_and_one_that_is_answered_have_their_own_light_at_every_edge(brought, answered):
    for request in (again(brought("路灯不亮")), answered()):
        assert [lit(request, at) for at in around()] == [clocking.light_of_request(request, now=at) for at in around()]


@pytest.mark.parametrize(
    ("edge", "before", "after"),
    [
        ("11-26 17:00", Light.GREEN, Light.YELLOW),
        ("11-27 17:00", Light.YELLOW, Light.RED),
        ("12-02 00:00", Light.RED, Light.DOUBLE_RED),
    ],
)
def test_a_light_turns_once_its_edge_is_passed(in_hand, edge, before, after):
    found = in_hand()
    assert (lit(found, on(edge) - SECOND), lit(found, on(edge) + SECOND)) == (before, after)


def test_at_the_due_moment_itself_one_is_still_in_time(in_hand):
    found = in_hand()
    assert (found.due, lit(found, found.due)) == (on("11-27 17:00"), Light.YELLOW)


def test_a_green_part_that_nobody_signed_for_in_its_day_is_yellow(sent):
    found = part(sent(), 1)
    assert [lit(found, on("11-25 17:00") + more) for more in (timedelta(0), SECOND)] == [Light.GREEN, Light.YELLOW]


def test_a_part_has_no_light_before_it_is_sent_and_is_done_with_an_outcome(planned, answered, now):
    assert lit(part(planned(words="路灯不亮"), 1), now) is None
    assert lit(part(answered(), 1), now) is Light.DONE


def test_a_part_that_waits_for_the_enterprise_is_paused_and_its_request_too(in_hand, press, now):
    found = press(in_hand(), "ask_enterprise", "power", reason="papers")
    assert lit(found, now) is Light.PAUSED
    Part.objects.filter(request=found.request, number=2).update(state="done")
    assert lit(again(found.request), now) is Light.PAUSED
    assert narrowed(Light.PAUSED, now) == {found.request_id}


def test_what_was_late_before_it_waited_stays_red(in_hand, press):
    found = press(in_hand(), "ask_enterprise", "power", reason="papers", at=on("11-30 10:00"))
    assert lit(found, on("11-30 11:00")) is Light.RED
    assert narrowed(Light.RED, on("11-30 11:00")) == {found.request_id}


def test_a_list_is_not_narrowed_by_a_light_that_is_none(now):
    with pytest.raises(KeyError):
        lights.condition("blue", lights.moment(now))


@pytest.mark.parametrize(
    ("now", "double", "unsigned"), [("11-30 10:00", "11-26", "11-27"), ("11-29 10:00", "11-25", "11-27"), ("11-30 17:01", "11-26", "11-30")]
)
def test_the_marks_of_a_moment_are_counted_in_working_days(now, double, unsigned):
    """What was due before `double` has been late on three working days; what was sent before `unsigned` has had a whole one."""
    at = lights.moment(on(now))
    assert (at.double, at.unsigned) == (on(f"{double} 00:00"), on(f"{unsigned} 00:00"))


def of_parts(at):
    """Columns of parts about the marks of a moment."""
    for state, due, yellow, sent in product(
        ("dispatched", "in_hand"), (at.double - SECOND, at.double, at.now - SECOND, at.now, at.now + SECOND), (at.now - SECOND, at.now), (at.unsigned,)
    ):
        yield {"state": state, "due": due, "yellow_from": yellow, "sent": sent - SECOND}
        yield {"state": state, "due": due, "yellow_from": yellow, "sent": sent}
    yield {"state": "waiting", "due": None, "yellow_from": None, "sent": at.unsigned}
    yield {"state": "done", "due": None, "yellow_from": None, "sent": at.unsigned}


def stored(at):
    """Requests of two parts each, in every pair of such columns; one that is over altogether is none the units have."""
    pairs = [pair for pair in combinations_with_replacement(of_parts(at), 2) if any(each["state"] != "done" for each in pair)]
    plain = {"enterprise": "样例", "source": "window", "said": "x", "made": at.now, "changed": at.now}
    made = Request.objects.bulk_create(Request(state="in_hand", **plain) for _ in pairs)
    Part.objects.bulk_create(
        Part(request=request, number=number, category="other", changed=at.now, **each)
        for request, pair in zip(made, pairs, strict=True)
        for number, each in enumerate(pair, 1)
    )
    own = [{"due": due, "yellow_from": yellow} for due in (at.double - SECOND, at.now - SECOND, at.now, at.now + SECOND) for yellow in (None, at.now - SECOND)]
    return [*made, *Request.objects.bulk_create(Request(state=state, **plain, **each) for state in ("submitted", "answered") for each in own)]


@pytest.mark.parametrize("now", ["11-24 10:00", "11-28 10:00", "11-30 17:01", "10-08 00:00"])
def test_the_database_narrows_to_what_is_shown_with_that_light(now):
    at = lights.moment(on(now))
    stored(at)
    shown = {each.pk: lights.light_of(each, each.parts.all(), at) for each in Request.objects.prefetch_related("parts")}
    assert len(shown) > 800
    for light in lights.CONDITIONS:
        assert narrowed(light, at.now) == {number for number, found in shown.items() if found == light} != set()
