"""The ranges of codes (代码号段操作): entered by a system administrator, never one over another, and closed when no more shall come out of them."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.certificates import numbering, queries
from gaoxing.office.certificates.models import CodeRange
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.zone.queries import profile
from gaoxing.standards.invalid import Invalid
from gaoxing.standards.region_code import Known, known


def add(first: str, last: str, region: str, *, actor: Actor, now: datetime) -> CodeRange:
    """A further range, used after those that are there. Raises NotAllowed for codes that are none, another region, or one that lies over another range."""
    begins, ends = _read(first), _read(last)
    _check_region(region)
    start, end = numbering.number(begins), numbering.number(ends)
    if start > end:
        raise NotAllowed(_("第一个代码 %(first)s 排在最后一个 %(last)s 的后面。请核对分配文件，两个可能填反了。") % {"first": begins, "last": ends})
    row = {"region": region, "start": start, "end": end, "next": start}
    with transaction.atomic():
        made = CodeRange.objects.create(**row, first=begins, last=ends, made=now, made_by=actor.number)
        # The audit's head is one row, locked from here on: whoever was quicker has committed by now, and is seen.
        audit.write("code_range.added", actor=actor, subject=made, now=now, details={"first": begins, "last": ends, "region": region})
        _check_overlap(made)
    return made


def close(number: int, *, actor: Actor, now: datetime) -> None:
    """No more comes out of a range. Raises NotAllowed where it is closed already."""
    with transaction.atomic():
        audit.write("code_range.closed", actor=actor, subject=CodeRange(pk=number), now=now)
        if not CodeRange.objects.filter(pk=number, closed=None).update(closed=now):
            raise NotAllowed(_("这个号段已经停用了。请刷新页面。"))


def left() -> int:
    """How many codes the zone's authority may still give out; none where no range is configured."""
    return queries.left(profile().region)


def _read(text: str) -> str:
    try:
        return numbering.read(text)
    except Invalid as wrong:
        raise NotAllowed(_("号段没有设置：%(why)s。") % {"why": wrong}) from None


def _check_region(region: str) -> None:
    if known(region) is not Known.EXACT:
        raise NotAllowed(_("号段没有设置：“%(region)s”不是 6 位数字的行政区划代码。") % {"region": region[:12]})
    if region != profile().region:
        told = {"region": region, "own": profile().region}
        raise NotAllowed(_("号段没有设置：%(region)s 不是本登记机关的行政区划（%(own)s）。请核对分配文件；机关换了区划的，请先改园区资料。") % told)


def _check_overlap(made: CodeRange) -> None:
    """An organisation code is one in the whole country, so ranges of other regions and closed ones count too."""
    other = CodeRange.objects.filter(start__lte=made.end, end__gte=made.start).exclude(pk=made.pk).first()
    if other is not None:
        told = {"first": other.first, "last": other.last}
        raise NotAllowed(_("号段没有设置：和已有的号段 %(first)s 到 %(last)s 有重叠，同一个代码会发两次。请核对分配文件。") % told)
