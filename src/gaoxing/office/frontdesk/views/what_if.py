"""What if an answer changes (如果改了回答会怎样): tried on a page that stores nothing, kept on the draft only on 就这样改. Works without JavaScript."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk import visitor, what_if
from gaoxing.office.frontdesk.views.careful import agreed, careful, hand
from gaoxing.office.frontdesk.views.joint import joint_draft


@require_GET
@careful
@agreed
def page(request: HttpRequest) -> HttpResponse:
    """The answers, and what other ones would change (GET /draft/licences/what-if?answers.area=280); nothing is stored."""
    case, form = joint_draft(request)
    found = what_if.tried(form, request.GET.dict(), on=timezone.localdate())
    return _shown(request, case, found, status=HTTPStatus.UNPROCESSABLE_ENTITY if found.wrong else HTTPStatus.OK)


@require_POST
@careful
@agreed
def keep(request: HttpRequest) -> HttpResponse:
    """The changed answers are kept (POST /draft/licences/what-if/keep with the paths and `revision`); as the draft was looked at, else the page again."""
    case, form = joint_draft(request)
    found = what_if.tried(form, request.POST.dict(), on=timezone.localdate())
    if found.wrong:
        return _shown(request, case, found, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if found.change and request.POST.get("revision") != str(case.revision):
        told = _("这份草稿刚才在别处改过，还没有改。请看看现在的，对的话再点“就这样改”。")
        return _shown(request, case, found, told, status=HTTPStatus.CONFLICT)
    if found.change:
        what_if.keep(hand(request), found.change, now=timezone.now())
    return redirect(f"{reverse('joint_plan')}?changed={len(found.change)}")


def _shown(request: HttpRequest, case: Case, found: what_if.Tried, told: str = "", *, status: HTTPStatus) -> HttpResponse:
    context = {"tried": found, "told": found.told, "notice": told, "revision": case.revision, "draft": visitor.key(case.reference)}
    return render(request, "joint/what_if.html", context, status=status)
