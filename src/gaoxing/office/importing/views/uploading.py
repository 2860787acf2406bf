"""Sending a list (上传名单): the kinds that somebody may import, the columns each wants, a template, and the file; what hinders it is told all at once."""

from __future__ import annotations

from http import HTTPStatus

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gaoxing.engines.workbook import Code, Trouble, Unreadable, WrittenSheet, write
from gaoxing.engines.workbook.trouble import refuse
from gaoxing.office.attachments.upload import CutOff
from gaoxing.office.importing import actions, permissions
from gaoxing.office.importing.exporting import as_file
from gaoxing.office.importing.queries import head_of
from gaoxing.office.importing.registry import Importer
from gaoxing.office.importing.sentences import sentences
from gaoxing.office.importing.views.going import go_on_for_a_moment
from gaoxing.office.people.views.careful import careful, person_of

RECENT = 20


@require_GET
@careful
def overview(request: HttpRequest) -> HttpResponse:
    """What somebody may import, and what they imported lately (GET /staff/imports)."""
    today, person = timezone.localdate(), person_of(request)
    kinds = permissions.open_to(person, on=today)
    titles = {each.kind: each.title for each in kinds}
    recent = [(each, titles[each.kind], head_of(each)["name"]) for each in permissions.visible_to(person, on=today)[:RECENT]]
    return render(request, "importing/overview.html", {"kinds": kinds, "recent": recent})


@require_http_methods(["GET", "POST"])
@careful
def upload(request: HttpRequest, kind: str) -> HttpResponse:
    """The columns of a kind (GET /staff/imports/clients), or a file of it (POST with `file`, `merged`: fill)."""
    wanted = one(request, kind)
    if request.method == "GET":
        return render(request, "importing/upload.html", {"importer": wanted})
    fill = request.POST.get("merged") == "fill"
    try:
        made = actions.upload(wanted, _sent(request, fill=fill), person_of(request), now=timezone.now())
    except Unreadable as trouble:
        merged = Code.MERGED in trouble.codes and not any(each.about.get("sideways") for each in trouble.troubles)
        told = {"importer": wanted, "told": sentences(trouble.troubles), "merged": merged, "fill": fill}
        return render(request, "importing/upload.html", told, status=HTTPStatus.BAD_REQUEST)
    go_on_for_a_moment(made)
    return redirect("import_batch", kind=kind, number=made.pk)


@require_GET
@careful
def template(request: HttpRequest, kind: str) -> HttpResponse:
    """An empty table with the headings and one made-up row (GET /staff/imports/clients/template.xlsx)."""
    wanted = one(request, kind)
    sample = [each.example for each in wanted.columns]
    headings = [f"{each.heading}*" if each.required else each.heading for each in wanted.columns]
    title = str(wanted.title)
    return as_file(write([WrittenSheet(title, headings, [sample])]), _("%(title)s 模板.xlsx") % {"title": title})


def one(request: HttpRequest, kind: str) -> Importer:
    """The kind of list, where the person may import it. Raises Http404 else, as where there is none."""
    found = next((each for each in permissions.open_to(person_of(request), on=timezone.localdate()) if each.kind == kind), None)
    if found is None:
        raise Http404
    return found


def _sent(request: HttpRequest, *, fill: bool) -> actions.Sent:
    found = request.FILES.get("file")
    if not isinstance(found, UploadedFile):
        raise Unreadable(Trouble(Code.EMPTY))
    if isinstance(found, CutOff):
        raise refuse(Code.CUT_OFF)
    return actions.Sent(found.name or "", found.read(), fill)
