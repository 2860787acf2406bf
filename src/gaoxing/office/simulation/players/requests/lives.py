"""The life of a request as chance wills it (一件诉求的来历): who brings it and how, what the trouble is, and which turn it is sent to take.

Every sixth life is sent to take a rare turn, one after the other round the list, so that a whole year takes every path of both tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from gaoxing.casework.aftercare.limits import limits
from gaoxing.office.simulation.players.requests import statements
from gaoxing.office.simulation.players.requests.statements import Manner, Trouble
from gaoxing.office.simulation.world import World

YEAR = 1_620
"""Requests of a year at scale 1; the zone is said to have had more than 1 500."""

ENTERPRISE, STEWARD, VISIT, WINDOW, HOTLINE = "enterprise", "steward", "visit", "window", "hotline"
_SOURCES = ((ENTERPRISE, 54), (STEWARD, 9), (VISIT, 15), (WINDOW, 9), (HOTLINE, 13))
_COUNTS = ((1, 66), (2, 24), (3, 8), (4, 2))
_CATEGORIES = (("policy", 17), ("construction", 17), ("finance", 11), ("labour", 16), ("utilities", 17), ("market", 10), ("amenities", 11), ("other", 1))

STRAY, TURNED = 0.035, 6
"""The share of what belongs elsewhere, and every how manyeth life is sent to take a turn."""

_FRONT = ("submitted", "received", "contacted", "decomposed")

TURNS = (
    *(f"supplement:{state}" for state in (*_FRONT, "in_hand", "redoing|reject")),
    *(f"withdraw:{state}" for state in (*_FRONT, "redoing|reject")),
    *(f"end:{state}" for state in ("dispatched", "objected|object", "in_hand", "waiting", "extension_asked")),
    *("merge:submitted", "merge:received", "merge:contacted", "merge:received|supplement:merged", "merge:submitted|withdraw:merged"),
    *("object|redispatch", "object|designate", "late object", "ask|supply", "ask|give_up", "ask|give_up|reject", "extend|grant", "extend|refuse"),
    *("convene", "convene|force finishes", "reply", "decline", "decline|reject", "reject", "late", "very late", "split", "by itself", "lapse", "bad", "twice"),
    *("reject|supervise:redoing", "reject|supervise:redoing|answer_supervision:redoing", "very late|answer_supervision:answered"),
    *("very late|answer_supervision:accepted", "supervise:in_hand", "reopen:accepted", "reopen:archived", "late reopen", "reject|reject again"),
)
"""The turns, several of one life joined by a bar."""

_ENDED_BY = ("withdraw", "end:", "merge", "twice")


@dataclass(frozen=True)
class Life:
    """One request as it was meant: `urgent` is whether help is wanted at once, `manner` what is told of all that, `turns` what it is sent to take."""

    name: str
    source: str
    troubles: tuple[Trouble, ...]
    urgent: bool
    contact: str
    mobile: str
    manner: Manner
    turns: frozenset[str] = field(default_factory=frozenset)

    @property
    def stray(self) -> Trouble | None:
        """The trouble that is not for this office, if it is one."""
        return next((each for each in self.troubles if each.reason), None)

    def takes(self, turn: str, share: float, chance: Random) -> bool:
        """Whether it takes a turn: one it was sent to take for sure, any other by chance; none ends early by chance that was sent to take one."""
        if self.turns and turn.startswith(_ENDED_BY):
            return turn in self.turns
        return turn in self.turns or chance.random() < share


def names(world: World) -> Iterator[str]:
    """The names of all lives of a run."""
    return (f"{number:05}" for number in range(1, world.count(YEAR) + 1))


def life(world: World, name: str) -> Life:
    """The life of a name: always the same in a run."""
    chance, number = world.chance("request", name), int(name)
    turns = frozenset(TURNS[number // TURNED % len(TURNS)].split("|")) if number % TURNED == 0 else frozenset[str]()
    source = ENTERPRISE if turns else drawn(_SOURCES, chance)
    found = _troubles(chance, turns)
    urgent = chance.random() < 0.09
    manner = Manner(chance.random() < 0.75, chance.random() < 0.6, chance.random() < 0.7, _told_of(chance, urgent=urgent))
    return Life(name, source, found, urgent, _name(chance), _mobile(number), manner, turns)


def drawn(shares: tuple[tuple[str, int], ...], chance: Random) -> str:
    """One of these by its share."""
    return chance.choices([each for each, _share in shares], [share for _each, share in shares])[0]


def graded(trouble: Trouble, category: str) -> str:
    """How hard its steward finds it; empty where its category says so anyway."""
    return trouble.grade if trouble.grade and limits().categories[category] != trouble.grade else ""


def _troubles(chance: Random, turns: frozenset[str]) -> tuple[Trouble, ...]:
    if not turns and chance.random() < STRAY:
        return (statements.told(chance.choice(statements.strays()), chance),)
    count = chance.choices([each for each, _ in _COUNTS], [share for _, share in _COUNTS])[0]
    found: list[Trouble] = []
    while len(found) < count:
        kind = drawn(_CATEGORIES, chance)
        each = chance.choice([one for one in statements.troubles() if one.category == kind])
        if all(each.say != one.say for one in found):
            found.append(each)
    return tuple(statements.told(each, chance) for each in found)


def _told_of(chance: Random, *, urgent: bool) -> bool | None:
    """Whoever is in haste says so, mostly; of the others a few say that they are not."""
    if urgent:
        return True if chance.random() < 0.85 else None
    return False if chance.random() < 0.1 else None


def _name(chance: Random) -> str:
    return (
        chance.choice("周吴郑冯陈褚卫蒋沈韩杨朱秦尤许何吕施")
        + chance.choice("伟芳敏静强磊洋艳军杰娟涛明超霞")
        + chance.choice(("", "", "华", "平", "峰", "兰"))
    )


def _mobile(number: int) -> str:
    """A number of a range that nobody else of the run has."""
    return f"1390{6_000_000 + number:07}"
