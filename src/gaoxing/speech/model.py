"""A model's folder (语音模型): which files it has, and whether it writes characters or pinyin halves. The operator supplies it; nothing is downloaded.

Supported: streaming transducers of k2-fsa (encoder, decoder, joiner, tokens.txt), with characters or toned pinyin halves as their units.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from gaoxing.speech.syllable import INITIALS

LARGEST = 2_000_000_000
PARTS = ("encoder", "decoder", "joiner")
QUANTISED = ".int8.onnx"


class Unit(StrEnum):
    """What the model writes (建模单元)."""

    CHARACTER = "character"
    PINYIN = "pinyin"


class Unusable(ValueError):
    """The folder holds no model that can be used. `sentence` says what is missing and what to do."""

    def __init__(self, sentence: str) -> None:
        """Keep the sentence."""
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Model:
    """A usable model: its folder, its files and its unit."""

    folder: Path
    tokens: Path
    encoder: Path
    decoder: Path
    joiner: Path
    unit: Unit

    @property
    def name(self) -> str:
        """What it is called: its folder."""
        return self.folder.name

    @property
    def files(self) -> tuple[Path, ...]:
        """All that is needed."""
        return (self.tokens, self.encoder, self.decoder, self.joiner)

    @property
    def symbols(self) -> tuple[str, ...]:
        """The tokens, each at its number."""
        return read_symbols(self.tokens)

    def hashes(self) -> dict[str, str]:
        """SHA-256 of each file by its name."""
        return {path.name: digest(path) for path in self.files}


def load(folder: Path) -> Model:
    """The model in a folder; of several encoders the quantised one. Raises Unusable with a sentence."""
    if not folder.is_dir():
        raise Unusable(f"没有语音模型这个文件夹：{folder}。请先运行 gaoxing speech install 模型文件夹。")
    tokens = folder / "tokens.txt"
    found = {part: _part(folder, part) for part in PARTS}
    lacking = [*([] if tokens.is_file() else ["tokens.txt"]), *(f"{part}*.onnx" for part, path in found.items() if path is None)]
    if lacking:
        raise Unusable(f"{folder.name} 里缺 {'、'.join(lacking)}，不能用来听写。请把模型的文件都放进去；能用的模型见 docs/speech.md。")
    paths = {part: path for part, path in found.items() if path is not None}
    return Model(folder, tokens, paths["encoder"], paths["decoder"], paths["joiner"], unit_of(read_symbols(tokens)))


def read_symbols(tokens: Path) -> tuple[str, ...]:
    """The tokens of a tokens.txt, each at its number. Raises Unusable where it is no such file."""
    try:
        rows = [line.rsplit(maxsplit=1) for line in tokens.read_text(encoding="utf-8").splitlines() if line.strip()]
        numbered = {int(number): symbol for symbol, number in rows}
    except (OSError, ValueError) as trouble:
        raise Unusable(f"{tokens.name} 读不出来，不是语音模型的符号表。请重新取一份模型。") from trouble
    if not numbered or sorted(numbered) != list(range(len(numbered))):
        raise Unusable(f"{tokens.name} 的编号不连续，不是完整的符号表。请重新取一份模型。")
    return tuple(numbered[number] for number in range(len(numbered)))


def unit_of(symbols: tuple[str, ...]) -> Unit:
    """Characters where the tokens hold Chinese characters, pinyin halves where they hold initials and marked finals. Raises Unusable for neither.

    >>> unit_of(("<blk>", "zh", "ù", "ch", "à", "sh", "ì")).value
    'pinyin'
    """
    if sum("\u4e00" <= each.lstrip("▁")[:1] <= "\u9fff" for each in symbols) > len(symbols) // 4:
        return Unit.CHARACTER
    if set(INITIALS[:3]) <= set(symbols) and any(each in symbols for each in ("ù", "ì", "à")):
        return Unit.PINYIN
    raise Unusable("这个模型既不输出汉字，也不输出拼音，听不了普通话。能用的模型见 docs/speech.md。")


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal. Raises OSError where it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _part(folder: Path, part: str) -> Path | None:
    """The file of one part, quantised where there is a choice."""
    found = sorted(folder.glob(f"{part}*.onnx"), key=lambda path: (not path.name.endswith(QUANTISED), path.name))
    return next((path for path in found if 0 < path.stat().st_size < LARGEST), None)
