"""The way in and to one's own page, on every page (页面标签)."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings
from django.db import DatabaseError

from gaoxing.office.people import demo

register = template.Library()


@register.inclusion_tag("people/links.html", takes_context=True)
def sign_in_links(context: dict[str, Any]) -> dict[str, Any]:
    """登录 for strangers, 我的账号 or 工作台 for those signed in; nothing on the page that tells that the database fails."""
    try:
        person = getattr(context.get("request"), "user", None)
        known = person is not None and person.is_authenticated
        return {"known": known, "staff": known and getattr(person, "is_staff_member", False), "shown": person is not None}
    except DatabaseError:
        return {"shown": False}


@register.inclusion_tag("people/demo.html", takes_context=True)
def demo_sign_ins(context: dict[str, Any]) -> dict[str, Any]:
    """The demonstration's cast on the start page; nothing anywhere else."""
    shown = demo.cast() if settings.DEMO else ()
    return {"cast": shown, "password": demo.PASSWORD, "csrf_token": context.get("csrf_token")}
