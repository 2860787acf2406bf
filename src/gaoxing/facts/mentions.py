"""The discourse model (篇章模型): who is meant by each name, relation, pronoun and «我», over all turns of a statement.

A `Member` is one person or enterprise of the talk. A name joins the member it stands beside («我老婆李静», «舅舅叫于国», «X,就是我»), a name of the same
sound is the same person heard twice, a pronoun is the last third person. Members without a name stay out of every form.

The model is explicit and small: `identify` gives each token its member's number; all further readers speak of numbers, never of characters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from gaoxing.facts.cue import Cue, mend
from gaoxing.facts.reference import FEMALE, MALE, SPOUSE
from gaoxing.facts.sound import same
from gaoxing.facts.token import Token

PERSONS = ("name", "self", "relation", "pronoun")
WHO = (*PERSONS, "enterprise")
DIVISION = re.compile(
    "(?:江苏省?|苏州市?|昆山市?|上海市?|南京市?|无锡市?|常州市?|浙江省?|中国|高新区|(?:玉山|巴城|周市|陆家|花桥|张浦|千灯|淀山湖|周庄|锦溪)镇)*"
)


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

    @property
    def name(self) -> str:
        """The name with its character cues applied (an enterprise's division and form stay as they are); empty where none was said."""
        if self.kind == "person":
            return mend(self.heard, self.cues)[0]
        fixed = len(DIVISION.findall(self.heard)[0])
        return self.heard[:fixed] + mend(self.heard[fixed:], self.cues, leading=True)[0]


@dataclass
class Roster:
    """All members of a statement, in the order of first mention; grows turn by turn."""

    members: list[Member] = field(default_factory=list)
    known: tuple[str, ...] = ()
    """Names found clear in some turn, to be known in all."""
    last_third: int = -1

    def new(self, kind: str = "person") -> Member:
        """A further member."""
        member = Member(len(self.members), kind)
        self.members.append(member)
        return member

    def speaker(self) -> Member:
        """The one who says «我»."""
        found = next((each for each in self.members if each.speaker), None)
        if found is None:
            found = self.new()
            found.speaker = True
        return found

    def called(self, heard: str, kind: str) -> Member | None:
        """The member of that name, or of a name that sounds the same."""
        exact = next((each for each in self.members if each.kind == kind and heard in {each.heard, each.name}), None)
        return exact or next((each for each in self.members if each.kind == kind == "person" and _sounds(each.heard, heard)), None)

    def related(self, key: str) -> Member | None:
        """The member known by a relation; husband, wife and 爱人 are one."""
        keys = SPOUSE if key in SPOUSE else {key}
        return next((each for each in self.members if each.relations & keys), None) or next(
            (each for each in self.members if any(relation.endswith(key) for relation in each.relations)), None
        )

    def third(self, pronoun: str) -> Member | None:
        """Whom 他 or 她 means: the last third person that this pronoun fits."""
        unfit = FEMALE if pronoun == "他" else MALE
        order = sorted(
            (each for each in self.members if each.kind == "person" and not each.speaker), key=lambda each: each.number == self.last_third, reverse=True
        )
        return next((each for each in order if not each.relations & unfit), None)


def _sounds(one: str, other: str) -> bool:
    """Two spellings of one name: the same sounds and at least one character in common."""
    return bool(one) and len(one) == len(other) and bool(set(one) & set(other)) and all(map(same, one, other))


def identify(tokens: Sequence[Token], roster: Roster, turn: int) -> tuple[Token, ...]:
    """The tokens of one turn with `who` filled in; new members enter the roster."""
    known: list[Token] = []
    for place, token in enumerate(tokens):
        if token.kind not in WHO:
            known.append(token)
            continue
        member = _member(token, tokens, place, known, roster)
        member.spots.append(Spot(turn, token.start, token.end))
        if member.kind == "person" and not member.speaker:
            roster.last_third = member.number
        known.append(replace(token, who=member.number))
    return tuple(known)


def _member(token: Token, tokens: Sequence[Token], place: int, known: list[Token], roster: Roster) -> Member:
    if token.kind == "enterprise":
        return _enterprise(token, roster)
    if token.kind == "self":
        return roster.speaker()
    if token.kind == "pronoun":
        return roster.third(token.words[0]) or roster.new()
    if token.kind == "relation":
        return _relation(token, known, roster)
    return _named(token, tokens, place, known, roster)


def _enterprise(token: Token, roster: Roster) -> Member:
    name = token.mention.name
    found = roster.called(name, "enterprise") or roster.new("enterprise")
    found.heard = found.heard or name
    return found


def _relation(token: Token, known: list[Token], roster: Roster) -> Member:
    """«我老婆» after a name and 是 («李静是我老婆») is that person; else the one so called, or a new one."""
    key = token.mention.key
    owner = token.words[0] if token.words[0] in "他她" else ""
    found = roster.related(owner + key)
    before = _beside(known)
    if found is None and before is not None and before.kind == "name" and known[-1].words in {"是", "就是"}:
        found = roster.members[before.who]
    found = found or roster.new()
    found.relations.add(owner + key)
    return found


def _named(token: Token, tokens: Sequence[Token], place: int, known: list[Token], roster: Roster) -> Member:
    heard = token.mention.name
    found = roster.called(heard, "person")
    before = _beside(known) or (_in_sentence(known) if token.words != heard else None)
    if before is not None and known[-1].kind == "comma" and _stands_alone(tokens, place):
        before = None
    joined = None if before is None or before.kind == "name" else roster.members[before.who]
    if _followed_by_self(tokens, place) and not roster.speaker().heard:
        joined = roster.speaker()
    if before is not None and before.who >= 0 and OFFICIAL.search(_glue_words(known)):
        joined = roster.members[before.who]
    if joined is not None and joined.heard and OFFICIAL.search(_glue_words(known)):
        joined.heard = heard
        return joined
    if joined is None and SELF_NAMED.search(_glue_words(known)) and not roster.speaker().heard:
        joined = roster.speaker()
    if found is not None:
        return _merge(found, joined) if joined is not None and not joined.heard else found
    if joined is not None and not joined.heard and joined.kind == "person":
        joined.heard = heard
        return joined
    fresh = roster.new()
    fresh.heard = heard
    return fresh


def _merge(named: Member, nameless: Member) -> Member:
    """A person first met by name turns out to be «我» or a relation: the nameless member hands everything over."""
    named.relations |= nameless.relations
    named.speaker = named.speaker or nameless.speaker
    nameless.relations, nameless.speaker = set(), False
    return named


OFFICIAL = re.compile("(?:大名|全名|真名|本名|学名)(?:叫|是)?$")
SELF_NAMED = re.compile("(?<![他她的])(?:名字|姓名)(?:叫|是|：)$")


def _glue_words(known: list[Token]) -> str:
    return "".join(token.words for token in known[-2:])


NAMING_GLUE = frozenset(
    [
        "，",
        "叫",
        "：",
        "是",
        "名叫",
        "的叫",
        "就是",
        "本人",
        "的名字叫",
        "的",
        "姓名",
        "他叫",
        "她叫",
        "、",
        "小名",
        "今天来",
        "大名",
        "全名",
        "真名",
        "本名",
        "学名",
        "大名叫",
        "全名叫",
        "一个",
        "一个人",
        "自己",
    ]
)


def _beside(known: list[Token]) -> Token | None:
    """The person token that a name or relation stands beside, over at most two pieces of glue (叫, 是, a comma)."""
    for token in reversed(known[-8:]):
        if token.kind == "cue" or (token.kind == "sole" and "一个" in token.words) or token.words.startswith(("姓", "名字一个", "单名")):
            continue
        if token.kind in PERSONS:
            return token
        if token.words not in NAMING_GLUE and not (token.kind == "put" and token.words.endswith(("叫", "是", "写"))):
            return None
    return None


def _in_sentence(known: list[Token]) -> Token | None:
    """The last person of the sentence: whom «姓冼……名字一个薇» goes on about."""
    for token in reversed(known):
        if token.kind in PERSONS:
            return token
        if token.kind in {"stop", "role"}:
            return None
    return None


def _stands_alone(tokens: Sequence[Token], place: int) -> bool:
    """After a comma, a name that goes on with a verb or a post of its own opens a new clause («法人是我,李四当监事»)."""
    return place + 1 < len(tokens) and tokens[place + 1].kind in {"put", "do", "role", "hold", "all", "and"}


def _followed_by_self(tokens: Sequence[Token], place: int) -> bool:
    """«X,就是我», «X是我», «X,也就是我»."""
    ahead = tokens[place + 1 : place + 5]
    words = "".join(each.words for each in ahead).lstrip("，")
    if not words.startswith(("就是我", "也就是我", "是我", "即我", "就是本人", "是本人")):
        return False
    me = next((number for number, each in enumerate(ahead) if each.kind == "self"), None)
    return me is not None and (me + 1 >= len(ahead) or ahead[me + 1].kind in {"comma", "stop", "hold", "percent", "money", "put"})
