"""`gaoxing recognise`: words in, the contract's answer out (识别).

With `--jsonl` one case a line on standard input (`{"id": …, "turns": [{"asked": …, "said": …}]}`; nothing else of it is read) and one answer a
line, in order, each written at once. A line that is no case is answered with `error`, and the rest go on.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from gaoxing.cli.blanks import rows
from gaoxing.cli.reading import add_day, chosen_day, known_matter, words
from gaoxing.cli.second_reading import Model, add_model, read, wanted_model
from gaoxing.cli.showing import add_json, findings_table, for_a_person, json_line, say, say_json, table
from gaoxing.cli.trouble import Trouble

if TYPE_CHECKING:
    from gaoxing.intake import Taken
    from gaoxing.speech.transcript import Transcript

HELP = "听懂一段话：是什么事项，表上能填什么 · words in, form out"
EXAMPLE = 'gaoxing recognise "我想开一家公司，注册资本一百万"'
NO_WORDS = "没有读到内容。请说清想办什么事，例如：我想开一家公司，注册资本一百万。"
NOT_UNDERSTOOD = "没听出要办什么事。请说清想办什么，例如：我想开一家公司；我要办个体户。"

TOO_LONG = "这段话太长，每段只读前 {} 个字，后面的没有读。请拆开来说。"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    parser.add_argument("text", nargs="?", metavar="TEXT|-", help="说的话；不写或写 - 就从标准输入读 · the words, else standard input")
    parser.add_argument("--jsonl", action="store_true", help="标准输入每行一件，每行一个回答 · a case a line")
    parser.add_argument("--matter", metavar="ID", help="指定事项 · force the matter, as in company_registration")
    add_model(parser)
    add_day(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Answer one statement, or every case on standard input."""
    on = chosen_day(options)
    if options.matter is not None:
        known_matter(options.matter)
    if options.jsonl:
        if options.text is not None:
            raise Trouble("用 --jsonl 时，内容从标准输入读，命令后面不要再写话。")
        if sys.stdin is None:
            raise Trouble("没有内容可读：标准输入是关着的。请用管道把案例送进来，一行一件。")
        model = wanted_model(options)
        for line in sys.stdin.buffer:
            sys.stdout.write(json_line(answer(line, on=on, matter_id=options.matter, model=model)) + "\n")
            sys.stdout.flush()
        return 0
    _one(words(options.text), options, on)
    return 0


def answer(line: bytes, *, on: date, matter_id: str | None = None, model: Model | None = None) -> dict[str, Any]:
    """The answer to one line of cases: `{"id", "matter", "form", …}`, or `{"id", "error"}` with a sentence; never raises."""
    case_id: Any = None
    try:
        text = line.decode("utf-8-sig")
        if not text.strip():
            return {"id": None, "error": "这一行是空的。"}
        case = json.loads(text)
        if not isinstance(case, Mapping):
            return {"id": None, "error": '这一行不是一个案例：要写成 {"id": …, "turns": […]}。'}
        if not isinstance(case.get("id"), str | int | None):
            return {"id": None, "error": "这一件的 id 要是文字或整数。"}
        case_id = case.get("id")
        return {"id": case_id, **_read(case, on, matter_id, model)}
    except UnicodeDecodeError:
        return {"id": case_id, "error": "这一行不是 UTF-8 文字，读不出来。"}
    except json.JSONDecodeError as trouble:
        return {"id": case_id, "error": f"这一行不是 JSON（第 {trouble.pos + 1} 个字符处）。"}
    except ValueError:
        return {"id": case_id, "error": "这一行里有长得读不出来的数。"}
    except RecursionError:
        return {"id": case_id, "error": "这一行套得太深，读不出来。"}
    except Exception as trouble:
        return {"id": case_id, "error": f"这一件没能读出来（{type(trouble).__name__}），请人工看。"}


def _read(case: Mapping[str, Any], on: date, matter_id: str | None, model: Model | None) -> dict[str, Any]:
    from gaoxing.intake import answer_json
    from gaoxing.speech.transcript import Transcript

    try:
        transcript = Transcript.from_json(case)
    except ValueError:
        return {"error": '这一件缺少说的话：turns 要是一列 {"said": "…"}，asked 要是栏目名。'}
    done = read(transcript, model, on=on, matter_id=matter_id)
    return {**answer_json(done.taken), **note(done.taken, transcript), **done.to_json()}


def _one(text: str, options: argparse.Namespace, on: date) -> None:
    from gaoxing.intake import answer_json
    from gaoxing.speech.transcript import Transcript

    transcript = Transcript.of(text)
    done = read(transcript, wanted_model(options), on=on, matter_id=options.matter)
    told = note(done.taken, transcript)
    if for_a_person(options):
        say((*lines(done.taken, told), *done.lines()))
    else:
        say_json({**answer_json(done.taken), **told, **done.to_json()})


def note(taken: Taken, transcript: Transcript) -> dict[str, str]:
    """`{"note": a sentence}` where nothing or not all was understood: what is needed, or what was left unread; else nothing."""
    from gaoxing.speech.transcript import LONGEST_TURN

    if any(len(turn.said) > LONGEST_TURN for turn in transcript.turns):
        return {"note": TOO_LONG.format(LONGEST_TURN)}
    if taken.matter is None:
        return {"note": NOT_UNDERSTOOD if any(turn.said.strip() for turn in transcript.turns) else NO_WORDS}
    return {"note": f"{taken.matter.name}能听懂，还不能在这里填表。"} if taken.form is None else {}


def lines(taken: Taken, told: Mapping[str, str]) -> Iterator[str]:
    """What a person is shown: matter, notes, the table, the findings, the next question."""
    if taken.matter is not None:
        yield f"事项：{taken.matter.name}"
    yield from told.values()
    if taken.others:
        from gaoxing.catalogue import matter

        yield f"您还提到{'、'.join(matter(each).name for each in taken.others)}：先办完这一件，那一件另外再说一次。"
    if taken.form is None or taken.matter is None:
        return
    yield from table(rows(taken.form, taken.matter))
    yield from findings_table(taken.findings)
    if taken.questions:
        yield f"还要问 {len(taken.questions)} 项，先问：{taken.questions[0].text}"
