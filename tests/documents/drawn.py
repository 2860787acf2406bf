"""What is written on a paper: composed, drawn as PDF, filled in as Word document; white space taken out."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

import docx
import pypdf

from gaoxing.documents.document import Layout
from gaoxing.engines.docx import DocxRenderer
from gaoxing.engines.typst import TypstRenderer

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PAGE = re.compile(r"第\d+页共\d+页")

Run = Mapping[str, str]


def runs(layout: Layout) -> Iterator[Run]:
    """Every piece of a deed with the path it came from, the cells of its tables among them."""
    for block in layout.values["blocks"]:
        yield from block["runs"]
        yield from (run for row in block["rows"] for cell in row for run in cell)


def composed_text(layout: Layout) -> str:
    """A deed in the order in which it is read: numbers, words, heads of tables, cells."""
    said = [layout.title]
    for block in layout.values["blocks"]:
        said += [block["number"], *(run["text"] for run in block["runs"]), *block["head"]]
        said += [run["text"] for row in block["rows"] for cell in row for run in cell]
        said += ["年月日"] if block["kind"] == "date" else []
    return bare("".join(said) + "本文书依据：" + layout.values["basis"])


def pdf_text(layout: Layout, renderer: TypstRenderer) -> str:
    """The drawn pages; the head of a table that goes on over a page is read once."""
    pages = [bare(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(renderer.render(layout).content)).pages]
    heads = [bare("".join(block["head"])) for block in layout.values["blocks"] if block["head"]]
    return "".join(_once(PAGE.sub("", page), heads if number else []) for number, page in enumerate(pages))


def docx_text(layout: Layout) -> str:
    """The body of the Word document."""
    body: Any = docx.Document(io.BytesIO(DocxRenderer().render(layout).content)).element.body
    return bare("".join(each.text or "" for each in body.iter(f"{W}t")))


def bare(text: str) -> str:
    """Without white space of any kind."""
    return "".join(text.split())


def _once(page: str, heads: list[str]) -> str:
    return next((page.removeprefix(head) for head in heads if page.startswith(head)), page)
