"""The recogniser sherpa-onnx (语音识别引擎) behind the speech Protocol: streaming transducers, of characters or of pinyin halves.

One model serves many streams; each stream is decoded alone (small models allow no batches). Every file is looked for before the engine is built, which
would end the whole process for a missing one. Settings were chosen on one half of the clips, see benchmarks/speech.py.
"""

from __future__ import annotations

import math
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from gaoxing.engines.fault import Fault
from gaoxing.engines.long_turn import Tokens, cut, is_due, is_long
from gaoxing.speech.decoding import Reading, Sound, decode
from gaoxing.speech.expected import Expected
from gaoxing.speech.hearings import together
from gaoxing.speech.hotwords import Code
from gaoxing.speech.lexicon import Lexicon
from gaoxing.speech.model import Model, Unit
from gaoxing.speech.recogniser import RATE, Segment
from gaoxing.speech.repair import repaired
from gaoxing.speech.syllable import grouped

if TYPE_CHECKING:
    from gaoxing.engines.rehearing import Rehearing
    from gaoxing.engines.voicing import Track

PATHS = 8
"""Hypotheses kept while decoding (modified beam search)."""

BLANK_PENALTY = 1.0
HOTWORDS_SCORE = 0.6
PAUSE = 1.0
"""Seconds of silence that settle a segment."""

TAIL = 0.5
"""Seconds of near-silence that flush the last word."""

HISS = 3e-4
"""Level of the noise laid under what is more silent, and of that tail: digital silence, as noise gates make it, breeds ghost syllables."""

BEFORE, BEHIND = 0.6, 0.45
"""Seconds around the syllables of a turn that are heard again with them."""

FEW, DOUBTFUL = 4, 0.16
"""Halves of a ghost at most, and their mean probability below which they are one: short answers of the test voice have 0.18 and more, tones 0.04 to 0.13."""

VOICED, BREATHED = 0.18, 0.5
"""A syllable less voiced than this and less probable than that was bred by noise (engines/voicing.py). Whoever whispers is surer."""

STEADY = 1.25
"""A segment whose colour changes less for half a second and more (engines/voicing.py) is a tone, however sure: tones with vibrato have 1.02 to 1.18, each
segment of the clips in ../shared/audio 2.4 or more."""

BESIDE = 0.5
"""Seconds around a segment in which its colour is looked at."""

AROUND = (-0.1, 0.3)
"""Seconds around the tokens of a syllable in which its voice is."""

ENDLESS = 1e6
BEST = 5
BYTE = re.compile(r"<0x([0-9A-F]{2})>")


class SherpaRecogniser:
    """One model in memory. Safe to share between threads; a stream is not."""

    def __init__(self, model: Model, lexicon: Lexicon, hotwords: Iterable[str] = (), *, hearings: int = 1) -> None:
        """Load the model; `hearings` is how often it hears a finished turn. Raises a permanent Fault where the engine or a file is missing or unusable."""
        self.model, self.lexicon, self.hearings = model, lexicon, hearings
        self.code = Code(model.symbols)
        self.numpy = imported("numpy")
        self._engine = _engine(model, self.code, lexicon, tuple(hotwords))
        self.one_at_a_time = Lock()

    @property
    def about(self) -> Mapping[str, str]:
        """Engine, model and unit."""
        return {"engine": "sherpa-onnx", "model": self.model.name, "unit": str(self.model.unit)}

    def open(self, expected: Expected = Expected.ANYTHING) -> SherpaStream:
        """A stream for one speaker."""
        from gaoxing.engines.rehearing import Rehearing
        from gaoxing.engines.voicing import Track

        return SherpaStream(self, self._engine, expected, Track(), Rehearing(self._engine, self.one_at_a_time, self.hearings))


