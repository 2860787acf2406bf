"""A folder with a model for whole sentences: known by its files and by what its ONNX file calls itself."""

import pytest

from gaoxing.speech.model import Model, Unit, Unusable
from gaoxing.speech.offline_model import Kind, is_offline, load_any, load_offline
from tests.speech import made_up_model
from tests.speech.made_up_offline_model import make


@pytest.mark.parametrize("kind", list(Kind))
def test_both_kinds_are_told_by_their_label(tmp_path, kind):
    model = load_offline(make(tmp_path / "second", kind))
    assert (model.name, model.kind, model.unit, list(model.hashes())) == ("second", kind, Unit.CHARACTER, ["tokens.txt", "model.int8.onnx"])


def test_of_two_files_the_quantised_one_is_taken(tmp_path):
    make(tmp_path, name="model.onnx")
    assert load_offline(tmp_path).weights.name == "model.onnx"
    assert load_offline(make(tmp_path)).weights.name == "model.int8.onnx"


def test_the_two_sorts_are_told_apart_by_their_files(tmp_path):
    streaming, offline = made_up_model.make(tmp_path / "a"), make(tmp_path / "b")
    assert (is_offline(streaming), is_offline(offline), is_offline(tmp_path)) == (False, True, False)
    assert isinstance(load_any(streaming), Model)
    assert load_any(offline) == load_offline(offline)


def test_a_streaming_model_with_one_more_file_stays_one(tmp_path):
    make(made_up_model.make(tmp_path / "a"))
    assert not is_offline(tmp_path / "a")


@pytest.mark.parametrize(("missing", "told"), [("tokens.txt", r"缺 tokens\.txt，"), ("model.int8.onnx", r"缺 model\*\.onnx，")])
def test_a_missing_file_is_named(tmp_path, missing, told):
    (make(tmp_path) / missing).unlink()
    with pytest.raises(Unusable, match=told):
        load_offline(tmp_path)


@pytest.mark.parametrize(("kind", "told"), [("zipformer2_ctc", "写的是 zipformer2_ctc"), ("", "没有写是哪一种")])
def test_another_kind_is_told(tmp_path, kind, told):
    with pytest.raises(Unusable, match=told):
        load_any(make(tmp_path, kind))


def test_a_model_of_other_languages_is_told(tmp_path):
    with pytest.raises(Unusable, match="听不了普通话"):
        load_offline(make(tmp_path, tokens=("<blk>", "▁the", "我")))


def test_a_table_with_odd_blanks_is_read(tmp_path):
    make(tmp_path)
    with (tmp_path / "tokens.txt").open("ab") as table:
        table.write("\u3000 2100\n\u2028 2101\n".encode() + b"\xff 2102\n")
    assert load_offline(tmp_path).kind is Kind.SENSE_VOICE
