"""Keeping, finding again, handing over (草稿保存、取回、交接): the list of drafts, the resume code, the clerk at the window."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gaoxing.office.cases import queries, resumption
from gaoxing.office.cases.actions import hand_back as hand_case_back
from gaoxing.office.frontdesk import actions, errors, helping, keeping, limits, visitor
from gaoxing.office.frontdesk.forms import WordsForm
from gaoxing.office.frontdesk.resuming import ResumeForm
from gaoxing.office.frontdesk.views.careful import agreed, careful, hand
from gaoxing.office.refusal import NotAllowed

_LONGEST_SEARCH = 60


@require_GET
@careful
@agreed
def drafts(request: HttpRequest) -> HttpResponse:
    """The drafts of this browser (GET /drafts; `?q=` searches); none are listed at a kiosk."""
    if visitor.at_kiosk(request):
        raise NotAllowed(_("这台设备给大家轮流用，不列草稿。要接着填以前的，请用取回码。"))
    now, search = timezone.now(), request.GET.get("q", "")[:_LONGEST_SEARCH]
    shown = keeping.listed(request, now=now, search=search)
    whole = len(visitor.references(request))
    told = {"drafts": shown, "search": search, "searched": whole >= keeping.SEARCHED_FROM, "leaving": keeping.leaving(request, now=now)}
    return render(request, "frontdesk/drafts.html", told)


@require_POST
@careful
@agreed
def draft_new(request: HttpRequest) -> HttpResponse:
    """Another draft, empty until something is said (POST /drafts/new); `words` and `matter` begin it, `next=request` submits a request."""
    form, now = WordsForm(request.POST), timezone.now()
    if not form.is_valid():
        return errors.unusable(request, form)
    visitor.lay_down(request)
    mine = replace(hand(request), reference="", author=visitor.clerk(request), agent=False)
    if form.cleaned_data["words"].strip():
        mine = replace(mine, reference=actions.say(mine, form.cleaned_data["words"], now=now).reference)
        visitor.take_up(request, mine.reference)
    if matter := request.POST.get("matter"):
        visitor.take_up(request, actions.choose(mine, matter, now=now).reference)
    return redirect("request_submit" if request.POST.get("next") == "request" else "desk")


@require_POST
@careful
@agreed
def draft_open(request: HttpRequest) -> HttpResponse:
    """One of this browser's drafts is taken in hand (POST /drafts/open)."""
    visitor.take_up(request, _named(request))
    return redirect("desk")


@require_POST
@careful
@agreed
def draft_remove(request: HttpRequest) -> HttpResponse:
    """One of this browser's drafts is deleted (POST /drafts/remove); back to the list, or to the desk where that asked (`next=desk`)."""
    gone = _named(request)
    actions.restart(hand(request), gone, now=timezone.now())
    visitor.drop(request, gone)
    return redirect("desk" if request.POST.get("next") == "desk" else "drafts")


@require_http_methods(["GET", "POST"])
@careful
@agreed
def code(request: HttpRequest) -> HttpResponse:
    """Whether the draft has a code (GET /code); a new one, shown this once (POST). A page sent twice makes one code."""
    case, now = queries.draft(visitor.in_hand(request)), timezone.now()
    if case is None:
        raise NotAllowed(_("还没有草稿，所以没有取回码可给。请先说一句要办的事。"))
    told = {"draft": keeping.one(request, case, now), "mark": keeping.mark_of(case)}
    if request.method == "POST":
        if request.POST.get("mark", "") != told["mark"]:
            return render(request, "frontdesk/code.html", {**told, "shown_before": True}, status=HTTPStatus.CONFLICT)
        made = resumption.grouped(resumption.make(case, now=now, actor=hand(request).actor))
        told |= {"code": made, "groups": made.split("-"), "draft": keeping.one(request, case, now)}
    return render(request, "frontdesk/code.html", told)


@require_GET
@careful
@agreed
def hand_over(request: HttpRequest) -> HttpResponse:
    """How a clerk fills the form in (GET /hand-over)."""
    case = queries.draft(visitor.in_hand(request))
    return render(request, "frontdesk/hand_over.html", {"mark": keeping.mark_of(case) if case else "", "any": case is not None})


@require_POST
@careful
def hand_back(request: HttpRequest) -> HttpResponse:
    """The clerk gives the draft back to the applicant (POST /hand-back): it leaves this browser, and the clerk's name with it."""
    if visitor.clerk(request):
        if case := queries.draft(visitor.reference(request)):
            hand_case_back(case, now=timezone.now(), actor=hand(request).actor)
        helping.end(request, visitor.reference(request))
        visitor.drop(request, visitor.reference(request))
        visitor.help_as(request, "")
    return redirect("resume")


@require_http_methods(["GET", "POST"])
@careful
def resume(request: HttpRequest) -> HttpResponse:
    """A code is asked for (GET /resume) and taken (POST): the draft comes into this browser's hand."""
    known = bool(visitor.consented(request))
    if request.method == "GET":
        return _asking(request, ResumeForm(agreed=known))
    form, now = ResumeForm(request.POST, agreed=known), timezone.now()
    helping.require(request, on=localdate(now))
    if not form.is_valid():
        return _asking(request, form, form.first_error(), status=HTTPStatus.BAD_REQUEST)
    again = limits.wait_for_code(request, now=now)
    if again:
        told = _("取回码试错太多次，为防有人乱猜，请在 %(clock)s 之后再试；着急请到窗口办理。") % {"clock": f"{localtime(again):%H:%M}"}
        return _asking(request, form, told, status=HTTPStatus.TOO_MANY_REQUESTS)
    found = resumption.find(form.cleaned_data["code"], now=now)
    if found.case is None:
        return _not_found(request, form, found)
    limits.right_code(request)
    visitor.consent(request)
    visitor.fetch(request, found.case.reference)
    if not helping.begin(request, found.case, now=now):
        visitor.help_as(request, form.cleaned_data["name"] if form.cleaned_data["clerk"] else "")
    resumption.use(found.case, now=now, actor=hand(request).actor)
    return redirect("desk")


def _not_found(request: HttpRequest, form: ResumeForm, found: resumption.Found) -> HttpResponse:
    if found.ended:
        limits.right_code(request)
        told = _("这个取回码 %(day)s 到期了，不能再用。草稿若还在原来的手机或电脑上，请在那里重新生成；不在了，请从头说一遍，或到窗口办理。")
        return _asking(request, form, told % {"day": f"{localtime(found.ended):%Y-%m-%d}"}, status=HTTPStatus.GONE)
    told = _("没有找到这个取回码。可能是写错了一位，或者后来换过新码，或者草稿已经删去。请对着纸条再写一遍；还不行，请从头说一遍，或到窗口办理。")
    return _asking(request, form, told, status=HTTPStatus.NOT_FOUND)


def _asking(request: HttpRequest, form: ResumeForm, told: str = "", *, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    shown = {"form": form, "told": told, "agreed": form.agreed, "clerk_known": helping.known(request, on=timezone.localdate())}
    return render(request, "frontdesk/resume.html", shown, status=status)


def _named(request: HttpRequest) -> str:
    """The draft that the post names; raises NotAllowed where this browser has no such draft."""
    wanted = visitor.in_hand(request) if request.POST.get("draft") else ""
    if not wanted or queries.draft(wanted) is None:
        raise NotAllowed(_("这份草稿不在这台设备上，或已经删去、到期了。请回“我的草稿”看看；别处的草稿要用取回码。"))
    return wanted
