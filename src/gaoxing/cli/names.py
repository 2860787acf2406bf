"""`gaoxing names`: checks a name, takes the register's names in, holds and releases (名称)."""

from __future__ import annotations

import argparse
import io
import json
from typing import Any

from gaoxing.cli import django_command
from gaoxing.cli.reading import chosen_day, day, printable, words
from gaoxing.cli.showing import add_json, for_a_person, say, say_json, table

HELP = "查名称、导入名称库 · enterprise names"
EXAMPLE = "gaoxing names check 昆山星野智能科技有限公司"
FREE = "可用"
UNSEARCHED = "还没查重名"
NOT_LOADED = "名称库里还没有这个设区市的名称，没有查重名，只看了名称的写法和用字。请先用 gaoxing names load 把名称文件导进来。"
SHOWN = 20
"""Hits and broken rows that a person is shown at once."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    actions = parser.add_subparsers(title="做什么 · actions", metavar="ACTION", required=True, parser_class=type(parser))
    check = _action(actions, "check", _check, "查一个名称能不能用 · may this name be used", "NAME", "名称；- 从管道读 · the name")
    check.add_argument("--on", type=day, metavar="DATE", help="按哪一天（默认今天） · the day", default=None)
    check.add_argument("--sole-trader", action="store_true", help="给个体工商户用 · for a sole trader")
    add_json(check)
    load = _action(actions, "load", _load, "把名称文件导入名称库 · take a file of names in", "FILE", "CSV（UTF-8 或 GB18030）或 Parquet · the file")
    load.add_argument("--report", metavar="FILE", help="读不出的行写到哪里 · where broken rows are listed")
    load.add_argument("--again", action="store_true", help="导过的文件再导一遍 · load it once more")
    add_json(load)
    hold = _action(actions, "hold", _hold, "占用一个名称 · keep a name", "NAME", "名称 · the name")
    hold.add_argument("--until", type=day, metavar="DATE", help="占用到哪一天 · the last day", default=None)
    _action(actions, "release", _release, "释放一个名称 · give a name free", "NAME", "名称 · the name")


def run(options: argparse.Namespace) -> int:
    """Do what is asked; 1 where `check` found something, or could not search for others."""
    return int(options.act(options))


def _action(actions: Any, word: str, act: object, told: str, subject: str, what: str) -> Any:
    parser = actions.add_parser(word, help=told, description=told, allow_abbrev=False)
    parser.add_argument("subject", metavar=subject, help=what)
    parser.add_argument("--prefecture", metavar="CODE", help="设区市代码（默认是本园区所在的设区市） · the prefecture")
    parser.set_defaults(act=act)
    return parser


def _check(options: argparse.Namespace) -> int:
    name = words(options.subject)
    asked = {"name": name, "prefecture": options.prefecture, "on": chosen_day(options), "sole_trader": options.sole_trader}
    judged = json.loads(_told("check_name", **asked))
    if for_a_person(options):
        _show(judged)
    else:
        say_json(judged)
    return 0 if judged["verdict"] == FREE and judged["searched"] else 1


def _show(judged: dict[str, Any]) -> None:
    hits = judged["hits"]
    unsearched = judged["verdict"] == FREE and not judged["searched"]
    say(table((("名称", judged["name"]), ("结论", UNSEARCHED if unsearched else judged["verdict"]))))
    say((NOT_LOADED,) if not judged["searched"] else ())
    say(table((each["verdict"], each["words"] or "—", f"{each['message']}{each['remedy']}（{each['basis']}）") for each in judged["findings"]))
    say(table((each["verdict"], each["rule"], each["name"], each["message"]) for each in hits[:SHOWN]))
    say((f"相同相近的一共 {len(hits)} 个，上面是前 {SHOWN} 个。",) if len(hits) > SHOWN else ())
    say((f"可以试试：{'、'.join(judged['suggestions'])}",) if judged["suggestions"] else ())


def _load(options: argparse.Namespace) -> int:
    loaded = json.loads(_told("load_names", file=options.subject, prefecture=options.prefecture, report=options.report, again=options.again))
    if not for_a_person(options):
        say_json(loaded)
        return 0
    count = loaded["progress"]
    if loaded["finished_before"]:
        say(("这个文件已经导过了，这次什么也没做。要再导一遍请加 --again。",))
    elif loaded["resumed"]:
        say((f"上次读到第 {loaded['resumed']:,} 行，这次接着往下导。",))
    say((f"读了 {count['rows']:,} 行：新增 {count['added']:,} 个名称，更新 {count['changed']:,} 个，读不出 {count['broken']:,} 行。",))
    say(table((f"第 {number} 行", reason) for number, reason in loaded["first_broken"][:SHOWN]))
    say((f"读不出的行都记在 {printable(loaded['report'], 400)}。改好后只导这些行就行。",) if loaded["report"] else ())
    return 0


def _hold(options: argparse.Namespace) -> int:
    say((_told("hold_name", name=options.subject, prefecture=options.prefecture, until=options.until),))
    return 0


def _release(options: argparse.Namespace) -> int:
    say((_told("release_name", name=options.subject, prefecture=options.prefecture),))
    return 0


def _told(command: str, **options: object) -> str:
    """What a management command prints. Raises Trouble with its sentence."""
    said = io.StringIO()
    django_command.call(command, **options, stdout=said)
    return said.getvalue().strip()
