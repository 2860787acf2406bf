"""`gaoxing listen`: a recording in, what is said in it out (听写): lines as they are settled, so that it pipes on into `recognise`.

With `--json` one object at the end: `{"text": …, "segments": [{"start": s, "end": s, "text": …}]}`, `note` where not all of it could be heard,
`hints` where it was hard to hear.
What was understood is always printed, also where the rest is trouble.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from gaoxing.cli.live import Live
from gaoxing.cli.reading import STANDARD_INPUT, add_day, chosen_day, known_matter, printable
from gaoxing.cli.showing import for_a_person, say, say_json
from gaoxing.cli.trouble import Trouble
from gaoxing.engines.file_trouble import reason

if TYPE_CHECKING:
    from gaoxing.engines.audio import Recording
    from gaoxing.speech.recogniser import Recogniser, Segment

HELP = "听一段录音，写出说的话 · sound in, words out"
EXAMPLE = "gaoxing listen 录音.wav | gaoxing recognise -"
BETWEEN = "\n"
"""What stands between two segments: there was a pause."""

SILENT = 0.003
"""A recording that never gets louder than this share of full scale is silent."""

INTERRUPTED = 130
NOBODY = "没有声音可听。请写录音文件的名字；或者用管道把声音送进来，再写 -。"
SILENCE = "录音里没有声音，从头到尾是静的。请检查麦克风有没有打开、选对，再录一次。"
NO_WORDS = "录音里没有听出话来，可能只有音乐、噪声或很远的人声。请靠近麦克风，在安静的地方再说一次；也可以打字。"


@dataclass
class Heard:
    """What was heard so far, and why it is not all, where it is not. `going_on`: the places of segments that go on a long turn that was cut."""

    segments: list[Segment] = field(default_factory=list)
    note: str = ""
    hints: tuple[str, ...] = ()
    interrupted: bool = False
    going_on: set[int] = field(default_factory=set)

    @property
    def text(self) -> str:
        """All words."""
        return self._joined([each.text for each in self.segments])

    @property
    def alternatives(self) -> list[str]:
        """All words with one segment written otherwise, the likeliest other way of each segment first."""
        texts = [each.text for each in self.segments]
        ranked = sorted((rank, place, other) for place, each in enumerate(self.segments) for rank, other in enumerate(each.alternatives))
        return [self._joined([*texts[:place], other, *texts[place + 1 :]]) for _, place, other in ranked]

    def _joined(self, texts: Sequence[str]) -> str:
        return "".join(f"{'' if place == 0 or place in self.going_on else BETWEEN}{each}" for place, each in enumerate(texts))

    def to_json(self) -> dict[str, Any]:
        """Text, segments, and where there are any the note and the hints."""
        told = {"text": self.text, "segments": [each.to_json() for each in self.segments]}
        return {**told, **({"note": self.note} if self.note else {}), **({"hints": list(self.hints)} if self.hints else {})}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    parser.add_argument("sound", metavar="FILE|-", help="录音：WAV、FLAC、OGG、MP3，多快的采样都行；- 从标准输入听 · a recording, or standard input")
    parser.add_argument("--raw", type=rate, metavar="RATE", help="没有文件头的 PCM16 单声道，每秒多少采样，例如 16000 · bare samples at this rate")
    parser.add_argument("--form", action="store_true", help="听完直接填表 · show the form at once")
    parser.add_argument("--matter", metavar="ID", help="指定事项，配合 --form · force the matter, as in company_registration")
    add_day(parser)
    parser.add_argument("--json", action="store_true", help="听完输出一份 JSON：全文，每段从几秒到几秒 · one JSON at the end")


def rate(text: str) -> int:
    """Samples a second. Raises argparse.ArgumentTypeError with a sentence for what is no such number."""
    if not (text.isascii() and text.isdigit() and len(text) <= 6 and int(text)):
        raise argparse.ArgumentTypeError(f"每秒的采样数要写整数，例如 16000，不能写「{printable(text)}」")
    return int(text)


def run(options: argparse.Namespace) -> int:
    """Hear a recording and print what is said. Raises Trouble where nothing or not all could be heard, after what could."""
    from gaoxing.engines.audio import Unreadable, recording
    from gaoxing.speech.model import Unusable

    on = chosen_day(options)
    if options.matter is not None:
        known_matter(options.matter)
        if not options.form:
            raise Trouble("--matter 要和 --form 一起用。")
    try:
        with _opened(options.sound) as stream, recording(stream, raw=options.raw) as sound, _live(options) as live:
            heard = hear(recogniser(live), sound, live)
    except (Unreadable, Unusable) as trouble:
        raise Trouble(trouble.sentence) from None
    _show(heard, options, on)
    for hint in heard.hints if sys.stderr is not None else ():
        print(f"gaoxing：提醒：{hint}", file=sys.stderr)
    if heard.interrupted:
        return INTERRUPTED
    if heard.note:
        raise Trouble(heard.note)
    return 0


def _live(options: argparse.Namespace) -> Live:
    looked_at = for_a_person(options)
    return Live(to_a_person=looked_at, quiet=options.json or (options.form and not looked_at))


def recogniser(live: Live) -> Recogniser:
    """The operator's models, listening for the words of this counter. Raises Unusable or Fault with a sentence where there is none that works."""
    from gaoxing.engines.speech_listener import listener
    from gaoxing.facts.spoken_words import listened_for
    from gaoxing.intake import lexicon

    live.wait("正在装语音模型…", at_once=True)
    return listener(os.environ, lexicon(), listened_for())


