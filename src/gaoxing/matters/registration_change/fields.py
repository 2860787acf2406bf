"""The blanks of a change of registration (公司登记（备案）申请书, 变更), edition 2026: whose registration, and each change with its old and new value.

What a change holds depends on its item: a name, an address, a person, a sum or a type with 原登记内容 and 变更后登记内容; items of the scope that enter and
leave; a share that passes from one to another. The arrangement of 2026 was not seen; rows and labels follow the form of 2022 (registration.md A.1.3).

>>> [each.id for each in FIELDS]
['enterprise', 'uscc', 'changes', 'resolved', 'sole_shareholder', 'reduction_announced', 'increase_due', 'established', 'contribution_due']
"""

from __future__ import annotations

from decimal import Decimal

from gaoxing.forms.derive_authority import of_kind
from gaoxing.forms.derive_type import Derived, kind_of_name
from gaoxing.forms.field import Field, Kind
from gaoxing.forms.form import Form
from gaoxing.forms.parties import Party, number, parties
from gaoxing.forms.shareholder_count import sole_shareholder

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

IN_THE_CHARTER = ("name", "domicile", "registered_capital", "business_scope", "shareholders", "company_type")
"""Items that the charter states (《公司法》第四十六条); of the legal representative it states only how one is chosen and changed."""

LINES = {"business_scope": Field("to", "经营范围", Kind.SCOPE), "shareholders": Field("to", "股东（发起人）", Kind.TEXTS)}
"""Items whose former content only the register tells, one thing a line."""

TYPES = (("limited_liability", "有限责任公司"), ("joint_stock", "股份有限公司"))
SHAPES = {
    "name": Field("to", "名称", Kind.TEXT),
    "domicile": Field("to", "住所", Kind.ADDRESS),
    "legal_representative": Field("to", "法定代表人", Kind.TEXT),
    "registered_capital": Field("to", "注册资本", Kind.MONEY),
    "company_type": Field("to", "公司类型", Kind.CHOICE, choices=TYPES),
}
"""Item → what its old and new value look like."""


def changed(form: Form, item: str) -> tuple[Party, ...]:
    """The rows that change this item."""
    return tuple(row for row in parties(form, "changes") if row.answers.get("item") == item)


def capital_step(form: Form) -> tuple[Party | None, Decimal]:
    """The row that changes the capital and by how much; zero where one of the two sums was not said or the currencies differ."""
    row = next(iter(changed(form, "registered_capital")), None)
    old, new = (row.answers.get(column) for column in ("from", "to")) if row else (None, None)
    if not isinstance(old, dict) or not isinstance(new, dict) or old.get("currency") != new.get("currency"):
        return row, Decimal(0)
    before, after = number(old.get("amount")), number(new.get("amount"))
    return row, after - before if before is not None and after is not None else Decimal(0)


def company_kind(form: Form) -> str:
    """`limited_liability` or `joint_stock` as the company will be: by a change of type, else by its name; empty where neither shows it."""
    row = next(iter(changed(form, "company_type")), None)
    return (row.text("to") if row else "") or kind_of_name(str(form.value("enterprise") or ""))


def former_kind(form: Form) -> str:
    """The kind of company that resolves, and whose shares pass: by what its type was, else by its name, else by what it is not to become."""
    row = next(iter(changed(form, "company_type")), None)
    told = (row.text("from") if row else "") or kind_of_name(str(form.value("enterprise") or ""))
    return told or next((kind for kind, _ in TYPES if row and row.text("to") and kind != row.text("to")), "")


def charter_alters(form: Form) -> bool:
    """Whether the charter says otherwise afterwards. That of a company limited by shares names its promoters alone (第九十五条), whoever holds shares later."""
    items = {row.text("item") for row in parties(form, "changes")} & set(IN_THE_CHARTER)
    if former_kind(form) == "joint_stock":
        items -= {"shareholders"}
    return bool(items) or form.value("contribution_due") is not None


def authority(form: Form) -> Derived:
    """The level of the registration authority for the company as it will be, and why."""
    return of_kind(company_kind(form))


def _like(path: str, form: Form) -> Field | None:
    item = str(form.value(f"{path.rpartition('.')[0]}.item") or "")
    return SHAPES.get(item) or LINES.get(item)


