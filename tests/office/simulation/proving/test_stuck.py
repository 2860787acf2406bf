"""What must hold of stuck matters and their causes: sound ones are told as such, and every row that is broken is told."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from gaoxing.office.escalations.models import Cause, CauseEvent, Escalation, EscalationEvent
from gaoxing.office.people.models import Person
from gaoxing.office.simulation.invariants import INVARIANTS
from gaoxing.office.simulation.models import Run, Step
from gaoxing.office.simulation.proving import stuck
from tests.office.simulation.cast import moment

BEGINS = moment("2024-03-04T10:00")
WHOLE = (("submit", "submitted", 0), ("take_over", "taken", 0), ("contact", "in_hand", 1), ("conclude", "concluded", 30))


@pytest.fixture
def run(db):
    return Run.objects.create(seed=7, scale=Decimal("0.01"), begins=date(2024, 3, 1), months=3)


@pytest.fixture
def officer(db):
    return Person.objects.create(account="sim.1", kind="staff", joined=BEGINS)


@pytest.fixture
def other(db):
    return Person.objects.create(account="sim.2", kind="staff", joined=BEGINS)


@pytest.fixture
def cause(db):
    return Cause.objects.create(kind="rule", name="清单没有写清", made=BEGINS, changed=BEGINS)


@pytest.fixture
def made(run, officer, cause):
    """A stuck matter with what happened to it, each so many hours after its beginning."""

    def make(events=WHOLE, by=None, **columns):
        told = {"state": events[-1][1], "handler": officer, "made": BEGINS, "changed": BEGINS, "number": "E2024-000001", **columns}
        told |= {"cause": cause, "outcome": "done", "concluded": BEGINS} if events[-1][1] in ("concluded", "confirmed") and "cause" not in columns else {}
        row = Escalation.objects.create(**told)
        for number, (act, target, hours) in enumerate(events, 1):
            who = officer if act in ("contact", "conclude") else by
            at = BEGINS + timedelta(hours=hours)
            EscalationEvent.objects.create(subject=row, number=number, act=act, source="", target=target, role="officer", at=at, by=who)
        Step.objects.create(run=run, key="stuck/0001", kind="stuck.bring", at=BEGINS, done=True)
        return row

    return make


def confirmed(made, act="call_back", by=None):
    return made((*WHOLE, (act, "confirmed", 50)), by)


def broken(check, run):
    return check(run)[1]


def watched(cause, *acts):
    """What happened to a cause, each act with the days after its beginning."""
    for number, (act, days) in enumerate(acts, 1):
        CauseEvent.objects.create(subject=cause, number=number, act=act, source="", target="", role="system", at=BEGINS + timedelta(days=days))


def test_what_was_brought_is_there_and_in_somebody_s_hands(run, made):
    made()
    assert stuck.planned(run) == (1, [])


def test_what_is_lost_is_told(run, made):
    made().delete()
    assert broken(stuck.planned, run) == ["提了 1 件，只有 0 件"]


def test_what_stands_elsewhere_than_its_events_say_is_told(run, made):
    Escalation.objects.filter(pk=made().pk).update(state="taken")
    assert "经过说的不一样" in broken(stuck.planned, run)[0]


def test_what_nobody_has_in_hand_is_told(run, made):
    made(handler=None)
    assert "没有人接手" in broken(stuck.planned, run)[0]


def test_what_waits_to_be_taken_over_is_in_nobody_s_hands(run, made):
    made(WHOLE[:1], handler=None)
    assert broken(stuck.planned, run) == []


@pytest.mark.parametrize("act", ["confirm", "call_back"])
def test_what_the_person_or_another_one_confirmed_is_over(run, made, other, act):
    confirmed(made, act, other)
    assert stuck.confirmed(run) == (1, [])


def test_who_called_back_on_their_own_is_told(run, made, officer):
    confirmed(made, by=officer)
    assert "自己办的自己回访" in broken(stuck.confirmed, run)[0]


def test_what_nobody_confirmed_is_told(run, made):
    Escalation.objects.filter(pk=made().pk).update(state="confirmed")
    assert "没有确认、没有回访" in broken(stuck.confirmed, run)[0]


@pytest.mark.parametrize("columns", [{"cause": None}, {"outcome": ""}, {"concluded": None}])
def test_what_was_confirmed_without_a_result_is_told(run, made, other, columns):
    Escalation.objects.filter(pk=confirmed(made, by=other).pk).update(**columns)
    assert "没有结果或者成因" in broken(stuck.confirmed, run)[0]


def test_the_day_due_is_the_fifteenth_working_day(run, made):
    made(WHOLE[:3], due=moment("2024-03-25T17:00"))
    assert stuck.clocks(run) == (1, [])


def test_another_day_due_is_told(run, made):
    made(WHOLE[:3], due=moment("2024-03-26T17:00"))
    assert "另数的是 2024-03-25 17:00:00" in broken(stuck.clocks, run)[0]


def test_an_extension_counts_by_its_days(run, made):
    row = made(WHOLE[:3], due=moment("2024-03-28T17:00"))
    at = BEGINS + timedelta(days=3)
    EscalationEvent.objects.create(subject=row, number=4, act="extend", source="in_hand", target="in_hand", role="officer", at=at, days=3)
    assert broken(stuck.clocks, run) == []


def test_with_a_result_somebody_calls_within_five_working_days(run, made):
    made(due=moment("2024-03-12T17:00"))
    assert broken(stuck.clocks, run) == []


def test_what_is_over_is_due_no_more(run, made, other):
    row = confirmed(made, by=other)
    assert broken(stuck.clocks, run) == []
    Escalation.objects.filter(pk=row.pk).update(due=BEGINS)
    assert len(broken(stuck.clocks, run)) == 1


def test_what_is_still_not_done_has_five_days(run, made):
    made((*WHOLE, ("reject", "unsatisfied", 50)), due=moment("2024-03-13T17:00"))
    assert broken(stuck.clocks, run) == []


def test_a_cause_that_was_watched_out_is_closed(run, cause):
    watched(cause, ("watch", 0), ("close", 91))
    assert stuck.causes(run) == (1, [])


def test_a_cause_that_closed_too_early_is_told(run, cause):
    watched(cause, ("watch", 0), ("close", 90))
    assert "没有观察满就销号了" in broken(stuck.causes, run)[0]


def test_a_cause_that_closed_without_being_watched_is_told(run, cause):
    watched(cause, ("fix", 0), ("close", 100))
    assert len(broken(stuck.causes, run)) == 1


def test_a_recurrence_that_is_not_counted_is_told(run, cause):
    watched(cause, ("recur", 3))
    assert "又发生的次数和经过不一样" in broken(stuck.causes, run)[0]
    Cause.objects.update(recurrences=1)
    assert broken(stuck.causes, run) == []


def test_every_check_of_the_room_is_an_invariant_of_the_year():
    checks = [each.check for each in INVARIANTS]
    assert all(check in checks for check in (stuck.planned, stuck.confirmed, stuck.clocks, stuck.causes))
