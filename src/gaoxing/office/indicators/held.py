"""The values that are held of some indicators (留存的数值), read at once: what stands, what was kept, what it was before, which was chosen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gaoxing.office.indicators.definitions import Indicator
from gaoxing.office.indicators.figures import Stated
from gaoxing.office.indicators.models import Settlement, Value
from gaoxing.office.indicators.periods import Period, read

KEPT = Value.Origin.KEPT


@dataclass(frozen=True)
class Held:
    """The rows of some indicators by their place (indicator and period), every row by its number, and the newest choice of each place."""

    places: Mapping[tuple[str, str], tuple[Value, ...]]
    rows: Mapping[int, Value]
    choices: Mapping[tuple[str, str], Settlement]
    defined: Mapping[str, Indicator]

    def standing(self, wanted: Indicator, period: Period) -> tuple[Stated, ...]:
        """What was entered, imported or published and stands, one a source and scope, in the order of entry."""
        return tuple(Stated.of(each, wanted) for each in self._at(wanted, period) if each.current and each.origin != KEPT)

    def kept(self, wanted: Indicator, period: Period) -> tuple[Stated, ...]:
        """What was computed and kept, the newest first."""
        return tuple(Stated.of(each, wanted) for each in reversed(self._at(wanted, period)) if each.origin == KEPT)

    def former(self, number: int) -> tuple[Stated, ...]:
        """What a value was before, the newest first."""
        found, row = list[Stated](), self.rows[number]
        while row.restates_id is not None:
            row = self.rows[row.restates_id]
            found.append(Stated.of(row, self.defined[row.indicator]))
        return tuple(found)

    def chosen(self, wanted: Indicator, period: Period, standing: Sequence[Stated]) -> Stated | None:
        """Of several the one that the owner chose: what stands of its source; None where another source told something different since."""
        choice = self.choices.get((wanted.id, str(period)))
        if choice is None:
            return None
        source = self.rows[choice.value_id].source
        found = next((each for each in standing if each.source == source), None)
        later = found and any(each.at > choice.at and each.value != found.value for each in standing if each is not found)
        return None if later else found

    def periods(self, wanted: Indicator) -> tuple[Period, ...]:
        """The periods of which something is held, the oldest first."""
        found = [period for id_, written in self.places if id_ == wanted.id and (period := read(written)) is not None]
        return tuple(sorted(found, key=lambda each: (each.first, each.last)))

    def _at(self, wanted: Indicator, period: Period) -> tuple[Value, ...]:
        return self.places.get((wanted.id, str(period)), ())


def held(wanted: Iterable[Indicator]) -> Held:
    """What is held of these indicators, in two questions."""
    defined = {each.id: each for each in wanted}
    rows = {each.pk: each for each in Value.objects.filter(indicator__in=defined).order_by("pk")}
    places = dict[tuple[str, str], list[Value]]()
    for row in rows.values():
        places.setdefault((row.indicator, row.period), []).append(row)
    choices = {(each.indicator, each.period): each for each in Settlement.objects.filter(indicator__in=defined).order_by("pk")}
    return Held({place: tuple(each) for place, each in places.items()}, rows, choices, defined)
