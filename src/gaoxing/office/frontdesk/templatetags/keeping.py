"""What stands on every page of keeping (页面标签): who helps, the way to leave no trace, and a draft that there is twice."""

from __future__ import annotations

from typing import Any

from django import template
from django.db import DatabaseError

from gaoxing.office.cases.representing import Represented
from gaoxing.office.frontdesk import agency, keeping, visitor
from gaoxing.office.frontdesk.kiosk import ASKED_AFTER

register = template.Library()


@register.inclusion_tag("frontdesk/leave.html", takes_context=True)
def leave(context: dict[str, Any]) -> dict[str, Any]:
    """办完并清除 in the masthead of a kiosk."""
    return _shared(context)


@register.simple_tag
def asked_after() -> int:
    """Seconds after which a kiosk's page without JavaScript asks whether somebody is there."""
    return ASKED_AFTER


@register.inclusion_tag("frontdesk/helping.html", takes_context=True)
def helping(context: dict[str, Any]) -> dict[str, Any]:
    """Who writes at the window, and the way to give the draft back; for whom an agent acts; nothing where the applicant writes."""
    agent = _agent(context)
    return {**_shared(context), "clerk": _clerk(context), "agent": agent, "principal": agency.principal_of(agent) if agent else ""}


@register.inclusion_tag("frontdesk/twin.html", takes_context=True)
def kept_notice(context: dict[str, Any]) -> dict[str, Any]:
    """That the words of a page whose draft was gone became a new draft; that there is another draft of the same subject and matter."""
    request = context["request"]
    return {**_shared(context), "other": keeping.twin(request), "renewed": visitor.renewed(request), "partly": context.get("partly", False)}


def _shared(context: dict[str, Any]) -> dict[str, Any]:
    return {name: context.get(name) for name in ("request", "csrf_token", "kiosk")}


def _agent(context: dict[str, Any]) -> Represented | None:
    """What an agent has in hand; None, too, on the page that tells that the database fails."""
    try:
        return agency.of_hand(context["request"]) if hasattr(context.get("request"), "session") else None
    except DatabaseError:
        return None


def _clerk(context: dict[str, Any]) -> str:
    """The clerk's name as declared; empty, too, on the page that tells that the database fails."""
    try:
        return visitor.clerk(context["request"]) if hasattr(context.get("request"), "session") else ""
    except DatabaseError:
        return ""
