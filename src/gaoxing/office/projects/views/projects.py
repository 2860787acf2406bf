"""The pages of filed projects (备案项目): guidance before filing, one's own, one with its acts, and the office's list."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from gaoxing.catalogue import matter
from gaoxing.checks.projects import guidance as hints
from gaoxing.office.importing.exporting import handed_out
from gaoxing.office.language import said
from gaoxing.office.people.permissions import may
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.projects import buttons, desk, queries, sheet
from gaoxing.office.projects.card import card
from gaoxing.office.projects.firing import fire
from gaoxing.office.projects.models import Project
from gaoxing.office.projects.permissions import HANDLE, visible_to, who_sees
from gaoxing.office.projects.wording import blanks, money_words, months, plainly, standings, state_of, states, story, weights
from gaoxing.office.refusal import NotAllowed


@require_GET
@careful
def guidance(request: HttpRequest) -> HttpResponse:
    """What people get wrong, blank by blank, and what filing is not (GET /projects/guidance)."""
    labels = {each.id: each for each in matter("project_filing").fields}
    told = [(labels[each.id], each) for each in hints.blanks()]
    return render(request, "projects/guidance.html", {"blanks": told, "after": hints.after()})


@require_GET
@careful
def mine(request: HttpRequest) -> HttpResponse:
    """One's own projects (GET /projects); the staff are led to their list."""
    person = person_of(request)
    if person.is_staff_member:
        return redirect("projects_desk")
    return render(request, "projects/mine.html", {"rows": desk.own_of(person, now=timezone.now())})


@require_GET
@careful
def listed(request: HttpRequest) -> HttpResponse:
    """The office's list (GET /staff/projects): `?show=look`, `silent` or a state, `?q=` words, `?before=` goes on."""
    before = request.GET.get("before", "")
    place = int(before) if before.isascii() and before.isdecimal() and len(before) < 19 else 0
    asked = {"show": request.GET.get("show", ""), "words": request.GET.get("q", "")}
    found = desk.listed(person_of(request), before=place, now=timezone.now(), **asked)
    tabs = [(word, name, found.counts[name]) for name, word in states()]
    return render(request, "projects/desk.html", {"listed": found, "tabs": tabs})


@require_GET
@careful
def exported(request: HttpRequest) -> HttpResponse:
    """What the office's list shows, whole, as a spreadsheet (GET /staff/projects/list.xlsx): `?show=` and `?q=` as on the page."""
    asked = {"show": request.GET.get("show", ""), "words": request.GET.get("q", "")}
    now = timezone.now()
    return handed_out(sheet.listing(person_of(request), now=now, **asked), person_of(request), now=now)


@require_http_methods(["GET", "POST"])
@careful
def one(request: HttpRequest, number: str) -> HttpResponse:
    """One project (GET /projects/P2026-000001); a button pressed (POST): done, or the page again with why not and what was typed."""
    found, told = seen(request, number), ""
    if request.method == "POST":
        try:
            fire(found, buttons.pressed(request.POST.dict()), person_of(request), now=timezone.now())
            return redirect("project_one", number=number)
        except NotAllowed as refusal:
            found, told = seen(request, number), refusal.reason
    return _page(request, found, told)


def seen(request: HttpRequest, number: str) -> Project:
    """The one of a number, as far as the person sees it. Raises Http404 else, as where there is none."""
    rows = visible_to(person_of(request), on=timezone.localdate()).select_related("owner")
    found = rows.filter(number=number).first() if number.isprintable() else None
    if found is None:
        raise Http404
    return found


def reaches(request: HttpRequest) -> bool:
    """Whether the contact's number is shown whole: to the enterprise's own people."""
    return not person_of(request).is_staff_member


def _page(request: HttpRequest, row: Project, told: str) -> HttpResponse:
    person, now, on = person_of(request), timezone.now(), timezone.localdate()
    office = may(person, HANDLE, on=on)
    acts = {"buttons": buttons.buttons(row, person, now=now), "given": request.POST, "told": told, "longest": buttons.LONGEST}
    open_to = {name: buttons.may(row, person, name, now=now) for name in ("withdraw", "change")}
    done = queries.invested(row)
    due = [each for each in queries.reminders(row, on=on) if each.on >= on]
    standing = queries.two_years(row, on=on)
    shown = {
        "row": row,
        "state": said(state_of(row)),
        "plain": plainly(row),
        "standing": standings()[standing] if standing else "",
        "next_reminder": due[0].on if due and row.state == Project.State.FILED else None,
        "blanks": blanks(queries.current(row), reaches=reaches(request)),
        "versions": [(each, weights().get(each.weight, "")) for each in row.versions.order_by("-number")],
        "story": story(row, whole=office),
        "months": months(row),
        "done": money_words(done, "CNY") if done else "",
        "early": row.started is not None and row.filed is not None and row.started < row.filed,
        "card": card(row, person, on=on),
        "seers": who_sees(row),
        "office": office,
        **{f"may_{name}": open_ for name, open_ in open_to.items()},
        **acts,
    }
    return render(request, "projects/one.html", shown, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)
