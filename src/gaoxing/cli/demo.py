"""`gaoxing demo`: a small simulated zone with a made-up person for every role (演示), in a data folder of its own.

DATABASE_URL puts it on a PostgreSQL; a database of an office is refused, for its key is not in that folder (office.keys).
"""

from __future__ import annotations

import argparse
import io
import os

from gaoxing.cli import django_command
from gaoxing.cli.serve import port
from gaoxing.cli.waiting import Waiting
from gaoxing.engines.data_folder import data_folder

HELP = "开一个演示：每个角色一个编出来的人 · a demonstration with made-up people"
EXAMPLE = "gaoxing demo"
FOLDER = "demo"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    parser.add_argument("--port", type=port, default=8000, help="端口（默认 8000） · the port")
    parser.add_argument("--empty", action="store_true", help="只要人，不演园区里的事 · the people alone, no simulated zone")
    parser.add_argument("--no-browser", action="store_true", help="不打开浏览器 · open no browser")


def run(options: argparse.Namespace) -> int:
    """Bring the zone to this moment, with the cast in it, and serve this machine until Ctrl-C."""
    if not os.environ.get("GAOXING_DATA"):
        os.environ["GAOXING_DATA"] = str(data_folder(os.environ) / FOLDER)
    os.environ["GAOXING_DEMO"] = "1"
    if not options.empty:
        with Waiting() as waiting:
            django_command.call("demo_life", told=waiting.say)
    django_command.call("demo_people")
    django_command.call("demo_zone")
    django_command.call("demo_clients")
    django_command.call("load_indicators", stdout=io.StringIO())
    django_command.call("serve", host="127.0.0.1", port=options.port, no_browser=options.no_browser, kiosk=False)
    return 0
