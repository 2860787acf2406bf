"""The applicant's own cases (我的办件): the list, one case, taking a draft or a correction in hand, withdrawing, the receipt."""

from __future__ import annotations

from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gaoxing.casework.tables import table_for
from gaoxing.office.aftercare.mine.listed import asked_of as requests_of
from gaoxing.office.cases import story
from gaoxing.office.cases.firing import fire
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.permissions import visible_to, who_sees
from gaoxing.office.cases.representing import opened
from gaoxing.office.cases.roles import roles_on
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.frontdesk import agency, case_words, my_cases, rated, visitor
from gaoxing.office.frontdesk.dialogue import LONGEST_PATH
from gaoxing.office.frontdesk.views.careful import careful
from gaoxing.office.language import said
from gaoxing.office.people.views.careful import person_of
from gaoxing.office.refusal import NotAllowed

NEXT = ("check", "submit")
"""The pages on which what is taken in hand may be opened beside the desk."""

_MOST_DIGITS = 18


@require_GET
@careful
def cases(request: HttpRequest) -> HttpResponse:
    """My drafts and cases (GET /cases): what is asked of me first; `?show=open` or `finished` lists those alone."""
    everything, show = my_cases.listed(person_of(request), now=timezone.now()), request.GET.get("show", "")
    parts = {"": everything, "open": [each for each in everything if not each.over], "finished": [each for each in everything if each.over]}
    shown = show if show in parts else ""
    counts = {f"{name or 'all'}_count": len(part) for name, part in parts.items()}
    requests, waiting = requests_of(person_of(request), now=timezone.now())
    counts |= {"request_count": requests, "requests_waiting": waiting}
    return render(request, "filing/cases.html", {"cases": parts[shown], "show": shown, "asked": sum(bool(each.asked) for each in everything), **counts})


@require_GET
@careful
def case(request: HttpRequest, number: str) -> HttpResponse:
    """One case (GET /cases/320583-2026-000001): how it stands, what is asked, what happened."""
    found, now = _mine(request, number), timezone.now()
    state = case_words.state_of(found)
    withdrawers = {role for row in table_for(found.matter).leaving(found.state) if row.act == "withdraw" for role in row.roles}
    told = {
        "case": found,
        "title": case_words.title(found),
        "matter": case_words.matter_of(found),
        "state": said(state),
        "plain": case_words.plainly(state),
        "clock": case_words.clock_of(found, now=now),
        "points": my_cases.points(found),
        "happened": my_cases.happened(found),
        "sent": my_cases.sent(found),
        "seers": who_sees(found, on=timezone.localdate()),
        "withdrawable": bool(withdrawers & set(roles_on(found, person_of(request), now=now))),
    }
    return render(request, "filing/case.html", {**told, **rated.shown(found, person_of(request), now=now)})


@require_POST
@careful
def take_up(request: HttpRequest) -> HttpResponse:
    """A draft, or a case to be corrected, is taken in hand (POST /cases/open, `case` its record): the desk opens with it."""
    wanted = request.POST.get("case", "")
    number = int(wanted) if wanted.isascii() and wanted.isdecimal() and len(wanted) <= _MOST_DIGITS else 0
    person = person_of(request)
    found = visible_to(person, on=timezone.localdate(), act="change_case").filter(pk=number).first()
    if found is None:
        raise Http404
    if found.state not in Case.WRITABLE:
        raise NotAllowed(_("这份申请现在不能改：它不在填写，也没有要补正。请打开“我的办件”看它办到哪一步。"))
    if not visitor.consented(request):
        visitor.consent(request)
    if found.owner_id == person.pk:
        visitor.take_up(request, found.reference)
    else:
        opened(found, person, now=timezone.now())
        agency.take_up(request, found.reference)
    if (onward := request.POST.get("next", "")) in NEXT:
        return redirect(onward)
    at = request.POST.get("at", "")
    return redirect(f"{reverse('desk')}#blank-{quote(at)}" if at and len(at) <= LONGEST_PATH else reverse("desk"))


@require_POST
@careful
def withdraw(request: HttpRequest, number: str) -> HttpResponse:
    """The case is withdrawn (POST /cases/…/withdraw, `revision` as the page showed it)."""
    found, shown = _mine(request, number), request.POST.get("revision", "")
    revision = int(shown) if shown.isascii() and shown.isdecimal() and len(shown) <= _MOST_DIGITS else -1
    fire(number, Pressed("withdraw", revision=revision), person_of(request), now=timezone.now())
    return redirect("my_case", number=found.number)


@require_GET
@careful
def receipt(request: HttpRequest, number: str) -> HttpResponse:
    """The receipt (GET /cases/…/receipt): number, time, and what was handed in, to be printed."""
    found = _mine(request, number)
    last = story.submissions(found)[-1]
    state = case_words.state_of(found)
    told = {
        "matter": case_words.matter_of(found),
        "title": case_words.title_of(story.form_of(last)),
        "papers": my_cases.papers(last),
        "state": said(state),
        "plain": case_words.plainly(state),
        "decided": found.state in my_cases.OVER,
    }
    return render(request, "filing/receipt.html", {"case": found, "last": last, **told})


def _mine(request: HttpRequest, number: str) -> Case:
    """The case of a number. Raises Http404 for anybody else's, as for one that is not there."""
    found = my_cases.one(person_of(request), number, now=timezone.now())
    if found is None:
        raise Http404
    return found
