"""Opening the records of a figure (数字的明细): each kind of record by its own room's permission, so that nobody sees through a number what they may not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.catalogue import matter
from gaoxing.office.aftercare import permissions as requests
from gaoxing.office.aftercare import wording as requests_wording
from gaoxing.office.aftercare.figures.rows import SEE as SEE_REQUESTS
from gaoxing.office.aftercare.models import Client, Part, Request
from gaoxing.office.cases import permissions as cases
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.roles import HANDLE as HANDLE_CASE
from gaoxing.office.certificates import permissions as certificates
from gaoxing.office.certificates.models import Certificate
from gaoxing.office.cultivation.models import Qualification
from gaoxing.office.cultivation.zone import listing as ladder
from gaoxing.office.cultivation.zone import rows as ladder_rows
from gaoxing.office.escalations import permissions as stuck
from gaoxing.office.escalations import wording as stuck_wording
from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.language import said
from gaoxing.office.licensing import permissions as licensing
from gaoxing.office.licensing.models import Item
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import may
from gaoxing.office.projects import permissions as projects
from gaoxing.office.projects.funnel import stages
from gaoxing.office.projects.models import Project, Promotion


@dataclass(frozen=True)
class Row:
    """A record as a list shows it: what it is called, its number, what there is to say, its day, and its own page."""

    name: str
    number: str
    told: str
    day: date | None
    address: str


@dataclass(frozen=True)
class Opened:
    """A kind of record: what it is called, the room's rows that a person sees, whether these are all there are, and how one is shown."""

    name: Callable[[], str]
    visible: Callable[[Person, date], QuerySet[Any]]
    whole: Callable[[Person, date], bool]
    row: Callable[[Any], Row]


def opens(kind: str, person: Person, *, on: date) -> bool:
    """Whether somebody sees every record of a kind: only then a number leads to them."""
    return kind in KINDS and KINDS[kind].whole(person, on)


def opened(kind: str, numbers: Sequence[int], person: Person, *, on: date) -> Iterator[Row]:
    """The records of these numbers, in their order, through the room's own permission."""
    how = KINDS[kind]
    found: Mapping[int, Model] = {each.pk: each for each in how.visible(person, on).filter(pk__in=numbers)}
    return (how.row(found[number]) for number in numbers if number in found)


def _certificate(row: Certificate) -> Row:
    return Row(row.name, row.number, row.get_state_display(), localdate(row.issued), reverse("licence_staff", args=(row.pk,)))


def _case(row: Case) -> Row:
    return Row(matter(row.matter).name, row.number or "", "", _day(row.filed), reverse("queue_case", args=(row.number,)))


def _item(row: Item) -> Row:
    return Row(row.name, row.number, row.case.number or "", _day(row.issued), reverse("joint_case", args=(row.case.number,)))


def _request(row: Request) -> Row:
    return Row(row.enterprise, row.number or "", said(requests_wording.state_of(row)), _day(row.made), reverse("request_desk", args=(row.number,)))


def _part(row: Part) -> Row:
    told = f"{requests_wording.category_of(row.category)} · {said(requests_wording.state_of(row))}"
    number = _("%(number)s 第 %(place)s 件事") % {"number": row.request.number, "place": row.number}
    return Row(row.request.enterprise, number, told, _day(row.request.made), reverse("request_desk", args=(row.request.number,)))


def _client(row: Client) -> Row:
    return Row(row.name, row.code, row.town, row.since, reverse("client", args=(row.pk,)))


def _promotion(row: Promotion) -> Row:
    return Row(row.name, row.number or "", dict(stages())[row.state], _day(row.made), reverse("promotion", args=(row.number,)))


def _project(row: Project) -> Row:
    return Row(row.name, row.filing_number or row.number or "", row.enterprise, row.filed, reverse("project_one", args=(row.number,)))


def _qualification(row: Qualification) -> Row:
    until = _("有效期到 %(day)s") % {"day": row.until.isoformat()} if row.until else ""
    return Row(ladder.name_of(row.assessed), row.number, until, row.since, reverse("ladder", args=(row.assessed.number,)))


def _escalation(row: Escalation) -> Row:
    told = " · ".join(each for each in (said(stuck_wording.state_of(row)), stuck_wording.outcomes().get(row.outcome, "")) if each)
    return Row(row.cause.name if row.cause else "", row.number or "", told, _day(row.made), reverse("stuck_in_hand", args=(row.number,)))


def _cause(row: Cause) -> Row:
    return Row(row.name, "", said(stuck_wording.state_of(row)), _day(row.made), reverse("stuck_cause", args=(row.pk,)))


def _day(moment: datetime | None) -> date | None:
    return localdate(moment) if moment else None


def _all_cases(person: Person, on: date) -> bool:
    return person.is_staff_member and may(person, HANDLE_CASE, on=on)


def _leads_requests(person: Person, on: date) -> bool:
    return requests.leads(person, SEE_REQUESTS, on=on) and requests.leads(person, requests.HANDLE, on=on)


def _items(person: Person, on: date) -> QuerySet[Item]:
    return licensing.visible_to(person, on=on).select_related("case").distinct()


KINDS: Mapping[str, Opened] = {
    "certificates.certificate": Opened(
        lambda: _("证照"), lambda person, on: certificates.visible_to(person, on=on), lambda person, on: may(person, certificates.SEE, on=on), _certificate
    ),
    "cases.case": Opened(lambda: _("办件"), lambda person, on: cases.visible_to(person, on=on, act=HANDLE_CASE).distinct(), _all_cases, _case),
    "licensing.item": Opened(lambda: _("联办的证照"), _items, _all_cases, _item),
    "aftercare.request": Opened(lambda: _("诉求"), lambda person, on: requests.visible_to(person, on=on), _leads_requests, _request),
    "aftercare.part": Opened(
        lambda: _("诉求里的事"), lambda person, on: requests.parts_visible_to(person, on=on).select_related("request"), _leads_requests, _part
    ),
    "aftercare.client": Opened(lambda: _("服务对象"), lambda person, on: requests.clients_visible_to(person, on=on), _leads_requests, _client),
    "projects.promotion": Opened(
        lambda: _("招商项目"),
        lambda person, on: projects.promotions_visible_to(person, on=on),
        lambda person, on: person.is_staff_member and may(person, projects.PROMOTE, on=on),
        _promotion,
    ),
    "projects.project": Opened(
        lambda: _("备案项目"),
        lambda person, on: projects.visible_to(person, on=on),
        lambda person, on: person.is_staff_member and may(person, projects.HANDLE, on=on),
        _project,
    ),
    "cultivation.qualification": Opened(
        lambda: _("资质证书"),
        lambda person, on: Qualification.objects.filter(assessed__in=ladder_rows.scope(person, on=on)).select_related("assessed__client"),
        lambda person, on: requests.leads(person, ladder_rows.SEE, on=on),
        _qualification,
    ),
    "escalations.escalation": Opened(
        lambda: _("办不成的事"),
        lambda person, on: stuck.visible_to(person, on=on).select_related("cause"),
        lambda person, on: person.is_staff_member and may(person, stuck.HANDLE, on=on),
        _escalation,
    ),
    "escalations.cause": Opened(
        lambda: _("成因"),
        lambda person, on: stuck.causes_visible_to(person, on=on),
        lambda person, on: person.is_staff_member and may(person, stuck.HANDLE, on=on),
        _cause,
    ),
}
"""Every kind of record, by the model's name."""
