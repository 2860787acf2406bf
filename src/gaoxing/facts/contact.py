"""Who is to be reached (联系人) and by which telephone: whoever is named for it, else the speaker who gave a name; not somebody only mentioned.

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> said = hear(Transcript.of("我叫张三，有事找我们行政李四，电话13900001111"))
>>> [(each.field, each.value) for each in contact_facts(said)]
[('contact.name', '李四'), ('contact.mobile', '13900001111')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gaoxing.facts.cue import mend
from gaoxing.facts.fact import Fact
from gaoxing.facts.mentions import Spot
from gaoxing.facts.name_slot import name_after
from gaoxing.facts.owner import Owned, number_fact, owned_codes
from gaoxing.facts.party import name_evidence
from gaoxing.facts.person import NEVER, everyday_words, surnames
from gaoxing.facts.statement import Heard, Statement
from gaoxing.facts.token import Token
from gaoxing.standards.expression import expression

POST = (
    r"(?:法定代表人|董事长|总经理|厂长|经理|总监|主管|主任|总助|助理|秘书|专员|部长|科长|课长|组长|工程师|会计|出纳|财务|人事|行政|总务|后勤|研发|质量|工程|运营|市场|采购|销售|老板娘?|负责人|书记|工会主席|主席|文员|前台"
    r"|HR|IT|[一-龥]{1,3}科|法务|外贸|商务|品质|生产|设备|技术|厂办|办公室|董秘|[一-龥]{1,3}办(?!事|公|法|理)|部门?|副总?|业务|同事|老师|企划|关务|仓管|安环|安全员|[一-龥]{1,3}部的)"
)
OURS = r"(?:我们?|咱们?|他们?|她)?，?(?:公司|厂里|厂|单位|这边)?(?:的|那个|一个)?"
LABEL = r"(?:联系人|接待人|接待的是|联络人|对接人|经办人)(?:姓名|名字)?(?:的话|还|就|也|先|改|换|登记|那栏|一栏|是|写|填|为|叫|成|用|：|，|由)*"
PEOPLE = ("联系人", "联络人", "对接人", "经办人", "接待人")
REACH = r"(?:联系|联络|找|打给|发给|通知|告诉|回复|交给|转给|发到)(?:一?下)?"
NAMED_FOR_IT = expression(
    rf"(?:{LABEL}|{REACH}){OURS}(?:{POST}{{0,3}})(?:叫|是|，)?$|(?:{LABEL}|{REACH})[^。；]{{0,12}}[小老阿][一-龥]，$|(?:{LABEL}|{REACH})[^。；]{{1,12}}，(?:名字|全名|姓名|[他她])(?:叫|是)+$"
)
SIGNED_BEFORE = expression(rf"(?:公司|厂|^|。)(?:的)?，?(?:{POST}{{0,3}})$")
SIGNED_AFTER = expression(r"$|[，。；：]|，?(?:电话|手机)|[幺一1][3-9三五六七八九]")
SIGNATURE = expression(
    rf"，?(?:的)?(?:联系人|我姓[一-龥]|我叫|我是)?{POST}{{0,3}}(?:[小老](?P<own>[一-龥])(?=(?P=own)))?(?P<name>[一-龥]{{2,4}}?)(?=，?(?:电话|手机|号码)?(?:是|，)?[幺一1][3-9三五六七八九][0-9零〇一幺二三四五六七八九]{{4}}|，?0[0-9]{{2,3}}-|$|[，。])"
)
WITHDRAWN = expression(
    r"联系人[^。；]{0,8}(?:不要写|不写|不用写|不要了|不留|取消|删掉|去掉|空着|先不|不填)|(?:名字|电话)(?:和电话|和名字)?(?:都|就|也)?(?:不留|不说|不报|不要写|别写)"
)
AFTER_NAME = expression(rf"，?(?:的)?{POST}{{0,2}}(?:来|就|去|会|直接)?(?:对接|联系|联络|跟进|接电话|负责(?:联系|对接|跟进)|(?:当|做|是)联系人|等你们)")
SELF = expression(r"(?:我叫|我是|本人(?:叫|是)?|我的?名字(?:是|叫)?|我姓名|鄙人|我就叫|我这边叫|我大名|我是那个)[^，。；！？]{0,30}$")
TITLED = expression(
    rf"(?P<own>[一-龥]){POST}{{1,2}}(?:叫|是|，)?(?=(?P=own)[一-龥])|(?:(?<![一-龥])|[我们咱的司厂业是找系给叫]){POST}{{1,3}}(?:叫|是|，)?(?=[一-龥])"
)
"""A post before a name, also with the surname said first (刘厂长刘德全): it is the same one again."""
SLOT = expression(
    rf"(?P<why>{LABEL}|(?<!不要)(?<!别)(?<!没){REACH})(?P<ours>{OURS}{POST}{{0,3}})(?:叫|是|，)?(?:[老小][一-龥](?=[一-龥]{{2}}))?(?P<name>[一-龥]{{2,4}}?)(?=$|[，。；！？（]|就(?:行|好|可以)|吧|电话|手机|号码|他|她|的电话|的手机|\d|[幺一]{{1}}[三五六七八九])"
)
NO_NAME = expression(
    rf"{POST}$|^[小老阿][一-龥]$|^[一-龥](?:工|总|师傅|主任|姐|哥|先生|女士|小姐)$|"
    r"我|你|他|她|们|公司|厂|电话|手机|号码|本人|自己|下|谁|哪|不|没|一|个|人|供应|部门|客户|园区|政府|专家|老师|银行|领导|合作|地方|办法|对接|联系|协调|解决|问题|这|那|什么|就|也|还|都|了|的|吧|来|去|在|给|到|有|机会|方式|时间|渠道|高校|医院|工作|资源|项目|结果|进展|消息"
)
DENIED = expression(r"(?:不要|不用|别|不必|甭|不是|不写|不)(?:再)?(?:打给|找|联系|写|填|给|留)?(?:我们?)?(?:老板|领导)?$")
RELATION = expression(rf"(?:{REACH}|联系人(?:是|写|填|就|：|，)*)(?:我|我们|咱们)?的?$")
ANOTHERS = expression(
    r"(?:老板|物业|总机|房东|对方|客户|他们|派出所|供电所|公司(?=热线|客服)|燃气公司|水务|自来水公司|窗口|局里|银行|以前的?|旧的?|原来的?)(?:的)?(?:手机|电话|号码|热线|联系方式)?(?:号码?|号)?(?:是|，|打了|：)*$"
)
CALLED_OFF = expression(r"(?:，)?(?:不要打|别打|不要写|停机|不用了|作废|打不通|没人接|是(?:他们|老板|房东|物业))")
TELEPHONES = {"mobile", "landline", "digits"}
EXPLICIT, ASKED, SPEAKING, NUMBERED = 4, 3, 2, 1


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be the contact: name, why (the higher the surer), where said, the roster's number (-1: not in the roster)."""

    name: str
    why: int
    spot: Spot
    who: int = -1

    @property
    def rank(self) -> tuple[int, int, int]:
        """Named for it or asked for before speaking of themselves; then the later."""
        return min(self.why, ASKED), self.spot.turn, self.spot.start


