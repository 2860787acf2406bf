"""The lists of industrial policy as they hold in this zone (产业政策清单): its own where it published one, else the shipped; every version stays."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from django.db import transaction
from django.utils.translation import gettext as _

from gaoxing.checks.projects import policy
from gaoxing.checks.projects.policy import LISTS, Entry
from gaoxing.checks.rule import Figures
from gaoxing.intake import Taken, judged_by
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person
from gaoxing.office.projects.models import PolicyLists
from gaoxing.office.projects.permissions import MATTERS
from gaoxing.office.refusal import NotAllowed

_LOG = logging.getLogger(__name__)
LONGEST = 200_000
"""Characters of a zone's own lists."""

PAGE = 20
SHIPPED = 0
"""The number by which the shipped lists are gone back to."""


@dataclass(frozen=True)
class Version:
    """A version: number, when and by whom (empty: not a person who is still there), whether it holds or was withdrawn, and how many items it has."""

    number: int
    made: datetime
    by: str
    in_force: bool
    withdrawn: bool
    items: int


@dataclass(frozen=True)
class Changes:
    """What sound lists change against those that hold: the items that come, that go, and that stay with other words, source or days; how many there are."""

    come: tuple[Entry, ...]
    gone: tuple[Entry, ...]
    altered: tuple[Entry, ...]
    counts: tuple[tuple[str, int], ...]
    unread: int

    @property
    def none(self) -> bool:
        """Whether they say the same."""
        return not (self.come or self.gone or self.altered)


def in_force() -> PolicyLists | None:
    """The zone's own lists; None where it has none."""
    return PolicyLists.objects.filter(withdrawn=None).first()


def given() -> Figures:
    """The figures that the rules of a project are handed: the zone's own lists, where they hold."""
    held = in_force()
    own = _sound(held.text) if held else None
    if held and own is None:
        _LOG.error("version %s of the zone's lists of industrial policy can no longer be read; the shipped ones hold", held.pk)
    return {} if own is None else {"policies": own}


def given_for(matter: str) -> Figures:
    """The same for a matter; nothing where it is none of a project."""
    return given() if matter in MATTERS else {}


def by_own_lists(taken: Taken, *, on: date) -> Taken:
    """What was read of somebody's words, its findings by the lists that hold; as it is where it is no project, or the zone has no lists of its own."""
    return judged_by(taken, given_for(taken.matter.id if taken.matter else ""), on=on)


def standing_text() -> str:
    """The lists that hold, as TOML; the shipped ones where the zone has none, or where its own can no longer be read."""
    held = in_force()
    return held.text if held and _sound(held.text) is not None else shipped_text()


def shipped_text() -> str:
    """The shipped lists."""
    return policy.SHIPPED.read_text(encoding="utf-8")


def text_of(number: int) -> str | None:
    """The lists of a version; None where there is no such version."""
    return shipped_text() if number == SHIPPED else PolicyLists.objects.filter(pk=number).values_list("text", flat=True).first()


def faults(text: str) -> tuple[str, ...]:
    """Everything wrong with lists, a sentence each with the number of its item; none where they are sound."""
    if len(text) > LONGEST:
        return (_("清单太长，最多 %(most)s 个字符。") % {"most": LONGEST},)
    return tuple((_("第 %(number)s 条：") % {"number": each.where} if each.where else "") + each.sentence for each in policy.flaws(text))


def changes(text: str) -> Changes:
    """What sound lists change against those that hold. Raises ValueError where they are not sound."""
    new, old = policy.entries(text), policy.entries(standing_text())
    before, after = {_key(each): each for each in old}, {_key(each): each for each in new}
    counts = tuple((name, sum(each.list == kind for each in new)) for kind, name in LISTS.items())
    come = tuple(each for key, each in after.items() if key not in before)
    gone = tuple(each for key, each in before.items() if key not in after)
    altered = tuple(each for key, each in after.items() if key in before and before[key] != each)
    return Changes(come, gone, altered, counts, sum(each.mark != "S" for each in new))


@transaction.atomic
def publish(text: str, *, by: Actor, now: datetime, base: int | None = None, restores: int = 0) -> PolicyLists:
    """The lists hold from now on. `base`: the version that held when they were written (0: none); `restores`: whose text it is.

    Raises NotAllowed with every fault where they are not sound, and where another version holds by now.
    """
    if wrong := faults(text):
        raise NotAllowed("".join(wrong[:10]))
    earlier = restores and PolicyLists.objects.filter(pk=restores, text=text).exists()
    made = PolicyLists.objects.create(text=text, made=now, made_by=by.number)
    audit.write("policies.restored" if earlier else "policies.published", actor=by, subject=made, now=now, details={"base": base, "restores": restores})
    held = PolicyLists.objects.filter(withdrawn=None).exclude(pk=made.pk).values_list("pk", flat=True).first() or 0
    if base is not None and base != held:  # asked once the audit's head is ours: of two who publish at once one is told
        raise NotAllowed(_("您打开以后，清单又换了一版，这次没有发布。请重新看看改了什么，再发布。"))
    return made


@transaction.atomic
def withdraw(number: int, *, by: Actor, now: datetime) -> None:
    """A version no longer holds; the one before it does again, or the shipped lists. Raises NotAllowed where it was withdrawn before."""
    if PolicyLists.objects.filter(pk=number, withdrawn=None).update(withdrawn=now) != 1:
        raise NotAllowed(_("这一版已经撤回过了。"))
    audit.write("policies.withdrawn", actor=by, subject=PolicyLists.objects.get(pk=number), now=now)


def versions(before: int | None = None) -> tuple[tuple[Version, ...], int]:
    """A page of versions, newest first, those older than `before`; and before which number the next page begins (0: there is none)."""
    found = PolicyLists.objects.all() if before is None else PolicyLists.objects.filter(pk__lt=before)
    rows, held = list(found[: PAGE + 1]), in_force()
    names = _names([each.made_by for each in rows])
    shown = tuple(_version(each, names, held) for each in rows[:PAGE])
    return shown, rows[PAGE - 1].pk if len(rows) > PAGE else 0


def _version(row: PolicyLists, names: dict[int, str], held: PolicyLists | None) -> Version:
    items = len(_sound(row.text) or ())
    return Version(row.pk, row.made, names.get(row.made_by, ""), held is not None and row.pk == held.pk, row.withdrawn is not None, items)


def _key(entry: Entry) -> tuple[str, str]:
    return entry.list, entry.item


def _names(numbers: Sequence[int]) -> dict[int, str]:
    return {each.pk: name_of(each) for each in Person.objects.filter(pk__in=numbers)}


@lru_cache(maxsize=8)
def _sound(text: str) -> tuple[Entry, ...] | None:
    """The items of lists; None where they are not sound."""
    return None if policy.flaws(text) else policy.entries(text)
