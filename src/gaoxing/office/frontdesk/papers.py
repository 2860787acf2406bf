"""The papers of a draft (材料): made when they are opened, kept in memory for a while by what is printed on them.

The key is a digest of the printed values: a change of the form makes new papers, and going back finds the old ones. Nothing is written to disk.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from django.core.cache import caches

from gaoxing.catalogue import matter
from gaoxing.documents.document import Document, Layout
from gaoxing.engines.docx import DocxRenderer
from gaoxing.engines.ofd import converted
from gaoxing.engines.typst import TypstRenderer
from gaoxing.forms import Form
from gaoxing.office.cases.drawing import digest as digest
from gaoxing.office.cases.drawing import layouts as layouts

PDF, DOCX, OFD = "pdf", "docx", "ofd"
"""The kinds in which each paper can be had (格式)."""

ZIP = "application/zip"

PAGE_PPI = 110
"""Dots an inch of a page's picture: a line of the form is readable at 768 px."""

CACHE = "papers"

_ZIP_YEARS = 1980


@cache
def renderer() -> TypstRenderer:
    """The engine that draws, made once; it starts with the first drawing."""
    return TypstRenderer()


def paper(layout: Layout, kind: str) -> Document:
    """One paper as PDF/A, as a DOCX with the same values, or as OFD of that PDF. Raises a Fault where drawing fails, and KeyError for another kind."""
    engines: dict[str, Callable[[], Document]] = {
        PDF: lambda: renderer().render(layout),
        DOCX: lambda: DocxRenderer().render(layout),
        OFD: lambda: converted(paper(layout, PDF), layout),
    }
    made: Document = _kept(layout, kind, engines[kind])
    return made


def pages(layout: Layout) -> tuple[bytes, ...]:
    """Every page of a paper as a PNG picture. Raises a Fault where drawing fails."""
    made: tuple[bytes, ...] = _kept(layout, "png", lambda: renderer().render_pages(layout, ppi=PAGE_PPI))
    return made


def bundle(form: Form, *, on: date) -> Document | None:
    """Every paper of the form in one ZIP, numbered in the order of filing, as PDF, DOCX and OFD; None where the matter has none. The same form on the
    same day gives the same bytes.
    """
    drawn = [(f"{number:02d}", paper(layout, kind)) for number, layout in enumerate(layouts(form, on=on), 1) for kind in (PDF, DOCX, OFD)]
    if not drawn:
        return None
    day = (max(on.year, _ZIP_YEARS), on.month, on.day, 0, 0, 0)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, each in drawn:
            archive.writestr(zipfile.ZipInfo(f"{number} {each.name}", day), each.content, zipfile.ZIP_DEFLATED)
    return Document(f"{matter(form.matter).name}材料.zip", ZIP, packed.getvalue())


def _kept(layout: Layout, kind: str, make: Callable[[], Any]) -> Any:
    key = f"{kind}:{digest(layout)}"
    found = caches[CACHE].get(key)
    if found is None:
        found = make()
        caches[CACHE].set(key, found)
    return found
