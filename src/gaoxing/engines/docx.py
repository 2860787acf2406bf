"""The Word engine (文书引擎) docxtpl behind the documents' Protocol: an editable paper beside the PDF, of the same values, in the same order.

The template lies beside the Typst sheet under the same name with the ending `.docx`; tools/build_docx_templates.py makes it. Values are text and
never markup; the same values on the same day give the same bytes. Two filters are the templates' own:

>>> boxes([{"label": "选举", "ticked": False}, {"label": "委派", "ticked": True}])
'☐选举　☑委派'
>>> [row["name"] for row in padded([{"name": "张三"}], 2)]
['张三', '']
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from gaoxing.documents.document import Document, Layout
from gaoxing.engines.fault import Fault

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
AUTHOR = "高兴办"

_BEGINNING = (1980, 1, 1, 0, 0, 0)
_NO_DAY = "1980-01-01"
_UNPRINTABLE = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CODES = {ord(each): f"&#{ord(each)};" for each in "&<>\"'{}%\t\n\r"}
"""Written as numbers, so that neither the document's markup nor the template's (docxtpl rewrites `{_{` and line feeds) sees them in a value."""


class DocxRenderer:
    """Fills Word templates with docxtpl. Holds nothing; safe to share between threads."""

    def render(self, layout: Layout) -> Document:
        """The layout as an editable document on A4, created on the layout's `on`.

        Raises a permanent Fault where the engine or the template is missing, the template does not fit the values, or a value holds a character
        that no document can hold.
        """
        return Document(f"{layout.name}.docx", DOCX, _same_bytes(_filled(layout)))


def boxes(ticks: Iterable[Mapping[str, Any]]) -> str:
    """A tick list `{"label", "ticked"}` as one line of text; empty where there is none."""
    return "\u3000".join(f"{'☑' if each['ticked'] else '☐'}{each['label']}" for each in ticks)


def padded(rows: Iterable[Mapping[str, Any]], least: int) -> list[Mapping[str, Any]]:
    """The rows, followed by empty ones until there are `least`."""
    given = list(rows)
    return [*given, *(_EmptyRow() for _ in range(least - len(given)))]


class _EmptyRow(dict[str, str]):
    """A row of the form that nobody stands in: every blank is empty."""

    def __missing__(self, key: str) -> str:
        return ""


def _filled(layout: Layout) -> bytes:
    engine = _engine()
    if not (file := layout.template.with_suffix(".docx")).is_file():
        raise Fault(f"缺少模板 {file.name}，不能生成 Word 文档。请重新安装本系统，或改用 PDF。", permanent=True)
    try:
        paper = engine.DocxTemplate(io.BytesIO(file.read_bytes()))
        paper.render(dict(layout.values), _environment())
        _describe(paper.core_properties, layout)
        content = io.BytesIO()
        paper.save(content)
    except Fault:
        raise
    except Exception as trouble:
        raise Fault(f"模板 {file.name} 填不进去：{trouble}。请把这句话告诉维护人员；急用可先用 PDF。", permanent=True) from trouble
    return content.getvalue()


def _engine() -> Any:
    try:
        import docxtpl
    except ImportError as absent:
        raise Fault("没有安装文书引擎 docxtpl，不能生成 Word 文档。请用 pip install 'gaoxing[documents]' 安装。", permanent=True) from absent
    return docxtpl


def _environment() -> Any:
    """How templates are read: a value that the layout does not have is a mistake and never an empty blank."""
    import jinja2

    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, finalize=_text)
    environment.filters.update(boxes=boxes, padded=padded)
    return environment


def _text(value: object) -> Any:
    """A value as text of the document, whatever it is written with."""
    from markupsafe import Markup

    text = str(value)
    if found := _UNPRINTABLE.search(text):
        raise Fault(f"“{_UNPRINTABLE.sub('□', text)}”里有文档不能存放的字符（U+{ord(found[0]):04X}），Word 文档没有生成。请改正后再打印。", permanent=True)
    return Markup(text.translate(_CODES))  # noqa: S704 - all that could be markup has become numbers


def _describe(properties: Any, layout: Layout) -> None:
    """Title, author and dates; no name of the engine, no time of the machine."""
    made = datetime.fromisoformat(str(layout.values.get("on") or _NO_DAY)).replace(tzinfo=UTC)
    properties.title, properties.author, properties.last_modified_by, properties.comments = layout.title, AUTHOR, AUTHOR, ""
    properties.created = properties.modified = made
    properties.language, properties.revision = "zh-CN", 1


def _same_bytes(content: bytes) -> bytes:
    """The package again with every part dated alike."""
    again = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(again, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _BEGINNING), old.read(name), zipfile.ZIP_DEFLATED)
    return again.getvalue()
