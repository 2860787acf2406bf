"""The list of one's requests (我的诉求): what asks something of the enterprise, what goes on, what is over; the newest first, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.engines.fault import Fault
from gaoxing.office.aftercare import clocking
from gaoxing.office.aftercare.mine.plain import light_word, plainly
from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.aftercare.permissions import visible_to
from gaoxing.office.aftercare.queries import content_of
from gaoxing.office.aftercare.wording import state_of
from gaoxing.office.language import said
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person

PAGE = 20
"""Requests of one page."""

ASKED, OPEN, OVER = "asked", "open", "over"
"""What may be looked at alone."""

_ENDS = (Request.State.ACCEPTED, Request.State.ARCHIVED, Request.State.NOT_ACCEPTED, Request.State.WITHDRAWN)
_FIRST_WORDS = 40


@dataclass(frozen=True)
class Mine:
    """A request as listed: its first words, its state, what is asked of the enterprise (empty: nothing), its light, and for whom an agent sees it."""

    request: Request
    title: str
    state: str
    plain: str
    asked: str
    light: str
    light_word: str
    parts: int
    answered: int
    principal: str = ""


@dataclass(frozen=True)
class Listed:
    """A page of the list: its rows, how many there are of each kind, and where the next page begins (0: there is none)."""

    rows: tuple[Mine, ...]
    show: str
    whole: int
    asked: int
    open: int
    over: int
    onward: int

    @property
    def count(self) -> int:
        """How many the list as chosen has in all."""
        return {ASKED: self.asked, OPEN: self.open, OVER: self.over}.get(self.show, self.whole)


def listed(person: Person, *, show: str, before: int, now: datetime) -> Listed:
    """One page of the requests that an applicant or agent sees; `show` narrows it, `before` is the record behind which it goes on (0: from the newest)."""
    mine = visible_to(person, on=localdate(now))
    kinds = {ASKED: mine.filter(asks()), OPEN: mine.exclude(state__in=_ENDS), OVER: mine.filter(state__in=_ENDS)}
    chosen = kinds.get(show, mine)
    page = chosen.filter(pk__lt=before) if before else chosen
    found = list(_whole(page).order_by("-pk")[: PAGE + 1])
    counts = {name: each.count() for name, each in kinds.items()}
    onward = found[PAGE - 1].pk if len(found) > PAGE else 0
    rows = tuple(_mine(each, person, now) for each in found[:PAGE])
    return Listed(rows, show if show in kinds else "", mine.count(), counts[ASKED], counts[OPEN], counts[OVER], onward)


def asks() -> Q:
    """The requests in which something is asked of the enterprise: its acceptance, or what a unit waits for."""
    waiting = Part.objects.filter(request=OuterRef("pk"), state=Part.State.WAITING)
    return Q(state=Request.State.ANSWERED) | Q(Exists(waiting))


def asked_of(person: Person, *, now: datetime) -> tuple[int, int]:
    """How many requests somebody has, and in how many something is asked of them."""
    mine = visible_to(person, on=localdate(now))
    return mine.count(), mine.filter(asks()).count()


def _whole(found: QuerySet[Request]) -> QuerySet[Request]:
    return found.select_related("owner").prefetch_related("events", "parts__events", "parts__request")


def _mine(request: Request, person: Person, now: datetime) -> Mine:
    parts, light = list(request.parts.all()), clocking.light_of_request(request, now=now)
    waits = sum(each.state == Part.State.WAITING for each in parts)
    answered = sum(each.state in (Part.State.DONE, Part.State.IMPOSSIBLE, Part.State.ENDED) for each in parts)
    over = request.state in _ENDS
    return Mine(
        request,
        _title(request),
        said(state_of(request)),
        plainly(request),
        _asked(request, waits),
        "" if over else str(light),
        "" if over else light_word(light),
        len(parts),
        answered,
        name_of(request.owner) if request.owner is not None and request.owner_id != person.pk else "",
    )


def _asked(request: Request, waits: int) -> str:
    if request.state == Request.State.ANSWERED:
        return _("都有答复了，请您验收。")
    return _("有 %(count)s 件在等您补充。") % {"count": waits} if waits else ""


def _title(request: Request) -> str:
    """The first words; a sentence where they were deleted or do not open."""
    try:
        words = " ".join(str(content_of(request).get("words", "")).split())
    except Fault:
        return _("（这一件打不开）")
    return (words[:_FIRST_WORDS] + ("…" if len(words) > _FIRST_WORDS else "")) or _("（内容已经删去）")
