"""Every row of the two tables in the database: one event, one entry, once; what the tables do not list is refused; who was slower is told so."""

from datetime import timedelta

import pytest
from django.utils import translation

from gaoxing.casework.acting import Reason
from gaoxing.casework.tables import table
from gaoxing.office.aftercare.facts import PART, REQUEST
from gaoxing.office.aftercare.firing import fire
from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.audit import words
from gaoxing.office.audit.models import Entry
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.refusal import NotAllowed
from tests.office.aftercare.conftest import CALL, RATED, again, part

pytestmark = pytest.mark.django_db
WHOLE, PARTS = table("request"), table("request_part")
MET = {
    **dict.fromkeys(REQUEST, False),
    **dict.fromkeys(PART, False),
    **dict.fromkeys(("parts_without_lead", "merged_here", "parts_open", "returns", "extensions", "advice_open", "tasks_unanswered"), 0),
}
BY = {"agent": "applicant", "unit_handler": "power", "co_handler": "city"}
CLOCKS = {"idle": (), "running": ("start",), "paused": ("start", "pause"), "stopped": ("start", "stop")}
ROWS = [pytest.param(each, row, id=f"{each.id} {row.source} {row.act}") for each in (WHOLE, PARTS) for row in each.transitions]


@pytest.fixture
def in_state(planned, cast, now):
    """A request, or its first part, put into a state with its clock as it would then stand; for tests of single transitions."""

    def made(known, state):
        request = planned()
        found = request if known is WHOLE else part(request, 1)
        found.events.all().delete()
        for number, clock in enumerate(CLOCKS[known.states[state].clock], 1):
            told = {"act": "submit", "source": state, "target": state, "role": "system", "pause": "enterprise" if clock == "pause" else ""}
            found.events.create(number=number, clock=clock, days=5, at=now + timedelta(minutes=number), **told)
        if known is PARTS:
            Request.objects.filter(pk=request.pk).update(state="in_hand")
        force = {"force_lead": cast["task_force_lead"]} if known is PARTS else {}
        type(found).objects.filter(pk=found.pk).update(state=state, **force)
        return again(found) if known is WHOLE else part(request, 1)

    return made


@pytest.fixture
def pressed_for(cast, units, brought):
    """What is pressed for a row, everything given that it may ask."""

    def made(known, row, found):
        kind = known.reasons.get(row.reason)
        reasons = (Reason(kind.choices[0].id, "写得不清楚"),) if kind else ()
        main = brought("厂门口堵车").pk if row.act == "merge" else 0
        details = {**CALL, **RATED, "main": main, "unit": units["police"].pk, "lead": cast["task_force_lead"].pk, "outcome": "solved"}
        return Pressed(row.act, reasons, "说明", found.revision, MET, details | {"next_reply": "2026-12-01"})

    return made


@pytest.mark.parametrize(("known", "row"), ROWS)
def test_a_transition_changes_the_row_and_leaves_one_event_and_one_entry(in_state, pressed_for, cast, now, known, row):
    found = in_state(known, row.source)
    events, word = found.events.count(), "request" if known is WHOLE else "part"
    before = Entry.objects.filter(act=f"{word}.{row.act}", subject=found.pk).count()
    after = fire(found, pressed_for(known, row, found), cast[BY.get(row.roles[0], row.roles[0])], now=now + timedelta(hours=1))
    assert Entry.objects.filter(act=f"{word}.{row.act}", subject=found.pk).count() == before + 1
    last = after.events.get(number=events + 1)
    assert (last.act, last.source, last.target, last.role, last.clock) == (row.act, row.source, row.target, row.roles[0], str(row.clock or ""))


@pytest.mark.parametrize(("known", "row"), ROWS)
def test_of_two_who_press_at_once_one_wins_and_the_other_is_told_so(in_state, pressed_for, cast, now, known, row):
    found = in_state(known, row.source)
    second = type(found).objects.get(pk=found.pk)
    pressed, by = pressed_for(known, row, found), cast[BY.get(row.roles[0], row.roles[0])]
    fire(found, pressed, by, now=now + timedelta(hours=1))
    events = found.events.count()
    with pytest.raises(NotAllowed, match="已经有人办了"):
        fire(second, pressed, by, now=now + timedelta(hours=1))
    assert found.events.count() == events


