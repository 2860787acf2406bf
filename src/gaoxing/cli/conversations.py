r"""Conversation tests as a clerk writes them (对话试题): `[[对话]]` in a TOML file with 说, 应得到, 应追问, 不应有.

`docs/conversation-tests.md` tells clerks how.

Every fault of writing is told in one sentence: where, what, why, and what to write instead.

>>> [one] = read_conversations('[[对话]]\n名称 = "资本"\n说 = "我想开公司，注册资本一百万"\n应得到 = { 注册资本 = "100万元" }', "资本.toml")
>>> one.name, one.turns, dict(one.expected)
('资本', (('', '我想开公司，注册资本一百万'),), {'注册资本': '100万元'})
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from gaoxing.cli.clerk_toml import loads

TABLE = "对话"
NAME, DAY, MATTER, SAID, TYPED = "名称", "日期", "事项", "说", "补填"
EXPECTED, ASKED, ABSENT, FINDS, QUIET = "应得到", "应追问", "不应有", "审查应指出", "审查不应指出"
QUESTION, ANSWER = "问", "答"
KEYS = (NAME, DAY, MATTER, SAID, TYPED, EXPECTED, ASKED, ABSENT, FINDS, QUIET)
CHECKS = (EXPECTED, ASKED, ABSENT, FINDS, QUIET)
FULL_WIDTH = {
    "“": '英文双引号 "',
    "”": '英文双引号 "',
    "‘": "英文单引号 '",
    "’": "英文单引号 '",
    "＝": "英文等号 =",
    "，": "英文逗号 ,",
    "【": "英文方括号 [",
    "】": "英文方括号 ]",
}
"""What an input method writes where TOML wants its own signs, and how to say so."""


class Misspelt(ValueError):
    """A file of conversations that is not written as it must be. Its text is one sentence for the clerk."""


@dataclass(frozen=True)
class Conversation:
    """One test: `turns` are (what was asked about, words); `expected` maps what a blank is called to what it must hold, as one would type it."""

    name: str
    turns: tuple[tuple[str, str], ...]
    matter: str = ""
    on: date | None = None
    typed: Mapping[str, str] = field(default_factory=dict)
    expected: Mapping[str, Any] = field(default_factory=dict)
    asked: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    finds: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()


def load_conversations(path: Path) -> tuple[Conversation, ...]:
    """The conversations of a file, or of every .toml file of a folder. Raises Misspelt where one is written wrongly or cannot be read."""
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    return tuple(each for one in files for each in read_conversations(_content(one), one.name))


def read_conversations(text: str, file: str) -> tuple[Conversation, ...]:
    """The conversations of a file's text; none where it holds only other tables. Raises Misspelt."""
    try:
        written = loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise Misspelt(_ill_written(text, file, str(fault))) from fault
    found = written.get(TABLE, [])
    near = [key for key in written if key not in {TABLE, "story", "base"}]
    if near:
        raise Misspelt(f"{file}：不认识“{near[0]}”。每一段对话前面要单独写一行 [[{TABLE}]]。")
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise Misspelt(f"{file}：“{TABLE}”要用两层方括号，单独写成一行 [[{TABLE}]]，下面再写 {NAME}、{SAID}。")
    read = tuple(_conversation(each, f"{file} 第 {number} 段") for number, each in enumerate(found, start=1))
    twice = next((each.name for place, each in enumerate(read) if each.name in {other.name for other in read[:place]}), None)
    if twice is not None:
        raise Misspelt(f"{file}：有两段都叫“{twice}”。请给每段起一个不同的{NAME}，看结果时才分得清。")
    return read


