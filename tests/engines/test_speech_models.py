"""Where the operator's speech models lie, which one listens, and whether its files are still what they were."""

import pytest

from gaoxing.engines import speech_models
from gaoxing.engines.speech_models import CHOSEN, HASHES, VARIABLE, choose, chosen, installed, models_folder, needed, verify, write_hashes
from gaoxing.speech.model import Unusable, load
from tests.speech.made_up_model import make


@pytest.fixture
def environ(tmp_path):
    """A data folder of one's own."""
    return {"GAOXING_DATA": str(tmp_path / "data")}


@pytest.fixture
def put(environ):
    """An installed model: `put("name")`."""

    def made(name, *, listens=True):
        model = load(make(models_folder(environ) / name))
        write_hashes(model)
        if listens:
            choose(model)
        return model

    return made


def test_nothing_installed_is_nothing_chosen(environ):
    assert chosen(environ) is None
    assert installed(environ) == ()


def test_what_is_needed_and_absent_is_told_with_what_to_do(environ):
    with pytest.raises(Unusable, match=r"gaoxing speech install.*docs/speech.md"):
        needed(environ)


def test_the_model_chosen_last_listens(environ, put):
    put("one")
    put("two")
    assert chosen(environ).name == "two"
    assert [(each.name, each.chosen) for each in installed(environ)] == [("one", False), ("two", True)]


def test_the_environment_names_an_installed_model(environ, put):
    put("one")
    put("two")
    assert chosen({**environ, VARIABLE: "one"}).name == "one"


@pytest.fixture
def trials(monkeypatch):
    """What was tried out; nothing really is."""
    done = []
    monkeypatch.setattr(speech_models, "tried", done.append)
    return done


def test_a_model_elsewhere_is_tried_out_once(environ, trials, tmp_path):
    elsewhere = {**environ, VARIABLE: str(make(tmp_path / "mine"))}
    assert chosen(elsewhere).name == chosen(elsewhere).name == "mine"
    assert trials == [tmp_path / "mine"]
    (tmp_path / "mine" / "encoder-1.onnx").write_text("another")
    chosen(elsewhere)
    assert len(trials) == 2


def test_a_model_elsewhere_that_fails_its_trial_is_told_each_time(environ, tmp_path):
    elsewhere = {**environ, VARIABLE: str(make(tmp_path / "mine"))}
    for _ in range(2):
        with pytest.raises(Unusable, match="mine"):
            chosen(elsewhere)


def test_the_environment_names_a_folder_elsewhere_which_is_listed_too(environ, put, trials, tmp_path):
    put("one")
    elsewhere = {**environ, VARIABLE: str(make(tmp_path / "mine"))}
    assert chosen(elsewhere).folder == tmp_path / "mine"
    assert [(each.name, each.chosen) for each in installed(elsewhere)] == [("one", False), ("mine", True)]


def test_a_folder_named_and_not_there_is_told(environ, tmp_path):
    with pytest.raises(Unusable, match="没有语音模型这个文件夹"):
        chosen({**environ, VARIABLE: str(tmp_path / "none")})


def test_a_file_that_changed_is_named(environ, put):
    model = put("one")
    model.encoder.write_bytes(b"other")
    with pytest.raises(Unusable, match=model.encoder.name):
        chosen(environ)
    assert model.encoder.name in installed(environ)[0].trouble


def test_a_file_that_vanished_is_told_in_the_list(environ, put):
    put("one").joiner.unlink()
    (standing,) = installed(environ)
    assert standing.chosen
    assert "joiner" in standing.trouble


def test_hashes_that_cannot_be_read_are_told(put):
    model = put("one")
    (model.folder / HASHES).write_bytes(b"\xff\xfe")
    with pytest.raises(Unusable, match="重新运行 gaoxing speech install"):
        verify(model)


def test_hashes_are_written_as_the_usual_tool_reads_them(put):
    rows = (put("one").folder / HASHES).read_text().splitlines()
    assert len(rows) == 4
    assert all(len(row.partition("  ")[0]) == 64 for row in rows)


@pytest.mark.parametrize("name", ["../../elsewhere", "", "two/../one"])
def test_a_strange_choice_is_no_way_out_of_the_folder(environ, put, name):
    put("one")
    (models_folder(environ) / CHOSEN).write_text(name)
    assert chosen(environ) is None
