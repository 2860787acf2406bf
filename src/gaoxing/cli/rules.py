"""`gaoxing rules`: every rule with its article, dates, level, matters and stories (审查规则); `gaoxing rules explain ID` tells one in plain words."""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from gaoxing.cli.reading import add_day, chosen_day, printable
from gaoxing.cli.showing import add_json, for_a_person, json_line, say, say_json, table
from gaoxing.cli.trouble import Trouble

if TYPE_CHECKING:
    from gaoxing.cli.rule_book import Entry

HELP = "列出审查规则，或者讲清一条 · list the rules, or explain one"
EXAMPLE = "gaoxing rules\n  gaoxing rules explain CAP-01"
LEVELS = {"reject": "要改", "manual": "人工看", "warn": "提醒", "inform": "供参考"}
NEAR = 4
ALIKE = 0.5
"""So many numbers are offered for one that is none, each at least so like it (of 1)."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    parser.add_argument("action", nargs="?", metavar="explain", help="讲清一条规则 · explain one rule")
    parser.add_argument("id", nargs="?", metavar="ID", help="规则的编号，例如 CAP-01 · the rule's number")
    add_day(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print all rules, or one. Raises Trouble for an unknown word or number."""
    if options.action is None:
        return _list(options)
    if options.action != "explain" or not options.id:
        raise Trouble("要看一条规则，请写成 gaoxing rules explain CAP-01；只写 gaoxing rules 就列出全部。")
    return _explain(options)


def _list(options: argparse.Namespace) -> int:
    from gaoxing.cli.rule_book import rule_book, undecided

    known, rest = rule_book(), undecided()
    if not for_a_person(options):
        say_json({"rules": [each.to_json() for each in known.values()], "undecided": [each.to_json() for each in rest.values()]})
        return 0
    say([f"审查规则 {len(known)} 条：编号、等级、施行、样例（碰到／不碰）、事项、依据"])
    say(table(_row(each) for each in known.values()))
    say(["", f"不由单独一条规则判断的 {len(rest)} 条："])
    say(table((each.id, each.plain + (f"见 {'、'.join(each.by)}。" if each.by else "") + each.because) for each in rest.values()))
    return 0


def _row(entry: Entry) -> tuple[str, ...]:
    rule = entry.rule
    dates = f"{rule.since} 起" if rule.until is None else f"{rule.since} 到 {rule.until}"
    return rule.id, LEVELS[str(rule.level)], dates, f"{len(entry.trips)}／{len(entry.keeps)}", "、".join(entry.matters), rule.basis


def _explain(options: argparse.Namespace) -> int:
    from gaoxing.cli.rule_book import figures_of, rule_book, said, undecided

    number, on = _number(options.id), chosen_day(options)
    if number in undecided() and number not in rule_book():
        return _tell(options, undecided()[number].to_json(), _undecided_lines(undecided()[number].to_json()))
    entry = rule_book()[number]
    told = {**entry.to_json(), "article": (entry.rule.judge.__doc__ or "").strip(), "says": said(entry, on), "figures": list(figures_of(entry, on))}
    return _tell(options, told, _lines(told))


def _tell(options: argparse.Namespace, told: dict[str, Any], lines: Iterator[str]) -> int:
    if for_a_person(options):
        say(lines)
    else:
        say_json({**told, "figures": [{**each, "value": _plain(each["value"])} for each in told.get("figures", ())]})
    return 0


def _number(given: str) -> str:
    """The rule's number as it is written. Raises Trouble with the nearest ones where there is none."""
    from gaoxing.cli.rule_book import rule_book, undecided

    known = [*rule_book(), *undecided()]
    wanted = given.strip().upper()
    if wanted in known:
        return wanted
    likeness = {each: difflib.SequenceMatcher(None, wanted, each).ratio() for each in known}
    near = [each for each in sorted(known, key=lambda each: -likeness[each]) if likeness[each] >= ALIKE][:NEAR]
    hint = f"相近的有：{'、'.join(near)}。" if near else ""
    raise Trouble(f"没有编号是「{printable(given)}」的规则。{hint}全部编号见 gaoxing rules。")


def _lines(told: dict[str, Any]) -> Iterator[str]:
    dates = f"{told['since']} 起施行" + (f"，{told['until']} 失效" if told["until"] else "")
    yield f"{told['id']}　{LEVELS[told['level']]}　{dates}"
    yield f"依据：{told['basis']}"
    yield f"用在：{'、'.join(told['matters'])}　函数：{told['function']}"
    yield f"讲的是：{told['plain'] or told['article']}"
    yield f"碰到时会说：{told['says']}"
    for each in told["figures"]:
        yield f"数字：{each['figure']} = {json_line(_plain(each['value']))}，{each['from']} 起（{each['basis']}）"
    yield from (f"碰到的样例：{name}" for name in told["trips"])
    yield from (f"不碰的样例：{name}" for name in told["keeps"])


def _undecided_lines(told: dict[str, Any]) -> Iterator[str]:
    yield f"{told['id']}　{told['plain']}"
    if told["by"]:
        yield f"由这些规则判断：{'、'.join(told['by'])}"
    if told["because"]:
        yield f"为什么没有单独的规则：{told['because']}"


def _plain(value: Any) -> Any:
    """A figure as JSON can hold it: days as text."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)
