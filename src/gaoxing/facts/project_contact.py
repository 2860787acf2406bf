"""Who is to be reached about a project (联系人): the name said for it and the number said of it; else whoever's number was given.

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> said = hear(Transcript.of("老板姓张，具体找沙小林，电话13800001234"))
>>> [(each.field, each.value) for each in contact_facts(said)]
[('contact.name', '沙小林'), ('contact.mobile', '13800001234')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gaoxing.facts.fact import Fact
from gaoxing.facts.name_slot import name_after, name_before
from gaoxing.facts.owner import Owned, number_fact, owned_codes
from gaoxing.facts.project_name import find_project_names
from gaoxing.facts.statement import Heard, Statement
from gaoxing.facts.token import Token
from gaoxing.standards.expression import expression

POST = r"(?:项目|备案|具体|日常|现场|对外|业务)*(?:联系人|对接人|经办人|联络人|对接|经办|联络员|联系)"
TITLE = "(?:副总|老板|总经理|董事长|法人|经理|主任|工程师|主管|科长|部长|厂长|秘书|助理|翻译|专员|总监|总工|老师|师傅|会计|工)"
DESK = (
    r"(?:(?:我们?|他们?|咱们|公司|厂里|单位|企业)(?:那边|这边)?的?)?(?:(?:[一-龥]{1,4}(?:部门?|科|室|处)|同事|行政|财务|会计|基建办?)的?)?"
    rf"(?:[一-龥]{{0,3}}{TITLE})?(?:的|是|叫|，)*"
)
CUE = expression(
    rf"{POST}(?:的话|这边|那边|姓名|名字)?(?:就|还|也|先|改|换|现在)*(?:是|写|填|叫|为|用|：|成|找|留|放)*{DESK}"
    rf"|(?:具体|有事|有问题|后续|这事|这个事|事情|手续|报建)?(?:就|都|请|直接|可以|你|您|要)*(?:找|打给|联系|问){DESK}|(?:由|归|让|安排){DESK}"
)
LEAD = expression("(?:先生|女士|小姐|经理|主任)?[，：]?(?:他|她)?(?:的)?(?:手机|电话|号码|联系电话|联系方式)*(?:号码?|是|：)*[，]?$")
NICKNAME = expression("[小老阿](?P<surname>[一-龥])(?=(?P=surname))")
BARE = expression(r"^(?:找|由|归|让|安排|问)")
DOES = expression(r"(?:先生|女士|小姐|经理|总|工|主任)?(?:来|去|在|全权|具体)*(?:负责|对接|联系|跟进|跟|办|经办|跑|盯|管)")
HANDLES = expression(rf"(?:先生|女士|小姐|经理|总|工|主任)?(?:是|做|当|为|任|来做|来当)(?:我们?的?|这个|项目的?|本次|公司的?|这次的?)*{POST}")
SELF = expression(r"(?:我叫|我是|本人叫?|我姓名是?|我的名字叫?是?|联系人(?:就)?(?:是|写|填)我(?:自己|本人)?[，]?(?:我)?(?:叫|是)?)$")
NOT_A_NAME = expression("先生|女士|小姐|经理|老板|会计|主任|我|你|他|她|这|那|谁|就|再|都|公司|电话|手机|号码|项目|负责")
OF_OTHERS = expression(
    "(?:银行|客户|房东|设计院|施工|总包|隔壁|中介|街道|园区|招商|供应商|法人|法定代表人|老板|董事长|总经理)(?:那边|代表|那个)?(?:的|是|叫|：)*$"
)

UNUSED = expression("，?(?:这个|那个)?(?:号|号码)?(?:不用|不要|别|不必)(?:填|写|记|留)")
RIGHTED = expression("不对|说错|错了|改|换|更正|应该")
THEIR_NAME = expression("，?(?:(?:他|她|人|这人)(?:的名字)?(?:叫|是)|(?:姓名|名字|联系人)(?:叫|是|：))")
NEXT = 8
"""Characters between a name and its number."""
OTHERS_NAME = expression("的?[一-龥]{2,4}[，：](?:的)?$")
NUMBER_WORDS = expression("(?:的)?(?:电话|手机|号码|联系方式|座机)(?:是|：)?$")


@dataclass(frozen=True)
class Named:
    """A name said for the contact, in its place; `firm`: a word for the post led to it."""

    turn: int
    start: int
    end: int
    name: str
    who: int = -1
    firm: bool = True


def contact_facts(statement: Statement, field: str = "contact") -> Iterator[Fact]:
    """`contact.name` and `contact.mobile`; the number alone where it was given without a name."""
    named = _named(statement)
    codes = [each for each in owned_codes(statement) if each.kind in {"mobile", "landline"}]
    if named is not None:
        yield Fact(f"{field}.name", _called(statement, named), (statement.turns[named.turn].wording.evidence(named.turn, named.start, named.end),))
    number = _number(statement, codes, named)
    if number is not None:
        yield number_fact(f"{field}.mobile", number, statement)


def _named(statement: Statement) -> Named | None:
    """The name said last for the post; else the speaker's own."""
    found: Named | None = None
    for heard in statement.turns:
        for each in _names(heard):
            if found is None or each.firm or not found.firm:
                found = each
    return found or next((each for heard in statement.turns for each in _speaker(statement, heard)), None)