def contact_facts(statement: Statement, path: str = "contact") -> Iterator[Fact]:
    """`contact.name` and `contact.mobile`, each only where it was said; a later word overrides."""
    since = max((heard.turn for heard in statement.turns if WITHDRAWN.search(heard.text)), default=-1)
    codes = [each for each in owned_codes(statement) if each.kind in TELEPHONES and each.spot.turn >= since and _is_telephone(statement, each)]
    chosen = _chosen(statement, codes, since)
    if chosen is not None:
        evidence = name_evidence(statement, statement.member(chosen.who)) if chosen.who >= 0 else statement.evidence(chosen.spot)
        yield Fact(f"{path}.name", chosen.name, evidence)
    number = _number(statement, codes, chosen)
    if number is not None:
        yield number_fact(f"{path}.mobile", number, statement)


def _chosen(statement: Statement, codes: Sequence[Owned], since: int) -> Candidate | None:
    """The candidate named for it, the later of two; a person whom nothing ties to it only where a telephone is theirs alone; nobody said before `since`."""
    found = [each for heard in statement.turns for each in (*_known(statement, heard, codes), *_slotted(heard), *_titled(heard), *_signed(heard))]
    return max((each for each in found if each.why and each.spot.turn >= since), key=lambda each: each.rank, default=None)


