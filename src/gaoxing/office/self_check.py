"""What the office's look-overs share (体检): a check answers whether all is well and a sentence; one line of JSON each, status 1 where one fails."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any, ClassVar

from django.core.management.base import BaseCommand

from gaoxing.engines.fault import Fault

Told = tuple[bool, str]
Checks = tuple[tuple[str, Callable[[], Told]], ...]


class SelfCheck(BaseCommand):
    """A command that makes its `checks`, a line of JSON each. What `expected` names is told as `trouble`, a Fault in its own words."""

    checks: ClassVar[Checks] = ()
    expected: ClassVar[tuple[type[Exception], ...]] = (Exception,)
    trouble: ClassVar[str] = "{}"
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Print a line a check."""
        told = [(name, *self._guarded(check)) for name, check in self.checks]
        for name, ok, message in told:
            self.stdout.write(json.dumps({"check": name, "ok": ok, "message": message}, ensure_ascii=False))
        if not all(ok for _, ok, _ in told):
            sys.exit(1)

    def _guarded(self, check: Callable[[], Told]) -> Told:
        try:
            return check()
        except Fault as fault:
            return False, fault.message
        except self.expected as trouble:
            return False, self.trouble.format(type(trouble).__name__)
