"""A form (表单): answers by path, each with its source and the words it came from; and what must be asked.

>>> form = Form("company_registration", "2026", {"parties.0.name": Answer("张三", Source.SAID), "parties.0.roles": Answer(("director",), Source.SAID)})
>>> form.to_contract()
{'parties': [{'name': '张三', 'roles': ['director']}]}
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from gaoxing.facts.fact import Certainty, Evidence, Fact, Value


class Source(StrEnum):
    """Where an answer came from (来源): said aloud, typed by hand, worked out, taken from a register, or proposed by a language model from the words."""

    SAID = "said"
    TYPED = "typed"
    DERIVED = "derived"
    REGISTER = "register"
    MODEL = "model"


@dataclass(frozen=True)
class Answer:
    """A value in a blank, its source and its evidence."""

    value: Value
    source: Source
    evidence: tuple[Evidence, ...] = ()
    certainty: Certainty = Certainty.CERTAIN

    def to_json(self) -> dict[str, Any]:
        """`{"value", "source", "evidence", "certainty"}` in plain JSON types."""
        return {
            "value": _plain(self.value),
            "source": str(self.source),
            "evidence": [each.to_json() for each in self.evidence],
            "certainty": str(self.certainty),
        }


@dataclass(frozen=True)
class Ask:
    """A value with two plausible readings (待确认): it stands here and not among the answers."""

    field: str
    readings: tuple[Value, ...]
    question: str
    evidence: tuple[Evidence, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The contract's `{"field", "readings", "question"}` and the evidence."""
        return {
            "field": self.field,
            "readings": [_plain(each) for each in self.readings],
            "question": self.question,
            "evidence": [each.to_json() for each in self.evidence],
        }


class Undecided(Exception):
    """A form with open questions of two readings (未定): no paper is drawn from it before they are settled, or their blanks emptied."""

    def __init__(self, asks: tuple[Ask, ...]) -> None:
        """Keep the questions."""
        super().__init__("open questions: " + "、".join(ask.field for ask in asks))
        self.asks = asks


@dataclass(frozen=True)
class Form:
    """One matter's blanks as far as they are filled. Paths: `name`, `operator.mobile`, `parties.0.contribution.amount`."""

    matter: str
    edition: str
    answers: Mapping[str, Answer] = field(default_factory=dict)
    asks: tuple[Ask, ...] = ()

    def value(self, path: str) -> Any:
        """The value at a path, or None."""
        answer = self.answers.get(path)
        return None if answer is None else answer.value

    def rows(self, prefix: str) -> tuple[dict[str, Any], ...]:
        """The rows of a list blank as nested mappings, in order of first mention."""
        return tuple(self.to_contract().get(prefix, ()))

    def with_answers(self, answers: Mapping[str, Answer]) -> Form:
        """The form with these answers laid over the old ones; an ask about a path answered here is settled."""
        left = tuple(ask for ask in self.asks if ask.field not in answers)
        return replace(self, answers={**self.answers, **answers}, asks=left)

    def without(self, paths: Iterable[str]) -> Form:
        """The form with these blanks empty; a question about one of them is dropped."""
        gone = set(paths)
        left = tuple(ask for ask in self.asks if ask.field not in gone)
        return replace(self, answers={path: answer for path, answer in self.answers.items() if path not in gone}, asks=left)

    def decided(self) -> Form:
        """The form itself, fit for papers. Raises Undecided where a question of two readings is open."""
        if self.asks:
            raise Undecided(self.asks)
        return self

    def to_contract(self) -> dict[str, Any]:
        """The contract's nested `form`: dotted paths become mappings, numbered rows lists."""
        nested: dict[str, Any] = {}
        for path, answer in self.answers.items():
            _put(nested, path.split("."), _plain(answer.value))
        return {key: _listed(value) for key, value in nested.items()}

    def to_json(self) -> dict[str, Any]:
        """Everything that is needed to show the form again: matter, edition, answers and asks."""
        return {
            "matter": self.matter,
            "edition": self.edition,
            "answers": {path: answer.to_json() for path, answer in self.answers.items()},
            "asks": [ask.to_json() for ask in self.asks],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Form:
        """The inverse of `to_json`. Raises KeyError or ValueError where the shape is another one."""
        answers = {path: _answer(each) for path, each in data["answers"].items()}
        asks = tuple(Ask(each["field"], tuple(_frozen(one) for one in each["readings"]), each["question"], _evidence(each)) for each in data.get("asks", ()))
        return cls(data["matter"], data["edition"], answers, asks)


def from_facts(matter: str, edition: str, facts: Iterable[Fact], question: Mapping[str, str] | None = None) -> Form:
    """A form from facts: a later fact of the same blank overrides an earlier one; unsure facts become asks.

    `question` maps a field's id to the sentence that asks for it.
    """
    answers: dict[str, Answer] = {}
    asks: dict[str, Ask] = {}
    for fact in facts:
        answers.pop(fact.field, None)
        asks.pop(fact.field, None)
        if fact.certainty is Certainty.UNSURE:
            text = (question or {}).get(fact.field, "")
            asks[fact.field] = Ask(fact.field, fact.readings, text, fact.evidence)
        else:
            source = Source.DERIVED if fact.derived else Source.SAID
            answers[fact.field] = Answer(fact.value, source, fact.evidence, fact.certainty)
    return Form(matter, edition, answers, tuple(asks.values()))


def _put(nested: dict[str, Any], steps: list[str], value: object) -> None:
    """Where a blank holds both a value of its own and blanks within it, the blanks within stand."""
    for step in steps[:-1]:
        if not isinstance(nested.get(step), dict):
            nested[step] = {}
        nested = nested[step]
    if not isinstance(nested.get(steps[-1]), dict) or isinstance(value, dict):
        nested[steps[-1]] = value


def _listed(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    inner = {key: _listed(each) for key, each in value.items()}
    if inner and all(key.isdecimal() for key in inner):
        return [inner[key] for key in sorted(inner, key=int)]
    return inner


def _answer(data: Mapping[str, Any]) -> Answer:
    return Answer(_frozen(data["value"]), Source(data["source"]), _evidence(data), Certainty(data.get("certainty", "certain")))


def _evidence(data: Mapping[str, Any]) -> tuple[Evidence, ...]:
    return tuple(Evidence(**each) for each in data.get("evidence", ()))


def _frozen(value: Any) -> Value:
    return tuple(value) if isinstance(value, list) else value


def _plain(value: Value) -> object:
    return list(value) if isinstance(value, tuple) else dict(value) if isinstance(value, Mapping) else value
