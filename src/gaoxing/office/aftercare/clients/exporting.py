"""The list of clients as a spreadsheet (导出服务对象): what its page shows of what is looked for, with no telephone and no name of a contact."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpResponse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext as translated

from gaoxing.office.aftercare.clients import choosing
from gaoxing.office.aftercare.clients.choosing import Named
from gaoxing.office.aftercare.clients.listing import Wanted, matching, view_of
from gaoxing.office.aftercare.clients.standing import standings
from gaoxing.office.aftercare.models import Client
from gaoxing.office.aftercare.permissions import HANDLE
from gaoxing.office.importing.exporting import Listing, handed_out
from gaoxing.office.people.models import Person


def as_spreadsheet(person: Person, wanted: Wanted, *, now: datetime) -> HttpResponse:
    """The clients that are looked for, all pages of them, as a file. Raises NotAllowed where there are too many."""
    view = view_of(wanted, now=now)
    rows = choosing.named(standings(matching(person, wanted, now=now).order_by("kind", "code"), view))
    above = [_("季度：%(quarter)s；共 %(count)s 家。") % {"quarter": view.quarter.spoken, "count": len(rows)}]
    return handed_out(Listing(_("服务对象"), "aftercare.client", HANDLE, _headings(), map(_row, rows), above), person, now=now)


def _headings() -> list[str]:
    return [_("类别"), _("编号"), _("名称"), _("镇、片区"), _("服务专员"), _("本季度联系过"), _("上次联系"), _("几天没联系"), _("亮灯")]


def _row(row: Named) -> tuple[str | int, ...]:
    each = row.standing
    last = f"{localtime(each.last):%Y-%m-%d}" if each.last else ""
    light = {"red": _("有超期"), "yellow": _("快到期")}.get(each.light, "")
    kind = translated(str(Client.Kind(each.kind).label))
    return kind, each.code, each.name, each.town, row.steward, _("是") if each.contacted else _("否"), last, each.days, light
