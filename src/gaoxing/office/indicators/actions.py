"""Entering a value and saying which of several is used (录入、采用): each in its own transaction with its audit; what stood before stays."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import OPERATOR, Actor
from gaoxing.office.indicators.definitions import indicator
from gaoxing.office.indicators.models import REASON_LENGTH, Settlement, Value
from gaoxing.office.indicators.permissions import acting, require_owner
from gaoxing.office.indicators.weighing import Entry, Weighed, weigh
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed


@transaction.atomic
def enter(entry: Entry, by: Person, *, now: datetime) -> Value | None:
    """Take a value; None where the very value stands already. Raises NotAllowed with every sentence of what is wrong, or for whoever does not answer for it."""
    found = weigh(entry, on=localdate(now))
    if found.wrong:
        raise NotAllowed("\n".join(found.wrong))
    require_owner(by, indicator(found.entry.indicator), on=localdate(now))
    return None if found.same else take(found, by, acting(by, now=now), now=now)


def take(found: Weighed, by: Person | None, actor: Actor, *, now: datetime) -> Value:
    """Keep a weighed value in the place of its former, which stays. Raises NotAllowed where somebody else just did."""
    told, former = found.entry, found.former
    meanwhile = NotAllowed(_("刚刚有人录入了同一个来源、同一期间的数。请刷新，看过再录。"))
    if former is not None and not Value.objects.filter(pk=former.pk, current=True).update(current=False):
        raise meanwhile
    try:
        with transaction.atomic():
            made = _made(found, by, now)
    except IntegrityError:
        raise meanwhile from None
    details = {"indicator": told.indicator, "period": str(told.period), "value": str(told.value), "former": former.pk if former else 0}
    audit.write("indicator.restated" if former else "indicator.entered", actor=actor, subject=made, now=now, details=details)
    return made


@transaction.atomic
def settle(value: Value, reason: str, by: Person, *, now: datetime) -> Settlement:
    """Say that of several values of a period this one is used. Raises NotAllowed without a reason or another value, or for whoever does not answer for it."""
    require_owner(by, indicator(value.indicator), on=localdate(now))
    words = " ".join(reason.replace("\0", "").split())
    if not words or len(words) > REASON_LENGTH:
        raise NotAllowed(_("请写为什么用这个数，最多 %(most)s 个字。") % {"most": REASON_LENGTH})
    if not Value.objects.filter(pk=value.pk, current=True).exclude(origin=Value.Origin.KEPT).exists():
        raise NotAllowed(_("这个数已经被更正过了。请刷新，从现在的数里选。"))
    place = {"indicator": value.indicator, "period": value.period}
    others = Value.objects.filter(current=True, scope=value.scope, **place).exclude(origin=Value.Origin.KEPT).exclude(pk=value.pk)
    if not others.exists():
        raise NotAllowed(_("这个期间只有这一个数，不用选。"))
    made = Settlement.objects.create(value=value, reason=words, by=by, at=now, **place)
    audit.write("indicator.settled", actor=acting(by, now=now), subject=value, now=now, details=place)
    return made


def take_from_operator(entry: Entry, *, now: datetime) -> Value | None:
    """Take a value that the system ships; None where it stands already, or somebody restated it since. Raises NotAllowed where it is wrong."""
    with transaction.atomic():
        found = weigh(entry, on=localdate(now))
        if found.wrong:
            raise NotAllowed("\n".join(found.wrong))
        return None if found.same else take(found, None, OPERATOR, now=now)


def _made(found: Weighed, by: Person | None, now: datetime) -> Value:
    told = found.entry
    return Value.objects.create(
        indicator=told.indicator,
        period=str(told.period),
        origin=told.origin,
        value=told.value,
        qualifier=told.qualifier,
        growth=told.growth,
        told=found.written,
        source=told.source,
        scope=told.scope,
        dated=told.dated,
        note=told.note,
        by=by,
        at=now,
        restates=found.former,
        reason=told.reason if found.former else "",
    )
