"""The first page of a PDF that somebody sent (PDF 首页), drawn in a process of its own with little memory and time: a broken file breaks nothing.

The process is this module run: a PDF on its standard input, a line of JSON and a JPEG on its output.
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass

from gaoxing.engines.photograph import PREVIEW, Trouble, Unreadable, jpeg

PDF = "application/pdf"
MOST_PAGES = 200
SECONDS = 15.0

_MEMORY = 1_500_000_000
_POINTS = 72
_SCALE = 150 / _POINTS
_TOLD = {"locked": Trouble.PDF_LOCKED, "long": Trouble.PDF_LONG}


@dataclass(frozen=True)
class FirstPage:
    """How many pages a PDF has, and its first one as a JPEG."""

    pages: int
    preview: bytes


def first_page(content: bytes) -> FirstPage:
    """Draw the first page. Raises Unreadable for what is no PDF, has a password, or has too many pages."""
    command = [sys.executable, "-m", "gaoxing.engines.pdf_page"]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - our own module
    except subprocess.TimeoutExpired:
        raise Unreadable(Trouble.PDF_BROKEN) from None
    line, _, picture = done.stdout.partition(b"\n")
    if done.returncode or not picture:
        raise Unreadable(_TOLD.get(line.decode("ascii", "replace"), Trouble.PDF_BROKEN))
    return FirstPage(int(json.loads(line)["pages"]), picture)


def _limit() -> None:
    """Memory and processor time of this process; not to be had on every system."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (int(SECONDS), int(SECONDS)))


def _draw(content: bytes) -> tuple[str, bytes]:
    """The line and the picture; the picture empty where there is none."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as trouble:
        return ("locked" if "password" in str(trouble).lower() else "broken"), b""
    if not 0 < len(document) <= MOST_PAGES:
        return ("long" if len(document) else "broken"), b""
    page = document[0]
    longest = max(*page.get_size(), 1.0)
    image = page.render(scale=min(_SCALE, PREVIEW / longest)).to_pil()
    return json.dumps({"pages": len(document)}), jpeg(image)


def main() -> int:
    """Read, draw, write; 0 where there is a picture."""
    _limit()
    line, picture = _draw(sys.stdin.buffer.read())
    sys.stdout.buffer.write(line.encode("ascii") + b"\n" + picture)
    return 0 if picture else 1


if __name__ == "__main__":
    sys.exit(main())
