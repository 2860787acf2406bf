"""Parts that the Word templates are made of (登记文书的公用版式): run, paragraph, cell, ruled table, title, and the blocks that several forms share.

The counterpart of documents/sheet.typ and documents/blocks.typ for tools/build_docx_templates.py. What stands in double braces is filled by
docxtpl; the filters `boxes` (a tick list) and `padded` (rows, and empty ones up to so many) belong to gaoxing.engines.docx.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDTH = 166.0
"""Millimetres between the margins of an A4 sheet."""

ROW = 8.5
EMPTY = "　"
DAY = "年　　　月　　　日　"


class Xml(str):
    """Finished markup, told apart from text that is still to be escaped."""

    __slots__ = ()


@dataclass(frozen=True)
class Cell:
    """A cell: its paragraphs; how many columns it spans; `merged` is restart or continue where it runs over several rows."""

    content: str
    span: int = 1
    at: str = "center"
    merged: str = ""


@dataclass(frozen=True)
class Row:
    """A row at least `height` millimetres high; a `head` is repeated on every page."""

    cells: tuple[Cell, ...]
    height: float = ROW
    head: bool = False


def twips(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)


def run(text: str, *, size: float = 0, line: bool = False, bold: bool = False, face: str = "") -> Xml:
    """One run of text; a line feed in it is a line break."""
    marks = (
        f'<w:rFonts w:ascii="{face}" w:eastAsia="{face}" w:hAnsi="{face}"/>' if face else "",
        "<w:b/>" if bold else "",
        f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else "",
        '<w:u w:val="single"/>' if line else "",
    )
    words = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(each)}</w:t>' for each in text.split("\n"))
    return Xml(f"<w:r><w:rPr>{''.join(marks)}</w:rPr>{words}</w:r>")


def small(text: str) -> Xml:
    return run(text, size=9)


def blank(expression: str = "", width: int = 4) -> Xml:
    """A value on a line; an empty line where there is none."""
    return run(f"{{{{ {expression} or '{EMPTY * width}' }}}}" if expression else EMPTY * width, line=True)


def boxes(*labels: str) -> str:
    """A tick list left open."""
    return EMPTY.join(f"☐{each}" for each in labels)


def paragraph(*parts: str, align: str = "left", style: str = "", marks: str = "") -> Xml:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = "".join(part if isinstance(part, Xml) else run(part) for part in parts)
    return Xml(f'<w:p><w:pPr>{named}{marks}<w:jc w:val="{align}"/></w:pPr>{runs}</w:p>')


def label(*parts: str, span: int = 1, merged: str = "") -> Cell:
    return Cell(paragraph(*parts, align="center"), span, merged=merged)


def entry(*parts: str, span: int = 1) -> Cell:
    return Cell(paragraph(*parts), span)


def row(*cells: Cell, height: float = ROW, head: bool = False) -> Row:
    return Row(cells, height, head)


def section(columns: int, title: str, *, ticked: bool | None = None) -> Row:
    mark = "" if ticked is None else "☑" if ticked else "☐"
    return row(Cell(paragraph(run(f"{mark}{title}", size=12, bold=True, face="黑体"), align="center"), columns))


def each_row(of: str, name: str = "row") -> Row:
    """Begins what is repeated for every row of `of`, which goes by the name of `row` unless another is given; NEXT_ROW ends it."""
    return row(entry(f"{{%tr for {name} in {of} %}}"))


NEXT_ROW = row(entry("{%tr endfor %}"))


def table(columns: Iterable[float], *rows: Row, together: bool = False) -> Xml:
    """A ruled table of the sheet's width. A column of no width gets its share of the rest; `together` keeps the rows on one page."""
    given = list(columns)
    rest = (WIDTH - sum(given)) / max(given.count(0), 1)
    widths = [twips(each or rest) for each in given]
    edges = "".join(f'<w:{edge} w:val="single" w:sz="10" w:space="0" w:color="000000"/>' for edge in ("top", "left", "bottom", "right"))
    hairs = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for edge in ("insideH", "insideV"))
    inset = "".join(f'<w:{edge} w:w="{width}" w:type="dxa"/>' for edge, width in (("top", 40), ("left", 90), ("bottom", 40), ("right", 90)))
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    drawn = "".join(_row(each, widths, keep=together and number < len(rows)) for number, each in enumerate(rows, 1))
    return Xml(
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{edges}{hairs}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{inset}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{drawn}</w:tbl>' + gap()
    )


