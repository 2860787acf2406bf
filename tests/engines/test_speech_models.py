"""Where the operator's speech models lie, which one listens, and whether its files are still what they were."""

import pytest

from gaoxing.engines import speech_models
from gaoxing.engines.speech_models import (
    CHOSEN,
    HASHES,
    SECOND_VARIABLE,
    VARIABLE,
    choose,
    chosen,
    installed,
    models_folder,
    needed,
    second,
    verify,
    write_hashes,
)
from gaoxing.speech.model import Unusable, load
from gaoxing.speech.offline_model import load_offline
from tests.speech import made_up_offline_model
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


@pytest.fixture
def put_second(environ):
    """An installed model for the second pass."""

    def made(name="again"):
        model = load_offline(made_up_offline_model.make(models_folder(environ) / name))
        write_hashes(model)
        choose(model)
        return model

    return made


def test_each_sort_has_its_own_place(environ, put, put_second):
    first, behind = put("one"), put_second()
    assert (chosen(environ), second(environ)) == (first, behind)
    assert [(each.name, each.chosen, each.second) for each in installed(environ)] == [("again", True, True), ("one", True, False)]


def test_no_second_is_none(environ, put):
    put("one")
    assert second(environ) is None


def test_the_second_can_be_turned_off_or_named(environ, put_second):
    put_second("a")
    put_second("b")
    assert [second({**environ, SECOND_VARIABLE: name}) and name for name in ("off", "a", "b")] == [None, "a", "b"]


def test_only_a_second_is_told(environ, put_second):
    put_second()
    with pytest.raises(Unusable, match=r"只装了做第二遍的模型 again，还缺一个.*流式"):
        chosen(environ)


def test_a_second_in_the_first_s_place_is_told(environ, put_second):
    put_second()
    with pytest.raises(Unusable, match=r"again 是整句的模型.*GAOXING_SPEECH_SECOND"):
        chosen({**environ, VARIABLE: "again"})


def test_a_first_in_the_second_s_place_is_told(environ, put):
    put("one")
    with pytest.raises(Unusable, match=r"one 是流式模型，不能做第二遍.*off"):
        second({**environ, SECOND_VARIABLE: "one"})


def test_a_second_that_is_not_there_is_told(environ, tmp_path):
    with pytest.raises(Unusable, match=SECOND_VARIABLE):
        second({**environ, SECOND_VARIABLE: str(tmp_path / "none")})


def test_a_second_elsewhere_is_tried_out_once_and_listed(environ, put, trials, tmp_path):
    put("one")
    elsewhere = {**environ, SECOND_VARIABLE: str(made_up_offline_model.make(tmp_path / "mine"))}
    assert second(elsewhere).folder == second(elsewhere).folder == tmp_path / "mine"
    assert trials == [tmp_path / "mine"]
    assert [(each.name, each.chosen, each.second) for each in installed(elsewhere)] == [("one", True, False), ("mine", True, True)]


def test_a_second_that_changed_is_named(environ, put_second):
    (put_second().folder / "tokens.txt").open("a").write("更 9999\n")
    with pytest.raises(Unusable, match=r"again 的 tokens\.txt"):
        second(environ)
