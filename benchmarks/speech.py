"""How well and how fast speech is heard: character error beside a plain converter, the form from sound beside the form from text, speed, memory.

No setting is chosen on the clips or the worked cases: what is misheard is counted (tools/count_misheard.py) and what another hearing counts is set
(speech/hearings.py) on our own sentences. Older weights of sounds (speech/decoding.py, engines/sherpa_onnx.py) were set on the even-numbered clips, so
halves are told apart. Model, clips, test voice and worked cases lie beside the checkout (../shared). The plain converter is jieba's word frequencies and
pypinyin with Viterbi over exact toneless syllables and without hotwords, in the same run where both are installed.

Run: `python benchmarks/speech.py [--cases 60] [--seconds 20]`.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import json
import math
import os
import re
import resource
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import soundfile

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
sys.path[:0] = [str(ROOT), str(SHARED / "contract")]

from gaoxing.engines import sherpa_onnx as engine  # noqa: E402
from gaoxing.engines.audio import pcm16  # noqa: E402
from gaoxing.engines.speech_listener import HEARINGS, hearings  # noqa: E402
from gaoxing.facts.spoken_words import listened_for  # noqa: E402
from gaoxing.intake import awaited, contract_form, lexicon, receive  # noqa: E402
from gaoxing.speech.decoding import Sound  # noqa: E402
from gaoxing.speech.expected import Expected  # noqa: E402
from gaoxing.speech.lexicon import Lexicon  # noqa: E402
from gaoxing.speech.model import load  # noqa: E402
from gaoxing.speech.recogniser import RATE  # noqa: E402
from gaoxing.speech.syllable import grouped  # noqa: E402
from gaoxing.speech.transcript import Transcript, Turn  # noqa: E402
from tests.speech.voice import HALL, QUIET, Voice, as_spoken  # noqa: E402

MODEL = SHARED / "models" / "sherpa-onnx-kws-zipformer-wenetspeech-3.3M-2024-01-01-mobile"
ON = date(2026, 11, 24)
TENTH = RATE // 10
HUM = ("嗯", "恩")
"""The hum, for which the voice has no recording, as the syllable nearest to it."""

HAN = re.compile("[^\\u4e00-\\u9fff]")
PROPER = ("云启", "张伟", "李娜", "王建国", "蒋友伯", "周望军", "朱丽楠", "文森特卡索", "达摩院", "富士康", "肯德基", "滨海新区", "广州市", "印度")
"""Names in the clips: without them the error is counted anew."""


def edits(heard: str, said: str) -> list[tuple[str, str]]:
    """The cheapest alignment: pairs of what was said and what was heard, empty where one is missing."""
    rows = [[(column, (0, column - 1)) for column in range(len(heard) + 1)]]
    for place, character in enumerate(said, 1):
        row = [(place, (place - 1, 0))]
        for column, other in enumerate(heard, 1):
            ways = ((rows[-1][column - 1][0] + (character != other), (place - 1, column - 1)), (rows[-1][column][0] + 1, (place - 1, column)))
            row.append(min(*ways, (row[-1][0] + 1, (place, column - 1))))
        rows.append(row)
    place, column, found = len(said), len(heard), []
    while place or column:
        before = rows[place][column][1]
        found.append((said[before[0] : place], heard[before[1] : column]))
        place, column = before
    return found[::-1]


def errors(heard: str, said: str, names: Sequence[str] = ()) -> tuple[int, int]:
    """Wrong characters and all that were said; those of names are left out."""
    inside = {place for name in names for found in re.finditer(name, said) for place in range(found.start(), found.end())}
    wrong = total = at = 0
    for meant, written in edits(heard, said):
        if at not in inside:
            wrong, total = wrong + (meant != written), total + len(meant)
        at += len(meant)
    return wrong, total


def rate(pairs: Iterable[tuple[int, int]]) -> float:
    wrong, total = map(sum, zip(*pairs, strict=True))
    return wrong / max(1, total)


def clips(folder: Path) -> dict[str, tuple[str, bytes]]:
    with (folder / "transcripts.tsv").open(encoding="utf-8") as file:
        rows = sorted(csv.DictReader(file, delimiter="\t"), key=lambda row: row["file"])
    return {row["file"]: (row["transcript"], pcm16(soundfile.read(folder / row["file"], dtype="float32")[0])) for row in rows}


@cache
def recogniser() -> engine.SherpaRecogniser:
    return engine.SherpaRecogniser(load(MODEL), lexicon(), listened_for(), hearings=hearings(os.environ))


def hear(sound: bytes, expected: Expected = Expected.ANYTHING) -> Turn:
    """A whole recording as a turn, with the other ways to write it where it is one segment."""
    stream = recogniser().open(expected)
    chunks = (sound[start : start + 2 * TENTH] for start in range(0, len(sound), 2 * TENTH))
    segments = [each for each in (*(each for chunk in chunks for each in stream.feed(chunk)), *stream.finish()) if each.settled]
    return Turn("，".join(each.text for each in segments), alternatives=segments[0].alternatives if len(segments) == 1 else ())


def plain() -> Lexicon | None:
    """jieba's words as pypinyin reads them: the general table is made of exactly these; None where the packages are absent."""
    return Lexicon.general() if all(map(importlib.util.find_spec, ("jieba", "pypinyin"))) else None


