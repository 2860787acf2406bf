"""The papers that acts on a case handed out, listed on its page (页面标签)."""

from __future__ import annotations

from typing import Any

from django import template

from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk import issued_papers
from gaoxing.office.language import in_english

register = template.Library()


@register.inclusion_tag("filing/handed.html")
def papers_handed_out(case: Case) -> dict[str, Any]:
    """Each with its title in the language of the page, its moment and its number."""
    english = in_english()
    rows = [{"event": each, "title": issued_papers.title(each.act)[english]} for each in issued_papers.listed(case)]
    return {"case": case, "papers": rows}
