"""The list of filed projects as a spreadsheet (备案项目导出): what the list shows this person and nothing more; sums in 万元, no contact."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

from django.db.models import Sum
from django.utils.translation import gettext as _

from gaoxing.engines.workbook import Written
from gaoxing.office.importing.exporting import Listing
from gaoxing.office.language import said
from gaoxing.office.people.models import Person
from gaoxing.office.projects import desk
from gaoxing.office.projects.models import Project
from gaoxing.office.projects.permissions import HANDLE
from gaoxing.office.projects.wording import state_of, states

KIND = "projects.project"
_TEN_THOUSAND = Decimal(10_000)


def listing(person: Person, *, show: str, words: str, now: datetime) -> Listing:
    """The list as it is handed out: narrowed as on its page, which the lines above it say."""
    show, words, rows = desk.everything(person, show=show, words=words, now=now)
    kinds = {desk.ALL: _("全部"), desk.LOOK: _("要人工看的"), desk.SILENT: _("满两年没动静的"), **dict(states())}
    above = [_("范围：%(kind)s") % {"kind": kinds[show]}, *([_("找的是：%(words)s") % {"words": words}] if words else [])]
    return Listing(_("备案项目"), KIND, HANDLE, _headings(), _rows(rows.annotate(invested=Sum("progress__invested")).iterator(500)), above)


def _headings() -> tuple[str, ...]:
    return (
        *(_("编号"), _("备案号"), _("项目代码"), _("项目单位"), _("统一社会信用代码"), _("项目名称"), _("建设地点"), _("镇")),
        *(_("状态"), _("总投资（万）"), _("币种"), _("备案日期"), _("开工日期"), _("竣工日期"), _("累计完成投资（万元）"), _("要人工看")),
    )


def _rows(rows: Iterator[Project]) -> Iterator[tuple[Written, ...]]:
    for each in rows:
        named = (each.number or "", each.filing_number or "", each.code or "", each.enterprise, each.uscc, each.name, each.place, each.town)
        days = (each.filed, each.started, each.completed)
        told = (said(state_of(each)), _tens(each.total), each.currency, *days)
        yield (*named, *told, _tens(getattr(each, "invested", None)), _("是") if each.to_look else "")


def _tens(sum_: Decimal | None) -> Decimal | None:
    """A sum in units of ten thousand; none where there is none."""
    return None if sum_ is None else sum_ / _TEN_THOUSAND
