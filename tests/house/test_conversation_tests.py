"""What the guide for clerks promises: its examples are written rightly and come out as written."""

from __future__ import annotations

import re
from datetime import date

from gaoxing.cli.comparing import differences
from gaoxing.cli.conversations import KEYS, read_conversations
from tests.house.source import ROOT

GUIDE = (ROOT / "docs" / "conversation-tests.md").read_text(encoding="utf-8")


def test_the_conversations_of_the_guide_come_out_as_written():
    text = "\n".join(re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL))
    found = {test.name: differences(test, date(2026, 11, 24)) for test in read_conversations(text, "guide")}
    assert len(found) == 3
    assert {name: each for name, each in found.items() if each} == {}


def test_every_key_is_explained_to_clerks():
    assert [key for key in KEYS if f"`{key}`" not in GUIDE] == []
