"""What the house rules measure: the project's own files, parsed once. Imports nothing from the house itself."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "src" / "gaoxing"
OUTSIDE_THE_CORE = {"engines", "cli", "office"}
TEXT_ENDINGS = {".py", ".toml", ".tsv", ".csv", ".json", ".typ", ".md", ".html", ".css", ".js", ".txt", ".svg"}

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Function:
    """One function or method and where it stands."""

    module: Module
    node: FunctionNode
    public: bool

    @property
    def lines(self) -> int:
        """Lines from `def` to the last one, the docstring counted."""
        return (self.node.end_lineno or self.node.lineno) - self.node.lineno + 1

    def __str__(self) -> str:
        return f"{self.module}:{self.node.lineno} {self.node.name}"


@dataclass(frozen=True)
class Module:
    """One Python file of the house."""

    path: Path

    @cached_property
    def text(self) -> str:
        """The whole file."""
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        """The file parsed."""
        return ast.parse(self.text, str(self.path))

    @property
    def lines(self) -> int:
        """Physical lines."""
        return len(self.text.splitlines())

    @cached_property
    def bearing(self) -> int:
        """Lines that bear code: what is left without docstrings, comments and blank lines."""
        kinds = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
        tokens = tokenize.generate_tokens(io.StringIO(self.text).readline)
        lines = {line for token in tokens if token.type not in kinds for line in range(token.start[0], token.end[0] + 1)}
        return len(lines - self._described())

    def _described(self) -> set[int]:
        """The lines of docstrings."""
        holders = (node for node in ast.walk(self.tree) if isinstance(node, ast.Module | ast.ClassDef | FunctionNode))
        first = (node.body[0] for node in holders if node.body and ast.get_docstring(node, clean=False) is not None)
        return {line for each in first for line in range(each.lineno, (each.end_lineno or each.lineno) + 1)}

    @property
    def room(self) -> str:
        """The stage that the file belongs to, e.g. `forms`, `cli`, `catalogue`."""
        return self.path.relative_to(HOUSE).with_suffix("").parts[0]

    @property
    def in_core(self) -> bool:
        """Whether the file belongs to the core, which knows no clock, framework or database."""
        return self.room not in OUTSIDE_THE_CORE

    @property
    def dotted(self) -> str:
        """The import name."""
        parts = self.path.relative_to(HOUSE.parent).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    def functions(self) -> Iterator[Function]:
        """Every function and method, nested ones too; nested ones are not public."""
        yield from _functions(self, self.tree, public=True)

    def __str__(self) -> str:
        return str(self.path.relative_to(ROOT))


def _functions(module: Module, node: ast.AST, *, public: bool) -> Iterator[Function]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, FunctionNode):
            yield Function(module, child, public and not child.name.startswith("_"))
            yield from _functions(module, child, public=False)
        elif isinstance(child, ast.ClassDef):
            yield from _functions(module, child, public=public and not child.name.startswith("_"))
        else:
            yield from _functions(module, child, public=public)


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the house but Django's migrations."""
    return tuple(Module(path) for path in sorted(HOUSE.rglob("*.py")) if "migrations" not in path.parts)


@cache
def core() -> tuple[Module, ...]:
    """The modules of the core."""
    return tuple(module for module in modules() if module.in_core)


@cache
def functions() -> tuple[Function, ...]:
    """Every function of the house."""
    return tuple(function for module in modules() for function in module.functions())


@cache
def texts() -> dict[Path, str]:
    """Every text file under src, by path from the project's top."""
    files = (path for path in sorted(HOUSE.rglob("*")) if path.suffix in TEXT_ENDINGS and path.is_file())
    return {path.relative_to(ROOT): path.read_text(encoding="utf-8") for path in files}


def worst(rows: list[tuple[int, object]], count: int = 12) -> str:
    """The longest first, one a line, for a failing test's message."""
    return "\n" + "\n".join(f"{lines:5d}  {what}" for lines, what in sorted(rows, key=lambda row: -row[0])[:count])


def named(rows: list[object]) -> str:
    """One a line, for a failing test's message."""
    return "\n" + "\n".join(str(row) for row in rows)
