"""Sound from a file or a pipe as the recogniser wants it (录音): 16 kHz, one channel, PCM16, in chunks of a tenth of a second, never whole in memory.

WAV is read as it comes, FLAC, OGG and MP3 through libsndfile, raw PCM at a rate that is told. What ends too soon or goes on too long is heard as far as
it goes; `note` then says so.
"""

from __future__ import annotations

import os
import struct
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any, BinaryIO, cast

import numpy as np

from gaoxing.engines.fault import Fault
from gaoxing.engines.resampling import Resampler
from gaoxing.engines.riff import ENDLESS, WHOLE, CutShort, NoWave, Wave, frames, header
from gaoxing.speech.recogniser import RATE

CHUNK = RATE // 10
"""Samples handed over at once."""

LONGEST = 3_600
"""Seconds that are heard."""

LOWEST_RATE, HIGHEST_RATE, MOST_CHANNELS = 4_000, 384_000, 32
LARGEST_PIPED = 500_000_000
"""Bytes of packed sound that a pipe may send: they must be put aside before they can be unpacked."""

IN_MEMORY = 16_000_000
CANCELLED = 0.1
"""Two channels that weaken each other below this share of the louder one's power are not mixed; the louder one is heard."""

MENDING = "请用录音软件把它另存为 WAV 或 MP3，再试一次。"
CUT = "录音不完整，后面缺了一截：听到哪里写到哪里。请核对，缺的话再说一遍。"
TOO_LONG = f"录音超过 {LONGEST // 60} 分钟，只听了前 {LONGEST // 60} 分钟。请把后面的剪成另一个文件再听。"
WHOLE_SHARE = {"FLAC": 1.0, "MP3": 0.9}
"""Share of the frames told in advance that must come; MP3 tells about how many."""

PAGE, LAST_PAGE, LARGEST_PAGE = b"OggS", 4, 65_307
"""An OGG page: how it begins, the mark of the last one, its greatest size (RFC 3533)."""

NARROW = "录音每秒只有 {} 个采样（电话音质），容易听错，请核对。能录 16000 的更好。"
CLIPPED = "录音太响，有些地方破了音，容易听错，请核对。下次离麦克风远一点，或把音量调低。"
FAINT = "录音很轻，容易听错，请核对。下次靠近麦克风，或把音量调高。"
FULL_SCALE, CLIPPED_SHARE, FAINT_LEVEL = 0.999, 0.002, 0.03
"""A sample counts as cut off from here; so many of them are heard as such; a recording that never gets louder is faint."""

FOREIGN = {b"ftyp": "M4A/MP4", b"#!AM": "AMR", b"#!SI": "微信语音（SILK）", b"\x1aE\xdf\xa3": "WebM", b"0&\xb2u": "WMA", b"\xff\xf1": "AAC", b"\xff\xf9": "AAC"}
"""What recordings of telephones and messengers begin with that cannot be read here."""


class Unreadable(ValueError):
    """What was handed over is no recording that can be heard. `sentence` says what it is and what to do."""

    def __init__(self, sentence: str) -> None:
        """Keep the sentence."""
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Source:
    """Sound before it is made to measure: blocks of shape (frames, channels), float32."""

    rate: int
    seconds: float | None
    blocks: Iterator[Any]


