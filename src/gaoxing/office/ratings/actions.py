"""Asking for a rating, giving and changing it, calling back (好差评操作). Every action is told the time and stands in the audit."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.casework.office_calendar import Calendar
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import APPLICANT, Actor, Subject
from gaoxing.office.notices.actions import Recipient, notify
from gaoxing.office.people.models import Person, RoleAssignment, Unit
from gaoxing.office.people.roles import Role
from gaoxing.office.ratings import scale
from gaoxing.office.ratings.models import CallBack, Rating
from gaoxing.office.ratings.permissions import leads
from gaoxing.office.ratings.vault import link_digest, seal
from gaoxing.office.refusal import NotAllowed

LONGEST = 500
"""Characters of what is written to a rating or a call-back."""


@dataclass(frozen=True)
class Handled:
    """A piece of business that ended: its record, what people call it, and who handled it."""

    subject: Subject
    reference: str
    clerk: Person | None = None
    unit: Unit | None = None


@dataclass(frozen=True)
class Said:
    """What an applicant says: a level, the reasons for a low one, and their own words."""

    level: str
    reasons: Collection[str] = ()
    words: str = ""


@transaction.atomic
def ask(handled: Handled, person: Person, *, now: datetime) -> Rating:
    """Ask an applicant for a rating, with a link that is good once; whoever gave it already is not asked again."""
    given = {"kind": handled.subject.kind, "subject": handled.subject.number}
    token, told = secrets.token_urlsafe(24), {"reference": handled.reference, "clerk": handled.clerk, "unit": handled.unit, "person": person}
    rating, new = Rating.objects.get_or_create(**given, defaults={**told, "asked": now})
    if rating.level:
        return rating
    rating.link, rating.link_until = link_digest(token), now + timedelta(days=scale.days().link)
    rating.clerk, rating.unit = handled.clerk, handled.unit
    rating.save(update_fields=["link", "link_until", "clerk", "unit"])
    values = {"number": handled.reference, "link": f"{settings.ORIGIN}{reverse('rate_by_link', args=[token])}"}
    notify("rating_asked", Recipient(person.pk, person.language), values, now=now, once=f"{rating.pk} {now:%Y%m%d%H%M%S}")
    audit.write("rating.asked", actor=Actor(), subject=rating, now=now, details={"again": not new})
    return rating


@transaction.atomic
def rate(rating: Rating, said: Said, *, by: Person | None, now: datetime) -> Rating:
    """Give a rating, or change it within its days; `by` None came by the link, which is used up by it.

    Raises NotAllowed with a sentence where the level is none, a low one has no reason, or it is too late.
    """
    checked = _checked(said)
    row = Rating.objects.select_for_update().get(pk=rating.pk)
    _require_time(row, by, now)
    first = not row.level
    row.level, row.reasons, row.words = checked.level, " ".join(checked.reasons), seal(row, checked.words)
    row.rated, row.changed, row.link, row.link_until = row.rated or now, now, None, None
    row.save()
    audit.write("rating.given" if first else "rating.changed", actor=Actor(by.pk if by else 0, APPLICANT.role), subject=row, now=now, reason=row.level)
    if row.level in scale.low():
        _raise(row, now)
    return row


@transaction.atomic
def call_back(rating: Rating, words: str, *, by: Person, now: datetime) -> CallBack:
    """A leader called back and writes down what was said. Raises NotAllowed for whoever does not lead the unit, or handled the business themselves."""
    task = CallBack.objects.select_for_update().filter(rating=rating).first()
    if task is None or task.called:
        raise NotAllowed(_("这一条没有要回访的，或者已经回访过了。请刷新页面看看。"))
    if rating.clerk_id == by.pk or not leads(by, rating, on=localdate(now)):
        raise NotAllowed(_("回访由经办单位的领导做，经办人自己不能回访。请转给别的领导。"))
    if not words.strip():
        raise NotAllowed(_("请写清楚回访时说了什么、怎么处理，再记下。"))
    task.called, task.by, task.words = now, by, seal(task, words.strip()[:LONGEST])
    task.save()
    audit.write("rating.called_back", actor=Actor(by.pk, Role.LEADER), subject=rating, now=now)
    return task


def changeable(rating: Rating, *, now: datetime) -> bool:
    """Whether its author may still say something else."""
    return rating.rated is None or now < rating.rated + timedelta(days=scale.days().change)


def _checked(said: Said) -> Said:
    if said.level not in scale.levels():
        raise NotAllowed(_("请选一个等级。"))
    kept = [each for each in scale.reasons() if each in said.reasons] if said.level in scale.low() else []
    if said.level in scale.low() and not kept:
        raise NotAllowed(_("请选是哪里没有做好，可以选几条；选好再点一次。"))
    return Said(said.level, kept, said.words.strip()[:LONGEST])


def _require_time(row: Rating, by: Person | None, now: datetime) -> None:
    if by is None and (row.link is None or row.link_until is None or now > row.link_until):
        raise NotAllowed(_("这个链接用过了或者过期了。请登录，在“我的办件”里评价。"))
    if not changeable(row, now=now):
        raise NotAllowed(_("评价过 %(days)s 天就不能改了。还有话要说，请到窗口，或者打园区的电话。") % {"days": scale.days().change})


def _raise(row: Rating, now: datetime) -> None:
    """A task for the leader, once a rating; it stays when the level is changed later, for somebody was not satisfied."""
    calendar = Calendar()
    due = calendar.closing(calendar.after(calendar.day(now), scale.days().call_back))
    _task, new = CallBack.objects.get_or_create(rating=row, defaults={"due": due})
    if not new:
        return
    values = {"number": row.reference, "level": scale.levels()[row.level].term, "due": f"{calendar.local(due):%Y-%m-%d %H:%M}"}
    for each in _leaders(row, now):
        notify("rating_low", Recipient(each.pk, each.language), values, now=now, once=f"{row.pk}")


def _leaders(row: Rating, now: datetime) -> list[Person]:
    on = localdate(now)
    held = RoleAssignment.objects.filter(role=Role.LEADER, person__is_active=True).select_related("person")
    people = {each.person_id: each.person for each in held}
    return [each for each in people.values() if leads(each, row, on=on)]
