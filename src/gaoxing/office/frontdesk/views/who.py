"""Who can see the draft in hand, and why (谁能看，为什么)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gaoxing.office.attachments.permissions import who_sees as of_files
from gaoxing.office.attachments.queries import of_case
from gaoxing.office.cases import permissions, queries, revealing
from gaoxing.office.cases.hearing import who_hears
from gaoxing.office.frontdesk import visitor
from gaoxing.office.frontdesk.views.careful import agreed, careful
from gaoxing.office.refusal import NotAllowed


@require_GET
@careful
@agreed
def who(request: HttpRequest) -> HttpResponse:
    """Everybody who sees the draft in hand, its attachments and its recordings (GET /draft/who)."""
    case = queries.draft(visitor.in_hand(request))
    if case is None:
        raise NotAllowed(_("还没有草稿，所以谁也看不到什么。"))
    seers = permissions.who_sees(case, on=timezone.localdate())
    told = {"seers": seers, "files": of_files(seers) if of_case(case.pk) else (), "hearers": who_hears(case) if case.recordings.exists() else ()}
    return render(request, "frontdesk/who.html", {**told, "shown": revealing.told_of(case)})
