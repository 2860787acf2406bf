"""The order of elements and the attributes that GB/T 33190-2016 asks for, as far as they can occur here; imports nothing of the writer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tests.engines.ofd.reader import OFD, Ofd

NUMBER = r"-?\d+(?:\.\d+)?"
ARRAY = rf"{NUMBER}(?: {NUMBER})*"
BOX = rf"{NUMBER} {NUMBER} \d+(?:\.\d+)? \d+(?:\.\d+)?"
STEPS = rf"(?:g \d+ )?{NUMBER}(?: (?:g \d+ )?{NUMBER})*"
PATH = rf"(?:M {NUMBER} {NUMBER}|L {NUMBER} {NUMBER}|B(?: {NUMBER}){{6}}|C)"
UNIT = {"Boundary": BOX, "CTM": rf"{NUMBER}(?: {NUMBER}){{5}}", "Alpha": r"\d{1,3}", "ID": r"[1-9]\d*"}
PEN = {"LineWidth": NUMBER, "Cap": "Round|Square", "Join": "Round|Bevel", "MiterLimit": NUMBER, "DashOffset": NUMBER, "DashPattern": ARRAY}
COLOUR = {"Value": r"\d{1,3} \d{1,3} \d{1,3}", "Alpha": r"\d{1,3}"}
PAINT = {"Stroke": "true|false", "Fill": "true|false"}

CHILDREN = {
    "OFD": "DocBody+",
    "DocBody": "DocInfo DocRoot Versions? Signatures?",
    "DocInfo": "DocID Title? Author? Subject? Abstract? CreationDate? ModDate? DocUsage? Cover? Keywords? Creator? CreatorVersion? CustomDatas?",
    "Document": "CommonData Pages Outlines? Permissions? Actions? VPreferences? Bookmarks? Annotations? CustomTags? Attachments? Extensions?",
    "CommonData": "MaxUnitID PageArea PublicRes* DocumentRes* TemplatePage* DefaultCS?",
    "PageArea": "PhysicalBox ApplicationBox? ContentBox? BleedBox?",
    "Pages": "Page+",
    "Res": "Fonts? MultiMedias?",
    "Fonts": "Font+",
    "Font": "FontFile?",
    "MultiMedias": "MultiMedia+",
    "MultiMedia": "MediaFile",
    "Page": "Template* PageRes* Area? Content? Actions?",
    "Area": "(PhysicalBox ApplicationBox? ContentBox? BleedBox?|Path)",
    "Content": "Layer+",
    "Layer": "(TextObject|PathObject|ImageObject)*",
    "TextObject": "Actions? Clips? FillColor? StrokeColor? (CGTransform* TextCode)+",
    "PathObject": "Actions? Clips? StrokeColor? FillColor? AbbreviatedData",
    "Path": "Actions? Clips? StrokeColor? FillColor? AbbreviatedData",
    "ImageObject": "Actions? Clips? Border?",
    "Clips": "Clip+",
    "Clip": "(Area)+",
    "CGTransform": "Glyphs?",
}
NEEDED = {
    "OFD": ("Version", "DocType"),
    "Res": ("BaseLoc",),
    "Font": ("ID", "FontName"),
    "MultiMedia": ("ID", "Type"),
    "Layer": ("ID",),
    "TextObject": ("ID", "Boundary", "Font", "Size"),
    "PathObject": ("ID", "Boundary"),
    "Path": ("Boundary",),
    "ImageObject": ("ID", "Boundary", "ResourceID"),
    "CGTransform": ("CodePosition",),
}
ATTRIBUTES = {
    "OFD": {"Version": r"1\.0", "DocType": "OFD"},
    "Res": {"BaseLoc": ".+"},
    "Font": {"ID": r"\d+", "FontName": ".+", "FamilyName": ".+"},
    "MultiMedia": {"ID": r"\d+", "Type": "Image", "Format": "PNG|JPEG"},
    "Page": {"ID": r"\d+", "BaseLoc": ".+"},
    "Layer": {"ID": r"\d+", "Type": "Body|Background|Foreground|Custom"},
    "TextObject": {**UNIT, **PEN, **PAINT, "Font": r"\d+", "Size": NUMBER},
    "PathObject": {**UNIT, **PEN, **PAINT, "Rule": "NonZero|Even-Odd"},
    "Path": {**UNIT, **PAINT, "Rule": "NonZero|Even-Odd"},
    "ImageObject": {**UNIT, "ResourceID": r"\d+"},
    "TextCode": {"X": NUMBER, "Y": NUMBER, "DeltaX": STEPS},
    "CGTransform": {"CodePosition": r"\d+", "CodeCount": r"\d+", "GlyphCount": r"\d+"},
    "FillColor": COLOUR,
    "StrokeColor": COLOUR,
}
TEXTS = {
    "DocID": "[0-9a-f]{32}",
    "CreationDate": r"\d{4}-\d\d-\d\d",
    "ModDate": r"\d{4}-\d\d-\d\d",
    "PhysicalBox": BOX,
    "MaxUnitID": r"\d+",
    "AbbreviatedData": rf"M {NUMBER} {NUMBER}(?: {PATH})*",
    "Glyphs": r"\d+(?: \d+)*",
    "TextCode": r"(?s)\S|\S.*\S",
}


def faults(ofd: Ofd) -> list[str]:
    """What is against the standard in a package, a line each."""
    parts = [("OFD.xml", ofd.entry), (ofd.root, ofd.document), *zip(ofd.places, ofd.pages, strict=True)]
    parts += [(name, ofd.xml(name)) for name in ofd.zip.namelist() if name.endswith("Res.xml")]
    return [f"{name}: {fault}" for name, root in parts for each in root.iter() for fault in _faults(each)] + list(_links(ofd))


def _faults(each: Element) -> Iterator[str]:
    name = each.tag.removeprefix(OFD)
    if not each.tag.startswith(OFD):
        yield f"{each.tag} is of another namespace"
    children = "".join(f"{child.tag.removeprefix(OFD)} " for child in each)
    if not re.fullmatch(_expression(CHILDREN.get(name, "")), children):
        yield f"{name} holds {children or 'nothing'}"
    yield from (f"{name} lacks {key}" for key in NEEDED.get(name, ()) if key not in each.attrib and not _is_page_file(each))
    for key, value in each.attrib.items():
        if not re.fullmatch(ATTRIBUTES.get(name, {}).get(key, "(?!)"), value):
            yield f"{name} has {key}={value!r}"
    if name in TEXTS and not re.fullmatch(TEXTS[name], each.text or ""):
        yield f"{name} says {each.text!r}"


def _is_page_file(each: Element) -> bool:
    return each.tag == f"{OFD}Page" and each.find(f"{OFD}Content") is not None


def _expression(children: str) -> str:
    """`A B? C*` as a pattern over names that each end in a blank."""
    return re.sub(r"[A-Za-z]+", lambda found: f"(?:{found[0]} )", children).replace(") (", ")(").replace(")? ", ")?").replace(")* ", ")*").replace(")+ ", ")+")


def _links(ofd: Ofd) -> Iterator[str]:
    """Numbers that are given twice or beyond the greatest, and references that lead nowhere."""
    entries = [entry for _, entry in ofd.resources()]
    numbers = [int(each.get("ID")) for each in [*entries, *ofd.document.iter(), *(each for page in ofd.pages for each in page.iter())] if each.get("ID")]
    if len(set(numbers)) < len(numbers):
        yield "a number is given twice"
    if max(numbers) != int(ofd.document.findtext(f"{OFD}CommonData/{OFD}MaxUnitID")):
        yield "MaxUnitID is not the greatest number"
    used = {int(each.get(key)) for page in ofd.pages for each in page.iter() for key in ("Font", "ResourceID") if each.get(key)}
    yield from (f"{number} is used and not there" for number in used - set(ofd.files))
    told = {"OFD.xml", ofd.root, *ofd.places} | {name for name in ofd.zip.namelist() if "Res" in name}
    yield from (f"{name} is in the package and not told of" for name in set(ofd.zip.namelist()) - told)
