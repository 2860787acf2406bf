"""Which matter is wanted (意图): the last stated intent wins; where none is stated, what the words are about decides.

`cues` are the expressions by which people state an intent; `signs` the words that only belong to one matter's form. An intent denied (不注销, 不是来变更)
does not count, nor one inside an enterprise's own name; what is refused later («不联办了») takes back what was said before. One matter may embrace others:
who founds a company and says «法人换一下» puts the form right, and changes no register.

>>> cues = {"company": ("注册公司",), "sole": ("个体户",)}
>>> wish = explained(Transcript.of("本来要办个体户,现在想注册公司"), cues, {})
>>> wish.matter, wish.evidence[0].words, wish.others
('company', '注册公司', ())
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from gaoxing.facts.enterprise import find_enterprises
from gaoxing.facts.fact import Evidence
from gaoxing.facts.wording import Wording
from gaoxing.speech.transcript import Transcript
from gaoxing.standards.expression import expression

DENIED = expression(r"(?:不是(?:来|要|想)?|(?<!要)并?不(?:想|要|办|打算|再)?|不用|没有?|别|留着不|暂不|取消|放弃)$")
REFUSED = expression(r"(?:(?<!要)不(?:想|要|打算|再|办|用)?|别|取消|放弃)$")
"""Denials that take back what was wished before; «还没» tells only how things stand."""

ABANDONED = expression(
    r"(?:本来|原来|原先|原本|本|起初|一开始|开始|以前|之前)(?:是|还|都)?(?:想|要|打算|准备|说)[^，。；]{0,8}$|(?:听说|隔壁|邻居|别人|人家|有人)[^，。；]{0,12}$"
)
"""Words before a wish that was given up, or is somebody else's: it decides only where nothing else was wished, and is not offered besides."""

UNDER_WAY = expression(r"(?:正在|还在|刚刚?|已经|早就|前阵子)(?:去|在|把[^，。；]{0,8})?(?:办理?|走|做|申请)?$")
"""Words by which a procedure is told as a fact (正在办注销), not wished."""

OBJECT, OBJECT_OF = 4, "把"
"""Characters between a thing and the verb that is about it, and the word that leads to the thing."""

UNDONE = expression(r"(?:注销|撤销|吊销)(?:掉|一下|了?(?:这|那|一)?[个家])?(?:我们?|家里|名下|原来|老公|老婆)?的?$")
"""Words before a thing that is to be done away with (注销个体户, 撤销备案): it is what they are about, and not wished."""

THING = expression("个体|(?:投资)?项目|备案|企业|公司")

BESIDES = expression(r"(?:另外|还有|除此之外|顺便|对了)[^。；]{0,8}$")
"""Words that lead to a further matter, which is offered and does not decide."""

FORMERLY = expression(r"(?:以前|之前|去年|前年|早年|当年|年)[^，。；]{0,8}$")
BY_NOW = expression(r"(?:掉|完|好|过)*了")
"""«以前那个公司二零二零年就注销掉了»: done long ago."""

CONTRADICTED = expression(r"^[？?，。！]*(?:不是不是|(?:不不不?|不对不对)(?!，?[一-龥]{2,4}[是要有])|不是啊|不是的|才不是|我不是)")
"""Words right behind one's own words or a question that take them back: «新公司？不是不是»."""

TURNED = r"(?:是来|来办|要办|想办|改办|换成办|申请|另外|还想|还要|现在(?:想|要)|这次(?:想|要)|顺便|算了|干脆|后来|重新办)[^，。；]{0,10}$"
"""Words by which one turns from one matter to another, right before the other's."""

Cues = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Embrace:
    """The matters whose words are only a part of this one's talk (包含), unless they follow `left_by`; `*` in `matters` are all others."""

    matters: tuple[str, ...]
    left_by: str = TURNED
    parts: tuple[str, ...] = ()
    """The matters that are done within this one (一并办理), and so are no further wish of their own."""

    def holds(self, matter: str, before: str) -> bool:
        """Whether words for that matter, said behind `before`, are still a part of this one's talk."""
        return (matter in self.matters or "*" in self.matters) and re.search(self.left_by, before) is None


