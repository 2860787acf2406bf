"""The new name of the enterprise (名称变更): a full name behind 改成, 更名为, or part of the old one replaced («名称里的五金改成科技»)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gaoxing.facts.fact import Fact
from gaoxing.facts.filer import ALIKE, alike, enterprise_facts
from gaoxing.facts.party import name_evidence
from gaoxing.facts.statement import Heard, Statement
from gaoxing.facts.token import Token
from gaoxing.matters.registration_change.row import Row, row
from gaoxing.standards.expression import expression

RENAMED = expression(
    r"(?:改名|更名|名称|名字|公司名|改叫|名)[^，。；]{0,10}(?:改|换|变|更|叫)[^，。；]{0,6}$"
    r"|(?:改名|更名|改叫|改成|改为|换成|换为|变更为|变更成|变更到|更名为|新名[字称]?(?:是|叫|为)?|以后就?叫|→)(?:叫|为|成|是|做)*$"
)
_COUNT = "(?:这)?(?:[一两二三四]个?字)?"
PART = expression(
    rf"(?:名称|名字|公司名|字号)(?:里|中|当中)?面?的?[“「]?(?P<old>[一-龥]{{1,6}}?)[”」]?{_COUNT}(?:改|换|变更)(?:成"
    rf"|为)[“「]?(?P<new>[一-龥]{{1,6}}?)[”」]?{_COUNT}(?=[，。；]|$|其他|别的|其余)"
)
CALLED = expression("(?:^|[，。；]|我们|公司|企业|名字|名称)的?(?:原来|原先|之前|以前)的?(?:名字|名称|公司名)?(?:叫|是|为|：)$")


def former_name(statement: Statement) -> Iterator[Fact]:
    """The name that the new one takes the place of in one breath: «原来叫A，现在改叫B»; none where several were."""
    for heard in statement.turns:
        names = [token for token in heard.tokens if token.kind == "enterprise"]
        if len({token.who for token in names if CALLED.search(heard.text[: token.start])}) > 1:
            return
        for old, new in pairwise(names):
            same = "。" not in heard.text[old.end : new.start] and old.who != new.who
            if same and CALLED.search(heard.text[: old.start]) and RENAMED.search(heard.text[max(0, new.start - 16) : new.start]):
                member = statement.member(old.who)
                yield Fact("enterprise", member.name, name_evidence(statement, member))
                return


def name_change(statement: Statement) -> Iterator[Row]:
    """The change of the name, the enterprise's own as the old one; none where no new one was said."""
    old = next(iter((*enterprise_facts(statement), *former_name(statement))), None)
    own = str(old.value) if old else ""
    said = [statement.member(each.who).name for heard in statement.turns for each in heard.tokens if _is_new(statement, heard, each, own)]
    for heard in reversed(statement.turns):
        token = next((each for each in reversed(heard.tokens) if _is_new(statement, heard, each, own) or _mends(statement, heard, each, own, said)), None)
        if token is not None:
            member = statement.member(token.who)
            yield _renamed(old, member.name, Fact("name", member.name, name_evidence(statement, member)), (heard.turn, token.start))
            return
        match = PART.search(heard.text)
        if match is not None and own.count(match["old"]) == 1:
            name = own.replace(match["old"], match["new"])
            yield _renamed(old, name, Fact("name", name, (heard.wording.evidence(heard.turn, *match.span()),)), (heard.turn, match.start()))
            return


def _is_new(statement: Statement, heard: Heard, token: Token, own: str) -> bool:
    return token.kind == "enterprise" and statement.member(token.who).name != own and bool(RENAMED.search(heard.text[max(0, token.start - 16) : token.start]))


def _mends(statement: Statement, heard: Heard, token: Token, own: str, said: list[str]) -> bool:
    """Whether a later turn's name puts the new one right: it is liker to that than to the enterprise's own."""
    if token.kind != "enterprise" or not heard.turn or not said:
        return False
    name = statement.member(token.who).name
    return name != own and alike(name, said[-1]) > max(alike(name, own), ALIKE)


def _renamed(old: Fact | None, name: str, new: Fact, place: tuple[int, int]) -> Row:
    columns = {"to": (name, new.evidence), **({"from": (old.value, old.evidence)} if old else {})}
    return row("name", columns, new.evidence, spot=place)
