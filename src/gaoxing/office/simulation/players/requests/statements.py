"""What enterprises say of their trouble (说法): put together of `troubles.toml` by chance, as people speak; what is meant by it stands beside.

>>> from random import Random
>>> varied("[车间|厂里]老是跳闸", Random(1))
'车间老是跳闸'
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

from gaoxing.standards.expression import expression

_CHOICE = expression(r"\[([^\[\]]*)\]")
_SPOKEN_DIGITS = dict(zip("0123456789", "零幺二三四五六七八九", strict=True))


@dataclass(frozen=True)
class Trouble:
    """One trouble: how it is said, the class it is meant as, which unit leads and which help, how hard it is.

    `reason` and `channel` are those of a trouble that is not for this office: why it is not taken up, and where it goes.
    """

    say: str
    category: str
    lead: str = "park"
    helps: tuple[str, ...] = ()
    grade: str = ""
    reason: str = ""
    channel: str = ""


@dataclass(frozen=True)
class Speaker:
    """Who speaks: the enterprise, the name and number of whom to reach."""

    firm: str
    name: str
    mobile: str


@dataclass(frozen=True)
class Manner:
    """What is told at once: the enterprise, whom to reach, whether numbers are said word by word, how soon (None: nothing of it)."""

    firm: bool = True
    contact: bool = True
    digits: bool = True
    urgent: bool | None = None


def varied(text: str, chance: Random) -> str:
    """The text with one of every choice."""
    return _CHOICE.sub(lambda found: chance.choice(found[1].split("|")), text)


def troubles() -> tuple[Trouble, ...]:
    """Everything that this office is for."""
    return _of("trouble")


def strays() -> tuple[Trouble, ...]:
    """What belongs elsewhere, or is none."""
    return _of("stray")


def told(trouble: Trouble, chance: Random) -> Trouble:
    """A trouble in one of its wordings."""
    return replace(trouble, say=varied(trouble.say, chance))


def words_of(kind: str, choice: str, chance: Random) -> str:
    """What a unit writes: `answers` by outcome, `declines` by reason."""
    found: Any = _book()[kind][choice]
    return str(found if isinstance(found, str) else chance.choice(found))


def statement(found: Sequence[Trouble], speaker: Speaker, manner: Manner, chance: Random) -> str:
    """The troubles in one breath, with who speaks and whom to reach as far as it is told at once."""
    book = _book()
    who = varied(chance.choice(book["selves"]), chance).format(firm=speaker.firm, name=speaker.name) if manner.firm else "我们"
    opening, closing = chance.choice(book["openings"]), chance.choice(book["closings"])
    rest = [*([_contact(speaker, manner, chance)] if manner.contact else []), *_haste(manner, chance)]
    return f"{opening}{who}{_joined(found, chance)}{closing}。{'，'.join(rest)}".rstrip("。") + "。"


def number(mobile: str, chance: Random, *, digits: bool) -> str:
    """A number as it is said: in figures, else word by word."""
    return mobile if digits else "".join(_SPOKEN_DIGITS[each] for each in mobile)


def haste(*, urgent: bool, chance: Random) -> str:
    """How soon help is wanted, in words."""
    return str(chance.choice(_book()["urgent" if urgent else "calm"]))


def _joined(found: Sequence[Trouble], chance: Random) -> str:
    book, says = _book(), [each.say for each in found]
    if len(says) > 1 and chance.random() < 0.3:
        count = "两三四"[len(says) - 2]
        return str(chance.choice(book["counted"])).format(count=count) + "；".join(map("".join, zip(book["ordinals"], says, strict=False)))
    return says[0] + "".join(f"{chance.choice(book['nexts'])}{each}" for each in says[1:])


def _contact(speaker: Speaker, manner: Manner, chance: Random) -> str:
    mobile = number(speaker.mobile, chance, digits=manner.digits)
    return str(chance.choice(_book()["contacts"])).format(name=speaker.name, mobile=mobile)


def _haste(manner: Manner, chance: Random) -> list[str]:
    return [] if manner.urgent is None else [haste(urgent=manner.urgent, chance=chance)]


@cache
def _book() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("troubles.toml").read_text(encoding="utf-8"))


@cache
def _of(kind: str) -> tuple[Trouble, ...]:
    return tuple(_made(dict(row)) for row in _book()[kind])


def _made(row: dict[str, Any]) -> Trouble:
    return Trouble(category=row.pop("class"), helps=tuple(row.pop("helps", ())), **row)
