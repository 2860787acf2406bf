"""The joint catalogue as it holds in this zone (本地目录): the shipped one with the zone's own table over it, and which unit handles what."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.catalogue import Joint, matter
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.licensing.models import Desk, LocalCatalogue
from gaoxing.office.people.models import Unit
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.zone.queries import profile

MATTER = "joint_licence"
LONGEST = 200_000
"""Characters of a zone's own table."""


def joint() -> Joint:
    """The joint window's part of the matter."""
    found = matter(MATTER).joint
    if found is None:
        raise LookupError(MATTER)
    return found


def in_force() -> LocalCatalogue | None:
    """The zone's own table; None where it has none."""
    return LocalCatalogue.objects.filter(withdrawn=None).first()


def given() -> dict[str, Any]:
    """What the joint window is handed to reckon by the zone's catalogue."""
    own = in_force()
    return {"own": [own.text] if own else [], "region": profile().region}


def faults(text: str) -> tuple[str, ...]:
    """Every fault of a table, a sentence each, with its line where it is known; none where it is sound."""
    if len(text) > LONGEST:
        return (_("目录太长，最多 %(most)s 个字符。") % {"most": LONGEST},)
    try:
        found = joint().faults(text)
    except tomllib.TOMLDecodeError as broken:
        return (_("不是正确的 TOML：%(why)s") % {"why": broken},)
    return tuple(_told(each) for each in found)


def _told(fault: Mapping[str, Any]) -> str:
    where = _("第 %(line)s 行：") % {"line": fault["line"]} if fault.get("line") else ""
    return f"{where}{fault.get('message') or fault.get('text') or fault}"


def effects(text: str) -> list[dict[str, Any]]:
    """What a sound table changes in every trade, against the shipped catalogue."""
    return joint().effects(text)


@transaction.atomic
def publish(text: str, *, by: Actor, now: datetime) -> LocalCatalogue:
    """The table holds from now on. Raises NotAllowed with every fault where it is not sound."""
    if wrong := faults(text):
        raise NotAllowed("".join(wrong[:10]))
    made = LocalCatalogue.objects.create(text=text, made=now, made_by=by.number)
    audit.write("catalogue.published", actor=by, subject=made, now=now)
    return made


@transaction.atomic
def withdraw(number: int, *, by: Actor, now: datetime) -> None:
    """A version no longer holds; the one before it does again."""
    if LocalCatalogue.objects.filter(pk=number, withdrawn=None).update(withdrawn=now) != 1:
        raise NotAllowed(_("这一版已经撤回过了。"))
    audit.write("catalogue.withdrawn", actor=by, subject=LocalCatalogue.objects.get(pk=number), now=now)


def authorities(*, on: date) -> list[str]:
    """Every authority whose matters go to a unit: those of the zone's catalogue, then those that a unit was named for and the catalogue names no more."""
    named = Desk.objects.order_by("pk").values_list("authority", flat=True)
    return list(dict.fromkeys((*joint().authorities(on, **given()), *named)))


def unit_for(authority: str) -> Unit | None:
    """The unit that handles what an authority decides; None where the zone named none, or it was closed."""
    found = Desk.objects.filter(authority=authority, unit__closed=None).select_related("unit").first()
    return found.unit if found else None


@transaction.atomic
def assign(authority: str, unit: Unit | None, *, by: Actor, now: datetime) -> None:
    """From now on this unit handles what the authority decides; None: nobody, the window's leader sees to it."""
    if authority not in authorities(on=localdate(now)):
        raise NotAllowed(_("目录里没有这个办理部门。请从列表里选。"))
    if unit is None:
        Desk.objects.filter(authority=authority).delete()
    else:
        Desk.objects.update_or_create(authority=authority, defaults={"unit": unit})
    audit.write("desk.assigned", actor=by, subject=unit, now=now)
