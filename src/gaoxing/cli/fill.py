"""`gaoxing fill`: words, or a form and typed answers, become a form (填表).

The form is JSON that `gaoxing check` and `gaoxing print` read: matter, edition, answers with their sources, and what must be asked.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from gaoxing.cli import typed
from gaoxing.cli.blanks import rows
from gaoxing.cli.reading import add_day, chosen_day, known_matter, printable, read_form, words
from gaoxing.cli.recognise import NO_WORDS, NOT_UNDERSTOOD
from gaoxing.cli.register_file import add_register, consulted, standing_line
from gaoxing.cli.showing import add_json, for_a_person, say, say_json, table
from gaoxing.cli.trouble import Trouble

if TYPE_CHECKING:
    from datetime import date

    from gaoxing.catalogue import Matter
    from gaoxing.forms.form import Answer, Form
    from gaoxing.intake import Taken

LONGEST_LINE = 2_000
HELP = "填表：把话，或表单加上补填的栏目，变成表单 · words or a form become a form"
EXAMPLE = 'gaoxing fill "我想开公司，注册资本一百万" --set domicile=昆山市前进东路88号 --set telephone=0512-57300000'


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    parser.add_argument("text", nargs="?", metavar="TEXT|-", help="说的话；不写或写 - 就从标准输入读话或表单 JSON · words, or a form's JSON")
    parser.add_argument("--set", action="append", default=[], metavar="PATH=VALUE", help="补填一栏，可写多次；值留空就清掉 · a typed answer")
    parser.add_argument("--matter", metavar="ID", help="指定事项 · force the matter")
    parser.add_argument("--read-back", action="store_true", help="不写 JSON，把填好的表念成一段话 · the form as it is read aloud")
    add_register(parser)
    add_day(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print the form, or what is read back of it."""
    on = chosen_day(options)
    text = words(options.text)
    taken = _from_form(text, options, on) if text.lstrip().startswith("{") else _from_words(text, options, on)
    taken = consulted(taken, options, on)
    if taken.form is None:
        raise Trouble(f"{taken.matter.name if taken.matter else '这个事项'}能听懂，还不能在这里填表。能填的见 gaoxing matters。")
    if options.read_back:
        say(_read_back(taken))
    elif for_a_person(options):
        say(_lines(taken))
    else:
        say_json(taken.form.to_json())
    return 0


def _from_form(text: str, options: argparse.Namespace, on: date) -> Taken:
    from gaoxing.intake import review

    form = read_form(text)
    chosen = known_matter(form.matter)
    if options.matter not in {None, form.matter}:
        raise Trouble(f"送进来的表单是{chosen.name}，和 --matter {options.matter} 不一致。")
    answers, cleared = _typed(options, chosen, form)
    form = form.without(cleared).with_answers(answers)
    return review(_settled(form, chosen), on=on)


def _from_words(text: str, options: argparse.Namespace, on: date) -> Taken:
    from gaoxing.intake import receive, review
    from gaoxing.speech.transcript import Transcript

    if not text.strip():
        raise Trouble(NO_WORDS)
    transcript = Transcript.of(text)
    matter_id = options.matter
    if matter_id is not None:
        known_matter(matter_id)
    first = receive(transcript, on=on, matter_id=matter_id)
    if first.matter is None:
        raise Trouble(NOT_UNDERSTOOD)
    if first.form is None or not options.set:
        return first
    answers, cleared = _typed(options, first.matter, first.form)
    taken = receive(transcript, on=on, matter_id=first.matter.id, typed=answers)
    return taken if taken.form is None or not cleared else review(_settled(taken.form.without(cleared), first.matter), on=on)


def _settled(form: Form, matter: Matter) -> Form:
    return matter.settle(form) if matter.settle else form


def _typed(options: argparse.Namespace, matter: Matter, form: Form) -> tuple[dict[str, Answer], list[str]]:
    """The typed answers by path, and the paths that were emptied."""
    read = typed.answers(options.set, matter, form)
    return {path: answer for path, answer in read.items() if answer is not None}, [path for path, answer in read.items() if answer is None]


def _read_back(taken: Taken) -> list[str]:
    """The whole form in speakable Chinese, numbers whole."""
    from gaoxing.forms.readback import as_text, read_back

    if taken.form is None or taken.matter is None:
        return []
    text = as_text(read_back(taken.form, taken.matter.fields, missing=len(taken.questions)))
    return [f"{taken.matter.name}。", *(printable(line, LONGEST_LINE) for line in text.splitlines())]


def _lines(taken: Taken) -> list[str]:
    if taken.form is None or taken.matter is None:
        return []
    told = [standing_line(taken.register)] if taken.register else []
    left = [f"还要问 {len(taken.questions)} 项，先问：{taken.questions[0].text}"] if taken.questions else []
    return [f"事项：{taken.matter.name}（文书版本 {taken.form.edition}）", *table(rows(taken.form, taken.matter)), *told, *left]