def _known(statement: Statement, heard: Heard, codes: Sequence[Owned]) -> Iterator[Candidate]:
    """Every person of the roster, by the words around each mention of theirs."""
    for token in heard.tokens:
        if token.kind not in {"name", "relation", "self", "pronoun"} or token.who < 0:
            continue
        member = statement.member(token.who)
        if member.kind != "person" or not member.name:
            continue
        why = _why(heard, token.start, token.end, named=token.kind == "name")
        if token.kind == "name" and not why and not DENIED.search(heard.text[: token.start]):
            tied = any(each.who == token.who for each in codes) or _alone(statement, heard, token)
            why = SPEAKING if member.speaker else NUMBERED if tied else 0
        yield Candidate(member.name, why, Spot(heard.turn, token.start, token.end), token.who)


def _alone(statement: Statement, heard: Heard, token: Token) -> bool:
    """Whether a name that nothing else is said of is spelled by itself (，谢敏谢谢的谢敏捷的敏), and nobody else is named."""
    place = heard.tokens.index(token)
    begins = place == 0 or heard.tokens[place - 1].kind in {"comma", "stop"}
    spelled = [each.kind for each in heard.tokens[place + 1 :]]
    ends = next((kind for kind in spelled if kind not in {"cue", "comma"}), "stop")
    persons = [each for each in statement.roster.members if each.kind == "person" and each.name]
    return begins and spelled[:1] == ["cue"] and ends in {"stop", "code"} and len(persons) == 1


def _slotted(heard: Heard) -> Iterator[Candidate]:
    """A name in a place where only a name can stand, whatever its surname: «联系隗明，»."""
    for match in SLOT.finditer(heard.text):
        start, end = match.span("name")
        if _free(heard, start, end) and not NO_NAME.search(match["name"]) and (match["why"].startswith(PEOPLE) or match["name"] not in everyday_words()):
            yield Candidate(_cued(heard, start, end), EXPLICIT, Spot(heard.turn, start, end))


def _titled(heard: Heard) -> Iterator[Candidate]:
    """A name after a post that no reader of persons found: «我是…的厂长韩大山»."""
    for match in TITLED.finditer(heard.text):
        name = name_after(heard.text, match.end())
        end = match.end() + len(name)
        if name and _free(heard, match.end(), end) and name[-1] not in NEVER:
            why = _why(heard, match.end() if match["own"] is None else match.start(), end, named=True)
            if why:
                yield Candidate(_cued(heard, match.end(), end), why, Spot(heard.turn, match.end(), end))


def _signed(heard: Heard) -> Iterator[Candidate]:
    """A name right behind the enterprise's and before a number or a stop, as one signs: «…有限公司厂长单雄幺八二…»."""
    for token in heard.tokens:
        match = SIGNATURE.match(heard.text, token.end) if token.kind == "enterprise" else None
        if match is None:
            continue
        start, end = match.span("name")
        single, double = surnames()
        if (match["name"][0] in single or match["name"][:2] in double) and _free(heard, start, end) and not NO_NAME.search(match["name"]):
            yield Candidate(_cued(heard, start, end), SPEAKING, Spot(heard.turn, start, end))


def _free(heard: Heard, start: int, end: int) -> bool:
    return not any(token.start < end and start < token.end for token in heard.tokens if token.kind in {"name", "enterprise", "code"})


def _cued(heard: Heard, start: int, end: int) -> str:
    near = [cue for cue in heard.cues if end <= cue.start <= end + 12]
    return mend(heard.text[start:end], near)[0]


def _why(heard: Heard, start: int, end: int, *, named: bool) -> int:
    before = heard.text[max(0, start - 40) : start]
    if DENIED.search(before):
        return 0
    if (NAMED_FOR_IT if named else RELATION).search(before) or (named and AFTER_NAME.match(heard.text, end)):
        return EXPLICIT
    if named and (heard.asked or "").startswith("contact"):
        return ASKED
    signed = SIGNED_BEFORE.search(before) and SIGNED_AFTER.match(heard.text, end)
    return SPEAKING if named and (SELF.search(before) or signed) else 0


def _number(statement: Statement, codes: Sequence[Owned], chosen: Candidate | None) -> Owned | None:
    """The chosen one's own number, one asked for later before it; else the last that is nobody else's by name."""
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
    if ANOTHERS.search(before) or CALLED_OFF.match(after):
        return False
    called = re.search("电话|手机|号码|座机|打|联系|拨|回我|找我", before) or re.search("手机|电话", after)
    return each.kind != "digits" or bool(called) or (heard.asked or "").startswith("contact")
