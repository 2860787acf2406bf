"""Rebuild the Word templates of the matters' forms (文书模板): the same blanks, labels and order as the Typst sheets beside them.

A template is made from nothing but this and tools/docx_sheet.py, so that anyone may read what is in it and the same bytes come out each time.

Run: `python -m tools.build_docx_templates`. Tests hold that the committed templates are what this makes, and that they say what the PDF says.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tools import docx_edition_2022, docx_standing
from tools.docx_package import package
from tools.docx_record import record
from tools.docx_sheet import (
    DAY,
    NEXT_ROW,
    PRIVATE,
    Cell,
    Row,
    Xml,
    agents,
    blank,
    boxes,
    changed,
    changes,
    contact,
    declaration,
    each_row,
    entry,
    gap,
    identity_sheet,
    label,
    licence,
    paragraph,
    premises,
    real_names,
    row,
    section,
    signed,
    small,
    table,
    title,
)

HOUSE = Path(__file__).parents[1] / "src" / "gaoxing"
MATTERS = HOUSE / "matters"
EDITION = "2026"
EDITIONS = ("2022", EDITION)
STANDING = {"registration_change": docx_standing.change, "deregistration": docx_standing.closing}

COMPANY_PERMISSIONS = ("核对登记材料中的复印件并签署核对意见；", "修改企业自备文件的错误；", "修改有关表格的填写错误；", "领取营业执照和有关文书。")
TRADER_PERMISSIONS = ("核对登记材料中的复印件并签署核对意见；", "修改自备文件的错误；", "修改有关表格的填写错误；", "领取营业执照和有关文书。")
NAME_PROMISE = "所使用的名称不侵犯他人的合法权益；经认定名称不适宜使用的，按照登记机关的要求予以更正。"
PERMIT_PROMISE = "经营范围涉及依法须经批准的项目的，在取得批准文件、证件以前不从事该项经营活动。"
COMPANY_PROMISES = (
    "所提交的文件、证件和填写的内容真实、合法、有效，复印文本与原件一致；签字、盖章均出自本人或者本单位的真实意思。",
    NAME_PROMISE,
    "已依法取得住所（经营场所）的使用权，所申报的住所（经营场所）真实；仅以网络场所登记的，不改变房屋的居住用途。",
    PERMIT_PROMISE,
)
TRADER_PROMISES = (
    "所提交的文件、证件和填写的内容真实、合法、有效，复印文本与原件一致；签字均出自本人的真实意思。",
    NAME_PROMISE,
    "已依法取得经营场所的使用权，所申报的经营场所真实；仅以网络经营场所登记的，不改变房屋的居住用途。",
    PERMIT_PROMISE,
)
EXEMPT = (
    "☐承诺免报：本公司注册资本不超过人民币1000万元，股东全部为自然人，且除股东以外没有其他自然人实际控制本公司或者从本公司获取收益，"
    "也没有以股权以外的方式实际控制或者获取收益的情形。以上不再符合的，按规定备案。"
)
READ_FIRST = "注：请仔细阅读本申请书《填写说明》，按要求填写。"
NO_NUMBER_YET = "（设立登记不填写）"


def scope(height: float) -> Row:
    hint = small("\n（根据登记机关公布的经营项目分类标准办理经营范围登记）")
    return row(label("经营范围", hint), entry("{{ business_scope }}", span=3), height=height)


def company() -> Xml:
    """公司登记（备案）申请书, in the order of the matter's application.typ."""
    return Xml(_company_first(agents("agents", COMPANY_PERMISSIONS)) + _company_people() + _company_annexes() + _company_identities())


def company_2022() -> Xml:
    """The same in the edition of 2022."""
    agency = docx_edition_2022.agency("agents", COMPANY_PERMISSIONS)
    return Xml(_company_first(agency) + docx_edition_2022.company_annexes(_recipient(), _shared()))


