"""Many lives of stuck matters at random, held against what must be true whatever is pressed; the rules are written out anew, not read from the tables.

Mostly somebody presses what stands open to them, so that the lives go on; else anybody presses anything: that is refused, and what is refused changes nothing.
"""

import random
from datetime import timedelta
from itertools import pairwise

import pytest
from django.utils.timezone import localdate

from gaoxing.casework.office_calendar import Calendar
from gaoxing.office.audit.models import Entry
from gaoxing.office.escalations.firing import table_of
from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.escalations.ticking import close_watched, take_over_waiting
from gaoxing.office.people.models import RoleAssignment
from gaoxing.office.refusal import NotAllowed
from tests.office.escalations.conftest import CALL, press

pytestmark = pytest.mark.django_db
ACTS = ("take_over", "hand_over", "contact", "refer", "add", "reply", "extend", "conclude", "decline", "confirm", "call_back", "reject", "retake", "withdraw")
ON_CAUSES = ("assign", "fix", "watch", "unfixed", "recur", "close")
REASONS = {"refer": "petition", "decline": "law_forbids", "extend": "several_units", "reject": "not_done"}
OVER = ("confirmed", "referred", "withdrawn")
STEPS, LIVES, SEEDS = 30, 3, (1, 2, 3, 4)


class Walk:
    """One office in which anybody presses anything."""

    def __init__(self, cast, unit, brought, now, seed):
        self.cast, self.unit, self.now, self.drawn = cast, unit, now, random.Random(seed)
        self.rows = [brought(now) for _ in range(LIVES)]
        self.done = self.refused = 0

    def step(self):
        """Somebody presses something on a matter or a cause as it now stands, some hours later."""
        self.now += timedelta(hours=self.drawn.choice((0, 1, 5, 30, 400)))
        causes = list(Cause.objects.order_by("pk"))
        row = self.drawn.choice([*(Escalation.objects.get(pk=each.pk) for each in self.rows), *causes])
        act, by = self.likely(row) if self.drawn.random() < 0.8 else self.blindly(row)
        before, events = row.state, row.events.count()
        try:
            press(row, act, by, self.now, reason=REASONS.get(act, ""), **self.details())
            self.done += 1
        except NotAllowed:
            row.refresh_from_db()
            assert (row.state, row.events.count()) == (before, events)
            self.refused += 1

    def blindly(self, row):
        """Any act, by anybody."""
        return self.drawn.choice(ON_CAUSES if isinstance(row, Cause) else ACTS), self.drawn.choice(list(self.cast.values()))

    def likely(self, row):
        """An act that stands open, by somebody who may; what ends a life early is drawn seldom."""
        open_now = [each for each in table_of(row).leaving(row.state) if "system" not in each.roles]
        longer = [each for each in open_now if each.act not in ("withdraw", "refer", "hand_over")]
        if not open_now:
            return self.blindly(row)
        found = self.drawn.choice(longer if longer and self.drawn.random() < 0.9 else open_now)
        return found.act, self.who(row, self.drawn.choice(found.roles))

    def who(self, row, role):
        """Somebody who acts in a role."""
        if role == "officer":
            return row.handler
        return self.cast[{"applicant": "owner", "agent": "owner", "steward": "second", "unit_handler": "unit", "window_clerk": "clerk"}.get(role, role)]

    def details(self):
        """What somebody might fill in: often enough for the act, sometimes too little."""
        told = {**CALL, "officer": self.drawn.choice(list(self.cast.values())).pk, "outcome": self.drawn.choice(("done", "partly"))}
        told |= {"next_reply": str(self.now.date() + timedelta(days=3)), "until": str(self.now.date() + timedelta(days=9)), "unit": self.unit.pk}
        told |= {"cause_kind": self.drawn.choice(("rule", "system")), "cause_name": self.drawn.choice(("甲", "乙"))}
        if self.drawn.random() < 0.1:
            told.pop(self.drawn.choice(list(told)))
        return told


@pytest.fixture
def cast(owner, other, staff, unit):
    named = {"first": staff("steward", "s-1"), "second": staff("steward", "s-2"), "leader": staff("leader", "l-1")}
    return {**named, "owner": owner, "other": other, "unit": staff("unit_handler", "u-1", unit), "clerk": staff("window_clerk", "w-1")}


