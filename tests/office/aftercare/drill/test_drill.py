"""The drill of the request loop: lives nobody thought of beforehand, every path of both tables, clocks against the walk, nothing closed in silence."""

from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic

import pytest

from gaoxing.casework.clock import Light
from gaoxing.casework.tables import table
from gaoxing.office.aftercare import clocking
from gaoxing.office.aftercare.firing import note_of
from gaoxing.office.aftercare.models import Part, PartEvent, Request, RequestEvent
from gaoxing.office.audit.queries import Wanted, head, rows
from gaoxing.office.audit.verifying import verify
from tests.casework.day_by_day import walk, works
from tests.office.aftercare.drill import lives
from tests.office.aftercare.drill.lives import CATEGORIES, GRADES, One, Seen, after, life, turns
from tests.office.aftercare.drill.playing import HERE, Player, wall
from tests.office.aftercare.figures.agreeing import differences, differences_by_category

pytestmark = pytest.mark.django_db
BEGINS = datetime.fromisoformat("2025-01-06T09:00")
ENDS = {"archived", "not_accepted", "withdrawn"}
SAID_EVERY, COUNTED_EVERY = 20, 100
"""Days between two lines of progress, and between two counts of the figures."""

KINDS = {"submit": "start", "answer": "start", "dispatch": "start", "redo": "start", "ask_enterprise": "pause", "supply": "resume", "grant_extension": "extend"}
KINDS |= dict.fromkeys(("not_accept", "merge", "accept", "lapse", "reject", "withdraw", "give_up", "finish", "decline", "end"), "stop")
STILL = {"in_hand", "redoing", "merged", "planned"}
"""States in which there is no clock to stop."""


@pytest.fixture
def now():
    return BEGINS.replace(tzinfo=HERE)


@pytest.fixture
def player(cast, units, client_of, other):
    return Player({**cast, "neighbour": other}, units, client_of)


def drilled(player, count, told=lambda _day: None):
    """So many lives, seven a day, played; each is sent to take one turn."""
    acts = frozenset(table("request").acts)
    known = turns(acts)
    made = [One(f"{number}", 12, tuple(known[number % len(known)].split("|")), acts=acts) for number in range(count)]
    try:
        player.play([life(one, BEGINS + timedelta(minutes=200 * number)) for number, one in enumerate(made)], BEGINS, told)
    except AssertionError as stuck:
        raise AssertionError("\n".join((str(stuck), *player.wrong[:20]))) from stuck
    assert not player.wrong, "\n".join(player.wrong[:20])


def history(row, events):
    """The events of a record as the walk reads them, from their acts alone."""
    told = []
    for event in events:
        kind = {("request", "dispatch"): "stop", ("request", "redo"): ""}.get((row._meta.model_name, event.act), KINDS.get(event.act, ""))
        if kind and not (
            kind == "stop" and event.source in STILL and event.act in ("withdraw", "end") and isinstance(row, Request) | (event.source == "planned")
        ):
            told.append((wall(event.at), kind, days_of(row, event)))
    return told


def days_of(row, event):
    """The working days that an act gives, by the figures of the drill."""
    if isinstance(row, Request):
        return {"submit": 3, "answer": 7}.get(event.act, 0)
    days, extension = GRADES[row.grade] if row.grade else (CATEGORIES[row.category],) * 2
    days, extension = GRADES["simple"] if row.request.urgent and days > 3 else (days, extension)
    return {"dispatch": days, "redo": days, "grant_extension": extension}.get(event.act, 0)


def differing(row):
    """Where the clock of a record and the walk differ: at each of its events and some days on."""
    events = list(row.events.order_by("number"))
    told, found = history(row, events), []
    for at in {each.at + more for each in events for more in (timedelta(0), timedelta(days=5))}:
        ours, theirs = clocking.reading((each for each in events if each.at <= at), now=at), walk(told, wall(at))
        if (ours is None) != (theirs is None) or (ours and not agree(ours, theirs, wall(at))):
            found.append(f"{row} {wall(at)} {told}: {ours} {theirs}")
    return found


def agree(ours, theirs, at):
    """Whether a reading says what the walk found; of a double red light the walk knows only the red, and the days past due beside it."""
    late = sum(works((theirs.due + timedelta(days=day)).date()) for day in range(1, (at.date() - theirs.due.date()).days + 1)) if theirs.due else 0
    light = Light.DOUBLE_RED if theirs.light == "red" and late >= 3 else theirs.light
    return (wall(ours.due), ours.late, ours.elapsed, ours.total, ours.light) == (theirs.due, theirs.late, theirs.counted, theirs.total, light)


def closings():
    """Each acceptance with its note, who spoke, and the request as it now stands."""
    return [(event, note_of(event)) for event in RequestEvent.objects.filter(target="accepted", act__in=("accept", "lapse")).select_related("subject")]


