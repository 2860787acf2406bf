"""Who follows whom (人员更替): «法定代表人由甲变更为乙», «甲卸任，乙接任», «把联系人从甲换成乙»; names are read from the places where only a name can stand.

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> said = hear(Transcript.of("法定代表人同步调整，涂明卸任，鄢然接任。"))
>>> [(each.old, each.new) for each in successions(said, LEGAL)]
[('涂明', '鄢然')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gaoxing.facts.alteration import withdrawn
from gaoxing.facts.cue import mend
from gaoxing.facts.fact import Evidence
from gaoxing.facts.statement import Heard, Statement

LEGAL = re.compile("法定代表人|法人代表|法人|法代|[罚发]人")
CONTACT = re.compile("联系人|对接人|经办人|负责人")

_KIN = (
    r"(?:(?:他|她|我)?(?:的)?(?:大|小)?"
    r"(?:儿子|女儿|老婆|老公|爱人|妻子|丈夫|弟弟|哥哥|姐姐|妹妹|侄子|外甥|女婿|儿媳|合伙人|母亲|父亲|妈妈|爸爸|妈|爸|同事|副总))?"
)
_N = r"(?P<{}>[一-龥·]{{2,4}}?)"
_CHANGE = r"(?:现在|要|想|相应地|同步|也)*(?:变更|更换|更改|调整|改|换|变|交|转)(?:成|为|给|到|由)?(?:了)?"
_STOP = (
    r"(?=$|[，。；！？、的（(]|了|吧|来|接|担任|现在|代码|信用|统一|另外|还有|然后|就|电话|手机|号码|原来|办|请|麻烦"
    r"|[0-9一二三四五六七八九幺零]{3}|对|是|今天|因为|[弓木双立][一-龥])"
)
FROM_TO = re.compile(rf"(?:从|由|原来?(?:的)?(?:是|那个是|叫)?|是)?{_N.format('old')}(?:先生|女士)?(?:，)?{_CHANGE}{_KIN}(?:叫)?{_N.format('new')}{_STOP}")
LEAVES = re.compile(
    rf"(?:^|[，。；]|原来?的|由|是|老的|之前的|以前的){_N.format('old')}(?:先生|女士|总)?(?:要|已经|就|也|上个?月)?(?:卸任|离任|离职|辞职|辞了|退下来|退休|不干|不当|不做|调走|走了|免去)"
)
WAS = re.compile(rf"(?:原来?的?|以前的?|之前的?|老的?|原先的?|前任)(?:那个|那位|法定代表人|法人代表|法人|联系人|对接人)?(?:是|叫|，)?{_N.format('old')}{_STOP}")
COMES = re.compile(rf"(?:^|[，。；由])(?:现在|新的?|改)?(?:由)?{_KIN}{_N.format('new')}(?:来)?(?:接任|接替|接手|接|上任|出任|担任|来当)")
BECOMES = re.compile(
    rf"(?:{_CHANGE}|现在(?:是|叫)|新的?(?:法定代表人|法人代表|法人|联系人|对接人)?(?:是|叫|为|，)|现在换)(?:他|她)?{_KIN}(?:叫)?{_N.format('new')}{_STOP}"
)
NO_NAME = re.compile(
    r"^(?:法定|法人|代表|公司|企业|股东|董事|监事|经理|住所|地址|名称|联系|变更|原来|现在|他|她|我|我们|咱们|一下|这个|那个|的|新的?|成|为|手续|登记|执照|工商|决议|已经|马上|相应|同步|由|从)|(?:公司|变更|有限)$|[了辞]|离职|离任|卸任|退休|调走|不干"
)
WRONG = re.compile(r"(?:说错|不对|错了|不是)(?:了)?[^。；]{0,12}?(?:应该)?是(?P<new>[一-龥·]{2,4})(?=$|[，。；])")


@dataclass(frozen=True)
class Succession:
    """An old and a new name, each empty where it was not said, with their words."""

    old: str = ""
    new: str = ""
    old_words: tuple[Evidence, ...] = ()
    new_words: tuple[Evidence, ...] = ()


def successions(statement: Statement, topic: re.Pattern[str]) -> tuple[Succession, ...]:
    """Who follows whom in the post that the topic names: one succession, or none; a later turn puts it right."""
    found = Succession()
    spoken = False
    for heard in statement.turns:
        for start, end in _stretches(heard, topic, spoken):
            found = _read(statement, heard, start, end, found)
        spoken = spoken or bool(topic.search(heard.text))
        found = _righted(statement, heard, found)
    return () if not (found.new or found.old) or withdrawn(statement, topic) else (found,)


def _stretches(heard: Heard, topic: re.Pattern[str], spoken: bool) -> Iterator[tuple[int, int]]:
    """From each mention of the post to the end of its sentence or the next; the whole turn where only a later one goes on about it."""
    starts = [match.end() for match in topic.finditer(heard.text)]
    if not starts and spoken and (heard.asked in {None, "changes", "legal_representative", "contact"}):
        return
    for number, start in enumerate(starts):
        stop = re.search("；|。(?!.{0,3}(?:原来|现在))", heard.text[start:])
        limit = starts[number + 1] if number + 1 < len(starts) else len(heard.text)
        yield start, min(limit, start + stop.start() if stop else len(heard.text))


def _read(statement: Statement, heard: Heard, start: int, end: int, known: Succession) -> Succession:
    text = heard.text[:end]
    both = next((match for match in FROM_TO.finditer(text, start) if _name(match["old"]) and _name(match["new"])), None)
    if both is not None:
        return Succession(
            _called(statement, both["old"]),
            _called(statement, both["new"]),
            (_words(heard, both, "old"),),
            (_words(heard, both, "new"),),
        )
    for pattern in (WAS, LEAVES):
        match = next((each for each in pattern.finditer(text, start) if _name(each["old"])), None)
        if match is not None:
            known = replace(known, old=_called(statement, match["old"]), old_words=(_words(heard, match, "old"),))
    for pattern in (BECOMES, COMES):
        match = next((each for each in pattern.finditer(text, start) if _name(each["new"])), None)
        if match is not None:
            known = replace(known, new=_called(statement, match["new"]), new_words=(_words(heard, match, "new"),))
            break
    return known


def _righted(statement: Statement, heard: Heard, known: Succession) -> Succession:
    """«说错了，不是璩小雨，是符小雨»."""
    match = WRONG.search(heard.text) if heard.turn and known.new else None
    if match is None or not _name(match["new"]) or match["new"][-1] not in known.new + match["new"]:
        return known
    alike = set(match["new"]) & set(known.new) or match["new"][0] == known.old[:1]
    return replace(known, new=_called(statement, match["new"]), new_words=(_words(heard, match, "new"),)) if alike else known


def _name(text: str) -> bool:
    return not NO_NAME.search(text)


def _called(statement: Statement, heard: str) -> str:
    """The name with its cues, where somebody of that name is known."""
    member = next((each for each in statement.roster.members if each.kind == "person" and each.heard == heard), None)
    return mend(heard, member.cues)[0] if member else heard


def _words(heard: Heard, match: re.Match[str], group: str) -> Evidence:
    return heard.wording.evidence(heard.turn, *match.span(group))
