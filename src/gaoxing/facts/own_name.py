"""The name the applicant wants (拟用名称) and the alternatives (备选名称), with their character cues; never a partner's, neighbour's or former employer's.

A later name replaces the first unless it is offered as an alternative; a bare 字号 offered as one is written out in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gaoxing.facts.fact import Certainty, Evidence, Fact
from gaoxing.facts.mentions import DIVISION, Spot
from gaoxing.facts.name_correction import renamed
from gaoxing.facts.party import name_evidence
from gaoxing.facts.sound import alike
from gaoxing.facts.statement import Heard, Statement
from gaoxing.facts.token import Token
from gaoxing.facts.trade_name import composed_name, find_bare_trade_names
from gaoxing.standards.expression import expression

ALTERNATIVE = expression(r"(?:备选|备用|第[二三四五]个?|其次|次选|候选|要么|或者|还有一个|不行(?:的话)?就?|通不过|过不了|不通过|重名|被占)[^。；]{0,10}$")
NO_ALTERNATIVES = expression(
    r"备[选用](?:的)?(?:名称|名字|名)?[^，。；]{0,6}(?:不要|取消|去掉|删|不用|算了|撤)|(?:不要|取消|去掉|删掉?|撤回?)[^，。；]{0,4}备[选用]|只报第一个|就认准第一个"
    r"|第(?P<nth>[二三四五])个(?:备选|名字|名称)?(?:也|就)?(?:划掉|去掉|不要|删|取消|不用)"
)
CHANGED = expression("改|换|不对|不是|错|更正|应该|重新|重来|还是|变更|算了|不要|等一下|等等")
CORRECTED = expression("(?:不对|错了|说错|不是)[，。]?(?:应该)?(?:是|叫|改成)?$")
REJECTED = expression("，?(?:这个)?(?:名字)?(?:先|就)?(?:不用了?|不要了?|作废|算了|不叫了)")
NO_NAME = expression(r"(?:名字|名称|店名|公司名)[^，。；]{0,6}(?:没想好|还没想|没定|没起|再说|想不好|待定)")
OTHERS_NAME = expression(r"^(?:的|她|他|我|那|后面)*名字(?:里|一样|那|这|的|两|三|个|后面)*|^名字一样")
TRADES = expression(
    "科技|智能|信息|技术|网络|软件|数据|数字|机械|机电|精密|精工|电子|电气|电器|光电|光学|半导体|新材料|新能源|能源|环保|环境|生物|医疗|医药|健康|养老|教育|托育|培训|文化|传媒|影视|摄影"
    "|广告|品牌|设计|创意|餐饮|餐具|食品|农业|园林|园艺|水产|贸易|商贸|实业|百货|超市|服饰|服装|家纺|纺织|鞋业|珠宝|家具|家居|建材|装饰|装潢|建筑|工程|物业|酒店|民宿|旅行|旅游|物流|货运|国际"
    "|供应链|仓储|汽车|汽配|包装|印刷|塑料|塑胶|橡胶|金属|五金|模具|化工|自动化|机器人|检测|咨询|管理|企业|人力|劳务|家政|保洁|投资|财务|商务|翻译|美容|美业|化妆品|宠物|体育|健身|户外|电动|灯饰|照明"
    "|甜品|烘焙|茶业|茶叶|书店|书坊|激光|航空|水务|动物|中医|花艺"
)
"""The words for a trade (行业) that stand behind the 字号."""
BARE_ANSWER = expression(r"(?:就|备选|第二个|叫|用|写|那就|，)*(?P<name>[一-龥]{2,5})[。，]?")
NO_ANSWER = expression("[没不无]|算了|再说|取消|一样|随便|商量|公司|还要|需要|先|可以|想")
FORM = expression(r"(?:集团)?(?:股份有限公司|有限责任公司|有限公司)$|合伙企业（.{2,4}合伙）$")


@dataclass(frozen=True)
class Own:
    """A name found to be the applicant's: its token and whether it is offered only as an alternative."""

    turn: int
    token: Token
    alternative: bool
    claimed: bool = False
    """Said to be the own one, or put in its place («不对,叫……»)."""