class Recording:
    """Sound on its way to the recogniser. `note` is a sentence where not all of it was heard; `heard` counts seconds; `loudest` is 0 to 1."""

    def __init__(self, source: Source) -> None:
        """Nothing is read yet."""
        self._source = source
        self.seconds = source.seconds
        self.note = ""
        self.heard = 0.0
        self.loudest = 0.0
        self._samples = self._cut_off = 0

    @property
    def hints(self) -> tuple[str, ...]:
        """Sentences about what makes the sound hard to hear; to be asked for at the end."""
        rate = self._source.rate
        told = {
            NARROW.format(rate): rate < RATE,
            CLIPPED: self._cut_off > CLIPPED_SHARE * self._samples,
            FAINT: 0 < self.loudest < FAINT_LEVEL,
        }
        return tuple(sentence for sentence, holds in told.items() if holds)

    def chunks(self) -> Iterator[bytes]:
        """PCM16 at 16 kHz, each but the last a tenth of a second. To be gone through once."""
        held = b""
        for samples in self._made():
            held += pcm16(samples)
            whole = len(held) // (2 * CHUNK) * 2 * CHUNK
            for start in range(0, whole, 2 * CHUNK):
                self.heard += CHUNK / RATE
                yield held[start : start + 2 * CHUNK]
            held = held[whole:]
        if held:
            self.heard += len(held) / 2 / RATE
            yield held

    def _made(self) -> Iterator[Any]:
        """Blocks at 16 kHz, as far as there are any."""
        resampler = Resampler(self._source.rate, RATE) if self._source.rate != RATE else None
        left = LONGEST * self._source.rate
        try:
            for block in self._source.blocks:
                if left:
                    samples = mono(block[:left])
                    self._look_at(np.abs(samples))
                    yield samples if resampler is None else resampler.feed(samples)
                if len(block) > left:
                    self.note = TOO_LONG
                    break
                left -= len(block)
        except CutShort:
            self.note = CUT
        if resampler is not None:
            yield resampler.finish()

    def _look_at(self, levels: Any) -> None:
        self.loudest = max(self.loudest, float(levels.max(initial=0.0)))
        self._samples += len(levels)
        self._cut_off += int((levels >= FULL_SCALE).sum())


@contextmanager
def recording(stream: BinaryIO, *, raw: int | None = None) -> Iterator[Recording]:
    """The recording in an open file or pipe; `raw` is the rate of bare PCM16. Raises Unreadable with a sentence, OSError where reading fails."""
    if raw is not None:
        yield Recording(_raw(stream, raw))
        return
    kept = _Kept(stream)
    begins = kept.read(12)
    if not begins:
        raise Unreadable("录音是空的，一个字节都没有。请检查麦克风和录音软件，重新录一次。")
    kept.back()
    wave = _header(kept) if begins[:4] == b"RIFF" else None
    if wave is not None and wave.readable:
        _fitting(wave.rate, wave.channels)
        yield Recording(Source(wave.rate, _seconds(wave.frames, wave.rate), frames(stream.read, wave, _at_once(wave.rate))))
        return
    with closing(_again(kept, stream)) as whole, _unpacked(whole, begins) as file:
        _fitting(file.samplerate, file.channels)
        yield Recording(Source(file.samplerate, _seconds(file.frames, file.samplerate), _blocks(file, short=_is_short(whole, begins))))


def mono(block: Any) -> Any:
    """Frames as one channel: their mean, or the loudest channel where they cancel each other out."""
    if block.shape[1] == 1:
        return block[:, 0]
    mean = block.mean(axis=1)
    powers = np.square(block).mean(axis=0) if len(block) else np.zeros(block.shape[1])
    return mean if np.square(mean).mean() >= CANCELLED * powers.max() else block[:, int(powers.argmax())]


def pcm16(samples: Any) -> bytes:
    """Floats as 16-bit samples, little-endian; what is louder than full scale is cut off there."""
    return cast(bytes, np.clip(np.rint(samples * 32_768), -32_768, 32_767).astype("<i2").tobytes())


class _Kept:
    """A stream whose first bytes can be read once more."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self.content, self._at = stream, b"", 0

    def read(self, size: int) -> bytes:
        again = self.content[self._at : self._at + size]
        if not again:
            again = self._stream.read(size)
            self.content += again
        self._at += len(again)
        return again

    def back(self) -> None:
        self._at = 0


def _header(kept: _Kept) -> Wave | None:
    """The WAV's header; None where the library may still make something of it."""
    try:
        return header(kept.read)
    except CutShort:
        raise Unreadable("录音文件只有开头，没有声音：没有存完或没有传完。请重新录一次或重新传一次。") from None
    except NoWave:
        return None


def _raw(stream: BinaryIO, rate: int) -> Source:
    _fitting(rate, 1)
    return Source(rate, None, frames(stream.read, Wave(rate, 1, WHOLE, 16, None), _at_once(rate)))


