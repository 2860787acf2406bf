"""The blanks about a person or a party (人员信息) that the forms of several matters share.

Labels: 《公司登记（备案）申请书》 and 《个体工商户登记（备案）申请书》, editions 2022 and 2026 (in force 2026-05-01); a label that was not seen in an
official layout is marked `verified=False`.

>>> from gaoxing.forms.form import Answer, Source
>>> holds("director", Form("company_registration", "2026", {"roles": Answer(("director",), Source.SAID)}))
True
"""

from __future__ import annotations

from collections.abc import Callable

from gaoxing.forms.field import Field, Kind
from gaoxing.forms.form import Form
from gaoxing.forms.licence import YES_NO

ROLES = (
    ("shareholder", "股东"),
    ("legal_representative", "法定代表人"),
    ("director", "董事"),
    ("chair", "董事长"),
    ("supervisor", "监事"),
    ("manager", "经理"),
    ("finance_officer", "财务负责人"),
    ("liaison", "登记联络员"),
    ("agent", "委托代理人"),
)
"""Offices in a company (职务): the contract's id and the official word."""

KINDS = (("person", "自然人"), ("enterprise", "非自然人"))
"""What a party is (主体类型)."""

METHODS = (
    ("cash", "货币"),
    ("in_kind", "实物"),
    ("intellectual_property", "知识产权"),
    ("land_use_right", "土地使用权"),
    ("equity", "股权"),
    ("claim", "债权"),
)
"""Ways of contributing (出资方式), 《公司法》第四十八条."""

IDENTITY_PAPERS = (
    ("resident_id", "中华人民共和国居民身份证"),
    ("hong_kong_macao_permit", "港澳居民来往内地通行证"),
    ("hong_kong_macao_residence", "港澳居民居住证"),
    ("taiwan_permit", "台湾居民来往大陆通行证"),
    ("taiwan_residence", "台湾居民居住证"),
    ("passport", "外国护照"),
    ("permanent_residence", "外国人永久居留身份证"),
    ("military_id", "军官证/士兵证"),
    ("business_licence", "营业执照"),
    ("institution_certificate", "事业单位法人证书"),
    ("association_certificate", "社会团体法人登记证书"),
    ("private_institution_certificate", "民办非企业单位登记证书"),
    ("other", "其他"),
)
"""Papers that prove who a party is (证件类型)."""

APPOINTMENTS = (("elected", "选举"), ("appointed", "委派"), ("engaged", "聘任"))
"""How an office came about (产生方式)."""

_REACHABLE = frozenset({"legal_representative", "finance_officer", "liaison", "agent"})
_OFFICERS = frozenset({"legal_representative", "director", "chair", "supervisor", "manager", "finance_officer"})


def holds(role: str, row: Form) -> bool:
    """Whether the party of this row (a form of its own, paths without prefix) holds the role."""
    return role in (row.value("roles") or ())


def is_shareholder(row: Form) -> bool:
    """Whether the party of this row holds a share or pays in."""
    return holds("shareholder", row) or any(path.startswith("contribution.") for path in row.answers)


def nobody_is(role: str) -> Callable[[Form], bool]:
    """A test for a whole form: no party holds the role."""

    def lacking(form: Form) -> bool:
        return not any(role in entry.get("roles", ()) for entry in form.rows("parties"))

    return lacking


def party_columns() -> tuple[Field, ...]:
    """The blanks of one party of a company, the most useful question first."""
    return _identity() + _contribution() + _contact() + _further()


def _identity() -> tuple[Field, ...]:
    return (
        Field(
            "name",
            "姓名或名称",
            Kind.TEXT,
            question="这一位叫什么名字？是单位的请说全称。",
            why="申请书、章程和决议上的姓名要和证件上一字不差。",
            example="张三，弓长张，一二三的三",
            required=True,
        ),
        Field("kind", "主体类型", Kind.CHOICE, question="{name}是个人还是单位？", example="个人", verified=False, choices=KINDS),
        Field("roles", "职务", Kind.CHOICES, question="{name}在公司里担任什么？", example="股东兼董事", choices=ROLES),
    )


