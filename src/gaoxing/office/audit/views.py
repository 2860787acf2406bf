"""The auditors' page (审计查询页): entries with filters, older ones page by page, and the same as a file. Reading and exporting are acts themselves."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from gaoxing.office.audit import actions, queries, words
from gaoxing.office.audit.asking import AskingForm
from gaoxing.office.audit.entry import Actor
from gaoxing.office.audit.exporting import MEDIA_TYPES, WRITERS
from gaoxing.office.audit.permissions import may_read
from gaoxing.office.audit.queries import Wanted

ROLE = "audit_administrator"
"""As whom an auditor reads."""


@require_GET
@never_cache
def entries(request: HttpRequest) -> HttpResponse:
    """A page of entries, newest first (GET /audit); `?before=` goes on to older ones."""
    person = _auditor(request)
    form = AskingForm(request.GET)
    before = request.GET.get("before", "")
    if not form.is_valid() or (before and not (before.isascii() and before.isdecimal() and len(before) < 19)):
        return render(request, "audit/entries.html", {"form": form, **_words()}, status=400)
    wanted = form.wanted()
    _note(person, "audit.read", wanted)
    page = queries.page(wanted, before=int(before) if before else None)
    kept = {name: value for name, value in request.GET.items() if name in form.fields and value}
    told = {"form": form, "page": page, "head": queries.head(), **_words(), "asked": urlencode(kept)}
    return render(request, "audit/entries.html", told | {"older": urlencode(kept | {"before": page.older})})


@require_GET
@never_cache
def export(request: HttpRequest, kind: str) -> HttpResponseBase:
    """Every entry asked for as a file (GET /audit/entries.csv, /audit/entries.jsonl), sent as it is read."""
    person = _auditor(request)
    form = AskingForm(request.GET)
    if kind not in WRITERS or not form.is_valid():
        raise Http404
    wanted = form.wanted()
    _note(person, "audit.exported", wanted)
    name = f"audit-{timezone.localdate():%Y%m%d}.{kind}"
    return StreamingHttpResponse(
        WRITERS[kind](queries.rows(wanted)), content_type=MEDIA_TYPES[kind], headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _words() -> dict[str, Any]:
    """The words that the filters offer: the acts that were ever written, the roles and the kinds of record."""
    return {"acts": queries.acts(), "roles": sorted(words.table(words.ROLES)), "kinds": sorted(words.table(words.KINDS))}


def _auditor(request: HttpRequest) -> Any:
    """Who asks; raises PermissionDenied for whoever may not read the audit."""
    person = getattr(request, "user", None)
    if not may_read(person):
        raise PermissionDenied
    return person


def _note(person: Any, act: str, wanted: Wanted) -> None:
    with transaction.atomic():
        actions.write(act, actor=Actor(int(person.pk), ROLE), now=timezone.now(), details=wanted.to_json())
