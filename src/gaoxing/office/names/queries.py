"""What can be asked of the pool (名称查询): the neighbours of a name, and the row of one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from gaoxing.names.composition import split
from gaoxing.names.neighbour import Neighbour, State
from gaoxing.office.names.models import NameKey, NameLoad, RegisteredName

_COLUMNS = ("name", "region", "trade_name", "trade", "form", "state", "since", "until", "sole_trader")


def neighbours(keys: Collection[int], prefecture: int) -> tuple[Neighbour, ...]:
    """Every name of a prefecture (3205) that has stored one of these keys, whatever its state."""
    numbers = NameKey.objects.filter(prefecture=prefecture, key__in=keys).values("name_id")
    rows = RegisteredName.objects.filter(pk__in=numbers).values_list(*_COLUMNS)
    return tuple(_neighbour(str(prefecture), *row) for row in rows)


def registered(name: str, prefecture: int) -> RegisteredName | None:
    """The row of this very name, or None."""
    return RegisteredName.objects.filter(prefecture=prefecture, name=split(name).text).first()


def loaded(prefecture: int) -> bool:
    """Whether the register's names of a prefecture are there to be searched: some file of names was taken in to its end, not merely a name held."""
    return NameLoad.objects.filter(finished__isnull=False).exists() and RegisteredName.objects.filter(prefecture=prefecture).exists()


def pool_size() -> int:
    """How many names there are."""
    return RegisteredName.objects.count()


def _neighbour(
    prefecture: str, name: str, region: str, trade_name: str, trade: str, form: str, state: str, since: date, until: date | None, sole: bool | None
) -> Neighbour:
    return Neighbour(name, region, trade_name, trade, form, State(state), since, prefecture, until, sole)
