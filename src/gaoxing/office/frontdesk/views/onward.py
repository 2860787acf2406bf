"""What follows a step at the desk (接着): the parts of the page that changed, or the page to go to."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django_htmx.http import HttpResponseClientRedirect

from gaoxing.office.frontdesk import helped, queries, visitor
from gaoxing.office.frontdesk.actions import Change
from gaoxing.office.frontdesk.dialogue import unsettled
from gaoxing.office.frontdesk.standing import standing

CHECK = "check"
"""What `next` says where the page after this step is the check page."""


def answered(
    request: HttpRequest, change: Change, *, settled: bool = False, asked: str = "", insist: bool = False, told: str = "", about: str = ""
) -> HttpResponse:
    """The parts of the page that changed; the whole page, by a redirect, for a browser without JavaScript.

    `settled`: a question was just answered; `asked` is its blank, asked about again where the answer gave nothing or `insist` says so; `told` names the
    sentence to reply with, `about` the words for what is to be amended.
    """
    visitor.take_up(request, change.reference)
    again = asked if asked and (insist or unsettled(change.taken, change.words, asked)) else ""
    if request.POST.get("next") == CHECK and not again and not told:
        return moved(request, reverse("check"))
    if not getattr(request, "htmx", False):
        return redirect(_desk_address(again, onward=request.POST.get("next", ""), told=told, about=about))
    on, stands = timezone.localdate(), standing(change.reference, change.words)
    shown = queries.desk_of(change.words, change.taken, on=on, before=change.before, asked=again, told=told, about=about, standing=stands)
    shown = helped.desk(request, shown)
    onward = CHECK if request.POST.get("next") == CHECK else ""
    return render(request, "frontdesk/parts.html", {"desk": shown, "revision": change.revision, "partly": True, "typing": not settled, "next": onward})


def moved(request: HttpRequest, address: str) -> HttpResponse:
    """Another page, for a browser with JavaScript too."""
    return HttpResponseClientRedirect(address) if getattr(request, "htmx", False) else redirect(address)


def _desk_address(asked: str, *, onward: str, told: str, about: str) -> str:
    """The desk, asking about one blank again; the mark leads the browser to the question."""
    query = {"ask": asked, "next": onward if onward == CHECK else "", "told": told, "about": about}
    wanted = urlencode({name: value for name, value in query.items() if value})
    return f"{reverse('desk')}?{wanted}#question" if wanted else reverse("desk")