def name_facts(statement: Statement, partners: Sequence[int] = (), *, company: bool = True) -> Iterator[Fact]:
    """`name` and `alternative_names`; `partners` are enterprises known to hold shares; a sole trader is no `company`."""
    own = [each for heard in statement.turns for each in _own(heard, partners) if company or each.token.mention.kind != "company"]
    firsts = [each for each in own if not each.alternative]
    spelt = _composed(statement)
    if spelt is not None:
        yield spelt
    elif len(rivals := _rivals(statement, firsts)) > 1:
        evidence = tuple(one for each in rivals for one in name_evidence(statement, statement.member(each.token.who)))
        names = tuple(dict.fromkeys(statement.member(each.token.who).name for each in rivals))
        yield Fact("name", names[0], evidence, Certainty.UNSURE, names)
    elif firsts:
        chosen = _chosen(firsts, [heard.turn for heard in statement.turns if heard.asked == "name"])
        member = statement.member(chosen.token.who)
        name, others = _borrowed(statement, member.name)
        name, more = _renamed(statement, name, chosen)
        if name:
            yield Fact("name", name, (*name_evidence(statement, member), *others, *more))
            yield from _alternatives(statement, own, name, chosen)


def _renamed(statement: Statement, name: str, chosen: Own) -> tuple[str, tuple[Evidence, ...]]:
    """The name after «不叫云起了，叫云柏» said behind it; empty where it was only taken back."""
    division = DIVISION.findall(name)[0]
    for heard in reversed(statement.turns):
        start = chosen.token.end if heard.turn == chosen.turn else 0
        told = renamed(heard.text[start:], name[len(division) :]) if heard.turn >= chosen.turn else None
        if told is not None:
            new, *span = told
            return division + new if new else "", (heard.wording.evidence(heard.turn, start + span[0], start + span[1]),)
    return name, ()


def _own(heard: Heard, partners: Sequence[int]) -> Iterator[Own]:
    listed = -9
    for place, token in enumerate(heard.tokens):
        if (
            token.kind == "enterprise"
            and token.mention.role_hint not in {"former", "neighbour"}
            and token.who not in partners
            and not REJECTED.match(heard.text, token.end)
        ):
            going_on = listed == place - 2 and heard.tokens[place - 1].kind in {"and", "comma"}
            alternative = going_on or bool(ALTERNATIVE.search(heard.text[max(0, token.start - 14) : token.start]))
            listed = place if alternative else -9
            before = heard.text[max(0, token.start - 10) : token.start]
            yield Own(heard.turn, token, alternative, token.mention.role_hint == "own" or bool(CORRECTED.search(before)))


def _rivals(statement: Statement, firsts: Sequence[Own]) -> list[Own]:
    """Different names of one's own in one turn with no word of changing between them: two companies in one statement."""
    claimed = [each for each in firsts if each.token.mention.role_hint == "own"]
    last = [each for each in claimed if each.turn == claimed[-1].turn]
    different = list({statement.member(each.token.who).name: each for each in last}.values())
    if len(different) < 2:
        return []
    text = statement.turns[last[0].turn].text
    return [] if CHANGED.search(text[different[0].token.end : different[-1].token.start]) else different


def _chosen(firsts: Sequence[Own], asked: Sequence[int]) -> Own:
    """The last name said to be the own one or given when it was asked for (`asked` turns); without such words the first name."""
    answers = [each for each in firsts if each.turn in asked]
    claimed = [each for each in firsts if each.claimed and (not answers or each.turn > answers[-1].turn)]
    return claimed[-1] if claimed else answers[-1] if answers else firsts[0]


def _composed(statement: Statement) -> Fact | None:
    """«云上摄影,前面加昆山高新区,后面加个馆字»."""
    for heard in reversed(statement.turns):
        name = composed_name(heard.text)
        if name:
            return Fact("name", name, (heard.wording.evidence(heard.turn, 0, len(heard.text)),), derived=True)
    return None


