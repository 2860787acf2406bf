"""Everybody of the talk (当事人名册): members with their names, relations and cues, and how one is found again by name, sound, relation or pronoun.

>>> roster = Roster()
>>> roster.new().heard = "顾海波"
>>> roster.related("老顾").name
'顾海波'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from gaoxing.facts.cue import Cue, mend
from gaoxing.facts.reference import CALLED_BY_SURNAME, FEMALE, MALE, SPOUSE, synonyms
from gaoxing.facts.sound import same
from gaoxing.facts.token import Token
from gaoxing.standards.expression import expression

PERSONS = ("name", "self", "relation", "pronoun")
WHO = (*PERSONS, "enterprise")
DIVISION = expression(
    "(?:江苏省?|苏州市?|昆山市?|上海市?|南京市?|无锡市?|常州市?|浙江省?|中国|高新区|(?:玉山|巴城|周市|陆家|花桥|张浦|千灯|淀山湖|周庄|锦溪)镇)*"
)

FORM = expression("(?:集团)?(?:股份|责任)?有限(?:责任)?公司$|合伙企业.*$|株式会社$")


@dataclass(frozen=True)
class Spot:
    """Where something was heard: turn, place in the cleaned text."""

    turn: int
    start: int
    end: int


@dataclass
class Member:
    """One person or enterprise of the talk (当事人): what it was called, and the cues that mend its name."""

    number: int
    kind: str
    heard: str = ""
    relations: set[str] = field(default_factory=set)
    speaker: bool = False
    spots: list[Spot] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    cue_spots: list[Spot] = field(default_factory=list)
    variants: list[str] = field(default_factory=list)
    """Other writings of the name that nothing settled: the name is asked."""
    either: tuple[int, ...] = ()
    """Not one person but a question: the members whom a pronoun may mean."""

    @property
    def name(self) -> str:
        """The name with its character cues applied (an enterprise's division and form stay as they are); empty where none was said."""
        if self.kind == "person":
            return mend(self.heard, self.cues)[0]
        fixed = len(DIVISION.findall(self.heard)[0])
        form = FORM.search(self.heard, fixed)
        end = form.start() if form else len(self.heard)
        return self.heard[:fixed] + mend(self.heard[fixed:end], self.cues, leading=True)[0] + self.heard[end:]


@dataclass
class Roster:
    """All members of a statement, in the order of first mention; grows turn by turn."""

    members: list[Member] = field(default_factory=list)
    known: tuple[str, ...] = ()
    """Names found clear in some turn, to be known in all."""
    same: dict[int, int] = field(default_factory=dict)
    """Members that turned out to be another one: number to number."""
    trail: list[Token] = field(default_factory=list)
    """Every token so far with who it means, over all turns."""

    def new(self, kind: str = "person") -> Member:
        """A further member."""
        member = Member(len(self.members), kind)
        self.members.append(member)
        return member

    def join(self, named: Member, nameless: Member) -> Member:
        """A nameless member turns out to be a named one and hands everything over; its tokens mean the named one from now on."""
        named.relations |= nameless.relations
        named.speaker = named.speaker or nameless.speaker
        named.spots += nameless.spots
        nameless.relations, nameless.speaker, nameless.spots = set(), False, []
        self.same[nameless.number] = named.number
        return named

    def resolved(self, who: int) -> int:
        """The number of the member that this one turned out to be, its own where it is nobody else."""
        while who in self.same:
            who = self.same[who]
        return who

    def speaker(self) -> Member:
        """The one who says «我»."""
        found = next((each for each in self.members if each.speaker), None)
        if found is None:
            found = self.new()
            found.speaker = True
        return found

    def called(self, heard: str, kind: str, cues: Sequence[Cue] = ()) -> Member | None:
        """The member of that name; one whose name was spelt otherwise than these cues spell it is somebody else."""
        spelt = mend(heard, cues)[0] if kind == "person" else heard
        same_kind = [each for each in self.members if each.kind == kind and each.heard]
        named = next((each for each in same_kind if each.name == spelt), None)
        if named is not None or kind != "person":
            return named or next((each for each in same_kind if each.heard == heard), None)
        return next((each for each in same_kind if each.heard == heard and not (cues and each.cues)), None)

    def sounding(self, heard: str) -> Member | None:
        """A person whose name sounds the same and shares a character."""
        return next((each for each in self.members if each.kind == "person" and _sounds(each.heard, heard)), None)

    def related(self, key: str) -> Member | None:
        """The member known by a relation or a title; husband, wife and 爱人 are one, 老大 is the eldest child, 老顾 the only 顾."""
        keys = SPOUSE if key in SPOUSE else synonyms(key)
        exact = next((each for each in self.members if each.relations & keys), None)
        if exact is not None or CALLED_BY_SURNAME.fullmatch(key):
            return exact or self._by_surname(key)
        return next((each for each in self.members if any(relation.endswith(key) for relation in each.relations)), None)

    def _by_surname(self, key: str) -> Member | None:
        surname = key[1] if key[0] in "老小阿" else key[0]
        found = [each for each in self.members if each.kind == "person" and each.heard.startswith(surname) and not each.speaker]
        return found[0] if len(found) == 1 else None

    def nicknamed(self, heard: str) -> Member | None:
        """The one nameless member whom «老顾», «顾总» means, for a full name of that surname."""
        found = [each for each in self.members if not each.heard and any(CALLED_BY_SURNAME.fullmatch(key) and heard[0] in key[:2] for key in each.relations)]
        return found[0] if len(found) == 1 else None

    def thirds(self, pronoun: str) -> list[Member]:
        """Whom 他 or 她 may mean: the third persons that it fits, the last spoken of first."""
        unfit = FEMALE if pronoun == "他" else MALE if pronoun == "她" else frozenset[str]()
        fitting = [
            each
            for each in self.members
            if each.kind == "person" and not each.speaker and not each.either and not each.relations & unfit and each.number not in self.same
        ]
        return sorted(fitting, key=lambda each: max((spot.turn, spot.start) for spot in each.spots) if each.spots else (-1, -1), reverse=True)

    def respell(self, cue: Cue, turn: int) -> None:
        """A cue that means no name of its own turn mends the one earlier name that has its sound («不是草头的芳,是方圆的方»)."""
        named = [each for each in self.members if each.heard]
        found = [each for each in named if cue.instead and cue.instead in each.name]
        found = found or [each for each in named if any(same(character, cue.character) for character in each.heard)]
        if len(found) == 1 and all(spot.turn != turn for spot in found[0].spots):
            found[0].cues.append(cue)
            found[0].cue_spots.append(Spot(turn, cue.start, cue.end))


def _sounds(one: str, other: str) -> bool:
    """Two spellings of one name: the same sounds and at least one character in common."""
    return bool(one) and len(one) == len(other) and bool(set(one) & set(other)) and all(map(same, one, other))


@dataclass(frozen=True)
class Look:
    """What is seen from one token: the turn's tokens, its place, those before it already known, everybody, and the cues that spell it."""

    tokens: Sequence[Token]
    place: int
    known: list[Token]
    roster: Roster
    own: Sequence[Cue] = ()

    @property
    def token(self) -> Token:
        """The token itself."""
        return self.tokens[self.place]

    def words_before(self) -> str:
        """The words of the last two tokens."""
        return "".join(token.words for token in self.known[-2:])

    def after(self, distance: int = 1) -> Token | None:
        """A token behind this one, if there is one."""
        return self.tokens[self.place + distance] if self.place + distance < len(self.tokens) else None
