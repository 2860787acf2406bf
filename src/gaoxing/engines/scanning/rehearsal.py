"""Scanners for rehearsals (演练): one knows the test file of the scanners' makers (EICAR) alone; its twin always fails."""

from __future__ import annotations

from gaoxing.engines.fault import Fault
from gaoxing.engines.scanning.scanner import Verdict

EICAR = b"EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE"
"""What every scanner takes for a virus and is none; written in two parts so that no scanner takes this file for one."""

OUTAGE = "查毒服务没有答复，文件先存着，查过以后才给工作人员打开。请管理员看看查毒服务是不是停了。"


class RehearsalScanner:
    """Finds the makers' test file and nothing else."""

    def scan(self, content: bytes) -> Verdict:
        """Infected where the test file's words stand in it."""
        return Verdict("EICAR-Test-File" if EICAR in content else "")


class FailingScanner:
    """Never answers."""

    def scan(self, content: bytes) -> Verdict:
        """Raise the Fault of an outage."""
        raise Fault(OUTAGE, permanent=False)
