"""The clerks' lists as they are shown (办件清单): a row's words, the choices by which a list is narrowed, and the addresses that keep them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from gaoxing.casework.clock import Light
from gaoxing.casework.tables import table_for
from gaoxing.catalogue import matters
from gaoxing.office import language
from gaoxing.office.cases import lights, narrowing, queue
from gaoxing.office.cases.colleagues import colleagues
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.narrowing import Narrowed
from gaoxing.office.cases.search_keys import titles_of
from gaoxing.office.frontdesk import case_words
from gaoxing.office.frontdesk.case_words import Clock
from gaoxing.office.frontdesk.wording import spoken
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person, Unit

Choices = tuple[tuple[str, str], ...]
"""Values as an address holds them, each with its word; the empty one stands for all."""

_TABLE = "company_registration"


@dataclass(frozen=True)
class Row:
    """A case in a list; `clock` where the list says when it is due, else the light and its word alone."""

    case: Case
    title: str
    matter: str
    state: str
    handler: str
    light: str
    word: str
    clock: Clock | None = None


@dataclass(frozen=True)
class Chooser:
    """One box by which a list is narrowed: its name in the address, its label, the choices and which one stands."""

    name: str
    label: str
    choices: Choices
    chosen: str


def rows(cases: Iterable[Case], *, now: datetime, clocks: bool) -> tuple[Row, ...]:
    """The cases as a list shows them; `clocks` reads each clock, for which the cases' events were fetched."""
    listed = tuple(cases)
    handlers = Person.objects.only("account", "name", "mobile").in_bulk({each.handler_id for each in listed if each.handler_id})
    names, titles, words = {number: name_of(person) for number, person in handlers.items()}, titles_of(listed), _Words()
    return tuple(_row(each, titles, names, words, now, clocks=clocks) for each in listed)


def choosers(person: Person, wanted: Narrowed, *, now: datetime, decided: bool) -> tuple[Chooser, ...]:
    """The boxes; `decided` for the list of all cases, which knows the states at the end and no light."""
    every = (("", _("全部")),)
    states = table_for(_TABLE).states
    told = [(each.id, language.said(each)) for each in states.values() if each.id != Case.State.DRAFT and (decided or each.id in queue.OPEN)]
    turns = ((narrowing.OFFICE, _("等我们办")), (narrowing.APPLICANT, _("等申请人补正")))
    boxes = [
        ("state", _("状态"), tuple(told)),
        ("matter", _("事项"), tuple((each.id, spoken(each).name) for each in matters() if case_words.submittable(each.id))),
        ("handler", _("经办人"), _handlers(person, now)),
        ("unit", _("单位"), tuple((str(each.pk), each.name) for each in Unit.objects.filter(closed=None))),
    ]
    if not decided:
        boxes += [("light", _("时限"), tuple((name, _light_word(name)) for name in lights.CONDITIONS)), ("turn", _("等谁"), turns)]
    return tuple(Chooser(name, label, (*every, *choices), wanted.asked.get(name, "")) for name, label, choices in boxes if choices)


def said(boxes: Iterable[Chooser]) -> str:
    """What a list is narrowed by, in words; empty where by nothing."""
    return "；".join(f"{each.label}：{dict(each.choices).get(each.chosen, each.chosen)}" for each in boxes if each.chosen)


def address(wanted: Narrowed, more: Mapping[str, str] | None = None) -> str:
    """The narrowing as an address holds it, with the question mark; empty where there is none.

    >>> address(Narrowed(state="accepted"), {"after": "1.2"})
    '?state=accepted&after=1.2'
    """
    asked = {**wanted.asked, **(more or {})}
    return f"?{urlencode(asked)}" if asked else ""


def counted(count: int) -> str:
    """How many, as far as it was counted."""
    return _("%(most)d 件以上") % {"most": queue.MOST_COUNTED} if count > queue.MOST_COUNTED else _("%(count)d 件") % {"count": count}


class _Words:
    """What a page says again and again, looked up once a page: states, matters and lights in its language."""

    def __init__(self) -> None:
        self.said: dict[tuple[str, str], tuple[str, str]] = {}
        self.lights: dict[str, str] = {}

    def of(self, case: Case) -> tuple[str, str]:
        """The matter and the state. Raises KeyError where the matter has no table."""
        key = case.matter, case.state
        if key not in self.said:
            self.said[key] = case_words.matter_of(case), language.said(case_words.state_of(case))
        return self.said[key]

    def title(self, title: str | None) -> str:
        """A title as it is shown; None: it does not open."""
        return _("（这份打不开）") if title is None else title or case_words.title_of(None)

    def light(self, light: str) -> str:
        """The word of a light."""
        if light not in self.lights:
            self.lights[light] = _light_word(light)
        return self.lights[light]


def _row(case: Case, titles: Mapping[int, str], names: Mapping[int, str], words: _Words, now: datetime, *, clocks: bool) -> Row:
    light = str(lights.light_of(case, now=now))
    clock = case_words.clock_of(case, now=now, to_staff=True) if clocks else None
    title, (matter, state) = words.title(titles.get(case.pk)), words.of(case)
    return Row(case, title, matter, state, names.get(case.handler_id or 0, ""), light, words.light(light), clock)


def _light_word(light: str) -> str:
    return _("今天到期") if light == lights.TODAY else case_words.light_word(Light(light))


def _handlers(person: Person, now: datetime) -> Choices:
    others = tuple((str(each.pk), name_of(each)) for each in colleagues(person, now=now) if each.pk != person.pk)
    return ((narrowing.MINE, _("我")), (narrowing.NOBODY, _("还没有人办")), *others)