def _row(given: Row, widths: list[int], *, keep: bool) -> str:
    head = "<w:tblHeader/>" if given.head else ""
    cells, at = [], 0
    for cell in given.cells:
        cells.append(_cell(cell, sum(widths[at : at + cell.span])))
        at += cell.span
    drawn = "".join(cells).replace("<w:pPr>", "<w:pPr><w:keepNext/>") if keep else "".join(cells)
    return f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{twips(given.height)}" w:hRule="atLeast"/>{head}</w:trPr>{drawn}</w:tr>'


def _cell(cell: Cell, width: int) -> str:
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    merged = f'<w:vMerge w:val="{cell.merged}"/>' if cell.merged else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merged}<w:vAlign w:val="{cell.at}"/></w:tcPr>{cell.content}</w:tc>'


def gap(*, new_page: bool = False) -> Xml:
    """What stands between two tables, which would grow together without it."""
    return paragraph(style="Gap", marks="<w:pageBreakBefore/>" if new_page else "")


def title(text: str, note: str = "", *, new_page: bool = True) -> Xml:
    heading = paragraph(text, align="center", style="Heading1", marks="<w:pageBreakBefore/>" if new_page else "")
    return Xml(heading + (paragraph(small(note), marks='<w:keepNext/><w:spacing w:after="80"/>') if note else ""))


def premises(place: str) -> Cell:
    """住所、经营场所: six blanks, the free tail, and the address as a whole where it was said."""
    units = (
        ("province", "省（市/自治区）"),
        ("city", "市（地区/盟/自治州）"),
        ("county", "县（自治县/旗/自治旗/市/区）"),
        ("town", "乡（民族乡/镇/街道）"),
        ("road", "村（路/社区）"),
        ("number", "号"),
    )
    parts = [part for key, unit in units for part in (blank(f"{place}.{key}"), small(unit))]
    whole = paragraph(small("详细地址："), blank(f"{place}.whole", 20))
    return Cell(paragraph(*parts, blank(f"{place}.tail", 6)) + whole, 3)


def licence() -> Cell:
    hint = small("\n（电子营业执照自动生成；需要纸质营业执照的请勾选）")
    return entry("{{ paper_licence|boxes }}　其中：副本", blank("licence_copies", 2), "个", hint, span=3)


def agents(rows: str, permissions: tuple[str, ...], *, private: bool = True) -> Xml:
    """指定代表/委托代理人: what the agent may do, each to be ticked. Where identity data have no page of their own they stand here."""
    allowed = [
        row(label("委托权限" if at == 1 else "", merged="restart" if at == 1 else "continue"), entry(f"{at}．{boxes('同意', '不同意')}　{each}", span=3))
        for at, each in enumerate(permissions, 1)
    ]
    note = "注：代理人的移动电话、身份证件号码和证件复印件见《指定代表/委托代理人身份信息页》。委托中介机构代办的，代理人应当表明其代理身份。"
    names = (f"{{{{ {rows}|map(attribute='name')|join('、') }}}}", f"{{{{ ({rows}|padded(1))[0].landline }}}}") if rows else ("", "")
    return table(
        (24, 0, 24, 0),
        section(4, "指定代表/委托代理人（必填项）", ticked=True),
        *allowed,
        row(label("姓　　名"), entry(names[0]), label("固定电话"), entry(names[1])),
        row(label("签　　字"), entry(span=3), height=14),
        *((row(entry(small(note), span=4)),) if private else _agents_identity(rows)),
    )


def _agents_identity(rows: str) -> tuple[Row, ...]:
    mobile, number = (f"{{{{ ({rows}|padded(1))[0].{each} }}}}" if rows else "" for each in ("mobile", "id_number"))
    return (
        row(label("移动电话"), entry(mobile), label("身份证件\n号　　码"), entry(number)),
        row(label("（身份证件复印件、影印件粘贴处）", span=4), height=32),
        row(entry(small("注：委托中介机构代办的，代理人应当表明其代理身份。"), span=4)),
    )


