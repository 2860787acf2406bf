"""Writes the tables and the picture of docs/cases.md anew from the tables of states under src/gaoxing/casework; the prose between them stays.

Run: .venv/bin/python tools/build_cases.py
"""

from __future__ import annotations

import re
from pathlib import Path

from gaoxing.casework import describing, diagram, tables

DOCS = Path(__file__).parents[1] / "docs"
NAMES = ("registration", "change", "deregistration")


def page(text: str) -> str:
    """The page with every part between `<!-- name -->` and `<!-- /name -->` written anew."""
    for name, part in describing.sections([tables.table(each) for each in NAMES]).items():
        text = re.sub(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", lambda found, part=part: f"{found[1]}{part}{found[2]}", text, flags=re.DOTALL)
    return text


def main() -> None:
    """Write both files."""
    cases = DOCS / "cases.md"
    cases.write_text(page(cases.read_text(encoding="utf-8")), encoding="utf-8")
    (DOCS / "pictures" / "case-states.svg").write_text(diagram.svg(tables.table("registration")), encoding="utf-8")


if __name__ == "__main__":
    main()