def _conversation(each: Mapping[str, Any], place: str) -> Conversation:
    place = f"{place}“{each[NAME]}”" if isinstance(each.get(NAME), str) else place
    for key in each:
        if key not in KEYS:
            close = difflib.get_close_matches(key, KEYS, 1, 0.4)
            raise Misspelt(f"{place}：不认识“{key}”{f'，是不是“{close[0]}”' if close else ''}？能写的有：{'、'.join(KEYS)}。")
    if not isinstance(each.get(NAME), str) or not each[NAME].strip():
        raise Misspelt(f'{place}：缺少{NAME}。请加一行，例如：{NAME} = "注册资本改了一次"。')
    if not any(key in each for key in CHECKS):
        raise Misspelt(f"{place}：没有写{EXPECTED}、{ASKED}或{ABSENT}，试了也看不出对不对。请至少写一样。")
    told = tuple(_texts(each, key, place) for key in (ASKED, ABSENT, FINDS, QUIET))
    return Conversation(
        each[NAME], tuple(_turns(each, place)), _matter(each, place), _day(each, place), _table(each, TYPED, place), _table(each, EXPECTED, place), *told
    )


def _turns(each: Mapping[str, Any], place: str) -> Iterator[tuple[str, str]]:
    said = each.get(SAID)
    listed = said if isinstance(said, list) else [said]
    if said is None or not listed:
        raise Misspelt(f'{place}：缺少“{SAID}”。请写申请人说的话，例如：{SAID} = "我想开公司，注册资本一百万"。')
    for turn in listed:
        if isinstance(turn, str):
            yield "", turn
        elif isinstance(turn, dict) and set(turn) == {QUESTION, ANSWER} and all(isinstance(value, str) for value in turn.values()):
            yield turn[QUESTION], turn[ANSWER]
        else:
            raise Misspelt(f'{place}：“{SAID}”里有一句写得不对。每句写成 "……"，回答提问的写成 {{ {QUESTION} = "注册资本", {ANSWER} = "一百万" }}。')


def _matter(each: Mapping[str, Any], place: str) -> str:
    given = each.get(MATTER, "")
    if not isinstance(given, str):
        raise Misspelt(f'{place}：“{MATTER}”要写事项的名字，例如：{MATTER} = "公司设立登记"。')
    return given.strip()


def _day(each: Mapping[str, Any], place: str) -> date | None:
    given = each.get(DAY)
    if given is not None and type(given) is not date:
        raise Misspelt(f"{place}：“{DAY}”要写成 2026-11-24 这样，不加引号。")
    return given


def _table(each: Mapping[str, Any], key: str, place: str) -> Mapping[str, Any]:
    given = each.get(key, {})
    if not isinstance(given, dict) or any(_nested(value) for value in given.values()):
        raise Misspelt(f'{place}：“{key}”要写成栏目 = 内容，例如：{key} = {{ 注册资本 = "100万元", "丁大宝的出资比例" = "60%" }}。')
    return given


def _nested(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and not all(isinstance(each, str) for each in value))


def _texts(each: Mapping[str, Any], key: str, place: str) -> tuple[str, ...]:
    given = each.get(key, ())
    listed = [given] if isinstance(given, str) else given
    if not isinstance(listed, list | tuple) or not all(isinstance(one, str) and one.strip() for one in listed):
        raise Misspelt(f'{place}：“{key}”要写成 "住所"，几样就写成 ["住所", "监事"]。')
    return tuple(listed)


def _content(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Misspelt(f"{path.name}：不是 UTF-8 文字，读不出来。请在编辑器里另存为 UTF-8 再试。") from None


def _ill_written(text: str, file: str, fault: str) -> str:
    """Which line is no TOML, with the full-width sign that is the usual cause."""
    line = re.search(r"line (\d+)", fault)
    number = int(line[1]) if line else len(text.splitlines())
    written = text.splitlines()[number - 1] if 0 < number <= len(text.splitlines()) else ""
    bare = re.sub(r'"[^"]*"', "", written)
    wide = next((sign for sign in bare if sign in FULL_WIDTH), None)
    why = f"用了中文的“{wide}”，请换成{FULL_WIDTH[wide]}" if wide else "写法不对。文字要放在一对英文双引号里，每行写成 栏目 = 内容"
    return f"{file} 第 {number} 行：{why}。"
