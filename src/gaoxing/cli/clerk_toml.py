r"""TOML as clerks write it (中文键名): Chinese keys without quotes, which TOML itself does not know. Strings and comments stay as they are.

>>> loads('[[对话]]\n名称 = "资本"  # 名称 = 1\n应得到 = { 注册资本 = "100万元" }')
{'对话': [{'名称': '资本', '应得到': {'注册资本': '100万元'}}]}
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

STRINGS = re.compile(r'"""[\s\S]*?"""|\'\'\'[\s\S]*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*')
"""Strings and comments, in which nothing is a key."""

KEY = re.compile(r"[\w（）、·-]*[\u4e00-\u9fff][\w（）、·-]*(?=[ \t]*[=.\]])")


def loads(text: str) -> dict[str, Any]:
    """The tables of a text. Raises tomllib.TOMLDecodeError, whose line is that of the text."""
    return tomllib.loads(quoted(text))


def quoted(text: str) -> str:
    """The text with its Chinese keys in quotes; every line stays where it is.

    >>> quoted('说 = ["名称 = 1"]')
    '"说" = ["名称 = 1"]'
    """
    parts, place = [], 0
    for string in STRINGS.finditer(text):
        parts += [KEY.sub(_quote, text[place : string.start()]), string[0]]
        place = string.end()
    return "".join([*parts, KEY.sub(_quote, text[place:])])


def _quote(key: re.Match[str]) -> str:
    return f'"{key[0]}"'
