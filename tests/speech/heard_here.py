"""The real model and the clips that lie beside the project, for tests that hear; they are skipped with a reason where these do not."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import soundfile

SHARED = Path(__file__).parents[3] / "shared"
MODEL = SHARED / "models" / "sherpa-onnx-kws-zipformer-wenetspeech-3.3M-2024-01-01-mobile"
CLIPS = SHARED / "audio" / "tts"

with_model = pytest.mark.skipif(not (MODEL.is_dir() and CLIPS.is_dir()), reason="the model and the clips (../shared/models, ../shared/audio) do not lie here")
"""A module that hears: `pytestmark = with_model`."""


@cache
def samples(name: str) -> Any:
    """A registration sentence as floats at 16 kHz."""
    return soundfile.read(CLIPS / f"{name}.wav", dtype="float32")[0]


@cache
def transcripts() -> dict[str, str]:
    """What is said in each of the registration sentences."""
    with (CLIPS / "transcripts.tsv").open(encoding="utf-8") as file:
        return {row["file"].removesuffix(".wav"): row["transcript"] for row in csv.DictReader(file, delimiter="\t")}


def errors(heard: str, said: str) -> float:
    """Character error rate: edits a character that was said."""
    row = list(range(len(heard) + 1))
    for place, character in enumerate(said, 1):
        before, row[0] = row[:], place
        for column, other in enumerate(heard, 1):
            row[column] = min(before[column] + 1, row[column - 1] + 1, before[column - 1] + (character != other))
    return row[-1] / max(1, len(said))
