"""The words of the house: every term has its Chinese beside it, no Pinyin in a name, nothing of the worked cases in the code."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from pypinyin import lazy_pinyin

from gaoxing import catalogue
from gaoxing.catalogue import Matter, matters
from gaoxing.checks.assessment.rung import Rung
from gaoxing.forms.field import Field
from tests.house.source import HOUSE, ROOT, Module, modules, named, texts

CASES = ROOT.parent / "shared" / "contract" / "cases.jsonl"
GLOSSARY = ROOT / "docs" / "glossary.md"
PLACES = r"(中国|江苏省?|苏州市?|昆山市?|高新区|高新技术产业开发区|玉山镇?|太仓市?|常熟市?|南京市?|泰州市?|无锡市?|上海市?|浙江省?|杭州市?)"
NATIONAL_TABLES = Path("src/gaoxing/standards")
PERSON_KEYS = {"operator", "family_members", "parties", "contact"}
SHORTEST_PINYIN = 6


@pytest.fixture(scope="module", params=[each.id for each in matters()])
def matter(request: pytest.FixtureRequest) -> Matter:
    return catalogue.matter(request.param)


def test_every_folder_of_a_matter_holds_a_matter_or_a_rung():
    folders = {path.parent.name for path in (HOUSE / "matters").glob("*/__init__.py")}
    assert folders == {each.id for each in matters()} | {each.id for each in catalogue.rungs()}


@pytest.mark.parametrize("rung", catalogue.rungs(), ids=lambda rung: rung.id)
def test_a_rung_of_the_ladder_stands_in_the_glossary_with_its_official_name(rung: Rung):
    assert re.search(rf"\| `?{rung.id}`? \|.*{re.escape(rung.name)}", GLOSSARY.read_text(encoding="utf-8"))


def test_a_matter_stands_in_the_glossary_with_its_official_name(matter: Matter):
    assert re.search(rf"\| `?{matter.id}`? \|.*{re.escape(matter.name)}", explained(matter)), f"{matter.id} {matter.name}"


def test_every_blank_of_a_matter_stands_in_the_glossary_or_its_readme(matter: Matter):
    absent = [each.id for each in blanks(matter.fields) if not explains(explained(matter), each.id)]
    assert not absent, named(absent)


def test_every_rule_of_a_matter_cites_its_article(matter: Matter):
    bare = [rule.id for rule in matter.rules if not re.search(r"[\u4e00-\u9fff]|GB|\d", rule.basis)]
    assert not bare, named(bare)


def test_every_state_and_model_of_the_office_stands_in_the_glossary():
    glossary = GLOSSARY.read_text(encoding="utf-8")
    absent = [f"{module}: {name}" for module in modules() if module.room == "office" for name in stored(module) if not explains(glossary, name)]
    assert not absent, named(absent)


def test_no_name_in_the_code_is_pinyin():
    spelled = {"".join(lazy_pinyin(term)): term for term in official_terms()}
    found = {f"{module}: {part} ({spelled[part]})" for module in modules() for part in name_parts(module) if part in spelled}
    assert not found, named(sorted(found))


def test_no_enterprise_of_the_worked_cases_is_named_in_the_code():
    found = [f"{path}: {name}" for name in worked_enterprises() for path, text in written() if name in text]
    assert not found, named(found)


def test_no_person_of_the_worked_cases_is_named_in_the_code():
    found = [f"{path}: {name}" for name in worked_people() for path, text in written() if name in text]
    assert not found, named(found)


def test_the_distinctive_part_of_a_name_is_found():
    assert distinctive("昆山高新区云谷机电有限公司") == "云谷"


def explained(matter: Matter) -> str:
    """The glossary and the matter's own README."""
    readme = matter.folder / "README.md"
    return GLOSSARY.read_text(encoding="utf-8") + (readme.read_text(encoding="utf-8") if readme.exists() else "")


def explains(text: str, term: str) -> bool:
    """Whether a table of the text has a row for the term."""
    return re.search(rf"^\| `?{re.escape(term)}`? \|", text, re.MULTILINE) is not None


def blanks(fields: tuple[Field, ...]) -> Iterator[Field]:
    """The blanks and the columns of their rows."""
    for each in fields:
        yield each
        yield from blanks(each.columns)


def stored(module: Module) -> Iterator[str]:
    """The models of a module and the members of its enumerations of states."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef):
            parents = {ast.unparse(parent).rpartition(".")[2] for parent in node.bases}
            if parents & {"Model", "AbstractUser", "AbstractBaseUser"}:
                yield node.name
            if node.name.endswith("State"):
                yield from (item.targets[0].id.lower() for item in node.body if isinstance(item, ast.Assign) and isinstance(item.targets[0], ast.Name))


@cache
def official_terms() -> frozenset[str]:
    """Every two to four characters that stand together in a matter's name or an official label."""
    labels = [matter.name for matter in matters()] + [each.label for matter in matters() for each in blanks(matter.fields)]
    runs = [run for label in labels for run in re.findall(r"[\u4e00-\u9fff]+", label)]
    terms = {run[start : start + size] for run in runs for size in (2, 3, 4) for start in range(len(run) - size + 1)}
    return frozenset(term for term in terms if len("".join(lazy_pinyin(term))) >= SHORTEST_PINYIN)


def name_parts(module: Module) -> set[str]:
    """The words of which the module's own names are made."""
    names = {node.name for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef | ast.FunctionDef)}
    names |= {node.id for node in ast.walk(module.tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    names |= {node.arg for node in ast.walk(module.tree) if isinstance(node, ast.arg)} | {module.path.stem}
    return {part.lower() for name in names for part in re.findall(r"[A-Z]?[a-z]+", name)}


def written() -> list[tuple[Path, str]]:
    """Every text under src but the national code tables, which hold what the standard holds."""
    return [(path, text) for path, text in texts().items() if not (path.parent == NATIONAL_TABLES and path.suffix == ".tsv")]


def worked_cases() -> list[dict]:
    """The worked cases that lie beside the project; the test is skipped where they do not."""
    if not CASES.exists():
        pytest.skip("the worked cases (../shared/contract/cases.jsonl) do not lie beside this project")
    return [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines() if line.strip()]


def worked_people() -> set[str]:
    """Every full name of a person in the worked cases' forms."""
    forms = [case["form"] for case in worked_cases()]
    rows = [row for form in forms for key in PERSON_KEYS for row in _rows(form.get(key)) if row.get("kind") != "enterprise"]
    return {row["name"] for row in rows if len(row.get("name", "")) >= 2}


def worked_enterprises() -> set[str]:
    """The full names of the enterprises, and of each its name less place and kind: 字号 and trade."""
    forms = [case["form"] for case in worked_cases()]
    names = {form.get(key) for form in forms for key in ("name", "enterprise")} | {each for form in forms for each in form.get("alternative_names", ())}
    names |= {row["name"] for form in forms for row in _rows(form.get("parties")) if row.get("kind") == "enterprise"}
    full = {name for name in names if name}
    return full | {mark for name in full if (mark := distinctive(name))}


def distinctive(name: str) -> str:
    """The first two characters after the place: the 字号, or most of it."""
    bare = re.sub(rf"^{PLACES}+", "", re.sub(r"[()（）]", "", name))
    return bare[:2] if len(bare) >= 4 else ""


def _rows(value: object) -> list[dict]:
    return value if isinstance(value, list) else [value] if isinstance(value, dict) else []
