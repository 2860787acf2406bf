"""Filing projects (企业投资项目备案): an enterprise tells what it means at the front desk, answers what is asked, looks at what was read, and sends it.

What was read otherwise than it was meant is noted with both readings (`misread`); the enterprise sets it right by hand. Those of the
two years before the run are told at their own moments, so that reminders and the two-year rule have something to fall due.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from gaoxing.office.cases import owning, queries
from gaoxing.office.cases.words import Words
from gaoxing.office.frontdesk import actions, corrections, projecting, visitor
from gaoxing.office.frontdesk.actions import Act, Change, Hand
from gaoxing.office.people import accounts
from gaoxing.office.people.models import Person
from gaoxing.office.people.remembering import remembering
from gaoxing.office.simulation.growing import filings
from gaoxing.office.simulation.growing.filings import Meant
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.players import building
from gaoxing.office.simulation.world import World

YEARLY, EARLIER, BEFORE = 260, 70, 27
"""Filings of a year at scale 1; those before the run, and over how many months."""

FLAWS = {"outside": 0.03, "backwards": 0.03, "restricted": 0.03, "approval": 0.015, "no_fixed_assets": 0.015}
"""How often something is off: outside the zone, finished before it is begun, on a list of the industrial policy, none of fixed assets."""

ABANDONED, ANOTHER = 0.04, 0.6
"""How often a draft is never sent; how often one that resembles an earlier filing is said to be another."""

_ROUNDS = 4
_MONTH = 30


def OPENING(world: World) -> Iterable[Planned]:  # noqa: N802 — the name that every player has
    """Those before the run, and those of it, at any hour."""
    for number in range(world.size(EARLIER)):
        day = world.begins - timedelta(days=1 + world.chance("earlier filing", number).randrange(BEFORE * _MONTH))
        yield _told(world, f"before-{number}", day)
    for number in range(world.count(YEARLY)):
        yield _told(world, str(number), None)


def _told(world: World, key: str, day: date | None) -> Planned:
    return Planned(world.moment(world.chance("filing day", key), day), f"filing/{key}", "filing.says", {"filing": key})


def flaw_of(world: World, key: str) -> str:
    """What is off with a filing; nothing with most."""
    drawn = world.chance("flaw", key).random()
    for flaw, share in FLAWS.items():
        if drawn < share:
            return flaw
        drawn -= share
    return ""


def meant_of(world: World, step: Planned) -> Meant:
    """What is meant by the filing of a step; told on the day on which it was said first."""
    key = str(step.told["filing"])
    on = date.fromisoformat(str(step.told["on"])) if "on" in step.told else world.calendar.day(step.at)
    return filings.meant(world, key, on, flaw_of(world, key))


def _said(step: Planned, world: World) -> Iterable[Planned]:
    """The statement, the answers, and a look at what was read."""
    told, chance = meant_of(world, step), world.chance(step.key, "said")
    owner = accounts.applicant_of(told.firm.mobile, language="zh-hans", now=step.at)
    with remembering():
        change, hand = _talked(told, owner, world, step)
    form = change.taken.form
    wrong = filings.otherwise(told, form) if form else {}
    for path, (read, meant) in wrong.items():
        world.note("misread", step.key, blank=path, read=read, meant=meant, said=change.words.entries[0].said)
    _set_right(told, wrong, hand, step.at)
    passed = {**step.told, "reference": change.reference, "on": world.calendar.day(step.at).isoformat()}
    if chance.random() >= ABANDONED:
        sent = step.at + timedelta(minutes=chance.randint(6, 45))
        yield Planned(sent, f"{step.key}/sent", "filing.sent", passed)
        if told.flaw in ("outside", "backwards"):
            yield Planned(sent + timedelta(days=1), f"{step.key}/mended", "filing.mended", passed)


def _talked(told: Meant, owner: Person, world: World, step: Planned) -> tuple[Change, Hand]:
    """What is said, and what is asked answered, until no question is left that the enterprise can answer."""
    hand, answers = Hand(account=owner.pk, consent=visitor.PRIVACY), filings.answers(told, world.chance(step.key, "answers"))
    change = actions.say(hand, filings.statement(told, world.chance(step.key, "statement")), now=step.at)
    hand = replace(hand, reference=change.reference)
    owning.adopt([change.reference], owner, now=step.at)
    for _each in range(_ROUNDS):
        asked = {each.field: answers.pop(each.field) for each in change.taken.questions if each.field in answers}
        if not asked:
            break
        change = actions.take_step(hand, partial(_answered, asked), act=Act.ANSWER, now=step.at)
    return change, hand


def _answered(told: Mapping[str, str], words: Words) -> Words:
    """The words with an answer to each question."""
    for path, text in told.items():
        words = words.add(text, path)
    return words


def _set_right(told: Meant, wrong: Iterable[str], hand: Hand, now: datetime) -> None:
    """Every blank that was read otherwise, by hand."""
    values = filings.values(told)
    for path in wrong:
        set_by_hand(path, values.get(path), hand, now)


def set_by_hand(path: str, value: Any, hand: Hand, now: datetime) -> None:
    """One blank of a draft set right on the sheet; None empties it."""
    at = corrections.place(hand.reference, path, now=now)
    if at is not None:
        actions.correct(hand, corrections.correction(at, value, hand), now=now)


def _sent(step: Planned, world: World) -> Iterable[Planned]:
    """The draft is handed in: filed where it is complete, else the enterprise is told everything at once (the refusal of the step)."""
    told = meant_of(world, step)
    owner = accounts.applicant_of(told.firm.mobile, language="zh-hans", now=step.at)
    case = queries.draft(str(step.told["reference"]))
    if case is None:
        return ()
    asked = projecting.filing_of(case, actions.read(queries.words_of(case), now=step.at), now=step.at)
    another = bool(asked.earlier) and world.chance(step.key, "another").random() < ANOTHER
    with remembering():
        row = projecting.file(asked, owner, revision=case.revision, another=another, now=step.at)
    return building.begun(row, told, world, step.at, str(step.told["filing"]))


def _mended(step: Planned, world: World) -> Iterator[Planned]:
    """What stood in the way is set right and sent again; some who build elsewhere give it up here."""
    told = meant_of(world, step)
    if told.flaw == "outside" and world.chance(step.key).random() < 0.6:
        return
    owner = accounts.applicant_of(told.firm.mobile, language="zh-hans", now=step.at)
    hand = Hand(account=owner.pk, consent=visitor.PRIVACY, reference=str(step.told["reference"]))
    if queries.draft(hand.reference) is None:
        return
    if told.flaw == "outside":
        set_by_hand("location", told.location.replace("苏州市虎丘区", "昆山市玉山镇"), hand, step.at)
    else:
        set_by_hand("finish", f"{told.start.year + 1}-{told.start.month:02}", hand, step.at)
    yield Planned(step.at + timedelta(minutes=5), f"{step.key}/sent", "filing.sent", dict(step.told))


HANDLERS = {"filing.says": _said, "filing.sent": _sent, "filing.mended": _mended}
