"""`gaoxing scope`: which items of the business scope plain words lead to, and what they need (经营范围查询与推荐)."""

from __future__ import annotations

import argparse
from typing import Any

from gaoxing.cli.reading import add_day, chosen_day, printable, words
from gaoxing.cli.showing import add_json, for_a_person, say, say_json, table
from gaoxing.cli.trouble import Trouble

HELP = "查经营范围的规范写法 · find items of the business scope"
EXAMPLE = 'gaoxing scope "做模具" · gaoxing scope mjzz'
SOURCE = "目录是节选，编码只写查得到的；许可和前置、后置以登记机关公布的为准。"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    parser.add_argument("words", metavar="WORDS", help="做什么，也可以写拼音或首字母；- 从管道读 · what is carried on")
    parser.add_argument("--name", default="", help="企业名称，用来定哪一项放在第一 · the enterprise's name")
    add_day(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print what is recommended for the words, then what a search for them finds."""
    from gaoxing.facts.scope_advice import recommend
    from gaoxing.facts.scope_search import search

    asked, on = words(options.words).strip(), chosen_day(options)
    if not asked:
        raise Trouble("没有写要查什么。请写做什么，例如：gaoxing scope 做模具。")
    advice, found = recommend(asked, options.name.strip(), on), search(asked, on)
    told = {"words": asked, "name": options.name, "on": on.isoformat(), **advice.to_json(), "found": [each.to_json() for each in found]}
    if for_a_person(options):
        _show(told)
    else:
        say_json(told)
    return 0


def _show(told: dict[str, Any]) -> None:
    recommended = {each["item"] for each in told["items"]}
    others = [each for each in told["found"] if each["item"] not in recommended]
    if not recommended and not others:
        say((f"没有查到“{printable(told['words'])}”对应的经营项目。请换个说法，例如 卖水果、做模具、开饭店。",))
        return
    say(table((("主营" if each["main"] else "推荐" if each["said"] else "可选"), each["item"], _status(each), each["reason"]) for each in told["items"]))
    say(table(("查到", each["item"], _status(each), each["reason"]) for each in others))
    say(f"  {each['item']}：{_licence(one)}" for each in told["items"] for one in each["licences"])
    say(f"? {each['text']}" for each in told["questions"])
    say((told["hint"],) if told["hint"] else ())
    say((SOURCE,))


def _status(each: dict[str, Any]) -> str:
    """许可 · 后置 · 食品经营许可证, or 一般 with the item's code."""
    return " · ".join(filter(None, ("许可" if each["licensed"] else "一般", each["approval"], each["licence"], each["code"])))


def _licence(one: dict[str, Any]) -> str:
    """The document, who gives it, how long it takes and by what law; what is not verified says so."""
    return f"{one['wanted']}，{one['authority']}，{one['time']}（{one['basis']}{'' if one['verified'] else '；未核实'}）"
