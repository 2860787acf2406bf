"""The examples in docstrings run, and say what they say."""

from __future__ import annotations

import doctest
from importlib import import_module

import pytest

from tests.house.source import HOUSE, Module, modules


def dotted(module: Module) -> str:
    parts = module.path.relative_to(HOUSE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


WITH_EXAMPLES = sorted(dotted(module) for module in modules() if ">>> " in module.text)


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_the_examples_of_a_module_hold(name):
    outcome = doctest.testmod(import_module(name))
    assert outcome.attempted > 0
    assert outcome.failed == 0


def test_most_of_the_core_is_shown_by_example():
    assert len(WITH_EXAMPLES) > 60
