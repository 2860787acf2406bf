"""The boxes by which the units' list is narrowed (筛选): as what one has a part, its state, its light, its category."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from gaoxing.casework.tables import table
from gaoxing.office.aftercare.models import Part
from gaoxing.office.aftercare.units import desk
from gaoxing.office.aftercare.units.page import held_words
from gaoxing.office.aftercare.wording import categories, light
from gaoxing.office.language import said


@dataclass(frozen=True)
class Chooser:
    """One box: its name in the address, its label, the values with their words, and which one stands."""

    name: str
    label: str
    choices: tuple[tuple[str, str], ...]
    chosen: str


def choosers(wanted: desk.Narrowed) -> tuple[Chooser, ...]:
    """The boxes as they stand; the empty value is the usual list."""
    states = [(each.id, said(each)) for each in table("request_part").states.values() if each.id != Part.State.PLANNED]
    told = [(str(each), shown.word) for each in desk.LIGHTS if (shown := light(each))]
    every = ("", _("全部"))
    return (
        Chooser("role", _("我们是"), (every, *held_words().items()), wanted.role),
        Chooser("state", _("状态"), (("", _("没有办结的")), (desk.ALL, _("全部")), *states), wanted.state),
        Chooser("light", _("时限"), (every, *told), wanted.light),
        Chooser("category", _("类别"), (every, *categories()), wanted.category),
    )
