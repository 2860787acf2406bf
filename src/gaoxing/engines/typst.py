"""The typesetter (排版引擎) Typst behind the documents' Protocol: PDF/A-2b on A4, pictures of pages, the same bytes for the same values.

One compiler is kept warm and used by one thread at a time. Only the system's own faces are used, and only the two that the forms name:
what these lack is a fault, never a box. Debian's package is fonts-noto-cjk.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any

from gaoxing.documents.document import Document, Layout
from gaoxing.engines.fault import Fault

FACES = ("Noto Serif CJK SC", "Noto Sans CJK SC")
"""The faces that the forms are set in (宋体、黑体)."""

STANDARD = "a-2b"
"""PDF/A-2b, ISO 19005-2: for keeping."""

PDF = "application/pdf"

_HOUSE = Path(__file__).parents[1]
_MISSING_GLYPH = re.compile(r'the text `"(?P<text>.*?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


class TypstRenderer:
    """Draws layouts with Typst. Cheap to make; the first drawing loads the faces, the next ones are quick. Safe to share between threads."""

    def __init__(self) -> None:
        """Nothing is loaded before the first drawing."""
        self._one_at_a_time = Lock()

    def render(self, layout: Layout) -> Document:
        """The layout as PDF/A-2b, its creation date the layout's `on`. Raises a permanent Fault where the engine, a face or a glyph is missing."""
        with self._one_at_a_time:
            content = self._compile(layout, "pdf", pdf_standards=[STANDARD])
        return Document(f"{layout.name}.pdf", PDF, content)

    def render_pages(self, layout: Layout, *, ppi: int = 110) -> tuple[bytes, ...]:
        """Every page as a PNG picture of `ppi` dots an inch. Raises like `render`: what cannot be printed is not shown either."""
        with self._one_at_a_time:
            self._compile(layout, "pdf", pdf_standards=[STANDARD])
            pages = self._compile(layout, "png", ppi=ppi)
        return tuple(pages) if isinstance(pages, list) else (pages,)

    def _compile(self, layout: Layout, form: str, **how: Any) -> Any:
        when = _midnight(layout.values.get("on"))
        inputs = {"title": layout.title}
        try:
            return self._compiler.compile(input=_files(layout), format=form, sys_inputs=inputs, timestamp=when, pdf_tags=False, **how)
        except RuntimeError as trouble:
            raise _fault(trouble) from trouble

    @cached_property
    def _compiler(self) -> Any:
        engine = _engine()
        fonts = engine.Fonts(include_system_fonts=True, include_embedded_fonts=False)
        lacking = [face for face in FACES if face not in fonts.families()]
        if lacking:
            raise Fault(f"缺少字体 {'、'.join(lacking)}，不能生成材料。请安装系统软件包 fonts-noto-cjk 后重试。", permanent=True)
        return engine.Compiler(root=str(_HOUSE), font_paths=fonts)


def _engine() -> Any:
    try:
        import typst
    except ImportError as absent:
        raise Fault("没有安装排版引擎 typst，不能生成材料。请用 pip install 'gaoxing[documents]' 安装。", permanent=True) from absent
    return typst


def _files(layout: Layout) -> dict[str, bytes]:
    """What the compiler sees, in memory only: the template as `main`, its neighbours by name, the values as `values.json`.

    The house's own parts (`/documents/sheet.typ`) come from the root. That only `values.json` differs from paper to paper lets the compiler keep
    the rest; and what a person said never reaches the disk or the source.
    """
    template = layout.template
    if not template.is_file():
        raise Fault(f"缺少模板 {template.name}，不能生成材料。请重新安装本系统。", permanent=True)
    sheets = {each.name: each.read_bytes() for each in sorted(template.parent.glob("*.typ"))}
    return {**sheets, "main": sheets[template.name], "values.json": json.dumps(layout.values, ensure_ascii=False, sort_keys=True).encode()}


def _midnight(on: object) -> datetime:
    """The start of the day `on` (ISO text); the first of 1980 where a layout has none, so that the bytes stay the same."""
    day = str(on) if on else "1980-01-01"
    return datetime.fromisoformat(day).replace(tzinfo=UTC)


def _fault(trouble: RuntimeError) -> Fault:
    message = str(getattr(trouble, "message", trouble))
    found = _MISSING_GLYPH.search(message)
    if found is None:
        return Fault(f"排版没有成功：{message}。请把这句话告诉维护人员。", permanent=True)
    letters = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), found["text"])
    codes = "、".join(f"U+{ord(each):04X}" for each in letters)
    return Fault(f"字体里没有“{letters}”（{codes}）这个字，材料没有生成。请核对这个字，改用字体里有的字，或请维护人员加装字体。", permanent=True)
