"""The blanks of filing a project (企业投资项目备案), 《企业投资项目核准和备案管理条例》第十三条 (in force 2017-02-01); the most useful question first.

>>> [each.id for each in FIELDS if each.required][:3]
['enterprise', 'uscc', 'project_name']
"""

from __future__ import annotations

from gaoxing.forms.field import TRUE_FALSE, Field, Kind
from gaoxing.forms.project import CONTACT, CONTENT, PROJECT, USCC


def _part(field_id: str, label: str, question: str, why: str, example: str) -> Field:
    """A sum that nobody has to tell: a part of the total, or where the money comes from."""
    return Field(field_id, label, Kind.MONEY, question=question, why=why, example=example, contract=False, verified=False)


BLOCKS = "平台把总投资分成几块来填。"
FURTHER = (
    CONTENT,
    Field(
        "policy_conformity",
        "项目符合产业政策的声明",
        Kind.BOOLEAN,
        question="您声明这个项目符合产业政策吗？",
        why="备案必须有这份声明，企业对它的真实性负责。",
        example="是，符合",
        required=True,
        contract=False,
        choices=TRUE_FALSE,
    ),
    _part("land_cost", "其中：土地费用", "总投资里面，买地或者租地要多少？没有可以不填。", BLOCKS, "一千万"),
    _part("construction_investment", "其中：土建投资", "总投资里面，盖房子、装修要多少？没有可以不填。", BLOCKS, "三千万"),
    _part("installation_cost", "其中：安装费用", "总投资里面，设备安装要多少？没有可以不填。", BLOCKS, "五百万"),
    _part("working_capital", "其中：铺底流动资金", "总投资里面，留作周转的流动资金是多少？没有可以不填。", BLOCKS, "八百万"),
    _part("own_capital", "项目资本金", "总投资里面，自己出的钱是多少？没定可以不填。", "平台要填钱从哪里来，自己出的一般不少于两成。", "五千万"),
    Field(
        "industry",
        "所属行业代码",
        Kind.TEXT,
        question="属于哪个行业？有国民经济行业代码的请说代码，不知道可以不填。",
        why="平台按行业代码归类。",
        example="C3982",
        contract=False,
        verified=False,
    ),
)

FIELDS = (PROJECT[0], USCC, *PROJECT[1:], *CONTACT, *FURTHER)