class SherpaStream:
    """One speaker's sound on its way to words."""

    def __init__(self, recogniser: SherpaRecogniser, engine: Any, expected: Expected, track: Track, rehearing: Rehearing) -> None:
        """Begin at the first sample."""
        self._rehearing = rehearing
        self._recogniser, self._engine, self._expected, self._track = recogniser, engine, expected, track
        self._stream = engine.create_stream()
        self._hiss = recogniser.numpy.random.default_rng(0)
        self._heard = 0
        self._begun = 0.0
        self._carried = Tokens()
        """What was written before the engine forgot it and is no settled segment yet."""
        self._settled = 0.0
        """Seconds up to which words are settled, where that is inside a long turn."""
        self._partial: tuple[tuple[Any, ...], str] = (), ""
        self._heard_again = 0.0
        """Seconds up to which turns were heard again."""

    def feed(self, samples: bytes) -> tuple[Segment, ...]:
        """Hear more: PCM16. The segment that a pause settled, then the one being said; raises ValueError for half a sample."""
        if len(samples) % 2:
            raise ValueError("half a sample")
        self._hear(self._recogniser.numpy.frombuffer(samples, dtype="<i2").astype("float32") / 32768)
        if self._is_over():
            found = self._said(settled=True)
            self._forget(Tokens())
            return found
        said = self._carried + self._fresh()
        self._relieve(said)
        return self._cut(said) if is_long(said, self._heard / RATE) else self._said(settled=False)

    def finish(self) -> tuple[Segment, ...]:
        """Flush the last word with half a second of hiss."""
        self._hear(self._recogniser.numpy.zeros(int(TAIL * RATE), dtype="float32"))
        self._stream.input_finished()
        self._decode()
        return self._said(settled=True)

    def _hear(self, samples: Any) -> None:
        if abs(samples).max(initial=0.0) < HISS:
            samples = samples + HISS * self._hiss.standard_normal(len(samples), dtype="float32")
        self._stream.accept_waveform(RATE, samples)
        self._track.feed(samples)
        self._rehearing.feed(samples)
        self._heard += len(samples)
        self._decode()

    def _decode(self) -> None:
        with self._recogniser.one_at_a_time:
            while self._engine.is_ready(self._stream):
                self._engine.decode_stream(self._stream)

    def _is_over(self) -> bool:
        """Whether a pause settles what was said."""
        if self._engine.is_endpoint(self._stream):
            return True
        return bool(self._carried) and not self._engine.tokens(self._stream) and self._heard / RATE - self._begun > PAUSE

    def _forget(self, carried: Tokens) -> None:
        """Let the engine begin to write anew; its ear goes on."""
        self._engine.reset(self._stream)
        self._begun, self._carried = self._heard / RATE, carried

    def _relieve(self, said: Tokens) -> None:
        """Let the engine forget what it has carried along for minutes, where a syllable is closed; we keep it."""
        if said and is_due(self._begun, said.times[-1], self._heard / RATE) and self._ends(said)[-1:] == [len(said)]:
            self._forget(said)

    def _cut(self, said: Tokens) -> tuple[Segment, ...]:
        """Settle the first part of a long turn; the rest is still being said."""
        place, when = cut(said, self._ends(said, words=True), self._track)
        rest = said[place:]
        self._settled = (said.times[place - 1] + rest.times[0]) / 2 if rest else when
        self._carried = self._carried.since(self._settled)
        return (*self._segment(said[:place], settled=True, end=when), *self._segment(rest, settled=False))

    def _fresh(self) -> Tokens:
        """What the engine wrote since it last forgot."""
        result = self._engine.get_result_all(self._stream)
        times = [self._begun + float(each) for each in result.timestamps] or [self._begun] * len(result.tokens)
        return Tokens(tuple(result.tokens), tuple(map(float, result.ys_probs)), tuple(times)).since(self._settled)

    def _said(self, *, settled: bool) -> tuple[Segment, ...]:
        return self._segment(self._carried + self._fresh(), settled=settled)

    def _segment(self, tokens: Tokens, *, settled: bool, end: float | None = None) -> tuple[Segment, ...]:
        tokens = self._voiced(tokens)
        if not tokens or (self._recogniser.model.unit is Unit.PINYIN and is_ghost(tokens.chances)):
            return ()
        if self._track.change(tokens.times[0] - BESIDE, tokens.times[-1] + BESIDE) < STEADY:
            return ()
        texts = self._written(tokens.symbols, tokens.chances, tokens.times, settled=settled, end=end)
        last = min(tokens.times[-1] + 0.3, self._heard / RATE)
        return (Segment(texts[0], tokens.times[0], last if end is None else end, texts[1:], settled),) if texts and texts[0] else ()

    def _voiced(self, tokens: Tokens) -> Tokens:
        """Without the syllables that noise bred."""
        kept: list[int] = []
        for first, last in self._units(tokens):
            sure = min(tokens.chances[first:last], default=0.0)
            if sure > math.log(BREATHED) or self._track.voiced(tokens.times[first] + AROUND[0], tokens.times[last - 1] + AROUND[1]) >= VOICED:
                kept.extend(range(first, last))
        return tokens.only(kept)

    def _units(self, tokens: Tokens) -> list[tuple[int, int]]:
        """The first and the past-the-end place of each syllable or character."""
        if self._recogniser.model.unit is Unit.CHARACTER:
            return [(place, place + 1) for place in range(len(tokens))]
        return [(first, last) for _, first, last in grouped([self._recogniser.code.back(each.strip()) for each in tokens.symbols])]

    def _ends(self, tokens: Tokens, *, words: bool = False) -> list[int]:
        """Places behind a whole syllable or character, or only those where a word ends."""
        units = self._units(tokens)
        if not words or not units:
            return [last for _, last in units]
        if self._recogniser.model.unit is Unit.CHARACTER:
            text, known = [characters([each]) for each in tokens.symbols], self._recogniser.lexicon.knows
            return [last for _, last in units if not any(known("".join(text[max(0, last - left) : last + 1])) for left in (1, 2, 3))]
        return [units[end - 1][1] for _, end in self._decoded(tokens.symbols, tokens.chances, tokens.times, best=1)[0].words]

    def _written(self, tokens: Sequence[str], chances: Sequence[float], times: Sequence[float], *, settled: bool, end: float | None = None) -> tuple[str, ...]:
        """The likeliest text and, once it is settled, others."""
        if self._recogniser.model.unit is Unit.CHARACTER:
            return (repaired(characters(tokens), self._recogniser.lexicon, self._expected),)
        if not settled:
            return (self._partly(tuple(tokens), tuple(chances), tuple(times)),)
        sounds = self._again(self._sounds(tokens, chances, times), min(times[-1] + BEHIND, math.inf if end is None else end))
        return tuple(each.text for each in decode(sounds, self._recogniser.lexicon, expected=self._expected, best=BEST))

    def _partly(self, *said: tuple[Any, ...]) -> str:
        """What is being said, decoded only where something was added."""
        if said != self._partial[0]:
            self._partial = said, self._decoded(*said, best=1)[0].text
        return self._partial[1]

    def _again(self, sounds: Sequence[Sound], end: float) -> Sequence[Sound]:
        """The sounds of a settled segment with what other hearings of it had; one that hears the same is the last."""
        others: list[list[Sound]] = []
        for tokens in self._rehearing.hear(max(sounds[0].start - BEFORE, self._heard_again), end) if sounds else ():
            others.append(self._sounds(tokens.symbols, tokens.chances, tokens.times))
            if [each.syllable for each in others[-1]] == [each.syllable for each in sounds]:
                break
        self._heard_again = end
        self._rehearing.let_go(end)
        return together(sounds, others)

    def _decoded(self, tokens: Sequence[str], chances: Sequence[float], times: Sequence[float], *, best: int) -> tuple[Reading, ...]:
        return decode(self._sounds(tokens, chances, times), self._recogniser.lexicon, expected=self._expected, best=best)

    def _sounds(self, tokens: Sequence[str], chances: Sequence[float], times: Sequence[float]) -> list[Sound]:
        parts = [self._recogniser.code.back(each.strip()) for each in tokens]
        return [Sound(syllable, math.exp(min(chances[first:last], default=0.0)), times[first], times[last - 1]) for syllable, first, last in grouped(parts)]


