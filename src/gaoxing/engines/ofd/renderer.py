"""The OFD engine behind the documents' Protocol: the typesetter draws a paper, and its PDF becomes OFD, character by character and line by line."""

from __future__ import annotations

import zlib
from datetime import date

from gaoxing.documents.document import Document, Layout, Renderer
from gaoxing.engines.fault import Fault
from gaoxing.engines.ofd.drawn import Unwritable
from gaoxing.engines.ofd.package import package
from gaoxing.engines.typst import TypstRenderer

OFD = "application/ofd"

_NO_DAY = "1980-01-01"
_BROKEN = (EOFError, KeyError, IndexError, TypeError, ValueError, AttributeError, zlib.error)
"""What reading a PDF raises that is not as it should be."""


class OfdRenderer:
    """Draws layouts as OFD. Safe to share between threads where its typesetter is."""

    def __init__(self, typesetter: Renderer | None = None) -> None:
        """`typesetter` gives the PDF; a TypstRenderer of its own unless given."""
        self._typesetter = typesetter or TypstRenderer()

    def render(self, layout: Layout) -> Document:
        """The layout as OFD, its creation date the layout's `on`. Raises a permanent Fault like the typesetter, and like `converted`."""
        return converted(self._typesetter.render(layout), layout)


def converted(pdf: Document, layout: Layout) -> Document:
    """A layout's PDF by the typesetter as OFD; the same PDF gives the same bytes.

    Raises a permanent Fault where fontTools is missing or the PDF holds something that this writer cannot put into an OFD.
    """
    on = date.fromisoformat(str(layout.values.get("on") or _NO_DAY))
    try:
        content = package(pdf.content, title=layout.title, on=on)
    except Unwritable as beyond:
        raise _fault(str(beyond)) from beyond
    except _BROKEN as trouble:
        raise _fault(f"读不懂的地方：{type(trouble).__name__} {trouble}") from trouble
    return Document(f"{layout.name}.ofd", OFD, content)


def _fault(what: str) -> Fault:
    return Fault(f"这份材料里有 OFD 还写不出的内容（{what}），OFD 没有生成。请先用 PDF 或 Word，并把这句话告诉维护人员。", permanent=True)