def _fitting(rate: int, channels: int) -> None:
    if not LOWEST_RATE <= rate <= HIGHEST_RATE:
        raise Unreadable(f"录音每秒 {rate} 个采样，能听的是 {LOWEST_RATE} 到 {HIGHEST_RATE}。{MENDING}")
    if not 1 <= channels <= MOST_CHANNELS:
        raise Unreadable(f"录音有 {channels} 个声道，最多能听 {MOST_CHANNELS} 个。{MENDING}")


def _again(kept: _Kept, stream: BinaryIO) -> BinaryIO:
    """The same from its first byte: the file itself, or what a pipe sent, put aside till it is closed."""
    if stream.seekable():
        stream.seek(0)
        return cast(BinaryIO, _Unclosed(stream))
    aside = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 — the caller closes it
    aside.write(kept.content)
    while piece := stream.read(1_000_000):
        aside.write(piece)
        if aside.tell() > LARGEST_PIPED:
            aside.close()
            raise Unreadable(f"管道里送来的超过 {LARGEST_PIPED // 1_000_000} MB。请先存成文件，再写文件名来听。")
    aside.seek(0)
    return cast(BinaryIO, aside)


class _Unclosed:
    """A file that its opener will close."""

    def __init__(self, stream: BinaryIO) -> None:
        self.read, self.seek, self.tell = stream.read, stream.seek, stream.tell

    def readinto(self, room: Any) -> int:
        content = self.read(len(room))
        room[: len(content)] = content
        return len(content)

    def close(self) -> None:
        return


@contextmanager
def _unpacked(whole: BinaryIO, begins: bytes) -> Iterator[Any]:
    soundfile = _imported("soundfile")
    try:
        file = soundfile.SoundFile(whole)
    except (soundfile.SoundFileError, RuntimeError, TypeError, ValueError):
        raise Unreadable(_foreign(begins)) from None
    with file:
        yield file


def _foreign(begins: bytes) -> str:
    kind = next((kind for mark, kind in FOREIGN.items() if mark in (begins[: len(mark)], begins[4:8], begins[1:5])), "")
    return f"这是 {kind} 录音，这里读不了。{MENDING}" if kind else f"认不出这是什么录音（能听 WAV、FLAC、OGG、MP3）：可能不是录音，或者坏了。{MENDING}"


def _is_short(whole: BinaryIO, begins: bytes) -> bool:
    """Whether the file has fewer bytes than its first ones say (WAV with a codec, AIFF), or its last page is not marked as such (OGG)."""
    here = whole.tell()
    size = whole.seek(0, os.SEEK_END)
    whole.seek(max(0, size - LARGEST_PAGE))
    last = whole.read(LARGEST_PAGE)
    whole.seek(here)
    if begins[:4] == PAGE:
        flags = last[last.rfind(PAGE) + 5 :][:1]
        return not flags or not flags[0] & LAST_PAGE
    order = {b"RIFF": "<I", b"FORM": ">I"}.get(begins[:4])
    told: int = struct.unpack(order, begins[4:8])[0] if order else 0
    return size + 1 < told + 8 < ENDLESS


def _blocks(file: Any, *, short: bool) -> Iterator[Any]:
    """Blocks as the library unpacks them. Raises CutShort where it stumbles or frames are missing, or where the file is known to be short."""
    error: type[Exception] = _imported("soundfile").SoundFileError
    got = 0
    while True:
        try:
            block = file.read(_at_once(file.samplerate), dtype="float32", always_2d=True)
        except (error, RuntimeError):
            raise CutShort from None
        if not len(block):
            break
        got += len(block)
        yield np.nan_to_num(block)
    if short or got < WHOLE_SHARE.get(file.format, 0.0) * file.frames:
        raise CutShort


def _at_once(rate: int) -> int:
    return max(1, rate // 10)


def _seconds(count: int | None, rate: int) -> float | None:
    return count / rate if count is not None and 0 < count < 2**62 else None


def _imported(name: str) -> Any:
    try:
        return import_module(name)
    except (ImportError, OSError) as absent:
        raise Fault("没有安装读录音的组件，只能听 WAV。请用 pip install 'gaoxing[speech]' 安装。", permanent=True) from absent
