"""Drafts of the papers that the system can write (样稿): application forms with what was filled, lists and rules to complete, a floor plan by layers.

A draft is no finished paper: what nobody said stays an empty line, to be filled in and signed by the applicant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from gaoxing.documents.document import Layout
from gaoxing.documents.record import GENERAL, TEMPLATE
from gaoxing.office.licensing.looking import blanks
from gaoxing.office.licensing.models import Item

FORM = "form_"
"""How the ids of the licences' own application forms begin."""

ABOUT = frozenset({"entity_name", "legal_rep_name", "premises_address", "floor_area", "contact_phone"})
"""What stands at the head of every draft that is no form."""

LINES: Mapping[str, tuple[str, Sequence[str], int]] = {
    "equipment_list": ("设施设备", ("名称", "型号规格", "数量", "放在哪里"), 8),
    "process_flow": ("操作步骤", ("做什么", "用什么设备", "怎么防止污染"), 6),
    "floor_plan": ("图层", ("功能分区", "设备位置", "消防（出口、灭火器、通道）", "卫生（清洗、更衣、厕所）", "监控"), 1),
}
"""What is to be filled in, by paper: the part's title, its columns, how many entries have room."""

USUAL = ("内容", ("条目", "怎么做", "谁负责"), 6)
"""The same for every other paper: rules and commitments are written item by item."""


def offered(item: Item) -> tuple[str, ...]:
    """The papers of a licence of which a draft can be had: those the system writes, and the sheet for the floor plan."""
    return tuple(each["id"] for each in item.materials if each["way"] == "generated" or each["id"] == "floor_plan")


def layout(item: Item, material: str, on: date) -> Layout | None:
    """The draft before it is drawn; None where the licence has no such draft. Raises a Fault where the form does not open."""
    if material not in offered(item):
        return None
    title = f"{next(each['name'] for each in item.materials if each['id'] == material)}（样稿）"
    told = [{"label": each.label, "text": each.text} for each in blanks(item) if material.startswith(FORM) or each.id in ABOUT]
    parts = [{"title": GENERAL, "rows": [{"heading": "", "blanks": told}]}, *([] if material.startswith(FORM) else [_part(material)])]
    return Layout(title, title, TEMPLATE, {"on": on.isoformat(), "title": title, "parts": parts})


def _part(material: str) -> dict[str, Any]:
    title, columns, rows = LINES.get(material, USUAL)
    return {"title": title, "rows": [{"heading": str(number), "blanks": [{"label": each, "text": ""} for each in columns]} for number in range(1, rows + 1)]}
