"""The results together (行业综合许可、一业一证): a sheet with every licence that was handed out and a code that leads to what holds today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.documents.document import Layout
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.queries import form_of
from gaoxing.office.certificates.layouts import squares
from gaoxing.office.licensing.models import Item, JointCase

TITLE = "行业综合许可信息单"
SHEET = Path(__file__).with_name("sheet.typ")


@dataclass(frozen=True)
class Row:
    """A licence as the sheet and the public page show it."""

    name: str
    document: str
    number: str
    authority: str
    granted: date
    valid_until: date | None
    standing: str
    holds: bool


def rows(case: Case, *, on: date) -> tuple[Row, ...]:
    """Every licence that was handed out, and whether it holds on the day."""
    found = Item.objects.filter(case=case, issued__isnull=False, granted__isnull=False).order_by("granted", "pk")
    return tuple(_row(each, on) for each in found)


def layout(case: Case, *, address: str, on: date) -> Layout | None:
    """The comprehensive sheet before it is drawn; `address` is the public page's. None where nothing was handed out yet."""
    held = [each for each in rows(case, on=on) if each.holds]
    if not held:
        return None
    joint, form = JointCase.objects.get(case=case), form_of(case)
    name = str(form.value("name") or "") if form else ""
    values = {
        "on": on.isoformat(),
        "title": TITLE,
        "number": case.number or "",
        "name": name or "（名称以营业执照为准）",
        "trade": joint.trade_name,
        "place": str(form.value("premises") or "") if form else "",
        "qr": squares(address),
        "items": [
            {
                "name": each.name,
                "document": each.document,
                "number": each.number,
                "authority": each.authority,
                "granted": each.granted.isoformat(),
                "valid": each.valid_until.isoformat() if each.valid_until else "长期",
            }
            for each in held
        ],
    }
    return Layout(TITLE, TITLE, SHEET, values, english="Comprehensive sheet of the shop's licences")


def _row(item: Item, on: date) -> Row:
    granted = localdate(item.granted)
    over = item.valid_until is not None and item.valid_until < on
    standing = _("已撤销") if item.state == Item.State.REVOKED else _("已过有效期") if over else _("有效")
    return Row(item.name, item.document, item.number, item.authority, granted, item.valid_until, standing, item.state == Item.State.GRANTED and not over)
