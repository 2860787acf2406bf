"""Whose business it is (申请企业): the enterprise that files, changes or asks, and its USCC (统一社会信用代码); later corrections count."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher

from gaoxing.facts.fact import Fact
from gaoxing.facts.owner import number_fact, owned_codes
from gaoxing.facts.party import name_evidence
from gaoxing.facts.statement import Heard, Statement
from gaoxing.facts.token import Token
from gaoxing.standards.expression import expression

WRONG = expression("报错|说错|念错|写错|讲错|不对|错了|更正|不是|应该是|改一下|听错")
NOT_FILER = expression(
    r"(?:新名[称字]?(?:是|叫|为)?|转[让给]|转让给|改[成为名叫]|更名为?|变更[成为]|换成|卖给|客户(?:是|叫)?|供应商(?:是|叫)?|房东(?:是|叫)?|集团(?:是"
    r"|叫)?|总部(?:是|叫)?"
    r"|母公司(?:是|叫)?|隔壁(?:的|是)?|(?<!变更|更换)(?<!换|改)股东(?:是|叫)?|合并(?:到|进)?|"
    r"并入|收购|欠我们?|同行)(?:那?家|的|到)*$"
)
OTHERS_AFTER = expression(
    "(?:新?投(?:资(?!额|总|规模|方|人)|了|入|[一二三四五六七八九十百千])|认缴|入股|还(?:在|开|经营|做)|别动|先?不注销|不用(?:注销|动)|[把将]|持有|名下|手[里上]|所持"
    "|要?退出|受让|欠|拖欠|那里|那边|抢|仿冒|跑了|倒闭"
    "|是我们(?:的)?(?:客户|供应商|股东|房东|母公司))"
)
OURS = expression("(?:我们|咱们?)(?:是|公司|厂)?$")
"""«我们某某公司投了两千万»: one's own, whatever it does."""
FOR_CLIENT = expression("(?:帮|替|给|代)(?:我们|我|一个|一家|个|家|的)*客户[^。；]{0,16}(?:办|注销|销|变更|改|弄|跑|反映|来)")
CLIENT = expression("客户(?:公司)?(?:是|叫|的?名[字称](?:是|叫))+$")
"""«帮客户来销户，客户是某某公司»: the client is whose business it is."""
TO_BE = expression("(?:改[成为名叫]|更名为?|变更[成为]|换成|新名[称字]?(?:是|叫|为)?)(?:叫|为|是)*$")
OWN_FORMER = expression("(?:改名|名[字称])[^，。；]{0,4}(?:原来?|以前|之前|现在)(?:就)?(?:叫|是|为)$|(?:原名|曾用名|旧名|老名字)(?:叫|是|为|：)?$")
SELF = expression(
    r"(?:我们?(?:是|公司|企业|厂|这边|单位|的)?(?:叫|是)?|企业(?:是|叫|为|：)?|公司(?:是|叫|为|名称|全称|名|：)?(?:是|叫)?|单位(?:是|：)?|这边是|代表"
    r"|给|帮|替|受托给|由|申报|是)$"
)
SHORT = expression(
    r"(?:^|[，。；])(?:你好|您好|喂|书记好|领导好)?[，]?(?:我们是|我们公司(?:叫|是)|我们厂(?:叫|是)|我们叫|这边是|这里是|我是|我代表|我们这边是"
    r"|公司(?:叫|是)|企业(?:叫|是)|代表)"
    r"(?P<name>[一-龥]{3,12}?)(?:公司|厂)?(?=的[一-龥]|的$|的[，。]|[，。；]|$|这边|想|要|有|反映)"
)
NOT_A_NAME = expression(
    "^(?:厂里|公司里?|单位|车间|工地|园区|管|做|搞|开|来|想|要|在|一|从|负责|个|家|会计|老板|厂长|法人|人事|财务|经理|行政|办|代办|代理|本人|他们|她们|你们|租|外地|外资|台资)|公司$|企业$|的|了"
    "|^(?:园区)?[几一二两三四五六七八九十]+家|来说$"
)
USCC_LIKE = expression("9[1-3][0-9]{6}[0-9A-Z]{10}")
"""What can only be a USCC, wrong check digit and all: an enterprise's, with its division."""
ALIKE = 0.6
"""How much of two names must be the same for one to be the other put right."""


