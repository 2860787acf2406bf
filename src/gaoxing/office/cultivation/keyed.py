"""One set of figures by input (逐项数据): a form's answers and questions by the names an assessment has for them, however its rows are numbered.

A year's are named `revenue@2025`; those of a row whose year nobody told `revenue@?0`; a list's keep their path. Two figures of one input are asked about.

>>> from gaoxing.forms import Answer, Form, Source
>>> said = {"years.0.year": 2024, "years.0.staff": 90, "years.1.year": 2025, "years.1.staff": 110}
>>> of_form(Form("cultivation", "2026", {path: Answer(each, Source.SAID) for path, each in said.items()})).form().to_contract()
{'years': [{'year': 2025, 'staff': 110}, {'year': 2024, 'staff': 90}]}
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from gaoxing.facts.cultivation.bars import SENTENCES
from gaoxing.facts.fact import Value
from gaoxing.forms import Answer, Ask, Form, Source
from gaoxing.forms.cultivation import YEARS
from gaoxing.forms.cultivation_said import EDITION, MATTER

UNTOLD = "?"
"""Before the number of a row whose year nobody told."""

Question = Callable[[str, Answer, Answer], str]
"""What is asked of an input that has one figure and is told another: its key, what stands, what was told."""


@dataclass(frozen=True)
class Keyed:
    """Answers and questions by input."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    asks: Mapping[str, Ask] = field(default_factory=dict)

    @property
    def years(self) -> tuple[str, ...]:
        """The years of which there is anything, the newest first; rows without a year last."""
        found = {each.partition("@")[2] for each in (*self.answers, *self.asks)} - {""}
        return tuple(sorted(found, key=_newest))

    def form(self) -> Form:
        """The form, its years the newest first."""
        rows = {year: place for place, year in enumerate(self.years)}
        answers = {_path(key, rows): each for key, each in self.answers.items()}
        asks = tuple(replace(each, field=_path(key, rows)) for key, each in self.asks.items())
        return Form(MATTER, EDITION, answers, asks)

    def with_values(self, values: Mapping[str, Answer | None]) -> Keyed:
        """With these inputs settled: None empties one. A row that was given its year becomes that year's."""
        left = {key: each for key, each in self.answers.items() if key not in values}
        told = {key: each for key, each in values.items() if each is not None}
        asks = {key: each for key, each in self.asks.items() if key not in values}
        return Keyed({**left, **_yeared(told)}, asks)


def of_form(form: Form, question: Question | None = None) -> Keyed:
    """A form by input. Rows of one year become one; what two of them tell differently is asked."""
    rows = _rows(form)
    found = Keyed()
    for path, answer in form.answers.items():
        found = _with(found, _key(path, rows), answer, question or _twice)
    return Keyed(found.answers, {**found.asks, **{_key(each.field, rows): each for each in form.asks}})


def merged(standing: Keyed, told: Keyed, question: Question) -> Keyed:
    """What stands with what was told beside it: a figure that differs from the one that stands is asked, neither is taken."""
    found = standing
    for key, answer in told.answers.items():
        found = _with(found, key, answer, question)
    asked = {key: _beside(found.answers.get(key), each) for key, each in told.asks.items()}
    return Keyed({key: each for key, each in found.answers.items() if key not in asked}, {**found.asks, **asked})


def apart(standing: Keyed, told: Keyed) -> Keyed:
    """What was told, its rows without a year numbered behind those that stand already, its lists behind theirs."""
    most = max((int(each[1:]) for each in standing.years if each.startswith(UNTOLD)), default=-1) + 1
    lists = {key.split(".")[0]: 0 for key in standing.answers if "." in key}
    for name in lists:
        lists[name] = max(int(key.split(".")[1]) for key in standing.answers if key.startswith(f"{name}.")) + 1

    def moved(key: str) -> str:
        name, at, year = key.partition("@")
        if year.startswith(UNTOLD):
            return f"{name}{at}{UNTOLD}{int(year[1:]) + most}"
        head, dot, rest = key.partition(".")
        row, _dot, column = rest.partition(".")
        return f"{head}.{int(row) + lists.get(head, 0)}.{column}" if dot else key

    return Keyed({moved(key): each for key, each in told.answers.items()}, {moved(key): each for key, each in told.asks.items()})


