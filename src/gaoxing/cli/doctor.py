"""`gaoxing doctor`: looks whether all that is needed is there (体检); each line says what is right, or what to do."""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gaoxing.cli import django_command
from gaoxing.cli.showing import add_json, for_a_person, say, say_json, table
from gaoxing.cli.trouble import Trouble
from gaoxing.engines.file_trouble import reason

HELP = "体检：看该有的都有没有 · is everything there"
EXAMPLE = "gaoxing doctor"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts", "/System/Library/Fonts", "/Library/Fonts", "C:/Windows/Fonts")
FONT_MARKS = ("notoserifcjk", "notosanscjk", "notoserifsc", "notosanssc", "sourcehanserif", "sourcehansans", "simsun", "songti", "pingfang", "msyh")
OFFICE = {"folder": "数据目录", "key": "密钥", "database": "数据库", "typesetting": "排版", "credit_codes": "代码号段", "archive": "归档"} | {
    "origin": "网址",
    "cookies": "Cookie",
    "hsts": "HSTS",
    "headers": "响应头",
    "policy": "内容安全策略",
    "sealing": "加密密钥",
    "limits": "限流和锁定",
    "debug": "调试模式",
    "demo": "演示模式",
    "codes": "验证码",
}
ENGINE = ("numpy", "sherpa_onnx", "soundfile")
OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True)
class Look:
    """One thing looked at: its name, whether it is right, and what is there or what to do."""

    name: str
    right: bool
    told: str


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    add_json(parser)
    parser.add_argument("--deploy", action="store_true", help="再查能不能放到网上给人用 · may it stand in a network")


def run(options: argparse.Namespace) -> int:
    """Print each look. Raises Trouble where something is to be done."""
    looks = [*(look() for look in LOOKS), *office(), *(office("deployment") if options.deploy else ())]
    if for_a_person(options):
        say(table(("✓" if each.right else "✗", each.name, each.told) for each in looks))
    else:
        say_json([{"name": each.name, "right": each.right, "told": each.told} for each in looks])
    wrong = sum(not each.right for each in looks)
    if wrong:
        raise Trouble(f"有 {wrong} 项要处理，见上面打 ✗ 的行。")
    return 0


def python() -> Look:
    """The interpreter."""
    version = ".".join(str(part) for part in sys.version_info[:3])
    right = sys.version_info[:2] >= OLDEST_PYTHON
    return Look("Python", right, version if right else f"现在是 {version}，要 3.11 或更新的。请换一个 Python 再装。")


def font() -> Look:
    """A face with Chinese characters for the papers."""
    found = next((path for folder in FONT_FOLDERS for path in _files(Path(folder).expanduser()) if path.name.lower().startswith(FONT_MARKS)), None)
    return Look("中文字体", found is not None, found.name if found else "没有找到。Debian 上请运行 apt-get install fonts-noto-cjk。")


def typesetter() -> Look:
    """The engine that draws the papers."""
    return _package("排版 typst", "typst")


def web() -> Look:
    """What the front desk rests on."""
    return _package("网页窗口 Django", "django")


def matters() -> Look:
    """The catalogue."""
    from gaoxing.catalogue import matters as catalogue

    found = catalogue()
    able = sum(each.fillable for each in found)
    return Look("事项", able > 0, f"{len(found)} 个，其中 {able} 个能填表" if able else "一个能填表的事项都没有，安装不完整，请重新安装。")


def language_model() -> Look:
    """The language model, where the operator turned one on; off is right too."""
    from gaoxing.engines.fault import Fault
    from gaoxing.engines.language_model.model import turned_on

    name = "语言模型"
    try:
        found = turned_on()
        if found is None:
            return Look(name, True, "没有打开（可选，见 docs/operating.md）。")
        found.reach()
    except Fault as fault:
        return Look(name, False, fault.message)
    return Look(name, True, f"已打开，能连上：{found.reader}。")


def speech_model() -> Look:
    """The speech model, where the operator put one in; none is right too."""
    from gaoxing.engines.speech_models import chosen, second
    from gaoxing.speech.model import Unusable

    name = "语音模型"
    try:
        found, behind = chosen(os.environ), second(os.environ)
    except Unusable as trouble:
        return Look(name, False, trouble.sentence)
    except OSError as trouble:
        return Look(name, False, f"模型的文件读不出来（{reason(trouble)}）。请检查权限和磁盘，或重新运行 gaoxing speech install。")
    if found is None:
        return Look(name, True, "没有装，只能打字（可选，见 docs/speech.md）。")
    absent = [each for each in ENGINE if importlib.util.find_spec(each) is None]
    if absent:
        return Look(name, False, f"装了 {found.name}，但是缺听写引擎 {'、'.join(absent)}。请运行 pip install -e '.[all]'。")
    again = f"，第二遍用 {behind.name}" if behind is not None else ""
    return Look(name, True, f"{found.name}{again}，文件没有变。")


def office(command: str = "checkup") -> list[Look]:
    """Data folder, sealing key, database and typesetting, as the office itself sees them; with `deployment`, what a network asks for."""
    try:
        told = [json.loads(line) for line in django_command.lines(command)]
    except Exception as trouble:
        sentence = str(trouble) if isinstance(trouble, Trouble) else f"窗口打不开（{type(trouble).__name__}：{trouble}）。请检查 GAOXING_DATA 和 DATABASE_URL。"
        return [Look("窗口", False, sentence)]
    return [Look(OFFICE.get(each["check"], each["check"]), each["ok"], each["message"]) for each in told]


LOOKS: tuple[Callable[[], Look], ...] = (python, font, typesetter, web, matters, language_model, speech_model)


def _package(name: str, module: str) -> Look:
    right = importlib.util.find_spec(module) is not None
    return Look(name, right, "已安装" if right else "没有安装。请运行 pip install -e '.[all]'。")


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.suffix.lower() in {".ttc", ".otf", ".ttf"}] if folder.is_dir() else []
