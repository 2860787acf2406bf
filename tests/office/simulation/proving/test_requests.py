"""What must hold of requests: sound records are told as such, and every row that is broken is told."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from gaoxing.office.aftercare.firing import note_of
from gaoxing.office.aftercare.models import Part, PartEvent, Request, RequestEvent
from gaoxing.office.aftercare.sealed import note_place
from gaoxing.office.aftercare.vault import seal
from gaoxing.office.simulation.invariants import INVARIANTS
from gaoxing.office.simulation.models import Run, Step
from gaoxing.office.simulation.proving import requests
from tests.office.simulation.cast import moment

BEGINS = moment("2024-03-04T10:00")
CALL = {"whom": "周敏", "when": "上午", "how": "电话"}
FRONT = (("submit", "submitted", 0), ("receive", "received", 1), ("contact", "contacted", 2), ("decompose", "decomposed", 3), ("dispatch", "in_hand", 4))
ANSWERED = (*FRONT, ("answer", "answered", 48))


@pytest.fixture
def run(db):
    return Run.objects.create(seed=7, scale=Decimal("0.01"), begins=date(2024, 3, 1), months=3)


@pytest.fixture
def made(run):
    """A request with what happened to it, each so many hours after its beginning, and the step in which it was brought."""

    def make(events=FRONT, number=1, **columns):
        state = events[-1][1]
        row = Request.objects.create(number=f"R2024-{number:06}", enterprise="昆山样例", state=state, made=BEGINS, changed=BEGINS, **columns)
        for place, (act, target, hours) in enumerate(events, 1):
            told(row, act, target, BEGINS + timedelta(hours=hours), place)
        key, done = f"request/{number:05}", {"run": run, "at": BEGINS, "done": True}
        Step.objects.create(key=key, kind="request.says", **done)
        Step.objects.create(key=f"{key}/0", kind="request.look", told={"pk": row.pk}, **done)
        return row

    return make


def told(row, act, target, at, number, role="system", source="", note=None, model=RequestEvent):
    event = model(subject=row, number=number, act=act, source=source, target=target, role=role, at=at)
    if note:
        event.note = seal(note, note_place(event))
    event.save(force_insert=True)
    return event


def accepted(made, role="applicant", note=None, act="accept", hours=72, **columns):
    row = made(ANSWERED, **{"rating": 5, "solved": True, **columns})
    told(row, act, "accepted", BEGINS + timedelta(hours=hours), 7, role, "answered", note)
    Request.objects.filter(pk=row.pk).update(state="accepted")
    return row


def part_of(request, state="in_hand", events=(("dispatch", 0), ("sign", 2)), **columns):
    row = Part.objects.create(request=request, number=1, category="utilities", state=state, changed=BEGINS, **columns)
    for place, (act, hours) in enumerate(events, 1):
        told(row, act, state, BEGINS + timedelta(hours=hours), place, model=PartEvent)
    return row


def broken(check, run):
    return check(run)[1]


def test_what_was_brought_is_there(run, made):
    made()
    made(number=2)
    assert requests.planned(run) == (2, [])


def test_a_request_that_is_lost_is_told(run, made):
    made().delete()
    assert broken(requests.planned, run) == ["request/00001：提过的诉求不在了"]


def test_a_state_that_nobody_knows_is_told(run, made):
    Request.objects.filter(pk=made().pk).update(state="elsewhere")
    assert "没有这个状态 elsewhere" in broken(requests.planned, run)[0]


def test_two_that_became_one_are_told(run, made):
    first, second = made(), made(number=2)
    Step.objects.filter(key="request/00002/0").update(told={"pk": first.pk})
    assert f"诉求 {first.pk}：一件当成了两件" in broken(requests.planned, run)
    assert second.pk != first.pk


def test_what_was_refused_is_not_missed(run, made):
    made().delete()
    Step.objects.filter(kind="request.says").update(refused="同样的诉求已经提过")
    assert requests.planned(run) == (0, [])


def test_what_the_enterprise_accepted_is_closed(run, made):
    accepted(made)
    assert requests.closed(run) == (1, [])


def test_what_was_accepted_on_a_recorded_call_is_closed(run, made):
    row = accepted(made, "steward", CALL)
    assert note_of(row.events.latest("number"))["how"] == "电话"
    assert broken(requests.closed, run) == []


def test_a_call_that_nobody_recorded_is_told(run, made):
    accepted(made, "steward", {"whom": "周敏"})
    assert "没有记下联系了谁" in broken(requests.closed, run)[0]


def test_what_was_closed_by_nobody_is_told(run, made):
    Request.objects.filter(pk=made(ANSWERED).pk).update(state="archived")
    assert "没有验收就办结了" in broken(requests.closed, run)[0]


def test_silence_that_was_long_enough_closes(run, made):
    accepted(made, "system", act="lapse", hours=24 * 14, rating=None, unrated=True)
    assert broken(requests.closed, run) == []


@pytest.mark.parametrize("columns", [{"hours": 24 * 8}, {"unrated": False}, {"rating": 4}])
def test_a_lapse_that_was_too_early_or_is_not_flagged_is_told(run, made, columns):
    accepted(made, "system", act="lapse", **{"hours": 24 * 14, "rating": None, "unrated": True, **columns})
    assert "没有等满期限" in broken(requests.closed, run)[0]


def test_a_bad_rating_that_was_archived_without_a_call_is_told(run, made):
    Request.objects.filter(pk=accepted(made, rating=1).pk).update(state="archived")
    assert "差评没有回访" in broken(requests.closed, run)[0]


def test_a_bad_rating_that_was_called_back_is_not(run, made):
    Request.objects.filter(pk=accepted(made, rating=1).pk).update(state="archived", called_back=BEGINS)
    assert broken(requests.closed, run) == []


def test_the_day_due_of_the_front_is_the_third_working_day(run, made):
    made(FRONT[:2], due=moment("2024-03-07T17:00"))
    assert requests.clocks(run) == (1, [])


@pytest.mark.parametrize("due", [None, moment("2024-03-08T17:00")])
def test_another_day_due_is_told(run, made, due):
    made(FRONT[:2], due=due)
    assert "另数的是 2024-03-07 17:00:00" in broken(requests.clocks, run)[0]


def test_while_the_units_have_it_no_clock_of_its_own_runs(run, made):
    made(FRONT)
    assert broken(requests.clocks, run) == []
    Request.objects.update(due=BEGINS)
    assert len(broken(requests.clocks, run)) == 1


def test_an_acceptance_is_due_after_seven_working_days(run, made):
    made(ANSWERED, due=moment("2024-03-15T17:00"))
    assert broken(requests.clocks, run) == []


@pytest.mark.parametrize(("columns", "due"), [({}, "2024-03-07"), ({"grade": "complex"}, "2024-03-25"), ({"grade": "consult"}, "2024-03-05")])
def test_a_part_is_due_by_its_category_or_grade(run, made, columns, due):
    part_of(made(), due=moment(f"{due}T17:00"), **columns)
    assert requests.clocks(run) == (2, [])


def test_an_urgent_part_is_due_as_a_simple_one(run, made):
    part_of(made(urgent=True), grade="complex", due=moment("2024-03-07T17:00"))
    assert broken(requests.clocks, run) == []


def test_what_waits_for_the_enterprise_has_its_days_later(run, made):
    events = (("dispatch", 0), ("sign", 2), ("ask_enterprise", 20), ("supply", 45))
    part_of(made(), events=events, due=moment("2024-03-11T17:00"))
    assert broken(requests.clocks, run) == []


def test_what_was_extended_has_the_days_that_were_asked_for(run, made):
    part = part_of(made(), due=moment("2024-03-11T17:00"))
    told(part, "ask_extension", "extension_asked", BEGINS + timedelta(hours=4), 3, note={"days": 2}, model=PartEvent)
    told(part, "grant_extension", "in_hand", BEGINS + timedelta(hours=5), 4, model=PartEvent)
    assert broken(requests.clocks, run) == []


def test_what_is_done_is_due_no_more(run, made):
    part = part_of(made(), "done", (("dispatch", 0), ("sign", 2), ("finish", 3)))
    assert broken(requests.clocks, run) == []
    Part.objects.filter(pk=part.pk).update(due=BEGINS)
    assert "第 1 件" in broken(requests.clocks, run)[0]


def test_what_is_done_again_is_due_anew(run, made):
    part_of(made(), "dispatched", (("dispatch", 0), ("finish", 3), ("redo", 26)), due=moment("2024-03-08T17:00"))
    assert broken(requests.clocks, run) == []


def test_what_is_merged_waits_with_its_main(run, made):
    main = made()
    made((FRONT[0], ("merge", "merged", 1)), 2, main=main)
    assert requests.merged(run) == (1, [])


@pytest.mark.parametrize("state", ["accepted", "not_accepted", "withdrawn"])
def test_what_waits_for_a_main_that_is_over_is_told(run, made, state):
    main = made()
    made((FRONT[0], ("merge", "merged", 1)), 2, main=main)
    Request.objects.filter(pk=main.pk).update(state=state)
    assert f"主单 R2024-000001 已经“{state}”" in broken(requests.merged, run)[0]


def test_a_main_that_was_merged_itself_is_told(run, made):
    main = made()
    made(FRONT, 2, main=main)
    Request.objects.filter(pk=main.pk).update(state="merged")
    assert "主单本身也是并入的" in broken(requests.merged, run)[0]


def test_what_the_units_have_has_an_open_part(run, made):
    part_of(made())
    assert requests.parts(run) == (1, [])


def test_a_request_without_an_open_part_is_told(run, made):
    part_of(made(), "done")
    assert "没有一件在办" in broken(requests.parts, run)[0]


@pytest.mark.parametrize("state", ["accepted", "withdrawn", "answered", "merged"])
def test_an_open_part_of_a_closed_request_is_told(run, made, state):
    request = made()
    part_of(request)
    Request.objects.filter(pk=request.pk).update(state=state)
    assert f"整件已经“{state}”" in broken(requests.parts, run)[0]


def test_a_part_that_was_never_sent_is_not_open(run, made):
    request = made(FRONT[:1])
    Part.objects.create(request=request, number=1, category="policy", changed=BEGINS)
    Request.objects.filter(pk=request.pk).update(state="not_accepted")
    assert broken(requests.parts, run) == []


def test_every_check_of_the_room_is_an_invariant_of_the_year():
    checks = [each.check for each in INVARIANTS]
    assert all(check in checks for check in (requests.planned, requests.closed, requests.clocks, requests.merged, requests.parts))
