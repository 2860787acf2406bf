"""Papers of a few words for the tests of OFD: set by Typst, or written as a PDF by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from gaoxing.documents import Document, Layout
from gaoxing.engines.ofd import converted
from gaoxing.engines.typst import TypstRenderer
from tests.engines.ofd.reader import Ofd

ON = date(2026, 11, 25)
HEAD = '#import "/documents/sheet.typ": *\n#show: official-form.with(sys.inputs.title)\n'


@pytest.fixture(scope="session")
def typesetter() -> TypstRenderer:
    return TypstRenderer()


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., Layout]:
    """A layout of one's own: `sheet("*粗*")`; what stands before it is the house's page."""

    def layout(body: str, *, head: str = HEAD, title: str = "样表", **values: object) -> Layout:
        path = tmp_path / "sheet.typ"
        path.write_text(head + body, encoding="utf-8")
        return Layout("材料", title, path, {"on": ON.isoformat(), **values})

    return layout


@pytest.fixture
def typeset(typesetter: TypstRenderer, sheet: Callable[..., Layout]) -> Callable[..., Document]:
    """The PDF of such a layout."""
    return lambda body, **more: typesetter.render(sheet(body, **more))


@pytest.fixture
def opened(typeset: Callable[..., Document], sheet: Callable[..., Layout]) -> Callable[..., Ofd]:
    """Its OFD, opened by a reader that knows nothing of the writer."""
    return lambda body, **more: Ofd(converted(typeset(body, **more), sheet(body, **more)).content)
