"""What if and year on year (假如、逐年对比): figures tried without keeping them, every input's years beside each other, the plan of growth."""

from __future__ import annotations

from decimal import Decimal
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gaoxing.checks.assessment.comparing import WhatIf
from gaoxing.checks.assessment.shown import yuan
from gaoxing.forms.cultivation import YEARS
from gaoxing.forms.typing import Unfit
from gaoxing.office.cultivation import comparing, keeping, taking, typed
from gaoxing.office.cultivation.page import whole
from gaoxing.office.cultivation.typed import Blank
from gaoxing.office.cultivation.views.ladders import seen
from gaoxing.office.cultivation.wording import text_of, verdict_word
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed

_LONGEST_NUMBER = 10


@require_http_methods(["GET", "POST"])
@careful
def what_if(request: HttpRequest, number: str) -> HttpResponse:
    """The inputs worth trying (GET /ladder/L2026-000001/if), what they would move (POST), kept where somebody says so (POST with `keep`)."""
    row, on = seen(request, number), timezone.localdate()
    found = whole(row, on=on)
    standing = found.content.keyed
    fields = comparing.blanks(comparing.offered(found.standings, on))
    given = typed.typed(standing, dict(request.POST.lists()), fields)
    told = tuple(given.wrong.values())
    if request.POST.get("keep") == "yes" and not told:
        try:
            changed = taking.by_hand(found.content, given, person_of(request), on=on)
            keeping.keep(row, changed, person_of(request), revision=_number(request, "revision"), now=timezone.now())
            return redirect("ladder", number=number)
        except NotAllowed as refusal:
            told = (refusal.reason,)
    moved = comparing.tried(found.content, found.inputs, given.values, on) if request.method == "POST" and not given.wrong else ()
    texts = {key: given.texts.get(key, text_of(field, standing.answers[key].value) if key in standing.answers else "") for key, field in fields}
    shown = {
        "row": row,
        "blanks": [Blank(key, field, texts[key], "", given.wrong.get(key, "")) for key, field in fields],
        "moved": [(each, verdict_word(each.before.verdict), verdict_word(each.after.verdict), _moves(each)) for each in moved],
        "tried": request.method == "POST" and not told,
        "changed": bool(given.values),
        "told": told,
    }
    return render(request, "cultivation/what_if.html", shown, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)


@require_http_methods(["GET", "POST"])
@careful
def years(request: HttpRequest, number: str) -> HttpResponse:
    """The years beside each other (GET /ladder/L2026-000001/years), and the plan of a year (POST with `year`, `planned`)."""
    row, on, told = seen(request, number), timezone.localdate(), ""
    if request.method == "POST":
        try:
            keeping.plan(row, _number(request, "year"), _planned(request), person_of(request), now=timezone.now())
            return redirect("ladder_years", number=number)
        except (NotAllowed, Unfit) as refusal:
            told = refusal.reason if isinstance(refusal, NotAllowed) else refusal.sentence
    found = whole(row, on=on)
    shown_years, rows = comparing.yearly(found.inputs)
    judged, verdicts = comparing.verdicts(found.content, found.inputs, on)
    shown = {
        "row": row,
        "years": shown_years,
        "rows": rows,
        "judged": judged,
        "verdicts": [(each.name, [verdict_word(one) if one else "" for one in each.verdicts]) for each in verdicts],
        "growth": [(each, _amount(each.planned), _amount(each.actual)) for each in row.growth.all()],
        "told": told,
        "given": request.POST,
    }
    return render(request, "cultivation/years.html", shown, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)


def _moves(each: WhatIf) -> list[tuple[str, str, str]]:
    return [(one.title, verdict_word(one.before), verdict_word(one.after)) for one in each.moved]


def _amount(amount: Decimal | None) -> str:
    return "" if amount is None else yuan(amount)


def _planned(request: HttpRequest) -> Decimal | None:
    text = request.POST.get("planned", "").strip()
    return Decimal(str(typed.read("revenue@0", YEARS.column("revenue"), text).value)) if text else None


def _number(request: HttpRequest, name: str) -> int:
    text = request.POST.get(name, "").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < _LONGEST_NUMBER else -1
