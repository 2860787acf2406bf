"""Holds a name for a case and releases it (名称占用与释放)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gaoxing.names.judgement import Verdict
from gaoxing.names.neighbour import State
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import CLOCK, OPERATOR, Actor
from gaoxing.office.names.entry import Entry
from gaoxing.office.names.judging import judgement
from gaoxing.office.names.models import STATES, RegisteredName
from gaoxing.office.names.queries import registered
from gaoxing.office.names.storing import remove, store
from gaoxing.office.refusal import NotAllowed

_BARRED = {Verdict.UNAVAILABLE, Verdict.FORBIDDEN}


@transaction.atomic
def hold(
    name: str,
    prefecture: int,
    on: date,
    *,
    now: datetime,
    until: date | None = None,
    sole_trader: bool = False,
    own: Collection[str] = (),
    actor: Actor = OPERATOR,
) -> RegisteredName:
    """Keep a name from now on, until a day or until it is released; `sole_trader` and `own` as for `judgement`. Raises NotAllowed where nobody may have it."""
    if until is not None and until < on:
        raise NotAllowed(_("占用到 %(day)s 已经过了。请写以后的日期。") % {"day": until})
    judged = judgement(name, prefecture, on, sole_trader=sole_trader, own=own)
    if judged.verdict in _BARRED:
        why = [each.message for each in judged.findings if each.verdict == judged.verdict] + [each.message for each in judged.hits]
        raise NotAllowed(_("「%(name)s」%(verdict)s，不能占用：%(why)s") % {"name": judged.name.text, "verdict": judged.verdict, "why": why[0] if why else ""})
    store([Entry(prefecture, judged.name.text, State.HELD, on, until, sole_trader or None)])
    held = registered(name, prefecture)
    if held is None or held.state != State.HELD:
        raise NotAllowed(_("「%(name)s」在名称库里有更晚的记录，不能占用。") % {"name": judged.name.text})
    audit.write("name.held", actor=actor, subject=held, now=now, details={"name": held.name, "until": until})
    return held


@transaction.atomic
def release(name: str, prefecture: int, *, now: datetime, actor: Actor = OPERATOR) -> None:
    """Give a held or retained name free at once. Raises NotAllowed where it is neither."""
    found = registered(name, prefecture)
    if found is None:
        raise NotAllowed(_("名称库里没有「%(name)s」，不用释放。") % {"name": name[:60]})
    if found.state not in {State.HELD, State.RETAINED}:
        raise NotAllowed(_("「%(name)s」的状态是%(state)s，只有占用和保留期内的名称能释放。") % {"name": found.name, "state": STATES[State(found.state)]})
    audit.write("name.released", actor=actor, subject=found, now=now, details={"name": found.name}, reason=str(found.state))
    remove(found)


def over(*, on: date) -> QuerySet[RegisteredName]:
    """The held names whose last day is past."""
    return RegisteredName.objects.filter(state=str(State.HELD), until__lt=on)


@transaction.atomic
def free_over(*, on: date, now: datetime) -> int:
    """Give free what is held past its last day; how many. A second run finds none."""
    found = list(over(on=on))
    audit.write_all([audit.Told("name.released", CLOCK, each, reason="expired") for each in found], now=now)
    for each in found:
        remove(each)
    return len(found)
