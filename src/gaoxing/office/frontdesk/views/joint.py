"""What the desk adds to joint licence cases (前台的联办): the plan before submitting, handing a draft to the window, a clerk taking it, the sheet drawn."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gaoxing.forms import Form
from gaoxing.office.cases import queries
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.permissions import visible_to
from gaoxing.office.frontdesk import helping, papers, visitor, what_if
from gaoxing.office.frontdesk.views.careful import agreed, careful, hand
from gaoxing.office.licensing import drafts, local, results, taking_over
from gaoxing.office.licensing.models import Item, JointCase
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.views.careful import person_of
from gaoxing.office.refusal import NotAllowed

KINDS = (papers.PDF, papers.OFD)
CHANGED = tuple(str(count) for count in range(1, 40))
"""How many answers may have been changed at once, as the address of the page has it."""


@require_GET
@careful
@agreed
def plan(request: HttpRequest) -> HttpResponse:
    """Which licences the draft in hand needs, one set of papers, the plan (GET /draft/licences); the nearest trades where it has no known one."""
    case, form = joint_draft(request)
    words = queries.words_of(case)
    on = timezone.localdate()
    told = local.joint().overview(form, on, **local.given(on=on))
    if told["trade"] is None:
        told = local.joint().suggestions(" ".join(entry.said for entry in words.entries))
    asked = taking_over.waiting().filter(case=case).exists()
    changed = request.GET.get("changed", "")
    context = {"told": told, "asked": asked, "draft": visitor.key(case.reference), "changed": int(changed) if changed in CHANGED else 0}
    context["findings"] = what_if.findings(form, on)
    return render(request, "joint/plan.html", context)


@require_POST
@careful
@agreed
def ask_window(request: HttpRequest) -> HttpResponse:
    """The draft in hand goes to a clerk's desk (POST /draft/ask-window)."""
    taking_over.ask(in_hand(request), by=hand(request).actor, now=timezone.now())
    return redirect("joint_plan")


@require_POST
@careful
def take(request: HttpRequest, number: int) -> HttpResponse:
    """A clerk takes over what was asked for (POST /staff/joint/help/3/take): it comes into their hand."""
    now = timezone.now()
    helping.require(request, on=timezone.localdate(now))
    case = taking_over.take(number, person_of(request), now=now)
    visitor.consent(request)
    visitor.fetch(request, case.reference)
    visitor.help_as(request, name_of(person_of(request)), known=True)
    return redirect("desk")


@require_GET
@careful
def sheet(request: HttpRequest, number: str, kind: str) -> HttpResponse:
    """The comprehensive sheet of one's own case (GET /cases/…/licences/sheet.pdf)."""
    case = visible_to(person_of(request), on=timezone.localdate()).filter(number=number).first()
    joint = JointCase.objects.filter(case=case).first() if case else None
    if case is None or joint is None or kind not in KINDS:
        raise Http404
    address = request.build_absolute_uri(reverse("joint_public", kwargs={"token": joint.token}))
    layout = results.layout(case, address=address, on=timezone.localdate())
    if layout is None:
        raise NotAllowed(_("还没有发出的证，信息单等第一个证发出来就有。"))
    made = papers.paper(layout, kind)
    name = content_disposition_header(as_attachment=True, filename=made.name) or "attachment"
    return HttpResponse(made.content, content_type=made.media_type, headers={"Content-Disposition": name})


@require_GET
@careful
def draft(request: HttpRequest, number: str, licence: str, material: str) -> HttpResponse:
    """A draft of one of its papers (GET /cases/…/licences/food_operation/drafts/equipment_list.pdf)."""
    cases = visible_to(person_of(request), on=timezone.localdate()).filter(number=number)
    item = Item.objects.select_related("case").filter(case__in=cases.values("pk"), licence=licence).first()
    layout = drafts.layout(item, material, timezone.localdate()) if item else None
    if layout is None:
        raise Http404
    made = papers.paper(layout, papers.PDF)
    name = content_disposition_header(as_attachment=True, filename=made.name) or "attachment"
    return HttpResponse(made.content, content_type=made.media_type, headers={"Content-Disposition": name})


def joint_draft(request: HttpRequest) -> tuple[Case, Form]:
    """The draft in hand and its form. Raises NotAllowed where there is none, or it is about another matter."""
    case = in_hand(request)
    form = queries.form_of(case)
    if form is None or form.matter != local.MATTER:
        raise NotAllowed(_("这份草稿不是证照联办。请先说您要开什么店，再说“证照一起办”。"))
    return case, form


def in_hand(request: HttpRequest) -> Case:
    """The draft in hand. Raises NotAllowed where there is none."""
    found = queries.draft(visitor.in_hand(request))
    if found is None:
        raise NotAllowed(_("没有打开的草稿。请先在首页说出您要办的事，或者从“我的草稿”里打开一份。"))
    return found
