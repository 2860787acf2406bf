"""A model is taken in from folders and archives as they come, nothing gets out of its folder, and what fails changes nothing."""

from __future__ import annotations

import io
import shutil
import tarfile
import zipfile

import pytest

from gaoxing.engines import speech_install
from gaoxing.engines.speech_install import install
from gaoxing.engines.speech_models import HASHES, chosen, installed, models_folder, second
from gaoxing.speech.model import Unusable
from tests.speech import made_up_offline_model
from tests.speech.made_up_model import make


@pytest.fixture
def environ(tmp_path):
    """A data folder of one's own."""
    return {"GAOXING_DATA": str(tmp_path / "data")}


@pytest.fixture(autouse=True)
def trials(monkeypatch):
    """What was tried out, by name; nothing really is."""
    done = []

    def tried(folder):
        done.append(folder.name)
        return 0.02

    monkeypatch.setattr(speech_install, "tried", tried)
    return done


@pytest.fixture
def model(tmp_path):
    """A model as it lies unpacked, with what comes along in official archives."""
    folder = make(tmp_path / "small-model")
    (folder / "encoder-1.int8.onnx").write_text("q")
    (folder / "README.md").write_text("whose it is")
    (folder / "test_wavs").mkdir()
    (folder / "test_wavs" / "0.wav").write_text("sound")
    return folder


def archive(model, tmp_path, kind):
    return shutil.make_archive(str(tmp_path / "downloaded"), kind, model.parent, model.name)


def names(folder):
    return {each.name for each in folder.iterdir()}


def test_a_folder_is_copied_tried_hashed_and_chosen(model, environ, trials):
    taken = install(model, environ)
    assert (taken.model.name, taken.speed, trials) == ("small-model", 0.02, ["small-model"])
    assert chosen(environ) == taken.model
    assert names(taken.model.folder) == {"tokens.txt", "encoder-1.int8.onnx", "decoder-1.onnx", "joiner-1.onnx", "README.md", HASHES}


@pytest.mark.parametrize("kind", ["bztar", "gztar", "xztar", "tar", "zip"])
def test_an_archive_is_taken_in_under_the_name_of_its_folder(model, environ, tmp_path, kind):
    source = speech_install.Path(archive(model, tmp_path, kind))
    assert install(source, environ).model.name == "small-model"
    assert names(models_folder(environ)) == {"small-model", "chosen.txt"}


def test_a_model_for_whole_sentences_is_taken_in_beside_the_first(model, environ, tmp_path):
    install(model, environ)
    folder = made_up_offline_model.make(made_up_offline_model.make(tmp_path / "again", name="model.onnx"))
    taken = install(speech_install.Path(archive(folder, tmp_path, "bztar")), environ)
    assert names(taken.model.folder) == {"tokens.txt", "model.int8.onnx", HASHES}
    assert (chosen(environ).name, second(environ)) == ("small-model", taken.model)


def test_a_model_of_an_unknown_kind_leaves_everything_as_it_was(environ, tmp_path):
    with pytest.raises(Unusable, match="只用 sense-voice 和 paraformer"):
        install(made_up_offline_model.make(tmp_path / "again", "whisper"), environ)
    assert installed(environ) == ()


def test_a_folder_in_a_folder_is_found(model, environ, tmp_path):
    outer = tmp_path / "outer"
    outer.mkdir()
    model.rename(outer / "inner")
    assert install(outer, environ).model.name == "inner"


def test_an_archive_without_a_folder_is_called_after_its_file(model, environ, tmp_path):
    source = shutil.make_archive(str(tmp_path / "flat model"), "gztar", model)
    assert install(speech_install.Path(source), environ).model.name == "flat-model"


def test_taking_it_in_again_takes_the_place_of_the_first(model, environ):
    install(model, environ)
    (model / "encoder-1.int8.onnx").write_text("newer")
    assert install(model, environ).model.encoder.read_text() == "newer"
    assert [each.trouble for each in installed(environ)] == [""]


def test_the_installed_one_can_be_taken_in_from_its_own_place(model, environ):
    place = install(model, environ).model.folder
    assert install(place, environ).model.folder == place


def test_no_path_in_an_archive_leads_outside(environ, tmp_path):
    source = tmp_path / "bad.tar.gz"
    with tarfile.open(source, "w:gz") as file:
        for name in ("../../../escaped/tokens.txt", "../../../escaped/encoder-1.onnx", "/absolute/decoder-1.onnx"):
            file.addfile(_named(name, 4), io.BytesIO(b"a 0\n"))
        link = tarfile.TarInfo("model/joiner-1.onnx")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
        file.addfile(link)
    with pytest.raises(Unusable):
        install(source, environ)
    assert not list(tmp_path.rglob("*escaped*"))
    assert names(models_folder(environ)) == set()


def test_an_archive_cut_short_is_told(model, environ, tmp_path):
    whole = speech_install.Path(archive(model, tmp_path, "bztar"))
    whole.write_bytes(whole.read_bytes()[:-60])
    with pytest.raises(Unusable, match=r"解不开|没有语音模型|里缺"):
        install(whole, environ)


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04" + bytes(40), b"BZh9" + bytes(40), b"\x1f\x8b" + bytes(40)])
def test_what_is_no_archive_is_told(environ, tmp_path, content):
    source = tmp_path / "model.tar.bz2"
    source.write_bytes(content)
    with pytest.raises(Unusable, match="没有下载完整"):
        install(source, environ)


def test_a_zip_with_a_secret_word_is_told(model, environ, tmp_path):
    source = tmp_path / "model.zip"
    with zipfile.ZipFile(source, "w") as file:
        file.writestr("m/tokens.txt", "a 0\n")
    content = bytearray(source.read_bytes())
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    source.write_bytes(content)
    with pytest.raises(Unusable, match="解不开"):
        install(source, environ)


@pytest.mark.parametrize(("limit", "value", "told"), [("LARGEST", 4, "太大"), ("MOST_ENTRIES", 1, "超过 1 个")])
def test_more_than_may_come_is_told(model, environ, monkeypatch, limit, value, told):
    monkeypatch.setattr(speech_install, limit, value)
    with pytest.raises(Unusable, match=told):
        install(model, environ)


def test_several_models_are_told_by_name(model, environ, tmp_path):
    outer = tmp_path / "outer"
    make(outer / "one")
    make(outer / "two")
    with pytest.raises(Unusable, match="one、two"):
        install(outer, environ)


@pytest.mark.parametrize("name", ["none", "empty"])
def test_no_model_is_told(environ, tmp_path, name):
    (tmp_path / "empty").mkdir()
    with pytest.raises(Unusable, match=name):
        install(tmp_path / name, environ)


def test_a_model_that_fails_its_trial_leaves_everything_as_it_was(model, environ, monkeypatch):
    install(model, environ)
    before = (chosen(environ), names(models_folder(environ)))

    def fails(folder):
        raise Unusable("听不了。")

    monkeypatch.setattr(speech_install, "tried", fails)
    (model / "joiner-1.onnx").write_text("bad")
    with pytest.raises(Unusable, match="听不了"):
        install(model, environ)
    assert (chosen(environ), names(models_folder(environ))) == before


def test_what_is_being_done_is_told(model, environ):
    told = []
    install(model, environ, told=told.append)
    assert told[-1] == "试听 small-model"
    assert "取 tokens.txt" in told


def _named(name, size):
    info = tarfile.TarInfo(name)
    info.size = size
    return info
