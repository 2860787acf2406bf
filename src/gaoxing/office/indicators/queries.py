"""Reading the indicators (指标查询): a figure for a period, a series of them, what was published beside it, what it was before.

A published or entered value never fills the place of a computed one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.office.indicators import permissions
from gaoxing.office.indicators.computing.opening import opens
from gaoxing.office.indicators.computing.registry import compute
from gaoxing.office.indicators.definitions import Indicator, indicator, indicators
from gaoxing.office.indicators.figures import Figure, Stated, change, plain
from gaoxing.office.indicators.held import Held, held
from gaoxing.office.indicators.periods import YEAR, Period
from gaoxing.office.indicators.permissions import Operator, Reader

LIVE_DAYS = 4 * 365
"""So long after its period a figure is computed anew from the records; later they begin to be deleted, and what was kept is the figure."""


def figure(indicator_id: str, period: Period, *, person: Reader, now: datetime) -> Figure | None:
    """The figure of an indicator for a period; None where there is none, or the person may not see the indicators. Raises KeyError for no indicator."""
    return series(indicator_id, (period,), person=person, now=now)[0]


def series(indicator_id: str, periods: Sequence[Period], *, person: Reader, now: datetime) -> tuple[Figure | None, ...]:
    """The figures of an indicator, one a period, None where there is none. Raises KeyError for no indicator."""
    wanted = indicator(indicator_id)
    if not permissions.sees(person, on=localdate(now)):
        return (None,) * len(periods)
    known = held((wanted,))
    return tuple(_with_change(_figure(wanted, each, known, person, now), known, person, now) for each in periods)


def published(indicator_id: str, period: Period, *, person: Reader, now: datetime) -> tuple[Stated, ...]:
    """What others published of an indicator that is computed, also where nothing could be computed. Raises KeyError for no indicator."""
    return published_series(indicator_id, (period,), person=person, now=now)[0]


def published_series(indicator_id: str, periods: Sequence[Period], *, person: Reader, now: datetime) -> tuple[tuple[Stated, ...], ...]:
    """The same for several periods, one a period. Raises KeyError for no indicator."""
    wanted = indicator(indicator_id)
    if not permissions.sees(person, on=localdate(now)) or not wanted.computed:
        return ((),) * len(periods)
    known = held((wanted,))
    return tuple(known.standing(wanted, each) for each in periods)


def newest(wanted: Iterable[Indicator], *, person: Reader, now: datetime) -> Mapping[str, Figure]:
    """The newest figure of each indicator that has any: of what is computed that of the year that runs, or of today; else of the last that has a value."""
    if not permissions.sees(person, on=localdate(now)):
        return {}
    asked = tuple(wanted)
    known = held(asked)
    found = {each.id: _newest(each, known, person, now) for each in asked}
    return {id_: _with_change(each, known, person, now) or each for id_, each in found.items() if each is not None}


def of_period(period: Period, *, person: Reader, now: datetime) -> Mapping[str, Figure]:
    """The figure of every indicator that has one for a period."""
    if not permissions.sees(person, on=localdate(now)):
        return {}
    known = held(indicators().values())
    found = (_with_change(_figure(each, period, known, person, now), known, person, now) for each in indicators().values())
    return {each.indicator.id: each for each in found if each is not None}


def published_of(period: Period | None, *, person: Reader, now: datetime) -> Mapping[str, tuple[Stated, ...]]:
    """What others published of every indicator that is computed, for a period; None: for the last of which something is held."""
    if not permissions.sees(person, on=localdate(now)):
        return {}
    wanted = [each for each in indicators().values() if each.computed]
    known = held(wanted)
    places = {each: period or max(known.periods(each), key=lambda one: one.last, default=None) for each in wanted}
    return {each.id: found for each, place in places.items() if place is not None and (found := known.standing(each, place))}


def read_figure(wanted: Indicator, period: Period, known: Held, person: Reader, now: datetime) -> Figure | None:
    """One figure of what was read at once, without its change on the year, for a page of many; None where there is none.

    Whoever asks has seen to it that the person may see the indicators.
    """
    return _figure(wanted, period, known, person, now)


def periods_of(wanted: Indicator, *, person: Reader, now: datetime) -> tuple[Period, ...]:
    """The periods of which something is held, the oldest first. What is computed has figures beyond these."""
    return held((wanted,)).periods(wanted) if permissions.sees(person, on=localdate(now)) else ()


def _newest(wanted: Indicator, known: Held, person: Reader, now: datetime) -> Figure | None:
    if wanted.computed:
        return _figure(wanted, Period.of(YEAR, localdate(now)), known, person, now)
    told = [each for each in known.periods(wanted) if each.first <= localdate(now)]
    return _figure(wanted, max(told, key=lambda each: (each.last, each.first)), known, person, now) if told else None


def _with_change(found: Figure | None, known: Held, person: Reader, now: datetime) -> Figure | None:
    """The figure with its change on the year: as its source states it, else against that of a year before; both over, exact and undisputed."""
    if found is None or found.given or _doubtful(found) or not found.period.closed(on=localdate(now)):
        return found
    before = _figure(found.indicator, found.period.year_before, known, person, now)
    if before is None or _doubtful(before):
        return found
    return replace(found, year_on_year=change(found.value, before.value, unit=found.unit))


def _doubtful(found: Figure) -> bool:
    """Whether nothing can be reckoned with it: more than, about, or one of several that differ."""
    return bool(found.qualifier) or not found.settled


def _figure(wanted: Indicator, period: Period, known: Held, person: Reader, now: datetime) -> Figure | None:
    return _computed(wanted, period, known, person, now) if wanted.computed else _entered(wanted, period, known, now)


def _entered(wanted: Indicator, period: Period, known: Held, now: datetime) -> Figure | None:
    """What was entered: the value that is used, or of several the one dated last, with all the others beside it."""
    standing = known.standing(wanted, period)
    own = [each for each in standing if each.scope == wanted.scope]
    if not own:
        return None
    chosen = known.chosen(wanted, period, own)
    first = chosen or max(own, key=lambda each: (each.dated, each.number))
    conflicts = tuple(each for each in own if (each.value, each.qualifier) != (first.value, first.qualifier))
    return Figure(
        wanted,
        period,
        first.value,
        wanted.unit,
        wanted.how,
        first.source,
        first.dated,
        first.at,
        stale=_stale(wanted, period, now),
        conflicts=conflicts,
        restated=known.former(first.number),
        year_on_year=first.growth,
        qualifier=first.qualifier,
        settled=not conflicts or chosen is not None,
        given=first.growth is not None,
        others=tuple(each for each in standing if each.scope != wanted.scope),
        stated=first,
    )


def _computed(wanted: Indicator, period: Period, known: Held, person: Reader, now: datetime) -> Figure | None:
    """What the records give now, with what was kept of it when it differed; once the records begin to be deleted, what was kept."""
    kept, beside = known.kept(wanted, period), known.standing(wanted, period)
    if kept and period.last + timedelta(days=LIVE_DAYS) < localdate(now):
        first = kept[0]
        return Figure(
            wanted, period, first.value, wanted.unit, wanted.how, first.source, first.dated, first.at, restated=kept[1:], published=beside, stated=first
        )
    found = compute(wanted, period, now=now)
    if found is None or found.value is None:
        return None
    value = plain(found.value)
    may = not isinstance(person, Operator) and opens(found.kind, person, on=localdate(now))
    return Figure(
        wanted,
        period,
        value,
        wanted.unit,
        wanted.how,
        _("本系统的记录"),
        min(period.last, localdate(now)),
        now,
        restated=tuple(each for place, each in enumerate(kept) if place or each.value != value),
        records=address(wanted, period) if may and (found.members or found.of) else "",
        published=beside,
        count=len(found.members),
    )


def address(wanted: Indicator, period: Period) -> str:
    """Where the records of a figure are."""
    return f"{reverse('indicator_records', args=(wanted.id,))}?{urlencode({'period': str(period)})}"


def _stale(wanted: Indicator, period: Period, now: datetime) -> bool:
    return period.last + timedelta(days=wanted.freshness) < localdate(now)