def _company_first(agency: Xml) -> Xml:
    """What comes before the annexes."""
    return Xml(
        _company_establishment()
        + changes(
            changed("名称", "住所", "法定代表人", "注册资本", "公司类型", "经营范围", "股东（发起人）", height=11),
            (
                "董事",
                "监事",
                "高级管理人员",
                "经营期限",
                "认缴的出资数额",
                "修改后的章程",
                "章程修正案",
                "登记联络员",
                "外商投资企业法律文件送达接受人",
                "受益所有人",
            ),
            ("备案事项\n（可多选）", "备案内容\n说　　明"),
            28,
            38,
        )
        + gap(new_page=True)
        + agency
        + declaration(
            COMPANY_PROMISES,
            ("全体股东签字或者盖章（仅有限责任公司设立登记）：", 28),
            ("董事会成员签字（仅股份有限公司设立登记）：", 24),
            ("法定代表人签字：", 18),
        )
    )


def _company_establishment() -> Xml:
    columns = (31, 0, 25, 0)
    elsewhere = "{{ business_premises.whole }}", small("{{ '' if business_premises.whole else '（与住所不一致的填写）' }}")
    capital = (blank("capital.amount", 6), "万元　币种：{{ capital.currencies|boxes }}", blank("capital.other", 3))
    in_words = "{% if capital.words %}大写：{{ capital.words }}{% endif %}"
    basics = table(
        columns,
        section(4, "基本信息（必填项）", ticked=True),
        row(label("名　　称"), entry("{{ name }}", span=3)),
        row(label(small("集团母公司填写")), entry("集团名称：", blank(width=11), "　集团简称：", blank(width=7), span=3)),
        row(label("统一社会\n信用代码"), entry(small(NO_NUMBER_YET), span=3)),
        row(label("住　　所"), premises("domicile")),
        row(label("生产经营地"), entry(*elsewhere, span=3)),
        row(label("联系电话"), entry("{{ telephone }}"), label("邮政编码"), entry("{{ postcode }}")),
    )
    founding = table(
        columns,
        section(4, "设立（仅设立登记填写）", ticked=True),
        row(label("法定代表人\n姓　　名"), entry("{{ legal_representative }}"), label("公司类型"), entry("{{ company_type }}")),
        row(label("职　　务"), entry("{{ legal_posts|boxes }}", span=3)),
        row(label("注册资本"), Cell(paragraph(*capital) + paragraph(in_words), 3)),
        row(label("投资总额", small("\n（外资公司填写）")), entry(blank(width=6), "万元　折美元：", blank(width=6), "万元", span=3)),
        row(
            label("设立方式", small("\n（股份公司填写）")),
            entry("{{ setup_mode|boxes }}"),
            label("经营期限"),
            entry("{{ term.indefinite|boxes }}　{{ term.limited|boxes }}", blank("term.years", 2), "年"),
        ),
        row(label("申领执照"), licence()),
        scope(36),
    )
    return Xml(title("公司登记（备案）申请书", READ_FIRST, new_page=False) + basics + founding)


