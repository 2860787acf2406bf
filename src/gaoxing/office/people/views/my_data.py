"""One's own data (我的资料): seen, taken along, corrected, deleted, and who looked at it."""

from __future__ import annotations

from http import HTTPStatus
from typing import cast

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext as translated
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gaoxing.office.people import accounts, consents, holdings, seeing, showing
from gaoxing.office.people import my_data as own
from gaoxing.office.people.forms import CorrectionForm, first_error
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed

RECORD, WHOLE = "people.person", "account"
"""What the session keeps when one's own particulars are to be shown whole."""


def _shown(request: HttpRequest, told: str = "", *, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    """The page; masked, but for the one view that its owner asked for. What was posted and does not fit is shown as it was typed."""
    person = person_of(request)
    whole = showing.taken(request.session, RECORD, now=timezone.now()) == WHOLE
    typed = {name: request.POST.get(name, "") for name in ("name", "email")} if told else {}
    context = {
        "account": ({column: accounts.own(person, column) for column in accounts.COLUMNS} if whole else own.masked(person)) | typed,
        "whole": whole,
        "held": [(translated(each.term), len(each.numbers(person))) for each in holdings.held()],
        "consents": consents.ledger(person),
        "looks": own.looks(person),
        "seers": seeing.who_sees(person),
        "told": told,
    }
    return render(request, "people/my_data.html", context, status=status)


@require_GET
@careful
def seen(request: HttpRequest) -> HttpResponse:
    """What is held (GET /account/data)."""
    return _shown(request)


@require_POST
@careful
def show(request: HttpRequest) -> HttpResponse:
    """One's own particulars whole, and the form that corrects them, for one view (POST /account/data/show); it is kept that they were shown."""
    person, now = person_of(request), timezone.now()
    own.show_whole(person, now=now)
    showing.grant(request.session, RECORD, WHOLE, now=now)
    return redirect("my_data")


@require_GET
@careful
def export(request: HttpRequest) -> HttpResponse:
    """The same to take along with its files, streamed (GET /account/data.zip); `?as=json` gives the text alone."""
    now = timezone.now()
    if request.GET.get("as") == "json":
        return JsonResponse(own.collected(person_of(request), now=now), json_dumps_params={"ensure_ascii": False, "indent": 2})
    headers = {"Content-Disposition": f'attachment; filename="gaoxing-{timezone.localdate():%Y%m%d}.zip"'}
    return cast("HttpResponse", StreamingHttpResponse(own.bundle(person_of(request), now=now), content_type="application/zip", headers=headers))


@require_POST
@careful
def correct(request: HttpRequest) -> HttpResponse:
    """Name and address as they should be (POST /account/data/correct); the number is changed by signing in with the other one."""
    form = CorrectionForm(request.POST)
    if not form.is_valid():
        return _shown(request, first_error(form), status=HTTPStatus.BAD_REQUEST)
    accounts.correct(person_of(request), now=timezone.now(), name=form.cleaned_data["name"].strip(), email=form.cleaned_data["email"])
    return redirect("my_data")


@require_http_methods(["GET", "POST"])
@careful
def delete(request: HttpRequest) -> HttpResponse:
    """Everything held of the applicant is deleted (POST /account/data/delete), after the page that says what goes (GET)."""
    person = person_of(request)
    if request.method == "GET":
        return render(request, "people/delete.html", {"held": [(translated(each.term), len(each.numbers(person))) for each in holdings.held()]})
    if request.POST.get("sure") != "yes":
        raise NotAllowed(_("没有删：请先在“我知道不能恢复”前打勾。"))
    gone = own.delete(person, now=timezone.now())
    request.session.flush()
    return render(request, "people/deleted.html", {"gone": [(translated(term), count) for term, count in gone.items()]})
