"""Matters in the visitor's language (页面语言), for pages that list them: what is sent back stays the matter's own name."""

from __future__ import annotations

from django import template

from gaoxing.catalogue import Matter
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
def titled(title: str, matter: Matter | None) -> str:
    """A paper's title in the language of the page.

    >>> from gaoxing.catalogue import matter
    >>> titled("公司章程", matter("company_registration"))
    '公司章程'
    """
    return wording.paper(matter, title) if matter else title
