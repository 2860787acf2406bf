"""Commands carried out (执行口令): each is one step of the draft, or only a question and a reply."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from gaoxing.office.frontdesk import actions, visitor
from gaoxing.office.frontdesk.actions import Change, Hand
from gaoxing.office.frontdesk.orders import Do, Order
from gaoxing.office.frontdesk.views.careful import hand
from gaoxing.office.frontdesk.views.onward import CHECK, answered, moved


def carried_out(request: HttpRequest, change: Change, wanted: Order, asked: str) -> HttpResponse:
    """The page after a command; `change` is what storing the statement came to, `asked` the blank that was asked about."""
    visitor.take_up(request, change.reference)
    own = replace(hand(request), reference=change.reference)
    if wanted.do is Do.AGREE:
        return _agreed(request, own, change, asked)
    if wanted.do in {Do.WHICH, Do.TELL}:
        kept = asked if wanted.do is Do.TELL else ""
        return answered(request, change, settled=True, asked=kept, insist=bool(kept), told=wanted.told, about=wanted.subject)
    done = _done(own, change, wanted)
    again = wanted.path if wanted.do is not Do.SKIP else ""
    return answered(request, done, settled=True, asked=again, insist=not wanted.said, told=wanted.told if not wanted.said else "")


def _done(own: Hand, change: Change, wanted: Order) -> Change:
    now = timezone.now()
    if wanted.do is Do.SKIP:
        return actions.skip(own, wanted.path, now=now)
    if wanted.do is Do.REMOVE:
        return actions.remove(own, wanted.number, now=now)
    if wanted.do is Do.REPLACE:
        return actions.amend(own, wanted.number, wanted.said, now=now)
    done = actions.uncorrect(own, wanted.place, now=now) if wanted.do is Do.RESTORE else change
    return actions.say(own, None, answer=wanted.said, asked=wanted.path, now=now) if wanted.said else done


def _agreed(request: HttpRequest, own: Hand, change: Change, asked: str) -> HttpResponse:
    """都对 was said: kept, and on to what comes next, or the reason why not."""
    at_check = request.POST.get("next") == CHECK
    outcome = actions.confirm(own, at_check=at_check, now=timezone.now())
    if not outcome.why_not:
        return moved(request, reverse("done"))
    if at_check and not asked:
        return moved(request, f"{reverse('check')}?tried=1")
    return answered(request, change, settled=True, asked=asked, insist=True, told="not_yet")
