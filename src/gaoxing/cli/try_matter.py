"""`gaoxing try`: a matter's stories and conversation tests (事项样例、对话试题): said → answers → findings, with what came out otherwise.

Exit status 0 where all came out as written, 1 where some did not, 2 where nothing could be tried.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from gaoxing.cli.reading import add_day, chosen_day, known_matter, printable
from gaoxing.cli.showing import add_json, for_a_person, say, say_json
from gaoxing.cli.trouble import Trouble
from gaoxing.engines.file_trouble import reason

HELP = "试跑一个事项的样例，或您写的对话试题 · run a matter's stories, or conversation tests that you wrote"
EXAMPLE = "gaoxing try company_registration\n  gaoxing try 我的试题.toml"
ENDING = ".toml"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    parser.add_argument("matter", metavar="MATTER|FILE", help="事项，或一个 .toml 试题文件、文件夹 · the matter's id, or a file or folder of tests")
    add_day(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print how each went; gives 1 where one did not come out as written. Raises Trouble where nothing can be tried."""
    on, given = chosen_day(options), Path(options.matter)
    results = list(_own(given, on) if _is_place(given) else _of_matter(options.matter, on))
    if not results:
        raise Trouble(_nothing(options.matter))
    if for_a_person(options):
        say(line for each in results for line in _lines(each))
    else:
        say_json(results)
    failed = sum(bool(each["wrong"]) for each in results)
    if failed:
        print(f"gaoxing：{len(results)} 个样例里有 {failed} 个和写下的不一样。", file=sys.stderr)
    return 1 if failed else 0


def _is_place(given: Path) -> bool:
    return given.suffix == ENDING or len(given.parts) > 1 or given.exists()


def _nothing(given: str) -> str:
    if _is_place(Path(given)):
        return f"「{printable(given)}」里没有对话试题。每段开头写一行 [[对话]]，写法见 docs/conversation-tests.md。"
    return f"{given} 还没有样例（examples 文件夹是空的）。"


def _own(given: Path, on: date) -> Iterator[dict[str, Any]]:
    """Tests that lie anywhere."""
    if not given.exists():
        raise Trouble(f"没有「{printable(str(given))}」这个文件。请检查名字，或写事项，例如 gaoxing try company_registration。")
    yield from _conversations(given, on)


def _of_matter(matter_id: str, on: date) -> Iterator[dict[str, Any]]:
    """A matter's stories, then its conversation tests."""
    from gaoxing.cli.stories import load
    from gaoxing.cli.stories import run as run_story

    folder = known_matter(matter_id).folder / "examples"
    try:
        stories = load(folder)
    except ValueError as fault:
        raise Trouble(f"样例写得不对：{fault}。") from None
    for story in stories:
        yield {"story": story.name, "wrong": list(run_story(story, on)), "differences": []}
    yield from _conversations(folder, on, home=matter_id)


def _conversations(given: Path, on: date, *, home: str = "") -> Iterator[dict[str, Any]]:
    from gaoxing.cli.comparing import differences
    from gaoxing.cli.conversations import Misspelt, load_conversations

    try:
        for test in load_conversations(given):
            found = differences(test, on, home=home)
            wrong = [f"“{each.about}”应得到 {each.expected}，得到了 {each.got}" for each in found]
            yield {"story": test.name, "wrong": wrong, "differences": [each.to_json() for each in found]}
    except Misspelt as fault:
        raise Trouble(f"试题写得不对：{printable(str(fault), 600)}") from None
    except OSError as trouble:
        raise Trouble(f"打不开「{printable(str(given))}」（{reason(trouble)}）。请检查路径。") from None


def _lines(result: dict[str, Any]) -> Iterator[str]:
    """The readable diff: a line a test, and under it what was expected and what was got."""
    yield printable(f"{'✗' if result['wrong'] else '✓'} {result['story']}", 400)
    for each in result["differences"]:
        words = f"（来自{each['words']}）" if each["words"] else ""
        yield from (printable(line, 400) for line in (f"    {each['about']}", f"      应得到：{each['expected']}", f"      得到了：{each['got']}{words}"))
    if not result["differences"]:
        yield from (printable(f"    {each}", 400) for each in result["wrong"])
