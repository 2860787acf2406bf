"""The applicant's page of signatures (签名): who must sign, by a link of their own or on paper, both of equal rank; and the clerk's tick for paper."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases import looking, story
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.queries import form_of
from gaoxing.office.cases.roles import roles_on
from gaoxing.office.frontdesk import signing_rows
from gaoxing.office.frontdesk.signing_rows import Row
from gaoxing.office.frontdesk.views.careful import careful
from gaoxing.office.frontdesk.views.filing import in_hand
from gaoxing.office.frontdesk.views.handling import handled
from gaoxing.office.notices.actions import Recipient, notify
from gaoxing.office.notices.models import Channel
from gaoxing.office.people.views.careful import person_of
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.signatures import actions, links
from gaoxing.office.signatures.service import provider

SEND, SHOW = "send", "show"
"""How a link reaches its person: sent by text and mail, or shown to be copied or photographed."""

WINDOW = "window_clerk"


@require_GET
@careful
def overview(request: HttpRequest) -> HttpResponse:
    """Who must sign, and how it stands (GET /draft/signing)."""
    case = in_hand(request)
    shown = signing_rows.overview(case, form_of(case), on=timezone.localdate())
    return render(request, "signing/people.html", {"signing": shown, "case": case, "provider": provider()})


@require_POST
@careful
def ask(request: HttpRequest) -> HttpResponse:
    """Somebody signs by a link of their own (POST /draft/signing/ask with `person`, `how`): it is sent, or shown this once, for only its digest is kept."""
    case, now = in_hand(request), timezone.now()
    row = _row(request, case)
    if provider() is None:
        raise NotAllowed(_("这里没有接电子签名服务。请用纸面签名：打印、手签，再上传或带到窗口。"))
    wanted, how = row.found.wanted, request.POST.get("how", SHOW)
    addresses: dict[str, str] = {Channel.SMS: wanted.mobile, Channel.EMAIL: wanted.email} if how == SEND else {}
    if how == SEND and not any(addresses.values()):
        raise NotAllowed(_("表上没有这个人的手机号和邮箱，发不了。请用“给他看二维码、复制链接”。"))
    url = _address(request, links.ask(case.pk, wanted, actor=_actor(request, case), now=now))
    if how == SEND:
        until = timezone.localtime(now + links.VALID)
        notify("signing_asked", Recipient(0, "en" if wanted.foreign else "zh-hans", addresses), {"link": url, "day": f"{until:%Y-%m-%d}"}, now=now)
        return redirect("signing")
    width, path = signing_rows.picture(url)
    return render(request, "signing/link.html", {"row": row, "url": url, "width": width, "path": path, "days": links.VALID.days})


@require_POST
@careful
def on_paper(request: HttpRequest) -> HttpResponse:
    """Somebody signs on paper (POST /draft/signing/paper with `person`); a link of theirs is void."""
    case = in_hand(request)
    links.on_paper(case.pk, _row(request, case).found.wanted, actor=_actor(request, case), now=timezone.now())
    return redirect("signing")


@require_GET
@careful
def handled_overview(request: HttpRequest, number: str) -> HttpResponse:
    """The signatures of a submitted case as a clerk sees them (GET /staff/cases/…/signatures)."""
    return _handled(request, handled(request, number))


@require_POST
@careful
def see(request: HttpRequest, number: str) -> HttpResponse:
    """A clerk saw somebody's signatures on paper (POST /staff/cases/…/signatures/see with `person`, `identity`)."""
    case, now = handled(request, number), timezone.now()
    row = signing_rows.row_of(_last(case), request.POST.get("person", ""))
    person = person_of(request)
    if row is None:
        return _handled(request, case, _("这个人不在这份申请的签署人里。请刷新页面。"))
    role = next((each for each in roles_on(case, person, now=now)), WINDOW)
    try:
        actions.see(case.pk, row.found.wanted, clerk=Actor(person.pk, role), identity=request.POST.get("identity") == "seen", now=now)
    except NotAllowed as refusal:
        return _handled(request, case, refusal.reason)
    return redirect("queue_signatures", number=number)


def _handled(request: HttpRequest, case: Case, told: str = "") -> HttpResponse:
    looking.read(case, person_of(request), now=timezone.now())
    return render(request, "signing/handled.html", {"signing": _last(case), "case": case, "told": told}, status=409 if told else 200)


def _last(case: Case) -> signing_rows.Overview:
    """By the last submission: what the applicant writes meanwhile is theirs."""
    last = story.submissions(case)[-1]
    return signing_rows.overview(case, story.form_of(last), on=last.rules_on)


def _row(request: HttpRequest, case: Case) -> Row:
    shown = signing_rows.overview(case, form_of(case), on=timezone.localdate())
    found = signing_rows.row_of(shown, request.POST.get("person", ""))
    if found is None:
        raise NotAllowed(_("这个人不在这份申请的签署人里：表可能改过了。请回到签名页看看现在的名单。"))
    return found


def _actor(request: HttpRequest, case: Case) -> Actor:
    person = person_of(request)
    return Actor(person.pk, "applicant" if case.owner_id == person.pk else "agent")


def _address(request: HttpRequest, token: str) -> str:
    path = reverse("sign_link", kwargs={"token": token})
    return f"{settings.ORIGIN}{path}" if settings.ORIGIN else request.build_absolute_uri(path)
