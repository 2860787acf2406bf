"""Which scanner the operator set (GAOXING_SCANNER): `unix:` and a path, `tcp:` and host:port, `rehearsal`, `none`, or nothing.

Nothing set means that nobody decided yet: files wait. `none` is the operator's word that this office works without a scanner, which pages say.

>>> chosen("tcp:127.0.0.1:3310")
Clamd(path='', host='127.0.0.1', port=3310, seconds=30.0)
>>> chosen("none") is None
True
"""

from __future__ import annotations

from collections.abc import Callable

from gaoxing.engines.fault import Fault
from gaoxing.engines.scanning.clamd import Clamd
from gaoxing.engines.scanning.rehearsal import FailingScanner, RehearsalScanner
from gaoxing.engines.scanning.scanner import Scanner, Verdict

SETTING = "GAOXING_SCANNER"
WITHOUT = "none"
"""The operator's word that files are not scanned here."""

NOT_SET = f"还没有配置查毒，文件先存着，查过以后才给工作人员打开。请管理员设置 {SETTING}。"
_MOST_PORT = 65535


class UnsetScanner:
    """Stands where the operator set none: everything waits."""

    def scan(self, content: bytes) -> Verdict:
        """Raise a Fault that names the setting."""
        raise Fault(NOT_SET, permanent=False)


def chosen(written: str) -> Scanner | None:
    """The scanner that was set; None where the operator works without one. Raises a permanent Fault for what is none of the ways to write it."""
    kind, _, rest = written.strip().partition(":")
    if (kind, rest) == (WITHOUT, ""):
        return None
    plain: dict[str, Callable[[], Scanner]] = {"": UnsetScanner, "rehearsal": RehearsalScanner, "failing": FailingScanner}
    if not rest and kind in plain:
        return plain[kind]()
    if kind == "unix" and rest.startswith("/"):
        return Clamd(path=rest)
    host, _, port = rest.rpartition(":")
    if kind == "tcp" and host and port.isascii() and port.isdecimal() and 0 < int(port) <= _MOST_PORT:
        return Clamd(host=host.strip("[]"), port=int(port))
    raise Fault(f"{SETTING} 要写成 unix:路径、tcp:主机:端口 或 none（不查毒），现在写的看不懂。", permanent=True)
