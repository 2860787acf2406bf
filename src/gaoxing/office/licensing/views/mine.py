"""The applicant's joint case (我的联办): the licences as a board, what is asked of the applicant, and the posts by which they answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from http import HTTPStatus

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.attachments import actions as attachments
from gaoxing.office.attachments import queries as attachments_of
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.permissions import visible_to
from gaoxing.office.cases.roles import SUBMIT, roles_on
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.licensing import committing, duties, firing, further, issuing, sending, visiting
from gaoxing.office.licensing.board import board
from gaoxing.office.licensing.models import Item, JointCase, OpeningDuty
from gaoxing.office.licensing.permissions import names_of
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed

APPLICANTS = ("withdraw", "rectify")


@require_GET
@careful
def page(request: HttpRequest, number: str) -> HttpResponse:
    """The licences of one's case (GET /cases/…/licences)."""
    case = _own(request, number)
    return _page(request, case)


@require_POST
@careful
def act(request: HttpRequest, number: str, licence: str) -> HttpResponse:
    """One licence is withdrawn, or was rectified (POST …/licences/food_operation/act with `act`, `revision`)."""
    wanted, revision = request.POST.get("act", ""), request.POST.get("revision", "")
    if wanted not in APPLICANTS or not (revision.isascii() and revision.isdecimal() and len(revision) < 10):
        raise Http404
    person, pressed = person_of(request), Pressed(wanted, revision=int(revision))
    return _answered(request, number, lambda case, by, now: firing.fire(_item(case, licence), pressed, person, now=now))


@require_POST
@careful
def commit(request: HttpRequest, number: str, licence: str) -> HttpResponse:
    """The applicant signs a commitment (POST …/licences/fire_check/commit with `agreed`)."""
    agreed = request.POST.get("agreed") == "yes"
    return _answered(request, number, lambda case, by, now: committing.commit(_item(case, licence), by=by, agreed=agreed, now=now))


@require_POST
@careful
def visit(request: HttpRequest, number: str) -> HttpResponse:
    """The applicant picks a time (POST …/licences/visit with `visit`, `slot`)."""
    wanted, slot = (_number(request.POST.get(name, "")) for name in ("visit", "slot"))
    return _answered(request, number, lambda case, by, now: visiting.pick(case, wanted, slot, by=by, now=now))


@require_POST
@careful
def delivery(request: HttpRequest, number: str) -> HttpResponse:
    """How the results come (POST …/licences/delivery with `delivery`)."""
    chosen = request.POST.get("delivery", "")
    if chosen not in JointCase.Delivery.values:
        raise Http404
    return _answered(request, number, lambda case, by, now: issuing.choose(case, chosen, by=by, now=now))


@require_POST
@careful
def opening(request: HttpRequest, number: str) -> HttpResponse:
    """The day of opening (POST …/licences/opening with `day`), or a duty that was done (`done`)."""
    done, day = request.POST.get("done", ""), request.POST.get("day", "")

    def kept(case: Case, by: Actor, now: datetime) -> None:
        duty = OpeningDuty.objects.filter(case=case, licence=done).first()
        if duty is not None:
            duties.finish(duty, by=by, now=now)
        else:
            duties.open_shop(case, _day(day), by=by, now=now)

    return _answered(request, number, kept)


@require_POST
@careful
def blanks(request: HttpRequest, number: str) -> HttpResponse:
    """Further blanks of the licences' forms (POST …/licences/blanks)."""
    given = {key.removeprefix("blank-"): text for key, text in request.POST.dict().items() if key.startswith("blank-")}
    return _answered(request, number, lambda case, by, now: further.fill(case, given, by=by, now=now))


@require_POST
@careful
def add_file(request: HttpRequest, number: str) -> HttpResponse:
    """A file for one of the papers (POST …/licences/files with `material`, `file`): every unit that asks for this paper sees it, no other."""
    sent, material = request.FILES.get("file"), request.POST.get("material", "")
    found = attachments.Sent(sent.name or "", sent.read()) if isinstance(sent, UploadedFile) else None
    return _answered(request, number, lambda case, by, now: sending.send(case, material, found, by=by, now=now))


@require_POST
@careful
def place_file(request: HttpRequest, number: str) -> HttpResponse:
    """A file that lay with no licence is one of the papers (POST …/licences/files/place with `file`, `material`)."""
    file, material = _number(request.POST.get("file", "")), request.POST.get("material", "")
    return _answered(request, number, lambda case, by, now: sending.place(case, file, material, by=by, now=now))


def _answered(request: HttpRequest, number: str, deed: Callable[[Case, Actor, datetime], object]) -> HttpResponse:
    """Do what was posted for one's own case; the page again, with why not, where it cannot be."""
    case, now = _own(request, number, act=SUBMIT), timezone.now()
    try:
        deed(case, _actor(request, case), now)
    except NotAllowed as refusal:
        return _page(request, case, refusal.reason)
    return redirect("joint_mine", number=number)


def _item(case: Case, licence: str) -> Item:
    found = Item.objects.select_related("case").filter(case=case, licence=licence).first()
    if found is None:
        raise Http404
    return found


def _number(text: str) -> int:
    """A number as a page posts it; -1 for anything else, which nothing has."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 18 else -1


def _own(request: HttpRequest, number: str, *, act: str = "see_case") -> Case:
    """The joint case of a number. Raises Http404 where the person may not do the act on it, as where there is none."""
    found = visible_to(person_of(request), on=timezone.localdate(), act=act).select_related("owner", "joint").filter(number=number).first()
    if found is None or not JointCase.objects.filter(case=found).exists():
        raise Http404
    return found


def _actor(request: HttpRequest, case: Case) -> Actor:
    held = roles_on(case, person_of(request), now=timezone.now())
    return Actor(person_of(request).pk, held[0] if held else "applicant")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise NotAllowed(_("开业日期要写成 2026-12-25 这样。")) from None


def _page(request: HttpRequest, case: Case, told: str = "") -> HttpResponse:
    now = timezone.now()
    found = Case.objects.select_related("owner").get(pk=case.pk)
    files: dict[str, int] = {}
    for material in Attachment.objects.filter(case=case.pk).values_list("material", flat=True):
        files[material] = files.get(material, 0) + 1
    shown = board(found, now=now)
    rows = [{**each, "sent": sum(files.get(name, 0) for name in names_of(each))} for each in shown.papers]
    own_duties = OpeningDuty.objects.filter(case=case)
    context = {
        "board": shown,
        "papers": rows,
        "loose": [(each, attachments_of.name_of(each)) for each in sending.unplaced(found)],
        "names": sending.papers_of(found),
        "duties": own_duties,
        "told": told,
        "ways": JointCase.Delivery.choices,
        "writable": found.state in further.WRITABLE,
    }
    return render(request, "licensing/mine.html", context, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)