def declaration(promises: tuple[str, ...], *signers: tuple[str, float]) -> Xml:
    """申请人签署: the promises, then who signs."""
    indent = '<w:spacing w:before="60" w:after="60" w:line="320" w:lineRule="auto"/><w:ind w:firstLineChars="200" w:firstLine="420"/>'
    lines = [
        "本申请人和签字人就本次申请作出以下承诺，并承担相应的法律责任：",
        *(f"（{number}）{each}" for number, each in zip("一二三四", promises, strict=True)),
    ]
    return table(
        (0,),
        section(1, "申请人签署（必填项）", ticked=True),
        row(Cell("".join(paragraph(each, align="both", marks=indent) for each in lines))),
        *(row(signed(paragraph(said), paragraph(DAY, align="right"), height=height), height=height) for said, height in signers),
        together=True,
    )


def signed(said: Xml, day: Xml, *, height: float, span: int = 1) -> Cell:
    """Room for a signature: what is signed above, the day at the foot."""
    return Cell(said + paragraph(marks=f'<w:spacing w:before="{max(0, twips(height - 17))}"/>') + day, span, "top")


def identity_sheet(name: str, rows: str, *, least: int = 1, height: float = 42) -> Xml:
    """A page of identity papers, a table for each person; number and mobile telephone stand here and nowhere else on the form."""
    body = table(
        (26, 0, 26, 77),
        row(label("姓　　名"), entry("{{ row.name }}"), label("职　　务"), entry("{{ row.posts }}")),
        row(label("身份证件类型"), entry("{{ row.id_type }}"), label("身份证件号码"), entry("{{ row.id_number }}")),
        row(label("移动电话"), entry("{{ row.mobile }}"), label("住　　所"), entry("{{ row.address }}")),
        row(label("（身份证件复印件、影印件粘贴处）", span=4), height=height),
        together=True,
    )
    repeated = paragraph(f"{{%p for row in {rows}|padded({least}) %}}") + body + paragraph("{%p endfor %}")
    return Xml(title(name, PRIVATE) + repeated)


PRIVATE = "注：本页载有个人敏感信息，按规定单独列页，由登记机关单独保存，不随其他申请文书公开查阅。"


def real_names(annex: str) -> Xml:
    """实名登记确认表"""
    note = "注：由各签字人在本人身份经实名核验、并确认与本次登记业务的关系后签字。表中不填写身份证件号码。"
    head = (label("序号"), label("姓名或名称"), label("在本次登记中的身份"), label("确认事项"), label("签字（盖章）\n及日期"))
    confirmed = entry(small("☐本人身份属实\n☐知晓并同意本次登记"))
    line = row(label("{{ loop.index }}"), entry("{{ row.name }}"), entry("{{ row.posts }}"), confirmed, entry(), height=11)
    return Xml(title(f"{annex}　实名登记确认表", note) + table((11, 37, 0, 41, 34), row(*head, head=True), each_row("everybody|padded(12)"), line, NEXT_ROW))


def contact(name: str = "", landline: str = "", email: str = "") -> Xml:
    first = row(label("姓　　名"), entry(name), label("固定电话"), entry(landline))
    return table((31, 0, 31, 0), first, row(label("电子邮箱"), entry(email, span=3)))


def changes(items: Iterable[Row], record: tuple[str, ...], record_labels: tuple[str, str], height: float, first: float) -> Xml:
    """变更 and 备案: printed empty, for the application is for 设立."""
    head = row(label("变更事项（可多选）"), label("原登记内容"), label("变更后登记内容"))
    copies = row(label("申领执照"), entry(boxes("申领纸质执照"), "　其中：副本", blank(width=2), "个", span=2))
    altered = table((first, 0, 0), section(3, "变更（仅变更登记填写，只填写与本次申请有关的事项）", ticked=False), head, *items, copies)
    kept = (row(label(record_labels[0]), entry(boxes(*record))), row(label(record_labels[1]), entry(), height=height))
    return Xml(gap(new_page=True) + altered + table((first, 0), section(2, "备案（仅备案填写）", ticked=False), *kept))


def changed(*names: str, height: float) -> list[Row]:
    return [row(entry(f"☐{each}"), entry(), entry(), height=height) for each in names]
