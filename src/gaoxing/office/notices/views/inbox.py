"""What a person was told (站内通知): the list, the count of what is unread, and reading."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.notices import actions, queries
from gaoxing.office.notices.permissions import visible_to, who_sees_own
from gaoxing.office.people.views.careful import careful, person_of


@require_GET
@careful
def overview(request: HttpRequest) -> HttpResponse:
    """The notices of whoever is signed in (GET /notices)."""
    listed = queries.inbox(person_of(request).pk)
    return render(request, "notices/inbox.html", {"notices": listed, "unread": sum(each.unread for each in listed), "seers": who_sees_own()})


@require_GET
@careful
def unread(request: HttpRequest) -> HttpResponse:
    """How many are unread, as a part of any page (GET /notices/unread)."""
    return render(request, "notices/unread.html", {"unread": queries.unread(person_of(request).pk)})


@require_POST
@careful
def read(request: HttpRequest, number: int) -> HttpResponse:
    """One was read (POST /notices/3/read); anybody else's is as if there were none."""
    if not visible_to(person_of(request)).filter(pk=number).exists():
        raise Http404
    actions.mark_read(person_of(request).pk, number, now=timezone.now())
    return redirect("notices")


@require_POST
@careful
def read_all(request: HttpRequest) -> HttpResponse:
    """All were read (POST /notices/read)."""
    actions.mark_all_read(person_of(request).pk, now=timezone.now())
    return redirect("notices")
