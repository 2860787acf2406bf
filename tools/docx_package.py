"""The package around a Word form (ISO/IEC 29500): styles, settings, the sample's mark above and the page's number below, A4. The same bytes each time."""

from __future__ import annotations

import io
import zipfile

from tools.docx_sheet import Xml, gap, paragraph, run, twips

SAMPLE = "样张，以登记机关发布的文书为准"

SERIF = "宋体"
LATIN = "Times New Roman"

START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}"'
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS = ("styles", "settings", "header", "footer")
MARGINS = {"top": 23.0, "right": 22.0, "bottom": 20.0, "left": 22.0, "header": 13.0, "footer": 11.0}
BEGINNING = (1980, 1, 1, 0, 0, 0)


def package(body: Xml, *, sample: bool = True) -> bytes:
    """The template's bytes; `sample` prints above every page that the authority's own form stands."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"officeDocument": (f"{OFFICE}/officeDocument", "word/document.xml")}),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{_tight(body)}{_section()}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations({part: (f"{OFFICE}/{part}", f"{part}.xml") for part in PARTS}),
        "word/styles.xml": _styles(),
        "word/settings.xml": _settings(),
        "word/header.xml": f"<w:hdr {NAMESPACES}>{paragraph(run(SAMPLE if sample else '', size=8.5), align='right')}</w:hdr>",
        "word/footer.xml": f"<w:ftr {NAMESPACES}>{_page_number()}</w:ftr>",
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name, text in parts.items():
            file.writestr(zipfile.ZipInfo(name, BEGINNING), START + text, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _tight(body: Xml) -> str:
    """Without the gap below the last table of a page, which would make an empty page where the table fills its own."""
    for style in ("Heading1", "Gap"):
        next_page = f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:pageBreakBefore/>'
        body = Xml(body.replace(gap() + next_page, next_page))
    return body


def _content_types() -> str:
    names = {"document": "document.main", **{part: part for part in PARTS}}
    overrides = "".join(f'<Override PartName="/word/{part}.xml" ContentType="{TYPE}.{kind}+xml"/>' for part, kind in names.items())
    relations = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="{PACKAGE}/content-types">{relations}<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    each = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, (kind, target) in targets.items())
    return f'<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'


def _section() -> str:
    margins = " ".join(f'w:{side}="{twips(width)}"' for side, width in MARGINS.items())
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/>'
        f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar {margins} w:gutter="0"/></w:sectPr>'
    )


def _styles() -> str:
    faces = f'<w:rFonts w:ascii="{LATIN}" w:eastAsia="{SERIF}" w:hAnsi="{LATIN}" w:cs="{LATIN}"/>'
    defaults = f'<w:rPr>{faces}<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>'
    heading = '<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="36"/></w:rPr>'
    thin = '<w:pPr><w:spacing w:line="160" w:lineRule="exact"/></w:pPr><w:rPr><w:sz w:val="12"/><w:szCs w:val="12"/></w:rPr>'
    tight = '<w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr>'
    on_normal = '<w:basedOn w:val="Normal"/>'
    return (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault>{defaults}</w:rPrDefault><w:pPrDefault>{tight}</w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
        f'<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>{on_normal}<w:next w:val="Normal"/><w:qFormat/>{heading}</w:style>'
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="Gap"><w:name w:val="Gap"/>{on_normal}{thin}</w:style>'
        "</w:styles>"
    )


def _settings() -> str:
    mode = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    spacing = '<w:characterSpacingControl w:val="compressPunctuation"/>'
    return f'<w:settings {NAMESPACES}>{spacing}<w:compat>{mode}</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'


def _page_number() -> Xml:
    field = '<w:fldSimple w:instr=" {} "><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple>'
    parts = (run("第 ", size=9), Xml(field.format("PAGE")), run(" 页　共 ", size=9), Xml(field.format("NUMPAGES")), run(" 页", size=9))
    return paragraph(*parts, align="center")
