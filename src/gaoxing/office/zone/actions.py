"""What can be done to the zone profile (园区资料操作): published from a day on, applied when the day comes, withdrawn before it, an old one restored."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import CLOCK, Actor
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.zone import queries
from gaoxing.office.zone.models import ZoneVersion
from gaoxing.office.zone.profile import Profile


def publish(profile: Profile, logo: bytes, *, since: date, actor: Actor, now: datetime, restores: int | None = None) -> ZoneVersion:
    """A new version, applied at once where its day is today. Raises NotAllowed for a day that is over."""
    if since < localdate(now):
        raise NotAllowed(_("起用日期已经过了。请写今天或以后的日期。"))
    with transaction.atomic():
        row = {"values": profile.to_json(), "logo": logo, "since": since, "made": now, "made_by": actor.number, "restores": restores}
        made = ZoneVersion.objects.create(**row, applied=now if since == localdate(now) else None)
        audit.write("zone.restored" if restores else "zone.published", actor=actor, subject=made, now=now, details=profile.to_json())
    queries.forget()
    return made


def restore(old: ZoneVersion, *, actor: Actor, now: datetime) -> ZoneVersion:
    """The values of an old version hold again from now on, as a new version."""
    return publish(queries.of(old), bytes(old.logo), since=localdate(now), actor=actor, now=now, restores=old.pk)


def withdraw(pending: ZoneVersion, *, actor: Actor, now: datetime) -> None:
    """A version whose day has not come will not be applied. Raises NotAllowed where it was."""
    with transaction.atomic():
        if not ZoneVersion.objects.filter(pk=pending.pk, applied=None, withdrawn=None).update(withdrawn=now):
            raise NotAllowed(_("这一版已经起用或撤回，不能再撤。要换回以前的内容，请恢复旧版。"))
        audit.write("zone.withdrawn", actor=actor, subject=pending, now=now)


def apply_due(*, now: datetime) -> int:
    """Apply the versions whose day has come, in their order; how many. A second run finds none."""
    due = ZoneVersion.objects.filter(applied=None, withdrawn=None, since__lte=localdate(now)).order_by("since", "pk")
    done = 0
    for each in due:
        with transaction.atomic():
            if ZoneVersion.objects.filter(pk=each.pk, applied=None, withdrawn=None).update(applied=now):
                audit.write("zone.applied", actor=CLOCK, subject=each, now=now)
                done += 1
    queries.forget()
    return done
