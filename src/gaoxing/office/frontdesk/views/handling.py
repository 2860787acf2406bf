"""The clerks' page of a case (办件): one case, the buttons, and what lies with it."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_POST

from gaoxing.casework.diagram import svg
from gaoxing.casework.tables import table_for
from gaoxing.office.attachments import queries as attachments
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.attachments.permissions import visible_to
from gaoxing.office.cases import looking, queue, revealing
from gaoxing.office.cases.firing import fire
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.story import ASKED
from gaoxing.office.frontdesk import handling, my_cases, papers
from gaoxing.office.frontdesk.helped import masked_form
from gaoxing.office.frontdesk.pressing import pressed, rows_of
from gaoxing.office.frontdesk.revealing import Whole, record_of, whole
from gaoxing.office.frontdesk.views.careful import careful
from gaoxing.office.language import in_english
from gaoxing.office.people import showing
from gaoxing.office.people.permissions import may
from gaoxing.office.people.views.careful import person_of
from gaoxing.office.refusal import NotAllowed

_SEALED_OFF = "default-src 'none'; sandbox"
"""What somebody sent may do nothing where it is opened."""


@require_GET
@careful
def case_page(request: HttpRequest, number: str) -> HttpResponse:
    """One case (GET /staff/cases/320583-2026-000001)."""
    found = handled(request, number)
    looking.read(found, person_of(request), now=timezone.now())
    return shown_page(request, found)


@require_POST
@careful
def act(request: HttpRequest, number: str) -> HttpResponse:
    """A button was pressed (POST /staff/cases/…/act): done, or the page again with why not and what was written."""
    found = handled(request, number)
    try:
        fire(number, pressed(request.POST, handling.opened(found).manual), person_of(request), now=timezone.now())
    except NotAllowed as refusal:
        return shown_page(request, handled(request, number), refusal.reason)
    return redirect("queue_case", number=number)


@require_POST
@careful
def reveal(request: HttpRequest, number: str) -> HttpResponse:
    """One masked value is to be shown (POST /staff/cases/…/reveal with `path`, `reason`, `words`): kept, then shown by the next view of the page alone."""
    case, now = handled(request, number), timezone.now()
    read = handling.opened(case)
    if (found := whole(read.form, read.words, request.POST.get("path", ""))) is None:
        raise Http404
    asked = revealing.Asked(found.path, request.POST.get("reason", ""), request.POST.get("words", ""))
    try:
        revealing.reveal(case, asked, person_of(request), now=now)
    except NotAllowed as refusal:
        return shown_page(request, case, refusal.reason)
    showing.grant(request.session, record_of(case.pk), found.path, now=now)
    return redirect(f"{reverse('queue_case', kwargs={'number': number})}#whole")


@require_GET
@careful
def preview(request: HttpRequest, number: str, file: int) -> HttpResponse:
    """The small copy of a file (GET /staff/cases/…/files/3/preview.jpg)."""
    return _sealed_off(HttpResponse(attachments.preview_of(_file(request, number, file)), content_type="image/jpeg"))


@require_GET
@careful
def download(request: HttpRequest, number: str, file: int) -> HttpResponse:
    """A file that was scanned (GET /staff/cases/…/files/3), to be saved."""
    found = _file(request, number, file)
    response = HttpResponse(attachments.content_of(found, own=False), content_type=found.media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=attachments.name_of(found))
    return _sealed_off(response)


@require_GET
@careful
def paper(request: HttpRequest, number: str, place: int) -> HttpResponse:
    """One paper as it was submitted (GET /staff/cases/…/papers/0.pdf)."""
    case = handled(request, number)
    read = handling.opened(case)
    found = handling.drawn(read.form, read.submission.rules_on)
    if place >= len(found):
        raise Http404
    looking.opened_paper(case, person_of(request), place, now=timezone.now())
    made = papers.paper(found[place], papers.PDF)
    name = content_disposition_header(as_attachment=False, filename=made.name) or "inline"
    return HttpResponse(made.content, content_type=made.media_type, headers={"Content-Disposition": name})


@require_GET
@careful
def picture(request: HttpRequest, number: str, place: int, page: int) -> HttpResponse:
    """One page of a paper as a picture beside the form, private values masked (GET /staff/cases/…/papers/0/pages/1.png)."""
    read = handling.opened(handled(request, number))
    found = handling.drawn(masked_form(read.form), read.submission.rules_on)
    drawn = papers.pages(found[place]) if place < len(found) else ()
    if not 1 <= page <= len(drawn):
        raise Http404
    return HttpResponse(drawn[page - 1], content_type="image/png")


def handled(request: HttpRequest, number: str) -> Case:
    """The case of a number. Raises Http404 where the person may not handle it, as where there is none."""
    found = queue.one(person_of(request), number, now=timezone.now())
    if found is None or not found.submissions.exists():
        raise Http404
    return found


def _file(request: HttpRequest, number: str, file: int) -> Attachment:
    case = handled(request, number)
    found = visible_to(Case.objects.filter(pk=case.pk)).filter(pk=file).first()
    if found is None:
        raise Http404
    looking.opened_file(case, person_of(request), found.pk, now=timezone.now())
    return found


def shown_page(request: HttpRequest, case: Case, told: str = "") -> HttpResponse:
    """The page of a case (`?since=1` compares with an earlier submission); `told` is why a post was not taken."""
    person, now, since = person_of(request), timezone.now(), request.GET.get("since", "")
    shown = handling.page(case, person, now=now, since=int(since) if since.isascii() and since.isdecimal() and len(since) < 4 else 0)
    former, following = handling.neighbours(case, person, now=now)
    given = request.POST if told else {}
    asking = any(each.act == ASKED and not each.rests for each in shown.buttons)
    beside = {"happened": my_cases.happened(case), "sent": my_cases.sent(case), "former": former, "following": following}
    language = "en" if in_english() else "zh"
    diagram = svg(table_for(case.matter), current=case.state, language=language)
    rows = {"asking": asking, "diagram": diagram, "lines": rows_of(request.POST) if told else (), **beside, **_masked(request, case, shown.opened)}
    status = HTTPStatus.CONFLICT if told else HTTPStatus.OK
    return render(request, "handling/case.html", {"page": shown, "told": told, "given": given, **rows}, status=status)


def _masked(request: HttpRequest, case: Case, read: handling.Opened) -> dict[str, object]:
    """What this view of the page shows whole, and the reasons for which the person may be shown more; none where they may not."""
    now = timezone.now()
    found = whole(read.form, read.words, showing.taken(request.session, record_of(case.pk), now=now)) or Whole()
    able = may(person_of(request), revealing.REVEAL, on=timezone.localdate(now))
    return {"whole": found, "reveal_reasons": revealing.reasons() if able else (), "longest": revealing.limits()["longest"]}


def _sealed_off(response: HttpResponse) -> HttpResponse:
    response["Content-Security-Policy"] = _SEALED_OFF
    return response
