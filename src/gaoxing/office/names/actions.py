"""Holds a name for a case and releases it (名称占用与释放)."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gaoxing.names.judgement import Verdict
from gaoxing.names.neighbour import State
from gaoxing.office.names.entry import Entry
from gaoxing.office.names.judging import judgement
from gaoxing.office.names.models import STATES, RegisteredName
from gaoxing.office.names.queries import registered
from gaoxing.office.names.storing import remove, store
from gaoxing.office.refusal import NotAllowed

_BARRED = {Verdict.UNAVAILABLE, Verdict.FORBIDDEN}


@transaction.atomic
def hold(name: str, prefecture: int, on: date, *, until: date | None = None) -> RegisteredName:
    """Keep a name from now on, until a day or until it is released. Raises NotAllowed where nobody may have it."""
    if until is not None and until < on:
        raise NotAllowed(_("占用到 %(day)s 已经过了。请写以后的日期。") % {"day": until})
    judged = judgement(name, prefecture, on)
    if judged.verdict in _BARRED:
        why = [each.message for each in judged.findings if each.verdict == judged.verdict] + [each.message for each in judged.hits]
        raise NotAllowed(_("「%(name)s」%(verdict)s，不能占用：%(why)s") % {"name": judged.name.text, "verdict": judged.verdict, "why": why[0] if why else ""})
    store([Entry(prefecture, judged.name.text, State.HELD, on, until)])
    held = registered(name, prefecture)
    if held is None or held.state != State.HELD:
        raise NotAllowed(_("「%(name)s」在名称库里有更晚的记录，不能占用。") % {"name": judged.name.text})
    return held


@transaction.atomic
def release(name: str, prefecture: int) -> None:
    """Give a held or retained name free at once. Raises NotAllowed where it is neither."""
    found = registered(name, prefecture)
    if found is None:
        raise NotAllowed(_("名称库里没有「%(name)s」，不用释放。") % {"name": name[:60]})
    if found.state not in {State.HELD, State.RETAINED}:
        raise NotAllowed(_("「%(name)s」的状态是%(state)s，只有占用和保留期内的名称能释放。") % {"name": found.name, "state": STATES[State(found.state)]})
    remove(found)
