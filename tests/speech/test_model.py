"""A model's folder: what it must hold, and what it writes."""

from pathlib import Path

import pytest

from gaoxing.speech.model import Unit, Unusable, load, unit_of

PINYIN = ["<blk>", "zh", "ch", "sh", "à", "ù"]


@pytest.fixture
def folder(tmp_path):
    """A folder with the files of a model, `folder(tokens=…)` with other tokens."""

    def made(tokens=PINYIN, without=()):
        files = {
            "tokens.txt": "".join(f"{each} {number}\n" for number, each in enumerate(tokens)),
            "encoder-1.onnx": "e",
            "decoder-1.onnx": "d",
            "joiner-1.onnx": "j",
        }
        for name, text in files.items():
            if name not in without:
                (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path

    return made


def test_a_whole_folder_is_a_model(folder):
    model = load(folder())
    assert (model.unit, model.encoder.name, len(model.hashes())) == (Unit.PINYIN, "encoder-1.onnx", 4)


def test_of_two_encoders_the_quantised_one_is_taken(folder):
    (folder() / "encoder-1.int8.onnx").write_text("q")
    assert load(folder()).encoder.name == "encoder-1.int8.onnx"


@pytest.mark.parametrize("name", ["tokens.txt", "encoder-1.onnx", "decoder-1.onnx", "joiner-1.onnx"])
def test_a_missing_file_is_named(folder, name):
    with pytest.raises(Unusable) as told:
        load(folder(without=[name]))
    assert name.partition("-")[0].removesuffix(".txt") in told.value.sentence


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(Unusable, match="gaoxing speech install"):
        load(tmp_path / "none")


@pytest.mark.parametrize("text", ["", "zh 0\nch 5\n", "zh\n", "\x00\x01 x\n"])
def test_a_table_of_tokens_that_is_none_is_told(folder, text):
    (folder() / "tokens.txt").write_text(text, encoding="utf-8")
    with pytest.raises(Unusable, match=r"tokens\.txt"):
        load(folder(without=["tokens.txt"]))


def test_characters_are_told_from_pinyin():
    assert unit_of(("<blk>", "我", "想", "开", "公", "司")) is Unit.CHARACTER


def test_a_model_of_another_language_is_told():
    with pytest.raises(Unusable, match="普通话"):
        unit_of(("<blk>", "▁the", "ing"))


def test_the_files_are_those_of_the_folder(folder):
    assert all(isinstance(each, Path) and each.is_file() for each in load(folder()).files)
