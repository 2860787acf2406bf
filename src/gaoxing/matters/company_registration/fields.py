"""The blanks of the company's form (公司登记（备案）申请书, 设立), edition 2026, in force 2026-05-01; the most useful question first.

Ids are the contract's; a blank beyond it is marked `contract=False`, a label not seen in an official layout `verified=False`.

>>> [each.id for each in FIELDS[:3]]
['name', 'registered_capital', 'parties']
"""

from __future__ import annotations

from gaoxing.forms.field import Field, Kind, Lack
from gaoxing.forms.form import Form
from gaoxing.forms.licence import LICENCE, YES_NO
from gaoxing.forms.parties import holders
from gaoxing.forms.person import nobody_is, party_columns

TYPES = (("limited_liability", "有限责任公司"), ("joint_stock", "股份有限公司"))
"""Forms of company (公司类型); the label that is printed follows from the shareholders, see forms/derive_type.py."""

BOARD = 3
"""So many directors are a board (董事会), 《公司法》第六十八条."""


def _named(form: Form) -> bool:
    return form.value("name") is not None


def _joint_stock(form: Form) -> bool:
    return bool(form.value("company_type") == "joint_stock")


def _no_supervisor(form: Form) -> bool:
    return form.value("no_supervisor") != "yes" and nobody_is("supervisor")(form)


def _no_chair(form: Form) -> bool:
    return len(holders(form, "director")) >= BOARD and nobody_is("chair")(form)


def _no_manager(form: Form) -> bool:
    return _joint_stock(form) and nobody_is("manager")(form)


LACKS = (
    Lack(nobody_is("legal_representative"), "谁当法定代表人？", "法定代表人由代表公司执行公司事务的董事或者经理担任。", "法人是我", "legal_representative"),
    Lack(nobody_is("director"), "谁当董事？", "可以只设一名董事；设董事会的，要三人以上。", "董事就一个，是我", "director"),
    Lack(_no_chair, "几位董事里谁当董事长？", "设董事会的要有一位董事长。", "董事长是我", "chair"),
    Lack(_no_manager, "谁当经理？", "股份有限公司要设经理。", "总经理是我", "manager"),
    Lack(
        _no_supervisor,
        "谁当监事？不设也可以。",
        "不设监事要全体股东一致同意；监事不能由董事、经理或财务负责人兼任。",
        "监事是我爱人，或者不设监事",
        "supervisor",
    ),
    Lack(nobody_is("finance_officer"), "谁当财务负责人？", "税务要用；财务负责人不能兼任监事。", "财务负责人是我们会计", "finance_officer"),
    Lack(nobody_is("liaison"), "谁当登记联络员？", "设立时必须确定联络员，并留电话和电子邮箱。", "联络员也是我", "liaison"),
)
"""Persons a company cannot be set up without."""

CORE = (
    Field(
        "name",
        "名称",
        Kind.TEXT,
        question="公司全称叫什么？",
        why="名称要由行政区划、字号、行业和组织形式组成。",
        example="昆山某某智能科技有限公司",
        required=True,
    ),
    Field(
        "registered_capital",
        "注册资本",
        Kind.MONEY,
        question="注册资本是多少钱？",
        why="注册资本是全体股东认缴的总数，有限公司要在五年内缴足。",
        example="一百万元",
        required=True,
    ),
    Field(
        "parties",
        "股东（发起人）、法定代表人、董事、监事、高级管理人员",
        Kind.ROWS,
        question="有哪几位股东？各占多少？谁当法定代表人？",
        why="申请书要逐人填写，股东的出资加起来要等于注册资本。",
        example="我占六成，我爱人占四成，法人是我",
        required=True,
        columns=party_columns(),
        lacks=LACKS,
    ),
    Field(
        "domicile",
        "住所",
        Kind.ADDRESS,
        question="公司的住所在哪里？请说到门牌和房间号。",
        why="一家公司只能登记一个住所，通知和文书都寄到那里。",
        example="昆山市玉山镇某某路1号2幢301室",
        required=True,
    ),
    Field(
        "business_scope",
        "经营范围",
        Kind.SCOPE,
        question="公司主要做什么生意？",
        why="要从登记机关公布的规范表述里选，有的项目还要办许可。",
        example="卖五金，也做模具加工",
        required=True,
    ),
    Field(
        "operating_term",
        "经营期限",
        Kind.TERM,
        question="公司打算经营多少年？可以说长期。",
        why="经营期限要写进章程并备案。",
        example="长期，或者二十年",
        required=True,
    ),
    Field(
        "company_type",
        "公司类型",
        Kind.CHOICE,
        question="办有限责任公司还是股份有限公司？",
        why="两种公司的出资和机构要求不一样。",
        example="有限责任公司",
        required=True,
        verified=False,
        choices=TYPES,
        wanted=_named,
    ),
)

FURTHER = (
    Field(
        "setup_mode",
        "设立方式",
        Kind.CHOICE,
        question="股份公司是发起设立还是募集设立？",
        why="股份有限公司要填。",
        example="发起设立",
        required=True,
        contract=False,
        choices=(("promotion", "发起设立"), ("subscription", "募集设立")),
        wanted=_joint_stock,
    ),
    Field(
        "telephone",
        "联系电话",
        Kind.TELEPHONE,
        question="公司的联系电话是多少？",
        why="登记机关按这个电话联系公司。",
        example="0512-57300000 或手机号",
        required=True,
        private=True,
        contract=False,
    ),
    Field("postcode", "邮政编码", Kind.TEXT, question="住所的邮政编码是多少？", why="申请书必填。", example="215300", required=True, contract=False),
    *LICENCE,
    Field("alternative_names", "备选名称", Kind.TEXTS, question="名称用不了的话，有备选的吗？", example="再备一个某某", verified=False),
    Field("employees", "从业人数", Kind.INTEGER, question="公司一共多少人干活？", why="社保和统计要用。", example="五个人，连我在内"),
    Field("business_premises", "生产经营地", Kind.ADDRESS, question="生产经营的地方和住所不在一处吗？在哪里？", example="与住所相同就不用填", contract=False),
    Field(
        "no_supervisor",
        "不设监事（全体股东一致同意）",
        Kind.CHOICE,
        question="全体股东都同意不设监事吗？",
        why="只有有限责任公司可以，而且要全体股东一致同意。",
        example="都同意，不设监事",
        contract=False,
        verified=False,
        choices=YES_NO,
    ),
)

FIELDS = CORE + FURTHER
