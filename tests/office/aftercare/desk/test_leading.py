"""What waits for a leader: which part is decided by when, how far an extension would go, what is late, and what is nobody's to decide any more."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from gaoxing.office.aftercare import leaders
from gaoxing.office.aftercare.desk import leading as desk
from gaoxing.office.aftercare.desk.leading import leading, named, offered, part_of
from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.people.models import Person
from tests.office.aftercare.conftest import CALL, part

pytestmark = pytest.mark.django_db


def on(text):
    return datetime.strptime(f"2026-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def waits(cast, now):
    return lambda at=None, who="leader": leading(cast[who], now=at or now + timedelta(hours=1))


@pytest.fixture
def objected(sent, press):
    return lambda at=None, **told: press(part(sent(**told), 1), "object", "power", reason="not_our_duty", note="归别家管", at=at)


@pytest.mark.parametrize(("objects", "by"), [("11-24 11:00", "11-24 17:00"), ("11-24 17:00", "11-25 17:00"), ("11-25 16:59", "11-25 17:00")])
def test_an_objection_is_decided_by_the_end_of_its_day(objected, waits, objects, by):
    objected(on(objects))
    [found] = waits(on("11-25 17:00")).objections
    assert (found.asked, found.by, found.late) == (on(objects), on(by), on(by) < on("11-25 17:00"))


def test_an_objection_after_its_day_is_late(objected, waits):
    objected()
    assert [waits(at).objections[0].late for at in (on("11-24 17:00"), on("11-24 17:01"))] == [False, True]


def test_an_objection_is_told_with_what_its_unit_wrote(objected, waits):
    objected()
    [found] = waits().objections
    assert (found.reasons[0][1], found.note, [each.act for each in found.buttons]) == ("写明白了", "归别家管", ["redispatch", "designate"])


def test_what_was_decided_waits_no_more(objected, waits, press, units):
    found = objected()
    press(found, "designate", "leader", unit=units["power"].pk)
    assert waits().objections == ()


def test_an_extension_says_until_when_the_part_would_run(in_hand, press, waits):
    press(in_hand(), "ask_extension", "power", reason="outside", note="要等变压器", days=2)
    [found] = waits().extensions
    assert (found.grants, found.by, found.late, [each.act for each in found.buttons]) == (
        on("12-01 17:00"),
        None,
        False,
        ["grant_extension", "refuse_extension"],
    )


def test_what_is_due_first_is_decided_first_and_no_more_than_a_page(objected, waits, monkeypatch):
    monkeypatch.setattr(desk, "MOST", 2)
    rows = [objected(words=f"第 {number} 件") for number in range(3)]
    Part.objects.filter(pk=rows[2].pk).update(due=on("11-25 17:00"))
    assert [each.part.pk for each in waits().objections] == [rows[2].pk, rows[0].pk]


def test_red_and_double_red_stand_apart(sent, waits):
    request = sent()
    told = [waits(on(each)) for each in ("11-27 17:00", "11-27 17:01", "12-01 23:59", "12-02 00:01")]
    assert [(len(each.red), len(each.double_red)) for each in told] == [(0, 0), (1, 0), (1, 0), (0, 1)]
    assert told[-1].double_red[0].request == request


def test_dissatisfaction_supervisions_and_bad_ratings_wait(answered, accepted, sent, press, waits):
    redo = press(answered(), "reject", "applicant", reason="unsolved")
    bad = accepted(1, words="网络太慢")
    supervised = press(sent(words="水压太低"), "supervise", "leader", reason="declined")
    found = waits()
    assert [each.request for each in (*found.redo, *found.call_backs)] == [redo, bad]
    assert [(each.row.request, each.late, each.line.reasons[0][0]) for each in found.supervised] == [(supervised, False, "推诿不办")]
    assert waits(on("11-26 17:01")).supervised[0].late is True
    press(bad, "call_back", "leader", **CALL)
    assert waits().call_backs == ()


def test_supervisions_stand_in_the_order_in_which_they_are_answered(sent, press, waits, now):
    later = press(sent(), "supervise", "leader", reason="declined", at=now + timedelta(days=1))
    sooner = press(sent(words="水压太低"), "supervise", "leader", reason="declined")
    assert [each.row.request for each in waits(now + timedelta(days=2)).supervised] == [sooner, later]


def test_nothing_waits_for_whoever_handles_no_request(objected, waits):
    objected()
    assert all(getattr(waits(who="power"), name) == () for name in ("objections", "extensions", "redo", "red", "double_red", "supervised", "call_backs"))


def test_a_leader_of_the_whole_zone_is_named_or_it_is_said(cast, units, now, waits):
    leaders.name(2, cast["chief"], cast["leader"], now=now, unit=units["power"])
    assert waits().unnamed is True
    leaders.name(2, cast["chief"], cast["leader"], now=now)
    assert waits().unnamed is False
    Person.objects.filter(pk=cast["chief"].pk).update(is_active=False)
    assert waits().unnamed is True


def test_the_named_are_listed_by_rung_and_place(cast, units, now):
    leaders.name(3, cast["chief"], cast["leader"], now=now)
    leaders.name(2, cast["leader"], cast["leader"], now=now, unit=units["power"], category="utilities")
    assert [each[:2] for each in named()] == [("分管领导", "样例供电服务站"), ("主要领导", "")]
    assert [bool(each[2]) for each in named()] == [True, False]


def test_only_leaders_are_offered_to_be_named(cast, now):
    assert {number for number, _name in offered(now=now)} == {cast["leader"].pk, cast["chief"].pk}


def test_a_part_is_found_by_its_request_and_number_on_ones_desk_alone(sent, cast, now):
    request = sent()
    assert part_of(cast["leader"], request.number, 2, now=now) == part(request, 2)
    assert [part_of(cast[who], request.number, 2, now=now) for who in ("colleague", "power", "examiner")] == [None] * 3
    assert part_of(cast["leader"], request.number, 9, now=now) is None
    Request.objects.filter(pk=request.pk).update(state="draft")
    assert part_of(cast["leader"], request.number, 2, now=now) is None
