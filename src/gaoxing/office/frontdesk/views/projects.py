"""Filing a project, or a change of one, from the draft in hand (备案、备案变更), and the notice of filing as a file."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_http_methods

from gaoxing.catalogue import matter
from gaoxing.documents.projects.notice import filing_notice
from gaoxing.office.cases import queries as cases
from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk import actions, papers, projecting, visitor
from gaoxing.office.frontdesk.projecting import Changing
from gaoxing.office.frontdesk.views.careful import careful
from gaoxing.office.frontdesk.views.filing import in_hand
from gaoxing.office.people.permissions import permit
from gaoxing.office.people.views.careful import person_of
from gaoxing.office.projects import queries
from gaoxing.office.projects.filing import CHANGE, MATTER, of_draft
from gaoxing.office.projects.models import Project
from gaoxing.office.projects.permissions import FILE, visible_to
from gaoxing.office.projects.wording import changed, weights
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.zone.queries import profile

_FILES = (papers.PDF, papers.DOCX, papers.OFD)


@require_http_methods(["GET", "POST"])
@careful
def submit(request: HttpRequest) -> HttpResponse:
    """The draft in hand as a filing or a change (GET /draft/project), and sending it (POST): then the project's own page."""
    if request.method == "POST" and (known := _already(request)):
        return redirect("project_one", number=known.number)
    case = _in_hand(request)
    return _changing(request, case) if case.matter == CHANGE else _filing(request, case)


@require_GET
@careful
def notice(request: HttpRequest, number: str, kind: str) -> HttpResponse:
    """The notice of filing as a file (GET /projects/P2026-000001/notice.pdf, .docx, .ofd); `?version=` one that was issued before."""
    row = visible_to(person_of(request), on=timezone.localdate()).filter(number=number).first() if number.isprintable() else None
    if row is None or row.filed is None or kind not in _FILES:
        raise Http404
    wanted = request.GET.get("version", "")
    number_of = int(wanted) if wanted.isascii() and wanted.isdecimal() and len(wanted) < 5 else 0
    version = (row.versions.filter(number=number_of) if wanted else row.versions.order_by("-number")).first()
    if version is None:
        raise Http404
    day = timezone.localdate(version.at)
    filing = queries.issued(row, version)
    made = papers.paper(filing_notice(queries.form_of(version), matter(MATTER).fields, filing, issued=day, authority=profile().authority), kind)
    answer = HttpResponse(made.content, content_type=made.media_type)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=made.name) or "attachment"
    return answer


def _in_hand(request: HttpRequest) -> Case:
    """The draft in hand; for one of the staff the one they help with, or began. Raises as `filing.in_hand`."""
    person = person_of(request)
    if not person.is_staff_member:
        return in_hand(request)
    permit(person, FILE, on=timezone.localdate())
    case = cases.draft(visitor.in_hand(request))
    if case is None or not (case.owner_id in (None, person.pk) or case.helps.filter(clerk=person).exists()):
        raise Http404
    return case


def _filing(request: HttpRequest, case: Case) -> HttpResponse:
    asked = projecting.filing_of(case, actions.read(cases.words_of(case), now=timezone.now()), now=timezone.now())
    told = ""
    if request.method == "POST":
        try:
            made = projecting.file(asked, person_of(request), revision=_revision(request), another=request.POST.get("another") == "yes", now=timezone.now())
            visitor.drop(request, case.reference)
            return redirect("project_one", number=made.number)
        except NotAllowed as refusal:
            told, case = refusal.reason, Case.objects.get(pk=case.pk)
    shown = {"asked": asked, "case": case, "draft": visitor.key(case.reference), "told": told, "mine": _mine(request, asked.earlier)}
    return render(request, "filing/project.html", shown, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)


def _changing(request: HttpRequest, case: Case) -> HttpResponse:
    chosen = (request.POST if request.method == "POST" else request.GET).get("project", "")
    taken = actions.read(cases.words_of(case), now=timezone.now())
    asked = projecting.changing_of(case, taken, person_of(request), chosen=chosen, now=timezone.now())
    told = ""
    if request.method == "POST":
        try:
            made = projecting.send_change(asked, person_of(request), revision=_revision(request), now=timezone.now())
            visitor.drop(request, case.reference)
            return redirect("project_one", number=made.number)
        except NotAllowed as refusal:
            told, case = refusal.reason, Case.objects.get(pk=case.pk)
    shown = {"asked": asked, "case": case, "draft": visitor.key(case.reference), "told": told, **_differing(request, asked)}
    return render(request, "filing/project_change.html", shown, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)


def _differing(request: HttpRequest, asked: Changing) -> dict[str, object]:
    """Every difference in words, and how large the change is."""
    if asked.project is None or asked.altered is None or asked.changed is None:
        return {}
    found = changed(asked.altered.differences, queries.current(asked.project), asked.changed, reaches=not person_of(request).is_staff_member)
    return {"differences": found, "weight": weights()[asked.altered.weight] if asked.altered.weight else ""}


def _mine(request: HttpRequest, earlier: tuple[tuple[Project, int], ...]) -> frozenset[int]:
    """Which of the earlier projects this person may open."""
    seen = visible_to(person_of(request), on=timezone.localdate())
    return frozenset(seen.filter(pk__in=[each.pk for each, _percent in earlier]).values_list("pk", flat=True))


def _already(request: HttpRequest) -> Project | None:
    """The project that the page's draft became, where this person may see it."""
    case = request.POST.get("case", "")
    found = of_draft(int(case)) if case.isascii() and case.isdecimal() and len(case) < 19 else None
    return found if found and visible_to(person_of(request), on=timezone.localdate()).filter(pk=found.pk).exists() else None


def _revision(request: HttpRequest) -> int:
    revision = request.POST.get("revision", "")
    return int(revision) if revision.isascii() and revision.isdecimal() and len(revision) < 10 else -1
