"""`gaoxing try`: runs a matter's stories (事项样例): said → answers → findings."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from gaoxing.cli.reading import add_day, chosen_day, known_matter
from gaoxing.cli.showing import add_json, for_a_person, say, say_json, table
from gaoxing.cli.trouble import Trouble

HELP = "试跑一个事项的样例 · run a matter's stories"
EXAMPLE = "gaoxing try company_registration"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    parser.add_argument("matter", metavar="MATTER", help="事项 · the matter's id")
    add_day(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print how each story went. Raises Trouble where one did not come out as told."""
    from gaoxing.cli.stories import load

    try:
        stories = load(known_matter(options.matter).folder / "examples")
    except ValueError as fault:
        raise Trouble(f"样例写得不对：{fault}。") from None
    if not stories:
        raise Trouble(f"{options.matter} 还没有样例（examples 文件夹是空的）。")
    results = [_result(story, chosen_day(options)) for story in stories]
    if for_a_person(options):
        say(table(("✓" if not each["wrong"] else "✗", each["story"], "；".join(each["wrong"]) or "—") for each in results))
    else:
        say_json(results)
    failed = sum(bool(each["wrong"]) for each in results)
    if failed:
        raise Trouble(f"{len(results)} 个样例里有 {failed} 个和写下的不一样。")
    return 0


def _result(story: Any, on: date) -> dict[str, Any]:
    from gaoxing.cli.stories import run as run_story

    return {"story": story.name, "wrong": list(run_story(story, on))}
