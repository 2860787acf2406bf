"""A folder with the files of a model, which no engine could load: for what only looks at files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

PINYIN = ("<blk>", "zh", "ch", "sh", "à", "ù")
CHARACTERS = ("<blk>", "我", "想", "开", "公", "司")
PARTS = ("encoder-1.onnx", "decoder-1.onnx", "joiner-1.onnx")


def make(folder: Path, tokens: Iterable[str] = PINYIN) -> Path:
    """Make the folder and give it back."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tokens.txt").write_text("".join(f"{each} {number}\n" for number, each in enumerate(tokens)), encoding="utf-8")
    for part in PARTS:
        (folder / part).write_text(part[0])
    return folder