def _company_people() -> Xml:
    vow = "　　本人符合法律、行政法规规定的法定代表人任职条件，同意担任本公司的法定代表人，身份证件号码和移动电话见《法定代表人身份信息页》。"
    legal = table(
        (31, 0, 31, 0),
        row(label("姓　　名"), entry("{{ row.name }}"), label("国别（地区）"), entry("{{ row.nationality }}")),
        row(label("职　　务"), entry("{{ row.posts }}"), label("产生方式"), entry("{{ row.appointed_by|boxes }}")),
        row(label("固定电话"), entry("{{ row.landline }}"), label("电子邮箱"), entry("{{ row.email }}")),
        row(signed(paragraph(vow), paragraph(f"法定代表人签字：　　　　　　　　{DAY}", align="right"), height=30, span=4), height=34),
    )
    officers = table(
        (11, 0, 20, 0, 46, 28),
        row(*map(label, ("序号", "姓　名", "国别\n（地区）", "职　务", "产生方式")), label(small("职工代表/\n审计委员会成员")), head=True),
        each_row("officers|padded(7)"),
        row(
            label("{{ loop.index }}"),
            entry("{{ row.name }}"),
            label("{{ row.nationality }}"),
            entry("{{ row.posts }}"),
            label(small(f"{{{{ row.appointed_by|boxes or '{boxes('选举', '委派', '聘任')}' }}}}")),
            label(small("{{ row.marks }}")),
        ),
        NEXT_ROW,
    )
    return Xml(
        title("附表1　法定代表人信息")
        + repeated("legal_representatives", legal)
        + title("附表2　董事、监事、高级管理人员信息", "注：身份证件类型、号码和证件复印件填写在《董事、监事、高级管理人员身份信息页》。", new_page=False)
        + officers
        + paragraph("{%p if no_supervisor %}")
        + paragraph("☑经全体股东一致同意，本公司不设监事。")
        + paragraph("{%p endif %}")
    )


def _company_annexes() -> Xml:
    person = repeated("liaisons|padded(1)", contact("{{ row.name }}", "{{ row.landline }}", "{{ row.email }}"))
    return Xml(
        title("附表3　股东（发起人）、外国投资者出资情况", "注：证照类型、证照号码填写在《股东（发起人）身份信息页》。")
        + _contributions()
        + title("附表4　登记联络员信息")
        + person
        + title("附表5　财务负责人信息", new_page=False)
        + Xml(person.replace("liaisons", "finance_officers"))
        + title("附表6　外商投资企业法律文件送达接受人信息", "注：仅外商投资企业填写。", new_page=False)
        + _recipient()
        + title("附表7　“多证合一”政府部门共享信息")
        + _shared()
        + title("附表8　受益所有人信息备案承诺", new_page=False)
        + _beneficial_owner()
        + real_names("附表9")
    )


def _recipient() -> Xml:
    return table(
        (31, 0, 31, 0),
        row(label("姓名或名称"), entry(), label("固定电话"), entry()),
        row(label("文件送达地址"), entry(span=3), height=11),
        row(label("电子邮箱"), entry(span=3)),
    )


def _contributions() -> Xml:
    heads = ("序号", "股东（发起人）\n名称或姓名", "国别\n（地区）", "认缴出资额\n（万元）", "出资比例", "出资方式", "出资期限")
    values = ("nationality", "amount", "percent", "method", "due")
    return table(
        (11, 0, 19, 27, 20, 23, 33),
        row(*map(label, heads), head=True),
        each_row("shareholders|padded(16)"),
        row(label("{{ loop.index }}"), entry("{{ row.name }}"), *(label(f"{{{{ row.{each} }}}}") for each in values)),
        NEXT_ROW,
        row(label("合　　计", span=3), label("{{ total.amount }}"), label("{{ total.percent }}"), label(), label()),
    )


def _shared() -> Xml:
    return table(
        (38, 0),
        row(label("核算方式"), entry(boxes("独立核算，自负盈亏", "独立核算，统负盈亏", "非独立核算", "其他"))),
        row(label("领用发票及\n办理社会保险"), entry(boxes("是", "否"))),
        row(label("从业人数"), entry(blank("employees", 4), "人")),
        row(label("银行预约开户\n", small("（选填）")), entry(boxes("预约", "不预约"), "　开户银行：", blank(width=11))),
        row(label("其他共享信息\n", small("（按经营项目填写）")), entry(), height=28),
    )


def _beneficial_owner() -> Xml:
    ways = paragraph("☐通过受益所有人信息管理系统备案受益所有人信息。") + paragraph(EXEMPT)
    return table(
        (38, 0),
        row(label("备案方式\n（选择一项）"), Cell(ways)),
        row(label("承诺人\n签　　字"), signed(paragraph(), paragraph(DAY, align="right"), height=24), height=24),
        together=True,
    )