def hear(recogniser: Recogniser, sound: Recording, live: Live) -> Heard:
    """All that is said, shown while it comes. What was understood stays where reading fails or the person breaks off."""
    heard, stream = Heard(), recogniser.open()
    try:
        for chunk in sound.chunks():
            _keep(stream.feed(chunk), heard, live)
            live.wait(_far(sound))
    except KeyboardInterrupt:
        heard.interrupted = True
    except OSError as trouble:
        heard.note = f"读到一半读不下去了（{reason(trouble)}）：听到哪里写到哪里。"
    _keep(stream.finish(), heard, live)
    heard.note = heard.note or sound.note
    heard.hints = (*dict.fromkeys(each.note for each in heard.segments if each.note), *sound.hints) if heard.segments else ()
    if not heard.segments and not heard.interrupted:
        heard.note = heard.note or (SILENCE if sound.loudest < SILENT else NO_WORDS)
    return heard


def _keep(segments: tuple[Segment, ...], heard: Heard, live: Live) -> None:
    for place, each in enumerate(segments, 1):
        if each.settled:
            heard.segments.append(each)
            goes_on = place < len(segments)
            heard.going_on |= {len(heard.segments)} if goes_on else set()
            live.settled(each.text, goes_on=goes_on)
        else:
            live.saying(each.text)


def _far(sound: Recording) -> str:
    """How far it is: 已听 0:32 / 2:10."""
    whole = f" / {_clock(sound.seconds)}" if sound.seconds else ""
    return f"已听 {_clock(sound.heard)}{whole}"


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def _show(heard: Heard, options: argparse.Namespace, on: Any) -> None:
    """What is still to be printed: the lines are there already."""
    if not options.form:
        if options.json:
            say_json(heard.to_json())
        return
    from gaoxing.cli.recognise import lines, note
    from gaoxing.intake import answer_json, receive
    from gaoxing.speech.transcript import Transcript

    transcript = Transcript.from_json({"turns": [{"said": heard.text, "alternatives": heard.alternatives}]})
    taken = receive(transcript, on=on, matter_id=options.matter)
    told = note(taken, transcript) if heard.segments else {}
    if for_a_person(options):
        say(lines(taken, told))
    else:
        say_json({**answer_json(taken), **told, **heard.to_json()})


@contextmanager
def _opened(given: str) -> Iterator[BinaryIO]:
    """The file, or standard input. Raises Trouble where neither can be read."""
    if given == STANDARD_INPUT:
        if sys.stdin is None or sys.stdin.isatty():
            raise Trouble(NOBODY)
        yield cast(BinaryIO, sys.stdin.buffer)
        return
    try:
        stream = Path(given).expanduser().open("rb")
    except (OSError, ValueError, RuntimeError) as trouble:
        raise Trouble(f"打不开录音「{printable(given)}」（{reason(trouble)}）。请检查路径。") from None
    with stream:
        yield stream
