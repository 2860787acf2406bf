"""Allotting unified social credit codes (赋码), GB 32100-2015: the next of the authority's range, in the transaction of the registration that needs it.

What is rolled back was never given out, so that a refused or broken registration loses no code and leaves none twice. The audit's head is locked first:
of two registrations at once the second waits, and the conditional update holds even where nothing locks.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor, Subject
from gaoxing.office.certificates import numbering, queries
from gaoxing.office.certificates.models import CodeRange
from gaoxing.office.enterprises.queries import any_of
from gaoxing.office.notices.actions import Recipient, notify
from gaoxing.office.people.models import RoleAssignment
from gaoxing.office.people.roles import Role
from gaoxing.office.refusal import NotAllowed

LOW_SHARE = 20
"""The operator is warned when a twentieth of the ranges is left …"""

LOW_COUNT = 50
"""… or so few, whichever comes first."""

_AT_ONCE = 20
"""Codes of which the register is asked at once whether it holds them."""


@transaction.atomic
def allot(kind: str, region: str, *, case: int, actor: Actor, now: datetime) -> str:
    """The next code of a region for an enterprise of a kind (forms.register.KINDS), given to a case and to nobody else.

    Raises NotAllowed where every range is used up: then nothing of the caller's transaction may be kept.
    """
    audit.write("code.allotted", actor=actor, subject=Subject("cases.case", case), now=now)
    for each in queries.open_ranges(region):
        found = next(_free(each, region), None)
        if found is not None and CodeRange.objects.filter(pk=each.pk, next=each.next, closed=None).update(next=found + 1):
            _warn(region, each, now)
            return numbering.whole(numbering.CATEGORIES.get(kind, numbering.ENTERPRISE), region, numbering.body(found))
    raise NotAllowed(_("统一社会信用代码的号段用完了，没有登记，办件还在原来的状态。请系统管理员在“代码号段”里加上新的号段，再点一次。"))


def is_low(region: str) -> bool:
    """Whether a region's ranges will soon be used up."""
    remaining, size = queries.left(region), sum(each.size for each in queries.open_ranges(region))
    return remaining <= max(LOW_COUNT, size // LOW_SHARE)


def _free(given: CodeRange, region: str) -> Iterator[int]:
    """The numbers of a range, from its next on, that no enterprise of the register has yet."""
    for start in range(given.next, given.end + 1, _AT_ONCE):
        step = range(start, min(start + _AT_ONCE, given.end + 1))
        codes = {each: [numbering.whole(category, region, numbering.body(each)) for category in numbering.EVERY_CATEGORY] for each in step}
        held = any_of([code for written in codes.values() for code in written])
        yield from (each for each in step if held.isdisjoint(codes[each]))


def _warn(region: str, given: CodeRange, now: datetime) -> None:
    """Tell the system administrators once when the codes run low, and once when they are gone."""
    if not is_low(region):
        return
    remaining, on = queries.left(region), localdate(now)
    once = f"codes {given.pk} {'gone' if not remaining else 'low'}"
    for each in RoleAssignment.objects.filter(role=Role.SYSTEM_ADMINISTRATOR, since__lte=on).exclude(until__lt=on).select_related("person"):
        notify("codes_running_out", Recipient(each.person.pk, each.person.language), {"left": str(remaining)}, now=now, once=once)
