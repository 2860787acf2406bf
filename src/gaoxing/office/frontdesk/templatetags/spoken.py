"""Matters in the visitor's language (页面语言), for pages that list them: what is sent back stays the matter's own name."""

from __future__ import annotations

from django import template

from gaoxing.catalogue import Matter
from gaoxing.documents.document import Layout
from gaoxing.office.frontdesk import wording

register = template.Library()


@register.filter
def spoken(matter: Matter) -> Matter:
    """The matter as the page names it.

    >>> from gaoxing.catalogue import matter
    >>> spoken(matter("deregistration")).name
    '注销登记'
    """
    return wording.spoken(matter)


@register.filter
def titled(drawn: Layout, matter: Matter | None) -> str:
    """A paper's title in the language of the page.

    >>> from gaoxing.catalogue import matter
    >>> from pathlib import Path
    >>> titled(Layout("公司章程", "公司章程", Path("deed.typ"), {}), matter("company_registration"))
    '公司章程'
    """
    return wording.layout(matter, drawn) if matter else drawn.title
