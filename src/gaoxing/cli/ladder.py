"""`gaoxing ladder`: where an enterprise stands before each rung (企业培育梯队自评): gaps, next step, what if, year on year, a letter.

The figures come from a TOML file (blanks by id or official label, one table a year: `[years.2025]`; an amount with its unit: `"8000万元"`), from a
spreadsheet with one row a year, or from words.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gaoxing.cli.ladder_input import from_file, from_words
from gaoxing.cli.ladder_views import with_change, with_years
from gaoxing.cli.reading import add_day, chosen_day, printable, words
from gaoxing.cli.showing import add_json, for_a_person, say, say_json, table
from gaoxing.cli.trouble import Trouble
from gaoxing.engines.file_trouble import reason

if TYPE_CHECKING:
    from gaoxing.checks.assessment.inputs import Inputs
    from gaoxing.checks.assessment.rung import Standing
    from gaoxing.forms.form import Form

HELP = "企业培育梯队自评：站在哪一级，还差多少 · where an enterprise stands on the ladder"
EXAMPLE = "gaoxing ladder figures.toml --on 2026-11-25 --letter out.pdf"
LETTERS = (".pdf", ".docx")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    parser.add_argument("file", metavar="FILE", nargs="?", help="企业数据，TOML、.xlsx 或者 CSV · the enterprise's figures")
    parser.add_argument("--said", metavar="WORDS", help="不用文件，直接说，例如“我们去年营收八千万……”；- 从标准输入读 · the figures in words")
    parser.add_argument(
        "--if", dest="change", metavar="BLANK=VALUE", action="append", default=[], help="假如：例如 2025.technical_staff=20，可以写几次 · what if"
    )
    parser.add_argument("--years", action="store_true", help="逐年对比 · year on year")
    parser.add_argument("--letter", type=Path, metavar="OUT", help="另出自评书，.pdf 或者 .docx · a letter of the assessment")
    parser.add_argument("--confirm", metavar="NUMBER", action="append", default=[], help="核对过、确实如此的疑点编号，例如 INP-08 · what looks odd and is so")
    parser.add_argument("--units-checked", action="store_true", help="表里金额的单位不一样，已经核对过 · amounts in different units are right")
    add_day(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print every rung, the next first, with its verdict, score, what is missing, gaps and the next step."""
    from gaoxing.checks.assessment.inputs import Inputs

    on = chosen_day(options)
    forms, asked = _read(options, on)
    told = [_told(form, Inputs.of(form), on, options) for form in forms]
    if options.letter is not None:
        _write(forms, on, options)
    if for_a_person(options):
        say(line for each in told for line in _shown(each))
        say(f"! {each}" for each in asked)
    else:
        say_json(_plain(told, asked))
    return 0


def _read(options: argparse.Namespace, on: date) -> tuple[tuple[Form, ...], tuple[str, ...]]:
    """The forms and what is to be asked. Raises Trouble where neither a file nor words are given, or both."""
    if (options.file is None) == (options.said is None):
        raise Trouble("请给一个数据文件，或者用 --said 说出来，只用一样。例如 gaoxing ladder figures.toml。")
    if options.said is None:
        return from_file(Path(options.file), units_checked=options.units_checked)
    form = from_words(words(options.said), on)
    return (form,), tuple(each.question for each in form.asks)


def _told(form: Form, inputs: Inputs, on: date, options: argparse.Namespace) -> dict[str, Any]:
    """Everything that is told of one enterprise, as JSON."""
    found = _ordered(inputs, on, options.confirm)
    told: dict[str, Any] = {"enterprise": form.value("enterprise") or "", "standings": [each.to_json() for each in found]}
    if options.change:
        told["what_if"] = with_change(inputs, options.change, on, options.confirm)
    if options.years:
        told["years"] = with_years(inputs, on, options.confirm)
    return told