@pytest.mark.parametrize("known", [WHOLE, PARTS], ids=lambda each: each.id)
def test_what_the_table_does_not_list_is_refused_in_every_state(in_state, cast, now, known):
    found = in_state(known, "submitted" if known is WHOLE else "dispatched")
    listed, events = {(row.source, row.act) for row in known.transitions}, found.events.count()
    for state, act in ((state, act) for state in known.states for act in known.acts if (state, act) not in listed):
        type(found).objects.filter(pk=found.pk).update(state=state)
        found.refresh_from_db()
        with pytest.raises(NotAllowed, match="不能“"):
            fire(found, Pressed(act, given=MET), cast["leader"], now=now)
    assert found.events.count() == events


@pytest.mark.parametrize("stranger", ["examiner", "police", "task_force_lead", "window_clerk"])
@pytest.mark.parametrize("known", [WHOLE, PARTS], ids=lambda each: each.id)
def test_whoever_has_nothing_to_do_with_it_does_nothing(in_state, cast, now, known, stranger):
    found = in_state(known, "submitted" if known is WHOLE else "dispatched")
    Part.objects.update(force_lead=None)
    for row in known.transitions:
        type(found).objects.filter(pk=found.pk).update(state=row.source)
        found = type(found).objects.get(pk=found.pk)
        with pytest.raises(NotAllowed, match=r"由.*来办"):
            fire(found, Pressed(row.act, given=MET), cast[stranger], now=now)


def test_an_act_that_is_none_and_a_stale_page_are_refused(in_state, cast, now):
    found = in_state(WHOLE, "submitted")
    for pressed in (Pressed("dance"), Pressed("receive", revision=found.revision + 1)):
        with pytest.raises(NotAllowed, match="请刷新页面"):
            fire(found, pressed, cast["steward"], now=now)


def test_a_refusal_is_told_in_the_language_of_the_page(in_state, cast, now):
    found = in_state(PARTS, "dispatched")
    with translation.override("en"), pytest.raises(NotAllowed, match="is for the lead unit's handler"):
        fire(found, Pressed("sign", given=MET), cast["police"], now=now)


def test_a_clock_never_runs_backwards(in_state, cast, now):
    found = in_state(PARTS, "dispatched")
    after = fire(found, Pressed("sign", given=MET), cast["power"], now=now - timedelta(hours=5))
    assert after.events.get(act="sign").at == now + timedelta(minutes=1)


@pytest.mark.parametrize(("known", "stored"), [(WHOLE, Request), (PARTS, Part)], ids=["request", "part"])
def test_the_models_know_the_states_of_their_table_by_the_same_words(known, stored):
    assert {each.id: each.term for each in known.states.values()} == dict(stored.State.choices)


def test_every_condition_and_effect_of_the_tables_is_worked_out():
    from gaoxing.office.aftercare.effects import EFFECTS

    assert {guard.fact for guard in WHOLE.guards.values()} == set(REQUEST)
    assert {guard.fact for guard in PARTS.guards.values()} == set(PART)
    assert set(WHOLE.effects) | set(PARTS.effects) == set(EFFECTS)


def test_every_act_has_its_words_in_the_audit():
    known = words.table(words.ACTS)
    assert {f"request.{act}" for act in WHOLE.acts} | {f"part.{act}" for act in PARTS.acts} | {"request.planned"} <= set(known)
    assert {"aftercare.request", "aftercare.part"} <= set(words.table(words.KINDS))


def test_the_limits_that_the_table_names_are_those_of_the_data(planned):
    from gaoxing.office.aftercare import clocking

    request = planned()
    assert {name: clocking.days_of(request, name) for name in WHOLE.limits} == {name: limit.days for name, limit in WHOLE.limits.items()}
    assert [clocking.days_of(part(request, 1), name) for name in PARTS.limits] == [3, 3]