def _company_identities() -> Xml:
    heads = ("序号", "股东（发起人）\n名称或姓名", "证照类型", "证照号码", "移动电话", "住　　所")
    values = row(
        label("{{ loop.index }}"),
        entry("{{ row.name }}"),
        *(label(f"{{{{ row.{each} }}}}") for each in ("id_type", "id_number", "mobile")),
        entry("{{ row.address }}"),
    )
    owners = table((11, 0, 27, 40, 26, 0), row(*map(label, heads), head=True), each_row("shareholders|padded(14)"), values, NEXT_ROW)
    return Xml(
        identity_sheet("法定代表人身份信息页", "legal_representatives", height=90)
        + identity_sheet("董事、监事、高级管理人员身份信息页", "officers", least=3)
        + title("股东（发起人）身份信息页", PRIVATE)
        + owners
        + identity_sheet("登记联络员身份信息页", "liaisons", height=80)
        + identity_sheet("指定代表/委托代理人身份信息页", "agents", height=80)
    )


def repeated(rows: str, body: Xml) -> Xml:
    """What is printed once for every row."""
    return Xml(paragraph(f"{{%p for row in {rows} %}}") + body + paragraph("{%p endfor %}"))


def trader() -> Xml:
    """个体工商户登记（备案）申请书, in the order of the matter's application.typ."""
    return Xml(_trader_first(_operator(), agents("", TRADER_PERMISSIONS)) + _trader_annexes() + real_names("附表4") + _trader_identities())


def trader_2022() -> Xml:
    """The same in the edition of 2022."""
    return Xml(_trader_first(docx_edition_2022.operator(), docx_edition_2022.agency("", TRADER_PERMISSIONS)) + _trader_annexes())


def _trader_first(operator: Xml, agency: Xml) -> Xml:
    """What comes before the annexes."""
    form = ("组成形式", boxes("个人经营", "家庭经营"), boxes("个人经营", "家庭经营"))
    items = (
        *changed("名称", "经营场所", "经营范围", "出资额", height=9.5),
        row(entry(f"☐{form[0]}"), entry(form[1]), entry(form[2])),
        *changed("经营者", "经营者姓名、住所", height=9.5),
    )
    return Xml(
        _trader_establishment()
        + gap(new_page=True)
        + operator
        + changes(items, ("联络员", "参加家庭经营的家庭成员姓名"), ("备案事项\n（可多选）", "备案内容"), 14, 42)
        + _winding_up()
        + gap(new_page=True)
        + agency
        + declaration(TRADER_PROMISES, ("经营者签字：", 24), ("参加经营的家庭成员签字（仅家庭经营填写）：", 32))
    )


def _trader_establishment() -> Xml:
    columns = (31, 0, 31, 0)
    foreign = small("{% if funds.other %}（所报为{{ funds.other }}，{{ funds.amount }} 万，待折算）{% endif %}")
    basics = table(
        columns,
        section(4, "基本信息（必填项）", ticked=True),
        row(label("名　　称\n", small("（选填）")), entry("{{ name }}", span=3)),
        row(label("统一社会\n信用代码"), entry(small(NO_NUMBER_YET), span=3)),
        row(label("联系电话"), entry("{{ telephone }}"), label("邮政编码"), entry("{{ postcode }}")),
        row(label("经营场所"), premises("premises")),
        row(label("电子商务\n经 营 者"), entry("{{ e_commerce|boxes }}　", small("（仅以网络经营场所登记的，填写平台提供的网络经营场所）"), span=3)),
    )
    founding = table(
        columns,
        section(4, "设立（仅设立登记填写）", ticked=True),
        row(label("出 资 额"), entry(blank("('' if funds.other else funds.amount)", 7), "万元（人民币）", foreign, span=3)),
        row(label("申领执照"), licence()),
        scope(62),
        row(label("从业人数"), entry(blank("employees", 4), "人", span=3)),
    )
    return Xml(title("个体工商户登记（备案）申请书", READ_FIRST, new_page=False) + basics + founding)


