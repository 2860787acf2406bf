"""`gaoxing judge-ladder`: every enterprise of the zone judged anew before every rung (全部重评), by today's conditions; each once a day."""

from __future__ import annotations

import argparse
import json

from gaoxing.cli import django_command
from gaoxing.cli.showing import add_json, for_a_person, say, say_json

HELP = "把今天还没评过的企业全部重评 · judge every enterprise on the ladder anew"
EXAMPLE = "gaoxing judge-ladder"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Judge them, and tell how many there were, how many did not open and still wait."""
    done = json.loads(django_command.said("judge_ladder"))
    if not for_a_person(options):
        say_json(done)
        return 0
    say((f"重评了 {done['judged']:,} 家。" if done["judged"] else "今天都评过了，没有要重评的。",))
    if done["closed"]:
        say((f"{done['closed']:,} 家的数据打不开或者算不出，还是原来的结果。请运行 gaoxing doctor 看密钥，再看日志。",))
    return 0
