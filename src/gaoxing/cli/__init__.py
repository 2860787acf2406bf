"""Counter for terminals (命令行窗口): `gaoxing --help` lists its commands (`parser.COMMANDS`).

Exit status 0: answered; 1: something was found by what checks (`check`, `names check`, `try`, `audit verify` …); 2: trouble, told in one sentence on
standard error.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status. `arguments` default to the process's own."""
    from gaoxing.cli.counter import serve_one

    return serve_one(sys.argv[1:] if arguments is None else arguments)
