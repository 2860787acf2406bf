"""A terminal to try the commands on: standard input as bytes, a table when a person looks on, what was printed and the exit status."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from typing import Any

import pytest

from gaoxing.cli import main

COMPANY = "我想开一家公司，全称叫昆山启云精密机械有限公司，注册资本一百万，我叫丁大宝，占六成，剩下的归我爱人苏小云，法人是我"
SOLE_TRADER = "我要办个体户，资金十万，连我两个人"


@dataclass(frozen=True)
class Outcome:
    """What a command came to."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)


class Keyboard(io.TextIOWrapper):
    """A standard input at which a person sits."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def run(monkeypatch, capsys):
    """Call `gaoxing` in this process: `run("check", "-", stdin=…)`."""

    def called(*arguments, stdin=b"", person=False, keyboard=False):
        content = stdin.encode() if isinstance(stdin, str) else stdin
        kind = Keyboard if keyboard else io.TextIOWrapper
        monkeypatch.setattr(sys, "stdin", kind(io.BytesIO(content), encoding="utf-8"))
        monkeypatch.setattr(sys.stdout, "isatty", lambda: person, raising=False)
        status = main(arguments)
        printed = capsys.readouterr()
        return Outcome(status, printed.out, printed.err)

    return called


@pytest.fixture
def trouble(run):
    """Call `gaoxing`, which must end in trouble; gives the one sentence on standard error."""

    def called(*arguments, **how):
        outcome = run(*arguments, **how)
        assert outcome.status == 2, outcome
        assert outcome.out == ""
        assert outcome.err.startswith("gaoxing：")
        assert outcome.err.count("\n") == 1
        assert "Traceback" not in outcome.err
        return outcome.err.removeprefix("gaoxing：").strip()

    return called


@pytest.fixture
def company_form(run):
    """A company's form as `gaoxing fill` writes it."""
    return run("fill", COMPANY).out


@pytest.fixture
def sole_trader_form(run):
    """A sole trader's form as `gaoxing fill` writes it."""
    return run("fill", SOLE_TRADER).out
