"""`gaoxing audit`: checks the chain of the audit and hands its entries out (审计)."""

from __future__ import annotations

import argparse
import io
import json
from contextlib import suppress
from typing import Any

from gaoxing.cli import django_command
from gaoxing.cli.reading import day
from gaoxing.cli.showing import add_json, for_a_person, say, say_json, table

HELP = "核验、导出审计记录 · the audit"
EXAMPLE = "gaoxing audit verify"
FILTERS = (
    ("act", "操作，例如 draft.deleted · the act"),
    ("actor", "操作人编号 · the person's number"),
    ("role", "身份 · the role"),
    ("subject-kind", "对象种类，例如 cases.case · the kind of record"),
    ("subject", "对象编号 · the record's number"),
    ("reason", "事由代码 · the reason"),
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    actions = parser.add_subparsers(title="做什么 · actions", metavar="ACTION", required=True, parser_class=type(parser))
    whole = "核验整条链 · check the whole chain"
    verify = actions.add_parser("verify", help=whole, description=whole, allow_abbrev=False)
    verify.add_argument("--anchor", metavar="N:DIGEST", action="append", default=[], help="另外记下的序号和摘要 · noted elsewhere")
    verify.set_defaults(act_on=_verify)
    add_json(verify)
    out = "导出 · hand entries out"
    export = actions.add_parser("export", help=out, description=out, allow_abbrev=False)
    export.add_argument("-o", "--output", metavar="FILE", default="-", help="写到哪里（默认标准输出） · the file")
    export.add_argument("--kind", choices=("csv", "jsonl"), default="csv", help="CSV 或 JSON 行 · the kind")
    for name, told in FILTERS:
        export.add_argument(f"--{name}", default="", help=told)
    export.add_argument("--first", metavar="DATE", type=day, default=None, help="从哪天 · the first day")
    export.add_argument("--last", metavar="DATE", type=day, default=None, help="到哪天 · the last day")
    export.set_defaults(act_on=_export)


def run(options: argparse.Namespace) -> int:
    """Do what is asked; 1 where `verify` found a broken link."""
    return int(options.act_on(options))


def _verify(options: argparse.Namespace) -> int:
    said = io.StringIO()
    with suppress(SystemExit):
        django_command.call("audit_verify", anchor=options.anchor, stdout=said)
    verdict = json.loads(said.getvalue())
    if for_a_person(options):
        _show(verdict)
    else:
        say_json(verdict)
    return 1 if verdict["broken"] or not verdict["guarded"] else 0


def _show(verdict: dict[str, Any]) -> None:
    broken = verdict["broken"]
    if broken:
        say((f"审计链在第 {broken['number']:,} 条断了：{broken['differs']}。",))
        say(table((("现在是", broken["found"]), ("应当是", broken["expected"]))))
        say((f"之前的 {verdict['checked']:,} 条都对得上。请停用可疑账号，保留现场，从备份里找出这一条来比对。",))
    else:
        say((f"核了 {verdict['checked']:,} 条，都对得上。请另外记下这一行，下次加 --anchor 核对：", f"{verdict['number']}:{verdict['digest']}"))
    if not verdict["guarded"]:
        say(("数据库里禁止改动审计记录的触发器不全，请查明是谁动过，再运行 gaoxing doctor。",))


def _export(options: argparse.Namespace) -> int:
    asked = {name: getattr(options, name) for name in ("act", "actor", "role", "subject_kind", "subject", "reason", "first", "last")}
    django_command.call("audit_export", kind=options.kind, output=options.output, **asked)
    return 0
