"""What is said to the conversation and not to the form (口令): 都对, 跳过, 不知道, 上一条不对, 改一下注册资本.

Only a turn that is nothing else is a command; after «上一条不对» and «改一下» further words may follow, the `rest`, which are read as usual.

>>> command("上一条不对，是两百万")
Command(kind='retract', subject='', rest='是两百万')
>>> command("改一下注册资本").subject, command("注册资本一百万") is None
('注册资本', True)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from gaoxing.facts.fact import Fact
from gaoxing.speech.transcript import Transcript, Turn
from gaoxing.standards.expression import expression

CONFIRM, SKIP, UNKNOWN, RETRACT, AMEND = "confirm", "skip", "unknown", "retract", "amend"

_ALL_RIGHT = expression(
    r"(?:嗯|好|对)?(?:全都?|都|全部|通通|统统)(?:是)?(?:对|没错|没有错|没问题|正确)(?:的|了)?|没有?错|没问题|(?:核对|确认)(?:过了|无误|没错)"
)
_SKIP = expression(r"(?:这一?[个项题条栏]|先|那就?|就)*(?:跳过|略过|过|下一[个题项条])(?:去|这一?[个项题条]|下一[个题项]|先问别的)*|先问别的|等会儿?再[问说填]")
_UNKNOWN = expression(
    r"(?:这个|我|暂时|现在|目前|也|还|都|真|实在)*(?:不知道|不晓得|不清楚|不太清楚|不大清楚|不确定|没想好|没有想好|没定|没有定|没定下来|没决定|记不得|记不清|不记得|想不起来|说不好|说不准|忘记?了)(?:呢|的)?"
    r"|(?:以后|回头|到时候|过几天|等等|晚点|再)+(?:再)?(?:说|定|看|告诉你)|(?:这个)?先(?:空着|不填|不写|放着|放一放)"
)
_LAST = r"(?:上一?[条句个题项]|上面(?:那)?一?[条句个项题]?|刚[才刚](?:[那这])?一?[条句个项题]?|前(?:面那?)?一[条句个项题]|最后(?:那)?一?[条句个])(?:话|回答)?"
_UNDONE = r"(?:不对|错了|有误|不算数?|作废|不要了?|取消|撤销|撤回|删了|删掉|收回|重来|重新[来说填])"
_RETRACT = expression(
    rf"(?:不对|错了|等等|等一下)?[，。！]*(?:{_LAST}(?:我)?(?:说|填|报|讲|弄|答)?的?(?:是|都)?{_UNDONE}|(?:撤销|撤回|取消|删掉|删除|删了|收回|作废|去掉){_LAST}|"
    r"(?:我)?(?:刚才)?(?:说|填|报|讲|答)错了?[，。]*(?:重来|重新[来说填]|重说))了?"
)
_AMEND = expression(
    r"(?:不对|等等|等一下)?[，。]*(?:我)?(?:还)?(?:要|想|得|需要|帮我|请|再|麻烦)*(?:把)?(?:改一?[下改]|修改一?下|更正一?下|改改|重新(?:填|说|报)一?(?:下|遍)?)(?:那个|这个)?(?P<after>[^，。；、！？]{0,20})(?=[，。；、！？]|$)"
)
_AMEND_LAST = expression(
    r"(?:不对|等等)?[，。]*(?:我)?(?:还)?(?:要|想|得|需要|帮我|请|麻烦){0,6}(?:把)?(?P<before>[^，。；、！？]{2,20}?)(?:我)?(?:要|想|得|需要|再){0,6}"
    r"(?:改一?[下改]|修改一?下|更正一?下|重新(?:填|说|报)(?:一?[下遍])?|(?:填|写|说|报|讲|弄)错了|不对|有误|错了)"
)
_PART = expression("(?:最后|[后末尾前头]|倒数第)[面]?的?[一二两三四五六七八九十1-9]?(?:位|个数)|尾号")
"""Some figures of a number (后四位错了): its own reader puts them right."""
_WRONG = expression(r"(?:不对|不是|错了|有错|有问题|不正确|要改|哪里不对)+")
_VAGUE = expression("刚[才刚]|说错|填错|报错|讲错|答错")
_BARE = expression(
    r"(?:应该|应当|其实)?(?:是|为|改成|改为|换成|写)?(?:[零〇一二两三四五六七八九十百千万亿幺\d]|第|[A-Z])|(?:应该|应当|其实|要)?(?:是|改成|改为|换成|叫)"
)
_NOT_LETTERS = expression(r"[\W_]+")
_LEAD = expression(r"^(?:[嗯呃额啊哎诶哦噢]|那个|就是说|[\s，。])+")
_SENTENCE_ENDS = expression(r"(?:了|啊|呀|吧|哦|哈|嘛|的呀|的啊)$")


@dataclass(frozen=True)
class Command:
    """A command: `kind` confirm, skip, unknown, retract or amend; `subject` the words for the blank to amend; `rest` what follows, as said."""

    kind: str
    subject: str = ""
    rest: str = ""


def command(said: str) -> Command | None:
    """The command that a turn is; None where it is words for the form."""
    text = _LEAD.sub("", said)
    bare = _NOT_LETTERS.sub("", text)
    clipped = _SENTENCE_ENDS.sub("", bare)
    for kind, pattern in ((CONFIRM, _ALL_RIGHT), (SKIP, _SKIP), (UNKNOWN, _UNKNOWN)):
        if pattern.fullmatch(bare) or pattern.fullmatch(clipped):
            return Command(kind)
    if found := _RETRACT.match(text):
        return Command(RETRACT, rest=_rest(text, found.end()))
    return _amendment(text, bare)


def heeded(transcript: Transcript) -> Transcript:
    """The transcript with «上一条不对» carried out: the turn before is blank, and what follows the command answers its question.

    Every turn keeps its number and every word its place. The first turn, the free statement, is never blotted out; nor is a turn where the words behind
    «刚才说错了» name for themselves what they put right («注册资本是两百万»).
    """
    turns = list(transcript.turns)
    for number, turn in enumerate(transcript.turns):
        said = command(turn.said) if number else None
        meant = next((each for each in range(number - 1, 0, -1) if turns[each].said.strip()), None)
        if said is None or said.kind != RETRACT or meant is None or _stands_alone(said, turn, turns[meant]):
            continue
        turns[number] = Turn(_blank(turn.said[: len(turn.said) - len(said.rest)]) + said.rest, turns[meant].asked)
        turns[meant] = replace(turns[meant], said=_blank(turns[meant].said))
    return Transcript(tuple(turns))


def answering(facts: Iterable[Fact], transcript: Transcript) -> tuple[Fact, ...]:
    """The facts but those read out of a command: «不知道» is nobody's name. «没问题» and «不对» may be answers, and stand."""
    idle = {number for number, turn in enumerate(transcript.turns) if _idle(command(turn.said), turn.said)}
    return tuple(fact for fact in facts if not any(each.turn in idle for each in fact.evidence))


