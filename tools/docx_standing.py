"""The Word templates for enterprises that exist (变更、注销申请书): the same blanks, labels and order as the matters' sheets.typ.

Unlike those for setting up, the rows, promises and signers come with the values, for a company and a sole trader share the sheets.
"""

from __future__ import annotations

from tools.docx_sheet import (
    DAY,
    NEXT_ROW,
    Cell,
    Row,
    Xml,
    agents,
    blank,
    boxes,
    each_row,
    entry,
    gap,
    identity_sheet,
    label,
    paragraph,
    real_names,
    row,
    section,
    signed,
    small,
    table,
    title,
)

READ_FIRST = "注：请仔细阅读本申请书《填写说明》，按要求填写。"
OWNERS = "注：填写变更后的全体股东；认缴出资额、出资方式和出资期限与修改后的章程一致。"
PERMISSIONS = tuple(f"{{{{ permissions[{at}] }}}}" for at in range(4))
COPY = "（身份证件复印件、影印件粘贴处）"
INDENT = '<w:spacing w:before="60" w:after="60" w:line="320" w:lineRule="auto"/><w:ind w:firstLineChars="200" w:firstLine="420"/>'


def change(*, private: bool) -> Xml:
    """公司登记（备案）申请书 and 个体工商户登记（备案）申请书 for 变更、备案; `private` where identity data have pages of their own (2026)."""
    own = _when("heads", identity_sheet("{{ head }}身份信息页", "heads", height=90)) if private else Xml("")
    new = _when("newcomers", identity_sheet("新股东（发起人）身份信息页", "newcomers")) if private else Xml("")
    return Xml(
        _basics()
        + _altered()
        + _filed()
        + _authorised(private=private)
        + _annexes(private=private)
        + (_confirmed("附表3") + own + new + _agents_papers() if private else "")
    )


def closing(*, private: bool) -> Xml:
    """公司注销登记申请书, and a sole trader's part on 注销."""
    either = paragraph("{%p if trader %}") + _trader() + paragraph("{%p else %}") + _company() + paragraph("{%p endif %}")
    return Xml(_basics() + either + _authorised(private=private) + (_confirmed("附表") + _agents_papers() if private else ""))


def _basics() -> Xml:
    basics = table(
        (31, 0, 25, 0),
        section(4, "基本信息（必填项）", ticked=True),
        row(label("名　　称"), entry("{{ enterprise }}", span=3)),
        row(label("统一社会\n信用代码"), entry("{{ uscc }}", span=3)),
        row(label("联系电话"), entry(), label("邮政编码"), entry()),
    )
    return Xml(title("{{ title }}", READ_FIRST, new_page=False) + basics)


def _lines(of: str) -> Cell:
    """A paragraph for each line; an empty one where there is none."""
    return Cell(paragraph(f"{{%p for line in {of} or [''] %}}") + paragraph("{{ line }}") + paragraph("{%p endfor %}") + paragraph(style="Gap"))


def _altered() -> Xml:
    shown = "（本次变更的事项载明于营业执照，登记后换发；领过纸质执照的，正本和副本一并缴回）"
    hint = f"{{{{ '{shown}' if reissued else '（本次变更的事项不载明于营业执照，不用换发）' }}}}"
    return table(
        (34, 0, 0),
        section(3, "变更（仅变更登记填写，只填写与本次申请有关的事项）", ticked=True),
        row(label("变更事项\n（可多选）"), label("原登记内容"), label("变更后登记内容"), head=True),
        each_row("items"),
        row(entry("{{ [row]|boxes }}"), _lines("row.former"), _lines("row.coming")),
        NEXT_ROW,
        row(label("申领执照"), entry("{{ paper_licence|boxes }}　其中：副本", blank(width=2), "个", small("\n"), small(hint), span=2)),
    )


def _filed() -> Xml:
    mark = "{{ '☑' if filings|selectattr('ticked')|list else '☐' }}"
    return table(
        (34, 0),
        section(2, f"{mark}备案（仅备案填写）"),
        row(label("备案事项\n（可多选）"), entry("{{ filings|boxes }}")),
        row(label("备案内容\n说　　明"), _lines("filing_notes"), height=16),
    )


def _authorised(*, private: bool) -> Xml:
    """指定代表/委托代理人, then the promises and who signs."""
    numbered = paragraph("（{{ '一二三四'[loop.index0] }}）{{ each }}", align="both", marks=INDENT)
    first = paragraph("本申请人和签字人就本次申请作出以下承诺，并承担相应的法律责任：", align="both", marks=INDENT)
    promises = first + paragraph("{%p for each in promises %}") + numbered + paragraph("{%p endfor %}")
    declared = table(
        (0,),
        section(1, "申请人签署（必填项）", ticked=True),
        row(Cell(promises + paragraph(style="Gap"))),
        each_row("signers", "each"),
        row(signed(paragraph("{{ each }}"), paragraph(DAY, align="right"), height=24), height=24),
        NEXT_ROW,
    )
    return Xml(gap(new_page=True) + agents("", PERMISSIONS, private=private) + declared)