def require_whole():
    """Everything that holds after a drill."""
    for known, events in ((table("request"), RequestEvent), (table("request_part"), PartEvent)):
        walked = set(events.objects.values_list("source", "act"))
        assert {(row.source, row.act) for row in known.transitions} - walked == set()
    assert set(Request.objects.values_list("state", flat=True)) <= ENDS
    assert [text for model in (Request, Part) for row in model.objects.all() for text in differing(row)] == []
    verdict = verify(rows(Wanted()), head())
    assert verdict.broken is None
    assert verdict.checked > RequestEvent.objects.count() + PartEvent.objects.count()


def require_accepted():
    """Nothing is closed but by the enterprise, after a call that is recorded, or by silence that is flagged and came late enough."""
    for event, note in closings():
        answered = event.subject.events.filter(act="answer", number__lt=event.number).latest("number")
        if event.act == "lapse":
            assert wall(event.at) > after(wall(answered.at), 7)
        else:
            assert event.role in ("applicant", "agent") or all(note[each] for each in ("whom", "when", "how"))
            assert 1 <= note["rating"] <= 5
    for request in Request.objects.filter(state="archived"):
        assert request.unrated is (request.rating is None) is (request.solved is None)
        assert request.rating is None or request.rating >= 3 or request.called_back


def test_sixty_lives_take_every_path_and_end_accepted_or_flagged(player):
    """On the way and at the end their figures are what a count of another way comes to."""
    drilled(player, 60, counted_every(player, 25))
    require_whole()
    require_accepted()
    assert differences_by_category(player.now) == []


def counted_every(player, days):
    """Counts the figures again, every so many days."""
    return lambda _day: player.wrong.extend(differences(player.now)) if player.days % days == 0 else None


@pytest.mark.drill
def test_two_thousand_lives_take_every_path_and_end_accepted_or_flagged(player, capsys):
    began = monotonic()

    def say(words):
        with capsys.disabled():
            print(f"drill {monotonic() - began:5.0f} s: {words}", flush=True)

    def told(day):
        if player.days % COUNTED_EVERY == 0:
            player.wrong.extend(differences(player.now))
        if player.days % SAID_EVERY == 0:
            say(f"{day:%Y-%m-%d}, {player.ended} of 2000 lives ended, {player.steps} steps")

    drilled(player, 2_000, told)
    say(f"all lives ended after {player.days} days and {player.steps} steps; now the clocks, the audit, the closings and the figures")
    require_whole()
    require_accepted()
    assert differences(player.now) == []
    say("\n".join(walked(player)))


def walked(player):
    """How often each path was taken, a line each, and a closing line with the sum."""
    lines, sums = [], Counter()
    for name, events in (("request", RequestEvent), ("part", PartEvent)):
        counted = Counter(events.objects.values_list("source", "act", "target"))
        lines += [f"  {name}: {source} - {act} -> {target}: {count}" for (source, act, target), count in sorted(counted.items())]
        sums[name] = sum(counted.values())
    lines += [f"  refused as foretold, {which}: {count}" for which, count in sorted(player.refused.items())]
    ends = Counter(Request.objects.values_list("state", flat=True))
    told = ", ".join(f"{count} {state}" for state, count in sorted(ends.items()))
    unrated = Request.objects.filter(unrated=True).count()
    sentence = (
        f"{sum(ends.values())} requests ({told}; {unrated} not rated), {sums['request']} and {sums['part']} events, {sum(player.refused.values())} refusals"
    )
    return ["every path was taken:", *lines, f"  {sentence}, nothing otherwise than foretold"]


def test_the_drill_says_how_often_each_path_was_taken(player):
    drilled(player, 2)
    lines = walked(player)
    assert any(each.startswith("  request: draft - submit -> submitted: ") for each in lines)
    assert lines[-1].endswith("nothing otherwise than foretold")


def test_the_lives_know_nothing_of_the_house():
    assert "gaoxing" not in Path(lives.__file__).read_text(encoding="utf-8")


def test_a_life_that_takes_no_step_in_a_stage_fails_and_does_not_go_round_for_ever():
    """Its units have no part that is dispatched, so that nobody has anything to do."""
    told = life(One("1", 12), BEGINS)
    next(told)
    with pytest.raises(AssertionError, match="1 takes no step in in_hand"):
        list(map(told.send, [Seen(BEGINS, "in_hand")] * 30))


def test_lives_answer_no_supervision_where_that_is_no_act():
    assert {each.partition(":")[0] for each in turns(frozenset({"answer_supervision"}))} - {each.partition(":")[0] for each in turns(frozenset())} == {
        "answer_supervision"
    }
