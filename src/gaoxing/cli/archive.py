"""`gaoxing archive`: holds archived cases against the lists that were frozen when they were archived (归档核验)."""

from __future__ import annotations

import argparse
import io
import json
from contextlib import suppress
from typing import Any

from gaoxing.cli import django_command
from gaoxing.cli.showing import add_json, for_a_person, say, say_json

HELP = "核验归档的办件 · archived cases"
EXAMPLE = "gaoxing archive verify"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    actions = parser.add_subparsers(title="做什么 · actions", metavar="ACTION", required=True, parser_class=type(parser))
    held = "和归档清单对一遍 · hold them against their lists"
    verify = actions.add_parser("verify", help=held, description=held, allow_abbrev=False)
    verify.add_argument("--number", default="", help="只核这一个编号 · one case alone")
    verify.set_defaults(act_on=_verify)
    add_json(verify)


def run(options: argparse.Namespace) -> int:
    """Do what is asked; 1 where a case is not as it was."""
    return int(options.act_on(options))


def _verify(options: argparse.Namespace) -> int:
    said = io.StringIO()
    with suppress(SystemExit):
        django_command.call("archive_verify", number=options.number, stdout=said)
    *wrong, whole = [json.loads(each) for each in said.getvalue().splitlines()]
    if for_a_person(options):
        _show(wrong, whole)
    else:
        say_json({**whole, "cases": wrong})
    return 1 if wrong else 0


def _show(wrong: list[dict[str, Any]], whole: dict[str, Any]) -> None:
    for each in wrong:
        say((f"{each['number']}：{each['trouble'] or '和归档时不一样的有 ' + '、'.join(each['changed'])}。",))
    if wrong:
        say((f"核了 {whole['archived']:,} 件，{whole['wrong']:,} 件对不上。请保留现场，从备份里找出归档时的样子来比对。",))
    else:
        say((f"核了 {whole['archived']:,} 件归档的办件，都和归档时一样。",))
