"""What is masked on a case's page, shown whole to whoever handles it and says why (查看打了码的内容)."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gaoxing.catalogue import matter
from gaoxing.office.cases import looking, queue
from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk import handling
from gaoxing.office.frontdesk.marks import is_private
from gaoxing.office.frontdesk.sheet import label_at
from gaoxing.office.frontdesk.views.careful import careful
from gaoxing.office.people.views.careful import person_of
from gaoxing.office.refusal import NotAllowed


@require_http_methods(["GET", "POST"])
@careful
def reveal(request: HttpRequest, number: str) -> HttpResponse:
    """The reasons (GET /staff/cases/…/reveal); the whole numbers, once one is given and kept (POST, `reason`)."""
    person, now, told = person_of(request), timezone.now(), ""
    case = queue.one(person, number, now=now)
    if case is None or not case.submissions.exists():
        raise Http404
    rows: list[tuple[str, str]] = []
    if request.method == "POST":
        try:
            looking.reveal(case, person, request.POST.get("reason", ""), now=now)
            rows = _whole(case)
        except NotAllowed as refusal:
            told = refusal.reason
    shown = {"case": case, "reasons": looking.Reason.choices, "rows": rows, "told": told, "asked": request.method == "POST" and not told}
    return render(request, "handling/reveal.html", shown, status=HTTPStatus.BAD_REQUEST if told else HTTPStatus.OK)


def _whole(case: Case) -> list[tuple[str, str]]:
    """Label and value of every masked blank, as submitted."""
    form = handling.opened(case).form
    of = matter(form.matter)
    return [(label_at(of, form, path), str(answer.value)) for path, answer in form.answers.items() if is_private(of, path)]
