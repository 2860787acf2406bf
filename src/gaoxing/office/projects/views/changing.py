"""Changing what is filed (备案变更): the blanks as they stand, then every difference with how large the change is, then sent."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gaoxing.checks.projects.alteration import BASIS, Weight
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.projects import buttons, queries
from gaoxing.office.projects.filing import Altered, altered, sentences
from gaoxing.office.projects.filing import change as send
from gaoxing.office.projects.models import Project
from gaoxing.office.projects.typed import Typed, standing, typed
from gaoxing.office.projects.views.projects import reaches, seen
from gaoxing.office.projects.wording import changed, weights
from gaoxing.office.refusal import NotAllowed


@require_http_methods(["GET", "POST"])
@careful
def change(request: HttpRequest, number: str) -> HttpResponse:
    """The blanks (GET /projects/P2026-000001/change); what differs (POST), and sent (POST with `send`)."""
    row = seen(request, number)
    if not buttons.may(row, person_of(request), "change", now=timezone.now()):
        return redirect("project_one", number=number)
    if request.method == "GET":
        return _page(request, row, standing(queries.current(row), reaches=reaches(request)))
    given = typed(queries.current(row), request.POST.dict(), reaches=reaches(request))
    if given.wrong:
        return _page(request, row, given, told=" ".join(given.wrong))
    found = altered(row, given.form, on=timezone.localdate())
    if request.POST.get("send") != "yes":
        return _page(request, row, given, found)
    try:
        revision = request.POST.get("revision", "")
        shown = int(revision) if revision.isascii() and revision.isdecimal() and len(revision) < 10 else -1
        send(row, given.form, person_of(request), revision=shown, now=timezone.now())
        return redirect("project_one", number=number)
    except NotAllowed as refusal:
        return _page(request, row, given, found, told=refusal.reason)


def _page(request: HttpRequest, row: Project, given: Typed, found: Altered | None = None, *, told: str = "") -> HttpResponse:
    shown: dict[str, object] = {"row": row, "blanks": given.blanks, "told": told, "basis": BASIS}
    if found is not None and found.weight is not None:
        shown |= {
            "differences": changed(found.differences, queries.current(row), given.form, reaches=reaches(request)),
            "weight": weights()[found.weight],
            "major": found.weight is not Weight.MINOR,
            "anew": found.weight is Weight.NEW_FILING,
            "stops": sentences(found.judged),
            "findings": [each for each in found.judged.findings if not each.informs and each not in found.judged.rejections],
        }
    shown["same"] = found is not None and found.weight is None
    return render(request, "projects/change.html", shown, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)
