"""The pages of the ladder (企业培育梯队): one's enterprises, one with its rungs the next first, and the letter."""

from __future__ import annotations

from functools import cache
from http import HTTPStatus

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_http_methods

from gaoxing.documents.assessment_letter import letter as drawn
from gaoxing.engines.docx import DocxRenderer
from gaoxing.engines.typst import TypstRenderer
from gaoxing.office.audit import actions as audit
from gaoxing.office.cultivation import keeping, lists
from gaoxing.office.cultivation.models import Assessed
from gaoxing.office.cultivation.page import Whole, whole
from gaoxing.office.cultivation.permissions import ASSESS, acting, clients, visible_to, who_sees
from gaoxing.office.people.permissions import permit
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed


@require_http_methods(["GET", "POST"])
@careful
def mine(request: HttpRequest) -> HttpResponse:
    """One's enterprises (GET /ladder; `?q=` words, `?before=` goes on), and one more begun (POST with `enterprise`, `uscc`)."""
    person, now, told = person_of(request), timezone.now(), ""
    permit(person, ASSESS, on=timezone.localdate())
    if request.method == "POST":
        try:
            made = keeping.begin(request.POST.get("enterprise", ""), request.POST.get("uscc", ""), person, now=now)
            return redirect("ladder_figures", number=made.number)
        except NotAllowed as refusal:
            told = refusal.reason
    before = request.GET.get("before", "")
    place = int(before) if before.isascii() and before.isdecimal() and len(before) < 19 else 0
    found = lists.mine(person, words=request.GET.get("q", ""), before=place, now=now)
    shown = {"mine": found, "told": told, "given": request.POST, "office": person.is_staff_member, "longest": keeping.LONGEST_NAME}
    return render(request, "cultivation/mine.html", shown, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)


@require_http_methods(["GET", "POST"])
@careful
def client(request: HttpRequest, client: int) -> HttpResponse:
    """A client's figures (GET /ladder/client/7): its page, or the button that begins them (POST)."""
    person, on = person_of(request), timezone.localdate()
    permit(person, ASSESS, on=on)
    found = clients(person, on=on).filter(pk=client).first()
    if found is None:
        raise Http404
    known = Assessed.objects.filter(client=found).first()
    if request.method == "POST":
        return redirect("ladder_figures", number=keeping.begin_for(found, person, now=timezone.now()).number)
    return redirect("ladder", number=known.number) if known else render(request, "cultivation/client.html", {"client": found})


@require_GET
@careful
def one(request: HttpRequest, number: str) -> HttpResponse:
    """An enterprise before every rung, the next first (GET /ladder/L2026-000001)."""
    row = seen(request, number)
    found = whole(row, on=timezone.localdate())
    return render(request, "cultivation/one.html", {"whole": found, "row": row, **doubted(found), "seers": who_sees(row), "on": timezone.localdate()})


@require_GET
@careful
def letter(request: HttpRequest, number: str, kind: str) -> HttpResponse:
    """The letter of the assessment (GET /ladder/L2026-000001/letter.pdf, .docx), as it stands today; that it was drawn is kept."""
    row, on = seen(request, number), timezone.localdate()
    if kind not in ("pdf", "docx"):
        raise Http404
    found = whole(row, on=on).standings
    made = (_renderer() if kind == "pdf" else DocxRenderer()).render(drawn(found, on, enterprise=row.enterprise, uscc=row.uscc))
    with transaction.atomic():
        now = timezone.now()
        audit.write("ladder.letter", actor=acting(person_of(request), now=now), subject=row, now=now, details={"revision": row.revision})
    answer = HttpResponse(made.content, content_type=made.media_type)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=made.name) or "attachment"
    return answer


def doubted(found: Whole) -> dict[str, object]:
    """What a page shows of figures that cannot be so, and whether one of them may be confirmed."""
    doubts = found.standings[0].doubts if found.standings else ()
    return {"doubts": doubts, "may_be_so": any(each.may_be_so for each in doubts)}


def seen(request: HttpRequest, number: str) -> Assessed:
    """The one of a number, as far as the person sees it. Raises Http404 else, as where there is none."""
    found = visible_to(person_of(request), on=timezone.localdate()).filter(number=number).first() if number.isprintable() else None
    if found is None:
        raise Http404
    return found


@cache
def _renderer() -> TypstRenderer:
    """The engine that draws, made once."""
    return TypstRenderer()