def _operator() -> Xml:
    note = small("注：经营者的身份证件类型、号码、移动电话、住所和证件复印件填写在《经营者身份信息页》。")
    own = table(
        (31, 0, 31, 0),
        section(4, "经营者及家庭成员（设立登记必填）", ticked=True),
        row(label("经营者姓名"), entry("{{ operator.name }}"), label("性　　别"), entry("{{ sex|boxes }}")),
        row(label("民　　族"), entry("{{ operator.ethnicity }}"), label("文化程度"), entry("{{ operator.education }}")),
        row(label("政治面貌"), entry("{{ operator.political_status }}"), label("职业状况"), entry("{{ operator.occupation }}")),
        row(label("固定电话"), entry("{{ operator.landline }}"), label("组成形式"), entry("{{ composition|boxes }}")),
        row(entry(note, span=4)),
    )
    family = table(
        (11, 0, 38, 55),
        replace(section(4, "参加家庭经营的家庭成员"), head=True),
        row(*map(label, ("序号", "姓　　名", "政治面貌", "签　　字")), head=True),
        each_row("family|padded(5)"),
        row(label("{{ loop.index }}"), entry("{{ row.name }}"), entry(), entry()),
        NEXT_ROW,
    )
    return Xml(own + family)


def _winding_up() -> Xml:
    return table(
        (42, 0),
        section(2, "注销（仅注销登记填写）", ticked=False),
        row(label("注销类型"), entry(boxes("普通注销", "简易注销"))),
        row(label("注销原因"), entry(boxes("停止经营", "转型升级为企业", "其他"), blank(width=8))),
        row(label("清税情况"), entry(boxes("已清理完毕", "未涉及"))),
    )


def _trader_annexes() -> Xml:
    return Xml(
        title("附表1　港澳居民经营者信息", "注：仅经营者为香港、澳门永久性居民中的中国公民的填写。")
        + _from_outside("香港居民", "澳门居民")
        + title("附表2　台湾居民、农民经营者信息", "注：仅经营者为台湾居民、台湾农民的填写。", new_page=False)
        + _from_outside("台湾居民", "台湾农民")
        + title("附表3　联络员信息", new_page=False)
        + contact()
    )


def _from_outside(*standing: str) -> Xml:
    return table(
        (31, 0, 31, 0),
        row(label("姓　　名"), entry(), label("性　　别"), entry(boxes("男", "女"))),
        row(label("出生日期"), entry("　　　年　　月　　日"), label("证件有效期"), entry()),
        row(label("文化程度"), entry(), label("职业状况"), entry()),
        row(label("身　　份"), entry(boxes(*standing), span=3)),
        row(label("电子邮箱"), entry(span=3)),
    )


def _trader_identities() -> Xml:
    return Xml(
        identity_sheet("经营者身份信息页", "[operator]", height=95)
        + paragraph("{%p if family %}")
        + identity_sheet("参加家庭经营的家庭成员身份信息页", "family")
        + paragraph("{%p endif %}")
        + identity_sheet("指定代表/委托代理人身份信息页", "[]", height=80)
    )


def templates() -> dict[Path, bytes]:
    """Every template by the path at which it lies."""
    forms = {"company_registration": company, "sole_trader_registration": trader}
    former = {"company_registration": company_2022, "sole_trader_registration": trader_2022}
    own = {_place(matter, edition): package(build()) for edition, built in (("2022", former), (EDITION, forms)) for matter, build in built.items()}
    standing = {_place(matter, edition): package(build(private=edition == EDITION)) for matter, build in STANDING.items() for edition in EDITIONS}
    return {**own, **standing, HOUSE / "documents" / "record.docx": package(record())}


def _place(matter: str, edition: str) -> Path:
    return MATTERS / matter / "templates" / edition / "application.docx"


if __name__ == "__main__":
    for path, content in templates().items():
        path.write_bytes(content)