def _contribution() -> tuple[Field, ...]:
    return (
        Field(
            "contribution.amount",
            "认缴出资额",
            Kind.MONEY,
            question="{name}认缴多少出资，或者占百分之几？",
            why="各股东认缴的钱加起来必须正好等于注册资本。",
            example="六十万，或者占六成",
            required=True,
            wanted=is_shareholder,
        ),
        Field("contribution.percent", "出资比例", Kind.PERCENT, question="{name}占百分之几？", example="百分之六十", wanted=is_shareholder),
        Field(
            "contribution.method",
            "出资方式",
            Kind.CHOICE,
            question="{name}用什么出资？现金，还是实物、专利这些？",
            why="章程要写明出资方式；不是现金的要评估作价、办过户。",
            example="现金",
            required=True,
            choices=METHODS,
            wanted=is_shareholder,
        ),
        Field(
            "contribution.due",
            "出资期限",
            Kind.DATE,
            question="{name}的钱最晚什么时候缴足？",
            why="有限公司要在成立之日起五年内缴足，2026年版申请书要填。",
            example="成立之日起五年内，或者2029年6月30日",
            required=True,
            wanted=is_shareholder,
        ),
    )


def _contact() -> tuple[Field, ...]:
    return (
        Field(
            "id_number",
            "证件号码",
            Kind.ID_NUMBER,
            question="{name}的身份证号码是多少？是单位的请报统一社会信用代码。",
            why="每个人都要实名核对。",
            example="请按三位、四位一组慢慢报",
            required=True,
            private=True,
            wanted=_needs_number,
        ),
        Field(
            "mobile",
            "移动电话",
            Kind.TELEPHONE,
            question="{name}的手机号是多少？",
            why="登记机关要能联系到本人，通知也发到这个号码。",
            example="十一位手机号，按三四四报",
            required=True,
            private=True,
            wanted=_needs_mobile,
        ),
        Field(
            "email",
            "电子邮箱",
            Kind.TEXT,
            question="{name}的电子邮箱是什么？",
            why="登记联络员要留电话和电子邮箱。",
            example="lianluo@example.cn",
            required=True,
            private=True,
            contract=False,
            wanted=_is_liaison,
        ),
    )


def _further() -> tuple[Field, ...]:
    return (
        Field("landline", "固定电话", Kind.TELEPHONE, question="{name}有固定电话吗？", example="0512-57300000", private=True, contract=False),
        Field("nationality", "国别（地区）", Kind.TEXT, question="{name}是哪个国家（地区）的？", example="中国", contract=False, verified=False),
        Field("id_type", "证件类型", Kind.CHOICE, question="{name}用的是什么证件？", example="身份证", contract=False, choices=IDENTITY_PAPERS),
        Field(
            "appointed_by",
            "产生方式",
            Kind.CHOICE,
            question="{name}的职务是选举、委派还是聘任的？",
            example="选举",
            contract=False,
            verified=False,
            choices=APPOINTMENTS,
            wanted=_is_officer,
        ),
        Field(
            "employee_representative",
            "职工代表",
            Kind.CHOICE,
            question="{name}是职工代表吗？",
            why="监事会里职工代表不少于三分之一；三百人以上的公司，董事会里一般要有职工代表。",
            example="不是",
            contract=False,
            verified=False,
            choices=YES_NO,
            wanted=_sits,
        ),
        Field(
            "audit_committee",
            "审计委员会成员",
            Kind.CHOICE,
            question="{name}是审计委员会的成员吗？",
            why="由董事组成审计委员会的，可以不设监事；备案董事时要标明谁是成员。",
            example="不是",
            contract=False,
            verified=False,
            choices=YES_NO,
            wanted=_directs,
        ),
    )


def _needs_number(row: Form) -> bool:
    return is_shareholder(row) or bool(row.value("roles"))


def _needs_mobile(row: Form) -> bool:
    return bool(_REACHABLE.intersection(row.value("roles") or ()))


def _is_liaison(row: Form) -> bool:
    return holds("liaison", row)


def _is_officer(row: Form) -> bool:
    return bool(_OFFICERS.intersection(row.value("roles") or ()))


def _directs(row: Form) -> bool:
    return holds("director", row) or holds("chair", row)


def _sits(row: Form) -> bool:
    return _directs(row) or holds("supervisor", row)