def _idle(said: Command | None, words: str) -> bool:
    """Whether a turn is nothing but a command that answers no question."""
    if said is None or said.rest:
        return False
    return said.kind in {SKIP, UNKNOWN, RETRACT} or (said.kind == CONFIRM and "没" not in words) or (said.kind == AMEND and "改" in words)


def _stands_alone(said: Command, turn: Turn, meant: Turn) -> bool:
    """Whether the words behind the command are a correction that the readers understand by themselves."""
    return bool(said.rest) and (meant.asked is None or (_VAGUE.search(turn.said[: -len(said.rest)]) is not None and not _BARE.match(said.rest)))


def _amendment(text: str, bare: str) -> Command | None:
    if _WRONG.fullmatch(bare):
        return Command(AMEND)
    if found := _AMEND.match(text):
        return Command(AMEND, found["after"].strip(), _rest(text, found.end()))
    if (found := _AMEND_LAST.match(text)) and not _PART.search(found["before"]) and (found.end() == len(text) or text[found.end()] in "，。；、！？ 了"):
        return Command(AMEND, found["before"].strip(), _rest(text, found.end()))
    return None


def _rest(text: str, start: int) -> str:
    return text[start:].lstrip("了，。；、！？ ,.;!?")


def _blank(said: str) -> str:
    return " " * len(said)
