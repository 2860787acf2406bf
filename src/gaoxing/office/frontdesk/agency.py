"""An agent at the desk (代理人): the principal's drafts that they opened, and on every request whether the power of attorney still covers what they do.

A draft that was opened so stands in the session like any other, with its mark; the mark is looked up anew each time, so that a power that ended, was
withdrawn or never covered the act ends there, with a sentence.
"""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from django.utils.translation import gettext as _

from gaoxing.office.cases.representing import Represented, allowed
from gaoxing.office.frontdesk import visitor
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed

OWN_ALONE = frozenset(
    {
        "code",
        "hand_over",
        "confirm",
        "restart",
        "draft_remove",
        "recordings",
        "recordings_consent",
        "recordings_keep",
        "recording",
        "recording_remove",
    }
)
"""The routes on a draft that no power of attorney covers: its code, handing it over, 都对, deleting it, and the voice."""

ASIDE = frozenset({"draft_new", "draft_open", "agency_open", "hand_back", "clear", "consent", "comfort", "withdraw", "resume", "kiosk", "awake"})
"""Posts that change no draft."""

SUBMITTING = "submit"
"""The route that a power covers where its principal ticked it (docs/decisions/0015)."""

STANDING = "represented_now"
"""Where the request keeps what the powers cover at its moment."""


def take_up(request: HttpRequest, reference: str) -> None:
    """Put a principal's draft in the agent's hand; it has its home elsewhere, so that it is neither adopted nor deleted with this browser's traces."""
    if reference not in visitor.references(request):
        request.session[visitor.FETCHED] = [*request.session.get(visitor.FETCHED, []), reference]
    request.session[visitor.REPRESENTED] = sorted({*_marked(request), reference})
    visitor.take_up(request, reference)


def watch(request: HttpRequest, *, on: date) -> None:
    """Take out of the session what no power covers any longer. Raises NotAllowed where that was in hand, or where the act lies outside the power."""
    marked = _marked(request)
    if not marked:
        return
    person, wanted = request.user, visitor.in_hand(request)
    standing = allowed(person, marked, on=on) if isinstance(person, Person) else {}
    setattr(request, STANDING, standing)
    for each in marked:
        if each not in standing:
            _forget(request, each)
    if wanted in marked:
        _require(request, standing.get(wanted))


def of_hand(request: HttpRequest) -> Represented | None:
    """The principal's draft in hand, with what the agent may do, as `watch` found it; None where what is in hand is the visitor's own."""
    held: dict[str, Represented] = getattr(request, STANDING, {})
    return held.get(visitor.reference(request)) if held else None


def principal_of(held: Represented) -> str:
    """Whose draft it is, as they are shown."""
    return name_of(held.case.owner) if held.case.owner else ""


def _require(request: HttpRequest, held: Represented | None) -> None:
    route = request.resolver_match.url_name if request.resolver_match else ""
    if held is None:
        raise NotAllowed(_("委托到期、被撤回，或不包括这件事，这份草稿您不能再看了。还要办的话，请委托人重新委托。"))
    if route in OWN_ALONE:
        raise NotAllowed(_("这一步不在委托范围里，要委托人自己登录来办。"))
    if route == SUBMITTING:
        _require_submitting(held)
        return
    if request.method == "POST" and route not in ASIDE and not held.changes:
        raise NotAllowed(_("委托人只让您看，没有让您填、改，所以没有保存。要您来填，请他重新委托，勾上“也可以替我填、替我改”。"))


def _require_submitting(held: Represented) -> None:
    if not held.submits:
        raise NotAllowed(_("委托人没有让您替他提交，所以没有提交。请委托人自己登录来提交；要您来，请他重新委托，勾上“也可以替我提交、补正、撤回”。"))


def _marked(request: HttpRequest) -> list[str]:
    return list(request.session.get(visitor.REPRESENTED, [])) if hasattr(request, "session") else []


def _forget(request: HttpRequest, reference: str) -> None:
    visitor.drop(request, reference)
    request.session[visitor.REPRESENTED] = [each for each in _marked(request) if each != reference]
