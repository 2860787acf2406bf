"""The docs say what the tables say: docs/cases.md, its picture and the glossary are held to them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gaoxing.casework import describing, diagram, tables
from tests.casework.sound import SOUND

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "cases.md").read_text(encoding="utf-8")
GLOSSARY = (DOCS / "glossary.md").read_text(encoding="utf-8")
ALL = tuple(tables.table(name) for name in ("registration", "change", "deregistration"))
[LOAN] = tables.load(SOUND, "loan.toml")


@pytest.mark.parametrize(("name", "part"), describing.sections(ALL).items())
def test_the_page_holds_the_tables_as_they_are(name: str, part: str):
    found = re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", PAGE, re.DOTALL)
    assert found is not None
    assert found[1] == part, "run tools/build_cases.py"


def test_the_picture_of_the_page_is_the_tables():
    assert (DOCS / "pictures" / "case-states.svg").read_text(encoding="utf-8") == diagram.svg(ALL[0]), "run tools/build_cases.py"
    assert "pictures/case-states.svg" in PAGE


@pytest.mark.parametrize("state", ALL[0].states.values(), ids=lambda state: state.id)
def test_every_state_stands_in_the_glossary(state):
    assert re.search(rf"^\| `{state.id}` \| {state.term}", GLOSSARY, re.MULTILINE)


def test_every_way_of_every_table_stands_on_the_page():
    lines = describing.sections(ALL)["ways"].splitlines()
    for table in ALL:
        for row in table.transitions:
            fitting = [line for line in lines if f"`{row.act}`" in line and table.states[row.source].term in line.split(" | ")[0]]
            assert any(line.rstrip(" |").endswith("all") or table.term in line for line in fitting), f"{table.id} {row}"


def test_a_way_that_all_tables_have_names_none():
    ways = describing.sections((LOAN,))["ways"].splitlines()
    assert ways[2] == "| 已申请 | **去找** `look` | 正在找 | 管理员 | `card_valid`, `few_books` |  | start: 5 working days or 10 working days |  | all |"


def test_states_reasons_and_limits_have_a_line_each():
    parts = describing.sections((LOAN,))
    assert parts["states"].splitlines()[3] == "| `looked_for` | 正在找 | Looked for | 在找。 | running |"
    assert parts["reasons"].splitlines()[2] == "| 等的理由 | 读者不在 |"
    assert parts["limits"].splitlines()[2:] == ["| 5个工作日 | 5 working days | 5 | 馆规 |", "| 10个工作日 | 10 working days | 10 | 馆规 |"]
    assert parts["conditions"].splitlines()[2] == "| `card_valid` | `card_expired` | false | 借书证过期了，请先续期。 |"


def test_every_line_of_a_text_table_has_as_many_cells():
    for part in describing.sections(ALL).values():
        assert len({line.count(" | ") for line in part.splitlines() if "---" not in line}) == 1
