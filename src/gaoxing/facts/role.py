"""Posts in a company (职务) as people say them, and the post that is meant.

老板, 负责人 and 会计 alone imply nothing; 股东 is read from shares.

>>> [(each.role, each.start) for each in find_roles("法人和总经理都是我监事不设")]
[('legal_representative', 0), ('manager', 3), ('supervisor', 9)]
"""

from __future__ import annotations

from dataclasses import dataclass

from gaoxing.standards.expression import expression

WORDS = {
    "法定代表人": "legal_representative",
    "法人代表": "legal_representative",
    "法定代表": "legal_representative",
    "法代": "legal_representative",
    "法人": "legal_representative",
    "执行董事": "director",
    "董事长": "chair",
    "董事": "director",
    "监事": "supervisor",
    "总经理": "manager",
    "经理": "manager",
    "财务负责人": "finance_officer",
    "财务总监": "finance_officer",
    "财务主管": "finance_officer",
    "管财务的": "finance_officer",
    "登记联络员": "liaison",
    "联络员": "liaison",
    "委托代理人": "agent",
    "代理人": "agent",
    "经办人": "agent",
    "经营者": "operator",
    "店主": "operator",
}
BOARD = expression("(?P<board>董事会|监事会)(?:成员)?(?=由[^。；]{2,40}?(?:组成|构成)|(?:有|是|为|：|分别)+[一-龥])")
PATTERN = expression(
    r"(?<![项客产销店副])(?<!大区)(?<!产品)(?<!运营)(?<!市场)(?<!区域)(?<!客户)(?<!项目)(?<!大堂)(?:"
    + "|".join(sorted(WORDS, key=len, reverse=True))
    + r")(?!股东|会|个人|独资|库|委|身份证明|资格|企业)|财务(?=写|是|也|填|由|就|：|跟|和|[，。；]|$)"
)


@dataclass(frozen=True)
class RoleWord:
    """A post's word in the text and the contract's role."""

    start: int
    end: int
    role: str


def find_roles(text: str) -> tuple[RoleWord, ...]:
    """All posts by position, in the contract's words."""
    found = [RoleWord(match.start(), match.end(), WORDS.get(match[0], "finance_officer")) for match in PATTERN.finditer(text)]
    found += [RoleWord(match.start(), match.end(), WORDS[match["board"][:2]]) for match in BOARD.finditer(text)]
    return tuple(sorted(found, key=lambda each: each.start))
