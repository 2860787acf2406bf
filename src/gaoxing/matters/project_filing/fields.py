"""The blanks of filing a project (企业投资项目备案), 《企业投资项目核准和备案管理条例》第十三条 (in force 2017-02-01); the most useful question first.

>>> [each.id for each in FIELDS if each.required][:3]
['enterprise', 'uscc', 'project_name']
"""

from __future__ import annotations

from gaoxing.forms.field import TRUE_FALSE, Field, Kind
from gaoxing.forms.project import CONTACT, PROJECT, USCC

FURTHER = (
    Field(
        "content",
        "建设规模及内容",
        Kind.TEXT,
        question="这个项目具体建什么、上什么设备、做出来多少产品？",
        why="备案要写建设规模和建设内容，写清数量和单位。",
        example="新建厂房一栋，购置加工设备二十台，年产零件一百万件",
        required=True,
        contract=False,
    ),
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
)

FIELDS = (PROJECT[0], USCC, *PROJECT[1:], *CONTACT, *FURTHER)
