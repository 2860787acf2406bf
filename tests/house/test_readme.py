"""What the READMEs promise: the lines of library use run, the commands answer, the make targets and links exist."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from gaoxing.cli.parser import COMMANDS
from tests.house.source import ROOT

READMES = ("README.md", "README.zh-CN.md")
ANSWERED, FOUND = 0, 1


def blocks(name: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def examples() -> list[str]:
    """Every line that calls `gaoxing`, once, but the one that serves until it is stopped."""
    lines = [line for name in READMES for block in blocks(name, "sh") for line in block.splitlines()]
    return sorted({line.partition("   #")[0].strip() for line in lines if line.startswith("gaoxing ") and not line.startswith("gaoxing serve")})


def test_the_lines_of_library_use_run(capsys):
    (lines,) = blocks("README.md", "python")
    exec(compile(lines, "README.md", "exec"), {})
    assert len(capsys.readouterr().out.splitlines()) == lines.count("print(")


def test_there_are_about_twenty_lines_of_library_use():
    (lines,) = blocks("README.md", "python")
    assert 15 <= len([line for line in lines.splitlines() if line.strip()]) <= 24


@pytest.mark.parametrize("line", examples())
def test_an_example_in_the_readme_answers(line, tmp_path):
    environ = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "GAOXING_DATA": str(tmp_path / "data")}
    done = subprocess.run(["bash", "-c", line], cwd=tmp_path, env=environ, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60)
    assert done.returncode in {ANSWERED, FOUND}, done.stderr
    assert done.stdout.strip()
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", READMES)
def test_the_readme_names_only_commands_that_exist(name):
    named = set(re.findall(r"gaoxing ([a-z]+)", "".join(blocks(name, "sh"))))
    assert named <= set(COMMANDS)
    assert {"recognise", "fill", "check", "print"} <= named


@pytest.mark.parametrize("name", READMES)
def test_the_first_screen_has_the_two_commands_of_make(name):
    targets = set(re.findall(r"^make ([a-z]+)", "".join(blocks(name, "sh")), re.MULTILINE))
    made = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert {"run", "test"} <= targets <= made
    assert (ROOT / name).read_text(encoding="utf-8").index("make run") < 2000


@pytest.mark.parametrize("name", [*READMES, "CONTRIBUTING.md"])
def test_every_link_leads_to_a_file(name):
    links = re.findall(r"\]\(([^)#:]+)\)", (ROOT / name).read_text(encoding="utf-8"))
    assert not [link for link in links if not (ROOT / link).exists()]
