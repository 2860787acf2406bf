"""Entering a value by hand, and saying which of several is used (录入、采用)."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gaoxing.office.indicators import actions
from gaoxing.office.indicators.definitions import Indicator
from gaoxing.office.indicators.models import REASON_LENGTH, SCOPE_LENGTH, SOURCE_LENGTH, Value
from gaoxing.office.indicators.permissions import require_owner, visible_to
from gaoxing.office.indicators.typed import BLANKS, entry
from gaoxing.office.indicators.views.figures import known, shown
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed


@require_http_methods(["GET", "POST"])
@careful
def enter(request: HttpRequest, indicator: str) -> HttpResponse:
    """The form (GET /staff/indicators/gdp/enter), and taking what was typed (POST): then the indicator's page, or the form again with why not."""
    wanted, now = known(indicator), timezone.now()
    require_owner(person_of(request), wanted, on=timezone.localdate(now))
    if request.method == "GET":
        return _form(request, wanted, {**dict.fromkeys(BLANKS, ""), "unit": wanted.unit, "period": request.GET.get("period", "")[:20]})
    given = {name: request.POST.get(name, "").strip() for name in BLANKS}
    told, wrong = entry(wanted, given)
    try:
        if told is None:
            return _form(request, wanted, given, wrong)
        made = actions.enter(told, person_of(request), now=now)
    except NotAllowed as refusal:
        return _form(request, wanted, given, tuple(refusal.reason.splitlines()))
    if made is None:
        return _form(request, wanted, given, (_("这个来源、这个期间的数已经有了，一模一样，没有再录。"),))
    return redirect(f"{reverse('indicator', args=(wanted.id,))}?by={told.period.kind}&year={told.period.first.year}#p{told.period}")


@require_POST
@careful
def settle(request: HttpRequest, indicator: str) -> HttpResponse:
    """Say which of several values is used (POST /staff/indicators/gdp/settle with `value` and `reason`)."""
    wanted, number = known(indicator), request.POST.get("value", "")
    rows = visible_to(person_of(request), on=timezone.localdate())
    row = rows.filter(indicator=wanted.id, pk=int(number)).first() if number.isascii() and number.isdecimal() and len(number) < 19 else None
    if row is None:
        if number:
            raise Http404
        return shown(request, wanted, _("请先选用哪个数。"), HTTPStatus.CONFLICT)
    try:
        actions.settle(row, request.POST.get("reason", ""), person_of(request), now=timezone.now())
    except NotAllowed as refusal:
        return shown(request, wanted, refusal.reason, HTTPStatus.CONFLICT)
    return redirect(f"{reverse('indicator', args=(wanted.id,))}#p{row.period}")


def _form(request: HttpRequest, wanted: Indicator, given: dict[str, str], told: tuple[str, ...] = ()) -> HttpResponse:
    context = {
        "indicator": wanted,
        "given": given,
        "told": told,
        "qualifiers": Value.Qualifier.choices,
        "longest": {"source": SOURCE_LENGTH, "scope": SCOPE_LENGTH, "reason": REASON_LENGTH},
        "sure": bool(given.get("sure")),
    }
    return render(request, "indicators/enter.html", context, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)
