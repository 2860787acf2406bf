"""What the joint pages draw (联办页面标签): the plan's picture, an act's word, the sheet, and the ways to the licences of a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString, mark_safe

from gaoxing.casework.tables import table
from gaoxing.office.cases.models import Case
from gaoxing.office.language import said
from gaoxing.office.licensing.clocking import TABLE
from gaoxing.office.licensing.models import JointCase

register = template.Library()


@register.filter
def drawn(picture: str) -> SafeString:
    """The plan's own SVG, whose words the matter escapes."""
    return mark_safe(picture)  # noqa: S308 (made by matters/joint_licence/planning/gantt.py, every word escaped there)


@register.filter
def coming(papers: Sequence[Mapping[str, Any]], way: str) -> list[Mapping[str, Any]]:
    """The papers of a plan that the applicant brings (`upload`); with no way, those that come by themselves."""
    return [each for each in papers if (each["way"] == "upload") == bool(way)]


@register.simple_tag
def act_word(act: str) -> str:
    """An act of a licence in the language of the page."""
    known = table(TABLE).acts.get(act)
    return said(known) if known else act


@register.inclusion_tag("licensing/sheet_links.html")
def sheet_links(case: Case) -> dict[str, Any]:
    """The comprehensive sheet as PDF and OFD; nothing where the desk that draws it is not there."""
    try:
        kinds = [(kind.upper(), reverse("joint_sheet", kwargs={"number": case.number, "kind": kind})) for kind in ("pdf", "ofd")]
    except NoReverseMatch:
        kinds = []
    return {"kinds": kinds, "token": case.joint.token}


@register.inclusion_tag("licensing/draft_link.html")
def draft_link(case: Case, licence: str, material: str) -> dict[str, Any]:
    """The way to a paper's draft; nothing where the desk that draws it is not there."""
    try:
        return {"address": reverse("joint_draft", kwargs={"number": case.number, "licence": licence, "material": material})}
    except NoReverseMatch:
        return {"address": ""}


@register.inclusion_tag("licensing/link.html")
def joint_link(case: Case, *, staff: bool = False) -> dict[str, Any]:
    """The way to the licences of a joint case; nothing for any other."""
    shown = bool(case.number) and JointCase.objects.filter(case=case).exists()
    return {"case": case, "shown": shown, "staff": staff}