Embraces = Mapping[str, Embrace]


@dataclass(frozen=True)
class Intent:
    """A matter and why it was taken (办理意图): `evidence` the words that decided, in the raw turns.

    `stated` where an intent was said, else the words' subject decided. `others` are further matters said, not denied and not given up, the last said first.
    """

    matter: str
    evidence: tuple[Evidence, ...]
    stated: bool
    others: tuple[str, ...] = ()

    def to_json(self) -> dict[str, object]:
        """`{"matter", "evidence": […], "stated", "others": […]}`."""
        return {"matter": self.matter, "evidence": [each.to_json() for each in self.evidence], "stated": self.stated, "others": list(self.others)}


@dataclass(frozen=True)
class _Heard:
    """A turn as it is searched: its words cleaned, and the same with enterprises' names blotted out, character for character."""

    turn: int
    wording: Wording
    text: str

    def evidence(self, start: int, end: int) -> Evidence:
        return self.wording.evidence(self.turn, start, end)


@dataclass(frozen=True)
class _Wish:
    """An intent stated: where its words stand in the turn's text, and the matter."""

    turn: int
    start: int
    end: int
    matter: str
    before: str = ""
    """The words before it in its turn, at most sixteen characters."""

    after: str = ""
    """The words behind it, at most eight characters."""

    besides: bool = False
    """Whether it is only added to what was wished before: offered, never decided by."""

    @property
    def told(self) -> bool:
        """Whether it is only told of: given up, somebody else's, or under way."""
        long_ago = FORMERLY.search(self.before) is not None and BY_NOW.match(self.after) is not None
        return long_ago or ABANDONED.search(self.before) is not None or UNDER_WAY.search(self.before) is not None

    @property
    def place(self) -> tuple[int, int]:
        return self.turn, self.end


def intended(transcript: Transcript, cues: Cues, signs: Cues, embraces: Embraces | None = None) -> str | None:
    """The id of the matter that was asked for last; None where the words point nowhere."""
    found = explained(transcript, cues, signs, embraces)
    return found.matter if found else None


def explained(transcript: Transcript, cues: Cues, signs: Cues, embraces: Embraces | None = None) -> Intent | None:
    """The matter that was asked for last, with the words that decided; None where the words point nowhere."""
    heard = tuple(_heard(number, turn.said) for number, turn in enumerate(transcript.turns))
    wishes = _standing([_Wish(each.turn, *found) for each in heard for found in _stated(each.text, cues)], embraces or {}, signs)
    deciding = [wish for wish in wishes if not wish.besides]
    meant = [wish for wish in deciding if not wish.told] or deciding
    last = max((wish.place for wish in meant), default=None)
    final = [wish for wish in meant if wish.place == last]
    shown = {matter: _shown(heard, signs.get(matter, ())) for matter in dict.fromkeys([wish.matter for wish in final] or signs)}
    best = max(shown, key=lambda matter: len(shown[matter]), default=None)
    if best is None or not (final or shown[best]):
        return None
    said = tuple(heard[wish.turn].evidence(wish.start, wish.end) for wish in final if wish.matter == best)
    decided = said if len(shown) == 1 and said else (*said, *shown[best])
    return Intent(best, tuple(dict.fromkeys(decided)), bool(final), _others(_apart(_single(wishes, best, heard, signs), (embraces or {}).get(best)), best))


def _standing(wishes: Sequence[_Wish], embraces: Embraces, signs: Cues) -> list[_Wish]:
    """The wishes that were neither denied nor refused later, nor are words of another matter's talk; a word that both share makes neither a part.

    One that another matter embraces stands besides where it was said to be a further one and its own form's words follow.
    """
    kept: list[_Wish] = []
    shared = {(each.turn, each.start, each.matter) for each in wishes}
    for wish in sorted(wishes, key=lambda each: each.place):
        if REFUSED.search(wish.before):
            kept = [each for each in kept if each.matter != wish.matter]
        elif not DENIED.search(wish.before) and not CONTRADICTED.search(wish.after):
            if not any(_embraced(wish, each, embraces) for each in kept if (each.turn, each.start, wish.matter) not in shared):
                kept.append(wish)
            elif BESIDES.search(wish.before) and any(re.search(sign, wish.after) for sign in signs.get(wish.matter, ())):
                kept.append(replace(wish, besides=True))
    return kept


