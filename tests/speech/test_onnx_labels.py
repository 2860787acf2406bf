"""The labels of an ONNX file are read without an engine; what is none gives none."""

import pytest

from gaoxing.speech import onnx_labels
from gaoxing.speech.onnx_labels import labels
from tests.speech.heard_here import MODEL, with_model
from tests.speech.made_up_offline_model import onnx, piece, varint


@pytest.fixture
def read(tmp_path):
    """The labels of a file with this content."""

    def made(content):
        (tmp_path / "m.onnx").write_bytes(content)
        return labels(tmp_path / "m.onnx")

    return made


def test_labels_behind_the_weights_are_read(read):
    assert read(onnx({"model_type": "paraformer", "说明": "汉字"})) == {"model_type": "paraformer", "说明": "汉字"}


def test_fields_of_any_kind_are_stepped_over(read):
    numbers = varint(5 << 3 | 1) + bytes(8) + varint(6 << 3 | 5) + bytes(4) + varint(9 << 3) + varint(300)
    assert read(numbers + onnx({"a": "b"})) == {"a": "b"}


def test_a_label_without_a_value_is_an_empty_one(read):
    assert read(piece(14, piece(1, b"key"))) == {"key": ""}


@pytest.mark.parametrize("content", [b"", bytes(4_000), b"no model at all", b"\xff" * 40, b"\x72", b"\x72\xff\xff\xff\xff\xff\xff\xff\xff\x7f"])
def test_what_is_no_onnx_file_has_no_labels(read, content):
    assert read(content) == {}


def test_a_file_cut_short_in_its_weights_has_no_labels(read):
    assert read(onnx({"a": "b"})[:5_000]) == {}


def test_a_label_that_is_too_long_is_stepped_over(read, monkeypatch):
    monkeypatch.setattr(onnx_labels, "MOST", 50)
    assert read(onnx({"long": "x" * 60, "short": "y"})) == {"short": "y"}


@with_model
def test_the_labels_of_a_real_model_are_read():
    assert labels(next(MODEL.glob("encoder*")))["model_type"] == "zipformer2"