def _ordered(inputs: Inputs, on: date, confirmed: Sequence[str]) -> tuple[Standing, ...]:
    from gaoxing.catalogue import standings
    from gaoxing.checks.assessment.ordering import held_on, next_first

    return next_first(standings(inputs, on, confirmed=confirmed), held=held_on(inputs, on))


def _plain(told: Sequence[Mapping[str, Any]], asked: Sequence[str]) -> object:
    """One enterprise's rungs alone where nothing else was wanted, as they always were; else everything."""
    if len(told) == 1 and not asked and told[0].keys() == {"enterprise", "standings"}:
        return told[0]["standings"]
    return {"enterprises": list(told), "asked": list(asked)}


def _write(forms: Sequence[Form], on: date, options: argparse.Namespace) -> None:
    """Write the letter. Raises Trouble where the ending is neither, several enterprises are in the file, or the folder cannot be written."""
    from gaoxing.checks.assessment.inputs import Inputs
    from gaoxing.documents.assessment_letter import letter

    if options.letter.suffix.lower() not in LETTERS:
        raise Trouble(f"自评书只能出 .pdf 或者 .docx，不能出“{printable(options.letter.suffix)}”。")
    if len(forms) != 1:
        raise Trouble(f"这个文件里有 {len(forms)} 家企业，一次只能给一家出自评书。请分成几个文件。")
    [form] = forms
    found = _ordered(Inputs.of(form), on, options.confirm)
    paper = letter(found, on, enterprise=str(form.value("enterprise") or ""), uscc=str(form.value("uscc") or ""))
    content = _renderer(options.letter.suffix.lower()).render(paper).content
    try:
        options.letter.write_bytes(content)
    except OSError as error:
        raise Trouble(f"写不进“{printable(str(options.letter))}”（{reason(error)}）。请换一个地方。") from None


def _renderer(ending: str) -> Any:
    if ending == ".docx":
        from gaoxing.engines.docx import DocxRenderer

        return DocxRenderer()
    from gaoxing.engines.typst import TypstRenderer

    return TypstRenderer()


def _shown(told: Mapping[str, Any]) -> Iterator[str]:
    """An enterprise in lines for a person."""
    if told["enterprise"]:
        yield f"【{printable(told['enterprise'])}】"
    doubts = told["standings"][0]["doubts"] if told["standings"] else []
    yield from (f"! {each['message']}（{each['id']}{'，确实如此就加 --confirm ' + each['id'] if each['may_be_so'] else ''}）" for each in doubts)
    for each in told["standings"]:
        yield from _lines(each)
    for each in told.get("what_if", ()):
        moved = "；".join(f"{one['title']}：{one['before']}→{one['after']}" for one in each["moved"])
        yield f"假如这样，{each['name']}：{each['before']}→{each['after']}" + (f"（{moved}）" if moved else "")
    if "years" in told:
        yield from table(("  ~", each["name"], each["shown"]) for each in told["years"]["changes"])
        yield from table(("  ~", each["name"], each["shown"]) for each in told["years"]["verdicts"])


def _lines(told: Mapping[str, Any]) -> Iterator[str]:
    """A rung in a few lines: verdict with the score, every condition that is not met, what is missing, the next step."""
    from gaoxing.forms.cultivation import named

    score = told["score"]
    batch = f"，{told['batch']}年批次" if told["batch"] else ""
    points = f"，得分 {score['worst']}–{score['best']}（要 {score['mark']}）" if score else ""
    yield f"{told['name']}：{told['term']}{points}{batch}"
    unmet = [each for each in (*told["criteria"], *told["scored"]) if each["verdict"] == "unmet"]
    yield from table(
        ("  ✗", each["title"], (each["gap"] or {}).get("sentence") or each["note"] or f"{each['value']}，要 {each['threshold']}") for each in unmet
    )
    if told["wants"]:
        yield f"  ? 还缺 {len(told['wants'])} 个数：{'、'.join(map(named, told['wants']))}"
    step = next((each["step"] for each in told["items"] if each["id"] == told["step"]), None)
    if step:
        yield f"  → 最省力的一步：{step['sentence']}，加 {step['points']} 分"