def plainly(sounds: Sequence[Sound], words: dict[str, list[tuple[float, str]]]) -> str:
    """Viterbi over exact toneless syllables."""
    bases = [each.syllable.base for each in sounds]
    best: list[tuple[float, str]] = [(0.0, ""), *[(math.inf, "")] * len(bases)]
    for end in range(1, len(bases) + 1):
        for start in range(max(0, end - 6), end):
            for cost, text in words.get(".".join(bases[start:end]), [(20.0, "？")] if end - start == 1 else []):
                best[end] = min(best[end], (best[start][0] + cost, best[start][1] + text))
    return best[-1][1]


@cache
def plain_words() -> dict[str, list[tuple[float, str]]]:
    import jieba
    from pypinyin import lazy_pinyin

    jieba.setLogLevel(40)
    jieba.initialize()
    found: dict[str, list[tuple[float, str]]] = {}
    for word, count in jieba.dt.FREQ.items():
        if count and len(word) <= 6 and not HAN.search(word):
            found.setdefault(".".join(each.replace("v", "ü") for each in lazy_pinyin(word)), []).append((-math.log(count / jieba.dt.total), word))
    return {key: sorted(each)[:1] for key, each in found.items()}


def sounds_of(sound: bytes) -> list[Sound]:
    """What the engine hears, without hotwords, before it is written."""
    stream = bare().open()
    found: list[Sound] = []
    said = stream._said

    def kept(tokens: Sequence[str], chances: Sequence[float], times: Sequence[float], **_: object) -> tuple[str, ...]:
        parts = [bare().code.back(each.strip()) for each in tokens]
        found.extend(Sound(syllable, math.exp(min(chances[first:last], default=0.0))) for syllable, first, last in grouped(parts))
        return ()

    stream._written = kept  # type: ignore[method-assign]
    stream._said = lambda *, settled: said(settled=True) if settled else ()  # type: ignore[method-assign]
    for start in range(0, len(sound), 2 * TENTH):
        stream.feed(sound[start : start + 2 * TENTH])
    stream.finish()
    return found


@cache
def bare() -> engine.SherpaRecogniser:
    return engine.SherpaRecogniser(load(MODEL), lexicon())


def characters() -> None:
    print("character error            even (chosen on)   odd (reported)   all    all without names   plain converter, all")
    for name, folder in (("real clips", SHARED / "audio"), ("registration sentences", SHARED / "audio" / "tts")):
        told = list(clips(folder).values())
        heard = [(hear(sound).said.replace("，", ""), said) for said, sound in told]
        pairs = [errors(*each) for each in heard]
        nameless = rate(errors(text, said, PROPER) for text, said in heard)
        beside = "not installed"
        if plain() is not None:
            beside = f"{rate(errors(plainly(sounds_of(sound), plain_words()), said) for said, sound in told):.3f}"
        print(f"{name:24} {rate(pairs[::2]):12.3f} {rate(pairs[1::2]):16.3f} {rate(pairs):12.3f} {nameless:12.3f} {beside:>18}")


def cases(count: int) -> None:
    told = [json.loads(line) for line in (SHARED / "contract" / "cases.jsonl").read_text(encoding="utf-8").splitlines()]
    spoken = [case for case in told if not re.search("[A-Za-z]", "".join(turn["said"] for turn in case["turns"]))][:count]
    typed = [(case["form"], answer([Turn(turn["said"], turn.get("asked")) for turn in case["turns"]])) for case in spoken]
    print(f"\n{len(spoken)} worked cases        half             form F1   precision   by sound   character error")
    show("from text", typed, [])
    for name, noise in (("quiet (noise 0.0003)", QUIET), ("hall (noise 0.01)", HALL)):
        wrong: list[tuple[int, int]] = []
        heard = [(case["form"], said(case, noise, wrong)) for case in spoken]
        show(name, heard, wrong)


def show(name: str, pairs: list[tuple[Any, Any]], wrong: list[tuple[int, int]]) -> None:
    for half, part in (("even (chosen on)", slice(0, None, 2)), ("odd (reported)", slice(1, None, 2)), ("all", slice(None))):
        error = f"{rate(wrong[part]):.3f}" if wrong else ""
        (precise, _, both), (*_, sounding) = score(pairs[part]), score(pairs[part], by_sound=True)
        print(f"{name:24} {half:18} {both:.3f}     {precise:.3f}       {sounding:.3f}      {error}", flush=True)