def enterprise_facts(statement: Statement, field: str = "enterprise", without: Collection[tuple[int, int]] = ()) -> Iterator[Fact]:
    """The name of the enterprise that files; a short name («我们是某某微电子的») where no full one was said. What stands at `without` (turn, start) is none."""
    chosen: Token | None = None
    for heard in statement.turns:
        for token in heard.tokens:
            if (
                token.kind == "enterprise"
                and (heard.turn, token.start) not in without
                and _may_file(heard, token)
                and (chosen is None or _replaces(statement, heard, token, chosen, field))
            ):
                chosen = token
    if chosen is not None:
        member = statement.member(chosen.who)
        yield Fact(field, member.name, name_evidence(statement, member))
        return
    yield from _short(statement, field)


def uscc_facts(statement: Statement, field: str = "uscc") -> Iterator[Fact]:
    """The USCC said last, corrected tails put right; a question where two readings are open."""
    codes = owned_codes(statement)
    owned = [each for each in codes if each.kind == "uscc"] or [each for each in codes if each.kind == "digits" and USCC_LIKE.fullmatch(each.value)]
    if owned:
        yield number_fact(field, owned[-1], statement)


def alike(one: str, other: str) -> float:
    """How much of two names is the same, from 0 to 1."""
    return SequenceMatcher(None, one, other).ratio()


def filer(statement: Statement) -> str:
    """The name of the enterprise that files; empty where none was said."""
    return next((str(fact.value) for fact in enterprise_facts(statement)), "")


def _may_file(heard: Heard, token: Token) -> bool:
    before = heard.text[max(0, token.start - 12) : token.start]
    if heard.asked == "enterprise":
        return True
    if OWN_FORMER.search(before) and not NOT_FILER.search(before):
        return True
    if CLIENT.search(before) and FOR_CLIENT.search(heard.text[: token.start]):
        return True
    others = OTHERS_AFTER.match(heard.text, token.end) and not OURS.search(before)
    return token.mention.role_hint not in {"former", "neighbour"} and not NOT_FILER.search(before) and not others


def _replaces(statement: Statement, heard: Heard, token: Token, chosen: Token, field: str) -> bool:
    """Whether a later name puts the first one right: asked for again, or corrected and alike."""
    if token.who == chosen.who:
        return False
    if heard.asked == field:
        return True
    wrong = WRONG.search(heard.text[max(0, token.start - 24) : token.start])
    former, later = statement.member(chosen.who).name, statement.member(token.who).name
    renamed = max((alike(each, later) for each in _new_names(statement, token)), default=0.0)
    return bool(wrong) and alike(former, later) >= max(ALIKE, renamed)


def _new_names(statement: Statement, before: Token) -> Iterator[str]:
    """The names the enterprise is to have, said anywhere: a correction that is liker to one of them means that one."""
    for heard in statement.turns:
        for token in heard.tokens:
            if token.kind == "enterprise" and token.who != before.who and TO_BE.search(heard.text[max(0, token.start - 12) : token.start]):
                yield statement.member(token.who).name


def _short(statement: Statement, field: str) -> Iterator[Fact]:
    for heard in statement.turns:
        for start, end in _short_spans(heard, field):
            yield Fact(field, heard.text[start:end], (heard.wording.evidence(heard.turn, start, end),))
            return


def _short_spans(heard: Heard, field: str) -> Sequence[tuple[int, int]]:
    if heard.asked == field and 2 <= len(heard.text.strip("，。")) <= 20:
        return [(0, len(heard.text.rstrip("，。")))]
    persons = {(token.start, token.end) for token in heard.tokens if token.kind == "name"}
    return [
        match.span("name")
        for match in SHORT.finditer(heard.text)
        if not NOT_A_NAME.search(match["name"]) and not any(start < match.end("name") and match.start("name") < end for start, end in persons)
    ]
