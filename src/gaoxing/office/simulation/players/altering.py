"""How a filing is changed (备案变更): small things, large ones, and what is a project of its own; typed into the blanks, or said at the front desk."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from gaoxing.checks.deadline import months_later
from gaoxing.checks.project import money
from gaoxing.forms import Answer, Form, Source
from gaoxing.office.cases import owning, queries
from gaoxing.office.frontdesk import actions, projecting, visitor
from gaoxing.office.frontdesk.actions import Hand
from gaoxing.office.people.remembering import remembering
from gaoxing.office.projects import filing
from gaoxing.office.projects.models import Project
from gaoxing.office.projects.queries import current
from gaoxing.office.simulation.growing.firms import person
from gaoxing.office.simulation.growing.spoken import wan
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.world import World

SPOKEN = 0.35
"""How often a change of the total is said instead of typed."""

_KINDS = ("contact", "delay", "equipment", "total", "content", "another")
_SHARES = (20, 25, 15, 22, 13, 5)
_TEN_THOUSAND = 10_000


def OPENING(world: World) -> Iterable[Planned]:  # noqa: N802 — the name that every player has
    """Changes follow from filings."""
    return ()


def alter(row: Project, world: World, step: Planned) -> None:
    """Change a project in one of the ways. Raises NotAllowed where the table or a rule stands in the way, as for what is another project."""
    chance = world.chance(step.key, "kind")
    kind, form = chance.choices(_KINDS, _SHARES)[0], current(row)
    if kind == "total" and chance.random() < SPOKEN:
        _say(row, _total(form, chance), step, chance)
        return
    assert row.owner is not None
    blanks = {path: Answer(value, Source.TYPED) for path, value in _blanks(kind, form, chance).items()}
    with remembering():
        filing.change(row, form.with_answers(blanks), row.owner, revision=row.revision, note="", now=step.at)


def _say(row: Project, total: int, step: Planned, chance: Random) -> None:
    """The change of the total as it is said at the front desk, and sent from there."""
    owner = row.owner
    assert owner is not None
    hand = Hand(account=owner.pk, consent=visitor.PRIVACY)
    words = f"我们{row.enterprise}要办备案变更，项目代码是{row.code}，项目名称{row.name}，总投资改成{wan(total, chance)}，原因是设备多买了几台。"
    change = actions.say(hand, words, now=step.at)
    owning.adopt([change.reference], owner, now=step.at)
    case = queries.draft(change.reference)
    if case is None:
        return
    taken = actions.read(queries.words_of(case), now=step.at)
    asked = projecting.changing_of(case, taken, owner, chosen=row.number or "", now=step.at)
    projecting.send_change(asked, owner, revision=case.revision, now=step.at)


def _blanks(kind: str, form: Form, chance: Random) -> dict[str, Any]:
    """What is typed into the blanks for a kind of change."""
    if kind == "contact":
        return {"contact.name": person(chance), "contact.mobile": f"13900{chance.randrange(800_000, 900_000)}"}
    if kind == "delay":
        return {"finish": _later(str(form.value("finish") or "2026-06"), chance.randint(2, 9))}
    if kind == "equipment":
        found = money(form.value("equipment_investment")) or (Decimal(2_000_000), "CNY")
        return {"equipment_investment": _yuan(int(found[0]) * chance.randint(88, 97) // 100)}
    if kind == "total":
        return {"total_investment": _yuan(_total(form, chance) * _TEN_THOUSAND)}
    content = f"{form.value('content')}，另购置配套设备{chance.randint(2, 12)}台"
    return {"content": content, **({"project_name": f"新一代{form.value('project_name')}"} if kind == "another" else {})}


def _total(form: Form, chance: Random) -> int:
    """A new total in ten thousands: a little more, or so much that it is a larger change."""
    found = money(form.value("total_investment"))
    before = int(found[0]) // _TEN_THOUSAND if found else 1_000
    return before * chance.choice((106, 110, 115, 125, 140)) // 100


def _yuan(amount: int) -> dict[str, str]:
    return {"amount": str(amount), "currency": "CNY"}


def _later(month: str, months: int) -> str:
    """A month as the form stores it, so many months later."""
    year, _dash, number = month.partition("-")
    return f"{months_later(date(int(year), int(number[:2] or 6), 1), months):%Y-%m}"


HANDLERS: dict[str, Any] = {}