def _names(heard: Heard) -> Iterator[Named]:
    names = {token.start: token for token in heard.tokens if token.kind == "name" and not _in_a_project(heard, token)}
    if (heard.asked or "").startswith("contact") and not CUE.search(heard.text):
        yield from _bare(heard, names)
    spots: dict[int, Named] = {}
    for cue in CUE.finditer(heard.text):
        for each in _after(heard, cue, names):
            spots[each.start] = each
    for match in HANDLES.finditer(heard.text):
        token = next((token for token in names.values() if token.end == match.start()), None)
        name = token.mention.name if token else name_before(heard.text, match.start())
        if name:
            spots[match.start() - len(name)] = Named(heard.turn, match.start() - len(name), match.start(), name, token.who if token else -1)
    for each in (*_beside_numbers(heard, names), *_behind_numbers(heard, names)):
        spots.setdefault(each.start, each)
    yield from (spots[start] for start in sorted(spots))


def _after(heard: Heard, cue: re.Match[str], names: dict[int, Token]) -> Iterator[Named]:
    """The name right behind a cue; behind 由 or 找 only where 负责 or a telephone follows."""
    begin = cue.end() + heard.text.startswith("（", cue.end())
    at = begin + (2 if NICKNAME.match(heard.text, begin) else 0)
    token = names.get(at)
    name = token.mention.name if token else name_after(heard.text, at)
    if not name or NOT_A_NAME.search(name) or OF_OTHERS.search(heard.text[max(0, cue.start() - 8) : cue.start()]):
        return
    end = token.end if token else at + len(name)
    bare = BARE.match(cue[0]) is not None and "联系" not in cue[0]
    if bare and not (DOES.match(heard.text, end) or _has_number(heard, end) or _follows_number(heard, cue.start())):
        return
    yield Named(heard.turn, at, end, name, token.who if token else -1)


def _beside_numbers(heard: Heard, names: dict[int, Token]) -> Iterator[Named]:
    """«找我们环保主管易小川，135…»: whoever stands right before a telephone."""
    for code in heard.tokens:
        lead = LEAD.search(heard.text[: code.start]) if code.kind == "code" and code.mention.kind in {"mobile", "landline"} else None
        if lead is None or UNUSED.match(heard.text, code.end):
            continue
        end = lead.start()
        token = next((token for token in names.values() if token.end == end), None)
        name = token.mention.name if token else name_before(heard.text, end)
        start = end - len(name)
        if name and not NOT_A_NAME.search(name) and not OF_OTHERS.search(heard.text[max(0, start - 8) : start]):
            yield Named(heard.turn, start, end, name, token.who if token else -1)


