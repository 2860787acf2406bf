"""Writes documents/deed.docx, the Word template of every deed (文书): python -m tools.build_deed_template.

One template for all: it goes through the blocks of documents/deed.py in the order of deed.typ.
"""

from __future__ import annotations

from pathlib import Path

from tools.docx_package import package
from tools.docx_sheet import EMPTY, Xml, paragraph, run, twips

HOUSE = Path(__file__).parents[1] / "src" / "gaoxing"
SANS = "黑体"
SIZE = 11.5
WIDTH = 156.0
"""What the margins of a deed leave, in millimetres."""

LINES = '<w:spacing w:line="400" w:lineRule="auto"/>'
INDENT = f'{LINES}<w:ind w:firstLineChars="200" w:firstLine="{round(SIZE * 40)}"/>'
NEXT = "<w:keepNext/>"
HAIRS = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for edge in ("top", "left", "bottom", "right", "insideH", "insideV"))
UNDER = '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="000000"/>'


def spoken(runs: str, *, bold: bool = False, size: float = SIZE, wide: int = 6) -> Xml:
    """The runs of a block, each empty one a blank to write in, so many characters wide."""
    said = run("{{ each.text }}", size=size, bold=bold, face=SANS if bold else "")
    turns = (
        f"{{%r for each in {runs} %}}",
        "{%r if each.text %}",
        said,
        "{%r else %}",
        run(EMPTY * wide, size=size, line=True),
        "{%r endif %}",
        "{%r endfor %}",
    )
    return Xml("".join(part if isinstance(part, Xml) else run(part) for part in turns))


def when(kind: str, *body: Xml) -> Xml:
    """What stands for a block of this kind."""
    return Xml(paragraph(f"{{%p if block.kind == '{kind}' %}}") + "".join(body) + paragraph("{%p endif %}"))


def numbered(*, bold: bool) -> Xml:
    return run("{{ block.number }}" + EMPTY, size=SIZE, bold=bold, face=SANS) if bold else run("{{ block.number }}", size=SIZE)


def lead() -> Xml:
    return Xml(paragraph("{%p if block.runs %}") + paragraph(spoken("block.runs"), marks=NEXT + INDENT) + paragraph("{%p endif %}"))


def cell(body: Xml, share: str = "", edges: str = "") -> str:
    width = f'<w:tcW w:w="{share}" w:type="dxa"/>' if share else '<w:tcW w:w="0" w:type="auto"/>'
    return f'<w:tc><w:tcPr>{width}{f"<w:tcBorders>{edges}</w:tcBorders>" if edges else ""}<w:vAlign w:val="center"/></w:tcPr>{body}</w:tc>'


def over(loop: str, item: str) -> str:
    """One table cell that begins (or ends) a loop over cells."""
    return cell(paragraph(f"{{%tc {loop} {item} %}}" if item else f"{{%tc {loop} %}}"))


def line(*cells: str, marks: str = "") -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{marks}</w:trPr>{''.join(cells)}</w:tr>"


def ruled() -> Xml:
    """A ruled table of as many columns as the block has."""
    head = line(
        over("for", "head in block.head"),
        cell(paragraph(run("{{ head }}", size=10, face=SANS), align="center")),
        over("endfor", ""),
        marks="<w:tblHeader/>",
    )
    body = line(over("for", "cell in row"), cell(paragraph(spoken("cell", size=10.5, wide=1), align="center")), over("endfor", ""))
    begin, end = (line(cell(paragraph(f"{{%tr {word} %}}"))) for word in ("for row in block.rows", "endfor"))
    frame = f'<w:tblW w:w="5000" w:type="pct"/><w:jc w:val="center"/><w:tblBorders>{HAIRS}</w:tblBorders>'
    return Xml(f"<w:tbl><w:tblPr>{frame}</w:tblPr><w:tblGrid/>{head}{begin}{body}{end}</w:tbl>" + paragraph())


def signed() -> Xml:
    """Two columns without rules: who signs, and the line to sign on."""
    half = str(twips(WIDTH / 2))
    rest = Xml(paragraph("{%p for cell in row[1:] %}") + paragraph(spoken("cell")) + paragraph("{%p endfor %}") + paragraph(run(EMPTY * 12, size=SIZE)))
    body = line(cell(paragraph(spoken("row[0]")), half), cell(rest, half, UNDER), marks=f'<w:trHeight w:val="{twips(14)}" w:hRule="atLeast"/>')
    begin, end = (line(cell(paragraph(f"{{%tr {word} %}}"))) for word in ("for row in block.rows", "endfor"))
    grid = f'<w:tblGrid><w:gridCol w:w="{half}"/><w:gridCol w:w="{half}"/></w:tblGrid>'
    return Xml(
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(WIDTH)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>{grid}{begin}{body}{end}</w:tbl>' + paragraph()
    )


def deed() -> Xml:
    day = run("年" + EMPTY * 2 + "月" + EMPTY * 2 + "日", size=SIZE)
    body = (
        paragraph("{%p for block in blocks %}"),
        when("chapter", paragraph(numbered(bold=True), spoken("block.runs", bold=True), align="center", marks=NEXT + LINES)),
        when("heading", paragraph(spoken("block.runs", bold=True), marks=NEXT + LINES)),
        when("article", paragraph(numbered(bold=True), spoken("block.runs"), marks=INDENT)),
        when("item", paragraph(numbered(bold=False), spoken("block.runs"), marks=INDENT)),
        when("paragraph", paragraph(spoken("block.runs"), marks=INDENT)),
        when("table", lead(), ruled()),
        when("signatures", lead(), signed()),
        when("date", paragraph(spoken("block.runs"), day, align="right", marks=LINES)),
        when("page", paragraph(marks="<w:pageBreakBefore/>")),
        paragraph("{%p endfor %}"),
    )
    heading = paragraph("{{ title }}", align="center", style="Heading1")
    return Xml(heading + "".join(body) + paragraph(run("{{ foot if foot is defined else '本文书依据：' ~ basis }}", size=9)))


def templates() -> dict[Path, bytes]:
    """The template by the path at which it lies."""
    return {HOUSE / "documents" / "deed.docx": package(deed(), sample=False)}


if __name__ == "__main__":
    for path, content in templates().items():
        path.write_bytes(content)
