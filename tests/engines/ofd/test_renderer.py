"""The OFD engine behind the Protocol: what it makes, and a sentence where it cannot."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from gaoxing.documents import Document, Layout
from gaoxing.engines.fault import Fault
from gaoxing.engines.ofd import OFD, OfdRenderer, converted
from gaoxing.engines.typst import PDF, TypstRenderer
from tests.engines.ofd.reader import Ofd
from tests.engines.ofd.written_pdf import written


class Given:
    """A typesetter that always gives the same PDF."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def render(self, layout: Layout) -> Document:
        return Document(f"{layout.name}.pdf", PDF, self.content)


def test_a_layout_becomes_ofd(typesetter: TypstRenderer, sheet: Callable):
    made = OfdRenderer(typesetter).render(sheet("甲乙丙"))
    assert (made.name, made.media_type) == ("材料.ofd", OFD)
    assert "甲乙丙" in Ofd(made.content).text(0)


def test_it_has_a_typesetter_of_its_own(sheet: Callable):
    assert "甲" in Ofd(OfdRenderer().render(sheet("甲")).content).text(0)


def test_a_layout_without_a_day_is_made_all_the_same(typesetter: TypstRenderer, sheet: Callable):
    layout = replace(sheet("甲"), values={})
    assert b"1980-01-01" in Ofd(OfdRenderer(typesetter).render(layout).content).zip.read("OFD.xml")


def test_a_glyph_that_the_face_lacks_is_the_typesetter_s_fault(typesetter: TypstRenderer, sheet: Callable):
    with pytest.raises(Fault, match=r"😀.*U\+1F600"):
        OfdRenderer(typesetter).render(sheet("甲😀"))


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (written(b"0 0 0 1 k 0 0 1 1 re f"), "k 绘图操作"),
        (written(b"/p scn 0 0 1 1 re f"), "渐变"),
        (written(b"Q"), "读不懂"),
        (written(b"1 w w"), "读不懂"),
        (written(b"1 2 3 re"), "读不懂"),
        (written(b"(a) Tj"), "看不见"),
        (written(b"/f 9 Tf"), "读不懂"),
        (b"", "对照表"),
        (b"no pdf at all", "对照表"),
    ],
)
def test_what_cannot_be_written_is_a_sentence_and_no_half_paper(sheet: Callable, content: bytes, what: str):
    with pytest.raises(Fault, match=rf"({what}).*OFD 没有生成。请先用 PDF") as fault:
        OfdRenderer(Given(content)).render(sheet(""))
    assert fault.value.permanent


def test_a_gradient_of_typst_is_refused_with_a_sentence(typesetter: TypstRenderer, sheet: Callable):
    with pytest.raises(Fault, match=r"(渐变|颜色空间).*OFD 没有生成"):
        OfdRenderer(typesetter).render(sheet("#rect(fill: gradient.linear(red, blue))"))


def test_a_spoilt_paper_is_a_sentence_and_no_trace_wherever_it_is_spoilt(typesetter: TypstRenderer, sheet: Callable):
    whole = typesetter.render(sheet("甲#rect()"))
    places = range(0, len(whole.content), 997)
    told = {_outcome(replace(whole, content=whole.content[:at] + b"\x00" * 40 + whole.content[at + 40 :]), sheet("甲")) for at in places}
    assert told == {OFD, "OFD 没有生成"}


def _outcome(pdf: Document, layout: Layout) -> str:
    try:
        return converted(pdf, layout).media_type
    except Fault as fault:
        return "OFD 没有生成" if "OFD 没有生成。请先用 PDF" in str(fault) else str(fault)


def test_a_machine_without_the_font_engine_is_told_how_to_install_it(monkeypatch: pytest.MonkeyPatch, typesetter: TypstRenderer, sheet: Callable):
    monkeypatch.setitem(sys.modules, "fontTools", None)
    with pytest.raises(Fault, match=r"fonttools.*pip install"):
        OfdRenderer(typesetter).render(sheet("甲"))


def test_threads_that_share_a_renderer_each_get_their_own_paper(typesetter: TypstRenderer, sheet: Callable):
    renderer, layout = OfdRenderer(typesetter), sheet("#say(values.name)")
    names = [f"第{number}号" for number in range(12)]
    with ThreadPoolExecutor(4) as pool:
        papers = list(pool.map(lambda name: renderer.render(replace(layout, values={"name": name})), names))
    assert all(name in Ofd(paper.content).text(0) for name, paper in zip(names, papers, strict=True))
