"""The leader's page (好差评台账): call-backs due, counts by level, clerk and unit that open their records, one rating, its call-back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person, Unit
from gaoxing.office.people.roles import Role
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.ratings import actions, queries, scale
from gaoxing.office.ratings.models import Rating
from gaoxing.office.ratings.permissions import led_by, who_sees
from gaoxing.office.ratings.queries import Wanted
from gaoxing.office.ratings.vault import words_of

_MOST_DIGITS = 18


@require_GET
@careful
def overview(request: HttpRequest) -> HttpResponse:
    """Everything of the unit (GET /staff/ratings?since=&until=&level=&clerk=&unit=&before=)."""
    rows, wanted, now = led_by(person_of(request), on=timezone.localdate()), _wanted(request), timezone.now()
    counted = queries.chosen(rows, Wanted(since=wanted.since, until=wanted.until))
    listed, onward = queries.page(rows, wanted)
    names = {each.pk: name_of(each) for each in Person.objects.filter(pk__in=counted.values("clerk"))}
    units = dict(Unit.objects.filter(pk__in=counted.values("unit")).values_list("pk", "name"))
    shown = {
        "due": [_task(each, now) for each in queries.due(rows)],
        "levels": tuple(scale.levels().values()),
        "whole": queries.whole(counted),
        "tables": (("clerk", queries.by(counted, "clerk", names)), ("unit", queries.by(counted, "unit", units))),
        "listed": [_listed(each) for each in listed],
        "onward": onward,
        "wanted": wanted,
        "seers": who_sees(),
    }
    return render(request, "ratings/overview.html", shown)


@require_GET
@careful
def one(request: HttpRequest, number: int) -> HttpResponse:
    """One rating with its words and its call-back (GET /staff/ratings/3); that it was read is kept."""
    found, person, now = _led(request, number), person_of(request), timezone.now()
    with transaction.atomic():
        audit.write("rating.read", actor=Actor(person.pk, Role.LEADER), subject=found, now=now)
    task = getattr(found, "call_back", None)
    told = {"words": words_of(found), "called": words_of(task) if task else "", "task": _task(task, now) if task else None, "longest": actions.LONGEST}
    return render(request, "ratings/one.html", {**_listed(found), **told, "seers": who_sees()})


@require_POST
@careful
def called(request: HttpRequest, number: int) -> HttpResponse:
    """The call-back was made (POST /staff/ratings/3/called, `words`)."""
    found = _led(request, number)
    actions.call_back(found, request.POST.get("words", ""), by=person_of(request), now=timezone.now())
    return redirect("rating", number=found.pk)


def _led(request: HttpRequest, number: int) -> Rating:
    rows = led_by(person_of(request), on=timezone.localdate()).select_related("clerk", "unit", "call_back")
    found = rows.filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def _listed(rating: Rating) -> dict[str, Any]:
    known = scale.reasons()
    return {
        "rating": rating,
        "level": scale.levels().get(rating.level),
        "reasons": [known[each].spoken for each in rating.reasons.split() if each in known],
        "clerk": name_of(rating.clerk) if rating.clerk else "",
        "task": getattr(rating, "call_back", None),
    }


def _task(task: Any, now: Any) -> dict[str, Any]:
    return {"row": task, "late": not task.called and task.due < now, "level": scale.levels().get(task.rating.level)}


def _wanted(request: HttpRequest) -> Wanted:
    """What the address asks for; what cannot be read is not asked for."""
    level, day, number = request.GET.get("level", ""), _read(date.fromisoformat), _read(_number)
    known = level if level in scale.levels() or level == queries.UNRATED else ""
    given = request.GET.get
    spans = {"since": day(given("since", "")), "until": day(given("until", ""))}
    return Wanted(known, number(given("clerk", "")), number(given("unit", "")), **spans, before=number(given("before", "")) or 0)


def _number(typed: str) -> int:
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= _MOST_DIGITS):
        raise ValueError(typed)
    return int(typed)


def _read(reader: Callable[[str], Any]) -> Callable[[str], Any]:
    def read(typed: str) -> Any:
        try:
            return reader(typed)
        except ValueError:
            return None

    return read
