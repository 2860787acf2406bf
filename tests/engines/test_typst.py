from __future__ import annotations

import io
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pypdf
import pytest

from gaoxing.documents import Layout
from gaoxing.engines import typst as engine
from gaoxing.engines.fault import Fault
from gaoxing.engines.typst import TypstRenderer

SHEET = """#import "/documents/sheet.typ": official-form, say, values
#show: official-form.with(sys.inputs.title)
#say(values.name)
"""
POINTS_A4 = (595, 842)


@pytest.fixture(scope="module")
def renderer() -> TypstRenderer:
    return TypstRenderer()


@pytest.fixture
def sheet(tmp_path: Path) -> Any:
    path = tmp_path / "sheet.typ"
    path.write_text(SHEET, encoding="utf-8")

    def layout(name: str, *, on: str = "2026-11-24") -> Layout:
        return Layout("材料", "样表", path, {"name": name, "on": on})

    return layout


def read(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content))


def test_a_paper_is_marked_as_pdf_a_2b(renderer: TypstRenderer, sheet: Any):
    metadata = read(renderer.render(sheet("张三")).content).xmp_metadata
    assert metadata is not None
    described = metadata.rdf_root.toxml()
    assert "<pdfaid:part>2</pdfaid:part>" in described
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in described


def test_a_paper_is_a4_and_bears_its_title_and_ending(renderer: TypstRenderer, sheet: Any):
    document = renderer.render(sheet("张三"))
    reader = read(document.content)
    box = reader.pages[0].mediabox
    assert (document.name, document.media_type) == ("材料.pdf", "application/pdf")
    assert (round(box.width), round(box.height)) == POINTS_A4
    assert reader.metadata is not None
    assert reader.metadata.title == "样表"


def test_every_face_of_a_paper_is_embedded(renderer: TypstRenderer, sheet: Any):
    fonts = read(renderer.render(sheet("张三")).content).pages[0]["/Resources"]["/Font"]
    descriptors = [font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts.values()]
    assert descriptors
    assert all({"/FontFile2", "/FontFile3"} & set(each) for each in descriptors)


def test_the_same_values_give_the_same_bytes_from_another_renderer(renderer: TypstRenderer, sheet: Any):
    assert renderer.render(sheet("张三")).sha256 == TypstRenderer().render(sheet("张三")).sha256


def test_the_day_of_the_layout_is_the_papers_creation_date(renderer: TypstRenderer, sheet: Any):
    metadata = read(renderer.render(sheet("张三", on="2026-05-01")).content).metadata
    assert metadata is not None
    assert metadata.creation_date is not None
    assert metadata.creation_date.date().isoformat() == "2026-05-01"


@pytest.mark.parametrize(
    "said", ["#let x = 1", "$x^2$", "*a* _b_", "a \\ b", "<b>粗</b>", "`c`", "@d", "// e", "/* f */", "[g]", "#panic()", '"h"', "= i", "- j", "~k", "--- l"]
)
def test_markup_in_a_value_stays_text(renderer: TypstRenderer, sheet: Any, said: str):
    assert said in read(renderer.render(sheet(said)).content).pages[0].extract_text()


def test_a_value_without_a_place_to_break_stays_on_the_page(renderer: TypstRenderer, sheet: Any):
    lines = read(renderer.render(sheet("W" * 400)).content).pages[0].extract_text().splitlines()
    written = [line.count("W") for line in lines if "W" in line]
    assert sum(written) == 400
    assert max(written) <= 60


@pytest.mark.parametrize(("said", "code"), [("张😀三", "U+1F600"), ("ไ", "U+0E44"), ("\ue000", "U+E000"), ("a\u0001", "U+0001")])
def test_a_glyph_the_face_lacks_is_a_fault_that_names_it(renderer: TypstRenderer, sheet: Any, said: str, code: str):
    with pytest.raises(Fault, match=re.escape(f"（{code}）")) as fault:
        renderer.render(sheet(said))
    assert fault.value.permanent


def test_what_cannot_be_printed_is_not_shown_as_a_picture_either(renderer: TypstRenderer, sheet: Any):
    with pytest.raises(Fault, match="😀"):
        renderer.render_pages(sheet("😀"))


def test_a_rare_character_of_a_name_that_the_face_has_is_printed(renderer: TypstRenderer, sheet: Any):
    assert "𠮷䶮龘" in read(renderer.render(sheet("𠮷䶮龘")).content).pages[0].extract_text()


def test_a_renderer_goes_on_after_a_fault(renderer: TypstRenderer, sheet: Any):
    with pytest.raises(Fault):
        renderer.render(sheet("😀"))
    assert "李四" in read(renderer.render(sheet("李四")).content).pages[0].extract_text()


def test_pictures_are_png_one_a_page(renderer: TypstRenderer, sheet: Any):
    [page] = renderer.render_pages(sheet("张三"), ppi=50)
    assert page.startswith(b"\x89PNG")
    assert int.from_bytes(page[16:20], "big") == 413


def test_threads_that_share_a_renderer_each_get_their_own_paper(renderer: TypstRenderer, sheet: Any):
    names = [f"第{number}号" for number in range(24)]
    with ThreadPoolExecutor(8) as pool:
        papers = list(pool.map(lambda name: renderer.render(sheet(name)), names))
    assert all(name in read(paper.content).pages[0].extract_text() for name, paper in zip(names, papers, strict=True))


def test_a_template_with_a_mistake_is_a_fault_and_no_trace(renderer: TypstRenderer, tmp_path: Path):
    broken = tmp_path / "broken.typ"
    broken.write_text("#let", encoding="utf-8")
    with pytest.raises(Fault, match="排版没有成功"):
        renderer.render(Layout("a", "a", broken, {}))


def test_a_template_that_is_not_there_is_a_fault(renderer: TypstRenderer, tmp_path: Path):
    with pytest.raises(Fault, match="模板"):
        renderer.render(Layout("a", "a", tmp_path / "none.typ", {}))


def test_a_machine_without_the_faces_is_told_the_package(monkeypatch: pytest.MonkeyPatch, sheet: Any):
    bare = SimpleNamespace(Fonts=lambda **_: SimpleNamespace(families=lambda: ["DejaVu Sans", "Noto Sans CJK SC"]))
    monkeypatch.setattr(engine, "_engine", lambda: bare)
    with pytest.raises(Fault, match=r"缺少字体 Noto Serif CJK SC，.*fonts-noto-cjk") as fault:
        TypstRenderer().render(sheet("张三"))
    assert fault.value.permanent


def test_a_machine_without_the_engine_is_told_how_to_install_it(monkeypatch: pytest.MonkeyPatch, sheet: Any):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(Fault, match="pip install"):
        TypstRenderer().render(sheet("张三"))