def _behind_numbers(heard: Heard, names: dict[int, Token]) -> Iterator[Named]:
    """«电话写他的，135…，他叫易小川»: whose the number was, told behind it."""
    for code in heard.tokens:
        match = THEIR_NAME.match(heard.text, code.end) if code.kind == "code" and code.mention.kind in {"mobile", "landline"} else None
        token = names.get(match.end()) if match else None
        name = "" if match is None else token.mention.name if token else name_after(heard.text, match.end())
        if match and name and not NOT_A_NAME.search(name):
            yield Named(heard.turn, match.end(), match.end() + len(name), name, token.who if token else -1)


def _has_number(heard: Heard, end: int) -> bool:
    return any(token.kind == "code" and 0 <= token.start - end <= 12 for token in heard.tokens)


def _follows_number(heard: Heard, start: int) -> bool:
    return any(token.kind == "code" and 0 <= start - token.end <= 1 for token in heard.tokens)


def _bare(heard: Heard, names: dict[int, Token]) -> Iterator[Named]:
    """The answer to a question: the first name of the turn, or what can only be one."""
    token = next((names[start] for start in sorted(names)), None)
    if token is not None:
        yield Named(heard.turn, token.start, token.end, token.mention.name, token.who)
        return
    lead = re.match("(?:就|是|叫|写|填|找|我叫|我是|那|我们|的)*", heard.text)
    at = lead.end() if lead else 0
    name = name_after(heard.text, at)
    if name and not NOT_A_NAME.search(name):
        yield Named(heard.turn, at, at + len(name), name)


def _speaker(statement: Statement, heard: Heard) -> Iterator[Named]:
    for token in heard.tokens:
        if (
            token.kind == "name"
            and not _in_a_project(heard, token)
            and (statement.member(token.who).speaker or SELF.search(heard.text[max(0, token.start - 10) : token.start]))
        ):
            yield Named(heard.turn, token.start, token.end, token.mention.name, token.who, firm=False)


def _in_a_project(heard: Heard, token: Token) -> bool:
    return any(each.start < token.end and token.start < each.end for each in find_project_names(heard.text))


def _called(statement: Statement, named: Named) -> str:
    return statement.member(named.who).name or named.name if named.who >= 0 else named.name


def _number(statement: Statement, codes: Sequence[Owned], named: Named | None) -> Owned | None:
    """The number said of the named one, a mobile before a fixed line; without a name the last that is nobody else's."""
    free = [each for each in codes if _beside(each, named) or not _of_another(statement, each)]
    mobiles = [each for each in free if each.kind == "mobile"] or free
    if named is None:
        return next(iter(reversed(mobiles)), None)
    later = [each for each in mobiles if each.spot.turn > named.turn and _is_asked(statement, each)]
    own = [each for each in mobiles if each.who == named.who and named.who >= 0]
    near = [each for each in mobiles if each.spot.turn == named.turn and each.spot.start >= named.start]
    return next(iter([*reversed(later), *reversed(own), *near, *reversed(mobiles)]), None)


def _beside(each: Owned, named: Named | None) -> bool:
    return named is not None and each.spot.turn == named.turn and 0 <= each.spot.start - named.end <= NEXT


def _is_asked(statement: Statement, each: Owned) -> bool:
    """Whether a later turn was asked for the number, or puts it right."""
    heard = statement.turns[each.spot.turn]
    return heard.asked in {"contact", "contact.mobile"} or bool(RIGHTED.search(heard.text))


def _of_another(statement: Statement, each: Owned) -> bool:
    """Whether a number was said of a bank, a client or the boss."""
    text = statement.turns[each.spot.turn].text
    before = NUMBER_WORDS.sub("的", text[max(0, each.spot.start - 16) : each.spot.start])
    return OF_OTHERS.search(OTHERS_NAME.sub("的", before)) is not None or UNUSED.match(text, each.spot.end) is not None
