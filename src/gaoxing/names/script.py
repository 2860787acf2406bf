"""Which characters a name may hold (名称用字): standard Chinese characters; no letters, figures or signs, no traditional ones; rare ones are named.

《企业名称登记管理规定》 art 5, in force from 2021-03-01.

>>> from gaoxing.names.composition import split
>>> found = script_findings(split("昆山AI智能科技有限公司"), date(2026, 11, 24))
>>> [(each.rule, each.words, each.start, each.end) for each in found], "人工智能" in found[0].remedy
([('LETTERS', 'AI', 2, 4)], True)
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from gaoxing.names.judgement import Finding
from gaoxing.names.name import Name
from gaoxing.names.rule_book import found
from gaoxing.standards.expression import expression

TABLE = Path(__file__).with_name("script.toml")
TRADITIONAL = Path(__file__).with_name("traditional.tsv")
"""Traditional characters frequent in names, a tab, the simplified one; our own list."""
_RUN = expression(r"[^\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇々（）]+")
_SIGNS = {"々": "重文符号"}


def script_findings(name: Name, on: date) -> tuple[Finding, ...]:
    """What is to be said of the name's characters."""
    return (*_foreign(name, on), *_traditional(name, on), *_rare(name, on))


def simplified(text: str) -> str:
    """The text in simplified characters, as far as the table knows them; its length never changes."""
    return "".join(_table().get(each, each) for each in text)


def _foreign(name: Name, on: date) -> Iterator[Finding]:
    for match in _RUN.finditer(name.text):
        words = match.group()
        if words.isascii() and words.isalnum():
            told = f"名称里有字母或者数字“{words}”，企业名称只能用汉字。"
        else:
            told = f"名称里有不是汉字的“{words[:20]}”，企业名称只能用汉字，不能用外文、拼音和符号。"
        yield from found("LETTERS", on, name, match.span(), told, _spelled(words))


def _spelled(words: str) -> str:
    """What to write in its place."""
    known = _spellings().get(words.upper())
    if known:
        return f"请改成汉字，如“{known}”，或者去掉。"
    if words.isascii() and words.isdigit():
        return f"请改成汉字数字，如“{words.translate(str.maketrans('0123456789', '〇一二三四五六七八九'))[:20]}”，或者去掉。"
    return "请改成汉字，或者去掉。"


def _traditional(name: Name, on: date) -> Iterator[Finding]:
    table = _table()
    for place, character in enumerate(name.text):
        if character in table:
            plain = table[character]
            told = f"“{character}”是繁体字，企业名称要用规范汉字。"
            yield from found("TRADITIONAL", on, name, (place, place + 1), told, f"请改成“{plain}”：{simplified(name.text)}。")


def _rare(name: Name, on: date) -> Iterator[Finding]:
    for place, character in enumerate(name.text):
        code = f"U+{ord(character):04X}"
        if character in _table() or _RUN.match(character) or character in "（）〇":
            continue
        span = (place, place + 1)
        if character in _SIGNS or ord(character) > 0xFFFF or unicodedata.category(character) != "Lo":
            told = f"“{character}”（{code}）是生僻字，登记系统和营业执照的字库多半打不出来。"
            yield from found("RARE_UNPRINTABLE", on, name, span, told, "请换一个读音或者意思相近的常用字；一定要用的，请到窗口核对字库。")
        elif not _common(character):
            told = f"“{character}”（{code}）不在常用字里，请核对是不是《通用规范汉字表》里的字。"
            yield from found("RARE", on, name, span, told, "核对无误可以照用；不确定的，请换常用字，或者到窗口核对字库。")


def _common(character: str) -> bool:
    """Whether GB/T 2312 holds it."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _table() -> Mapping[str, str]:
    rows = (line.split("\t") for line in TRADITIONAL.read_text(encoding="utf-8").splitlines())
    return {row[0]: row[1] for row in rows}


@cache
def _spellings() -> Mapping[str, str]:
    table: Mapping[str, str] = tomllib.loads(TABLE.read_text(encoding="utf-8"))["spelled"]
    return table
