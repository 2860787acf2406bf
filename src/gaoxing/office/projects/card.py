"""The card of a project (项目卡): one line of time across its filing, reports, promotion, and the enterprise's other
projects, requests, licences, cases, registration, stewards and visits.

Each thing is asked of its own room: whoever may not see it there does not see it here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext as translated

from gaoxing.office.aftercare.permissions import whole_to
from gaoxing.office.certificates import permissions as certificates
from gaoxing.office.certificates.models import Certificate
from gaoxing.office.language import said
from gaoxing.office.people.models import Person
from gaoxing.office.projects.card_firm import MOST, Entry, of_firm
from gaoxing.office.projects.firing import life
from gaoxing.office.projects.models import Project, Promotion
from gaoxing.office.projects.permissions import promotions_visible_to, visible_to
from gaoxing.office.projects.wording import money_words, state_of


def card(row: Project, person: Person, *, on: date) -> tuple[Entry, ...]:
    """Everything on the line that a person may see on a day, the newest first."""
    found = [*_events(row), *_months(row), *_promotion(row, person, on), *_projects(row, person, on), *_requests(row, person, on), *_licences(row, person, on)]
    found += of_firm(row, person, on=on)
    return tuple(sorted(found, key=lambda each: each.day, reverse=True))


def _events(row: Project) -> Iterator[Entry]:
    acts = life(row).acts
    for event in row.events.order_by("number"):
        act = acts.get(event.act)
        yield Entry(localdate(event.at), _("本项目"), said(act) if act else event.act)


def _months(row: Project) -> Iterator[Entry]:
    for each in row.progress.all():
        yield Entry(each.month, _("进度"), money_words(each.invested, "CNY"))


def _promotion(row: Project, person: Person, on: date) -> Iterator[Entry]:
    states = life(Promotion()).states
    for promotion in promotions_visible_to(person, on=on).filter(project=row)[:MOST]:
        for each in promotion.stages.all():
            yield Entry(each.day, _("招商"), promotion.name, said(states[each.stage]), reverse("promotion", args=(promotion.number,)))


def _projects(row: Project, person: Person, on: date) -> Iterator[Entry]:
    others = visible_to(person, on=on).filter(uscc=row.uscc).exclude(pk=row.pk).exclude(filed=None) if row.uscc else Project.objects.none()
    for each in others[:MOST]:
        if each.filed is not None:
            yield Entry(each.filed, _("别的项目"), each.name, said(state_of(each)), reverse("project_one", args=(each.number,)))


def _requests(row: Project, person: Person, on: date) -> Iterator[Entry]:
    route = "request_desk" if person.is_staff_member else "mine_request"
    rows = whole_to(person, on=on).filter(enterprise=row.enterprise) if row.enterprise else whole_to(None, on=on)
    for each in rows.exclude(number=None).order_by("-pk")[:MOST]:
        yield Entry(localdate(each.made), _("诉求"), each.number or "", translated(each.get_state_display()), reverse(route, args=(each.number,)))


def _licences(row: Project, person: Person, on: date) -> Iterator[Entry]:
    for each in certificates.visible_to(person, on=on).filter(code=row.uscc, kind=Certificate.Kind.LICENCE)[:MOST]:
        yield Entry(localdate(each.issued), _("执照"), each.number, each.get_state_display(), reverse("licence", args=(each.token,)))
