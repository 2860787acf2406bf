"""What the joint window's catalogue is made of (目录条目): trades, questions, licences with what they ask for and in which order, materials, fields.

The tables hold the facts; here are their shapes, frozen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

Answers = Mapping[str, bool | int | float]
"""A question's id to yes, no or a number; only what was said."""

Condition = Mapping[str, Any]
"""`{question, is}`, `{question, over}`, `{condition}` (a named one), `{all}`, `{any}` or `{not}`; empty: always."""

WORKING_DAYS_A_MONTH = 21


@dataclass(frozen=True)
class Trade:
    """A trade (行业): the licences it may need, in the catalogue's order, and the conditions of those that are not always needed."""

    id: str
    name: str
    licences: tuple[str, ...]
    conditions: Mapping[str, Condition] = field(default_factory=dict)

    @property
    def plain(self) -> str:
        """The name without what stands in brackets."""
        return self.name.partition("（")[0]


def figure(number: float) -> str:
    """A number as people write it, never with an exponent.

    >>> figure(9_000_000), figure(62.5), figure(1e6)
    ('9000000', '62.5', '1000000')
    """
    text = f"{Decimal(str(number)):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@dataclass(frozen=True)
class Question:
    """A question about the business (情形问题): its words, whether the answer is yes or no (`bool`) or a `number`, how an answer is told back.

    `usual`: a circumstance's answer until somebody says otherwise; None where it has to be asked. `excluded_by`: a yes to one of these questions is a no here.
    """

    id: str
    text: str
    kind: str
    yes: str = ""
    no: str = ""
    noun: str = ""
    unit: str = ""
    usual: bool | None = None
    excluded_by: tuple[str, ...] = ()

    def told(self, answer: bool | float) -> str:
        """An answer in words: 卖烟, 不卖烟, 营业面积400平方米."""
        if self.kind == "number":
            return f"{self.noun}{figure(answer)}{self.unit}"
        return self.yes if answer else self.no


@dataclass(frozen=True)
class Commitment:
    """That a licence may be had on a commitment (告知承诺): its working days, and within how many it is verified afterwards; None where nobody said."""

    basis: str
    verified: bool
    days: int | None = None
    verify: int | None = None


@dataclass(frozen=True)
class Hearing:
    """A hearing that stops the clock (听证): why, and by which articles."""

    basis: str
    words: str


@dataclass(frozen=True)
class Duty:
    """What the holder has to do within so many natural days (办理期限) after the shop opens (`opening`) or another licence is granted."""

    days: int
    event: str


@dataclass(frozen=True)
class Contact:
    """Whom to ask in this zone (联系方式): the window and its telephone; empty where nobody said."""

    window: str = ""
    telephone: str = ""


@dataclass(frozen=True)
class Licence:
    """A licence, permit or filing (许可事项): who decides it, when and by what law, what it asks for, what must come before it.

    Days of the law: `days` of a `unit`; `promised` working days of this zone, None where it promised none. `hard`: that licence's certificate is a paper of
    this one; `stage2`: needed before the second of two `stages`; `supplement`: before the decision. What a zone says of its own: `fee`, `contact`; `off`: that
    its one window does not take it, and where it is had; `source`, `as_of`: by which paper it says all this, looked at on which day.
    """

    id: str
    name: str
    result: str
    authority: str
    stage: str
    days: int
    unit: str
    basis: str
    verified: bool
    kind: str
    level: str
    materials: tuple[str, ...]
    fields: tuple[str, ...]
    conditions: Mapping[str, Condition]
    after: tuple[str, ...] = ()
    hard: tuple[str, ...] = ()
    stage2: tuple[str, ...] = ()
    supplement: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    parallel: tuple[str, ...] = ()
    extension: int = 0
    issue_days: int = 0
    promised: int | None = None
    stages: tuple[int, ...] = ()
    visit: bool = False
    validity: str = ""
    commitment: Commitment | None = None
    hearing: Hearing | None = None
    duty: Duty | None = None
    eligibility: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    note: str = ""
    fee: str = ""
    contact: Contact = field(default_factory=Contact)
    off: str = ""
    source: str = ""
    as_of: date | None = None

    @property
    def before(self) -> bool:
        """Whether it is decided before registration (前置审批)."""
        return self.stage == "pre"

    @property
    def statutory(self) -> int:
        """The law's time in working days: a natural day counts five sevenths, a month 21."""
        return {"working_day": self.days, "day": self.days * 5 // 7, "month": self.days * WORKING_DAYS_A_MONTH}.get(self.unit, 0)

    @property
    def waits_for(self) -> tuple[str, ...]:
        """The licences whose grant it needs before its own decision can be reckoned from."""
        return (*self.after, *self.hard, *self.stage2)


@dataclass(frozen=True)
class Material:
    """A paper (材料): whether a register gives it, the system writes it, or it is another licence's certificate; what it looks like."""

    id: str
    name: str
    kind: str
    origin: str
    register: bool = False
    generated: bool = False
    output_of: str = ""
    sample: str = ""
    note: str = ""


@dataclass(frozen=True)
class Blank:
    """What a form asks (填写项), and whether registration, several licences or one alone asks it."""

    id: str
    label: str
    source: str


@dataclass(frozen=True)
class Exemption:
    """What people expect and what is not needed (不用办): for which trades, under which condition, in words, by which article."""

    trades: tuple[str, ...]
    licence: str
    words: str
    basis: str
    verified: bool
    when: Condition = field(default_factory=dict)


@dataclass(frozen=True)
class Catalogue:
    """All that the joint window knows on a day and in a region (目录)."""

    questions: Mapping[str, Question]
    circumstances: Mapping[str, Question]
    conditions: Mapping[str, Condition]
    trades: Mapping[str, Trade]
    licences: Mapping[str, Licence]
    materials: Mapping[str, Material]
    fields: Mapping[str, Blank]
    exemptions: tuple[Exemption, ...]

    def answered(self, answers: Answers) -> Answers:
        """The answers, the usual ones of the circumstances that nobody spoke of, and the noes that a yes elsewhere brings with it."""
        usual = {key: each.usual for key, each in self.circumstances.items() if each.usual is not None}
        return {**usual, **dict.fromkeys(self._excluded(answers), False), **answers}

    def _excluded(self, answers: Answers) -> list[str]:
        return [key for key, each in self.questions.items() if any(answers.get(other) is True for other in each.excluded_by)]