def is_ghost(chances: Sequence[float]) -> bool:
    """Whether halves with these logarithms of probability are so few and so unsure that music or a tone bred them, not a voice."""
    return 0 < len(chances) <= FEW and math.fsum(chances) / len(chances) < math.log(DOUBTFUL)


def characters(tokens: Iterable[str]) -> str:
    """The tokens of a character model as text; a rare character may come as its bytes.

    >>> characters(["我", "姓", "<0xE8>", "<0x89>", "<0xBE>", "▁OK"])
    '我姓艾 OK'
    """
    parts = (bytes([int(match[1], 16)]) if (match := BYTE.fullmatch(each)) else each.encode() for each in tokens)
    return b"".join(parts).decode("utf-8", errors="ignore").replace("▁", " ").strip()


def _engine(model: Model, code: Code, lexicon: Lexicon, words: tuple[str, ...]) -> Any:
    engine = imported("sherpa_onnx")
    lacking = [path.name for path in model.files if not path.is_file()]
    if lacking:
        raise Fault(f"语音模型缺文件：{'、'.join(lacking)}。请重新运行 gaoxing speech install。", permanent=True)
    in_halves = model.unit is Unit.PINYIN
    with tempfile.TemporaryDirectory() as folder:
        hot, tokens = Path(folder) / "hotwords.txt", Path(folder) / "tokens.txt"
        hot.write_text(code.file(words, lexicon) if in_halves else _spellable(words, model), encoding="utf-8")
        tokens.write_text(code.table() if in_halves else model.tokens.read_text(encoding="utf-8"), encoding="utf-8")
        try:
            return engine.OnlineRecognizer.from_transducer(**_settings(model, tokens, hot if hot.stat().st_size else None))
        except Exception as trouble:
            raise Fault(f"语音模型 {model.name} 装不进来：{trouble}。请换一份模型，或重新运行 gaoxing speech install。", permanent=True) from trouble


def _spellable(words: Iterable[str], model: Model) -> str:
    """A word a line, those whose every character is a token; the engine complains aloud of others."""
    known = set(model.symbols)
    return "".join(f"{each}\n" for each in words if len(each) > 1 and known.issuperset(each))


def _settings(model: Model, tokens: Path, hotwords: Path | None) -> dict[str, Any]:
    listened = {"hotwords_file": str(hotwords), "hotwords_score": HOTWORDS_SCORE, "modeling_unit": "cjkchar"} if hotwords else {}
    return {
        "tokens": str(tokens),
        "encoder": str(model.encoder),
        "decoder": str(model.decoder),
        "joiner": str(model.joiner),
        "num_threads": 1,
        "decoding_method": "modified_beam_search",
        "max_active_paths": PATHS,
        "blank_penalty": BLANK_PENALTY,
        "enable_endpoint_detection": True,
        "rule1_min_trailing_silence": 2.4,
        "rule2_min_trailing_silence": PAUSE,
        "rule3_min_utterance_length": ENDLESS,
        **listened,
    }


def imported(name: str) -> Any:
    """A library of the optional extra. Raises a permanent Fault that says how to install it."""
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError as absent:
        raise Fault("没有安装语音识别引擎，不能听写。请用 pip install 'gaoxing[speech]' 安装；打字照样能办。", permanent=True) from absent
