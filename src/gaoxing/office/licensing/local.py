"""The joint catalogue as it holds in this zone (本地目录): the shipped one with the zone's own table over it, and which unit handles what."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
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


def in_force(*, on: date) -> LocalCatalogue | None:
    """The zone's own table on a day: of those that hold by then the one that began last; None where it has none. One that is yet to come displaces none."""
    rows = LocalCatalogue.objects.filter(withdrawn=None).filter(Q(since=None) | Q(since__lte=on)).values_list("pk", "since", "made")
    began = {(max(since, localdate(made)) if since else localdate(made), pk) for pk, since, made in rows}
    return LocalCatalogue.objects.get(pk=max(began)[1]) if began else None


def newest() -> int:
    """The newest version that was not withdrawn, the one to come too; 0 where there is none. Whoever writes a table writes it over what this one left."""
    return LocalCatalogue.objects.filter(withdrawn=None).values_list("pk", flat=True).first() or 0


def to_come(*, on: date) -> tuple[LocalCatalogue, ...]:
    """The versions that hold from a later day, the next one first."""
    return tuple(LocalCatalogue.objects.filter(withdrawn=None, since__gt=on).order_by("since", "pk"))


def begins(text: str) -> date | None:
    """The day from which a sound table says that it holds; None where it names none."""
    told = tomllib.loads(text).get("from")
    return told if isinstance(told, date) else None


def given(*, on: date) -> dict[str, Any]:
    """What the joint window is handed to reckon by the zone's catalogue of a day."""
    own = in_force(on=on)
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


def cautions(text: str, *, on: date) -> tuple[str, ...]:
    """What to look at twice in a sound table, a sentence each with its line; not what the version that holds says already. Then what is to take its place."""
    known = {each["message"] for each in joint().cautions(standing_text(on=on))}
    own = (_told(each) for each in joint().cautions(text) if each["message"] not in known)
    day = max(on, begins(text) or on)
    later = (_("第 %(number)s 版从 %(day)s 起用，到那天会换成它；这里改的如果也要，请到时候再发布一次。") % _named(each) for each in to_come(on=day))
    return (*own, *later)


def _named(row: LocalCatalogue) -> dict[str, Any]:
    return {"number": row.pk, "day": row.since}


def standing_text(*, on: date) -> str:
    """The table that holds on a day; nothing where there is none, or where a newer catalogue no longer bears it."""
    held = in_force(on=on)
    return held.text if held and not faults(held.text) else ""


def effects(text: str, *, on: date) -> list[dict[str, Any]]:
    """What a sound table changes in every trade, against the version that holds when it begins."""
    return joint().effects(text, standing_text(on=max(on, begins(text) or on)))


def ripples(text: str, *, on: date) -> list[dict[str, Any]]:
    """The worked examples whose plan a sound table changes, against the version that holds when it begins."""
    day = max(on, begins(text) or on)
    return joint().ripples(text, standing_text(on=day), day)


@transaction.atomic
def publish(text: str, *, by: Actor, now: datetime, base: int | None = None, restores: int = 0) -> LocalCatalogue:
    """The table holds from now on, or from the day that it names. `base`: the newest version when it was written (0: none); `restores`: whose text it is.

    Raises NotAllowed with every fault where it is not sound, and where another version holds by now.
    """
    if wrong := faults(text):
        raise NotAllowed("".join(wrong[:10]))
    earlier = restores and LocalCatalogue.objects.filter(pk=restores, text=text).exists()
    made = LocalCatalogue.objects.create(text=text, since=begins(text), made=now, made_by=by.number)
    audit.write("catalogue.restored" if earlier else "catalogue.published", actor=by, subject=made, now=now, details={"base": base, "restores": restores})
    if base is not None and base != _newest_beside(made):  # asked once the audit's head is ours: of two who publish at once one is told
        raise NotAllowed(_("您打开以后，目录又换了一版，这次没有发布。请重新看看改了什么，再发布。"))
    return made


def _newest_beside(made: LocalCatalogue) -> int:
    return LocalCatalogue.objects.filter(withdrawn=None).exclude(pk=made.pk).values_list("pk", flat=True).first() or 0


@transaction.atomic
def withdraw(number: int, *, by: Actor, now: datetime) -> None:
    """A version no longer holds; the one before it does again."""
    if LocalCatalogue.objects.filter(pk=number, withdrawn=None).update(withdrawn=now) != 1:
        raise NotAllowed(_("这一版已经撤回过了。"))
    audit.write("catalogue.withdrawn", actor=by, subject=LocalCatalogue.objects.get(pk=number), now=now)


def authorities(*, on: date) -> list[str]:
    """Every authority whose matters go to a unit: those of the zone's catalogue, then those that a unit was named for and the catalogue names no more."""
    named = Desk.objects.order_by("pk").values_list("authority", flat=True)
    return list(dict.fromkeys((*joint().authorities(on, **given(on=on)), *named)))


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
