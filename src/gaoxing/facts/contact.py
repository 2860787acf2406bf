"""Who is to be reached (联系人) and by which telephone: whoever is named for it, else the speaker who gave a name; not somebody only mentioned.

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> said = hear(Transcript.of("我叫张三，有事找我们行政李四，电话13900001111"))
>>> [(each.field, each.value) for each in contact_facts(said)]
[('contact.name', '李四'), ('contact.mobile', '13900001111')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gaoxing.facts.cue import mend
from gaoxing.facts.fact import Fact
from gaoxing.facts.mentions import Spot
from gaoxing.facts.name_slot import name_after
from gaoxing.facts.owner import Owned, number_fact, owned_codes
from gaoxing.facts.party import name_evidence
from gaoxing.facts.statement import Heard, Statement

TITLES = "法定代表人|董事长|副总经理|总经理|厂长|副厂长|经理|总监|主管|主任|副总|总助|助理|秘书|专员|部长|科长|课长|组长|工程师|会计|出纳|财务|人事|行政|总务|后勤|采购|销售|老板|老板娘|负责人|书记|工会主席|主席|文员|前台"
NAMED_FOR_IT = re.compile(
    rf"(?:联系人|联络人|对接人|对接的人|经办人|联系的人|接头人)(?:姓名|名字)?(?:的话|还|就|也|先|改|换|登记|那栏|一栏)*(?:是|写|填|为|叫|成|用|：|，|由)*(?:我们?的?(?:公司)?)?(?:{TITLES})?(?:叫|，)?$"
    rf"|(?:联系|联络|找|打给|发给|通知|告诉|回复|回|交给|对接|转给|联系下|联系一下|问)(?:一?下)?(?:我们?|咱们?)?(?:公司|厂里|单位)?(?:的|这边的?)?(?:那个|一个)?(?:{TITLES})?(?:叫|，)?$"
    r"|(?:跟|和|同|由|让)(?:我|我们)?$"
)
AFTER_NAME = re.compile(
    rf"(?:，)?(?:的)?(?:{TITLES})?(?:来|就|去|会)?(?:对接|联系|联络|跟进|跟你们|接电话|负责(?:联系|对接|跟进)|当联系人|做联系人|是联系人|等你们)"
)
SELF = re.compile(rf"(?:我叫|我是|本人|我的名字(?:是|叫)?|我姓名|鄙人|我名字(?:是|叫)?|我就叫|我这边叫|我大名)[^，。；！？]{{0,24}}?(?:{TITLES})?(?:叫|，)?$")
TITLED = re.compile(rf"(?:我是|我们?|咱们?|的|公司|厂|企业|，|。|^|找|联系|给|管[一-龥]{{2,4}}的)[一-龥]{{0,4}}?(?:{TITLES})(?:叫|是|，)?(?=[一-龥])")
DENIED = re.compile(r"(?:不要|不用|别|不必|甭)(?:再)?(?:打给|找|联系|写|填|给|留)?$|(?:不是|不写|别写|不留)$")
RELATION = re.compile(r"(?:联系|找|打给|发给|通知|告诉|回复|交给|问|联系人(?:是|写|填|就|：|，)*)(?:我|我们|咱们)?的?$")
ANOTHERS = re.compile(
    r"(?:老板|物业|总机|房东|对方|客户|他们|派出所|供电所|燃气公司|水务|自来水公司|窗口|局里|银行|上次那个|以前的?|旧的?|原来的?)(?:的)?(?:手机|电话|号码|热线|联系方式)?(?:号码?|号)?(?:是|，|打了|：)*$"
)
CALLED_OFF = re.compile(r"(?:不要打|别打|不要写|停机|不用了|作废|换掉|打不通|没人接)")
TELEPHONES = {"mobile", "landline", "digits"}
EXPLICIT, ASKED, SPEAKING, NUMBERED = 4, 3, 2, 1


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be the contact: name, why (the higher the surer), where said, the roster's number (-1: not in the roster)."""

    name: str
    why: int
    spot: Spot
    who: int = -1


