"""The Word templates of edition 2022 for setting up: the sheets of 2026 where they are the same, identity data beside the persons."""

from __future__ import annotations

from dataclasses import replace

from tools.docx_sheet import (
    DAY,
    NEXT_ROW,
    Cell,
    Row,
    Xml,
    agents,
    boxes,
    each_row,
    entry,
    label,
    paragraph,
    row,
    section,
    signed,
    small,
    table,
    title,
)

COPY = "（身份证件复印件、影印件粘贴处）"
VOW = "　　本人符合法律、行政法规规定的法定代表人任职条件，同意担任本公司的法定代表人。"
FOUR = (31, 0, 31, 0)


def agency(rows: str, permissions: tuple[str, ...]) -> Xml:
    """指定代表/委托代理人 with the agent's identity paper."""
    return agents(rows, permissions, private=False)


def _pasted(height: float) -> Row:
    return row(label(COPY, span=4), height=height)


def _identified() -> Row:
    return row(label("身份证件类型"), entry("{{ row.id_type }}"), label("身份证件号码"), entry("{{ row.id_number }}"))


def _repeated(rows: str, body: Xml) -> Xml:
    return Xml(paragraph(f"{{%p for row in {rows} %}}") + body + paragraph("{%p endfor %}"))


def company_annexes(recipient: Xml, shared: Xml) -> Xml:
    """附表1 to 附表7."""
    absent = paragraph("{%p if no_supervisor %}") + paragraph("☑经全体股东一致同意，本公司不设监事。") + paragraph("{%p endif %}")
    return Xml(
        title("附表1　法定代表人信息")
        + _repeated("legal_representatives", _legal())
        + title("附表2　董事、监事、高级管理人员信息")
        + _repeated("officers|padded(3)", _officer())
        + absent
        + title("附表3　股东（发起人）、外国投资者出资情况")
        + _contributions()
        + title("附表4　登记联络员信息")
        + _repeated("liaisons|padded(1)", _contact())
        + title("附表5　财务负责人信息", new_page=False)
        + _repeated("finance_officers|padded(1)", _contact())
        + title("附表6　外商投资企业法律文件送达接受人信息", "注：仅外商投资企业填写。")
        + recipient
        + title("附表7　“多证合一”政府部门共享信息", new_page=False)
        + shared
    )


def _legal() -> Xml:
    return table(
        FOUR,
        *_named("{{ row.appointed_by|boxes }}"),
        _identified(),
        row(label("固定电话"), entry("{{ row.landline }}"), label("移动电话"), entry("{{ row.mobile }}")),
        row(label("住　　所"), entry("{{ row.address }}"), label("电子邮箱"), entry("{{ row.email }}")),
        _pasted(70),
        row(signed(paragraph(VOW), paragraph(f"法定代表人签字：　　　　　　　　{DAY}", align="right"), height=26, span=4), height=30),
    )


def _officer() -> Xml:
    chosen = f"{{{{ row.appointed_by|boxes or '{boxes('选举', '委派', '聘任')}' }}}}"
    return table(FOUR, *_named(chosen, "{{ row.posts }}{% if row.marks %}（{{ row.marks }}）{% endif %}"), _identified(), _pasted(34), together=True)


def _named(appointed: str, posts: str = "{{ row.posts }}") -> tuple[Row, Row]:
    return (
        row(label("姓　　名"), entry("{{ row.name }}"), label("国别（地区）"), entry("{{ row.nationality }}")),
        row(label("职　　务"), entry(posts), label("产生方式"), entry(appointed)),
    )


def _contributions() -> Xml:
    heads = ("序号", "股东（发起人）\n名称或姓名", "国别\n（地区）", "证照类型", "证照号码", "认缴\n出资额\n（万元）", "出资\n方式", "认缴出资\n时　　间")
    plain = {each: label(f"{{{{ row.{each} }}}}") for each in ("nationality", "amount", "method")}
    little = {each: label(small(f"{{{{ row.{each} }}}}")) for each in ("id_type", "id_number", "due")}
    cells = (plain["nationality"], little["id_type"], little["id_number"], plain["amount"], plain["method"], little["due"])
    return table(
        (10, 0, 15, 22, 36, 20, 14, 20),
        row(*map(label, heads), head=True),
        each_row("shareholders|padded(10)"),
        row(label("{{ loop.index }}"), entry("{{ row.name }}"), *cells),
        NEXT_ROW,
        row(label("合　　计", span=5), label("{{ total.amount }}"), label(), label()),
    )


def _contact() -> Xml:
    return table(
        FOUR,
        row(label("姓　　名"), entry("{{ row.name }}"), label("固定电话"), entry("{{ row.landline }}")),
        row(label("移动电话"), entry("{{ row.mobile }}"), label("电子邮箱"), entry("{{ row.email }}")),
        _identified(),
        _pasted(34),
    )


def operator() -> Xml:
    """经营者及家庭成员 with identity papers and numbers."""
    pairs = (
        (("经营者姓名", "operator.name"), ("性　　别", "sex|boxes")),
        (("民　　族", "operator.ethnicity"), ("文化程度", "operator.education")),
        (("政治面貌", "operator.political_status"), ("职业状况", "operator.occupation")),
        (("身份证件类型", "operator.id_type"), ("身份证件号码", "operator.id_number")),
        (("固定电话", "operator.landline"), ("移动电话", "operator.mobile")),
    )
    own = table(
        FOUR,
        section(4, "经营者及家庭成员（设立登记必填）", ticked=True),
        *(row(*(cell for word, value in pair for cell in _blank(word, value))) for pair in pairs),
        row(label("住　　所"), entry("{{ operator.address }}", span=3)),
        row(label("组成形式"), entry("{{ composition|boxes }}", span=3)),
        _pasted(52),
    )
    return Xml(own + _family())


def _blank(word: str, value: str) -> tuple[Cell, Cell]:
    return label(word), entry(f"{{{{ {value} }}}}")


def _family() -> Xml:
    heads = ("序号", "姓　　名", "证件类型", "证件号码", "政治面貌", "签　　字")
    return table(
        (11, 0, 34, 46, 26, 22),
        replace(section(6, "参加家庭经营的家庭成员"), head=True),
        row(*map(label, heads), head=True),
        each_row("family|padded(4)"),
        row(label("{{ loop.index }}"), entry("{{ row.name }}"), label(small("{{ row.id_type }}")), label("{{ row.id_number }}"), entry(), entry()),
        NEXT_ROW,
    )
