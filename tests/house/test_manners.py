"""What no file of the house may hold: a clock in the core, a mark left for later, Pinyin, made-up applicants, a way round the layers."""

from __future__ import annotations

import ast
import re
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

from tests.house.source import ROOT, Module, core, modules, named, texts

MARKS = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK")) + r")\b")
CLOCK = re.compile(r"\b(datetime\.(now|utcnow|today)|date\.today|timezone\.now|time\.(time|time_ns|localtime|monotonic|perf_counter)\(|local(date|time)\(\))")
AUTO_NOW = re.compile(r"\bauto_now(_add)?\b")
ADDRESS = re.compile(r"(file|ssh|ftp)://|(^|[\s\"'(])/(home|root|work|opt|tmp)/", re.MULTILINE)
OWN_FOLDERS = ("src", "tests", "tools", "benchmarks", "docs", "requirements", ".ci")
CLOCK_READERS = {"views", "commands", "tick"}


def test_nothing_is_left_for_later():
    marked = [f"{path}: {match[0]}" for path, text in own_files() if (match := MARKS.search(text))]
    assert not marked, named(marked)


def test_the_core_reads_no_clock():
    readers = [f"{module}: {match[0]}" for module in core() if (match := CLOCK.search(code_of(module)))]
    assert not readers, named(readers)


def test_in_the_office_only_views_commands_and_the_tick_read_the_clock():
    office = [module for module in modules() if module.room == "office" and not CLOCK_READERS & set(module.path.with_suffix("").parts)]
    readers = [f"{module}: {match[0]}" for module in office if (match := CLOCK.search(code_of(module)))]
    assert not readers, named(readers)


def test_no_row_stamps_itself():
    stamped = [path for path, text in texts().items() if path.suffix == ".py" and AUTO_NOW.search(text)]
    assert not stamped, named(stamped)


def test_the_terminal_never_imports_the_office():
    graph = grimp.build_graph("gaoxing")
    crossing = [
        name
        for name in graph.modules
        if name.startswith("gaoxing.cli") and any(to.startswith("gaoxing.office") for to in graph.find_modules_directly_imported_by(name))
    ]
    assert not crossing, named(crossing)


def test_no_matter_imports_another():
    graph = grimp.build_graph("gaoxing")
    crossing = [f"{name} imports {to}" for name in graph.modules for to in graph.find_modules_directly_imported_by(name) if _other_matter(name, to)]
    assert not crossing, named(crossing)


def test_imports_run_in_no_circle():
    graph = grimp.build_graph("gaoxing", exclude_type_checking_imports=True)
    try:
        TopologicalSorter({name: graph.find_modules_directly_imported_by(name) for name in graph.modules}).prepare()
    except CycleError as circle:
        pytest.fail(" → ".join(circle.args[1]))


def test_no_file_names_a_place_on_somebodys_machine():
    named_places = [
        f"{path}: {match[0].strip()}" for path, text in own_files() if path.suffix == ".py" and path.parts[0] == "src" and (match := ADDRESS.search(text))
    ]
    assert not named_places, named(named_places)


def own_files() -> list[tuple[Path, str]]:
    """Every text file that the project wrote itself."""
    endings = {".py", ".toml", ".md", ".typ", ".html", ".js", ".css", ""}
    paths = [
        path for folder in OWN_FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix in endings and "__pycache__" not in path.parts
    ]
    return [(path.relative_to(ROOT), path.read_text(encoding="utf-8")) for path in paths]


def code_of(module: Module) -> str:
    """The module without its docstrings and comments."""
    return ast.unparse(_Bare().visit(ast.parse(module.text)))


class _Bare(ast.NodeTransformer):
    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        return ast.Pass() if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str) else node


def _other_matter(name: str, to: str) -> bool:
    source, target = name.split("."), to.split(".")
    both = source[:2] == target[:2] == ["gaoxing", "matters"]
    return both and len(source) > 2 and len(target) > 2 and source[2] != target[2]