def _embraced(wish: _Wish, earlier: _Wish, embraces: Embraces) -> bool:
    return earlier.matter != wish.matter and earlier.matter in embraces and embraces[earlier.matter].holds(wish.matter, wish.before)


def _single(wishes: Sequence[_Wish], best: str, heard: Sequence[_Heard], signs: Cues) -> Iterator[_Wish]:
    """Of an expression that several matters share, the one meant: the matter decided, else the one whose signs the words show most."""
    for wish in wishes:
        rivals = [each.matter for each in wishes if (each.turn, each.start, each.end) == (wish.turn, wish.start, wish.end)]
        meant = best if best in rivals else max(rivals, key=lambda matter: len(_shown(heard, signs.get(matter, ()))))
        if wish.matter == meant:
            yield wish


def _apart(wishes: Iterable[_Wish], embrace: Embrace | None) -> Iterator[_Wish]:
    """The wishes that the decided matter does not fulfil itself: the licence is not offered alone where it is done with the others."""
    return (wish for wish in wishes if embrace is None or wish.besides or wish.matter not in embrace.parts)


def _others(wishes: Iterable[_Wish], best: str) -> tuple[str, ...]:
    """The further matters stated and not given up, the last said first; what another wish is about (把个体户注销) is none of its own."""
    known = [wish for wish in wishes if not wish.told]
    latest = sorted((wish for wish in known if not any(_about(wish, each) for each in known)), key=lambda wish: wish.place, reverse=True)
    return tuple(matter for matter in dict.fromkeys(wish.matter for wish in latest) if matter != best)


def _about(wish: _Wish, other: _Wish) -> bool:
    """Whether the first is only the thing that the other, right behind it, is about."""
    between = other.start - wish.end if wish.turn == other.turn and wish.matter != other.matter else -1
    return 0 <= between <= OBJECT and OBJECT_OF in wish.before and re.search(r"[，。；、]", wish.after[:between]) is None


def _shown(heard: Sequence[_Heard], signs: Sequence[str]) -> tuple[Evidence, ...]:
    """The first words of each of the matter's signs that the turns hold."""
    found = (next(((each, match) for each in heard if (match := re.search(sign, each.text)) and match[0]), None) for sign in signs)
    return tuple(each.evidence(*match.span()) for each, match in filter(None, found))


def _heard(turn: int, said: str) -> _Heard:
    """The turn with enterprises' names blotted out but for their last two characters: 注册 in a name is no intent."""
    wording = Wording.of(said)
    text = wording.text
    for each in find_enterprises(text):
        shown = 0 if each.role_hint in {"former", "neighbour"} else 2
        text = text[: each.start] + "某" * (each.end - each.start - shown) + text[each.end - shown : each.end] + text[each.end :]
    return _Heard(turn, wording, text)


def _stated(text: str, cues: Cues) -> Iterator[tuple[int, int, str, str, str, bool]]:
    """The span of every intent stated, its matter, the words before and behind, whether it is one besides.

    Of overlapping ones the longest; of matters that share an expression all.
    """
    found = [(*match.span(), matter) for matter, each in cues.items() if each for match in _pattern(tuple(each)).finditer(text)]
    found.sort(key=lambda each: (each[0] - each[1], each[0]))
    taken: dict[int, tuple[int, int]] = {}
    for start, end, matter in found:
        undone = THING.match(text, start) and UNDONE.search(text[max(0, start - 16) : start])
        if start < end and not undone and all(taken.get(at, (start, end)) == (start, end) for at in range(start, end)):
            taken |= dict.fromkeys(range(start, end), (start, end))
            yield start, end, matter, text[max(0, start - 16) : start], text[end : end + 8], BESIDES.match(text, start, end) is not None


@cache
def _pattern(expressions: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in expressions))
