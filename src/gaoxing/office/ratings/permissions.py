"""Who sees which rating (好差评权限): its author their own, and the leader of the unit that is rated."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import assignments, conditions
from gaoxing.office.people.roles import Role
from gaoxing.office.people.seeing import Seer
from gaoxing.office.ratings.models import Rating

LEAD = "see_ratings"


def visible_to(person: Person | None, *, on: date) -> QuerySet[Rating]:
    """The ratings that a person sees on a day: their own, and as a leader those of their unit."""
    if person is None:
        return Rating.objects.none()
    return Rating.objects.filter(Q(person=person) | _led(person, on))


def led_by(person: Person, *, on: date) -> QuerySet[Rating]:
    """The ratings that a leader answers for: of their unit and its offices, and those of no unit; all of them where their assignment names no unit."""
    return Rating.objects.filter(_led(person, on))


def leads(person: Person, rating: Rating, *, on: date) -> bool:
    """Whether this leader answers for this rating."""
    return led_by(person, on=on).filter(pk=rating.pk).exists()


def who_sees() -> tuple[Seer, ...]:
    """Everybody who sees a rating, and why."""
    leader = Seer(_("经办单位的领导"), _("看评价、给不满意的人回访。经办人自己看不到是谁说了什么。"))
    return (Seer(_("本人"), _("这是自己写的评价。")), leader)


def _led(person: Person, on: date) -> Q:
    if not conditions(person, LEAD, on=on):
        return Q(pk__in=())
    units = set(assignments(person, on=on).filter(role=Role.LEADER).values_list("unit_id", flat=True))
    return ~Q(pk__in=()) if None in units else Q(unit__in=units) | Q(unit__parent__in=units) | Q(unit=None)
