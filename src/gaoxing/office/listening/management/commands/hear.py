"""Opens the speech socket (开听写口). `serve` starts it beside the office; where it stands alone, point GAOXING_LISTENING at it."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

PORT = 8001


class Command(BaseCommand):
    """`python -m django hear`."""

    help = "打开听写口，按 Ctrl-C 结束。"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Address and port."""
        parser.add_argument("--host", default="127.0.0.1", help="监听地址")
        parser.add_argument("--port", type=int, default=PORT, help="端口")

    def handle(self, *, host: str, port: int, **options: Any) -> None:
        """Serve until stopped. One process: the model is in memory once."""
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gaoxing.office.settings")
        Server(
            "gaoxing.office.listening.asgi:application",
            address=host,
            port=port,
            interface=Interfaces.ASGINL,
            workers=1,
            websockets=True,
            log_level=LogLevels.warning,
            respawn_failed_workers=True,
        ).serve()
