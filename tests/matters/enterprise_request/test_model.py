from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from gaoxing.matters.enterprise_request import model
from gaoxing.matters.enterprise_request.categories import OTHER, categories

ROOT = Path(__file__).parents[3]
FILE = Path(model.__file__).with_name("model.tsv")
LARGEST = 300_000


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_request_model", ROOT / "tools" / "build_request_model.py")
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def test_the_model_knows_every_class():
    assert set(model.chances("停电")) == {*(each.id for each in categories()), OTHER}


def test_the_chances_are_together_one():
    assert sum(model.chances("厂门口的路坏了").values()) == pytest.approx(1.0)


def test_nothing_known_gives_no_preference():
    assert len(set(model.chances("").values())) == 1


@pytest.mark.parametrize(("said", "wanted"), [("变压器太小", "utilities"), ("员工小孩上学没学位", "amenities"), ("银行不肯放款", "finance")])
def test_plain_troubles_are_classed(said, wanted):
    likely = model.chances(said)
    assert max(likely, key=likely.get) == wanted


def test_the_model_is_small():
    assert FILE.stat().st_size < LARGEST


def test_the_maker_and_the_reader_see_the_same_characters(maker):
    said = "车间，老停电"
    assert set(maker.features(said)) == {each for each in model._features(said) if " " not in each}


def test_sentences_are_the_same_for_the_same_seed(maker):
    template = "{银行|基金}{不肯|不愿}放款"
    assert maker.made(template, maker.frames(), maker.random.Random(1)) == maker.made(template, maker.frames(), maker.random.Random(1))


@pytest.mark.drill
def test_the_file_is_what_the_maker_makes(maker, tmp_path):
    before = FILE.read_bytes()
    maker.MODEL = tmp_path / "model.tsv"
    maker.build()
    assert maker.MODEL.read_bytes() == before
