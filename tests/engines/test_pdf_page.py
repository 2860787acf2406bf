"""The first page of a PDF is drawn; what cannot be drawn is told, and breaks nothing."""

import io
import subprocess

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from gaoxing.engines import pdf_page
from gaoxing.engines.pdf_page import first_page
from gaoxing.engines.photograph import Unreadable
from tests.engines.photographs import pdf


def locked():
    writer, written = PdfWriter(PdfReader(io.BytesIO(pdf()))), io.BytesIO()
    writer.encrypt("made up")
    writer.write(written)
    return written.getvalue()


def test_the_first_page_is_a_jpeg_and_the_pages_are_counted():
    seen = first_page(pdf(3))
    assert seen.pages == 3
    assert Image.open(io.BytesIO(seen.preview)).format == "JPEG"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(5000), pdf()[:200]])
def test_a_broken_pdf_is_told_and_what_to_do(content):
    with pytest.raises(Unreadable, match="pdf broken"):
        first_page(content)


def test_a_pdf_with_a_password_is_told():
    with pytest.raises(Unreadable, match="pdf locked"):
        first_page(locked())


def test_a_pdf_of_too_many_pages_is_told():
    with pytest.raises(Unreadable, match="pdf long"):
        first_page(pdf(201))


def test_a_pdf_that_takes_too_long_is_given_up(monkeypatch):
    def slow(*arguments, **how):
        raise subprocess.TimeoutExpired("pdf", 1)

    monkeypatch.setattr(pdf_page.subprocess, "run", slow)
    with pytest.raises(Unreadable, match="pdf broken"):
        first_page(pdf())