def said(case: dict[str, Any], noise: float, wrong: list[tuple[int, int]]) -> Any:
    """The form of a case that the test voice speaks, each turn heard with the slot that its question opens."""
    voice, turns = speaker(), list[Turn]()
    count = [0, 0]
    for seed, turn in enumerate(case["turns"]):
        heard = hear(voice.pcm16(turn["said"].replace(*HUM), noise=noise, seed=seed), slot(turns, turn.get("asked")))
        turns.append(Turn(heard.said, turn.get("asked"), heard.alternatives))
        each = errors(HAN.sub("", heard.said), HAN.sub("", as_spoken(turn["said"])))
        count = [count[0] + each[0], count[1] + each[1]]
    wrong.append((count[0], count[1]))
    return answer(turns)


@cache
def speaker() -> Voice:
    return Voice(SHARED / "models-tts" / "ekho-yali" / "syllables.zip")


def slot(turns: Sequence[Turn], asked: str | None) -> Expected:
    taken = receive(Transcript(tuple(turns)), on=ON) if asked else None
    return awaited(taken.matter.id, asked) if taken and taken.matter and asked else Expected.ANYTHING


def answer(turns: Sequence[Turn]) -> Any:
    form = receive(Transcript(tuple(turns)), on=ON).form
    return contract_form(form) if form else {}


def score(pairs: Iterable[tuple[Any, Any]], *, by_sound: bool = False) -> tuple[float, float, float]:
    """Precision, recall and F1 of the leaves, as the contract's scorer counts them."""
    import score as scorer
    from pypinyin import lazy_pinyin

    scorer.sounded = (lambda text: " ".join(lazy_pinyin(text))) if by_sound else str
    total: Counter[str] = Counter()
    for wanted, got in pairs:
        gold, found = scorer.leaves(wanted), scorer.leaves(got)
        total.update(hit=(gold & found).total(), gold=gold.total(), found=found.total())
    precision, recall, both = scorer.f1(total["hit"], total["gold"], total["found"])
    return float(precision), float(recall), float(both)


def speed(seconds: int) -> None:
    sound = b"".join(each for _, each in clips(SHARED / "audio" / "tts").values())[: 2 * RATE * seconds]
    stream, begun, wall = recogniser().open(), time.process_time(), time.perf_counter()
    first, partials = 0.0, 0
    for start in range(0, len(sound), 2 * TENTH):
        found = stream.feed(sound[start : start + 2 * TENTH])
        partials += len(found)
        first = first or (start / 2 + TENTH) / RATE + time.perf_counter() - wall if found else first
        wall = time.perf_counter()
    stream.finish()
    print(f"\none speaker: real-time factor {(time.process_time() - begun) / (len(sound) / 2 / RATE):.3f} of a core, a partial each 100 ms; ", end="")
    print(f"first partial {first:.2f} s after the sound begins (the clip's own silence included)")


def together(speakers: int, seconds: int) -> None:
    sound = b"".join(each for _, each in clips(SHARED / "audio" / "tts").values())
    streams = [recogniser().open() for _ in range(speakers)]
    begun = time.perf_counter()

    def speak(number: int) -> list[float]:
        late = []
        for tick in range(seconds * 10):
            due = begun + (tick + 1) / 10 + number / 80
            time.sleep(max(0.0, due - time.perf_counter()))
            start = 2 * TENTH * (tick + 37 * number) % (len(sound) - 2 * TENTH) // 2 * 2
            streams[number].feed(sound[start : start + 2 * TENTH])
            late.append((time.perf_counter() - due) * 1000)
        return late

    before = memory()
    with ThreadPoolExecutor(speakers) as pool:
        late = sorted(each for found in pool.map(speak, range(speakers)) for each in found)
    cuts = statistics.quantiles(late, n=100)
    print(f"{speakers} speakers at once: a chunk of 100 ms is read p50 {cuts[49]:.0f}, p95 {cuts[94]:.0f}, p99 {cuts[98]:.0f} ms after it was said; ", end="")
    print(f"{(memory() - before) / speakers:.1f} MB a speaker")


def memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def timed(name: str, act: Callable[[], object]) -> None:
    begun, before = time.perf_counter(), memory()
    act()
    print(f"{name}: {time.perf_counter() - begun:.2f} s, {memory() - before:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--cases", type=int, default=60)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--hearings", default="1", help="how often a finished turn is heard, 1 to 4")
    options = parser.parse_args()
    os.environ[HEARINGS] = options.hearings
    timed("lexicon", lexicon)
    timed("recogniser with its lexicon", recogniser)
    speed(options.seconds)
    together(8, options.seconds)
    print()
    characters()
    cases(options.cases)


if __name__ == "__main__":
    if not MODEL.is_dir():
        sys.exit("The model, the clips and the voice (../shared) do not lie here.")
    main()
