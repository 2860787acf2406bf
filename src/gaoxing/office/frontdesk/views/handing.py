"""Whose hand a case is in (由我办、转办), the staff's notes on it, and the leaders' page of who has how much (工作量)."""

from __future__ import annotations

import secrets
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.cases import assigning, noting, queue
from gaoxing.office.cases.colleagues import colleagues
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.workload import workload
from gaoxing.office.frontdesk.views.careful import careful
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person
from gaoxing.office.people.views.careful import person_of
from gaoxing.office.refusal import NotAllowed

_DIGITS = 12


@require_POST
@careful
def take(request: HttpRequest, number: str) -> HttpResponse:
    """«由我办» (POST /staff/cases/…/take with `was`, whoever had it on the page)."""
    assigning.take(_case(request, number), person_of(request), was=_was(request.POST), now=timezone.now())
    return redirect("queue_case", number=number)


@require_POST
@sensitive_post_parameters("note")
@careful
def hand_over(request: HttpRequest, number: str) -> HttpResponse:
    """Handed to a colleague (POST /staff/cases/…/hand-over with `to`, `note`, `token`, `was`)."""
    post, now = request.POST, timezone.now()
    handing = assigning.Handing(_person(post, "to"), post.get("note", ""), post.get("token", ""), _was(post))
    assigning.hand_over(_case(request, number), handing, person_of(request), now=now)
    return redirect("queue_case", number=number)


@require_POST
@sensitive_post_parameters("note")
@careful
def note(request: HttpRequest, number: str) -> HttpResponse:
    """A note (POST /staff/cases/…/notes with `note`, `token`)."""
    noting.note(_case(request, number), request.POST.get("note", ""), person_of(request), token=request.POST.get("token", ""), now=timezone.now())
    return redirect("queue_case", number=number)


@require_GET
@careful
def loads(request: HttpRequest) -> HttpResponse:
    """Who has how much in hand (GET /staff/workload)."""
    return _loads(request)


@require_POST
@careful
def hand_over_all(request: HttpRequest) -> HttpResponse:
    """A colleague's open cases go to another (POST /staff/workload/hand-over with `from`, `to`), as when the first is on leave."""
    giver, to = _person(request.POST, "from"), _person(request.POST, "to")
    done = assigning.hand_over_all(giver, to, person_of(request), now=timezone.now())
    return _loads(request, done, name_of(to))


def beside(request: HttpRequest, case: Case) -> dict[str, Any]:
    """What the staff have beside a case, for its page: in whose hand it is, to whom it may go, the notes; little of it for a party to the case."""
    person, now = person_of(request), timezone.now()
    able = noting.may_read(case, person, now=now)
    gives = case.handler_id in (None, person.pk) or assigning.may_assign(person, now=now)
    mates = colleagues(person, now=now) if able and gives else ()
    return {
        "case": case,
        "able": able,
        "open": case.state in queue.OPEN,
        "mine": case.handler_id == person.pk,
        "handler": name_of(case.handler) if case.handler else "",
        "gives": gives,
        "others": [(each.pk, f"{name_of(each)} · {each.account}") for each in mates if each.pk not in (case.handler_id, person.pk)],
        "notes": noting.notes(case, person, now=now) if able else (),
        "longest": noting.LONGEST,
        "tokens": (secrets.token_urlsafe(12), secrets.token_urlsafe(12)),
    }


def _loads(request: HttpRequest, done: assigning.HandedOver | None = None, to: str = "") -> HttpResponse:
    person, now = person_of(request), timezone.now()
    rows = [(each, f"{name_of(each.person)} · {each.person.account}" if each.person else "") for each in workload(person, now=now)]
    mates = [(each.pk, f"{name_of(each)} · {each.account}") for each in colleagues(person, now=now)]
    return render(request, "handling/workload.html", {"rows": rows, "mates": mates, "done": done, "to": to})


def _case(request: HttpRequest, number: str) -> Case:
    """The case of a number. Raises Http404 where the person may not handle it, as where there is none."""
    found = queue.one(person_of(request), number, now=timezone.now())
    if found is None:
        raise Http404
    return found


def _person(post: QueryDict, name: str) -> Person:
    """One of the staff by number. Raises NotAllowed where none was chosen."""
    number = post.get(name, "")
    known = number.isascii() and number.isdecimal() and len(number) < _DIGITS
    found = Person.objects.filter(pk=int(number), kind=Person.Kind.STAFF).first() if known else None
    if found is None:
        raise NotAllowed(_("还没有选同事，没有转。请返回，在名单里选一位。"))
    return found


def _was(post: QueryDict) -> int | None:
    """Whoever had the case on the page. Raises NotAllowed where the post is not from the page."""
    was = post.get("was", "?")
    if was and not (was.isascii() and was.isdecimal() and len(was) < _DIGITS):
        raise NotAllowed(_("这次操作不完整，没有办。请刷新页面，从页面上的按钮里再选一次。"))
    return int(was) if was else None
