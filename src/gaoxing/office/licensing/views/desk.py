"""A unit's desk (单位待办): its licences, what is due first first, and one licence with only its own blanks, papers and acts."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.attachments import queries as attachments
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.language import said
from gaoxing.office.licensing import buttons, clocking, correcting, duties, firing, listing, looking, permissions, registering
from gaoxing.office.licensing.board import because, state_of
from gaoxing.office.licensing.case_facts import OVER
from gaoxing.office.licensing.models import Item
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed

PAGE = 100
_SEALED_OFF = "default-src 'none'; sandbox"
"""What somebody sent may do nothing where it is opened."""


@require_GET
@careful
def overview(request: HttpRequest) -> HttpResponse:
    """The licences on one's desk (GET /staff/licences-to-do; `?after=…`), and the commitments that are to be checked."""
    now, on = timezone.now(), timezone.localdate()
    found = permissions.desk(person_of(request), on=on).select_related("case", "unit").prefetch_related("events")
    going = listing.listed(found.exclude(state__in=OVER), size=PAGE, after=request.GET.get("after", ""))
    rows = [{"item": each, "state": said(state_of(each)), "clock": clocking.clock_of(each, now=now, to_staff=True)} for each in going.rows]
    checks = listing.first(duties.checks_due(on=on).filter(pk__in=found.values("pk")).select_related("case"), size=PAGE)
    shown = {"rows": rows, "listed": going, "began": bool(request.GET.get("after")), "checks": checks, "today": on}
    return render(request, "licensing/desk.html", shown)


@require_GET
@careful
def item(request: HttpRequest, number: str, licence: str) -> HttpResponse:
    """One licence (GET /staff/licences-to-do/320583-2026-000001/fire_check)."""
    found = _handled(request, number, licence)
    looking.read(found, person_of(request), now=timezone.now())
    return _page(request, found)


@require_POST
@careful
def act(request: HttpRequest, number: str, licence: str) -> HttpResponse:
    """A button was pressed (POST …/act): done, or the page again with why not."""
    found, post = _handled(request, number, licence), request.POST
    rows = list(zip(post.getlist("kind"), post.getlist("words"), [*post.getlist("about"), *[""] * len(post.getlist("kind"))], strict=False))
    try:
        firing.fire(found, buttons.pressed(post.dict(), rows), person_of(request), now=timezone.now())
    except NotAllowed as refusal:
        return _page(request, _handled(request, number, licence), refusal.reason)
    return redirect("joint_item", number=number, licence=licence)


@require_GET
@careful
def download(request: HttpRequest, number: str, licence: str, file: int) -> HttpResponse:
    """A file of one of its papers (GET …/files/3), to be saved."""
    found = _file(request, number, licence, file)
    response = HttpResponse(attachments.content_of(found, own=False), content_type=found.media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=attachments.name_of(found))
    response["Content-Security-Policy"] = _SEALED_OFF
    return response


@require_GET
@careful
def preview(request: HttpRequest, number: str, licence: str, file: int) -> HttpResponse:
    """The small copy of a file (GET …/files/3/preview.jpg)."""
    response = HttpResponse(attachments.preview_of(_file(request, number, licence, file)), content_type="image/jpeg")
    response["Content-Security-Policy"] = _SEALED_OFF
    return response


def _handled(request: HttpRequest, number: str, licence: str) -> Item:
    """The licence where it lies on the person's desk. Raises Http404 else, as where there is none."""
    found = looking.one(person_of(request), number, licence, now=timezone.now())
    if found is None:
        raise Http404
    return found


def _file(request: HttpRequest, number: str, licence: str, file: int) -> Attachment:
    """A file of a paper that this very licence asks for. Raises Http404 for any other of the case."""
    item = _handled(request, number, licence)
    found = permissions.files_of(item).filter(pk=file).first()
    if found is None:
        raise Http404
    looking.opened_file(item, found, person_of(request), now=timezone.now())
    return found


def _page(request: HttpRequest, found: Item, told: str = "") -> HttpResponse:
    now, person = timezone.now(), person_of(request)
    files: dict[str, list[tuple[Attachment, str]]] = {}
    for each in permissions.files_of(found):
        files.setdefault(each.material, []).append((each, attachments.name_of(each)))
    context = {
        "item": found,
        "state": said(state_of(found)),
        "clock": clocking.clock_of(found, now=now, to_staff=True),
        "blanks": looking.blanks(found),
        "papers": [{**each, "files": [file for name in permissions.names_of(each) for file in files.get(name, ())]} for each in found.materials],
        "defects": [(each, correcting.words_of(each)) for each in found.defects.all()],
        "buttons": buttons.buttons(found, person, now=now),
        "events": [(each, firing.note_of(each)) for each in found.events.all()],
        "because": because(found) if found.state in OVER else "",
        "told": told,
        "registration": registering.asked(found),
        "seers": permissions.who_sees(found),
    }
    return render(request, "licensing/item.html", context, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)
