from pathlib import Path

from gaoxing.office.folder import data_folder


def test_the_named_folder_counts(tmp_path):
    assert data_folder({"GAOXING_DATA": str(tmp_path)}) == tmp_path


def test_a_tilde_is_the_home():
    assert data_folder({"GAOXING_DATA": "~/gaoxing"}) == Path.home() / "gaoxing"


def test_without_a_name_the_platforms_own_place_counts(tmp_path):
    assert data_folder({"XDG_DATA_HOME": str(tmp_path)}) == tmp_path / "gaoxing"
    assert data_folder({}) == Path.home() / ".local" / "share" / "gaoxing"
    assert data_folder({"GAOXING_DATA": "  "}) == data_folder({})
