"""The pages of the cockpit (驾驶舱页): the page and its large screen, what changed, the licences by their light, the monthly report to keep."""

from __future__ import annotations

from datetime import datetime

from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gaoxing.casework.clock import Light
from gaoxing.office.cases.roles import HANDLE
from gaoxing.office.indicators.cockpit import lights, span
from gaoxing.office.indicators.cockpit.changing import changed
from gaoxing.office.indicators.cockpit.page import Page, page
from gaoxing.office.indicators.cockpit.reachable import reachable
from gaoxing.office.indicators.cockpit.report.content import report as monthly
from gaoxing.office.indicators.cockpit.report.drawing import FORMS, drawn, kept
from gaoxing.office.indicators.periods import MONTH, Period, newest, read
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import may
from gaoxing.office.people.remembering import remembering
from gaoxing.office.people.views.careful import careful, person_of

CACHE = "cockpit"
"""Where what was read stays for two minutes, in this process alone."""

SECONDS = 300
"""So often the large screen is read anew."""

MONTHS = 13
MOST = 200
"""Licences that one page lists."""

SHOWN = 8
"""Things that wait, of which the large screen shows so many."""

THEMES = ("dark", "light")


@require_GET
@careful
def cockpit(request: HttpRequest) -> HttpResponse:
    """The cockpit (GET /staff/cockpit; `?period=2026-10`, `2026Q4` or `2026`; `&screen=large` for a wall, `&theme=dark`)."""
    person, now = person_of(request), timezone.now()
    on = timezone.localdate(now)
    period, told = span.asked(request.GET, on=on)
    made = _read(person, period, now, fresh=request.GET.get("fresh") == "1")
    context: dict[str, object] = {"page": made, "told": told, "lamps": [lights.word(each) for each in lights.SHOWN]}
    if request.GET.get("screen") == "large":
        theme = request.GET.get("theme", "")
        return render(request, "indicators/cockpit/screen.html", {**context, "theme": theme if theme in THEMES else "", "seconds": SECONDS, "most": SHOWN})
    offered = span.offered(on=on)
    month = period if period.kind == MONTH and period.closed(on=on) else Period.of(MONTH, on).before
    context |= {"offered": offered, "other": not any(period in each for _word, each in offered), "month": month}
    return render(request, "indicators/cockpit/cockpit.html", context)


@require_GET
@careful
def changes(request: HttpRequest) -> HttpResponse:
    """What changed from the month before (GET /staff/cockpit/changes?period=2026-10), in the last whole month where none is named."""
    person, now = person_of(request), timezone.now()
    on = timezone.localdate(now)
    offered = newest(MONTH, on=on, count=MONTHS)
    written = request.GET.get("period", "").strip()
    found = read(written)
    known = found is not None and found.kind == MONTH and found.begun(on=on)
    month = found if found is not None and known else offered[1]
    with remembering():
        made = changed(person, month, now=now)
    told = _("网址里的月份看不懂，现在按最近一个满的月显示。请在下面重新选。") if written and not known else ""
    context = {"month": month, "offered": offered, "at": timezone.localtime(now), "told": told}
    return render(request, "indicators/cockpit/changes.html", {**context, "changes": made.changes, "level": made.level, "unknown": made.unknown})


@require_GET
@careful
def licences(request: HttpRequest) -> HttpResponse:
    """The licences of joint cases by their light (GET /staff/cockpit/licences?light=red), what is due first first."""
    now, asked = timezone.now(), request.GET.get("light", Light.RED)
    known = [each for each in lights.SHOWN if each is not Light.DOUBLE_RED]
    chosen = Light(asked) if asked in known else Light.RED
    rows = [each for each in lights.clocked() if lights.light_of(each, now=now) is chosen]
    context = {"rows": rows, "chosen": chosen, "word": lights.word(chosen), "lights": [(each, lights.word(each)) for each in known]}
    opens = may(person_of(request), HANDLE, on=timezone.localdate(now))
    return render(request, "indicators/cockpit/licences.html", {**context, "opens": opens, "shown": MOST, "most": f":{MOST}"})


@require_GET
@careful
def report(request: HttpRequest, month: str, form: str) -> HttpResponse:
    """The monthly report to keep (GET /staff/cockpit/report/2026-10.pdf or .docx); that it was drawn is kept."""
    person, now, found = person_of(request), timezone.now(), read(month)
    if form not in FORMS or found is None or found.kind != MONTH or not found.begun(on=timezone.localdate(now)):
        raise Http404
    with remembering():
        made = drawn(monthly(found, person=person, now=now), form, on=timezone.localdate(now))
    kept(found, form, person, now=now)
    answer = HttpResponse(made.content, content_type=made.media_type)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=made.name) or "attachment"
    return answer


def _read(person: Person, period: Period, now: datetime, *, fresh: bool) -> Page:
    """The page as it was read in the last two minutes, with the moment at which that was; read anew where somebody asks for it."""
    key = f"{person.pk}:{period}:{get_language()}"
    kept: Page | None = None if fresh else caches[CACHE].get(key)
    if kept is not None:
        return kept
    with remembering():
        made = reachable(page(person, period, now=now), person, on=timezone.localdate(now))
    caches[CACHE].set(key, made)
    return made
