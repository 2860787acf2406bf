"""The clerks' lists (待办、全部办件): narrowed by what the address asks for, searched, printed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.cases import narrowing, queue, searching
from gaoxing.office.cases.assigning import may_assign
from gaoxing.office.frontdesk import queue_rows
from gaoxing.office.frontdesk.views.careful import careful
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.views.careful import person_of

MOST_PRINTED = 500


@require_GET
@careful
def waiting(request: HttpRequest) -> HttpResponse:
    """What is to be done (GET /staff/cases; `?state=…&after=…`), what is due first at the head."""
    person, now, (wanted, understood) = person_of(request), timezone.now(), narrowing.read(request.GET)
    found = queue.waiting(person, now=now, after=request.GET.get("after", ""), wanted=wanted)
    count = queue.counted(queue.waiting_rows(person, now=now, wanted=wanted))
    rows = queue_rows.rows(found.cases, now=now, clocks=True)
    return render(request, "handling/queue.html", {**_list(request, wanted, found, count), "rows": rows, "understood": understood})


@require_GET
@careful
def everything(request: HttpRequest) -> HttpResponse:
    """Every case, the newest first (GET /staff/cases/all; `?state=…&after=…`)."""
    person, now, (asked, understood) = person_of(request), timezone.now(), narrowing.read(request.GET)
    wanted = narrowing.Narrowed(asked.state, asked.matter, unit=asked.unit, handler=asked.handler)
    found = queue.newest(person, now=now, after=request.GET.get("after", ""), wanted=wanted)
    last = queue.edge() if wanted.asked else None
    count = queue.counted(queue.newest_rows(person, now=now, wanted=wanted, last=last))
    told = {**_list(request, wanted, found, count, decided=True), "understood": understood and wanted == asked, "among": last and queue.LOOKED_THROUGH}
    return render(request, "handling/queue.html", {**told, "rows": queue_rows.rows(found.cases, now=now, clocks=False)})


@require_POST
@sensitive_post_parameters("q")
@careful
def search(request: HttpRequest) -> HttpResponse:
    """A case is looked for (POST /staff/cases/search, `q`): posted, so that what was typed stands in no address and in no log."""
    person, now, typed = person_of(request), timezone.now(), request.POST.get("q", "")
    found = searching.search(typed, person, now=now)
    if found.kind == searching.NUMBER and len(found.cases) == 1:
        return redirect("queue_case", number=found.cases[0].number)
    rows = queue_rows.rows(found.cases, now=now, clocks=False)
    return render(request, "handling/found.html", {"found": found, "rows": rows, "typed": typed[: searching.LONGEST], "decided": True})


@require_GET
@careful
def printed(request: HttpRequest) -> HttpResponse:
    """The queue on paper (GET /staff/cases/print; narrowed like the list): its first rows on one page, who printed it and when."""
    person, now, (wanted, _understood) = person_of(request), timezone.now(), narrowing.read(request.GET)
    listed = list(queue.waiting_rows(person, now=now, wanted=wanted)[: MOST_PRINTED + 1])
    rows = queue_rows.rows(listed[:MOST_PRINTED], now=now, clocks=False)
    narrowed = queue_rows.said(queue_rows.choosers(person, wanted, now=now, decided=False))
    told = {"rows": rows, "more": len(listed) > MOST_PRINTED, "narrowed": narrowed, "who": name_of(person), "now": now}
    return render(request, "handling/queue_print.html", {**told, "back": queue_rows.address(wanted)})


def _list(request: HttpRequest, wanted: narrowing.Narrowed, found: queue.Waiting, count: int, *, decided: bool = False) -> dict[str, Any]:
    """What both lists show around their rows."""
    person, now = person_of(request), timezone.now()
    return {
        "decided": decided,
        "count": queue_rows.counted(count),
        "choosers": queue_rows.choosers(person, wanted, now=now, decided=decided),
        "narrowed": bool(wanted.asked),
        "here": queue_rows.address(wanted),
        "onward": queue_rows.address(wanted, {"after": found.onward}) if found.onward else "",
        "since": found.since,
        "began": bool(request.GET.get("after")),
        "assigns": may_assign(person, now=now),
    }
