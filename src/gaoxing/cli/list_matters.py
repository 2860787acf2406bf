"""`gaoxing matters`: the catalogue of matters (事项目录)."""

from __future__ import annotations

import argparse

from gaoxing.cli.showing import add_json, for_a_person, say, say_json, table

HELP = "列出能办的事项 · list the matters"
EXAMPLE = "gaoxing matters"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print every matter: id, name, whether its form can be filled here, time limit."""
    from gaoxing.catalogue import matters

    if for_a_person(options):
        say(table((each.id, each.name, "能填表" if each.fillable else "只能听懂", each.time_limit) for each in matters()))
    else:
        say_json([each.to_json() for each in matters()])
    return 0
