"""`gaoxing ladder`: where an enterprise stands before each rung (企业培育梯队自评), what is missing and the next step, from a file of its own figures.

The file is TOML: blanks by id or official label, one table a year (`[years.2025]`). An amount is written with its unit: `"8000万元"`.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from gaoxing.cli.reading import add_day, chosen_day, printable
from gaoxing.cli.showing import add_json, for_a_person, say, say_json, table
from gaoxing.cli.trouble import Trouble

HELP = "企业培育梯队自评：站在哪一级，还差多少 · where an enterprise stands on the ladder"
EXAMPLE = "gaoxing ladder figures.toml --on 2026-11-25"
EDITION = "2026"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    parser.add_argument("file", metavar="FILE", help="企业数据，TOML · the enterprise's figures")
    add_day(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print every rung with its verdict, score, what is missing, gaps and the next step."""
    from gaoxing.catalogue import standings
    from gaoxing.checks.assessment.inputs import Inputs

    answers = dict(_answers(_table(Path(options.file))))
    found = standings(Inputs.of(_form(answers)), chosen_day(options))
    if for_a_person(options):
        for each in found:
            say(_lines(each.to_json()))
    else:
        say_json([each.to_json() for each in found])
    return 0


def _table(path: Path) -> Mapping[str, Any]:
    """What the file holds. Raises Trouble where it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise Trouble(f"打不开“{printable(str(path))}”：{error.strerror}。请核对文件名。") from None
    except UnicodeDecodeError:
        raise Trouble(f"“{printable(str(path))}”不是 UTF-8 文本。请另存为 UTF-8 再试。") from None
    except tomllib.TOMLDecodeError as error:
        raise Trouble(f"“{printable(str(path))}”不是写对的 TOML：{error}。请照 gaoxing ladder --help 的例子写。") from None


def _answers(told: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Every blank's path and value; a year's and a list's under their row. Raises Trouble for what is no blank, or does not fit one."""
    from gaoxing.forms.cultivation import FIELDS, YEARS

    for name, value in told.items():
        if name in (YEARS.id, YEARS.label):
            for row, (year, figures) in enumerate(_mapping(name, value).items()):
                columns = _mapping(name, figures)
                yield f"{YEARS.id}.{row}.year", _value(YEARS.column("year"), year, f"{YEARS.id}.{row}.year")
                yield from _row(YEARS.columns, f"{YEARS.id}.{row}", columns)
            continue
        field = _blank(FIELDS, name)
        if field.columns:
            for row, columns in enumerate(value if isinstance(value, list) else [value]):
                yield from _row(field.columns, f"{field.id}.{row}", _mapping(name, columns))
        else:
            yield field.id, _value(field, value, field.id)


def _row(columns: tuple[Any, ...], prefix: str, told: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in told.items():
        field = _blank(columns, name)
        yield f"{prefix}.{field.id}", _value(field, value, f"{prefix}.{field.id}")


def _mapping(name: str, value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise Trouble(f"“{printable(str(name))}”要写成一张表，例如 [years.2025]。")
    return value


def _blank(fields: tuple[Any, ...], name: str) -> Any:
    found = next((each for each in fields if name in (each.id, each.label)), None)
    if found is None:
        raise Trouble(f"没有“{printable(name)}”这一栏。能写的有：{'、'.join(each.id for each in fields)}。")
    return found


def _value(field: Any, value: Any, path: str) -> Any:
    """The value as the form holds it. Raises Trouble with the sentence of the blank."""
    from gaoxing.forms.typing import Unfit, typed_value

    if isinstance(value, bool | int | float) and str(field.kind) == "money":
        raise Trouble(f'“{field.label}”一栏写的“{value}”没有单位，看不懂是元还是万元。请连单位一起写，例如 "{value}万元"。')
    text = ("是" if value else "否") if isinstance(value, bool) else "、".join(map(str, value)) if isinstance(value, list) else str(value)
    labels = {label: stored for stored, label in field.choices}
    try:
        return typed_value(field, labels.get(text, text), path)
    except Unfit as error:
        raise Trouble(error.sentence) from None


def _form(answers: Mapping[str, Any]) -> Any:
    from gaoxing.forms.form import Answer, Form, Source

    return Form("cultivation", EDITION, {path: Answer(value, Source.TYPED) for path, value in answers.items()})


def _lines(told: Mapping[str, Any]) -> Iterator[str]:
    """A rung in a few lines: verdict with the score, every condition that is not met, what is missing, the next step."""
    score = told["score"]
    batch = f"，{told['batch']}年批次" if told["batch"] else ""
    points = f"，得分 {score['worst']}–{score['best']}（要 {score['mark']}）" if score else ""
    yield f"{told['name']}：{told['term']}{points}{batch}"
    unmet = [each for each in (*told["criteria"], *told["scored"]) if each["verdict"] == "unmet"]
    yield from table(
        ("  ✗", each["title"], (each["gap"] or {}).get("sentence") or each["note"] or f"{each['value']}，要 {each['threshold']}") for each in unmet
    )
    if told["wants"]:
        yield f"  ? 还缺 {len(told['wants'])} 个数：{'、'.join(map(_named, told['wants']))}"
    step = next((each["step"] for each in told["items"] if each["id"] == told["step"]), None)
    if step:
        yield f"  → 最省力的一步：{step['sentence']}，加 {step['points']} 分"


def _named(key: str) -> str:
    """An input by its official label, with its year."""
    from gaoxing.forms.cultivation import FIELDS, YEARS

    name, _, year = key.partition("@")
    fields = YEARS.columns if year else FIELDS
    return f"{year}年{_blank(fields, name).label}" if year else str(_blank(fields, name).label)
