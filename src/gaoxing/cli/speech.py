"""`gaoxing speech`: takes in the operator's speech model and says which are there (语音模型). Nothing is downloaded here."""

from __future__ import annotations

import argparse
import os
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gaoxing.cli.reading import printable
from gaoxing.cli.showing import add_json, for_a_person, say, say_json, table
from gaoxing.cli.trouble import Trouble
from gaoxing.cli.waiting import Waiting

if TYPE_CHECKING:
    from gaoxing.engines.speech_models import Standing

HELP = "装语音模型、看装了哪些 · the speech models"
EXAMPLE = "gaoxing speech install sherpa-onnx-streaming-zipformer-zh-int8-2025-06-30.tar.bz2"
UNITS = {"character": "输出汉字", "pinyin": "输出拼音"}
SLOW = 0.5
"""Seconds that a second of sound may take before the machine is too slow to follow speech comfortably."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    actions = parser.add_subparsers(title="做什么 · actions", metavar="ACTION", required=True, parser_class=type(parser))
    told = "装一个模型：先试听，再记下每个文件的校验值 · take a model in"
    install = actions.add_parser("install", help=told, description=told, allow_abbrev=False)
    install.add_argument("source", metavar="DIR|ARCHIVE", help="模型的文件夹，或下载来的 tar.bz2、tar.gz、zip · folder or archive")
    add_json(install)
    install.set_defaults(act=_install)
    told = "看装了哪些模型，文件有没有变 · what is installed and whether it is whole"
    listed = actions.add_parser("list", help=told, description=told, allow_abbrev=False)
    add_json(listed)
    listed.set_defaults(act=_list)


def run(options: argparse.Namespace) -> int:
    """Do what is asked."""
    from gaoxing.speech.model import Unusable

    try:
        return int(options.act(options))
    except Unusable as trouble:
        raise Trouble(trouble.sentence) from None


def _install(options: argparse.Namespace) -> int:
    from gaoxing.engines.speech_install import install
    from gaoxing.speech.model import Model

    with Waiting() as waiting:
        taken = install(_path(options.source), os.environ, told=partial(waiting.say, at_once=True))
    model, hashes = taken.model, taken.model.hashes()
    second = not isinstance(model, Model)
    if not for_a_person(options):
        say_json({"name": model.name, "unit": str(model.unit), "second": second, "folder": str(model.folder), "speed": taken.speed, "sha256": hashes})
        return 0
    say((f"装好了：{model.name}（{_writes(str(model.unit), second=second)}）。听 1 秒的声音用 {taken.speed} 秒。",))
    say(table((digest, name) for name, digest in hashes.items()))
    say(("提醒：这台机器带这个模型有些慢，话会出来得晚。可以换一个小些的模型。",) if taken.speed > SLOW else ())
    say((_next(),))
    return 0


def _writes(unit: str, *, second: bool) -> str:
    """What a model does: 输出拼音, or 第二遍，输出汉字."""
    return f"{'第二遍，' if second else ''}{UNITS[unit]}"


def _next() -> str:
    """What can be done now, or what is still missing."""
    from gaoxing.engines.speech_models import chosen
    from gaoxing.speech.model import Unusable

    try:
        chosen(os.environ)
    except Unusable as trouble:
        return f"还不能听写：{trouble.sentence}"
    return "现在可以：gaoxing listen 录音.wav"


def _list(options: argparse.Namespace) -> int:
    from gaoxing.engines.speech_models import NONE, installed

    found = installed(os.environ)
    if for_a_person(options):
        say(table(("→" if each.chosen else " ", each.name, each.trouble or _sound(each)) for each in found) or [NONE])
    else:
        say_json([asdict(each) for each in found])
    wrong = [each for each in found if each.trouble]
    if wrong:
        raise Trouble(f"有 {len(wrong)} 个模型不能用，见上面。")
    return 0


def _sound(standing: Standing) -> str:
    return f"{_writes(standing.unit, second=standing.second)}，{standing.size / 1e6:.1f} MB，文件齐全没有变"


def _path(given: str) -> Path:
    try:
        return Path(given).expanduser()
    except (RuntimeError, ValueError):
        raise Trouble(f"路径不对：「{printable(given)}」。请检查路径。") from None