def waiting(found: Keyed) -> Keyed:
    """With the figures of which nothing but the year is asked as answers of their row: they are judged by nobody until it has one."""
    plain = {key: each for key, each in found.asks.items() if f"@{UNTOLD}" in key and not key.startswith("year@") and _only_the_year(each)}
    answers = {key: Answer(each.readings[0], Source.SAID, each.evidence) for key, each in plain.items()}
    return Keyed({**found.answers, **answers}, {key: each for key, each in found.asks.items() if key not in plain})


def dated(found: Keyed, row: str, year: int, question: Question) -> Keyed:
    """With the figures of a row that had no year given to one; what that year has otherwise is asked."""
    ours = f"@{row}"
    rest = Keyed({k: v for k, v in found.answers.items() if not k.endswith(ours)}, {k: v for k, v in found.asks.items() if not k.endswith(ours)})
    named = {key.removesuffix(ours) + f"@{year}": each for key, each in found.answers.items() if key.endswith(ours)}
    asks = {key.removesuffix(ours) + f"@{year}": each for key, each in found.asks.items() if key.endswith(ours) and not key.startswith("year@")}
    return merged(rest, Keyed(_yeared(named), asks), question)


def _yeared(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers, every year's with the year itself."""
    found = dict(answers)
    for key, each in answers.items():
        year = key.partition("@")[2]
        if year.isdecimal():
            found.setdefault(f"year@{year}", Answer(int(year), each.source))
    return found


def _with(found: Keyed, key: str, answer: Answer, question: Question) -> Keyed:
    standing = found.answers.get(key)
    if standing is None or standing.value == answer.value or key.startswith("year@"):
        asks = {each: ask for each, ask in found.asks.items() if each != key}
        return Keyed({**found.answers, key: answer if standing is None else standing}, asks)
    ask = Ask(key, (standing.value, answer.value), question(key, standing, answer), answer.evidence)
    return Keyed({each: one for each, one in found.answers.items() if each != key}, {**found.asks, key: ask})


def _beside(standing: Answer | None, ask: Ask) -> Ask:
    """A question, with what stood there among its readings."""
    readings: tuple[Value, ...] = ask.readings if standing is None or standing.value in ask.readings else (standing.value, *ask.readings)
    return replace(ask, readings=readings)


def _only_the_year(ask: Ask) -> bool:
    return len(ask.readings) == 1 and ask.question.endswith(SENTENCES["year"])


def _rows(form: Form) -> dict[str, str]:
    """Row of the form → its year, or what stands for it."""
    numbers = dict.fromkeys(path.split(".")[1] for path in (*form.answers, *(each.field for each in form.asks)) if path.startswith(f"{YEARS.id}."))
    found = {}
    for row in numbers:
        year = form.value(f"{YEARS.id}.{row}.year")
        found[row] = str(year) if isinstance(year, int) else f"{UNTOLD}{row}"
    return found


def _key(path: str, rows: Mapping[str, str]) -> str:
    if not path.startswith(f"{YEARS.id}."):
        return path
    _years, row, column = path.split(".")
    return f"{column}@{rows[row]}"


def _path(key: str, rows: Mapping[str, int]) -> str:
    name, at, year = key.partition("@")
    return f"{YEARS.id}.{rows[year]}.{name}" if at else key


def _newest(year: str) -> tuple[bool, int]:
    return year.startswith(UNTOLD), -int(year.removeprefix(UNTOLD))


def _twice(key: str, standing: Answer, told: Answer) -> str:
    return key
