"""The language model asked, and what it filled in taken out again (请语言模型再读): two buttons of the desk."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gaoxing.office.frontdesk import errors, queries, second_reader, visitor
from gaoxing.office.frontdesk.dialogue import LONGEST_PATH
from gaoxing.office.frontdesk.limits import too_many_readings
from gaoxing.office.frontdesk.views.careful import agreed, careful, hand
from gaoxing.office.frontdesk.views.onward import answered


@require_POST
@careful
@agreed
def ask(request: HttpRequest) -> HttpResponse:
    """The model reads the draft once more (POST /draft/model); the question `asked` meanwhile stays, for somebody may be answering it."""
    if not visitor.in_hand(request):
        return redirect("desk")
    if too_many_readings(request):
        return errors.hurried(request)
    asked = request.POST.get("asked", "")[:LONGEST_PATH]
    try:
        change = second_reader.ask(hand(request), now=timezone.now())
    except second_reader.NoHelp as fault:
        return _no_help(request, fault)
    gained = set(second_reader.filled(change.taken.form)) - set(second_reader.filled(change.before))
    return answered(request, change, asked=asked, insist=bool(asked), told="" if gained else "model_found_nothing")


@require_POST
@careful
@agreed
def drop(request: HttpRequest) -> HttpResponse:
    """What the model filled in is taken out (POST /draft/model/drop)."""
    if not visitor.in_hand(request):
        return redirect("desk")
    return answered(request, second_reader.drop(hand(request), now=timezone.now()))


def _no_help(request: HttpRequest, fault: second_reader.NoHelp) -> HttpResponse:
    """503, told where the button is; a page of its own for a browser without JavaScript."""
    title, text = _("语言模型这次没有帮上忙。"), _("您的话和表都没有动，可以自己接着填。")
    if not getattr(request, "htmx", False):
        return errors.problem(request, HTTPStatus.SERVICE_UNAVAILABLE, title, text, original=fault.message)
    shown = queries.desk(visitor.in_hand(request), now=timezone.now())
    told = {"desk": shown, "partly": True, "trouble": f"{title}{text}", "original": fault.message}
    return render(request, "frontdesk/no_help.html", told, status=HTTPStatus.SERVICE_UNAVAILABLE)