def _alternatives(statement: Statement, own: Sequence[Own], name: str, chosen: Own) -> Iterator[Fact]:
    found: dict[str, tuple[Evidence, ...]] = {}
    for heard in statement.turns:
        if match := NO_ALTERNATIVES.search(heard.text):
            dropped = [each for each in found if _meant(each, heard.text[max(0, match.start() - 8) : match.start()])]
            if match["nth"]:
                dropped = list(found)["二三四五".index(match["nth"]) :][:1] or [""]
            for gone in dropped or list(found):
                found.pop(gone, None)
            continue
        for offered in own:
            if offered.turn == heard.turn and offered.alternative and offered.token.who != chosen.token.who:
                member = statement.member(offered.token.who)
                found[member.name] = name_evidence(statement, member)
        if (heard.asked or "").startswith("alternative_names") and (answer := BARE_ANSWER.fullmatch(heard.text)) and not NO_ANSWER.search(heard.text):
            spelt = heard.wording.evidence(heard.turn, answer.start("name"), answer.end("name"))
            found[_with_trade_name(name, answer["name"])] = (spelt,)
            continue
        if swapped := next(_respoken(heard, found), None):
            old, new, spoken = swapped
            found = {new if each == old else each: spoken if each == old else words for each, words in found.items() if new or each != old}
            continue
        for bare in find_bare_trade_names(heard.text):
            found[_with_trade_name(name, bare.name)] = (heard.wording.evidence(heard.turn, bare.start, bare.end),)
    found.pop(name, None)
    if found:
        yield Fact("alternative_names", tuple(found), tuple(one for each in found.values() for one in each))


def _respoken(heard: Heard, found: Iterable[str]) -> Iterator[tuple[str, str, tuple[Evidence, ...]]]:
    """«备选的不叫云起了，叫云柏»: the alternative name meant, as it is now (empty where it is only taken back), and where that was said."""
    for name in found:
        division = DIVISION.findall(name)[0]
        if told := renamed(heard.text, name[len(division) :]):
            new, *span = told
            yield name, division + new if new else "", (heard.wording.evidence(heard.turn, span[0], span[1]),)


def _meant(name: str, words: str) -> bool:
    """«逆流那个备选不要了»: two characters of the name stand right before."""
    core = name[len(DIVISION.findall(name)[0]) :]
    return any(core[start : start + 2] in words for start in range(min(3, len(core) - 1)))


def _with_trade_name(name: str, trade_name: str) -> str:
    """The full name with another 字号 in place of its own, which ends where the trade begins (taken to be as long where no trade is known)."""
    if FORM.search(trade_name):
        return trade_name
    start = len(DIVISION.findall(name)[0])
    trade = next((place for place in range(start + 2, min(start + 7, len(name))) if TRADES.match(name, place)), start + len(trade_name))
    return name[:start] + trade_name + name[trade:]


def _borrowed(statement: Statement, name: str) -> tuple[str, tuple[Evidence, ...]]:
    """«跟师傅名字那两个字一样»: characters of a person's name in the place of the same sounds."""
    for heard in statement.turns:
        for token in heard.tokens[:-1]:
            after = heard.text[token.end :]
            if token.who >= 0 and token.kind != "enterprise" and OTHERS_NAME.match(after) and re.match(r".{0,12}(?:一样|[两二三]个字|那个字)", after):
                mended = _respelt(name, statement.member(token.who).name)
                if mended != name:
                    return mended, statement.evidence(Spot(heard.turn, token.start, token.end))
    return name, ()


def _respelt(name: str, person: str) -> str:
    for size in (3, 2):
        given = person[-size:] if len(person) >= size else ""
        for start in range(len(name) - size + 1):
            if given and all(map(alike, name[start : start + size], given)):
                return name[:start] + given + name[start + size :]
    return name
