"""The blanks of the sole trader's form (个体工商户登记（备案）申请书, 设立), edition 2026, in force 2026-05-01; the most useful question first.

Labels were read in the form of the 2022 edition; the exact layout of 2026 was not seen.

>>> [each.id for each in FIELDS[:3]]
['operator.name', 'premises', 'business_scope']
"""

from __future__ import annotations

from gaoxing.forms.field import Field, Kind
from gaoxing.forms.form import Form
from gaoxing.forms.licence import LICENCE, YES_NO


def _family(form: Form) -> bool:
    return bool(form.value("composition") == "family")


CORE = (
    Field(
        "operator.name",
        "经营者姓名",
        Kind.TEXT,
        question="经营者叫什么名字？",
        why="执照写经营者的名字，要和身份证一致。",
        example="张三，弓长张，一二三的三",
        required=True,
    ),
    Field(
        "premises",
        "经营场所",
        Kind.ADDRESS,
        question="店开在哪里？请说到门牌号。",
        why="经营场所要登记，证照也送到那里。",
        example="昆山市玉山镇某某路1号",
        required=True,
    ),
    Field(
        "business_scope",
        "经营范围",
        Kind.SCOPE,
        question="店里主要做什么生意？",
        why="要从登记机关公布的规范表述里选，有的项目还要办许可。",
        example="卖水果，也卖点日用百货",
        required=True,
    ),
    Field(
        "composition",
        "组成形式",
        Kind.CHOICE,
        question="是一个人经营，还是一家人一起经营？",
        why="家庭经营的，参加经营的家人要写进申请书并签字。",
        example="个人经营",
        required=True,
        choices=(("individual", "个人经营"), ("family", "家庭经营")),
    ),
    Field(
        "funds",
        "出资额",
        Kind.MONEY,
        question="打算投多少钱？",
        why="申请书要填出资额，按自己申报的填。",
        example="五万元",
        required=True,
    ),
    Field(
        "name",
        "名称（选填）",
        Kind.TEXT,
        question="店有名字吗？全称叫什么？没有可以不填。",
        why="个体工商户可以不起名称；起了就要核对。",
        example="昆山市玉山镇某某小吃店",
    ),
    Field(
        "family_members",
        "参加经营的家庭成员",
        Kind.ROWS,
        question="一起经营的家人有哪几位？",
        why="家庭经营的，参加经营的家人都要写上。",
        example="我爱人李四，木子李",
        required=True,
        columns=(
            Field("name", "姓名", Kind.TEXT, question="这位家人叫什么名字？", example="李四，木子李", required=True),
            Field(
                "id_number",
                "身份证件号码",
                Kind.ID_NUMBER,
                question="{name}的身份证号码是多少？",
                why="参加经营的家人也要实名。",
                example="请按三位、四位一组慢慢报",
                required=True,
                private=True,
            ),
        ),
        wanted=_family,
    ),
)

OPERATOR = (
    Field(
        "operator.id_number",
        "身份证件号码",
        Kind.ID_NUMBER,
        question="经营者的身份证号码是多少？",
        why="经营者要实名核对。",
        example="请按三位、四位一组慢慢报",
        required=True,
        private=True,
    ),
    Field(
        "operator.mobile",
        "移动电话",
        Kind.TELEPHONE,
        question="经营者的手机号是多少？",
        why="通知发到这个号码。",
        example="十一位手机号，按三四四报",
        required=True,
        private=True,
    ),
    Field(
        "operator.sex",
        "性别",
        Kind.CHOICE,
        question="经营者是男还是女？",
        example="男",
        required=True,
        contract=False,
        choices=(("male", "男"), ("female", "女")),
    ),
    Field("operator.ethnicity", "民族", Kind.TEXT, question="经营者是什么民族？", example="汉族", required=True, private=True, contract=False),
    Field("operator.education", "文化程度", Kind.TEXT, question="经营者的文化程度是什么？", example="高中", required=True, contract=False),
    Field("operator.political_status", "政治面貌", Kind.TEXT, question="经营者的政治面貌是什么？", example="群众", required=True, private=True, contract=False),
    Field("operator.occupation", "职业状况", Kind.TEXT, question="经营者申请前做什么工作？", example="务工", required=True, contract=False),
    Field(
        "operator.address",
        "住所",
        Kind.ADDRESS,
        question="经营者本人住在哪里？",
        why="申请书要填经营者的住所，按身份证或现住址填。",
        example="昆山市玉山镇某某小区1幢101室",
        required=True,
        private=True,
        contract=False,
    ),
)

FURTHER = (
    Field(
        "e_commerce",
        "电子商务经营者",
        Kind.CHOICE,
        question="是只在网上做生意吗？",
        why="网上经营的可以用平台给的网络经营场所登记。",
        example="不是，有店面",
        required=True,
        contract=False,
        choices=YES_NO,
    ),
    Field("telephone", "联系电话", Kind.TELEPHONE, question="店里的联系电话是多少？", example="就用我的手机", required=True, private=True, contract=False),
    Field("postcode", "邮政编码", Kind.TEXT, question="经营场所的邮政编码是多少？", example="215300", required=True, contract=False),
    *LICENCE,
    Field("employees", "从业人数", Kind.INTEGER, question="店里一共几个人干活？", why="社保和统计要用。", example="三个人，连我在内"),
)

FIELDS = CORE + OPERATOR + FURTHER
