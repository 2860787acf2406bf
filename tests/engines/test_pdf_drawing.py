"""What the process that draws a PDF does, step by step."""

import io
import json
import sys
from types import SimpleNamespace

import pytest
from PIL import Image

from gaoxing.engines import pdf_page
from gaoxing.engines.photograph import PREVIEW
from tests.engines.photographs import pdf


def wide():
    written = io.BytesIO()
    Image.new("RGB", (9000, 300), "white").save(written, "PDF", resolution=10)
    return written.getvalue()


def test_the_line_tells_the_pages_and_the_picture_is_a_jpeg():
    line, picture = pdf_page._draw(pdf(4))
    assert json.loads(line) == {"pages": 4}
    assert Image.open(io.BytesIO(picture)).format == "JPEG"


def test_a_page_as_wide_as_a_wall_is_drawn_no_larger_than_a_preview():
    _, picture = pdf_page._draw(wide())
    assert max(Image.open(io.BytesIO(picture)).size) <= PREVIEW + 1


@pytest.mark.parametrize(("content", "line"), [(b"", "broken"), (b"%PDF-1.4", "broken"), (pdf(201), "long")])
def test_what_cannot_be_drawn_is_a_word_and_no_picture(content, line):
    assert pdf_page._draw(content) == (line, b"")


@pytest.mark.parametrize(("content", "status"), [(pdf(), 0), (b"nothing", 1)])
def test_the_process_ends_with_whether_there_is_a_picture(monkeypatch, content, status):
    written = io.BytesIO()
    monkeypatch.setattr(pdf_page, "_limit", lambda: None)
    monkeypatch.setattr(pdf_page, "sys", SimpleNamespace(stdin=SimpleNamespace(buffer=io.BytesIO(content)), stdout=SimpleNamespace(buffer=written)))
    assert pdf_page.main() == status
    assert bool(written.getvalue().partition(b"\n")[2]) is not bool(status)


def test_memory_and_time_of_the_process_are_limited(monkeypatch):
    set_to = {}

    def limit(what, most):
        set_to[what] = most[0]

    monkeypatch.setitem(sys.modules, "resource", SimpleNamespace(RLIMIT_AS="memory", RLIMIT_CPU="seconds", setrlimit=limit))
    pdf_page._limit()
    assert set_to == {"memory": 1_500_000_000, "seconds": 15}


def test_where_a_system_knows_no_limits_it_draws_all_the_same(monkeypatch):
    monkeypatch.setitem(sys.modules, "resource", None)
    pdf_page._limit()
    assert pdf_page._draw(pdf())[1]
