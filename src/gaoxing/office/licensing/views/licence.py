"""One licence of the zone's catalogue by a form (改一个事项): what stands, what is typed, and the same preview as that of a table that was sent."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gaoxing.office.licensing import local
from gaoxing.office.licensing.licence_form import Typed, groups, shown, typed, wanted
from gaoxing.office.licensing.views.catalogue import previewed
from gaoxing.office.people.views.careful import careful


@require_GET
@careful
def form(request: HttpRequest, licence: str) -> HttpResponse:
    """A licence as it stands (GET /staff/catalogue/licences/food_operation)."""
    row = _row(licence)
    return _page(request, row, shown(local.joint().standing(local.standing_text(on=timezone.localdate()), licence)))


@require_POST
@careful
def preview(request: HttpRequest, licence: str) -> HttpResponse:
    """What the form would change (POST …/preview with `base`); the form again where a blank cannot be taken, another version holds, or `again` was pressed."""
    row, sent = _row(licence), typed(request.POST.dict(), request.POST.getlist("material"))
    text = local.standing_text(on=timezone.localdate())
    standing, known = local.joint().standing(text, licence), [each["id"] for each in local.joint().papers_to_choose(text)]
    values, wrong = wanted(sent, standing, known, on=timezone.localdate())
    if request.POST.get("base", "") != str(local.newest()):
        wrong["base"] = _("您打开以后，目录又换了一版。下面是您填的；请和现行的核对一下，再看一次改了什么。")
    if wrong or request.POST.get("again"):
        return _page(request, row, sent, wrong)
    written = local.joint().edited(text, licence, values)
    if faults := local.faults(written):
        return _page(request, row, sent, {"table": "".join(faults)})
    return previewed(request, written, {"licence": row, "pairs": sent.pairs()})


def _row(licence: str) -> dict[str, Any]:
    """The licence as it stands. Raises Http404 where there is none."""
    found = local.joint().row_of(local.standing_text(on=timezone.localdate()), licence)
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, row: dict[str, Any], sent: Typed, wrong: dict[str, str] | None = None) -> HttpResponse:
    asked, *others = groups(row, sent, on=timezone.localdate())
    unit = local.unit_for(row["authority"])
    lists = {"asked": asked["papers"], "others": others, "more": sum(len(each["papers"]) for each in others)}
    context = {"row": row, "form": sent, "blanks": sent.blanks, "wrong": wrong or {}, "base": local.newest(), "unit": unit, **lists}
    authorities = local.authorities(on=timezone.localdate())
    status = HTTPStatus.OK if not wrong else HTTPStatus.CONFLICT if "base" in wrong else HTTPStatus.BAD_REQUEST
    return render(request, "licensing/licence_form.html", {**context, "authorities": authorities}, status=status)
