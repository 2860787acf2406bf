"""The folder of a model that hears whole sentences (整句模型): it does not follow speech, but may hear each finished turn again (第二遍).

Supported: sense-voice and paraformer of k2-fsa, `model*.onnx` and tokens.txt. Which of them it is stands in the labels of the ONNX file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from gaoxing.speech.model import LARGEST, PARTS, QUANTISED, Model, Unit, Unusable, digest, load
from gaoxing.speech.onnx_labels import labels

FEWEST = 2_000
"""Chinese characters that a table of tokens has at least: sense-voice writes five languages, so that they are not the greater part of it."""


class Kind(StrEnum):
    """What the ONNX file calls itself (model_type)."""

    SENSE_VOICE = "sense_voice_ctc"
    PARAFORMER = "paraformer"


@dataclass(frozen=True)
class OfflineModel:
    """A usable model for the second pass: its folder, its files and its kind."""

    folder: Path
    tokens: Path
    weights: Path
    kind: Kind
    unit: Unit = Unit.CHARACTER

    @property
    def name(self) -> str:
        """What it is called: its folder."""
        return self.folder.name

    @property
    def files(self) -> tuple[Path, ...]:
        """All that is needed."""
        return (self.tokens, self.weights)

    def hashes(self) -> dict[str, str]:
        """SHA-256 of each file by its name."""
        return {path.name: digest(path) for path in self.files}


def is_offline(folder: Path) -> bool:
    """Whether the folder looks like a model for whole sentences: one ONNX file called model, and none of the parts of a streaming one."""
    return bool(_weights(folder)) and not any(any(folder.glob(f"{part}*.onnx")) for part in PARTS)


def load_any(folder: Path) -> Model | OfflineModel:
    """The model in a folder, of either sort. Raises Unusable with a sentence."""
    return load_offline(folder) if is_offline(folder) else load(folder)


def load_offline(folder: Path) -> OfflineModel:
    """The model for whole sentences in a folder; of several files the quantised one. Raises Unusable with a sentence, OSError where a file cannot be read."""
    weights, tokens = _weights(folder), folder / "tokens.txt"
    if not weights or not tokens.is_file():
        lacking = [*([] if tokens.is_file() else ["tokens.txt"]), *([] if weights else ["model*.onnx"])]
        raise Unusable(f"{folder.name} 里缺 {'、'.join(lacking)}，不能做第二遍。请把模型的文件都放进去；能用的模型见 docs/speech.md。")
    called = labels(weights[0]).get("model_type", "")
    if called not in tuple(Kind):
        told = f"写的是 {called[:40]}" if called else "没有写是哪一种"
        raise Unusable(f"{folder.name} 的 {weights[0].name} 里{told}：第二遍只用 sense-voice 和 paraformer。请换一份；能用的模型见 docs/speech.md。")
    if _characters(tokens) < FEWEST:
        raise Unusable(f"{folder.name} 的 tokens.txt 里没有多少汉字，听不了普通话。能用的模型见 docs/speech.md。")
    return OfflineModel(folder, tokens, weights[0], Kind(called))


def _weights(folder: Path) -> list[Path]:
    """The files that may be it, quantised ones first."""
    found = sorted(folder.glob("model*.onnx"), key=lambda path: (not path.name.endswith(QUANTISED), path.name))
    return [path for path in found if 0 < path.stat().st_size < LARGEST]


def _characters(tokens: Path) -> int:
    """How many tokens are one Chinese character. Read leniently: these tables hold blanks of many scripts."""
    rows = tokens.read_bytes().decode("utf-8", "replace").split("\n")
    return sum("\u4e00" <= row.lstrip("▁")[:1] <= "\u9fff" for row in rows)
