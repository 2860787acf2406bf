"""What people wrote, masked where staff read it (脱敏标签)."""

from __future__ import annotations

from django import template

from gaoxing.office.frontdesk.masking import mask_contacts

register = template.Library()


@register.filter
def masked(text: object) -> str:
    """The text with numbers and addresses of people masked; empty for None.

    >>> masked("电话13800001234"), masked(None)
    ('电话138****1234', '')
    """
    return "" if text is None else mask_contacts(str(text))
