"""`gaoxing enterprises`: takes the register of enterprises in, and shows one (登记簿)."""

from __future__ import annotations

import argparse
import io
import json
from typing import Any

from gaoxing.cli import django_command
from gaoxing.cli.showing import add_json, for_a_person, say, say_json, table

HELP = "导入登记簿、查一家企业 · the register of enterprises"
EXAMPLE = "gaoxing enterprises show 91320583MA0000007R"
LABELS = {
    "uscc": "统一社会信用代码",
    "name": "名称",
    "status": "登记状态",
    "company_type": "公司类型",
    "domicile": "住所",
    "legal_representative": "法定代表人",
    "established": "成立日期",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    actions = parser.add_subparsers(title="做什么 · actions", metavar="ACTION", required=True, parser_class=type(parser))
    _action(actions, "load", _load, "把企业文件导入登记簿 · take a file of enterprises in", "FILE", "JSON 或 CSV · the file")
    _action(actions, "show", _show, "看一家企业是怎么登记的 · show an enterprise", "USCC", "统一社会信用代码或全称 · code or name")


def run(options: argparse.Namespace) -> int:
    """Do what is asked."""
    return int(options.act(options))


def _action(actions: Any, word: str, act: object, told: str, subject: str, what: str) -> None:
    parser = actions.add_parser(word, help=told, description=told, allow_abbrev=False)
    parser.add_argument("subject", metavar=subject, help=what)
    parser.set_defaults(act=act)
    add_json(parser)


def _load(options: argparse.Namespace) -> int:
    loaded = _told("load_enterprises", file=options.subject)
    if not for_a_person(options):
        say_json(loaded)
        return 0
    say((f"读了 {loaded['rows']:,} 家：导入 {loaded['recorded']:,} 家，读不出 {loaded['broken']:,} 家。",))
    say(table((f"第 {number} 行", reason) for number, reason in loaded["first_broken"]))
    return 0


def _show(options: argparse.Namespace) -> int:
    from gaoxing.forms.register import STATES
    from gaoxing.forms.written import money

    found = _told("show_enterprise", subject=options.subject)
    if not for_a_person(options):
        say_json(found)
        return 0
    for each in found:
        shown = {**each, "status": STATES[each["status"]]}
        say(table((label, shown[key] or "—") for key, label in LABELS.items()))
        say(table((("注册资本", money(each["capital"]) if each["capital"] else "—"), ("经营范围", "；".join(each["scope"]) or "—"))))
        say(table(("股东", row["name"], row["amount"], f"{row['percent']}%" if row["percent"] else "") for row in each["shareholders"]))
    return 0


def _told(command: str, **options: object) -> Any:
    """What a management command prints, as JSON. Raises Trouble with its sentence."""
    said = io.StringIO()
    django_command.call(command, **options, stdout=said)
    return json.loads(said.getvalue())
