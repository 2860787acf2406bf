"""One command from its words to its exit status (命令分派): every trouble becomes a sentence, a reader who walks off is no trouble.

Set `GAOXING_TRACE=1` to see the trace behind an unforeseen trouble.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from gaoxing.cli.parser import build
from gaoxing.cli.trouble import Trouble
from gaoxing.engines.file_trouble import reason

ANSWERED, FOUND, TROUBLE, INTERRUPTED = 0, 1, 2, 130


def serve_one(arguments: Sequence[str]) -> int:
    """Run the command that `arguments` name; gives 0, 1 or 2, and 130 after Ctrl-C."""
    _speak_utf8()
    try:
        _is_heard()
        options = build().parse_args(list(arguments))
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        _close_quietly()
        return ANSWERED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as trouble:
        return _told(trouble)
    return status


def _is_heard() -> None:
    if sys.stdout is None:
        raise Trouble("标准输出是关着的，结果没有地方写。请打开它，或者写到文件里。")


def _told(trouble: Exception) -> int:
    if os.environ.get("GAOXING_TRACE"):
        raise trouble
    if sys.stderr is not None:
        print(f"gaoxing：{_sentence(trouble)}", file=sys.stderr)
    if isinstance(trouble, OSError):
        _close_quietly()
    return TROUBLE


def _sentence(trouble: Exception) -> str:
    from gaoxing.engines.fault import Fault

    if isinstance(trouble, Trouble | Fault):
        return str(trouble)
    if isinstance(trouble, ModuleNotFoundError) and not str(trouble.name).startswith("gaoxing"):
        return f"缺少组件 {trouble.name}。请运行 pip install -e '.[all]' 装全，再试一次。"
    if isinstance(trouble, OSError):
        return f"读写文件没有成功：{reason(trouble)}。请检查路径、权限和磁盘。"
    return f"程序出了没料到的错（{type(trouble).__name__}）。请设 GAOXING_TRACE=1 再运行一次，把显示的内容报给维护者。"


def _speak_utf8() -> None:
    """Chinese must come out whatever the terminal's locale is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _close_quietly() -> None:
    """Point standard output at nothing, so that the interpreter's last flush stays silent."""
    with suppress(AttributeError, io.UnsupportedOperation):
        output = sys.stdout.fileno()
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, output)
        os.close(nothing)
