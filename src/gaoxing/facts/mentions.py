"""The discourse model (篇章模型): who is meant by each name, relation, pronoun and «我», over all turns of a statement.

A `Member` is one person or enterprise of the talk. A name joins the member it stands beside («我老婆李静», «舅舅叫于国», «X,就是我»); a name of the same
sound is the same person heard twice, unless the two stand side by side or are spelt differently; «老顾», «凌总» and «志远» lead to the one so called; a
pronoun is the last third person that it fits. Where it fits two alike («甲和乙……法人是他») it is nobody, and is asked. Members without a name stay out of
every form.

The model is explicit and small: `identify` gives each token its member's number; all further readers speak of numbers, never of characters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from gaoxing.facts.cue import Cue, mend
from gaoxing.facts.reference import CALLED_BY_SURNAME, FEMALE, MALE, SPOUSE, synonyms
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
        return self.heard[:fixed] + mend(self.heard[fixed:], self.cues, leading=True)[0]


@dataclass
class Roster:
    """All members of a statement, in the order of first mention; grows turn by turn."""

    members: list[Member] = field(default_factory=list)
    known: tuple[str, ...] = ()
    """Names found clear in some turn, to be known in all."""
    trail: list[Token] = field(default_factory=list)
    """Every token so far with who it means, over all turns."""

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
        fitting = [each for each in self.members if each.kind == "person" and not each.speaker and not each.either and not each.relations & unfit]
        return sorted(fitting, key=lambda each: max((spot.turn, spot.start) for spot in each.spots) if each.spots else (-1, -1), reverse=True)

    def respell(self, cue: Cue, turn: int) -> None:
        """A cue that means no name of its own turn mends the one earlier name that has its sound («不是草头的芳,是方圆的方»)."""
        found = [each for each in self.members if each.heard and any(same(character, cue.character) for character in each.heard)]
        if len(found) == 1 and all(spot.turn != turn for spot in found[0].spots):
            found[0].cues.append(cue)
            found[0].cue_spots.append(Spot(turn, cue.start, cue.end))


def _sounds(one: str, other: str) -> bool:
    """Two spellings of one name: the same sounds and at least one character in common."""
    return bool(one) and len(one) == len(other) and bool(set(one) & set(other)) and all(map(same, one, other))


def identify(tokens: Sequence[Token], roster: Roster, turn: int, spelt: Mapping[int, Sequence[Cue]] | None = None) -> tuple[Token, ...]:
    """The tokens of one turn with `who` filled in; new members enter the roster. `spelt` holds the cues of each name token by its place."""
    known: list[Token] = []
    for place, token in enumerate(tokens):
        if token.kind not in WHO:
            known.append(token)
            continue
        own = (spelt or {}).get(place, ())
        others = tuple(each.number for each in roster.thirds(token.words[0])) if token.kind == "pronoun" else ()
        member = _member(token, tokens, place, known, roster, own)
        member.spots.append(Spot(turn, token.start, token.end))
        member.cues += own
        member.cue_spots += dict.fromkeys(Spot(turn, cue.start, cue.end) for cue in own)
        known.append(replace(token, who=member.number, others=tuple(each for each in others if each != member.number)))
    roster.trail += [*known, Token("stop", -1, -1, "")]
    return tuple(known)


def _member(token: Token, tokens: Sequence[Token], place: int, known: list[Token], roster: Roster, own: Sequence[Cue]) -> Member:
    if token.kind == "enterprise":
        return _enterprise(token, roster)
    if token.kind == "self":
        return roster.speaker()
    if token.kind == "pronoun":
        return _pronoun(token, tokens, place, known, roster)
    if token.kind == "relation":
        return _relation(token, known, roster)
    return _named(token, tokens, place, known, roster, own)


def _pronoun(token: Token, tokens: Sequence[Token], place: int, known: list[Token], roster: Roster) -> Member:
    """The last third person that fits; with «他叫» the last one without a name; a question where two fit alike."""
    fitting = roster.thirds(token.words[0])
    if place + 1 < len(tokens) and tokens[place + 1].words.endswith("叫"):
        return next((each for each in fitting if not each.heard), None) or (fitting[0] if fitting else roster.new())
    alike = _alike([*roster.trail, *known], [each.number for each in fitting])
    if len(alike) > 1:
        question = roster.new()
        question.either = alike
        return question
    return fitting[0] if fitting else roster.new()


def _alike(before: Sequence[Token], fitting: Sequence[int]) -> tuple[int, ...]:
    """Two or more persons whom nothing tells apart: they stand in one list, and nobody of them was spoken of alone since.

    Also where a post is given to «他» right after two persons whose shares were said one after the other.
    """
    last = next((place for place in range(len(before) - 1, -1, -1) if before[place].who in fitting), None)
    if last is None:
        return ()
    listed = [before[last].who]
    place = last
    while place >= 2 and before[place - 1].kind == "and" and before[place - 2].kind in PERSONS:
        place -= 2
        if before[place].who in fitting:
            listed.append(before[place].who)
    if len(set(listed)) > 1:
        return tuple(dict.fromkeys(reversed(listed)))
    return _parallel(before, fitting, last)


def _parallel(before: Sequence[Token], fitting: Sequence[int], last: int) -> tuple[int, ...]:
    """«甲六十万,乙四十万,法人是»: the two before a post that «他» is given."""
    if not before or before[-1].kind not in {"put", "role"} or not any(token.kind == "role" for token in before[last + 1 :]):
        return ()
    holders: list[int] = []
    for place in range(last, -1, -1):
        token = before[place]
        if token.kind == "stop":
            break
        if token.who in fitting:
            after = next((each for each in before[place + 1 : place + 4] if each.kind not in {"comma", "code", "cue", "text"}), None)
            if after is None or after.kind not in {"hold", "percent", "money"}:
                break
            holders.append(token.who)
    return tuple(dict.fromkeys(reversed(holders))) if len(set(holders)) > 1 else ()


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


def _named(token: Token, tokens: Sequence[Token], place: int, known: list[Token], roster: Roster, own: Sequence[Cue]) -> Member:
    heard = token.mention.name
    found = roster.called(heard, "person", own)
    if token.mention.given_only and found is not None:
        return found
    if found is None:
        found = _heard_again(heard, own, tokens, place, known, roster) or roster.nicknamed(heard)
    joined = _joined(token, tokens, place, known, roster)
    official = OFFICIAL.search(_glue_words(known)) is not None
    if joined is not None and joined.heard and official:
        joined.heard = heard
        return joined
    if found is not None:
        found.heard = found.heard or heard
        return _merge(found, joined) if joined is not None and joined is not found and not joined.heard else found
    slip = _slip(known, roster)
    if slip is not None and (joined is None or joined is slip):
        slip.heard, slip.cues = heard, []
        return slip
    if joined is not None and not joined.heard and joined.kind == "person":
        joined.heard = heard
        return joined
    fresh = roster.new()
    fresh.heard = heard
    return fresh


def _joined(token: Token, tokens: Sequence[Token], place: int, known: list[Token], roster: Roster) -> Member | None:
    """The nameless one whom a name is given: the person beside it, «我» before or after it, the last of the sentence for «姓冼……名字一个薇»."""
    before = _beside(known) or (_in_sentence(known) if token.words != token.mention.name and not token.mention.given_only else None)
    if before is not None and known[-1].kind == "comma" and _stands_alone(tokens, place):
        before = None
    joined = None if before is None or before.kind == "name" else roster.members[before.who]
    if _followed_by_self(tokens, place) and not roster.speaker().heard:
        joined = roster.speaker()
    if before is not None and before.who >= 0 and OFFICIAL.search(_glue_words(known)):
        joined = roster.members[before.who]
    if joined is None and SELF_NAMED.search(_glue_words(known)) and not roster.speaker().heard:
        joined = roster.speaker()
    return joined


def _heard_again(heard: str, own: Sequence[Cue], tokens: Sequence[Token], place: int, known: list[Token], roster: Roster) -> Member | None:
    """A person heard twice with different characters. In one breath two such names are two people, or a question."""
    found = roster.sounding(heard)
    if found is None or (own and found.cues and mend(heard, own)[0] != found.name):
        return None
    if mend(heard, found.cues)[0] == found.name or mend(found.heard, own)[0] == mend(heard, own)[0] != found.heard:
        return found
    here = [number for number, token in enumerate(known) if token.who == found.number]
    if any(token.kind == "fix" or token.words.startswith(("不是", "写错")) for token in known[-4:]):
        found.heard = heard
        return found
    if here and (_holds_something(tokens, place) and any(_holds_something(tokens, number) for number in here)):
        return None
    if here and known[-1].kind == "and":
        return None
    if here and not own:
        found.variants.append(heard)
    return found


def _holds_something(tokens: Sequence[Token], place: int) -> bool:
    return place + 1 < len(tokens) and tokens[place + 1].kind in {"hold", "percent", "money", "half"}


def _slip(known: list[Token], roster: Roster) -> Member | None:
    """«我叫张三,哦不,李四»: the name said just before by mistake, with nothing but the correction between."""
    place = len(known) - 1
    fixed = False
    while place >= 0 and (known[place].kind in {"comma", "fix", "put", "cue"} or known[place].words in {"身份证上", "应该"}):
        fixed = fixed or known[place].kind == "fix"
        place -= 1
    if not fixed or place < 1 or known[place].kind != "name" or not known[place - 1].words.endswith("叫"):
        return None
    return roster.members[known[place].who]


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
