"""Requests and coverage (企业诉求、服务覆盖): counted by the room of the requests itself, over all of them."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Min, QuerySet
from django.utils.timezone import localdate

from gaoxing.office.aftercare.clients.quarters import quarter_of
from gaoxing.office.aftercare.clients.standing import CONTACTED, SERVED, View, narrowed
from gaoxing.office.aftercare.figures import page
from gaoxing.office.aftercare.figures.definitions import BY_ID
from gaoxing.office.aftercare.figures.rows import RequestRow, fetched
from gaoxing.office.aftercare.models import Client, Request
from gaoxing.office.aftercare.stewards import on_list
from gaoxing.office.indicators.computing.counted import Asked, Computed, count, share
from gaoxing.office.indicators.periods import MONTH, QUARTER, Period, parts
from gaoxing.office.people.remembering import keep, remembered

REQUEST, PART, CLIENT = "aftercare.request", "aftercare.part", "aftercare.client"


def requests_received(asked: Asked) -> Computed | None:
    """The requests made in the period; the argument narrows to a category."""
    rows = _rows(asked)
    return None if rows is None else count(REQUEST, BY_ID["received"].count(page.narrowed(rows, category=asked.argument), page.moment(asked.now)).members)


def requests_closed(asked: Asked) -> Computed | None:
    """Of these the closed ones; the argument narrows to a category."""
    rows = _rows(asked)
    return None if rows is None else count(REQUEST, BY_ID["closed"].count(page.narrowed(rows, category=asked.argument), page.moment(asked.now)).members)


def requests_share(asked: Asked) -> Computed | None:
    """The share that a figure of the requests (the argument) tells."""
    rows = _rows(asked)
    if rows is None:
        return None
    figure = BY_ID[asked.argument]
    found = figure.count(rows, page.moment(asked.now))
    return share(PART if figure.parts else REQUEST, found.members, found.of)


def clients_covered(asked: Asked) -> Computed | None:
    """The clients of a kind (the argument) that have a steward on the day."""
    listed = _listed(asked)
    return None if listed is None else count(CLIENT, _numbers(narrowed(listed.filter(kind=asked.argument), SERVED, _view(asked.day))))


def clients_covered_share(asked: Asked) -> Computed | None:
    """The share of all clients that has a steward on the day."""
    listed = _listed(asked)
    return None if listed is None else share(CLIENT, _numbers(narrowed(listed, SERVED, _view(asked.day))), _numbers(listed))


def clients_contacted_share(asked: Asked) -> Computed | None:
    """The share of all clients that was contacted in any quarter of the period."""
    listed = _listed(asked)
    if listed is None:
        return None
    quarters = (narrowed(listed, CONTACTED, _view(_last(each, asked.on))) for each in parts(asked.period, QUARTER) if each.begun(on=asked.on))
    contacted = {number for each in quarters for number in _numbers(each)}
    whole = _numbers(listed)
    return share(CLIENT, (each for each in whole if each in contacted), whole)


def read_ahead(year: Period, *, now: datetime) -> None:
    """Read the requests of a year once where each of its months is asked for; only within `remembering`."""
    rows = _rows(Asked(year, now))
    begun = None if rows is None else Request.objects.exclude(state=Request.State.DRAFT).aggregate(begun=Min("made"))["begun"]
    for month in parts(year, MONTH):
        first, after = month.moments
        reached = begun is not None and localdate(begun) <= month.last
        keep(("requests of the period", month, now), tuple(row for row in rows or () if first <= row.made < after) if reached else None)


def _rows(asked: Asked) -> tuple[RequestRow, ...] | None:
    """The requests made in the period with all that happened to them; None where none was made yet so early."""
    return remembered(("requests of the period", asked.period, asked.now), lambda: _fetched(asked.period))


def _fetched(period: Period) -> tuple[RequestRow, ...] | None:
    made = Request.objects.exclude(state=Request.State.DRAFT)
    begun = made.aggregate(begun=Min("made"))["begun"]
    if begun is None or localdate(begun) > period.last:
        return None
    first, after = period.moments
    return fetched(made.filter(made__gte=first, made__lt=after))


def _listed(asked: Asked) -> QuerySet[Client] | None:
    """The clients on the list of the day; None where there was no list yet."""
    begun: date | None = Client.objects.aggregate(begun=Min("since"))["begun"]
    return None if begun is None or begun > asked.day else on_list(on=asked.day)


def _view(day: date) -> View:
    return View(day, quarter_of(day), None)


def _last(period: Period, today: date) -> date:
    return min(period.last, today)


def _numbers(clients: QuerySet[Client]) -> tuple[int, ...]:
    return tuple(clients.order_by("kind", "code").values_list("pk", flat=True))
