"""The reviewers' page (复核自动审查): what waits, what was decided at once and what went to a clerk with why; each count opens its records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gaoxing.casework.automatic.verdict import conditions
from gaoxing.office.examination import actions, queries
from gaoxing.office.examination.shown import Shown, shown
from gaoxing.office.language import in_english
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.zone.queries import profile

_DAYS = 30
_LONGEST_NUMBER = 18


@dataclass(frozen=True)
class _Asked:
    """What the address asks for, anything unreadable left out."""

    kind: str
    reason: str
    since: date
    after: int


@require_GET
@careful
def overview(request: HttpRequest) -> HttpResponse:
    """The counts and the rows of one of them (GET /staff/examinations?kind=waiting&since=2026-11-01)."""
    return _page(request)


@require_POST
@careful
def review(request: HttpRequest, number: int) -> HttpResponse:
    """What a person found (POST /staff/examinations/3): `agreed` yes or no, and words."""
    person, agreed = person_of(request), request.POST.get("agreed", "")
    try:
        actions.review(number, person, agreed=_choice(agreed), words=request.POST.get("words", ""), now=timezone.now())
    except NotAllowed as refusal:
        return _page(request, told=refusal.reason)
    return redirect("examinations")


def _page(request: HttpRequest, told: str = "") -> HttpResponse:
    person, on, asked = person_of(request), timezone.localdate(), _asked(request)
    page = queries.page(person, since=asked.since, on=on, kind=asked.kind, reason=asked.reason, after=asked.after)
    counts = queries.counted(person, since=asked.since, on=on)
    known = {
        "asked": asked,
        "told": told,
        "kinds": [(kind, _words()[kind], counts.kinds[kind]) for kind in queries.KINDS],
        "reasons": [(each.id, each.term_english if in_english() else each.term, counts.reasons[each.id]) for each in conditions() if counts.reasons[each.id]],
        "rows": _shown(page),
        "onward": page.onward,
        "profile": profile(),
    }
    return render(request, "examination/overview.html", known, status=HTTPStatus.CONFLICT if told else HTTPStatus.OK)


def _choice(text: str) -> bool:
    """What was chosen. Raises NotAllowed where nothing was."""
    if text not in {"yes", "no"}:
        raise NotAllowed(_("请选“没有问题”或者“有问题”。"))
    return text == "yes"


def _shown(page: queries.Page) -> tuple[Shown, ...]:
    return tuple(shown(each) for each in page.rows)


def _words() -> dict[str, str]:
    words = {queries.WAITING: _("等人复核"), queries.DECIDED: _("自动准予登记"), queries.TO_A_CLERK: _("转给工作人员")}
    return {**words, queries.DIFFERED: _("复核有问题")}


def _asked(request: HttpRequest) -> _Asked:
    given = request.GET
    reason = given.get("reason", "")
    kind, after = given.get("kind", ""), given.get("after", "")
    return _Asked(
        kind if kind in queries.KINDS else queries.WAITING,
        reason if reason in {each.id for each in conditions()} else "",
        _day(given.get("since", "")),
        int(after) if after.isascii() and after.isdecimal() and len(after) <= _LONGEST_NUMBER else 0,
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return timezone.localdate() - timedelta(days=_DAYS)
