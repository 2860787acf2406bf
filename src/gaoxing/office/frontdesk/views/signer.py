"""A signer's pages (签署人页面): by their own link, without an account: what they sign, who they are, sign, or say what is wrong.

The link's token is exchanged for a mark in the session at once, so that it stands in no later address, and no page leads elsewhere with it.
"""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gaoxing.documents.document import Layout
from gaoxing.engines.fault import Fault
from gaoxing.office.cases import signing
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.queries import form_of
from gaoxing.office.frontdesk import case_words, language, limits, papers, signing_rows
from gaoxing.office.frontdesk.helped import masked_form
from gaoxing.office.frontdesk.views.careful import careful
from gaoxing.office.masking import mask
from gaoxing.office.notices.actions import Recipient, notify
from gaoxing.office.people import identity
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.signatures import actions, links, proving
from gaoxing.office.signatures.models import Signer
from gaoxing.office.signatures.service import provider
from gaoxing.office.signatures.standing import Standing

HELD = "signing"
"""Where the session keeps whose link was opened, and whether they proved who they are in this browser."""

PNG = "image/png"


@require_GET
@careful
def opened(request: HttpRequest, token: str) -> HttpResponse:
    """The link (GET /sign/…): remembered in this browser, then the page. Wrong ones from one address are braked."""
    now = timezone.now()
    if limits.wait_for_link(request, now=now):
        raise NotAllowed(_("这里试错的链接太多了。请一小时后再试，或者向发给您的人要最新的链接。"))
    signer = links.opened(token, now=now)
    limits.right_link(request)
    request.session[HELD] = {"signer": signer.pk, "link": signer.link, "proved": False}
    return redirect("sign")


@require_GET
@careful
def page(request: HttpRequest) -> HttpResponse:
    """What one signs (GET /sign)."""
    return _page(request)


@require_POST
@careful
def prove(request: HttpRequest) -> HttpResponse:
    """Who one is (POST /sign/identity with `number`, `agreed`)."""
    found = _found(request)[1]
    if request.POST.get("agreed") != "yes":
        return _page(request, _("核验要用您的姓名和证件号码，请先勾选同意；不同意可以改用纸面签名。"))
    try:
        proving.prove(_signer(found), found.wanted, request.POST.get("number", ""), service=identity.service(), now=timezone.now())
    except (NotAllowed, Fault) as trouble:
        return _page(request, _sentence(trouble))
    request.session[HELD] = {**request.session[HELD], "proved": True}
    return redirect("sign")


@require_POST
@careful
def confirm(request: HttpRequest) -> HttpResponse:
    """Sign (POST /sign/confirm with `papers`, `read`)."""
    found = _found(request)[1]
    if not request.session[HELD]["proved"]:
        return _page(request, _("还不能签：请先核对您的证件。"))
    if request.POST.get("read") != "yes":
        return _page(request, _("请先看过材料，再勾选“我看过了，同意签名”。"))
    try:
        actions.sign(_signer(found), found.wanted, request.POST.get("papers", ""), provider=provider(), now=timezone.now())
    except (NotAllowed, Fault) as trouble:
        return _page(request, _sentence(trouble))
    return redirect("sign")


@require_POST
@careful
def object_to(request: HttpRequest) -> HttpResponse:
    """Say what is wrong (POST /sign/object with `words`): the applicant is told, and nothing is signed until they ask again."""
    case, found = _found(request)
    now = timezone.now()
    try:
        actions.object_to(_signer(found), request.POST.get("words", ""), now=now)
    except NotAllowed as refusal:
        return _page(request, refusal.reason)
    if case.owner is not None:
        notify("signing_objected", Recipient(case.owner.pk, case.owner.language), {"matter": case_words.matter_of(case)}, now=now)
    del request.session[HELD]
    return render(request, "signing/said.html", {})


@require_POST
@careful
def leave(request: HttpRequest) -> HttpResponse:
    """Leave this browser (POST /sign/leave): the next one needs the link again."""
    request.session.pop(HELD, None)
    return render(request, "signing/left.html", {})


@require_GET
@careful
def picture(request: HttpRequest, place: int, page: int) -> HttpResponse:
    """One page of a paper that one signs, everybody's numbers and addresses masked (GET /sign/papers/0/1.png); nobody else's papers."""
    case, found = _found(request)
    drawn = _drawn(found, case)
    if place >= len(drawn):
        raise Http404
    pages = papers.pages(drawn[place])
    if not 1 <= page <= len(pages):
        raise Http404
    return HttpResponse(pages[page - 1], content_type=PNG)


def _found(request: HttpRequest) -> tuple[Case, Standing]:
    """The case and how it stands with this browser's signer. Raises NotAllowed where there is nothing (any more) to sign, with what to do."""
    held: dict[str, Any] = request.session.get(HELD, {})
    signer = Signer.objects.filter(pk=held.get("signer", 0)).first()
    if signer is None or signer.link != held.get("link"):
        raise NotAllowed(_("这个签名链接过期了或者被收回了，什么也没有签。请向发给您的人要一个新的链接。"))
    links.require_good(signer, now=timezone.now())
    case = Case.objects.select_related("owner").filter(pk=signer.case).first()
    if case is None or case.state not in Case.WRITABLE:
        raise NotAllowed(_("这份申请已经提交了，或者不办了，不用再签。"))
    for each in signing.standing(case, form_of(case), on=timezone.localdate()):
        if each.signer is not None and each.signer.pk == signer.pk:
            return case, each
    raise NotAllowed(_("您现在不在这份申请的签署人里：申请人可能改了表。不用签；有疑问请问申请人。"))


def _signer(found: Standing) -> Signer:
    if found.signer is None:
        raise Http404
    return found.signer


def _drawn(found: Standing, case: Case) -> tuple[Layout, ...]:
    """The papers that they sign, as they see them: in the order of filing, with what is private of anybody masked."""
    form, names = form_of(case), [each.name for each in found.wanted.papers]
    return tuple(each for each in papers.layouts(masked_form(form), on=timezone.localdate()) if each.name in names) if form else ()


def _page(request: HttpRequest, told: str = "") -> HttpResponse:
    case, found = _found(request)
    unasked = found.wanted.foreign and language.COOKIE not in request.COOKIES
    with translation.override(language.ENGLISH if unasked else translation.get_language()):
        drawn = [{"layout": each, "place": place, "pages": range(1, len(papers.pages(each)) + 1)} for place, each in enumerate(_drawn(found, case))]
        by = provider()
        shown = {
            "found": found,
            "signer": _signer(found),
            "posts": signing_rows.spoken_posts(found.wanted.posts),
            "number": mask(found.wanted.number) if found.wanted.number else "",
            "matter": case_words.matter_of(case),
            "title": case_words.title_of(form_of(case)),
            "papers": drawn,
            "digest": actions.shown(found.wanted.papers),
            "proved": bool(request.session[HELD]["proved"]),
            "provider": by,
            "told": told,
        }
        return render(request, "signing/sign.html", shown, status=409 if told else 200)


def _sentence(trouble: NotAllowed | Fault) -> str:
    return trouble.reason if isinstance(trouble, NotAllowed) else trouble.message
