"""The public page of a shop's licences (行业综合许可公示): which are in force, by the code on the comprehensive sheet; nothing of a person."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from gaoxing.office.licensing import results
from gaoxing.office.licensing.models import JointCase
from gaoxing.office.people.views.careful import careful


@require_GET
@careful
def sheet(request: HttpRequest, token: str) -> HttpResponse:
    """What is in force today (GET /permits/…)."""
    joint = JointCase.objects.select_related("case").filter(token=token).first()
    if joint is None:
        raise Http404
    return render(request, "licensing/public.html", {"joint": joint, "rows": results.rows(joint.case, on=timezone.localdate()), "today": timezone.localdate()})
