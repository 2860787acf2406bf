"""`gaoxing report month`: the zone's figures of a month as a paper to hand on, as PDF and as Word document (月报)."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from gaoxing.cli import django_command
from gaoxing.cli.reading import printable
from gaoxing.cli.showing import add_json, for_a_person, say, say_json
from gaoxing.cli.trouble import Trouble

HELP = "月报：指标、来源、同比环比 · the monthly report"
EXAMPLE = "gaoxing report month 2026-10 --pdf report.pdf --docx report.docx"
_MONTH = "出一个月的月报 · the report of a month"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    actions = parser.add_subparsers(title="做什么 · actions", metavar="ACTION", required=True, parser_class=type(parser))
    month = actions.add_parser("month", help=_MONTH, description=_MONTH, allow_abbrev=False)
    month.add_argument("month", metavar="MONTH", help="月份，例如 2026-10 · the month")
    month.add_argument("--pdf", metavar="FILE", type=Path, help="写成 PDF · write a PDF")
    month.add_argument("--docx", metavar="FILE", type=Path, help="写成 Word 文档 · write a Word document")
    month.add_argument("--english", action="store_true", help="英文 · in English")
    add_json(month)


def run(options: argparse.Namespace) -> int:
    """Write the files and say what stands in them. Raises Trouble where no file was named, or one cannot be written."""
    files = {form: getattr(options, form) for form in ("pdf", "docx")}
    if not any(files.values()):
        raise Trouble("没有说写到哪里。请加上 --pdf 文件、--docx 文件，或者两个都写。例如 " + EXAMPLE)
    asked = {form: str(file) if file else None for form, file in files.items()}
    told = json.loads(django_command.said("month_report", month=printable(options.month), english=options.english, **asked))
    if not for_a_person(options):
        say_json(told)
        return 0
    say((f"{told['title']}，数据截至 {told['as_of']}。", *(f"写好了：{file}" for file in told["files"].values())))
    say((f"没有数的指标 {told['missing']} 个，要核对的 {told['problems']} 处，都写在里面。",))
    return 0
