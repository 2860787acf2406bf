"""The house's budgets (docs: CONTRIBUTING.md): a failing line names the worst by file. No exemption list."""

from __future__ import annotations

import ast
from statistics import median, quantiles

from tests.house.source import ROOT, Function, Module, core, functions, modules, named, worst

FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "base", "misc"}
LONGEST_MODULE, TYPICAL_MODULE, NINE_IN_TEN = 400, 90, 200
LONGEST_FUNCTION, TYPICAL_FUNCTION, LONG_FUNCTION, LONG_SHARE = 60, 8, 40, 0.01


def test_no_module_is_longer_than_400_lines():
    rows = [(module.lines, module) for module in modules()]
    assert max(lines for lines, _ in rows) <= LONGEST_MODULE, worst(rows)


def test_a_typical_module_has_at_most_90_lines_and_nine_in_ten_at_most_200():
    rows = [(module.lines, module) for module in modules()]
    lengths = [lines for lines, _ in rows]
    assert median(lengths) <= TYPICAL_MODULE, worst(rows)
    assert quantiles(lengths, n=10, method="inclusive")[8] <= NINE_IN_TEN, worst(rows)


def test_no_function_is_longer_than_60_lines_and_few_are_longer_than_40():
    rows = [(function.lines, function) for function in functions()]
    assert max(lines for lines, _ in rows) <= LONGEST_FUNCTION, worst(rows)
    long = sum(lines > LONG_FUNCTION for lines, _ in rows)
    assert long / len(rows) <= LONG_SHARE, worst(rows)


def test_a_typical_function_has_at_most_8_lines():
    rows = [(function.lines, function) for function in functions()]
    assert median(lines for lines, _ in rows) <= TYPICAL_FUNCTION, worst(rows)


def test_every_public_function_of_the_core_has_a_docstring():
    bare = [function for function in functions() if function.module.in_core and function.public and not ast.get_docstring(function.node)]
    assert not bare, named(bare)


def test_every_module_of_the_house_says_what_it_is():
    silent = [module for module in modules() if module.text.strip() and not ast.get_docstring(module.tree)]
    assert not silent, named(silent)


def test_every_function_is_annotated():
    bare = [f"{function}: {', '.join(gaps)}" for function in functions() if (gaps := _unannotated(function))]
    assert not bare, named(bare)


def test_no_module_has_a_name_that_says_nothing():
    empty = [module for module in modules() if FORBIDDEN_NAMES & {*module.path.relative_to(ROOT).parts, module.path.stem}]
    assert not empty, named(empty)


def test_there_is_between_one_and_two_and_a_half_times_as_much_test_as_code():
    """Lines that bear code on both sides: no docstrings, comments or blanks; an example that runs in a docstring is test."""
    code = sum(module.bearing for module in modules())
    examples = sum(module.text.count(">>> ") for module in modules())
    tests = sum(Module(path).bearing for path in (ROOT / "tests").rglob("*.py"))
    assert 1.0 <= (tests + examples) / code <= 2.5, f"{tests} lines of test and {examples} examples for {code} lines of code: {(tests + examples) / code:.2f}"


def test_the_core_is_found():
    assert {module.room for module in core()} >= {"standards", "speech", "facts", "forms", "checks", "documents", "matters", "intake", "catalogue"}


def _unannotated(function: Function) -> list[str]:
    arguments = function.node.args
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
    gaps = [each.arg for each in every if each is not None and each.annotation is None and each.arg not in {"self", "cls"}]
    return gaps if function.node.returns is not None else [*gaps, "return"]
