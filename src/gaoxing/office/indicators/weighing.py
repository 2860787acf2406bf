"""Weighing a value before it is taken (录入核对): its indicator, period, unit, size, day; all that is wrong is told at once, nothing is guessed.

The form and the import ask here, so that both take and refuse the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from gaoxing.office.indicators.definitions import Indicator, indicators
from gaoxing.office.indicators.figures import plain
from gaoxing.office.indicators.models import OWN_SOURCE, REASON_LENGTH, SCOPE_LENGTH, SOURCE_LENGTH, Value
from gaoxing.office.indicators.periods import MOMENT, Period
from gaoxing.office.indicators.units import COUNTS, MONEY, PERCENT, converted, unit_of

LARGEST = Decimal(10) ** 15
"""Nothing in the zone is as large; a value below it is stored without losing a digit."""

FAR = 1_000
"""So many times more or less than the value before, and it looks like another unit."""

PLACES, GROWTH_PLACES = 6, 2
MOST_GROWTH = 1_000_000
"""Changes on the year from so many per cent on are no changes."""

_WHOLE_SHARE, _TINY = 100, Decimal("0.1")


@dataclass(frozen=True)
class Entry:
    """A value as it is told: of which indicator and period, in which unit, from whom, of which day, in which scope (empty: the indicator's own).

    `growth` the change on the year in percent as the source gives it; `reason` why it restates an earlier one of its source; `sure`: what looks odd was
    looked at and is so; `origin` how it comes.
    """

    indicator: str
    period: Period
    value: Decimal
    unit: str
    source: str
    dated: date
    scope: str = ""
    qualifier: str = ""
    growth: Decimal | None = None
    note: str = ""
    reason: str = ""
    sure: bool = False
    origin: str = Value.Origin.ENTERED


@dataclass(frozen=True)
class Weighed:
    """What taking an entry would do: the value in the indicator's unit, what is wrong with it, what is to be known, and which standing value it is about.

    `same`: the very value stands already and nothing would be done; `former`: the value of its source that it restates.
    """

    entry: Entry
    wrong: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    former: Value | None = None
    same: bool = False
    written: str = field(default="")


def weigh(entry: Entry, *, on: date) -> Weighed:
    """Weigh an entry on a day; changes nothing."""
    wanted = indicators().get(entry.indicator)
    if wanted is None:
        return Weighed(entry, (_("没有“%(id)s”这个指标。请从指标清单里选。") % {"id": entry.indicator[:60]},))
    entry = _tidy(entry, wanted)
    value = converted(entry.value, entry.unit, wanted.unit)
    if value is None:
        return Weighed(entry, (_other_unit(entry, wanted), *_unfit(entry, wanted, on)))
    told = () if value == entry.value else (_converted(entry, wanted, value),)
    written = f"{plain(entry.value)} {entry.unit}" if told else ""
    taken = replace(entry, value=plain(value), unit=wanted.unit)
    former = _former(taken)
    wrong = (*_unfit(taken, wanted, on), *_misshapen(taken, wanted), *(() if taken.sure else _odd(taken, wanted, former)))
    if former is not None and _same(taken, former):
        return Weighed(taken, wrong, told, former, same=not wrong, written=written)
    if former is not None and not taken.reason:
        wrong = (*wrong, _restates(former, taken, wanted))
    return Weighed(taken, wrong, (*told, *_beside(taken, wanted, former)), former, written=written)


def _tidy(entry: Entry, wanted: Indicator) -> Entry:
    """Without blanks around the words; without a scope of its own it is the indicator's."""
    return replace(
        entry,
        unit=_words(entry.unit),
        source=_words(entry.source),
        scope=_words(entry.scope) or wanted.scope,
        note=_words(entry.note),
        reason=_words(entry.reason),
    )


def _words(text: str) -> str:
    return " ".join(text.replace("\0", "").split())


def _other_unit(entry: Entry, wanted: Indicator) -> str:
    said = {"written": entry.unit[:20], "unit": wanted.unit, "name": wanted.name}
    if not entry.unit:
        return _("没有写单位。“%(name)s”按“%(unit)s”记，请把数的单位写明。") % said
    if unit_of(entry.unit) is None:
        return _("单位“%(written)s”看不懂。“%(name)s”按“%(unit)s”记，请换成这个单位再填。") % said
    return _("单位是“%(written)s”，“%(name)s”按“%(unit)s”记，这两个单位不能准确换算。请换成“%(unit)s”的数再填。") % said


def _converted(entry: Entry, wanted: Indicator, value: Decimal) -> str:
    said = {"before": plain(entry.value), "written": entry.unit, "after": plain(value), "unit": wanted.unit}
    return _("单位换算：%(before)s %(written)s = %(after)s %(unit)s，请核对。") % said


def _unfit(entry: Entry, wanted: Indicator, on: date) -> Iterator[str]:
    """What is wrong with its period, day and words."""
    kinds = {"month": _("月"), "quarter": _("季度"), "year": _("年")}
    period = {"period": entry.period.told, "name": wanted.name}
    if entry.period.kind not in wanted.kinds:
        yield _("“%(name)s”没有按这种期间的数（写的是%(period)s）。可以填的是：%(kinds)s。") % {
            **period,
            "kinds": "、".join(kinds[each] for each in wanted.kinds),
        }
    if not entry.period.begun(on=on):
        yield _("%(period)s还没有开始，不会有数。请核对期间。") % period
    elif wanted.period != MOMENT and not entry.period.closed(on=on):
        yield _("%(period)s还没有过完，不会有整个期间的数。请等过完再填，或者填已经过完的期间。") % period
    if entry.dated > on:
        yield _("来源日期在今天以后，请核对。")
    elif entry.dated < entry.period.first:
        yield _("来源日期早于%(period)s，那时不会有这个数。请核对期间和日期。") % period
    if not entry.source:
        yield _("没有写来源。请写明这个数是谁在哪里公布的，例如“统计局 2024 年统计公报”。")
    if entry.source == OWN_SOURCE:
        yield _("来源写的是“%(source)s”，这是系统留存自己算的数用的。请写这个数是谁公布的。") % {"source": OWN_SOURCE}
    too_long = (len(entry.source) > SOURCE_LENGTH, len(entry.scope) > SCOPE_LENGTH, max(len(entry.note), len(entry.reason)) > REASON_LENGTH)
    if any(too_long):
        yield _("来源最多 %(source)s 个字，口径最多 %(scope)s 个字，说明和理由最多 %(note)s 个字。请写短一些。") % {
            "source": SOURCE_LENGTH,
            "scope": SCOPE_LENGTH,
            "note": REASON_LENGTH,
        }


def _misshapen(entry: Entry, wanted: Indicator) -> Iterator[str]:
    """What no value of this unit can be."""
    said = {"value": plain(entry.value), "unit": wanted.unit}
    if not abs(entry.value) < LARGEST or round(entry.value, PLACES) != entry.value:
        yield _("%(value)s 太大，或者小数超过 %(places)s 位，存不准。请核对数和单位。") % {**said, "places": PLACES}
    elif entry.value < 0 and wanted.unit not in MONEY:
        yield _("%(value)s %(unit)s：这个指标不会小于零。请核对。") % said
    if wanted.unit in COUNTS and entry.value != entry.value.to_integral_value():
        yield _("%(value)s %(unit)s：按“%(unit)s”记的要写整数，请核对数和单位。") % said
    if entry.growth is not None and (abs(entry.growth) >= MOST_GROWTH or round(entry.growth, GROWTH_PLACES) != entry.growth):
        yield _("同比 %(growth)s 太大，或者小数超过 %(places)s 位，存不准。请核对。") % {"growth": plain(entry.growth), "places": GROWTH_PLACES}


def _odd(entry: Entry, wanted: Indicator, former: Value | None) -> Iterator[str]:
    """What looks like a mistake of the unit; whoever looked at it says so."""
    sure = _("确实如此的话，请注明“核对无误”。")
    said = {"value": plain(entry.value), "name": wanted.name, "hundred": plain(entry.value * 100)}
    if wanted.unit == PERCENT and 0 < entry.value < 1:
        yield _("“%(name)s”是百分数，写的 %(value)s 像是小数（百分之 %(hundred)s 要写 %(hundred)s）。请改。") % said + sure
    if wanted.unit == PERCENT and entry.value > _WHOLE_SHARE:
        yield _("“%(name)s”是百分数，写的 %(value)s 超过了 100。请核对。") % said + sure
    if entry.growth is not None and 0 < abs(entry.growth) < _TINY:
        growth = {"growth": plain(entry.growth), "hundred": plain(entry.growth * 100)}
        yield _("同比写的 %(growth)s 像是小数（百分之 %(hundred)s 要写 %(hundred)s）。请改。") % growth + sure
    near = former or _nearest(entry)
    if near is not None and entry.value and near.value and not Decimal(1) / FAR < abs(entry.value / near.value) < FAR:
        about = {"period": near.period, "before": plain(near.value), "value": plain(entry.value), "unit": wanted.unit, "times": FAR}
        yield _("%(value)s %(unit)s 和已有的 %(period)s 的 %(before)s %(unit)s 相差 %(times)s 倍以上，像是单位错了。请核对。") % about + sure


def _former(entry: Entry) -> Value | None:
    """What stands of the same period, source and scope."""
    place = {"indicator": entry.indicator, "period": str(entry.period), "source": entry.source, "scope": entry.scope}
    return Value.objects.filter(current=True, **place).exclude(origin=Value.Origin.KEPT).first()


def _nearest(entry: Entry) -> Value | None:
    """Some standing value of the indicator in periods of the same length: the newest entered."""
    rows = Value.objects.filter(indicator=entry.indicator, current=True, scope=entry.scope).order_by("-pk")
    return next((each for each in rows if len(each.period) == len(str(entry.period)) and each.value), None)


def _same(entry: Entry, former: Value) -> bool:
    """Whether the source says again what it said; a change on the year that it does not repeat is not taken back."""
    told = (former.value, former.qualifier) == (entry.value, entry.qualifier)
    return told and entry.growth in (None, former.growth)


def _restates(former: Value, entry: Entry, wanted: Indicator) -> str:
    said = {"before": plain(former.value), "after": plain(entry.value), "unit": wanted.unit, "source": former.source}
    return _("同一个来源（%(source)s）已有 %(before)s %(unit)s，这次是 %(after)s %(unit)s。要更正的话，请写更正理由；原来的数会留着。") % said


def _beside(entry: Entry, wanted: Indicator, former: Value | None) -> Iterator[str]:
    """What is to be known of what stands beside it."""
    if former is not None:
        yield _("更正：原来是 %(before)s %(unit)s，留着可以查。") % {"before": plain(former.value), "unit": wanted.unit}
    if wanted.computed:
        yield _("这个指标由系统从记录里算。录入的数放在旁边对照，不替代算出来的数。")
    if entry.scope != wanted.scope:
        yield _("口径（%(scope)s）和指标的口径（%(own)s）不同：记下来单列，不当作这个指标的数。") % {"scope": entry.scope, "own": wanted.scope}
        return
    place = {"indicator": entry.indicator, "period": str(entry.period), "scope": entry.scope, "current": True}
    for each in Value.objects.filter(**place).exclude(origin=Value.Origin.KEPT).exclude(source=entry.source):
        if (each.value, each.qualifier) != (entry.value, entry.qualifier):
            said = {"source": each.source, "value": plain(each.value), "unit": wanted.unit}
            yield _("和另一个来源（%(source)s）的 %(value)s %(unit)s 不同：两个都留着，等负责的单位说用哪个。") % said
