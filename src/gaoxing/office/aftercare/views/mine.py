"""The enterprise's own requests (我的诉求): the list, one request with what is asked, and the posts by which it answers, accepts, or is not satisfied."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_POST

from gaoxing.casework.aftercare.limits import limits as known_limits
from gaoxing.office.aftercare import files
from gaoxing.office.aftercare.clients.reaching import of_enterprise
from gaoxing.office.aftercare.desk import queue
from gaoxing.office.aftercare.mine import listed as mine
from gaoxing.office.aftercare.mine import pressing
from gaoxing.office.aftercare.mine.page import whole
from gaoxing.office.aftercare.mine.pressing import Typed
from gaoxing.office.aftercare.models import Request
from gaoxing.office.aftercare.permissions import visible_to, who_sees, whole_to
from gaoxing.office.aftercare.roles import roles_on
from gaoxing.office.attachments import queries as attachments
from gaoxing.office.attachments import upload
from gaoxing.office.attachments.inspection import ACCEPTED, megabytes
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.people.views.telling import problem
from gaoxing.office.refusal import NotAllowed

_SEALED_OFF = "default-src 'none'; sandbox"
"""What somebody sent may do nothing where it is opened."""

RATINGS = (5, 4, 3, 2, 1)


@require_GET
@careful
def overview(request: HttpRequest) -> HttpResponse:
    """My requests (GET /requests): `?show=asked`, `open` or `over` lists those alone, `?before=` goes on."""
    before = request.GET.get("before", "")
    place = int(before) if before.isascii() and before.isdecimal() and len(before) < 19 else 0
    shown = mine.listed(person_of(request), show=request.GET.get("show", ""), before=place, now=timezone.now())
    stewards = of_enterprise(person_of(request), on=timezone.localdate())
    return render(request, "aftercare/mine_list.html", {"listed": shown, "later": bool(place), "stewards": stewards})


@require_GET
@careful
def begin(request: HttpRequest) -> HttpResponse:
    """Say what the trouble is (GET /requests/new): it begins a draft at the desk."""
    return render(request, "aftercare/mine_new.html")


@require_GET
@careful
def one(request: HttpRequest, number: str) -> HttpResponse:
    """One request (GET /requests/R2026-000001); the staff who handle it read it at their desk, masked and audited."""
    if person_of(request).is_staff_member and queue.one(person_of(request), number, now=timezone.now()):
        return redirect("request_desk", number=number)
    return _page(request, _seen(request, number))


@csrf_exempt
@require_POST
def act(request: HttpRequest, number: str) -> HttpResponse:
    """A button was pressed (POST …/act): done, or the page again with why not and what was typed."""
    if upload.too_big(request):
        text = _("这次传的文件太大，没有收。每个文件最多 %(most)s MB：照片请选小一点的尺寸，PDF 请分成几份，一个一个传。") % {"most": megabytes()}
        return problem(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _("文件太大"), text)
    return _act(request, number=number)


@require_GET
@careful
def file(request: HttpRequest, number: str, file: int) -> HttpResponse:
    """A file of a request (GET …/files/3), to be saved; to whoever did not send it once it was scanned."""
    found = _file(request, number, file)
    own = not person_of(request).is_staff_member
    response = HttpResponse(attachments.content_of(found, own=own), content_type=found.media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=attachments.name_of(found))
    return _sealed_off(response)


@require_GET
@careful
def preview(request: HttpRequest, number: str, file: int) -> HttpResponse:
    """The small copy of a file (GET …/files/3/preview.jpg), made by this office from the picture alone."""
    return _sealed_off(HttpResponse(attachments.preview_of(_file(request, number, file)), content_type="image/jpeg"))


@csrf_protect
@careful
def _act(request: HttpRequest, number: str) -> HttpResponse:
    found, person, now = _seen(request, number), person_of(request), timezone.now()
    given = Typed()
    try:
        given = pressing.typed(request.POST.dict(), request.POST.getlist("reason"), upload.sent(request, "photo", "file"))
        pressing.press(found, given, person, next(iter(roles_on(found, person, now=now)), "applicant"), now=now)
    except NotAllowed as refusal:
        return _page(request, _seen(request, number), refusal.reason, given)
    return redirect("mine_request", number=number)


def _seen(request: HttpRequest, number: str) -> Request:
    """The request of a number, as far as the person may read all of it. Raises Http404 else, as where there is none."""
    found = whole_to(person_of(request), on=timezone.localdate()).select_related("client", "main").filter(number=number).first()
    if found is None:
        raise Http404
    return found


def _file(request: HttpRequest, number: str, file: int) -> Attachment:
    person, on = person_of(request), timezone.localdate()
    known = visible_to(person, on=on).filter(number=number).first()
    found = files.one(known, file, person, on=on) if known else None
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, found: Request, told: str = "", given: Typed | None = None) -> HttpResponse:
    person, now = person_of(request), timezone.now()
    shown = {"page": whole(found, person, now=now), "told": told, "given": given or Typed(), "ratings": RATINGS, "staff": person.is_staff_member}
    limits = {"accepted": ACCEPTED, "most": megabytes(), "longest": pressing.LONGEST, "seers": who_sees(found), "silence": known_limits()}
    return render(request, "aftercare/mine_page.html", {**shown, **limits}, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)


def _sealed_off(response: HttpResponse) -> HttpResponse:
    response["Content-Security-Policy"] = _SEALED_OFF
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
