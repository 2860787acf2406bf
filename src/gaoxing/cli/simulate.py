"""`gaoxing simulate year`: plays a year of the zone with made-up people, in the demonstration's data folder (一年的模拟).

No message, letter or question to a register leaves the machine: whatever names a gateway is put aside for the run.
"""

from __future__ import annotations

import argparse
import os
from decimal import Decimal, InvalidOperation

from gaoxing.cli import django_command
from gaoxing.cli.demo import FOLDER
from gaoxing.cli.reading import day
from gaoxing.cli.showing import add_json, for_a_person
from gaoxing.cli.trouble import Trouble
from gaoxing.cli.waiting import Waiting
from gaoxing.engines.data_folder import data_folder

HELP = "演一年的园区，都是编的人 · play a made-up year of the zone"
EXAMPLE = "gaoxing simulate year --seed 1 --scale 0.1"
_YEAR = "演一年，最后给报告，并核对该成立的都成立 · play a year, give its report and prove what must hold"
OUTSIDE = ("SMTP", "MAIL_", "SMS_", "WECOM_", "SIGNING_", "REAL_NAME", "ENTERPRISES_", "TAX_", "LANGUAGE_MODEL_", "SCANNER")
"""What names something outside begins so behind GAOXING_."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    actions = parser.add_subparsers(title="做什么 · actions", metavar="ACTION", required=True, parser_class=type(parser))
    year = actions.add_parser("year", help=_YEAR, description=_YEAR, allow_abbrev=False)
    year.add_argument("--seed", type=int, default=1, help="种子：同一个种子演出同一年（默认 1） · the same seed plays the same year")
    year.add_argument("--scale", type=_scale, default=Decimal(1), help="规模（默认 1，就是一整个园区） · the scale")
    year.add_argument("--months", type=int, default=12, help="几个月（默认 12） · how many months")
    year.add_argument("--begins", type=day, default=None, metavar="DATE", help="从哪个月的第一天（默认 2024-01-01） · the first day")
    year.add_argument("--resume", action="store_true", help="接着演停下的那次 · go on with the run that was stopped")
    add_json(year)


def run(options: argparse.Namespace) -> int:
    """Play it and print the report; 2 where something that must hold does not."""
    if not os.environ.get("GAOXING_DATA"):
        os.environ["GAOXING_DATA"] = str(data_folder(os.environ) / FOLDER)
    os.environ["GAOXING_DEMO"] = "1"
    for name in [each for each in os.environ if each.startswith(tuple(f"GAOXING_{word}" for word in OUTSIDE))]:
        del os.environ[name]
    wanted = {"seed": options.seed, "scale": options.scale, "months": options.months, "begins": options.begins or "2024-01-01", "resume": options.resume}
    with Waiting() as waiting:
        try:
            django_command.call("simulate_year", **wanted, text=for_a_person(options), told=waiting.say)
        except SystemExit as left:
            return int(left.code or 0)
    return 0


def _scale(text: str) -> Decimal:
    """The scale. Raises Trouble for what is no number."""
    try:
        return Decimal(text)
    except InvalidOperation:
        raise Trouble(f"--scale 要写一个数，例如 0.1，看不懂“{text[:20]}”。") from None