@pytest.fixture(params=SEEDS)
def walk(request, cast, unit, brought, now):
    RoleAssignment.objects.update(since=now.date() - timedelta(days=1))
    walked = Walk(cast, unit, brought, now, request.param)
    for _ in range(STEPS * LIVES):
        walked.step()
        if walked.drawn.random() < 0.1:
            take_over_waiting(walked.now), close_watched(walked.now)
    for days in (95, 190):
        close_watched(walked.now + timedelta(days=days))
    return walked


def acts(row):
    return list(row.events.order_by("number"))


def test_whatever_is_pressed_the_rules_hold(walk, cast):
    assert walk.done > 10
    assert walk.refused > 10
    for row in Escalation.objects.all():
        events = acts(row)
        numbers_follow_one_another(events)
        it_ends_only_by_the_person_a_call_or_a_reason(row, events)
        nobody_but_the_person_the_office_and_the_window_acted(row, events, cast)
        nothing_is_decided_before_the_contact(events)
        nobody_called_back_on_their_own(events)
        somebody_else_took_over_what_was_not_done(events)
        each_act_stands_once_in_the_audit(row, events, "stuck")
    for cause in Cause.objects.all():
        numbers_follow_one_another(acts(cause))
        a_cause_was_gone_only_after_its_days(cause, acts(cause))
        each_act_stands_once_in_the_audit(cause, acts(cause), "cause")


def numbers_follow_one_another(events):
    assert [each.number for each in events] == list(range(1, len(events) + 1))
    assert all(later.source == earlier.target for earlier, later in pairwise(events))
    assert all(later.at >= earlier.at for earlier, later in pairwise(events))


def it_ends_only_by_the_person_a_call_or_a_reason(row, events):
    if row.state == "confirmed":
        assert (events[-1].act, events[-1].role) in {("confirm", "applicant"), ("call_back", "steward"), ("call_back", "leader")}
        assert row.confirmed == events[-1].at
        assert row.outcome
        assert row.cause is not None
    if row.state == "referred":
        assert (events[-1].act, events[-1].reason) == ("refer", "petition")
    if row.state == "withdrawn":
        assert (events[-1].act, events[-1].role) == ("withdraw", "applicant")
    assert not any(each.source in OVER for each in events)


def nobody_but_the_person_the_office_and_the_window_acted(row, events, cast):
    strangers = {cast["other"].pk, cast["unit"].pk, cast["clerk"].pk}
    assert not strangers & {each.by_id for each in events}
    assert row.brought_by_id == cast["owner"].pk


def nothing_is_decided_before_the_contact(events):
    first = next((each.number for each in events if each.act == "contact"), None)
    decided = [each.number for each in events if each.act in ("reply", "extend", "conclude", "decline")]
    assert not decided or (first is not None and first < min(decided))


def nobody_called_back_on_their_own(events):
    for each in events:
        if each.act in ("call_back", "reject") and each.role != "applicant":
            assert each.by_id not in {former.by_id for former in events[: each.number - 1] if former.role == "officer"}


def somebody_else_took_over_what_was_not_done(events):
    for each in events:
        if each.act == "retake":
            assert each.role == "leader"


def each_act_stands_once_in_the_audit(row, events, word):
    kept = Entry.objects.filter(act__startswith=f"{word}.", subject=row.pk)
    assert kept.count() == len(events)


def a_cause_was_gone_only_after_its_days(cause, events):
    for each in events:
        if each.act == "close":
            began = max(former.at for former in events if former.act == "watch" and former.number < each.number)
            assert (localdate(each.at) - localdate(began)).days > 90
            assert not [former for former in events if former.act == "recur" and began < former.at < each.at]
    recurred = [each for each in events if each.act == "recur"]
    assert cause.recurrences == len(recurred)
    assert all(each.role == "system" for each in recurred)


def test_the_clock_gives_fifteen_working_days_and_one_office_hour(brought, staff, now):
    """Counted here day by day: Monday to Friday, without the days that the calendar of the year has off."""
    staff("steward", "s-1")
    row, calendar, day, left = brought(), Calendar(), now.date(), 15
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5 and calendar.after(day - timedelta(days=1), 1) == day
    assert row.due.date() == day
    assert row.contact_due == now + timedelta(hours=1)
