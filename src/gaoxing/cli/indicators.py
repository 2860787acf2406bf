"""`gaoxing indicators`: the zone's figures for a period, or each indicator's newest, and loading the published ones (指标)."""

from __future__ import annotations

import argparse
import json
from typing import Any

from gaoxing.cli import django_command
from gaoxing.cli.showing import add_json, for_a_person, say, say_json, table

HELP = "全区的指标：数、来源、同比 · the zone's figures"
EXAMPLE = "gaoxing indicators --period 2024 · gaoxing indicators --load"
QUALIFIERS = {"": "", "more_than": "超过 ", "about": "约 ", "less_than": "不到 "}
HEAD = ("指标", "期间", "数", "同比", "怎么来的", "公布的数", "标记")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    parser.add_argument("--period", default="", metavar="PERIOD", help="2024、2024-11 或者 2024Q4；不写就是每个最新的 · the period")
    parser.add_argument("--load", action="store_true", help="先载入随系统提供的公布数 · first load the published figures that are shipped")
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print every indicator with its figure, by group."""
    loaded = json.loads(django_command.said("load_indicators")) if options.load else None
    rows = json.loads(django_command.said("show_indicators", period=options.period))
    if not for_a_person(options):
        say_json({"loaded": loaded, "indicators": rows} if options.load else rows)
        return 0
    if loaded:
        say((f"载入公布数：新增 {loaded['added']} 个，已有 {loaded['known']} 个。",))
    for group in dict.fromkeys(row["group"] for row in rows):
        say((f"【{group}】",))
        say(table((HEAD, *(_line(row) for row in rows if row["group"] == group))))
    say((f"一共 {len(rows)} 项，有数的 {sum(row['value'] is not None for row in rows)} 项。公布的数只放在旁边对照，不替代计算的数。",))
    return 0


def _line(row: dict[str, Any]) -> tuple[str, ...]:
    how = "系统计算" if row["how"] == "computed" else row.get("source", "还没有录入")
    beside = "；".join(f"{QUALIFIERS[each['qualifier']]}{each['value']}" for each in row["published"])
    if row["value"] is None:
        return (row["term"], "", "–", "", how, beside, "")
    change = f"{row['year_on_year']}{'' if row['unit'] != '%' else ' 百分点'}" if row["year_on_year"] else ""
    value = f"{QUALIFIERS[row['qualifier']]}{row['value']} {row['unit']}"
    return (row["term"], row["period"], value, change + ("%" if change and row["unit"] != "%" else ""), how, beside, "、".join(row["marks"]))
