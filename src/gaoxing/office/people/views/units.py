"""Units and their offices (单位、科室): set by the system administrator."""

from __future__ import annotations

from http import HTTPStatus

from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gaoxing.office.people import trail
from gaoxing.office.people.forms import UnitForm, first_error
from gaoxing.office.people.models import Unit
from gaoxing.office.people.views.careful import careful, person_of


@require_http_methods(["GET", "POST"])
@careful
def units(request: HttpRequest) -> HttpResponse:
    """The units (GET /staff/units); another one (POST)."""
    form, told = UnitForm(request.POST or None), ""
    if request.method == "POST":
        told = first_error(form)
        if not told:
            try:
                with transaction.atomic():
                    made = Unit.objects.create(**form.cleaned_data)
                    trail.record("change_units", by=person_of(request), about=made, now=timezone.now())
            except IntegrityError:
                told = _("这个编号已经有了，请换一个。")
            else:
                return redirect("units")
    shown = {"units": Unit.objects.filter(parent=None).prefetch_related("offices"), "told": told, "form": form}
    return render(request, "people/units.html", shown, status=HTTPStatus.BAD_REQUEST if told else HTTPStatus.OK)


@require_POST
@careful
def close(request: HttpRequest, number: int) -> HttpResponse:
    """A unit or office acts no longer from today on (POST /staff/units/3/close), or again (`open` yes)."""
    found = Unit.objects.filter(pk=number).first()
    if found is None:
        raise Http404
    with transaction.atomic():
        found.closed = None if request.POST.get("open") == "yes" else timezone.localdate()
        found.save(update_fields=["closed"])
        trail.record("change_units", by=person_of(request), about=found, now=timezone.now())
    return redirect("units")
