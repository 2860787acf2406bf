"""Submitting a request of an enterprise (提交企业诉求): the draft in hand on one page, what was told apart in it, whom to reach; then it is the steward's."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from gaoxing.office.aftercare.actions import MOST_PROBLEMS
from gaoxing.office.aftercare.models import Request
from gaoxing.office.aftercare.permissions import MATTER, SUBMIT, whole_to
from gaoxing.office.aftercare.wording import category_of
from gaoxing.office.attachments import actions as attachments
from gaoxing.office.attachments import queries as attached
from gaoxing.office.attachments import upload
from gaoxing.office.attachments.inspection import ACCEPTED, megabytes
from gaoxing.office.cases import owning, queries
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.permissions import visible_to
from gaoxing.office.cases.roles import SUBMIT as SUBMIT_CASE
from gaoxing.office.frontdesk import actions, errors, helped, requesting, visitor
from gaoxing.office.frontdesk.actions import Hand
from gaoxing.office.frontdesk.masking import mask_contacts
from gaoxing.office.frontdesk.requesting import Asking
from gaoxing.office.frontdesk.views.careful import careful, hand
from gaoxing.office.people.permissions import permit
from gaoxing.office.people.views.careful import person_of
from gaoxing.office.refusal import NotAllowed


@csrf_exempt
@require_http_methods(["GET", "POST"])
def submit(request: HttpRequest) -> HttpResponse:
    """The draft in hand as a request (GET /draft/request), and handing it over (POST); a post that its head says is too big is answered unread."""
    if request.method == "POST" and upload.too_big(request):
        text = _("这次传的文件太大，没有收。每个文件最多 %(most)s MB：照片请选小一点的尺寸，PDF 请分成几份，一个一个传。") % {"most": megabytes()}
        return errors.problem(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _("文件太大"), text)
    return _submit(request)


@csrf_protect
@careful
def _submit(request: HttpRequest) -> HttpResponse:
    if request.method == "POST" and (known := _already(request)):
        return redirect("mine_request", number=known.number)
    case = in_hand(request, SUBMIT, _("没有可以提交的草稿。提交过的在“我的诉求”里；还没说的，请先说说碰到的难处。"))
    if request.method == "GET":
        return _page(request, case, _asked(request, case))
    asked = _asked(request, case)
    try:
        _take_files(request, case)
        return _handed_on(request, case, asked)
    except NotAllowed as refusal:
        return _page(request, Case.objects.get(pk=case.pk), asked, refusal.reason)


def _handed_on(request: HttpRequest, case: Case, asked: Asking) -> HttpResponse:
    """It is handed on; with more problems than can be taken at once the rest becomes another draft, which is the next to be submitted."""
    person, now, post = person_of(request), timezone.now(), request.POST
    revision, rest = post.get("revision", ""), ""
    if post.get("split") == "yes":
        asked, rest = requesting.rest_of(asked)
    shown = int(revision) if revision.isascii() and revision.isdecimal() and len(revision) < 10 else -1
    made = requesting.hand_on(asked, person, revision=shown, insist=post.get("insist") == "yes", now=now)
    visitor.drop(request, case.reference)
    if helping := person.is_staff_member and case.helps.filter(clerk=person).exists():
        owning.end_help(case.reference, person)
        visitor.help_as(request, "")
    if rest and not helping:
        fresh = actions.say(Hand(consent=visitor.consented(request), account=person.pk), rest, now=now)
        fresh = actions.choose(Hand(fresh.reference, account=person.pk), MATTER, now=now)
        visitor.take_up(request, fresh.reference)
        return redirect("request_submit")
    return redirect("mine_request", number=made.number)


def in_hand(request: HttpRequest, act: str, nothing: str) -> Case:
    """The draft in hand, attached to whoever signed in if it is nobody's yet; of the staff to those who may do the act of bringing what it becomes.

    Raises Http404 where it is somebody else's, NotAllowed with the sentence `nothing` where there is none.
    """
    person, now, on = person_of(request), timezone.now(), timezone.localdate()
    case = queries.draft(visitor.in_hand(request))
    if case is None:
        raise NotAllowed(nothing)
    if person.is_staff_member:
        permit(person, act, on=on)
        if case.reference in visitor.own(request) and case.owner_id in (None, person.pk):
            return case
    elif case.owner_id is None:
        owning.adopt([case.reference], person, now=now)
    mine = case.helps.filter(clerk=person).exists() if person.is_staff_member else visible_to(person, on=on, act=SUBMIT_CASE).filter(pk=case.pk).exists()
    if not mine:
        raise Http404
    return Case.objects.select_related("owner").get(pk=case.pk)


def _already(request: HttpRequest) -> Request | None:
    """The request that the page's draft became, where this person may read it."""
    case = request.POST.get("case", "")
    number = int(case) if case.isascii() and case.isdecimal() and len(case) < 19 else 0
    return whole_to(person_of(request), on=timezone.localdate()).filter(case=number).first() if number else None


def _asked(request: HttpRequest, case: Case) -> Asking:
    now, words = timezone.now(), queries.words_of(case)
    taken, person = actions.read(words, now=now), person_of(request)
    if request.method == "GET":
        return requesting.asking(case, words, taken, person, now=now)
    given = requesting.blanks_of(request.POST)
    if helped.masks(request):
        known = requesting.asking(case, words, taken, person, now=now).blanks
        given = replace(given, contact=known.contact, mobile=known.mobile)
    return requesting.asking(case, words, taken, person, given=given, now=now)


def _take_files(request: HttpRequest, case: Case) -> None:
    """What was sent with the page goes to the draft's files. Raises NotAllowed with every sentence where one was not taken."""
    told = []
    for each in upload.sent(request, "photo", "file")[: upload.MOST_FILES]:
        try:
            attachments.receive(case.pk, each, material="", actor=hand(request).actor, now=timezone.now())
        except NotAllowed as refusal:
            told.append(refusal.reason)
    if told:
        raise NotAllowed(" ".join(told))


def _page(request: HttpRequest, case: Case, asked: Asking, told: str = "") -> HttpResponse:
    masks = helped.masks(request)
    shown = {
        "asked": asked,
        "words": mask_contacts(asked.words) if masks else asked.words,
        "problems": [(category_of(each.category), mask_contacts(each.words) if masks else each.words) for each in asked.problems],
        "case": case,
        "draft": visitor.key(case.reference),
        "files": [attached.name_of(each) for each in attached.of_case(case.pk)],
        "told": told,
        "masks": masks,
        "staff": person_of(request).is_staff_member,
        "accepted": ACCEPTED,
        "most": megabytes(),
        "limit": MOST_PROBLEMS,
    }
    return render(request, "requesting/submit.html", shown, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)
