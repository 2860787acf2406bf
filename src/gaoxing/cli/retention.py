"""`gaoxing retention report`: what is kept for how long, what is due, and what was deleted (保存期限)."""

from __future__ import annotations

import argparse
import json

from gaoxing.cli import django_command
from gaoxing.cli.reading import day
from gaoxing.cli.showing import add_json, for_a_person, say, say_json, table

HELP = "保存期限报告 · how long what is kept"
EXAMPLE = "gaoxing retention report --since 2026-11-01"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    actions = parser.add_subparsers(title="做什么 · actions", metavar="ACTION", required=True, parser_class=type(parser))
    told = "什么存多久、删了多少 · the report"
    report = actions.add_parser("report", help=told, description=told, allow_abbrev=False)
    report.add_argument("--since", metavar="DATE", type=day, default=None, help="只列这天以来删的 · deleted since")
    add_json(report)


def run(options: argparse.Namespace) -> int:
    """Print the report; nothing is deleted by it."""
    told = json.loads(django_command.said("retention", since=options.since))
    if not for_a_person(options):
        say_json(told)
        return 0
    say(("现在存着：",))
    say(table((each["called"], each["rule"], f"{each['held']:,}", f"到期 {each['due']:,}") for each in told["kept"]))
    called = {each["kind"]: each["called"] for each in told["kept"]}
    say(("到期删去的：",) if told["deleted"] else ("还没有到期删去的。",))
    say(table((each["day"], called.get(each["kind"], each["kind"]), f"{each['count']:,}") for each in told["deleted"]))
    return 0