def contact_facts(statement: Statement, path: str = "contact") -> Iterator[Fact]:
    """`contact.name` and `contact.mobile`, each only where it was said; a later word overrides."""
    codes = [each for each in owned_codes(statement) if each.kind in TELEPHONES and _is_telephone(statement, each)]
    chosen = _chosen(statement, codes)
    if chosen is not None:
        evidence = name_evidence(statement, statement.member(chosen.who)) if chosen.who >= 0 else statement.evidence(chosen.spot)
        yield Fact(f"{path}.name", chosen.name, evidence)
    number = _number(statement, codes, chosen)
    if number is not None:
        yield number_fact(f"{path}.mobile", number, statement)


def _chosen(statement: Statement, codes: list[Owned]) -> Candidate | None:
    """The candidate named for it, the later of two; a person whom nothing ties to it only where a telephone is theirs alone."""
    found = [each for heard in statement.turns for each in (*_known(statement, heard, codes), *_titled(heard))]
    found = [each for each in found if each.why]
    return max(found, key=lambda each: (min(each.why, ASKED), each.why == EXPLICIT, each.spot.turn, each.spot.start), default=None)


def _known(statement: Statement, heard: Heard, codes: list[Owned]) -> Iterator[Candidate]:
    """Every person of the roster, by the words around each mention of theirs."""
    for token in heard.tokens:
        if token.kind not in {"name", "relation", "self", "pronoun"} or token.who < 0:
            continue
        member = statement.member(token.who)
        if member.kind != "person" or not member.name:
            continue
        why = _why(heard, token.start, token.end, named=token.kind == "name")
        if token.kind == "name" and not why:
            why = SPEAKING if member.speaker else NUMBERED if any(each.who == token.who for each in codes) else 0
        yield Candidate(member.name, why, Spot(heard.turn, token.start, token.end), token.who)


def _titled(heard: Heard) -> Iterator[Candidate]:
    """A name after a post that no reader of persons found: «我是…的厂长鲁卫东»."""
    taken = [(token.start, token.end) for token in heard.tokens if token.kind in {"name", "enterprise", "code"}]
    for match in TITLED.finditer(heard.text):
        name = name_after(heard.text, match.end())
        end = match.end() + len(name)
        if name and not any(start < end and match.end() < stop for start, stop in taken):
            near = [cue for cue in heard.cues if end <= cue.start <= end + 12]
            why = _why(heard, match.end(), end, named=True)
            if why:
                yield Candidate(mend(name, near)[0], why, Spot(heard.turn, match.end(), end))


def _why(heard: Heard, start: int, end: int, *, named: bool) -> int:
    before = heard.text[max(0, start - 40) : start]
    if DENIED.search(before):
        return 0
    if (NAMED_FOR_IT if named else RELATION).search(before) or (named and AFTER_NAME.match(heard.text, end)):
        return EXPLICIT
    if named and (heard.asked or "").startswith("contact"):
        return ASKED
    return SPEAKING if named and SELF.search(before) else 0


def _number(statement: Statement, codes: list[Owned], chosen: Candidate | None) -> Owned | None:
    """The chosen one's own number, else the last that is nobody else's by name."""
    if chosen is not None and chosen.who >= 0:
        own = [each for each in codes if each.who == chosen.who]
        asked = [each for each in codes if (statement.turns[each.spot.turn].asked or "").startswith("contact") or each.spot.turn > chosen.spot.turn]
        if own:
            return (asked or own)[-1] if asked and asked[-1].spot.turn >= own[-1].spot.turn else own[-1]
    free = [each for each in codes if each.who < 0 or not statement.member(each.who).name or statement.member(each.who).speaker]
    if free:
        return free[-1]
    one = len({each.value for each in codes}) == 1
    return codes[-1] if codes and (one or chosen is None or chosen.who < 0) else None


def _is_telephone(statement: Statement, each: Owned) -> bool:
    heard = statement.turns[each.spot.turn]
    before, after = heard.text[max(0, each.spot.start - 14) : each.spot.start], heard.text[each.spot.end : each.spot.end + 8]
    if ANOTHERS.search(before) or CALLED_OFF.search(after):
        return False
    called = re.search("电话|手机|号码|座机|打|联系|拨|回我|找我", before) or re.search("手机|电话", after)
    return each.kind != "digits" or bool(called) or (heard.asked or "").startswith("contact")
