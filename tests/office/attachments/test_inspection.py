"""A file is what its bytes say; whatever is not taken gets a sentence that says what to do instead."""

import gzip
import io
import zipfile

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.engines.photograph import JPEG, PNG, WEBP, Trouble
from gaoxing.office.attachments import inspection
from gaoxing.office.attachments.inspection import PDF, inspect, media_type_of, named
from gaoxing.office.refusal import NotAllowed
from tests.engines.photographs import page, pdf, photo


def packed(name="身份证.jpg", size=1_000_000):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, bytes(size))
    return written.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [(photo(), JPEG), (photo("PNG"), PNG), (photo("WEBP"), WEBP), (pdf(), PDF), (b"", ""), (b"RIFF0000WAVE", ""), (b"<svg/>", ""), (b" %PDF-1.7", "")],
)
def test_the_first_bytes_say_what_a_file_is(content, kind):
    assert media_type_of(content) == kind


def test_a_photograph_and_a_pdf_are_seen_with_their_preview():
    seen = inspect(photo(light=0.2))
    assert (seen.media_type, seen.pages, seen.advice) == (JPEG, 1, ("dark",))
    assert inspect(pdf(2)).pages == 2
    assert inspect(pdf()).preview.startswith(b"\xff\xd8\xff")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "空的"),
        (packed(), "压缩包"),
        (gzip.compress(bytes(10_000_000)), "压缩包"),
        (packed("word/document.xml"), "压缩包|PDF"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), "只收照片|PDF"),
        (bytes(4) + b"ftypheic" + bytes(4) + b"mif1heic" + bytes(40), "HEIC"),
        (bytes(4) + b"ftypisom" + bytes(4) + b"isomiso2" + bytes(40), "视频"),
        (b"MZ" + bytes(200), "改名字没有用"),
        (b"<html><script>alert(1)</script>", "只收照片"),
        (b"GIF89a" + bytes(50), "只收照片"),
        (photo()[:3000], "重新拍一张"),
        (b"%PDF-1.4 nothing", "PDF 打不开"),
    ],
)
def test_what_is_not_taken_is_told_with_what_to_do(content, told):
    with pytest.raises(NotAllowed, match=told):
        inspect(content)


@pytest.mark.django_db
def test_a_file_above_the_limit_is_refused_before_it_is_opened(monkeypatch):
    monkeypatch.setattr(inspection, "LARGEST", 100)
    monkeypatch.setattr(inspection, "look", lambda *arguments: pytest.fail("it was opened"))
    with pytest.raises(NotAllowed, match="没有收"):
        inspect(photo())


def test_every_trouble_of_the_engines_has_its_sentence():
    assert set(inspection._UNREADABLE) == set(Trouble)


@pytest.mark.django_db
def test_the_refusal_of_a_large_file_says_the_limit():
    assert "20 MB" in inspection.too_large().reason


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("身份证 正面.JPG", "身份证 正面.jpg"),
        ("../../../etc/passwd", "passwd.jpg"),
        ("C:\\Users\\某某\\执照.png", "执照.jpg"),
        ("发票\u202egpj.exe", "发票gpj.jpg"),
        ("a\x00b\r\nSet-Cookie: x.jpg", "abSet-Cookie_ x.jpg"),
        ("....", "附件.jpg"),
        ("", "附件.jpg"),
        (".htaccess", "htaccess.jpg"),
        ("<script>.jpg", "_script_.jpg"),
        ("长" * 300 + ".jpg", "长" * 80 + ".jpg"),
    ],
)
def test_a_name_loses_paths_hidden_signs_and_a_lying_ending(given_name, kept):
    assert named(given_name, JPEG) == kept


@given(st.text(max_size=200))
def test_no_name_whatsoever_leaves_its_folder(given_name):
    kept = named(given_name, PDF)
    assert kept.endswith(".pdf")
    assert not set('/\\\0\r\n<>:"|?*') & set(kept)
    assert not kept.startswith(".")


@given(st.binary(max_size=400))
def test_any_bytes_are_taken_or_refused_with_a_sentence(content):
    if media_type_of(content) == PDF:
        return
    with pytest.raises(NotAllowed):
        inspect(content)


def test_the_sentences_speak_english_on_an_english_page():
    with override("en"), pytest.raises(NotAllowed) as refused:
        inspect(packed())
    assert "compressed" in refused.value.reason.lower()


def test_a_screenshot_with_few_pixels_is_taken_with_a_hint():
    assert inspect(photo("PNG", image=page(400, 500, lines=3))).advice == ("small",)
