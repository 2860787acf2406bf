"""A model tried out before it is trusted (试听): loaded in a process of its own, for a wrong file can end the whole process, and given a made-up sound.

`python -m gaoxing.engines.speech_trial FOLDER` prints one line of JSON: `{"speed": seconds a second of sound takes}` or `{"trouble": a sentence}`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gaoxing.engines.fault import Fault
from gaoxing.speech.model import Unusable
from gaoxing.speech.offline_model import OfflineModel, load_any
from gaoxing.speech.recogniser import RATE

PATIENCE = 300
"""Seconds that loading and hearing may take."""

SECONDS = 3
CHUNK = RATE // 10
PITCH = 140
VOWELS = ((800, 1_200, 2_600), (300, 2_300, 3_000), (350, 800, 2_500))
"""Formants of a, i and u, a second of each, in hertz."""

BREADTH = 90.0
"""How broad a formant is, in hertz."""

CRASHED = "这个模型一装进引擎，引擎就崩溃了：文件坏了，或者不是能用的转写模型。请换一份；能用的模型见 docs/speech.md。"
SLOW = "试听用了 {} 秒还没有听完，这台机器带不动这个模型。请换一个小些的；能用的模型见 docs/speech.md。"


def tried(folder: Path) -> float:
    """Seconds that a second of sound takes with the model in the folder. Raises Unusable with a sentence."""
    command = [sys.executable, "-m", "gaoxing.engines.speech_trial", str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", timeout=PATIENCE, check=False)  # noqa: S603 — our own module
    except subprocess.TimeoutExpired:
        raise Unusable(SLOW.format(PATIENCE)) from None
    told = _last(done.stdout)
    if done.returncode or "speed" not in told:
        raise Unusable(str(told.get("trouble", CRASHED)))
    return float(told["speed"])


def trial(folder: Path) -> dict[str, Any]:
    """Load the model and let it hear; what came of it."""
    try:
        hear, sound = _loaded(folder), vowels()
        before = time.perf_counter()
        hear(sound)
    except (Unusable, Fault) as trouble:
        return {"trouble": str(trouble)}
    except Exception as trouble:
        return {"trouble": f"这个模型装得进来，但是听不了：{trouble}。请换一份；能用的模型见 docs/speech.md。"}
    return {"speed": round((time.perf_counter() - before) / SECONDS, 3)}


def _loaded(folder: Path) -> Callable[[bytes], object]:
    """What hears a whole sound with the model, of either sort. Raises Unusable or a Fault."""
    from gaoxing.engines.sherpa_offline import SherpaOffline
    from gaoxing.engines.sherpa_onnx import SherpaRecogniser
    from gaoxing.speech.lexicon import Lexicon

    model = load_any(folder)
    if isinstance(model, OfflineModel):
        return SherpaOffline(model).hear
    stream = SherpaRecogniser(model, Lexicon.general()).open()

    def hear(sound: bytes) -> None:
        for start in range(0, len(sound), 2 * CHUNK):
            stream.feed(sound[start : start + 2 * CHUNK])
        stream.finish()

    return hear


def vowels() -> bytes:
    """Three made-up vowels as PCM16: the harmonics of one pitch, each as loud as the formants near it let it be."""
    import numpy as np

    clock = np.arange(RATE) / RATE
    made = []
    for formants in VOWELS:
        harmonics = PITCH * np.arange(1, 4_000 // PITCH)
        apart = (harmonics[:, None] - np.array(formants)) / BREADTH
        levels = (1 / (1 + apart**2)).sum(axis=1)
        vowel = levels @ np.sin(2 * np.pi * harmonics[:, None] * clock) * np.hanning(RATE)
        made.append(0.5 * vowel / np.abs(vowel).max())
    return bytes((np.concatenate(made) * 32_767).astype("<i2").tobytes())


def _last(printed: str) -> dict[str, Any]:
    """The last line as JSON; empty where it is none."""
    try:
        told = json.loads(printed.splitlines()[-1])
    except (IndexError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print(json.dumps(trial(Path(sys.argv[1])), ensure_ascii=False))  # noqa: T201 — read by the process that asked
