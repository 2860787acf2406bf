"""The blanks of a change of registration (公司登记（备案）申请书, 变更), edition 2026: whose registration, and each change with its old and new value."""

from __future__ import annotations

from gaoxing.forms.field import Field, Kind

ITEMS = (
    ("name", "名称"),
    ("domicile", "住所"),
    ("legal_representative", "法定代表人"),
    ("registered_capital", "注册资本"),
    ("business_scope", "经营范围"),
    ("shareholders", "股东（发起人）"),
    ("company_type", "公司类型"),
)
"""What can be changed (变更事项)."""

FIELDS = (
    Field(
        "enterprise",
        "名称",
        Kind.TEXT,
        question="是哪一家企业要变更？请说全称。",
        why="要和营业执照上的名称一字不差。",
        example="昆山某某科技有限公司",
        required=True,
    ),
    Field(
        "uscc",
        "统一社会信用代码",
        Kind.ID_NUMBER,
        question="这家企业的统一社会信用代码是多少？",
        why="登记机关按代码找档案。",
        example="营业执照上18位的那个，慢慢报",
        required=True,
    ),
    Field(
        "changes",
        "变更事项",
        Kind.ROWS,
        question="要变更什么？原来是什么，改成什么？",
        why="申请书要写变更前、变更后的内容。",
        example="住所从元丰路1号搬到玉山镇某某路2号",
        required=True,
        columns=(
            Field("item", "变更事项", Kind.CHOICE, question="变更的是哪一项？", example="住所", required=True, choices=ITEMS),
            Field("from", "原登记内容", Kind.TEXT, question="原来登记的是什么？", example="元丰路1号"),
            Field("to", "变更后登记内容", Kind.TEXT, question="改成什么？", example="玉山镇某某路2号"),
            Field("add", "增加的经营范围", Kind.SCOPE, question="经营范围要增加什么？", example="五金产品研发"),
            Field("remove", "减少的经营范围", Kind.SCOPE, question="经营范围要去掉什么？", example="五金产品零售"),
            Field("transferor", "转让方", Kind.TEXT, question="是谁转出股权？", example="张三"),
            Field("transferee", "受让方", Kind.TEXT, question="转给谁？", example="李四"),
            Field("percent", "转让的比例", Kind.PERCENT, question="转让公司百分之几的股权？", example="百分之十"),
            Field("amount", "转让的出资额", Kind.MONEY, question="转让多少出资额？", example="二十万"),
        ),
    ),
)
