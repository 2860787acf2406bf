"""Who will hold the licences (主体): a company to be set up, a sole trader, or an enterprise that has its business licence; only from words for it.

>>> [which("用公司名义办"), which("办个体户"), which("执照已经有了"), which("想开个面馆")]
['company', 'sole_trader', 'existing', None]
"""

from __future__ import annotations

from collections.abc import Iterator

from gaoxing.facts.fact import Fact
from gaoxing.facts.statement import Statement
from gaoxing.standards.expression import expression

_NOT = r"(?<!不是)(?<!不要)(?<!不用)(?<!不想)(?<!不办)(?<!不)(?<!没)"
WORDS = (
    (
        "existing",
        expression(
            r"(?:营业)?执照(?:是|都|早|老早|早就|已经|已|之前|以前|去年|前年|上个?月|本来|我们?|倒)*(?:就)?(?:有了|早就有|早有|办好了?|办了|办下来了?|拿到了?|领了|领到了?|有的|在手|办过了?|下来了|齐了|到手)|"
            r"(?:已经|已|早就|本来就)(?:有|办了?|拿到|领了?|领取|办好|办过)(?:了)?(?:个|我们的|公司的?|个体的?)?(?:营业)?执照|"
            r"(?:有|用)(?:现成|原来|老|现有)的(?:营业)?执照|(?:现有|现成|已有|已经注册(?:好)?|已经登记|已经成立|老|原有)的?(?:公司|企业|个体户|主体|市场主体|执照)|公司(?:是)?(?:早就|已经|早已|已|去年|前年)(?:注册|成立|登记|设立|有|办)|"
            r"公司(?:现在)?(?:想|要|准备|打算)*(?:再|多|加)开"
        ),
    ),
    ("sole_trader", expression(rf"{_NOT}个体(?:工商户|户|经营户|经营|工商|执照|营业执照)?")),
    (
        "company",
        expression(
            rf"(?:用|以|走|拿)(?:我们?|自己)?的?公司(?:的)?(?:名义|形式|主体|来|开|办|申请|去)|{_NOT}(?:注册|开|办|成立|设立|弄|搞|新设|新办|组建)(?:个|家|一家|一个|了)?[一-龥]{{0,8}}?公司(?!名义|附近|旁边)|"
            r"主体(?:类型)?(?:是|为|选|用)?(?:有限)?公司|公司(?:执照|类型)|(?:有限|有限责任|股份有限)公司|我们公司(?:是)?(?:做|搞|要做|想做)?[^，。]{0,8}[，]?(?:还没|没有|正要|准备|正在)(?:有)?(?:注册|登记|成立|办)|公司还没(?:注册|成立|登记|办)"
        ),
    ),
)
NEW_YET = expression(r"(?:还没|没有|没|还没有)(?:有)?(?:营业)?执照|执照(?:也|都)?(?:还)?没")
TAKEN_BACK = expression(
    r"(?:本来|原本|原来|起先|一开始)(?:是|想|要|打算|准备|呢|，){0,4}$|"
    r"(?:不是|不要|不用|不办|不开|别|没|不)(?:办|用|走|开|以|搞)?(?:什么|那个|这个)?$"
)
OTHERS = expression(r"(?:物业|房东|加盟|总部|供货|装修|代理|中介|老公的?|朋友的?|客户|隔壁|品牌|管理|上一?家|以前的?|原来的?)$")


def which(text: str) -> str | None:
    """The holder said last in a cleaned text; None where none was."""
    found = _last(text)
    return found[0] if found else None


def entity_facts(statement: Statement) -> Iterator[Fact]:
    """`entity`, from the last turn that says it; a name in full that ends in 有限公司 says it too."""
    for heard in reversed(statement.turns):
        found = _last(_hidden(heard.text, [(each.start, each.end) for each in heard.tokens if each.kind == "enterprise" and each.mention.role_hint in FOREIGN]))
        if found:
            kind, start, end = found
            yield Fact("entity", kind, (heard.wording.evidence(heard.turn, start, end),))
            return


FOREIGN = {"former", "neighbour"}


def _hidden(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + "某" * (end - start) + text[end:]
    return text


def _last(text: str) -> tuple[str, int, int] | None:
    found = [
        (match.end(), kind, match)
        for kind, pattern in WORDS
        for match in pattern.finditer(text)
        if not TAKEN_BACK.search(text[max(0, match.start() - 8) : match.start()]) and not OTHERS.search(text[max(0, match.start() - 5) : match.start()])
    ]
    existing = [each for each in found if each[1] == "existing" and not NEW_YET.search(text)]
    if not found:
        return None
    _, kind, match = max(existing or [each for each in found if each[1] != "existing"] or found, key=lambda each: each[0])
    return kind, match.start(), match.end()
