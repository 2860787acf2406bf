"""The operator (经营者) and the family who join in (参加经营的家庭成员): who is named for the post, else the speaker, else the one whom it is all about."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gaoxing.facts.appointment import appoint
from gaoxing.facts.fact import Fact
from gaoxing.facts.mentions import PERSONS, Member
from gaoxing.facts.owner import Owned, belongs, number_fact, owned_codes
from gaoxing.facts.party import name_evidence
from gaoxing.facts.posts import Appointments
from gaoxing.facts.statement import Statement
from gaoxing.facts.token import Token
from gaoxing.standards.expression import expression

POST = expression(
    r"(?:还是|改成|换成|就)写$|经营者[^。；]{0,12}(?:不对|错了|改成|换成)[，]?(?:是|写|填)?$|(?:经营者|店主|业主|户主|负责人)(?:姓名)?(?:(?:还|就|也|先)?(?:是|写|填|为|叫|用|由|换成|改成|登记)|：|，|就是)*$"
)
NAMED = expression("(?:叫|姓名(?:是|：)?|名字是?|登记的?是)$")
SETTING_UP = expression("(?:想|要|来|准备|打算)+(?:自己)?(?:开|办|登记|经营|注册)")
BEHALF = expression("(?:帮|替|代|给|为)$")
ERRAND = expression("(?:他|她)?(?:来|去|跑)?(?:一趟)?(?:办(?!公)|登记|注册|申请|报名?|弄|问)")
SENT = expression("[叫让喊托]我(?:来|帮|给|去|跑)")
AFTER_POST = expression(r"(?:来)?(?:当|做|是|为|任)(?:经营者|店主|业主)")
LEAVING = ("不写", "不算", "不参加", "退出", "不要", "去掉")
FAMILY = expression(r"(?:家庭成员|家人|成员|参加经营的?(?:有|是)?|一起经营的?(?:有|是)?|[和跟还有加上]+)(?:有|是|：|写|填)*$")


def operator_facts(statement: Statement, *, family: bool = False) -> Iterator[Fact]:
    """`operator.name`, `operator.id_number`, `operator.mobile`, and the rows of `family_members` where the family runs it."""
    operator = _operator(statement)
    codes = owned_codes(statement)
    if operator is not None:
        yield Fact("operator.name", operator.name, name_evidence(statement, operator))
    yield from _numbers("operator", -1 if operator is None else operator.number, statement, codes)
    if family and operator is not None:
        gone = _gone(statement)
        named = [member for member in statement.roster.members if member.kind == "person" and member.name and member.number not in gone]
        others = [member for member in named if member.number != operator.number]
        for number, member in enumerate(others):
            yield Fact(f"family_members.{number}.name", member.name, name_evidence(statement, member))
            yield from _numbers(f"family_members.{number}", member.number, statement, codes, only=("id_number",))


def _gone(statement: Statement) -> frozenset[int]:
    """«儿子不写了»: who was said not to join in after all."""
    pairs = [pair for heard in statement.turns for pair in pairwise(heard.tokens)]
    return frozenset(one.who for one, other in pairs if one.kind in PERSONS and other.kind == "not" and other.words.startswith(LEAVING))


def _numbers(path: str, who: int, statement: Statement, codes: tuple[Owned, ...], only: tuple[str, ...] = ("id_number", "mobile")) -> Iterator[Fact]:
    kinds = {"id_number": ("id_number",), "mobile": ("mobile", "landline")}
    for field in only:
        owned = belongs(codes, who, kinds[field]) or (belongs(codes, -1, kinds[field]) if path == "operator" else None)
        if owned is not None:
            yield number_fact(f"{path}.{field}", owned, statement)


def _operator(statement: Statement) -> Member | None:
    posted = None
    state = Appointments()
    for heard in statement.turns:
        before = state.holders.get("operator", [])
        appoint(heard.tokens, heard.turn, state)
        if state.holders.get("operator", []) != before:
            posted = next((statement.member(each.who) for each in state.holders.get("operator", [])[-1:]), None)
            continue
        for place, token in enumerate(heard.tokens):
            if token.kind in PERSONS and (
                _posted(heard.text, token)
                or (heard.asked in {"operator", "operator.name"} and posted is None)
                or (heard.asked in {"operator", "operator.name"} and _first(heard.tokens, place))
            ):
                posted = statement.member(token.who)
    named = [member for member in statement.roster.members if member.kind == "person" and member.name]
    if posted is not None and posted.name:
        return posted
    speaker = next((member for member in named if member.speaker), None)
    if (other := _on_whose_behalf(statement)) is not None and other.name:
        return other
    return speaker or next((member for member in named if _introduced(statement, member)), None)


def _on_whose_behalf(statement: Statement) -> Member | None:
    """«我帮我妈办个体户», «我妈想开个小店,叫我来办»: the one for whom the speaker came; nobody where the speaker sets up something too."""
    for heard in statement.turns:
        for token in heard.tokens:
            if token.kind not in {"relation", "name", "pronoun"}:
                continue
            behalf = BEHALF.search(heard.text[: token.start]) and ERRAND.match(heard.text, token.end)
            sends_me = SETTING_UP.match(heard.text, token.end) and SENT.search(heard.text, token.end)
            if behalf or sends_me:
                return statement.member(token.who)
    return None


def _introduced(statement: Statement, member: Member) -> bool:
    """Whether somebody is named on purpose: by a relation, a cue, a number of their own, or «叫»; not a word that looks like a name."""
    if member.relations or member.cues or any(each.who == member.number for each in owned_codes(statement)):
        return True
    said = [(statement.turns[spot.turn].text, spot) for spot in member.spots]
    return any(NAMED.search(text[: spot.start]) or SETTING_UP.match(text, spot.end) for text, spot in said)


def _first(tokens: tuple[Token, ...], place: int) -> bool:
    return not any(token.kind in PERSONS for token in tokens[:place])


def _posted(text: str, token: Token) -> bool:
    return bool(POST.search(text[max(0, token.start - 22) : token.start]) or AFTER_POST.match(text, token.end))
