"""The language model on the desk's page (页面标签): who would read the words, the button to ask, and how much it filled in; nothing where it is off."""

from __future__ import annotations

from typing import Any

from django import template

from gaoxing.office.frontdesk import language_model, second_reader

register = template.Library()


@register.inclusion_tag("frontdesk/second_reader.html", takes_context=True)
def second_reader_panel(context: dict[str, Any]) -> dict[str, Any]:
    """The panel of the desk in hand."""
    form = context["desk"].form
    return {
        "request": context.get("request"),
        "csrf_token": context.get("csrf_token"),
        "partly": context.get("partly", False),
        "reader": language_model.reader(),
        "here": language_model.stays_here(),
        "filled": len(second_reader.filled(form)),
        "form": form,
        "desk": context["desk"],
        "trouble": context.get("trouble", ""),
        "original": context.get("original", ""),
    }