def _plain(row: Form) -> bool:
    return row.value("item") in SHAPES


def _scope(row: Form) -> bool:
    return bool(row.value("item") == "business_scope")


def _nothing_removed(row: Form) -> bool:
    return _scope(row) and not row.value("remove")


def _share(row: Form) -> bool:
    return bool(row.value("item") == "shareholders")


def _no_amount(row: Form) -> bool:
    return _share(row) and not row.value("amount")


def _falls(form: Form) -> bool:
    return capital_step(form)[1] < 0


def _rises(form: Form) -> bool:
    return capital_step(form)[1] > 0


def _resolves(form: Form) -> bool:
    """Whether a company changes more than its shareholders: then a meeting, or the one shareholder, has to decide."""
    return _company(form) and any(row.text("item") not in {"", "shareholders"} for row in parties(form, "changes"))


def _company(form: Form) -> bool:
    return bool(company_kind(form))


COLUMNS = (
    Field("item", "变更事项", Kind.CHOICE, question="变更的是哪一项？", example="住所", required=True, choices=ITEMS),
    Field("from", "原登记内容", Kind.TEXT, question="这一项原来登记的是什么？", example="元丰路1号", wanted=_plain, like=_like),
    Field(
        "to",
        "变更后登记内容",
        Kind.TEXT,
        question="这一项改成什么？",
        why="申请书要写变更后的内容。",
        example="玉山镇某某路2号",
        required=True,
        wanted=_plain,
        like=_like,
    ),
    Field("add", "增加的经营范围", Kind.SCOPE, question="经营范围要增加什么？", example="五金产品研发", required=True, wanted=_nothing_removed),
    Field("remove", "减少的经营范围", Kind.SCOPE, question="经营范围要去掉什么？", example="五金产品零售", wanted=_scope),
    Field("transferor", "转让方", Kind.TEXT, question="是谁转出股权？", why="要和股权转让协议一致。", example="张三", required=True, wanted=_share),
    Field("transferee", "受让方", Kind.TEXT, question="股权转给谁？", why="要和股权转让协议一致。", example="李四", required=True, wanted=_share),
    Field(
        "percent",
        "转让的股权比例",
        Kind.PERCENT,
        question="转让的是公司百分之几的股权？",
        why="按占整个公司的比例填，不是占他自己那份的比例。",
        example="百分之十",
        required=True,
        wanted=_no_amount,
    ),
    Field("amount", "转让的出资额", Kind.MONEY, question="转让多少出资额？", example="二十万", wanted=_share),
)

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
        columns=COLUMNS,
    ),
    Field(
        "resolved",
        "变更决议日期",
        Kind.DATE,
        question="变更的决议或者决定是哪一天作出的？",
        why="要在作出决议之日起30日内申请变更登记。",
        example="2026年11月3日",
        required=True,
        contract=False,
        verified=False,
        own_reader=True,
    ),
    sole_shareholder(_resolves),
    Field(
        "reduction_announced",
        "减资公告日期",
        Kind.DATE,
        question="减资公告是哪一天发布的？",
        why="减少注册资本，要等公告满45日才能申请变更登记。",
        example="2026年10月1日",
        required=True,
        contract=False,
        verified=False,
        own_reader=True,
        wanted=_falls,
    ),
    Field(
        "increase_due",
        "新增出资的出资期限",
        Kind.DATE,
        question="新增的出资最晚什么时候缴足？",
        why="有限公司要在变更登记之日起五年内缴足，股份公司要先缴足；章程也要写。",
        example="2031年11月1日",
        required=True,
        contract=False,
        verified=False,
        own_reader=True,
        since="变更登记",
        wanted=_rises,
    ),
    Field(
        "established",
        "成立日期",
        Kind.DATE,
        question="公司是哪一天成立的？",
        why="2024年7月1日以前成立的公司，出资期限有过渡期。",
        example="营业执照上的成立日期，比如2019年5月6日",
        contract=False,
        verified=False,
        own_reader=True,
        wanted=_company,
    ),
    Field(
        "contribution_due",
        "调整后的出资期限",
        Kind.DATE,
        question="股东的出资最晚什么时候缴足？",
        why="调整出资期限的才要填，也要写进章程。",
        example="2032年6月30日",
        contract=False,
        verified=False,
        own_reader=True,
        wanted=_company,
    ),
)
