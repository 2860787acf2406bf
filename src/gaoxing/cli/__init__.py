"""Counter for terminals (命令行窗口): `gaoxing recognise | fill | check | print | matters | rules | licences | listen | speech | names | try | serve | doctor`.

Exit status 0: answered; 1: `check` found something; 2: trouble, told in one sentence on standard error.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status. `arguments` default to the process's own."""
    from gaoxing.cli.counter import serve_one

    return serve_one(sys.argv[1:] if arguments is None else arguments)
