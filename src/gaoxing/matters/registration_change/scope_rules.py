"""What a change adds to the business scope (增加的经营范围): only what the catalogue offers on the day, 《市场主体登记管理条例》第十四条.

>>> [each.id for each in SCOPE_RULES]
['CHANGE-14C', 'CHANGE-14D']
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from gaoxing.checks.rule import Figures, Level, Rule, Told, rule
from gaoxing.checks.scope import ended_items, unknown_items
from gaoxing.forms.form import Form
from gaoxing.matters.registration_change.fields import changed

ARTICLE = "《市场主体登记管理条例》第十四条"
REGULATION = date(2022, 3, 1)


@rule("CHANGE-14C", basis=ARTICLE, level=Level.WARN, since=REGULATION)
def outside_the_catalogue(form: Form, on: date, figures: Figures) -> Told | None:
    """What is added is an item of the published catalogue (ours holds a part of it [K], so the nearest is offered and nothing refused)."""
    return _about_added(form, on, unknown_items)


@rule("CHANGE-14D", basis=ARTICLE, level=Level.MANUAL, since=REGULATION)
def no_longer_offered(form: Form, on: date, figures: Figures) -> Told | None:
    """An item that ended is not added any more (on which day it ended, by our table [K])."""
    return _about_added(form, on, ended_items)


SCOPE_RULES: tuple[Rule, ...] = (outside_the_catalogue, no_longer_offered)


def _about_added(form: Form, on: date, tell: Callable[[tuple[str, ...], date], str]) -> Told | None:
    row = next(iter(changed(form, "business_scope")), None)
    told = tell(tuple(row.answers.get("add") or ()), on) if row else ""
    return (told, row.at("add")) if row and told else None