def _annexes(*, private: bool) -> Xml:
    where = "《{{ head }}身份信息页》" if private else "下表"
    vow = f"　　本人符合法律、行政法规规定的任职条件，同意担任{{{{ itself }}}}的{{{{ head }}}}，身份证件号码和移动电话见{where}。"
    newcomer = table(
        (31, 0, 31, 0),
        row(label("姓　　名"), entry("{{ row.name }}"), label("国别（地区）"), entry("{{ row.nationality }}")),
        row(label("职　　务"), entry("{{ row.posts }}"), label("{{ how }}"), entry("{{ row.appointed_by|boxes }}")),
        row(label("固定电话"), entry("{{ row.landline }}"), label("电子邮箱"), entry("{{ row.email }}")),
        row(signed(paragraph(vow), paragraph(f"{{{{ head }}}}签字：　　　　　　　　{DAY}", align="right"), height=30, span=4), height=34),
    )
    papers = Xml("") if private else _identity()
    heads = paragraph("{%p for row in heads %}") + newcomer + paragraph("{%p endfor %}") + papers
    owners = title("附表2　股东（发起人）、外国投资者出资情况", OWNERS) + _owners(private=private)
    return Xml(_when("heads", Xml(title("附表1　{{ head }}信息") + heads)) + _when("owners", Xml(owners)))


def _identity() -> Xml:
    """The first one's identity paper, in the annex itself."""
    rows = (
        row(label("姓　　名"), entry("{{ heads[0].name }}"), label("职　　务"), entry("{{ heads[0].posts }}")),
        row(label("身份证件类型"), entry("{{ heads[0].id_type }}"), label("身份证件号码"), entry("{{ heads[0].id_number }}")),
        row(label("移动电话"), entry("{{ heads[0].mobile }}"), label("住　　所"), entry("{{ heads[0].address }}")),
    )
    return table((26, 0, 26, 77), *rows, row(label(COPY, span=4), height=60), together=True)


def _owners(*, private: bool) -> Xml:
    heads = ("序号", "股东（发起人）\n名称或姓名", "认缴出资额、比例", "出资方式", "出资期限")
    former = ("序号", "股东（发起人）\n名称或姓名", "证照类型", "证照号码", "认缴出资额、比例", "出资时间")
    name, held = entry("{{ row.name }}"), label("{{ row.held }}")
    cells = (name, held, entry(), entry()) if private else (name, entry(), entry(), held, entry())
    widths = (11, 0, 42, 28, 28) if private else (11, 0, 24, 36, 38, 22)
    return table(
        widths,
        row(*map(label, heads if private else former), head=True),
        each_row("owners|padded(4)"),
        row(label("{{ loop.index }}"), *cells),
        NEXT_ROW,
    )


def _company() -> Xml:
    return table((38, 0), section(2, "注销登记", ticked=True), *_closing_rows())


def _closing_rows() -> tuple[Row, ...]:
    group = ("成立日期：", blank(width=7), "　负责人：", blank(width=6), f"\n{boxes('清算组信息已公示', '无需清算（因合并、分立注销）')}")
    told = ("{{ announced|boxes }}　起始日期：", blank(width=7), f"\n{boxes('国家企业信用信息公示系统', '报纸')}", blank(width=7))
    returned = (boxes("正本", "副本"), blank(width=2), "个　", boxes("未领取纸质执照", "遗失或者无法缴回，已公告作废"))
    return (
        row(label("注销类型"), entry("{{ procedure|boxes }}")),
        _why(),
        row(label("适用简易注销情形", small("\n（仅简易注销填写）")), entry("{{ simple_cases|boxes }}")),
        row(label("清　算　组", small("\n（仅普通注销填写）")), entry(*group)),
        row(label("公　　告\n（公　　示）"), entry(*told)),
        row(label("债权债务\n清理情况"), entry("{{ debts|boxes }}")),
        row(label("清税情况"), entry("{{ taxes|boxes }}")),
        row(label("分支机构\n注销登记情况"), entry(boxes("未设立分支机构", "已办理完毕"))),
        row(label("对外投资\n清理情况"), entry(boxes("没有对外投资", "已清理完毕"))),
        row(label("海关手续\n清缴情况"), entry(boxes("未涉及海关事务", "已清理完毕"))),
        row(label("批准证书\n缴销情况"), entry(boxes("依法无须批准", "已缴销"), "　批准文号：", blank(width=8))),
        row(label("营业执照\n缴回情况"), entry(*returned)),
    )


def _trader() -> Xml:
    return table(
        (38, 0),
        section(2, "注销（仅注销登记填写）", ticked=True),
        row(label("注销类型"), entry("{{ procedure|boxes }}")),
        _why(),
        row(label("清税情况"), entry("{{ taxes|boxes }}")),
    )


def _why() -> Row:
    return row(label("注销原因"), entry("{{ reasons|boxes }}", small("\n说明："), blank("reason", 20)))


def _confirmed(annex: str) -> Xml:
    """实名登记确认表 with eight lines; nobody is known where nothing says who signs."""
    return Xml(real_names(annex).replace("everybody|padded(12)", "(everybody|default([]))|padded(8)"))


def _agents_papers() -> Xml:
    return identity_sheet("指定代表/委托代理人身份信息页", "[]", height=80)


def _when(given: str, body: Xml) -> Xml:
    """What is printed only where there is any of it."""
    return Xml(paragraph(f"{{%p if {given} %}}") + body + paragraph("{%p endif %}"))
