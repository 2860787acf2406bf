"""Opens the office (开窗): prepares the database, says the address and serves until Ctrl-C; each minute what is due is applied (`tick`)."""

from __future__ import annotations

import ipaddress
import logging
import multiprocessing
import os
import shutil
import socket
import sys
import webbrowser
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen
from tempfile import mkdtemp
from threading import Event, Thread, Timer
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connections
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from gaoxing.engines.fault import Fault
from gaoxing.engines.speech_models import chosen
from gaoxing.speech.model import Unusable

PORT = 8000
MINUTE = 60.0
LEAVE = 10.0
"""Seconds that the speech socket has to close."""

THREADS = 4
"""Requests that a process works on at once; the readers are quick, the database writes one at a time."""

MOST_WORKERS = 16


_LOG = logging.getLogger(__name__)


class Command(BaseCommand):
    """`gaoxing serve`."""

    help = "准备数据库，打开前台，按 Ctrl-C 结束。"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Address, port, and whether a browser opens."""
        parser.add_argument("--host", default="127.0.0.1", help="监听地址")
        parser.add_argument("--port", type=int, default=PORT, help="端口")
        parser.add_argument("--workers", type=int, default=1, help="开几个进程")
        parser.add_argument("--no-browser", action="store_true", help="不打开浏览器")
        parser.add_argument("--kiosk", action="store_true", help="每台设备都按自助机开：人走即清")

    def handle(self, *, host: str, port: int, no_browser: bool, kiosk: bool = False, workers: int = 1, **options: Any) -> None:
        """Serve until stopped."""
        _require_shared(workers)
        _require_free(host, port)
        _prepare()
        if kiosk:
            os.environ["GAOXING_KIOSK"], settings.KIOSK = "1", True
        address = settings.ORIGIN or f"http://{_shown(host)}:{port}/"
        self.stdout.write(f"高兴办前台：{address}\n数据目录：{settings.DATA}\n数据库：{_database()}\n按 Ctrl-C 结束。")
        self.stdout.flush()
        if not _is_loopback(host) and not settings.ORIGIN:
            self.stderr.write("提示：别的电脑要能打开，请用 GAOXING_ORIGIN 写明网址，例如 GAOXING_ORIGIN=http://192.168.1.8:8000。")
        if not no_browser:
            _open_soon(address)
        listening = _listen_beside(host, port, self.stdout.write)
        stopped = _tick_each_minute()
        _serve(host, port, workers)
        stopped.set()
        if listening is not None:
            listening.terminate()
            listening.wait(timeout=LEAVE)
        self.stdout.write("前台已关闭。")


def _prepare() -> None:
    """The database has the newest shape and the key is the one that opens it (office.keys), or a sentence says what is wrong."""
    try:
        call_command("migrate", interactive=False, verbosity=0)
        if settings.CACHES["default"]["BACKEND"].endswith("SharedCounts"):
            call_command("createcachetable", verbosity=0)
    except Fault as fault:
        raise CommandError(fault.message) from fault
    except DatabaseError as trouble:
        raise CommandError("数据库打不开。请检查 DATABASE_URL，以及数据目录能否写入；详情请运行 gaoxing doctor。") from trouble


def _serve(host: str, port: int, workers: int) -> None:
    """One process by itself; several write their figures into one folder, which is made anew with every start.

    A worker begins as a new process, never as a fork of this one: what made papers here or holds the database (the tick) has threads that no fork has.
    """
    multiprocessing.set_start_method("spawn", force=True)
    figures = mkdtemp(prefix="gaoxing-figures-") if workers > 1 else ""
    if figures:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = figures
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gaoxing.office.settings")
    Server(
        "gaoxing.office.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        websockets=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
    ).serve()
    if figures:
        shutil.rmtree(figures, ignore_errors=True)


def _listen_beside(host: str, port: int, say: Callable[[str], object]) -> Popen[bytes] | None:
    """The speech socket in a process of its own, one port further; None where it stands elsewhere or no model is there, which is said."""
    if settings.LISTENING:
        return None
    try:
        model = chosen(os.environ)
    except (Fault, Unusable) as trouble:
        say(f"听写没有开：{trouble}")
        return None
    if model is None or not _is_free(host, port + 1):
        say("听写没有开：没有装语音模型。打字照样能办。" if model is None else f"听写没有开：{port + 1} 端口被占用了。打字照样能办。")
        return None
    os.environ["GAOXING_LISTENING"], settings.LISTENING = str(port + 1), str(port + 1)
    say(f"听写：{model.name}（{port + 1} 端口）")
    return Popen([sys.executable, "-m", "django", "hear", "--host", host, "--port", str(port + 1)])  # noqa: S603 - our own command


def _tick_each_minute() -> Event:
    """Apply what is due now and each minute, in a thread of its own, until the event that is given back is set."""
    stopped = Event()

    def run() -> None:
        while True:
            _tick()
            if stopped.wait(MINUTE):
                return

    Thread(target=run, name="tick", daemon=True).start()
    return stopped


def _tick() -> None:
    """One tick; whatever goes wrong is one line in the log, and the next one comes all the same."""
    try:
        call_command("tick", verbosity=0)
    except Exception as trouble:
        _LOG.error("the minute's tick failed: %s", type(trouble).__name__)
    finally:
        connections.close_all()


def _require_shared(workers: int) -> None:
    """Several processes that counted posts each for itself would let through several times as many."""
    if not 1 <= workers <= MOST_WORKERS:
        raise CommandError(f"--workers 要写 1 到 {MOST_WORKERS} 的整数，不能写 {workers}。")
    if workers > 1 and not settings.CACHES["default"]["BACKEND"].endswith("SharedCounts"):
        raise CommandError("几个进程要一起数提交次数，限流才管用。请先设 GAOXING_CACHE=database，再用 --workers。")


def _database() -> str:
    """Which database this is; no password."""
    told = settings.DATABASES["default"]
    if "sqlite" in told["ENGINE"]:
        return f"SQLite（{Path(told['NAME']).name}）"
    return f"PostgreSQL（{told.get('HOST') or '本机'}，{told['NAME']}）"


def _require_free(host: str, port: int) -> None:
    if not _is_free(host, port):
        raise CommandError(f"{host} 的 {port} 端口用不了（可能已被占用）。请换一个端口，例如 --port {PORT + 1}。")


def _is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError):
            return False
    return True


def _shown(host: str) -> str:
    return "127.0.0.1" if host == "0.0.0.0" else f"[{host}]" if ":" in host else host  # noqa: S104 — shown, not bound


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _open_soon(address: str) -> None:
    timer = Timer(1.0, webbrowser.open, [address])
    timer.daemon = True
    timer.start()
