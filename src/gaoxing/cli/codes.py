"""`gaoxing codes`: the ranges out of which unified social credit codes are allotted (代码号段)."""

from __future__ import annotations

import argparse
import json
from typing import Any

from gaoxing.cli import django_command
from gaoxing.cli.showing import add_json, for_a_person, say, say_json, table

HELP = "统一社会信用代码的号段 · the ranges of credit codes"
EXAMPLE = "gaoxing codes add MA000000 MA00YYYY"
HEAD = ("编号", "行政区划", "第一个", "最后一个", "还剩", "一共", "")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    actions = parser.add_subparsers(title="做什么 · actions", metavar="ACTION", required=True, parser_class=type(parser))
    _action(actions, "list", "列出号段 · the ranges and what is left of them")
    added = _action(actions, "add", "加一个号段，排在已有的后面用 · add a range, used after the others")
    added.add_argument("first", metavar="FIRST", help="第一个主体标识码，8 位 · the first organisation code")
    added.add_argument("last", metavar="LAST", help="最后一个 · the last")
    added.add_argument("--region", default="", help="行政区划代码，不写就是园区资料里的 · the authority's region")
    closed = _action(actions, "close", "停用一个号段，不能恢复 · close a range for good")
    closed.add_argument("close", metavar="NUMBER", type=int, help="号段的编号 · its number")


def run(options: argparse.Namespace) -> int:
    """Do what is asked, and show the ranges as they then stand."""
    asked = {name: getattr(options, name) for name in ("first", "last", "region", "close") if getattr(options, name, None)}
    rows = json.loads(django_command.said("code_range", **asked))
    if not for_a_person(options):
        say_json(rows)
        return 0
    say(table((HEAD, *(_line(row) for row in rows))) if rows else ("没有号段，统一社会信用代码由审核人员照纸质号段填。",))
    return 0


def _line(row: dict[str, Any]) -> tuple[str, ...]:
    counts = (f"{row['left']:,}", f"{row['size']:,}")
    return (str(row["number"]), row["region"], row["first"], row["last"], *counts, "已停用" if row["closed"] else "")


def _action(actions: Any, word: str, told: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = actions.add_parser(word, help=told, description=told, allow_abbrev=False)
    add_json(parser)
    return parser
