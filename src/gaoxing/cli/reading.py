"""What is handed over at the terminal (输入): words, a form, a day. Whatever cannot be read is told in one sentence."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gaoxing.cli.trouble import Trouble
from gaoxing.engines.file_trouble import reason
from gaoxing.forms.shape import blank, fits

if TYPE_CHECKING:
    from gaoxing.catalogue import Matter
    from gaoxing.forms.form import Form

CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")
STANDARD_INPUT = "-"
ILL_WRITTEN = "表单的 JSON 缺项或写法不对，读不出来。请重新运行 gaoxing fill。"


def add_day(parser: argparse.ArgumentParser) -> None:
    """Add `--on DATE`: the day whose law and edition hold; today in China unless told."""
    parser.add_argument("--on", type=day, metavar="DATE", help="按哪一天的规定（默认今天） · the day, as in 2026-11-24", default=None)


def day(text: str) -> date:
    """A day written as 2026-11-24. Raises argparse.ArgumentTypeError with a sentence for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"「{printable(text)}」不是日期，请写成 2026-11-24 这样") from None


def chosen_day(options: argparse.Namespace) -> date:
    """The day that was given, else today in China."""
    return options.on or datetime.now(CHINA).date()


def words(given: str | None) -> str:
    """The words given as an argument, or all of standard input where they are absent or `-`. Raises Trouble where nothing can be read."""
    if given is None or given == STANDARD_INPUT:
        return from_standard_input()
    if not given.isascii() and any("\ud800" <= character <= "\udfff" for character in given):
        raise Trouble("给出的文字不是 UTF-8，读不出来。请换成 UTF-8 再试。")
    return given


def from_standard_input() -> str:
    """All of standard input as text. Raises Trouble where it is a keyboard or no UTF-8 text."""
    if sys.stdin is None or sys.stdin.isatty():
        raise Trouble("没有内容可读。请把话写在命令后面，或者用管道送进来。")
    return decoded(sys.stdin.buffer.read(), "标准输入")


def decoded(content: bytes, place: str) -> str:
    """Bytes as UTF-8 text, a byte order mark dropped. Raises Trouble that names the place."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Trouble(f"{place}不是 UTF-8 文字，读不出来。请把内容存成 UTF-8 再试。") from None


def form(given: str | None) -> Form:
    """The form in a JSON file, or on standard input. Raises Trouble where there is none."""
    if given is None or given == STANDARD_INPUT:
        return read_form(from_standard_input())
    try:
        content = Path(given).read_bytes()
    except (OSError, ValueError) as trouble:
        raise Trouble(f"打不开文件「{printable(given)}」（{reason(trouble)}）。请检查路径。") from None
    return read_form(decoded(content, f"文件「{printable(given)}」"))


def read_form(text: str) -> Form:
    """A form from its JSON text. Raises Trouble where it is none, or one of an unknown matter."""
    from gaoxing.forms.form import Form

    data = parsed(text)
    if not isinstance(data, Mapping) or not {"matter", "edition", "answers"} <= data.keys():
        raise Trouble("这不是 gaoxing fill 写出的表单（JSON 里要有 matter、edition、answers）。请先运行 gaoxing fill。")
    try:
        read = Form.from_json(data)
    except (KeyError, ValueError, TypeError, AttributeError):
        raise Trouble(ILL_WRITTEN) from None
    if not _words_are_text(read):
        raise Trouble(ILL_WRITTEN)
    fitting(read)
    return read


def parsed(text: str) -> Any:
    """JSON text as Python values. Raises Trouble where it is no JSON."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise Trouble("输入不是 JSON，读不出表单。请先运行 gaoxing fill，把它的结果送进来。") from None


def fitting(read: Form) -> None:
    """Make sure that the form's matter has this edition and every blank that is answered, each with a value of its shape. Raises Trouble where not."""
    chosen = known_matter(read.matter)
    if not chosen.fillable:
        raise Trouble(f"{chosen.name}还不能在这里填表。能填的见 gaoxing matters。")
    if read.edition not in [each.id for each in chosen.editions]:
        editions = "、".join(each.id for each in chosen.editions)
        raise Trouble(f"{chosen.name}没有「{printable(str(read.edition))}」这个文书版本，现有的是 {editions}。请重新运行 gaoxing fill。")
    for path, answer in read.answers.items():
        field = blank(chosen.fields, path)
        if field is None:
            raise Trouble(f"{chosen.name}的表上没有「{printable(path)}」这一栏。")
        if not fits(field.at(path, read), path, answer.value):
            raise Trouble(f"「{field.label}」（{path}）的值写法不对：{printable(str(answer.value))}。请用 --set 重新填这一栏。")


def known_matter(matter_id: str) -> Matter:
    """The matter of that id. Raises Trouble that lists the ids where there is none."""
    from gaoxing.catalogue import matters

    found = next((each for each in matters() if each.id == matter_id), None)
    if found is None:
        raise Trouble(f"没有「{printable(str(matter_id))}」这个事项。能写的有：{'、'.join(each.id for each in matters())}。")
    return found


def _words_are_text(read: Form) -> bool:
    """Whether all that a form quotes is what it should be: words as text, places as whole numbers."""
    quoted = [each for answer in read.answers.values() for each in answer.evidence] + [each for ask in read.asks for each in ask.evidence]
    places = [place for each in quoted for place in (each.turn, each.start, each.end)]
    asked = [text for ask in read.asks for text in (ask.field, ask.question)]
    return all(isinstance(text, str) for text in (*asked, *(each.words for each in quoted))) and all(isinstance(place, int) for place in places)


def printable(text: str, longest: int = 60) -> str:
    """Text that is safe on a terminal: control characters replaced, a long one cut."""
    cut = text if len(text) <= longest else text[: longest - 1] + "…"
    return "".join(character if character.isprintable() else "�" for character in cut)
